"""The words for five dice: the long list of the Electronic Frontier Foundation, as it is served to browsers.

Source: EFF's long wordlist for passphrases, Joseph Bonneau, 2016 (eff.org/dice, CC BY 3.0 US), checked 2026-11-23.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).resolve().parents[2] / "static" / "vendor" / "eff" / "words.js"


@cache
def words() -> tuple[str, ...]:
    """All words, in the order of the throws 11111 to 66666."""
    _, listed, _ = FILE.read_text(encoding="ascii").split("`")
    return tuple(listed.split("\n"))
