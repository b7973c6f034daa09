"""The index of the search: every result, and for each word how much it tells of which result.

A weight is that of BM25 over weighted fields, as a whole number: both twins add whole numbers, so they agree to the
last place. It is built once for each language, when somebody first opens the search.

Source: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009 (BM25F, simple form).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from safety.library.schema import Library
from safety.library.search_schema import Concept, Mood
from safety.pages.search.entries import Entry, entries
from safety.pages.search.words import letters, stem, tokens

# How much a word tells that stands there, and how often it counts.
TITLE, KEYWORD, LINE, NAME, BODY = 8, 6, 3, 2, 1
MOST_TIMES = 2
# Of a long text only the words that tell most of it are kept.
MOST_OF_BODY = 12
SATURATION, LENGTH_COUNTS = 6.0, 0.5
STRONGEST = 26
MOODS = tuple(Mood)
STEMMED = "en"


Stems = Callable[[str], list[str]]


@dataclass(frozen=True)
class Meaning:
    """What a concept adds: words of ours, by their number, and the results that come first, by theirs."""

    mood: int
    words: tuple[int, ...]
    pages: tuple[int, ...]
    under_18: bool = False


@dataclass(frozen=True)
class Phrase:
    """Words that somebody types, by their number, for a meaning, by its."""

    words: tuple[int, ...]
    meaning: int


@dataclass(frozen=True)
class Index:
    """Everything that a search needs. Words are stems, sorted; a posting is a result and the weight of a word in it."""

    entries: tuple[Entry, ...]
    words: tuple[str, ...]
    postings: tuple[tuple[tuple[int, int], ...], ...]
    skipped: frozenset[str]
    meanings: tuple[Meaning, ...]
    phrases: tuple[Phrase, ...]
    is_stemmed: bool

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each word."""
        return {word: number for number, word in enumerate(self.words)}

    @cached_property
    def letters(self) -> tuple[int, ...]:
        """Which letters each word has."""
        return tuple(map(letters, self.words))


@dataclass(frozen=True)
class _Fields:
    """How often each word counts in one result, which of them are kept in any case, and how much is shown.

    A long text behind a result, or many names, make its title tell no less.
    """

    counted: Counter[str]
    kept: frozenset[str]
    length: int


def of_library(library: Library) -> Index:
    """The index of all that ``library`` holds."""
    skipped = (word for row in library.skipped for word in row.words)
    return build(entries(library), library.concepts, skipped, is_stemmed=library.language.split("-")[0] == STEMMED)


def build(found: Sequence[Entry], concepts: Sequence[Concept], skipped: Iterable[str], *, is_stemmed: bool) -> Index:
    """The index of the results ``found``. A page that a concept names and nobody has is left out."""
    ignored = frozenset(token for words in skipped for token in tokens(words))

    def stems(text: str) -> list[str]:
        # A long text is taken piece by piece: what is typed is cut, our own texts are not.
        words = (token for piece in text.split() for token in tokens(piece))
        return [stem(word) if is_stemmed else word for word in words if word not in ignored]

    def typed(text: str) -> list[str]:
        return [stem(word) if is_stemmed else word for word in tokens(text)]

    weights = _weights([_fields(entry, stems) for entry in found])
    words = tuple(sorted({*weights, *(word for one in concepts for text in one.words for word in typed(text))}))
    numbers = {word: number for number, word in enumerate(words)}
    places = {entry.id: number for number, entry in enumerate(found)}
    phrases = (
        Phrase(tuple(numbers[word] for word in typed(text)), number)
        for number, concept in enumerate(concepts)
        for text in concept.words
    )
    return Index(
        # What stood in a text is in the weights by now.
        tuple(replace(entry, keywords="", names="", body="") for entry in found),
        words,
        tuple(tuple(sorted(weights.get(word, {}).items())) for word in words),
        ignored,
        tuple(_meaning(concept, numbers, places, stems) for concept in concepts),
        tuple(dict.fromkeys(phrases)),
        is_stemmed,
    )


def _meaning(concept: Concept, numbers: Mapping[str, int], places: Mapping[str, int], stems: Stems) -> Meaning:
    meant = dict.fromkeys(stem for words in concept.means for stem in stems(words))
    return Meaning(
        MOODS.index(concept.mood),
        tuple(numbers[word] for word in meant if word in numbers),
        tuple(places[page] for page in concept.pages if page in places),
        concept.under_18,
    )


def _fields(entry: Entry, stems: Stems) -> _Fields:
    counted: Counter[str] = Counter()
    shown = ((TITLE, entry.title), (LINE, entry.line))
    unseen = ((KEYWORD, entry.keywords), (NAME, entry.names), (BODY, entry.body))
    for weight, text in (*shown, *unseen):
        for word, times in Counter(stems(text)).items():
            counted[word] += weight * min(times, MOST_TIMES)
    kept = " ".join((entry.title, entry.line, entry.keywords, entry.names))
    return _Fields(counted, frozenset(stems(kept)), sum(weight * len(stems(text)) for weight, text in shown))


def _weights(found: Sequence[_Fields]) -> dict[str, dict[int, int]]:
    """The weight of each word in each result where it tells enough, from 1 to ``STRONGEST``."""
    seen = Counter(word for fields in found for word in fields.counted)
    usual = sum(fields.length for fields in found) / max(1, len(found))
    exact = [_exact(fields, seen, len(found), usual) for fields in found]
    highest = max((weight for weights in exact for weight in weights.values()), default=1.0)
    whole: dict[str, dict[int, int]] = {}
    for number, weights in enumerate(exact):
        for word, weight in weights.items():
            whole.setdefault(word, {})[number] = max(1, round(STRONGEST * weight / highest))
    return whole


def _exact(fields: _Fields, seen: Mapping[str, int], count: int, usual: float) -> dict[str, float]:
    """What each word of one result tells of it, without the words of its text that tell least."""
    longer = 1 - LENGTH_COUNTS + LENGTH_COUNTS * fields.length / usual
    weights = {
        word: _rarity(seen[word], count) * times / (times + SATURATION * longer)
        for word, times in fields.counted.items()
    }
    below = sorted(weights.keys() - fields.kept, key=lambda word: (-weights[word], word))
    return {word: weight for word, weight in weights.items() if word not in set(below[MOST_OF_BODY:])}


def _rarity(seen: int, count: int) -> float:
    return math.log(1 + (count - seen + 0.5) / (seen + 0.5))
