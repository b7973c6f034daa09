"""What the site makes of what somebody chose: calendars, tables, letters, codes, addresses, values for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask import Flask

from safety.help.notices.compose import draft
from safety.library.schema import Library
from safety.photos.findings import Place, make_finding
from safety.teach.counting import kept_files
from safety.teach.counting.totals import COLUMNS
from safety.teach.room import code as codes
from safety.teach.room import qr
from safety.web import answers, calendar
from tests.attack import hostile
from tests.help.notices.samples import form, whole
from tests.journeys import photo
from tests.page import parse
from tests.teach.room.samples import joined, opened, quick, send

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ENDS = (
    "a\r\nATTENDEE:mailto:x@y.z",
    "a\nBEGIN:VALARM",
    "a\rURL:https://x",
    "a\u2028URL:x",
    "a\x85b",
    "\\nURL:x",
    "a\x00b",
)


@pytest.mark.attack("V1.3.3", "ends the title of a reminder, to add a place, a guest or an alarm of his own")
@pytest.mark.parametrize("title", [*ENDS, ";TZID=x:1", "é" * 200, "\U0001f469" * 100])
def test_a_title_begins_no_line_of_a_calendar(title: str) -> None:
    """Folded at 75 bytes without cutting a letter; no line begins with anything but the names that we write."""
    made = calendar.reminders([calendar.After.WEEK], NOW, "token", title).decode()
    lines = made.split("\r\n")
    assert all(len(line.encode()) <= calendar.MAX_LINE_BYTES for line in lines)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", made)
    assert "\n" not in made.replace("\r\n", "")
    assert "\r" not in made.replace("\r\n", "")
    names = {re.split("[:;]", line)[0] for line in lines if line and not line.startswith(" ")}
    assert names <= {
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "TRANSP",
        "CLASS",
    }


@pytest.mark.attack("V1.3.3", "has a class vote so that the table of totals runs a formula in a spreadsheet")
def test_no_cell_of_the_totals_is_a_formula(app: Flask) -> None:
    """Of a whole room: no cell begins with a sign that a spreadsheet works out, and each line has all its cells."""
    host = opened(app, lead="=1+1", place="@SUM(1)")
    key, phones = host.to_question(), [joined(host) for _ in range(8)]
    for phone in phones:
        send(host, phone, key, "0")
    host.press("reveal")
    table = host.client.get("/teach/room/totals.csv").get_data().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "|", "%"))]
    assert "SUM" not in table
    host.client.post("/teach/room/close")


@pytest.mark.attack("V2.2.3", "sends totals that contradict themselves, to change what several classes said")
@pytest.mark.parametrize(
    "change",
    [("yes,", "maybe,"), (",8,", ",-8,"), (",8,", ",99999,"), (",8,", ",8e3,"), (",8,", ",\u0668,"), ("q", 'q"\n"x')],
    ids=range(6),
)
def test_totals_that_make_no_sense_are_refused(change: tuple[str, str]) -> None:
    """Numbers that no room can have, words that are no choice, lines that do not fit."""
    head = ",".join(COLUMNS)
    lines = [f"abcdefghij,before,q,Q?,coins,{choice},{choice},8,16" for choice in ("yes", "no")]
    table = "\n".join([head, *(line.replace(*change) for line in lines)])
    with pytest.raises(kept_files.NotTotals):
        kept_files.read(table.encode())
    assert kept_files.read("\n".join([head, *lines]).encode()).said


@pytest.mark.attack("V1.3.11", "writes more receivers into a notice, for the draft that opens in a mail program")
@pytest.mark.parametrize(
    "text",
    [
        "a\r\nBcc: all@example.org",
        "a%0d%0aBcc:x@y.z",
        "&bcc=x@y.z&subject=z",
        "?to=x@y.z",
        "#&cc=x@y.z",
        "a\nBcc: x",
        "\u2028Bcc:x",
    ],
)
def test_a_draft_has_no_receiver(app: Flask, library: Library, text: str) -> None:
    """Two parts, subject and body, both encoded; what looks like a header is a line of the text."""
    address = urlsplit(draft("A subject", text))
    assert (address.scheme, address.path, address.fragment) == ("mailto", "", "")
    assert [name for name, _ in parse_qsl(address.query, keep_blank_values=True)] == ["subject", "body"]
    assert not re.search(r"[\r\n]|%0[ad](?i:bcc)(?!.*body)", address.query.partition("&body=")[0])
    given = whole(form(library, "platform"), "adult")
    given |= {name: text for name, value in given.items() if value.startswith("words for ")}
    page = quick(app).post("/help/notices/platform/send", data=given)
    tree = parse(page.text)[0]
    drafts = [link.get("href") for link in tree.iter("a") if link.get("href", "").startswith("mailto:?")]
    assert all([name for name, _ in parse_qsl(urlsplit(one).query)] == ["subject", "body"] for one in drafts)


@pytest.mark.attack("V1.2.2", "has a room show a code that leads phones to another site")
@pytest.mark.parametrize(
    "host", ["evil.example", "localhost@evil.example", "localhost:80#.evil.example", "localhost/evil"]
)
def test_a_room_is_never_drawn_for_a_host_that_is_not_ours(app: Flask, host: str) -> None:
    """A foreign Host header gets no page, so no code on a wall leads anywhere else."""
    room = opened(app)
    answer = quick(app).get(f"{room.address}/wall", headers={"Host": host})
    assert answer.status_code in (400, 404)
    assert "evil" not in answer.text
    wall = quick(app).get(f"{room.address}/wall").text
    assert f"http://localhost/join/{room.code}" in wall
    assert qr.drawn(f"http://localhost/join/{room.code}").path in wall
    room.client.post("/teach/room/close")


@pytest.mark.attack("V1.3.3", "types a code so that the address of a room becomes another address")
@pytest.mark.parametrize(
    "typed", ["../../evil", "//evil.example", "ABCD-EFG/", "ABCDEFGH\r\nX:1", "ABCDEFGH?x", "\u202eABCDEFGH#"]
)
def test_a_code_leads_nowhere_else(app: Flask, typed: str) -> None:
    """A code is eight letters, or it is none; where it leads is written anew from these."""
    answer = quick(app).post("/join", data={"code": typed})
    assert answer.status_code == 422
    assert "Location" not in answer.headers
    assert codes.read(typed) is None or codes.shown(codes.read(typed) or "").isascii()


@pytest.mark.attack("V1.2.2", "has a telephone link dial more than the number of a service")
def test_links_that_dial_hold_digits_only(app: Flask) -> None:
    """Every such link on the pages of help: a plus sign, digits and hyphens; a text message bears no words."""
    found = set()
    for path, fields in (
        ("/help/services", {"country": "GB"}),
        ("/help/services", {"country": "US"}),
        ("/help/steps", {"ask": "danger"}),
    ):
        tree = parse(quick(app).post(path, data=fields).text)[0]
        found |= {link.get("href", "") for link in tree.iter("a") if link.get("href", "").startswith(("tel:", "sms:"))}
    assert found
    assert [one for one in found if not re.fullmatch(r"(tel|sms):\+?[0-9*#-]+", one)] == []


@pytest.mark.attack("V1.2.3", "has values of the service end early, or be taken for a page by a browser")
def test_values_for_programs_hold_together(app: Flask) -> None:
    """Whatever stands in them is one string; the kind is said, and no browser guesses another."""
    with app.test_request_context():
        for text in hostile.TEXTS:
            made = answers.values({"value": text, "nested": [{text: text}]})
            assert json.loads(made.data) == {"value": text, "nested": [{text: text}]}
            assert made.content_type == "application/json"
    assert str(make_finding("comment", Place("COM", 1), 1, value=hostile.MARKUP))


@pytest.mark.attack(
    "V15.3.5", "sends values of other kinds to the service: lists, numbers, deep nests, a body that is no form"
)
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"[" * 100_000, "application/json"),
        (b'{"file": {"$ne": 1}}', "application/json"),
        (b"file[]=1&file[a][b]=2", "application/x-www-form-urlencoded"),
        (b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "application/xml"),
        (b"--x\r\n" * 1000, "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
        (b"--\r\n", "multipart/form-data; boundary=" + "x" * 5000),
        (b"x", "multipart/form-data; boundary=\xff\xfe"),
    ],
    ids=range(8),
)
def test_a_body_of_another_kind_is_told_so(app: Flask, body: bytes, kind: str) -> None:
    """With a code, as JSON, without a word of what was sent, and never as a fault of ours."""
    for path in ("/api/photos/inspect", "/api/photos/clean"):
        answer = quick(app).post(path, data=body, headers={"Content-Type": kind})
        assert answer.status_code in (400, 413, 415)
        assert set(json.loads(answer.data)) == {"error"}
        assert b"passwd" not in answer.data


@pytest.mark.attack("V5.2.3", "sends a packed body that grows a thousandfold when it is opened")
@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "gzip, gzip", "identity, gzip"])
def test_a_packed_body_is_not_unpacked(app: Flask, coding: str) -> None:
    """No body is ever unpacked: it is read as it came, and is then no form."""
    import gzip

    packed = gzip.compress(b"words=" + bytes(4_000_000))
    headers = {"Content-Encoding": coding, "Content-Type": "application/x-www-form-urlencoded"}
    answer = quick(app).post("/search", data=packed, headers=headers)
    assert answer.status_code in (200, 413)
    assert quick(app).post("/api/photos/inspect", data=packed, headers=headers).status_code == 415


@pytest.mark.attack("V5.2.1", "sends pictures that say they are 65,535 letters wide and high, to be drawn")
@pytest.mark.parametrize("kind", ["png", "gif", "jpeg"])
def test_a_huge_picture_is_not_drawn(app: Flask, kind: str) -> None:
    """Its size is read before any pixel is; drawn anew it is refused."""
    if kind == "jpeg":
        content = re.sub(
            rb"(\xff\xc0\x00\x11\x08)....", lambda found: found[1] + b"\xff" * 4, photo(), count=1, flags=re.S
        )
    else:
        content = _huge(kind)
    data = {"do": "clean", "deep": "jpeg", "file": (io.BytesIO(content), "a.jpg")}
    answer = quick(app).post("/photos/send", data=data)
    assert answer.status_code in (400, 413, 415, 422)
    assert "Content-Disposition" not in answer.headers


def _huge(kind: str) -> bytes:
    import struct
    import zlib

    if kind == "gif":
        return b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;"
    head = struct.pack(">IIBBBBB", 65_535, 65_535, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in parts
    )
