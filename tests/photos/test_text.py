"""Text comes out whatever its encoding."""

import pytest

from safety.photos.text import read_terminated, read_text


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
