"""A visitor reaches every statement of the page that the project grew from: a page shows what carries it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html import unescape

import pytest
from flask import Flask

from safety.library.keys import item_key
from safety.library.schema import Library
from safety.library.seed_coverage import carried
from tests.conftest import visitor

Shows = Callable[[str, str, str], bool]
# What somebody may answer to the questions of the help; the steps are those for one of these.
SITUATIONS = tuple(
    {"step": "all", "age": age, "happened": happened, "where": "app", "country": "US"}
    for age in ("adult", "under-18")
    for happened in ("shared", "fake")
)


@pytest.fixture
def shown(app: Flask) -> Shows:
    """Whether a page of the site, asked for without a cookie, shows these words."""

    @cache
    def page(path: str) -> str:
        return unescape(visitor(app).get(path).text)

    @cache
    def steps() -> str:
        return unescape("".join(visitor(app).post("/help/steps", data=one).text for one in SITUATIONS))

    @cache
    def services() -> str:
        sent = {"country": "US", "age": "adult"}
        return unescape(visitor(app).post("/help/services", data=sent).text)

    def shows(place: str, id_: str, words: str) -> bool:
        match place:
            case "check":
                return words in page(f"/check/all/{item_key(id_)}")
            case "help/steps":
                return words in steps()
            case "help/services.toml":
                return words in services()
            case "help/notices":
                return words in page(f"/{place}/{id_}")
            case "talk/ages":
                return words in page(f"/talk/{id_}")
        return False

    return shows


def test_each_statement_is_on_a_page(library: Library, shown: Shows) -> None:
    """For each of them one record at least is shown by its title, to somebody who said no more than an age."""
    titles = {("check", item.id): item.title for item in library.items}
    titles |= {("help/steps", step.id): step.title for step in library.steps}
    titles |= {("help/services.toml", service.id): service.name for service in library.services}
    titles |= {("talk/ages", talk.id): talk.title for talk in library.talks}
    titles |= {("help/notices", notice.id): notice.name for notice in library.notices}
    unseen = [
        statement
        for statement, records in carried(library).items()
        if not any(record in titles and shown(*record, titles[record]) for record in records)
    ]
    assert unseen == []
