"""Six words that open what is kept, or a host's desk: drawn by chance, and read again however somebody types them.

They are drawn from EFF's long list without the few that bear a hyphen or that hurt, so that they can be said aloud:
about 7,600 words, six of them 77 bits. The list is public, so a word that is not on it is told, with words like it.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final

from safety.library import dice

COUNT: Final = 6
MAX_CHARACTERS: Final = 400
MAX_NEAR: Final = 3
ALIKE: Final = 0.7
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
# Of violence, shame or the body: nobody who is frightened is to read one aloud. They are read, but never drawn.
_UNKIND: Final = """
agony anguished arousal ashamed backstab blame browbeat bruising brute brutishly bullwhip bully captive captivity
caress carnage casualty cheating chokehold choking cleaver coma corset crazy crudely crudeness cruelly cruelness
cruelty crying danger deceased deranged despair dirtiness disgrace dreaded dreadful drown enslave entrap evil
exposable expose exposure extortion filth fondling gag gangrene gloomily gloomy gory graves graveyard grief groin
groom grope handcuff handgun harmful hate hatred humiliate humped hurt imprison jackknife jailbird jailer jailhouse
jockstrap juvenile kissable kisser kissing licking lurk lustfully lustily lustiness lusty mangle massager moaner
moaning mourner mournful mutilated mutilator muzzle naturist nutcase nuttiness obnoxious outcast outshoot overkill
panic pants pantyhose paparazzi pelvis penknife perish poison predator pregnancy pregnant preteen prison profane
profanity punch punisher rectal regretful remorse retaliate reveal revenge rubbed rubbing rubdown ruined savage
scandal scared scariness scarring scary scorn seduce seducing shame sinister sinner slander slapping slashed slashing
smother snitch snooper squeezing stinking stinky strangle submitter suffocate sultry taunt thigh thong threaten
trapped trapper trapping unbutton unclad unclothed uncover undead underage underwear undress unexposed unholy
unisexual unlaced unlovable unloved unrobed unsafe unveiled unveiling unwanted unwelcome unworthy unzip uselessly
vengeful villain violate violation violator wimp womb wound
"""
UNKIND: Final = frozenset(_UNKIND.split())
_PART = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Unlisted:
    """A word that is not on the list: its place from 1, and up to three words of the list like it."""

    place: int
    near: tuple[str, ...]


@dataclass(frozen=True)
class Typed:
    """What somebody typed: their words, and those that are on no list. ``long`` is more than six words can be."""

    words: tuple[str, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()
    long: bool = False

    @property
    def whole(self) -> bool:
        """Whether these can be six words that were drawn."""
        return len(self.words) == COUNT and not self.unlisted


@cache
def drawn_from() -> tuple[str, ...]:
    """The words that are drawn."""
    return tuple(word for word in dice.words() if "-" not in word and word not in UNKIND)


def bits() -> float:
    """How many bits of chance are in six words."""
    return COUNT * math.log2(len(drawn_from()))


def draw(below: Callable[[int], int]) -> tuple[str, ...]:
    """Six words; ``below(n)`` gives a random number under n, each as likely."""
    words = drawn_from()
    return tuple(words[below(len(words))] for _ in range(COUNT))


def read(text: str) -> Typed:
    """The words in ``text``, whatever is between them: spaces, lines, commas, hyphens, numbers."""
    if len(text) > MAX_CHARACTERS:
        return Typed(long=True)
    words = tuple(_joined(_parts(text)))
    if len(words) > COUNT:
        return Typed(words)
    listed = _listed()
    return Typed(words, tuple(Unlisted(place, near(word)) for place, word in enumerate(words, 1) if word not in listed))


def near(word: str) -> tuple[str, ...]:
    """Words of the list that differ from ``word`` by one slip of the finger; then others that look like it."""
    listed = _listed()
    found = sorted(listed & set(_slips(word)))
    if len(found) < MAX_NEAR:
        same_start = [one for one in drawn_from() if one[0] == word[0]]
        found += [one for one in get_close_matches(word, same_start, MAX_NEAR, ALIKE) if one not in found]
    return tuple(found[:MAX_NEAR])


@cache
def _listed() -> frozenset[str]:
    return frozenset(word for word in dice.words() if "-" not in word)


def _parts(text: str) -> list[str]:
    """The runs of letters, small, without accents and without signs that nobody sees."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Cf"))
    return _PART.findall(kept)


def _joined(parts: Sequence[str]) -> Iterator[str]:
    """The words: somebody writes ``yoyo`` with a hyphen or in two."""
    listed, at = _listed(), 0
    while at < len(parts):
        pair = "".join(parts[at : at + 2])
        is_pair = parts[at] not in listed and pair in listed
        yield pair if is_pair else parts[at]
        at += 1 + is_pair


def _slips(word: str) -> Iterator[str]:
    """What one letter more, less, other or swapped makes of ``word``."""
    if len(word) > len(max(_listed(), key=len)) + 1:
        return
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]
