"""Text comes out whatever its encoding."""

import pytest

from safety.photos.metadata.text import decode_wide, read_terminated, read_text
from safety.photos.recognise import Order


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"plain\0\0", "plain"),
        ("Café".encode(), "Café"),
        ("Café".encode("latin-1"), "Café"),
        ("Anna".encode("utf-16-le"), "Anna"),
        ("Anna".encode("utf-16-be"), "Anna"),
        ("Änna".encode("utf-16"), "Änna"),
        (b"\xff\xfe\0", "\ufffd"),
        (b"", ""),
        (b"\0" * 9, ""),
    ],
)
def test_text_is_read(raw: bytes, text: str) -> None:
    """UTF-8, Latin-1 and both UTF-16."""
    assert read_text(raw) == text


def test_text_ends_at_its_zero() -> None:
    """EXIF ends texts with a zero; what follows is not the text."""
    assert read_terminated(b"Anna\0rest") == "Anna"


def test_long_text_is_cut() -> None:
    """Megabytes of text cost nothing."""
    assert len(read_text(b"a" * 10**6)) == 4096


@pytest.mark.parametrize("before", range(4))
def test_cut_through_a_letter_keeps_the_encoding(before: int) -> None:
    """A letter of several bytes at the end is left out; the others stay what they are."""
    text = "a" * before + "€" * 2_000
    assert read_text(text.encode()) == ("a" * before + "€" * ((4_096 - before) // 3))


@pytest.mark.parametrize(
    ("raw", "order", "text"),
    [
        ("привет".encode("utf-16-be"), "big", "привет"),
        ("привет".encode("utf-16-le"), "little", "привет"),
        ("hello".encode("utf-16-be"), "little", "hello"),
        (b"\xff\xfe" + "привет".encode("utf-16-le"), "big", "привет"),
        (b"\0", "big", "\ufffd"),
    ],
)
def test_wide_text_is_read(raw: bytes, order: Order, text: str) -> None:
    """In the order that it shows, else in the one that is given."""
    assert decode_wide(raw, order) == text
