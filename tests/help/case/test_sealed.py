"""Opening a sealed file: whole ones open, and every other is told by what is wrong with it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from safety.help.case.sealed import MAX_BYTES, CannotOpen, Why, normalised, opened, parts
from tests.help.case import samples
from tests.help.case.samples import FIRST_LINE, PASSPHRASE, header, sealed, with_sum

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parents[2] / "vectors" / "case.json").read_text("utf-8"))
WHOLE = sealed("a text")
END_OF_HEADER = WHOLE.index(b"\n", len(FIRST_LINE)) + 1
HOSTILE_HEADERS = {
    "empty": b"",
    "no JSON": b"{",
    "a list": b"[]",
    "a number": b"1",
    "few rounds": header(rounds=599_999),
    "endless rounds": header(rounds=5_000_001),
    "rounds as text": header(rounds="600000"),
    "rounds with a point": header(rounds=600000.0),
    "rounds true": header(rounds=True),
    "other cipher": header(cipher="AES-128-CBC"),
    "other kdf": header(kdf="none"),
    "no salt": header(salt=None),
    "short salt": header(salt="AAAA"),
    "long salt": header(salt="A" * 400),
    "salt in another spelling": header(salt="AAECAwQFBgcICQoLDA0ODx=="),
    "iv as a list": header(iv=[1]),
    "unknown part": header(more=1),
    "spaces": header().replace(b":", b": ", 1),
    "twice": header().replace(b'"iv"', b'"iv":"","iv"', 1),
    "too long": header(more="x" * 500),
    "not UTF-8": b"\xff" * 20,
    "too deep": b"[" * 511,
}


def why(content: bytes, passphrase: str = PASSPHRASE) -> Why | None:
    """Why a file cannot be opened; None when it can."""
    try:
        opened(parts(content), passphrase)
    except CannotOpen as error:
        return error.why
    return None


def why_not_whole(content: bytes) -> Why | None:
    """What is found before a passphrase is asked."""
    try:
        parts(content)
    except CannotOpen as error:
        return error.why
    return None


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_both_engines_seal_the_same_bytes(vector: dict[str, Any]) -> None:
    """The format has one spelling: the browser makes the very bytes that this file's sum stands for."""
    text = vector["text"] * vector["times"]
    content = sealed(text, vector["normalised"], iv=bytes.fromhex(vector["iv"]))
    assert hashlib.sha256(content).hexdigest() == vector["sha256"]
    assert opened(parts(content), vector["typed"]) == text


def test_a_large_text_opens() -> None:
    """Up to the limit of the format."""
    text = "ż" * (1024 * 1024)
    assert opened(parts(sealed(text)), PASSPHRASE) == text


def test_a_wrong_passphrase_is_told_from_damage() -> None:
    """Who mistyped is not told that the case is lost."""
    assert why(WHOLE, "sandy harbour tulip ten") == Why.WRONG_PASSPHRASE
    assert why(WHOLE, "") == Why.WRONG_PASSPHRASE
    assert why(WHOLE, "a" * 201) == Why.WRONG_PASSPHRASE
    assert why(WHOLE, "half \udc80") == Why.WRONG_PASSPHRASE
    assert why(WHOLE, "  " + PASSPHRASE.replace(" ", "\t ") + "\n") is None


def test_a_file_cut_anywhere_is_seen() -> None:
    """At every length, before a passphrase is asked."""
    found = {why_not_whole(WHOLE[:length]) for length in range(1, len(WHOLE))}
    assert found == {Why.DAMAGED}
    assert why_not_whole(b"") == Why.NOT_SEALED


def test_a_flipped_bit_is_seen() -> None:
    """Any in the first line and the header, and one in every few bytes behind."""
    places = [*range(END_OF_HEADER + 40), *range(END_OF_HEADER, len(WHOLE), 53), *range(len(WHOLE) - 40, len(WHOLE))]
    for place in places:
        for bit in range(8):
            content = bytearray(WHOLE)
            content[place] ^= 1 << bit
            assert why_not_whole(bytes(content)) in (Why.DAMAGED, Why.NOT_SEALED, Why.NEWER), (place, bit)


@pytest.mark.parametrize("line", HOSTILE_HEADERS.values(), ids=HOSTILE_HEADERS)
@pytest.mark.attack("V5.2.2", "gives somebody a case file whose head asks for endless work")
def test_a_hostile_header_is_refused(line: bytes) -> None:
    """With a right sum, and before any round of the key is made."""
    body = FIRST_LINE + line + b"\n" + WHOLE[END_OF_HEADER:-32]
    assert why_not_whole(with_sum(body)) == Why.DAMAGED


@pytest.mark.parametrize("size", [0, 15, 16, 16384 + 15, 16384 + 17, 24576 + 16, 8192 + 16])
def test_another_size_is_refused(size: int) -> None:
    """What is encrypted has the size of a power of two, and its tag."""
    assert why_not_whole(with_sum(WHOLE[:END_OF_HEADER] + bytes(size))) == Why.DAMAGED


def test_other_files_are_told() -> None:
    """Those of another kind, of a later version, and what is too large to be ours."""
    assert why_not_whole(b"\xff\xd8\xff\xe0") == Why.NOT_SEALED
    assert why_not_whole(b"unshared-case-2\n" + bytes(99)) == Why.NEWER
    assert why_not_whole(FIRST_LINE + bytes(MAX_BYTES)) == Why.TOO_LARGE


def test_what_was_changed_on_purpose_does_not_open() -> None:
    """Another text or another header under a right sum: the seal does not fit, even with the passphrase."""
    body = bytearray(WHOLE[:-32])
    body[-20] ^= 1
    assert why(with_sum(bytes(body))) == Why.DAMAGED
    other = FIRST_LINE + header(start=bytes(12)) + WHOLE[END_OF_HEADER - 1 : -32]
    assert why(with_sum(other)) == Why.DAMAGED


@pytest.mark.parametrize("plain", [(16381).to_bytes(4) + bytes(16380), b"\0\0\0\2\xff\xff".ljust(16384, b"\0")])
def test_a_hostile_inside_is_refused(plain: bytes) -> None:
    """A length beyond the end, and what is no text."""
    assert why(sealed("", plain=plain)) == Why.DAMAGED


def test_a_passphrase_is_the_same_on_every_keyboard() -> None:
    """Letters in other forms and double spaces give the same key."""
    assert normalised(" ﬁne\u00a0 \uff21\tb ") == "fine A b"
    assert samples.keys("fine A b") == samples.keys(normalised("ﬁne  A b"))
