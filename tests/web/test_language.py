"""A second language is a folder: no line of code changes."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace

import pytest
from flask import Flask

from safety.config import Config
from tests.conftest import CheckingClient, make_app, visitor
from tests.site.table import VISITS, Visit

LANGUAGES = {"ar": "rtl", "pt-BR": "ltr"}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, config: Config) -> Flask:
    """The site with the English content again under the names of other languages, one sentence aside."""
    content = tmp_path_factory.mktemp("languages") / "content"
    shutil.copytree(config.content, content)
    for code in LANGUAGES:
        shutil.copytree(content / "en", content / code)
        (content / code / "language.toml").write_text('name = "Other"\nlook_for = "look for"\n', encoding="utf-8")
        talk = content / code / "talk" / "ages" / "11-12.md"
        words = re.sub(r'^lead = ".*"$', f'lead = "Canary in {code}."', talk.read_text(encoding="utf-8"), flags=re.M)
        talk.write_text(words, encoding="utf-8")
    return make_app(replace(config, content=content))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_is_a_folder(many: Flask, code: str) -> None:
    """A browser that asks for it gets its content, language and direction; caches keep both apart."""
    other = visitor(many).get("/talk/11-12", headers={"Accept-Language": f"{code},en;q=0.5"})
    english = visitor(many).get("/talk/11-12", headers={"Accept-Language": "en"})
    assert f'<html lang="{code}" dir="{LANGUAGES[code]}">' in other.text
    assert '<html lang="en" dir="ltr">' in english.text
    assert f"Canary in {code}." in other.text
    assert "Canary" not in english.text
    for response in (other, english):
        assert "Accept-Language" in response.headers["Vary"]
    assert other.headers["ETag"] != english.headers["ETag"]


@pytest.mark.parametrize("visit", VISITS, ids=str)
def test_every_page_opens_in_a_second_language(many: Flask, visit: Visit) -> None:
    """No page leans on English."""
    client = visitor(many)
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "ar"
    assert visit.go(client).status_code == visit.status


@pytest.mark.parametrize("asked", ["", "fr", "*", "xx-YY;q=bad", "de;q=0", "en-GB,en;q=0.9", ";;;", "a" * 500])
def test_whatever_is_asked_for_there_is_a_page(client: CheckingClient, asked: str) -> None:
    """A language that we do not have gets English, and a broken wish is no error."""
    assert '<html lang="en"' in client.get("/", headers={"Accept-Language": asked}).text


def test_with_one_language_caches_need_not_care(client: CheckingClient) -> None:
    """A header that says nothing would only make caches keep copies."""
    assert "Accept-Language" not in client.get("/").headers["Vary"]


def test_each_language_has_its_page_kept_ready(many: Flask) -> None:
    """Whoever asks first, nobody gets another's language; a wish for one that we lack is kept as the usual one."""
    shelf = many.extensions["ready-pages"].shelf
    shelf.forget()
    wishes = {"ar": "ar", "pt-BR, en;q=0.1": "pt-BR", "de": "en", "": "en", "canary;q=x": "en"}
    for _ in range(2):
        for header, code in wishes.items():
            shown = visitor(many).get("/about", headers={"Accept-Language": header})
            assert f'<html lang="{code}"' in shown.text
    assert len(shelf) == len(set(wishes.values()))
