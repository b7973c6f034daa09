"""The vectors that hold both searches to the same answers: `python -m tests.pages.search_vectors` writes them anew.

They are made from a few results of our own, so that no edit of the content changes them.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any, Final

from safety.library.search_schema import Concept, Mood, Room
from safety.pages.search.entries import Entry, Link
from safety.pages.search.find import find
from safety.pages.search.index import Index, build
from safety.pages.search.script import packed
from safety.pages.search.words import distance, stem, tokens

FILE: Final = Path(__file__).parents[1] / "vectors" / "search.json"
RANDOM_QUERIES, SEED = 400, 8
SKIPPED: Final = ("a", "the", "my", "to", "is", "will")


def _entry(id_: str, room: Room, title: str, line: str, body: str = "", *, adults: bool = False, **more: Any) -> Entry:
    links = more.pop("links", (Link(f"/{id_}"),))
    return Entry(id_, room, title, line, links, adults, body=body, **more)


ENTRIES: Final = (
    _entry("help", Room.HELP, "Get help", "When somebody threatens to share a picture.", keywords="danger suicide"),
    _entry("help/hour", Room.HELP, "The first hour", "What to do about threats.", "Stop answering. Pay nobody."),
    _entry(
        "numbers", Room.HELP, "Numbers", "By country: Germany, Türkiye, Côte d\u2019Ivoire.", "Call them. Naïve café."
    ),
    _entry("adults/one", Room.HELP, "A service for adults", "Takes pictures down.", "nudes", adults=True),
    _entry("adults/two", Room.HELP, "Another for adults", "Nudes again.", links=(Link("/numbers"),), adults=True),
    _entry("three", Room.HELP, "Third", "Nudes", links=(Link("/numbers"),)),
    _entry("four", Room.HELP, "Fourth", "Nudes", links=(Link("/numbers"),)),
    _entry("talk", Room.TALK, "Sharing and asking", "Words.", links=(Link("/t/8", "8-10"), Link("/t/11", "11-12"))),
    _entry("copies", Room.CHECK, "Copies in the cloud", "Where pictures are: bins, backups, passwords.", "delete"),
    _entry("passwords", Room.PASSWORDS, "Test a password", "Long passphrases hold.", "password passkeys passcode"),
    _entry("greek", Room.SITE, "Ελληνικά", "Русский 中文 ١٢٣", "ΣΊΣΥΦΟΣ"),
)
CONCEPTS: Final = (
    Concept("threat", ("threat", "blackmail", "will post", "pay up now"), ("threatens",), ("help/hour",), Mood.URGENT),
    Concept("nude", ("nude", "naked picture"), ("nudes",), ("adults/one", "talk", "nowhere"), Mood.CAREFUL),
    Concept("out", ("leaked", "is out"), ("shared",), ("help", "numbers"), Mood.DISTRESS),
    Concept("leak", ("password leaked",), ("password",), ("passwords",)),
    Concept("die", ("want to die",), (), (), Mood.URGENT),
    Concept("young", ("im 14",), (), ("talk",), Mood.CAREFUL, under_18=True),
)
TYPED: Final = (
    "", " ", "the", "threat", "thraet", "THREATENS", "blackmial", "will post", "wil psot",
    "he will post my naked picture", "nude", "nudes", "nuds", "naked pictures", "leaked", "password leaked",
    "pasword leekd", "is out", "shar", "sharin", "sharing", "shared", "pass", "p", "pa", "passw", "passwordz",
    "copies", "copy", "clowd", "cloude", "back ups", "die", "want to die", "wnat to die", "i want 2 die",
    "im 14 nude", "nude im 14 leaked", "im 41 nude", "blackmail naked pictures in the cloud",
    "numbers in germany", "turkiye", "TÜRKİYE", "cote d'ivoire", "côte d\u2019ivoire", "naive cafe", "ελληνικα",
    "σίσυφος", "РУССКИЙ", "中文", "123", "١٢٣", "\uff54\uff48\uff52\uff45\uff41\uff54", "<b>threat</b>",
    "thr\u0000eat", "threat\u200bs", "(((((((((((", "a" * 300, "ab " * 60, "threat " * 20, "😀", "👩‍👩‍👧 nude",
    "\u202enude\u202c", "e\u0301\u0301\u0301nude", "\ud83d", "ﬀ ﬁ ﬂ", "\u017ftraße", "ǅ", "½ ² ³",
    "don't 'quote' me", "nude-picture", "nude_picture", "x.com/threat?nude=1", "{{nude}}", "' or 1=1 --",
)  # fmt: skip
WORDS: Final = (
    "sharing", "shared", "shares", "share", "copies", "copy", "copied", "stopped", "stopping", "telling",
    "pictures", "nudes", "passes", "wishes", "watches", "boxes", "this", "bus", "less", "using", "used", "ring",
    "red", "tied", "agreed", "a", "is", "😀😀ing", "abcs", "ies", "ing", "sssss", "controlled", "planned",
    "threatened", "threatens",
)  # fmt: skip
PAIRS: Final = (
    ("", ""), ("", "ab"), ("abc", "acb"), ("abc", "abc"), ("ca", "abc"), ("threat", "thraet"),
    ("nude", "nuedes"), ("password", "pasword"), ("blackmail", "blakcmial"), ("kitten", "sitting"),
    ("😀a", "a😀"), ("ab", "ba"), ("abcd", "badc"),
)  # fmt: skip


def index() -> Index:
    """The small index that the vectors are about."""
    return build(ENTRIES, CONCEPTS, SKIPPED, is_stemmed=True)


def answer(index: Index, typed: str) -> list[Any]:
    """What the search says to ``typed``, as both twins can say it: the mood, and the title of each result."""
    found = find(index, typed)
    return [found.mood.value, [entry.title for entry in found.entries]]


def random_queries(index: Index, count: int, seed: int) -> list[str]:
    """Words of ``index`` thrown together, cut short and mistyped, the same ones each time."""
    chance = random.Random(seed)  # noqa: S311  # nothing is secret about them
    return [" ".join(_mistyped(chance, index) for _ in range(chance.randint(1, 5))) for _ in range(count)]


def _mistyped(chance: random.Random, index: Index) -> str:
    word = chance.choice(index.words)
    at, letter = chance.randrange(len(word)), chance.choice("abcdefghijklmnopqrstuvwxyzéß ")
    before, behind = word[:at], word[at + 1 :]
    swapped = before + word[at : at + 2][::-1] + word[at + 2 :]
    slips = (before + behind, before + letter + word[at:], before + letter + behind, swapped)
    forms = (word, word[: at + 1], f"{word}s", f"{word}ing", word.upper(), chance.choice(sorted(index.skipped)))
    return chance.choice((*slips, *forms, word))


def made() -> dict[str, Any]:
    """All vectors, as the engine of the server answers now."""
    small = index()
    typed = [*TYPED, *random_queries(small, RANDOM_QUERIES, SEED)]
    return {
        "index": packed(small),
        "queries": [[text, *answer(small, text)] for text in dict.fromkeys(typed)],
        "tokens": [[text, tokens(text)] for text in TYPED],
        "stems": [[word, stem(word)] for word in WORDS],
        "distances": [[one, other, most, distance(one, other, most)] for one, other in PAIRS for most in (0, 1, 2)],
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(made(), ensure_ascii=True, indent=1) + "\n", encoding="utf-8")
