"""A check as a file: opened by its words alone, and whatever else is given gets a clear reason."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safety.check.choose import Mark
from safety.check.progress import Check, Progress, pack
from safety.check.saved.carried import HEAD_BYTES, MAGIC, MAX_BYTES, CannotOpen, Why, read, write
from safety.check.saved.sealing import Work, keys, master, seal

QUICK = Work(1 << 4)
WORDS = ("abacus", "yoyo", "zoom", "sandpaper", "unfold", "grid")
PROGRESS = Progress((Check(id=5).mark("two-factor", Mark.DONE, 9),))
FILE = write(PROGRESS, WORDS, os.urandom, QUICK)


def why(content: bytes, words: tuple[str, ...] = WORDS) -> Why:
    """Why a file is not opened."""
    with pytest.raises(CannotOpen) as caught:
        read(content, words, QUICK)
    return caught.value.why


def test_a_file_opens_with_its_words() -> None:
    """Everything comes back."""
    assert read(FILE, WORDS, QUICK) == PROGRESS


def test_two_files_of_the_same_check_look_different() -> None:
    """Nobody sees that two files hold the same; only their lengths are alike."""
    other = write(PROGRESS, WORDS, os.urandom, QUICK)
    assert other[HEAD_BYTES:] != FILE[HEAD_BYTES:]
    assert len(other) == len(FILE)


def test_a_file_says_nothing_of_what_it_is() -> None:
    """No name of this site, no word and no item is in it."""
    for word in (b"unshared", b"two-factor", *(word.encode() for word in WORDS)):
        assert word not in FILE.lower()


def test_every_reason_is_told() -> None:
    """No file, another kind, a cut one, a larger one, a newer one, other words."""
    assert why(b"") is Why.NO_FILE
    assert why(b"\xff\xd8\xff\xe0 a picture") is Why.FOREIGN
    assert why(MAGIC) is Why.CUT
    assert why(FILE[:-1]) is Why.CUT
    assert why(FILE + bytes(MAX_BYTES)) is Why.LARGE
    assert why(MAGIC + b"\x02" + FILE[5:]) is Why.NEWER
    assert why(FILE, WORDS[::-1]) is Why.OTHER_WORDS
    assert why(FILE[:-1] + bytes([FILE[-1] ^ 1])) is Why.OTHER_WORDS


def test_a_newer_form_inside_is_told_too() -> None:
    """A later site can keep more than this one can read."""
    head = FILE[:HEAD_BYTES]
    key = keys(master(WORDS, head, QUICK)).key
    assert why(head + seal(key, b"\x09" + pack(PROGRESS)[1:], head, bytes(12))) is Why.NEWER


@pytest.mark.parametrize("length", range(1, len(FILE), 13))
def test_a_file_cut_anywhere_is_not_whole(length: int) -> None:
    """Half a file is called half a file."""
    assert why(FILE[:length]) is Why.CUT


@settings(max_examples=30)
@given(st.binary(max_size=2000))
def test_any_bytes_get_a_reason(content: bytes) -> None:
    """Nothing that is given breaks anything."""
    assert why(content) in Why
    assert why(MAGIC + b"\x01" + content) in Why
