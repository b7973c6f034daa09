"""A check that is kept, as a visitor without JavaScript walks it."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from sqlalchemy import text
from werkzeug.test import TestResponse

from safety.check.choose import Mark
from safety.library import six_words as words
from tests.conftest import CheckingClient, visitor
from tests.journeys import ADULT, TEEN, answer, items, start_check

PATH = "/check/saved"
SHOWN = re.compile(r"<li>([a-z]+)</li>")
PAGE = re.compile(r'name="page" value="([0-9a-f]+)"')
PRESSED = re.compile(r'name="mark" value="([a-z0-9-]+) open" aria-pressed="true"')


@pytest.fixture
def site(site_on_each: Flask) -> Flask:
    """The site on each kind of database, with nothing kept."""
    with site_on_each.extensions["database"].begin() as connection:
        connection.execute(text("DELETE FROM plans"))
    return site_on_each


def do(client: CheckingClient, what: str, **fields: object) -> TestResponse:
    """Presses a button of the page."""
    return client.post(PATH, data={"do": what, **fields})


def kept(client: CheckingClient) -> list[str]:
    """Keeps the check of this visitor; the six words."""
    response = do(client, "keep")
    assert response.status_code == 200
    found = SHOWN.findall(response.text)
    assert len(found) == words.COUNT
    return found


def renewed(client: CheckingClient) -> tuple[list[str], dict[str, str]]:
    """Other words as they are shown, and the form below them."""
    page = do(client, "renew").text
    found = SHOWN.findall(page)
    return found, {"words": " ".join(found), "page": PAGE.findall(page)[0]}


def opened(app: Flask, six: list[str]) -> CheckingClient:
    """Another device that opened the words."""
    other = visitor(app)
    assert do(other, "open", words=" ".join(six)).headers["Location"] == "/check/plan"
    return other


def ticks(client: CheckingClient) -> set[str]:
    """What is ticked in the plan of this device."""
    return set(PRESSED.findall(client.get("/check/plan").text))


def tick(client: CheckingClient, *ids: str) -> None:
    """Ticks items."""
    for id_ in ids:
        assert client.post("/check/plan", data={"mark": f"{id_} done"}).status_code == 303


def stored(app: Flask) -> list[tuple[bytes, bytes]]:
    """Every row: look-up value and what is sealed."""
    with app.extensions["database"].begin() as connection:
        return [(bytes(id_), bytes(sealed)) for id_, sealed in connection.execute(text("SELECT id, sealed FROM plans"))]


def trouble(response: TestResponse) -> str:
    """What the page says that stands in the way."""
    assert response.status_code == 422
    found = re.search(r'id="trouble" role="alert">(.*?)</div>', response.text, re.DOTALL)
    assert found
    return re.sub(r"\s+|<[^>]+>", " ", found[1])


def test_two_devices_share_a_kept_check(site: Flask) -> None:
    """Kept here, opened there with the words: what either ticks, the other shows; each adds, none overwrites."""
    here = visitor(site)
    start_check(here)
    first, second, third = items(here)[:3]
    tick(here, first)
    there = opened(site, kept(here))
    tick(there, second)
    tick(here, third)
    assert ticks(here) == ticks(there) == {first, second, third}
    here.post("/check/plan", data={"mark": f"{second} open"})
    assert ticks(there) == {first, third}


def test_words_open_however_they_are_typed(site: Flask) -> None:
    """Capitals, hyphens and lines from paper are fine; another order opens nothing."""
    here = visitor(site)
    start_check(here)
    six = kept(here)
    assert do(visitor(site), "open", words="-".join(six).upper()).status_code == 303
    assert "open nothing here" in trouble(do(visitor(site), "open", words=" ".join(six[::-1])))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Please type your six words"),
        ("zoom", "We found one word. There are six."),
        ("zoom " * 5, "We found 5 words"),
        ("zoom zoom zooom zoom zoom zoom", "The third word is not on our list. Did you mean:"),
        ("zoom " * 200, "more text than six words"),
        ("<b>zoom</b> " + "zoom " * 5, "We found 8 words"),
    ],
)
def test_a_slip_is_told_before_any_work(site: Flask, typed: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list is public, so the page says which word it is; no key is made of such words."""
    monkeypatch.delattr("safety.check.saved.sealing.master")
    assert said in trouble(do(visitor(site), "open", words=typed))


