"""Every route is known, every page opens, every link on it leads somewhere."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from safety.library.schema import Library
from tests import page
from tests.conftest import CheckingClient
from tests.content import LIBRARY
from tests.journeys import start_check
from tests.site.table import ROUTES, VISITS, Visit

CHILDREN = [country.code for country in LIBRARY.countries]


def routes(app: Flask) -> set[str]:
    """Every method and rule of the site."""
    asked = {"GET", "POST", "PUT", "PATCH", "DELETE"}
    return {f"{method} {rule.rule}" for rule in app.url_map.iter_rules() for method in asked & set(rule.methods or ())}


def test_every_route_is_in_the_table(app: Flask) -> None:
    """A new route is tested like all others before it is published."""
    assert routes(app) - ROUTES.keys() == set(), "add it to tests/site/table.py"


def test_the_table_names_no_route_that_is_gone(app: Flask) -> None:
    """The table tells the truth."""
    assert ROUTES.keys() - routes(app) == set()


@pytest.mark.parametrize("visit", VISITS, ids=str)
def test_every_route_answers(client: CheckingClient, visit: Visit) -> None:
    """Each request ends as planned, and the answer passes every check of the client."""
    assert visit.go(client).status_code == visit.status


def test_every_text_of_the_library_opens(client: CheckingClient, library: Library) -> None:
    """No talk and no scene is without a page."""
    for text in library.talks:
        assert client.get(f"/talk/{text.id}").status_code == 200
    for text in library.notes:
        assert client.get(f"/talk/for/{text.id}").status_code == 200
    for situation in library.situations:
        for age in situation.ages:
            assert client.get(f"/talk/{age}/{situation.id}").status_code == 200
    for scene in library.scenes:
        assert client.get(f"/talk/scenes/{scene.id}").status_code == 200


@pytest.mark.parametrize("code", CHILDREN)
def test_the_help_of_every_country_opens(client: CheckingClient, code: str) -> None:
    """Each country has a page that works, with the helplines of the whole world on it."""
    shown = client.post("/help/services", data={"country": code}).text
    assert 'id="world"' in shown


def test_the_plan_of_every_kind_of_person_opens(client: CheckingClient) -> None:
    """The longest plan and the most careful one are pages like all others."""
    everything = {"device": ["partner", "family", "repair", "managed"], "careful": ["yes"]}
    for whose in ("adult", "teen", "child", "unsaid"):
        start_check(client, {"who": [whose], "phone": [], "apps": [], **everything})
        if whose == "adult":
            client.post("/check", data={"question": "intimate", "choice": "yes"})
        assert client.get("/check/plan").status_code == 200
        assert client.get("/check/print").status_code == 200


def test_the_first_page_is_small(app: Flask, client: CheckingClient) -> None:
    """The start page, its style and its script weigh less than 14 KB over the wire, before the font."""
    html = client.get("/", headers={"Accept-Encoding": "br"})
    tree = page.parse(page.body(html))[0]
    weight = len(html.data) + sum(len(page.fetch(app, path, "br")[1]) for path in page.loaded(tree, app))
    assert weight < 14 * 1024


@pytest.mark.parametrize("path", ["/nope", "/check/nope", "/help/nope", "/static/nope.css", "/Check", "/check/nothing"])
def test_an_unknown_address_gets_the_page_of_errors(client: CheckingClient, path: str) -> None:
    """A mistyped address leads to a page with a way on."""
    response = client.get(path)
    assert response.status_code == 404
    assert 'href="/help"' in response.text


@pytest.mark.parametrize("visit", [visit for visit in VISITS if visit.form is None and visit.status == 200], ids=str)
def test_a_query_changes_no_page(stranger: FlaskClient, client: CheckingClient, visit: Visit) -> None:
    """What somebody hangs on an address is not shown: nobody can put words into our pages."""
    if visit.in_check:
        start_check(client)
    # No word of any list that a page may show.
    assert "canaryx" not in client.get(f"{visit.path}?canaryx=<b>canaryx").text


@pytest.mark.parametrize("path", ["/help/", "/check/", "/privacy/", "/talk/11-12/"])
def test_a_slash_at_the_end_is_the_same_page(client: CheckingClient, path: str) -> None:
    """Somebody who types an address by hand is not sent away for a slash."""
    assert client.get(path).text == client.get(path.rstrip("/")).text
