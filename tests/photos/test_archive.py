"""The zip tells nothing of who made it or when, and says what is not in it."""

from __future__ import annotations

import io
import struct
from zipfile import ZIP_STORED, ZipFile

import pytest

from safety.photos import archive
from safety.photos.archive import Archive, Ended, note
from safety.photos.outcome import Ending, Outcome, Refusal
from safety.photos.recognise import Format

CLEANED = Outcome(Ending.CLEANED, Format.JPEG)
REFUSED = Outcome(Ending.REFUSED, refusal=Refusal("unsupported-format", (("format", "pdf"),)))


def packed(**files: bytes) -> bytes:
    """A zip with these files."""
    with Archive() as made:
        for name, content in files.items():
            made.add(name, content)
        return made.finish()


def test_a_zip_gives_back_what_was_put_in() -> None:
    """Stored as it is, in its order, and every sum is right."""
    with ZipFile(io.BytesIO(packed(a=b"\xff\xd8first", b=b"", c=b"x" * 100_000))) as opened:
        assert opened.testzip() is None
        assert [opened.read(name) for name in opened.namelist()] == [b"\xff\xd8first", b"", b"x" * 100_000]
        assert {entry.compress_type for entry in opened.infolist()} == {ZIP_STORED}


def test_a_zip_tells_no_time_system_or_comment() -> None:
    """The first day that a zip can name, no extra field, no comment; the same bytes on every system."""
    content = packed(a=b"1", b=b"2")
    with ZipFile(io.BytesIO(content)) as opened:
        for entry in opened.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.extra, entry.comment, entry.create_system, entry.flag_bits) == (b"", b"", 3, 0)
            assert entry.external_attr >> 16 == 0o100644
        assert opened.comment == b""
    # Length of the extra field in each header of a file.
    assert [struct.unpack_from("<H", content, at + 28)[0] for at in (0, 32)] == [0, 0]
    assert content == packed(a=b"1", b=b"2")


def test_an_archive_that_nobody_finishes_is_closed() -> None:
    """When nothing was clean, or something failed in the middle."""
    made = Archive()
    with made:
        made.add("photo-1.jpg", b"1")
    with pytest.raises(ValueError, match="closed"):
        made.add("photo-2.jpg", b"2")


def test_there_is_room_only_for_what_the_server_keeps_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip that has room for one more file is within the limit with it, with all its names and with the note."""
    monkeypatch.setattr(archive, "MAX_BYTES", 200_000)
    made, count = Archive(), 0
    while made.has_room(100) and count < 199:
        count += 1
        made.add(f"photo-{count}.jpg", bytes(100))
    assert count == 199
    assert made.has_room(40_000)
    assert not made.has_room(50_000)
    made.add("photo-200.jpg", bytes(40_000))
    made.add("NOT-CLEANED.txt", note([Ended(number, 10**6, REFUSED) for number in range(1, 201)]).encode())
    assert len(made.finish()) <= 200_000


def test_the_note_says_which_and_why() -> None:
    """By number, size and kind, for people; a file that was not reached is among them."""
    endings = [Ended(1, 10, CLEANED), Ended(2, 1_200_000, REFUSED), Ended(3, 5_000, None)]
    lines = note(endings).split("\r\n")
    assert lines[0] == "Not cleaned, and so not in this zip: 2 of 3 files."
    assert lines[2].startswith("File 2 of 3 (1.2 MB): We cannot clean PDF files.")
    assert lines[3].startswith("File 3 of 3 (5 KB): There was no time or no room left for it.")
    assert lines[-1] == ""
    assert "\n" not in "".join(lines)


def test_there_is_no_note_when_all_is_clean() -> None:
    """Nothing to say."""
    assert note([Ended(1, 10, CLEANED)]) == ""


def test_the_note_is_translated() -> None:
    """Each of its sentences."""
    told = note([Ended(1, 10, REFUSED), Ended(2, 10, None)], lambda text: f"«{text}»")
    assert told.count("«") == told.count("»") >= 6