def test_wrong_words_tell_nothing(site: Flask) -> None:
    """Never kept, deleted, given other words: the page is the same to the byte but for what was typed."""
    here = visitor(site)
    start_check(here)
    deleted = kept(here)
    do(here, "delete-here")
    renamed = kept(here)
    do(here, "rename", **renewed(here)[1])
    pages = set()
    for six in (deleted, renamed, ["zoom"] * 6):
        response = do(visitor(site), "open", words=" ".join(six))
        assert response.status_code == 422
        assert "Set-Cookie" not in response.headers
        pages.add(response.text.replace(" ".join(six), ""))
    assert len(pages) == 1


def test_keeping_twice_makes_one_and_shows_the_words_once(site: Flask) -> None:
    """A reload of the page with the words sends the same form again: no second row, no words."""
    here = visitor(site)
    start_check(here)
    six = kept(here)
    again = do(here, "keep")
    assert "kept already" in again.text
    assert not any(f">{word}<" in again.text for word in six)
    assert len(stored(site)) == 1


def test_new_words_replace_the_old_once_they_are_written_down(site: Flask) -> None:
    """Shown words change nothing yet; with the button below them the old words open nothing and the new ones do."""
    here = visitor(site)
    start_check(here)
    tick(here, items(here)[0])
    old, before = kept(here), ticks(here)
    unused, _ = renewed(here)
    new, form = renewed(here)
    assert unused != new
    assert ticks(opened(site, old)) == before
    for _ in "ab":
        assert "The new words count now" in do(here, "rename", **form).text
    assert ticks(opened(site, new)) == ticks(here) == before
    for gone in (old, unused):
        assert do(visitor(site), "open", words=" ".join(gone)).status_code == 422
    assert len(stored(site)) == 1


def test_new_words_whose_answer_was_lost_come_again(site: Flask) -> None:
    """The browser never got the first answer and holds the old cookie: the same form leads to the same check."""
    here = visitor(site)
    start_check(here)
    tick(here, items(here)[0])
    kept(here)
    _, form = renewed(here)
    before, old = ticks(here), here.get_cookie("unshared")
    assert old
    do(here, "rename", **form)
    here.set_cookie("unshared", old.value)
    assert "The new words count now" in do(here, "rename", **form).text
    assert ticks(here) == before


def test_an_old_page_gives_its_words_to_no_other_check(site: Flask) -> None:
    """The page for new words of one check is sent while another is open: neither changes."""
    here, other = visitor(site), visitor(site)
    start_check(here)
    start_check(other)
    first, second = kept(here), kept(other)
    _, form = renewed(here)
    do(here, "open", words=" ".join(second))
    assert do(here, "rename", **form).headers["Location"] == PATH
    opened(site, first)
    opened(site, second)
    assert do(here, "rename", words="secret", page=form["page"]).status_code == 400


def test_what_the_browser_held_is_added(site: Flask) -> None:
    """A check that was begun without the words stands beside the kept one, and both are kept."""
    here, there = visitor(site), visitor(site)
    start_check(here)
    six = kept(here)
    start_check(there, TEEN)
    tick(there, items(there)[0])
    do(there, "open", words=" ".join(six))
    for client in (there, here):
        assert client.get("/check/plan").text.count('value="switch ') == 2


def test_deleting_asks_once_more_and_then_deletes(site: Flask) -> None:
    """On a screen of its own; then no row is left, and no device opens it."""
    here = visitor(site)
    start_check(here)
    six = kept(here)
    there = opened(site, six)
    assert len(stored(site)) == 1
    assert "Delete this kept check?" in do(here, "ask").text
    assert len(stored(site)) == 1
    assert "It is deleted" in do(here, "delete").text
    assert stored(site) == []
    assert here.get_cookie("unshared") is None
    assert there.get("/check/plan").headers["Location"] == "/check"
    assert do(visitor(site), "open", words=" ".join(six)).status_code == 422


