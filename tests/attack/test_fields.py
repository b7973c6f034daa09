"""Every field of every form, and fields that no form has, with what attackers type: it stays text, nothing breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from safety.library.schema import Library
from safety.web.sealed import COOKIES
from tests.attack import hostile
from tests.help.notices.samples import form, whole
from tests.journeys import start_check
from tests.page import body
from tests.policy import OFFLINE
from tests.site.table import NOTICE_KINDS, VISITS
from tests.teach.room.samples import CODE, OPENING, Host, joined, opened, quick

Values = Mapping[str, Sequence[str]]
# Fields that no form of ours has, and that programs are known to trip over.
UNKNOWN = (
    hostile.NAME,
    "__proto__",
    "constructor",
    "_method",
    "next",
    "is_admin",
    "version",
    "id",
    "host",
    "csrf_token",
)
TYPED = ("text", "search", "password", "email", "url", "tel", "date", "number", "hidden", "textarea")


@dataclass(frozen=True)
class Form:
    """A form of a page: where it goes, and its fields with what a visitor would send."""

    action: str
    fields: tuple[tuple[str, str, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for _, name, _ in self.fields))

    @property
    def usual(self) -> dict[str, list[str]]:
        """What is sent when nothing is changed."""
        return {name: [value] for _, name, value in self.fields}


@pytest.fixture(scope="module")
def forms(app: Flask) -> tuple[Form, ...]:
    """Every form of the site that a visitor can come to, once."""
    found: dict[tuple[str, tuple[str, ...]], Form] = {}
    for page in _pages(app):
        for one in _Forms(page).found:
            found.setdefault((re.sub(r"/[0-9A-Z-]{9}(?=/|$)", "/", one.action), one.names), one)
    return tuple(found.values())


def _pages(app: Flask) -> Iterator[str]:
    # The page that keeps the tools on a device sends nothing, and takes seconds to make.
    for visit in (one for one in VISITS if one.path != OFFLINE):
        response = visit.go(quick(app))
        if response.mimetype == "text/html" and response.status_code != 303:
            yield body(response)
    host = opened(app)
    phone = joined(host)
    host.to_question()
    for client, path in ((phone, host.address), *((host.client, path) for path in ("/desk", "/close", "/back"))):
        yield client.get(path if client is phone else f"/teach/room{path}").text


class _Forms(HTMLParser):
    """The forms of a page that send something. A whole tree of every page would take minutes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._action, self._fields = "", dict[str, tuple[str, str, str]]()
        self._choice = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the beginning of a form and its fields; of several values of one field the first."""
        given = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._action, self._fields = given.get("action", ""), {}
        if tag == "option" and self._choice:
            kind, name, value = self._fields[self._choice]
            self._fields[self._choice] = (kind, name, value or given.get("value", ""))
        name = given.get("name", "")
        if name and tag in ("input", "textarea", "select", "button"):
            kind = given.get("type", "text") if tag == "input" else tag
            self._fields.setdefault(name, (kind, name, given.get("value", "")))
            self._choice = name if tag == "select" else ""

    def handle_endtag(self, tag: str) -> None:
        """Keeps a form that is whole."""
        if tag == "form":
            self.found.append(Form(self._action, tuple(self._fields.values())))


def _send(client: FlaskClient, form: Form, values: Values) -> TestResponse:
    return client.post(form.action, data=values)


def _faults(response: TestResponse) -> list[str]:
    """What an attacker has reached with this answer."""
    found = [f"status {response.status_code}"] if response.status_code >= 500 else []
    for name, value in response.headers:
        if hostile.NAME in name.lower() + value.lower():
            found.append(f"{name}: {value}")
    names = {line.partition("=")[0] for line in response.headers.getlist("Set-Cookie")}
    found += [f"the cookie {name}" for name in names - {cookie.name for cookie in COOKIES}]
    return found + (hostile.foreign(body(response)) if response.mimetype == "text/html" else [])


def test_there_are_fields_to_attack(forms: tuple[Form, ...]) -> None:
    """The walk has found the forms of every feature, those behind a cookie too."""
    actions = {one.action.split("/")[1] for one in forms}
    assert actions >= {"check", "help", "join", "passwords", "photos", "search", "teach"}
    assert sum(kind in TYPED for one in forms for kind, _, _ in one.fields) > 100


@pytest.mark.attack("V1.2.1", "writes markup, addresses and line ends into every field of every form at once")
@pytest.mark.parametrize("text", hostile.TEXTS, ids=range(len(hostile.TEXTS)))
def test_what_is_typed_into_every_field_stays_text(app: Flask, forms: tuple[Form, ...], text: str) -> None:
    """No element, attribute, header or cookie is made by it, and no form breaks."""
    client, found = quick(app), {}
    start_check(client)
    for one in forms:
        kept = {name: [text] if kind in TYPED else [value] for kind, name, value in one.fields}
        for values in (kept, {name: [text] for name in one.names}, one.usual | {name: [text] for name in UNKNOWN}):
            if faults := _faults(_send(client, one, values)):
                found[one.action, one.names] = faults
    assert found == {}


@pytest.mark.attack("V15.3.3", "adds fields that no form has, to set what is not theirs")
def test_fields_that_no_form_has_change_no_answer(app: Flask, forms: tuple[Form, ...]) -> None:
    """With and without them the same form gets the same status and goes to the same place."""
    for one in forms:
        if one.action.startswith("/teach/room"):
            continue
        clients = [quick(app), quick(app)]
        more = {name: ["9"] for name in UNKNOWN if name not in one.names}
        plain, stuffed = (_send(client, one, one.usual | add) for client, add in zip(clients, ({}, more), strict=True))
        assert (plain.status_code, plain.location) == (stuffed.status_code, stuffed.location), one.action
        assert plain.headers.getlist("Set-Cookie") == [] or stuffed.headers.getlist("Set-Cookie") != []


@pytest.mark.attack("V15.3.7", "sends one field twice, or in the address, so that two programs read two values")
def test_a_field_in_the_address_is_no_field(app: Flask) -> None:
    """Only what is in the body counts; of two the first is taken, everywhere alike."""
    address, first = quick(app), quick(app)
    assert address.post("/check?question=who&choice=adult", data={}).status_code == 400
    start = address.post("/search?words=threat", data={})
    assert 'value="threat"' not in start.text
    twice = first.post("/check", data={"question": ["who", "phone"], "choice": ["adult"]})
    assert twice.status_code == 303
    assert first.post("/check", data={"question": "who", "choice": ["adult", hostile.NAME]}).status_code == 400


@pytest.mark.attack("V15.3.5", "sends files where text is asked for, and text where files are")
def test_a_field_of_another_kind_is_as_if_it_were_empty(app: Flask, forms: tuple[Form, ...]) -> None:
    """A file with a hostile name in every field, and a text in the field of the file: no form breaks."""
    for one in forms:
        files = {name: (BytesIO(b"x"), f"{hostile.MARKUP}.jpg", f"text/{hostile.NAME}") for name in one.names}
        assert _faults(quick(app).post(one.action, data=files)) == [], one.action


@pytest.mark.attack("V1.2.1", "gives a room markup for a name, to reach the phones of the class")
@pytest.mark.parametrize("text", [one[:80] for one in hostile.TEXTS], ids=range(len(hostile.TEXTS)))
def test_what_a_host_types_is_text_on_every_phone(app: Flask, text: str) -> None:
    """On desk, wall and phone; and it is really there."""
    host: Host = opened(app, lead=text, place=text)
    pages = [joined(host).get(host.address).text, host.desk(), quick(app).get(f"{host.address}/wall").text]
    assert [hostile.foreign(page) for page in pages] == [[], [], []]
    assert hostile.NAME in pages[0]
    host.client.post("/teach/room/close")


@pytest.mark.attack("V1.2.1", "puts markup into a whole notice, which is shown as text, as a draft and as a file")
@pytest.mark.parametrize("kind", NOTICE_KINDS)
def test_a_whole_notice_of_markup_is_text(app: Flask, library: Library, kind: str) -> None:
    """Every field that takes words, with everything else as it should be: the finished text is on the page."""
    given = whole(form(library, kind), "adult")
    said = [name for name, text in given.items() if text.startswith("words for ")]
    links = {"links": f"https://example.org/{hostile.NAME}"} if "links" in given else {}
    given |= dict.fromkeys(said, hostile.MARKUP) | links
    # These take 40 and 60 letters.
    given |= {name: f'"><{hostile.NAME} {hostile.NAME}=1>' for name in ("phone", "country", "by-when") if name in given}
    answer = quick(app).post(f"/help/notices/{kind}/send", data=given)
    assert (answer.status_code, _faults(answer)) == (200, [])
    assert hostile.NAME in answer.text
    saved = quick(app).post(f"/help/notices/{kind}/send", data=given | {"do": "save"})
    assert saved.content_type == "text/plain; charset=utf-8"
    assert saved.headers["Content-Disposition"].startswith("attachment")


def test_the_walk_would_see_an_element() -> None:
    """The check itself sees what it is for."""
    for text in (hostile.MARKUP, f"<p {hostile.NAME}='1'>", f"<!-- {hostile.NAME} -->", hostile.WORKED_OUT):
        assert hostile.foreign(f"<!DOCTYPE html><title>a</title><p>{text}</p>"), text
    assert OPENING["lead"] not in CODE
