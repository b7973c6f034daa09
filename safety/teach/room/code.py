"""The code of a room: eight characters, written down easily and read in any form.

Source: Base 32, Douglas Crockford (crockford.com/base32.html), the letters and how they are read, checked 2026-11-23.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 8
HALF: Final = LENGTH // 2
# Letters that look or sound like another are never in a code; who types one means the other.
MEANT: Final = str.maketrans("OILU", "011V")
MAX_TYPED: Final = 64


def make(number_below: Callable[[int], int]) -> str:
    """A new code; ``number_below(n)`` gives a random number from 0 to n - 1."""
    return "".join(ALPHABET[number_below(len(ALPHABET))] for _ in range(LENGTH))


def read(typed: str) -> str | None:
    """The code that somebody typed, in any form; None when it can be none."""
    letters = unicodedata.normalize("NFKC", typed[:MAX_TYPED]).upper().translate(MEANT)
    kept = "".join(letter for letter in letters if letter.isalnum())
    return kept if len(kept) == LENGTH and set(kept) <= set(ALPHABET) else None


def shown(code: str) -> str:
    """The code as people read it: ``ABCD-EFGH``."""
    return f"{code[:HALF]}-{code[HALF:]}"
