"""Markup and templates in the tags of every format: text on the page, and in the answers of the service too."""

from __future__ import annotations

import io
import json
import re
import struct
import zlib
from collections.abc import Sequence

import pytest
from flask import Flask

from safety.photos import clean_bytes, inspect_bytes
from tests.attack import hostile
from tests.page import body
from tests.photos.places import HIDING_PLACES
from tests.photos.samples import SECRET, WIDE_SECRET
from tests.teach.room.samples import quick

# As long as what it takes the place of, so that every length in a file still fits.
MARKUP = f'"><{hostile.NAME} y=1>{{{{7*191}}}}'.encode()
PNG = b"\x89PNG\r\n\x1a\n"
WORKED_OUT = re.compile(rf"(?<![0-9A-F]){7 * 191}(?![0-9A-F])")
AT_ONCE = 60


def _with(text: bytes) -> dict[str, bytes]:
    """Every hiding place of every format that is not packed, with ``text`` in it."""
    text = text.ljust(len(SECRET))
    changed = {
        name: content.replace(SECRET, text).replace(WIDE_SECRET, text.decode().encode("utf-16-le"))
        for name, (content, _) in HIDING_PLACES.items()
    }
    return {name: _summed(content) for name, content in changed.items() if content != HIDING_PLACES[name][0]}


def _summed(content: bytes) -> bytes:
    """A PNG with the sums of its chunks put right."""
    if not content.startswith(PNG):
        return content
    made, at = bytearray(content), len(PNG)
    while at + 12 <= len(made):
        (length,) = struct.unpack_from(">I", made, at)
        if at + 12 + length > len(made):
            break
        struct.pack_into(">I", made, at + 8 + length, zlib.crc32(made[at + 4 : at + 8 + length]))
        at += 12 + length
    return bytes(made)


def _looked(app: Flask, files: Sequence[bytes]) -> str:
    """The page that tells what these files give away, with every tag."""
    sent = [(io.BytesIO(content), f"{at}.jpg") for at, content in enumerate(files)]
    answer = quick(app).post("/photos/send", data={"do": "look", "tags": "1", "file": sent})
    assert answer.status_code in (200, 415, 422)
    return body(answer)


def test_the_text_fits() -> None:
    """It is as long as what it replaces, and says what the walk looks for."""
    assert len(MARKUP) == len(SECRET)
    page = f'<!DOCTYPE html><title>a</title><p title="{MARKUP.decode()}">{7 * 191}</p>'
    assert hostile.foreign(page)
    assert hostile.Elements(page).foreign
    assert WORKED_OUT.search(page)


@pytest.fixture(scope="module")
def pages(app: Flask) -> list[str]:
    """What the site shows of every second of the hundreds of hiding places."""
    files = list(_with(MARKUP).values())[::2]
    assert len(files) > 300
    return [_looked(app, files[start : start + AT_ONCE]) for start in range(0, len(files), AT_ONCE)]


@pytest.mark.attack("V1.2.1", "hides markup in the tags of every kind of picture and film that the page shows")
def test_a_tag_is_text_on_the_page(pages: list[str]) -> None:
    """Names and values are shown, with all tags: no element and no attribute of theirs is on the page."""
    assert [hostile.Elements(page).foreign for page in pages] == [[]] * len(pages)
    assert sum(page.count(f"&lt;{hostile.NAME}") for page in pages) > 100
    # And one as a browser reads it.
    assert hostile.foreign(pages[-1]) == []


@pytest.mark.attack("V1.3.7", "hides a template in every tag, to have the server work it out")
def test_a_tag_is_no_template(pages: list[str]) -> None:
    """It is shown as it stands, in no case as what it would come to."""
    assert [page for page in pages if WORKED_OUT.search(page)] == []
    assert sum(page.count("{{7*191}}") for page in pages) > 100


@pytest.mark.attack("V1.3.10", "hides the letters of a format in every tag, to read what is in memory")
def test_a_tag_is_no_format() -> None:
    """Sentences are put together from parts: no ``%`` and no brace of a file is read as one."""
    for name, content in list(_with(b"%(x)s%n%s{0.__class__}").items())[::5]:
        report = inspect_bytes(content)
        assert report.refusal is None or report.refusal.code != "internal-check-failed", name
        assert "<class" not in str(report), name


@pytest.mark.attack("V1.2.3", "hides quotes and line ends in tags, to end a value of the service's answer")
def test_a_tag_ends_no_value_of_the_service(app: Flask) -> None:
    """The answer is one value, nothing around it, and says it is JSON; a browser would not show it as a page."""
    client, told = quick(app), 0
    for content in list(_with(b'","x":"</script>\\u0022\n\r').values())[::5]:
        answer = client.post("/api/photos/inspect", data={"file": (io.BytesIO(content), "a.jpg")})
        assert answer.headers["Content-Type"] == "application/json"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        record = json.loads(answer.data)
        assert "x" not in record
        told += "</script>" in str(record)
    assert told


@pytest.mark.attack("V5.2.2", "sends a page, a script or a program that says it is a picture")
@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>alert(1)</script>",
        b"GIF89a/*<svg/onload=alert(1)>*/=alert(1)//;",
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b"\xff\xd8\xff<?php system($_GET[0]); ?>",
        b"MZ\x90\0" + bytes(200),
        b"\x7fELF" + bytes(200),
        b"PK\3\4" + bytes(200),
        b"%PDF-1.7 /JavaScript",
    ],
    ids=["html", "gif and script", "svg", "jpeg and php", "program", "elf", "zip", "pdf"],
)
def test_what_is_no_picture_is_refused(app: Flask, content: bytes) -> None:
    """By its bytes, whatever its name and its type say; none of it comes back."""
    assert clean_bytes(content).content is None
    data = {"do": "clean", "file": (io.BytesIO(content), "photo.jpg", "image/jpeg")}
    answer = quick(app).post("/photos/send", data=data)
    assert answer.status_code in (415, 422)
    assert content not in answer.data


@pytest.mark.attack("V3.2.1", "has a clean copy opened as a page, with a script that was in the pixels")
def test_a_copy_is_a_file_and_never_a_page(app: Flask) -> None:
    """Bytes to be kept, under our own name, that no browser guesses a kind for."""
    photo = HIDING_PLACES["jpeg: comment"][0]
    answer = quick(app).post("/photos/send", data={"do": "clean", "file": (io.BytesIO(photo), f"{hostile.NAME}.html")})
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="photo-1.jpg"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
