"""What was typed as plain words, the stems of English words, and how far apart two words are.

Its twin is `static/js/pages/search/words.js`; `tests/vectors/search.json` holds both to the same answers.
It knows no word: a stem is made by rules, and it can be no word at all ('sharing' and 'shared' become 'shar').

Source: Unicode Standard Annex #15 (NFKC, NFKD), checked 2026-11-23. The distance is that of optimal string alignment:
a letter more, a letter less, another letter, or two neighbours the other way round count one each.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MAX_CHARACTERS, MAX_TOKENS = 100, 12
# Letters that no decomposition takes apart.
_FOLDED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "\u0131": "i"}
)
_APOSTROPHES = dict.fromkeys(map(ord, "'\u2018\u2019\u02bc\u02b9\uff07"))
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
SHORTEST_STEM, SHORTEST_INFLECTED = 3, 4
# A slip of the finger in a word of so many letters, and two in a longer one.
LONG_ENOUGH, LONG = 3, 8


def tokens(text: str) -> list[str]:
    """The words of the first characters of ``text``, in small plain letters."""
    folded = unicodedata.normalize("NFKC", text[:MAX_CHARACTERS]).lower().translate(_APOSTROPHES)
    plain = unicodedata.normalize("NFKD", folded).translate(_FOLDED)
    return list(_split(plain))[:MAX_TOKENS]


def _split(text: str) -> Iterator[str]:
    word = ""
    for character in text:
        kind = unicodedata.category(character)[0]
        if kind in "LN":
            word += character
        # A mark above or below a letter was taken off it.
        elif kind != "M" and word:
            yield word
            word = ""
    if word:
        yield word


def stem(word: str) -> str:
    """An English word without its ending."""
    if len(word) < SHORTEST_INFLECTED:
        return word
    word = _without_ending(_singular(word))
    return word[:-1] if len(word) > SHORTEST_STEM and word.endswith("e") else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORTEST_INFLECTED:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > SHORTEST_INFLECTED:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= SHORTEST_STEM and _VOWEL.search(rest):
            return _DOUBLED.sub(r"\1", rest)
    return word


def allowed_slips(word: str) -> int:
    """How many slips of the finger a word of this length may hold."""
    return 2 if len(word) >= LONG else 1 if len(word) >= LONG_ENOUGH else 0


def distance(one: str, other: str, most: int) -> int:
    """How many slips lie between two words; ``most + 1`` when there are more than ``most``."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, above, row = row, before, [at]
        for place, its in enumerate(other, 1):
            cost = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != its))
            if place > 1 and at > 1 and letter == other[place - 2] and one[at - 2] == its:
                cost = min(cost, above[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def letters(word: str) -> int:
    """Which letters a word has, as bits: words whose letters differ by far need not be compared."""
    bits = 0
    for character in word:
        bits |= 1 << (ord(character) & 31)
    return bits
