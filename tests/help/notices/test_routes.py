"""The pages of the notices: what they show to whom, the form without JavaScript, and that nothing is kept."""

from __future__ import annotations

import logging
import re
from html import unescape

import pytest
from flask import Flask

from safety.config import Config
from safety.library.codes import NoticeKind
from safety.library.schema import Library
from tests.conftest import CheckingClient
from tests.help.notices.samples import form, whole

CANARY = "cAnArY"
KINDS = [kind.value for kind in NoticeKind]
# What only adults are shown.
ADULT_NAMES = ("StopNCII", "Revenge Porn Helpline", "DMCA.com", "Pornhub", "OnlyFans")
SCRIPT = f"<script>{CANARY}</script>"


def canaries(library: Library, kind: str, age: str = "adult") -> dict[str, str]:
    """Whole answers with a marker in everything that is typed."""
    given = whole(form(library, kind), age)
    marked = {name: f"{SCRIPT} {name}" for name, text in given.items() if text.startswith("words for")}
    links = {"links": f"https://example.org/{CANARY}"} if "links" in given else {}
    return given | marked | links


def test_the_list_names_them_in_the_right_order(client: CheckingClient, library: Library) -> None:
    """The app's own form first, copyright after the ways for intimate pictures; no name that is for adults."""
    text = client.get("/help/notices").text
    places = [text.index(f'href="/help/notices/{notice.id}"') for notice in library.notices]
    assert places == sorted(places)
    assert next(notice.id for notice in library.notices) == "platform"
    assert text.index("/help/notices/take-it-down") < text.index("/help/notices/dmca")
    assert not [name for name in ADULT_NAMES if name in text]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_tells_its_law_with_the_day(client: CheckingClient, library: Library, kind: str) -> None:
    """What the law covers, how fast, the day it was checked, and that it is no legal advice."""
    text = unescape(client.get(f"/help/notices/{kind}").text)
    for law in (law for law in library.laws if law.id in form(library, kind).notice.laws):
        for words in (law.name, law.covers, law.deadline, "Information, not legal advice.", "checked 23 Nov 2026"):
            assert words in text
    assert "not legal advice" in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_of_the_browser_cannot_be_sent(client: CheckingClient, kind: str) -> None:
    """No form, no name but those that group a choice, nothing that a browser keeps or corrects."""
    text = client.get(f"/help/notices/{kind}").text
    assert "<form" not in text
    fields = re.findall(r"<(?:input|textarea)\b[^>]*>", text)
    assert fields
    for field in fields:
        assert (" name=" in field) == ('type="radio"' in field)
        assert 'autocomplete="off"' in field
    for field in fields:
        assert 'type="radio"' in field or 'type="checkbox"' in field or 'spellcheck="false"' in field


@pytest.mark.parametrize("kind", KINDS)
def test_the_server_says_first_where_it_goes(client: CheckingClient, kind: str) -> None:
    """Before the first field it says that what is typed is sent, held in memory and forgotten."""
    text = client.get(f"/help/notices/{kind}/send").text
    warning = text.index("What you type here goes to this server.")
    assert warning < min(text.index(word) for word in ("<input", "<textarea") if word in text)


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_without_script_makes_the_text(client: CheckingClient, library: Library, kind: str) -> None:
    """The text, a draft without a receiver, and the way to save it; hostile text stays text."""
    response = client.post(f"/help/notices/{kind}/send", data=canaries(library, kind))
    assert response.status_code == 200
    assert "Your text" in response.text
    assert 'href="mailto:?subject=' in response.text
    assert SCRIPT not in response.text
    saved = client.post(f"/help/notices/{kind}/send", data=canaries(library, kind) | {"do": "save"})
    assert saved.mimetype == "text/plain"
    assert saved.headers["Content-Disposition"] == 'attachment; filename="letter.txt"'
    assert saved.text.strip() in unescape(response.text)


def test_what_is_missing_is_named_with_its_law(client: CheckingClient) -> None:
    """Each line leads to its field, names the element and who wants it, and keeps what was typed."""
    response = client.post("/help/notices/take-it-down/send", data={"age": "adult", "links": CANARY})
    assert response.status_code == 422
    text = unescape(response.text)
    for field, words in (
        ("role", "A signature: “Who are you?” is still open. Wanted by: TAKE IT DOWN Act."),
        ("no-consent", "A statement that nobody agreed: the box is not ticked. Wanted by: TAKE IT DOWN Act."),
        ("email", "How to reach you: “E-mail” is still open. Wanted by: TAKE IT DOWN Act."),
        ("links", "Line 1 is no full link."),
    ):
        assert f'<a href="#{field}">{words}' in text
        assert f'id="{field}"' in text
    assert f">\n{CANARY}</textarea>" in text


@pytest.mark.parametrize("kind", ["dmca", "host", "person", "question"])
@pytest.mark.parametrize("age", ["under-18", "not-sure", None])
def test_a_child_is_led_elsewhere(client: CheckingClient, library: Library, kind: str, age: str | None) -> None:
    """The page says why, names the free services for people under 18, and no service that is for adults."""
    given = whole(form(library, kind), "adult")
    given = given | {"age": age} if age else {name: text for name, text in given.items() if name != "age"}
    response = client.post(f"/help/notices/{kind}/send", data=given)
    assert response.status_code == 200
    assert "This is not the right way here" in response.text
    for address in ("https://takeitdown.ncmec.org/", "https://inhope.org/"):
        assert address in response.text
    assert "Your text" not in response.text
    assert not [name for name in ADULT_NAMES if name in response.text]


@pytest.mark.promise("notice-in-memory")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("do", ["", "save"])
def test_nothing_of_it_is_kept(
    app: Flask,
    config: Config,
    client: CheckingClient,
    library: Library,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    kind: str,
    do: str,
) -> None:
    """What was sent is in no log, header, cookie, address or file; the answer may not be kept."""
    with caplog.at_level(logging.DEBUG):
        for given in (canaries(library, kind), canaries(library, kind) | {"links": CANARY, "role": ""}):
            response = client.post(f"/help/notices/{kind}/send", data=given | {"do": do})
            assert response.headers["Cache-Control"] == "no-store"
            assert "Set-Cookie" not in response.headers
            assert "Location" not in response.headers
            assert CANARY not in str(response.headers)
    out, err = capfd.readouterr()
    assert [text for text in (caplog.text, out, err) if CANARY.lower() in text.lower()] == []
    files = [path for path in config.instance.rglob("*") if path.is_file()]
    assert [path for path in files if CANARY.encode() in path.read_bytes()] == []
    assert app.extensions