def test_deleted_on_the_server_it_can_go_on_here(site: Flask) -> None:
    """The newest state, with what another device ticked, goes into this browser's cookie."""
    here = visitor(site)
    start_check(here)
    there = opened(site, kept(here))
    first = items(here)[0]
    tick(there, first)
    do(here, "delete-here")
    assert stored(site) == []
    assert ticks(here) == {first}


def test_closing_it_here_keeps_it(site: Flask) -> None:
    """The cookie goes, the words open it again."""
    here = visitor(site)
    start_check(here)
    six = kept(here)
    do(here, "stop")
    assert here.get_cookie("unshared") is None
    opened(site, six)


def test_several_checks_are_kept_together_and_each_device_looks_at_its_own(site: Flask) -> None:
    """One is added, another is in front: the other device stays where it is."""
    here = visitor(site)
    start_check(here)
    there = opened(site, kept(here))
    mine = items(there)
    here.post("/check/start", data={"do": "add"})
    start_check(here, {**TEEN, "who": ["child"]})
    assert items(there) == mine
    assert items(here) != mine


@pytest.mark.parametrize("what", ["keep", "ask", "delete", "delete-here", "renew", "rename", "file", "download"])
def test_a_button_of_an_old_page_is_harmless(site: Flask, what: str) -> None:
    """Who holds no check is led to the page; nothing is made."""
    client = visitor(site)
    response = do(client, what, words="zoom " * 6)
    assert response.headers["Location"] == PATH
    assert client.get_cookie("unshared") is None
    assert stored(site) == []


def test_a_post_that_does_not_say_where_it_is_from_is_refused(site: Flask) -> None:
    """Nobody can be made to keep, open or delete by another site."""
    for what in ("keep", "open", "delete"):
        assert site.test_client().post(PATH, data={"do": what}).status_code == 403


def test_without_a_database_a_check_works_and_a_kept_one_says_so(site: Flask) -> None:
    """The site of somebody whose database is away: nothing kept is shown as lost, and the rest goes on."""
    here, other = visitor(site), visitor(site)
    start_check(here)
    first, second = items(here)[:2]
    tick(here, first)
    kept(here)
    with site.extensions["database"].begin() as connection:
        connection.execute(text("ALTER TABLE plans RENAME TO away"))
    start_check(other)
    tick(other, items(other)[0])
    for response, sent in (
        (here.get("/check/plan"), False),
        (here.post("/check/plan", data={"mark": f"{second} done"}), True),
        (do(other, "keep"), True),
    ):
        assert response.status_code == 503
        assert "Everything you ticked before is safe" in response.text
        assert ("What you sent just now" in response.text) == sent
        assert response.headers["Retry-After"]
    with site.extensions["database"].begin() as connection:
        connection.execute(text("ALTER TABLE away RENAME TO plans"))
    assert ticks(here) == {first}


def test_the_summary_says_where_the_check_is(site: Flask) -> None:
    """Before: this server stores none of it. After: it is kept here, encrypted. Never both."""
    client = visitor(site)
    start_check(client)
    unkept = client.get("/check/plan").text
    kept(client)
    now = client.get("/check/plan").text
    assert ("stores none of it" in unkept, "Kept on this server" in unkept) == (True, False)
    assert ("stores none of it" in now, "Kept on this server" in now) == (False, True)


def test_a_mark_of_an_item_that_is_gone_stays_in_a_kept_check(site: Flask) -> None:
    """It is shown nowhere and harms nothing; the answers can be changed around it."""
    from safety.check import forms

    client = visitor(site)
    start_check(client)
    six = kept(client)
    with site.test_request_context(PATH, headers={"Cookie": f"unshared={client.get_cookie('unshared').value}"}):  # type: ignore[union-attr]  # it is there
        forms.change(lambda progress: progress.with_check(progress.check.mark("gone", Mark.DONE, 9)))
    assert ticks(client) == set()
    answer(client, "who", ADULT["who"])
    other = opened(site, six)
    with site.test_request_context(PATH, headers={"Cookie": f"unshared={other.get_cookie('unshared').value}"}):  # type: ignore[union-attr]  # it is there
        held = forms.progress()
    assert held is not None
    assert held.check.marked(["gone"]) == {"gone": Mark.DONE}
