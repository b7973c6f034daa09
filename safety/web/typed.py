"""What somebody typed, as it can stand in its field once more."""

from __future__ import annotations


def again(text: str, most: int) -> str:
    """The first ``most`` characters. What nobody sees becomes a space: it could turn the page round or break it."""
    return "".join(letter if letter.isprintable() else " " for letter in text[:most])
