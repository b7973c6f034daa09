"""A check that is carried as a file, as a visitor makes one and opens it; what cannot be opened, and why."""

from __future__ import annotations

import io
import os

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from safety.check.choose import Mark
from safety.check.progress import MAX_CHECKS, Check, Progress
from safety.check.saved import carried
from tests.check.test_saved import SHOWN, do, kept, site, stored, tick, ticks, trouble
from tests.conftest import visitor
from tests.journeys import items, start_check

__all__ = ["site"]


def test_a_file_carries_the_check(site: Flask) -> None:
    """Made on one device, opened on another with its words; twice is as good as once; the server keeps nothing."""
    here, there = visitor(site), visitor(site)
    start_check(here)
    first = items(here)[0]
    tick(here, first)
    six = " ".join(SHOWN.findall(do(here, "file").text))
    response = do(here, "download", words=six)
    assert response.headers["Content-Disposition"] == 'attachment; filename="list.dat"'
    for _ in "ab":
        brought = do(there, "bring", words=six, file=(io.BytesIO(response.data), "list.dat"))
        assert brought.headers["Location"] == "/check/plan"
        assert ticks(there) == {first}
    assert stored(site) == []


def test_a_file_of_more_checks_than_a_cookie_holds_says_how_it_opens(site: Flask) -> None:
    """What seven checks were carried away as opens beside a kept check, and the page says so."""
    client, six = visitor(site), " ".join(["zoom"] * 6)
    many = Progress(tuple(Check(id=number).mark("two-factor", Mark.DONE, 1) for number in range(1, MAX_CHECKS + 2)))
    content = carried.write(many, six.split(), os.urandom)

    def bring() -> TestResponse:
        return do(client, "bring", words=six, file=(io.BytesIO(content), "list.dat"))

    assert "Begin a check and keep it first" in trouble(bring())
    start_check(client)
    assert "Keep the one that is here first" in trouble(bring())
    kept(client)
    assert bring().headers["Location"] == "/check/plan"
    assert client.get("/check/plan").text.count('value="switch ') == MAX_CHECKS + 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "No file was chosen"),
        (b"\xff\xd8\xff\xe0 other", "not a list from this site"),
        (b"LIST\x01 cut", "not whole"),
        (b"LIST\x02 newer", "newer form"),
        (bytes(62 * 1024), "too large"),
        (bytes(300 * 1024), "too large"),
    ],
)
def test_another_file_gets_a_clear_sentence(site: Flask, content: bytes, said: str) -> None:
    """Whatever is chosen by mistake, and nothing that is here is lost."""
    client = visitor(site)
    start_check(client)
    before = items(client)
    file = (io.BytesIO(content), "list.dat")
    assert said in trouble(do(client, "bring", words="zoom " * 6, file=file))
    assert items(client) == before


def test_a_file_is_not_sealed_with_words_of_somebody_elses_choice(site: Flask) -> None:
    """The words that come back with the button are six of the list."""
    client = visitor(site)
    start_check(client)
    assert do(client, "download", words="secret").status_code == 400
