"""The page of the search: it works without a script, repeats nothing but the field, and keeps nothing."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests import page, policy
from tests.conftest import CheckingClient

CANARY = "cAnArY99"
FIELD = re.compile(r'<input type="text"[^>]*>')
HIT = re.compile(r'<li class="hit">\s*<h2>(?:<a href="([^"]+)">)?')


def answer(client: FlaskClient, typed: str) -> str:
    """The page of results, before the parts for scripts."""
    return client.post("/search", data={"words": typed}).text.split("<template")[0]


def test_the_results_of_the_form_are_links(client: CheckingClient) -> None:
    """Ranked by the server, with their number, their room and one line each."""
    shown = answer(client, "sextorsion")
    assert HIT.findall(shown)[:2] == ["/help/first-hour", "/talk/teens/threatened"]
    assert re.search(r"\d+ results", shown)


def test_the_first_page_shows_doors_and_no_results(client: CheckingClient) -> None:
    """Nobody has typed anything yet."""
    shown = client.get("/search").text.split("<template")[0]
    assert HIT.findall(shown) == []
    assert 'href="/help/first-hour"' in shown


def test_the_results_say_what_going_back_to_them_does(client: CheckingClient) -> None:
    """They may not be kept, so the browser has to ask; before there are any, nothing is said of it."""
    assert "asks you to send the words again" in answer(client, "icloud")
    assert "asks you to send the words again" not in client.get("/search").text


@pytest.mark.parametrize("typed", ["kil myself", "threatned", "in danger"])
def test_danger_brings_the_numbers_first(client: CheckingClient, typed: str) -> None:
    """The line stands above the results and leads to the numbers and to the first hour."""
    before, _, _ = answer(client, typed).partition('data-part="list"')
    urgent = before[before.index('data-part="urgent"') :]
    assert " hidden" not in urgent.split(">")[0]
    assert 'href="/help/services"' in urgent
    assert 'href="/help/first-hour"' in urgent


def test_without_danger_the_line_is_hidden(client: CheckingClient) -> None:
    """A line that stands everywhere is read nowhere."""
    shown = answer(client, "icloud")
    assert " hidden" in shown[shown.index('data-part="urgent"') :].split(">")[0]


def test_nothing_found_is_kind_and_leads_on(client: CheckingClient) -> None:
    """It is our fault, and there are doors."""
    shown = answer(client, "qqqqqxxxzz")
    assert "That can be our fault" in shown
    assert "hidden" not in shown[shown.index('data-part="nothing"') :].split(">")[0]
    assert 'href="/help/services"' in shown


def test_what_is_for_adults_is_marked(client: CheckingClient) -> None:
    """And does not come first."""
    shown = answer(client, "stopncii")
    first, *others = shown.split('<li class="hit">')[1:]
    assert "For adults" not in first
    assert any("For adults" in other for other in others)


@pytest.mark.promise("search-stays")
def test_what_was_typed_is_in_the_field_and_nowhere_else(client: CheckingClient) -> None:
    """Not in a header, a cookie or an address; the answer may not be kept."""
    response = client.post("/search", data={"words": f"{CANARY} <b>&\"' nudes"})
    (field,) = FIELD.findall(response.text)
    assert f"{CANARY} <b>&\"' nudes" in unescape(field)
    assert CANARY not in response.text.replace(field, "")
    assert CANARY not in str(response.headers)
    assert response.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        '"><img src=x>',
        "{{ 7*7 }}",
        "😀" * 500,
        "\u202etxet\u202c",
        "a" * 10_000,
        "\x00",
        "%s",
    ],
)
@pytest.mark.attack("V2.2.1", "searches for commands, templates and words without end")
def test_hostile_words_make_an_ordinary_page(client: CheckingClient, typed: str) -> None:
    """The checking client finds no fault in it, and the field holds a hundred characters at most."""
    response = client.post("/search", data={"words": typed})
    assert response.status_code == 200
    (value,) = re.findall(r'value="([^"]*)"', FIELD.findall(response.text)[0])
    assert len(unescape(value)) <= 100
    assert unescape(value).isprintable()


def test_a_word_in_the_address_is_not_looked_for(client: CheckingClient) -> None:
    """No link can make a page that shows what somebody looked for."""
    assert client.get("/search?words=nudes").text == client.get("/search").text


def test_the_index_is_a_script_that_hands_itself_on(client: CheckingClient, app: Flask) -> None:
    """It imports the script of the page, calls it once with plain values, and may be kept with a validator."""
    response = client.get("/search/index.js")
    head, call = response.text.split("\n", 1)
    module = re.fullmatch(r'import \{ begin \} from "([^"]+)";', head)
    assert module
    assert page.fetch(app, module[1])[0] == 200
    given = json.loads(call.removeprefix("begin(").removesuffix(");\n"))
    assert len(given["entries"]) > 200
    assert len(given["words"].split(" ")) == len(given["postings"].split(" "))
    assert response.mimetype == "text/javascript"
    again = client.get("/search/index.js", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_the_index_is_small_enough_for_a_slow_phone(client: CheckingClient) -> None:
    """Below forty kilobytes on the way; the whole page keeps to the limit of every page."""
    assert len(client.get("/search/index.js", headers={"Accept-Encoding": "br"}).data) < 40 * 1024


@pytest.mark.promise("search-stays")
def test_the_browser_is_told_to_send_nothing(client: CheckingClient) -> None:
    """No script can connect anywhere, and the form can be sent to this page alone."""
    rules = policy.directives(client.get("/search").headers["Content-Security-Policy"])
    assert rules["connect-src"] == "'none'"
    assert rules["form-action"] == "localhost/search"


@pytest.mark.parametrize("path", ["/", "/help", "/nothing-here", "/check"])
def test_the_search_is_found_from_everywhere(client: CheckingClient, path: str) -> None:
    """In the menu and the foot of every page."""
    assert client.get(path).text.count('href="/search"') >= 2
