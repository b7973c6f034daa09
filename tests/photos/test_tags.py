"""The full table of tags, from ExifRead behind a guard."""

import json
import logging
import struct
import time

import pytest

from safety.photos import inspect_bytes, tags
from safety.photos.limits import MAX_TAG_ROWS
from safety.photos.tags import Tag, exif_block_of, tag_table
from safety.photos.tags_worker import work
from tests.photos import samples
from tests.photos.pace import is_in_time
from tests.photos.test_embedded import PICTURE

EXIF = samples.exif(6)
FILES = {
    "jpeg": samples.after_start(samples.segment(0xE1, b"Exif\0\0" + EXIF)),
    "tiff": EXIF,
    "png": samples.after_header(samples.chunk(b"eXIf", EXIF)),
    "webp": samples.riff(samples.canvas(8), samples.coded_webp(), samples.piece(b"EXIF", EXIF)),
    "webp with mark": samples.riff(samples.canvas(8), samples.coded_webp(), samples.piece(b"EXIF", b"Exif\0\0" + EXIF)),
    "heif item": samples.box(b"ftyp", b"heic") + samples.box(b"mdat", b"\0\0\0\6Exif\0\0" + EXIF),
}


def hostile(entries: int = 21, count: int = 2_000_000) -> bytes:
    """266 bytes with 21 maker notes of two million values each.

    Measured on 2026-11-23 with ExifRead 3.5.1 and no guard: a note of two million values takes 1.9 seconds, all
    of them 40 seconds, since ExifRead reads each value for itself, also beyond the end of the file.
    """
    entry = struct.pack(">HHII", 0x927C, 7, count, 8)
    return b"MM\0*\0\0\0\x08" + struct.pack(">H", entries) + entry * entries + bytes(4)


@pytest.mark.parametrize("name", FILES)
def test_tags_of_every_format_are_read(name: str) -> None:
    """The same block gives the same table, wherever it stands."""
    table = tag_table(FILES[name])
    assert Tag("Image", "Make", "Acme") in table
    assert Tag("EXIF", "DateTimeOriginal", "2024:01:31 10:20:30") in table
    assert any(tag.group == "GPS" for tag in table)


@pytest.mark.parametrize("content", [b"", b"hello", PICTURE, b"II*\0", b"Exif\0\0II*\0", samples.png()])
def test_nothing_and_broken_are_an_empty_table(content: bytes) -> None:
    """ExifRead does not tell the two apart, and the table does not pretend to."""
    assert tag_table(content) == ()


def test_a_file_that_takes_long_is_given_up() -> None:
    """What would take 40 seconds ends after two with an empty table."""
    content = hostile()
    assert len(content) < 270
    started = time.monotonic()
    assert tag_table(content) == ()
    assert 2 <= time.monotonic() - started < 5


def test_the_hostile_file_is_what_it_says() -> None:
    """The guard is needed: the time grows with the number that the file claims, not with its size."""
    started = time.process_time()
    work(hostile(1, 200_000), ())
    assert time.process_time() - started > 0.05


def test_a_failure_hides_no_finding() -> None:
    """The findings come from our own readers, at once."""
    file = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + hostile()))
    started = time.process_time()
    assert {finding.code for finding in inspect_bytes(file).findings} == {"maker-notes"}
    assert is_in_time(time.process_time() - started, 1)


def test_a_worker_that_cannot_start_gives_an_empty_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the installation is no reason to show no page."""
    monkeypatch.setattr(tags, "_WORKER", "safety.photos.no_such_worker")
    assert tag_table(FILES["jpeg"]) == ()


@pytest.mark.parametrize("answer", [b"", b"not json", b'{"a": 1}', b'[["a", "b"]]', b"[1]", b'[["a", "b", 3]]', None])
def test_an_answer_that_is_no_table_is_an_empty_one(monkeypatch: pytest.MonkeyPatch, answer: bytes | None) -> None:
    """Whatever a worker says, nothing is raised."""
    monkeypatch.setattr(tags, "run_guarded", lambda *arguments: answer)
    assert tag_table(FILES["jpeg"]) == ()


def test_rows_are_counted_and_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """At most 500 rows, and values of at most 200 characters that cannot upset a screen."""
    rows = [["Image", "Tag", "\x1b[31m" + "x" * 900]] * 900
    monkeypatch.setattr(tags, "run_guarded", lambda *arguments: json.dumps(rows).encode())
    table = tag_table(FILES["jpeg"])
    assert len(table) == MAX_TAG_ROWS
    assert table[0].value == "[31m" + "x" * 196


def test_worker_cuts_its_answer_itself() -> None:
    """Also a block of a thousand tags gives 500 rows."""
    entries = [(0x9000 + number, 3, struct.pack(">H", number)) for number in range(1_000)]
    block = b"MM\0*\0\0\0\x08" + samples._ExifWriter(">")._directory(8, entries, 0)
    rows = json.loads(work(block, ()))
    logging.disable(logging.NOTSET)
    assert len(rows) == MAX_TAG_ROWS
    assert all(len(row) == 3 and len(row[2]) <= 200 for row in rows)


def test_only_the_block_is_handed_over() -> None:
    """The container is not ExifRead's business: what it gets begins with the header of the block."""
    for content in FILES.values():
        assert exif_block_of(content).startswith(EXIF)
    assert exif_block_of(samples.jpeg()) == b""
