"""The results for what somebody typed, best first, and what may be felt by who types that.

Every number is whole, so its twin `static/js/pages/search/find.js` finds the same in the same order. What was typed
is used here and nowhere else: nothing is kept, and the time it takes is bounded by the number of words that count.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from safety.library.search_schema import Mood, Room
from safety.pages.search.entries import Entry
from safety.pages.search.index import MOODS, Index
from safety.pages.search.words import allowed_slips, distance, letters, stem, tokens

# How much a word of the index counts for a word that was typed.
EXACT, MEANT, BEGUN, ONE_SLIP, TWO_SLIPS = 8, 6, 5, 4, 3
# The first page of a meaning, and how much less each next one counts.
FIRST_PAGE, NEXT_PAGE = 240, 24
# A meaning of several words is surer than one of a single word.
LONGER_PHRASE = 80
HELP_FIRST = (5, 4)
SHORTEST_BEGUN, SHORTEST_MEANT = 2, 4
MOST_BEGUN, MOST_SLIPPED = 40, 5
# What is far behind the best result is not shown.
LEAST_PART = 6
MOST_RESULTS, MOST_OF_ONE_ADDRESS = 20, 3
ENDINGS = ("e", "i", "in", "ie")
CAREFUL, DISTRESS, URGENT = (MOODS.index(mood) for mood in (Mood.CAREFUL, Mood.DISTRESS, Mood.URGENT))


@dataclass(frozen=True)
class Found:
    """The results, and the mood of who looks for this."""

    mood: Mood
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class _Slot:
    """One word that was typed, and the words of the index that may be meant, with how much each counts."""

    token: str
    factors: Mapping[int, int]


@dataclass(frozen=True)
class _Match:
    """A phrase in what was typed: from which word to which, for which meaning, and how sure that is."""

    start: int
    end: int
    meaning: int
    factor: int

    def holds(self, other: _Match) -> bool:
        """Whether this phrase is longer and has all of the other in it."""
        return self.start <= other.start and other.end <= self.end and self.length > other.length

    @property
    def length(self) -> int:
        return self.end - self.start


def find(index: Index, typed: str) -> Found:
    """What ``typed`` finds in ``index``."""
    words = tokens(typed)
    slots = [_slot(index, word, is_last=at == len(words) - 1) for at, word in enumerate(words)]
    matches = _matches(index, slots)
    shown = [one for one in matches if not any(other.holds(one) for other in matches)]
    mood = _mood(index, matches, shown)
    scores = _scores(index, slots, shown)
    if mood >= DISTRESS:
        scores = {number: _helpful(index, number, score) for number, score in scores.items()}
    ranked = sorted(scores, key=lambda number: (-scores[number], number))
    least = scores[ranked[0]] // LEAST_PART if ranked else 0
    hides_adult = any(index.meanings[one.meaning].under_18 for one in matches)
    near = [index.entries[number] for number in ranked if scores[number] >= least]
    chosen = _varied([entry for entry in near if not (hides_adult and entry.is_for_adults)])
    return Found(MOODS[mood], tuple(_safe_first(chosen) if mood >= CAREFUL else chosen))


def _slot(index: Index, token: str, *, is_last: bool) -> _Slot:
    root = stem(token) if index.is_stemmed else token
    known = index.numbers.get(root)
    factors = {} if known is None else {known: EXACT}
    if is_last and len(token) >= SHORTEST_BEGUN:
        factors = {number: BEGUN for number in _begun(index, token)} | factors
    return _Slot(token, factors or _slipped(index, token, root))


def _begun(index: Index, token: str) -> Iterator[int]:
    """The words that begin like ``token``, and what it may become a longer form of: 'sharin' of 'shar'."""
    first = bisect_left(index.words, token)
    for number in range(first, min(len(index.words), first + MOST_BEGUN)):
        if not index.words[number].startswith(token):
            break
        yield number
    for ending in ENDINGS:
        number = index.numbers.get(token.removesuffix(ending), -1)
        if token.endswith(ending) and number >= 0:
            yield number


def _slipped(index: Index, token: str, root: str) -> dict[int, int]:
    """The words that are nearest to one that the index does not have."""
    most, bits = allowed_slips(token), letters(root)
    near: list[tuple[int, int]] = []
    for number, word in enumerate(index.words):
        # Every slip changes two letters at most: most words are told apart without more work.
        if abs(len(word) - len(root)) <= most and (bits ^ index.letters[number]).bit_count() <= 2 * most:
            slips = distance(root, word, most)
            if slips <= most:
                near.append((slips, number))
    near.sort()
    best = [(slips, number) for slips, number in near if slips == near[0][0]]
    return {number: ONE_SLIP if slips <= 1 else TWO_SLIPS for slips, number in best[:MOST_SLIPPED]}


def _matches(index: Index, slots: Sequence[_Slot]) -> list[_Match]:
    """Every phrase that stands in what was typed."""
    found = []
    for phrase in index.phrases:
        length = len(phrase.words)
        for start in range(len(slots) - length + 1):
            factors = [_sure(slot, word) for slot, word in zip(slots[start:], phrase.words, strict=False)]
            if min(factors):
                found.append(_Match(start, start + length, phrase.meaning, min(factors)))
    return found


def _sure(slot: _Slot, word: int) -> int:
    """How sure it is that ``word`` of a phrase was typed; the first letters of it can be too few to tell."""
    factor = slot.factors.get(word, 0)
    return 0 if factor == BEGUN and len(slot.token) < SHORTEST_MEANT else factor


def _mood(index: Index, matches: Sequence[_Match], shown: Sequence[_Match]) -> int:
    """The strongest of all moods; danger is never hidden by a longer phrase around it."""
    moods = [_mood_of(index, one) for one in matches]
    return max((mood for mood, one in zip(moods, matches, strict=True) if mood == URGENT or one in shown), default=0)


def _mood_of(index: Index, match: _Match) -> int:
    return index.meanings[match.meaning].mood


def _scores(index: Index, slots: Sequence[_Slot], shown: Sequence[_Match]) -> dict[int, int]:
    """How well each result fits: what its words count, and more when more of the words that were typed are there."""
    telling = [at for at, slot in enumerate(slots) if slot.token not in index.skipped]
    scores: Counter[int] = Counter()
    covered: dict[int, set[int]] = {}
    for at in telling:
        for number, score in _of_words(index, slots[at].factors).items():
            scores[number] += score
            covered.setdefault(number, set()).add(at)
    for match in _surest(shown):
        for number, score in _of_meaning(index, match).items():
            scores[number] += score
            covered.setdefault(number, set()).update(range(match.start, match.end))
        # The way to help counts whole, whatever else was typed around it.
        for number in index.meanings[match.meaning].pages if _mood_of(index, match) >= DISTRESS else ():
            covered[number].update(telling)
    wanted = set(telling)
    return {
        number: score * (1 + len(covered[number] & wanted)) // (1 + len(wanted)) for number, score in scores.items()
    }


def _surest(shown: Sequence[_Match]) -> Iterable[_Match]:
    """Each meaning once, as its longest and surest phrase says it."""
    best: dict[int, _Match] = {}
    for match in shown:
        other = best.get(match.meaning)
        if other is None or (match.length, match.factor) > (other.length, other.factor):
            best[match.meaning] = match
    return best.values()


def _of_words(index: Index, factors: Mapping[int, int]) -> dict[int, int]:
    """What the best of some words counts in each result that has one of them."""
    scores: dict[int, int] = {}
    for word, factor in factors.items():
        for number, weight in index.postings[word]:
            scores[number] = max(scores.get(number, 0), factor * weight)
    return scores


def _of_meaning(index: Index, match: _Match) -> dict[int, int]:
    """What a phrase counts: for the pages of its meaning by their order, and where our words for it stand."""
    meaning = index.meanings[match.meaning]
    scores: Counter[int] = Counter(_of_words(index, dict.fromkeys(meaning.words, MEANT)))
    for place, number in enumerate(meaning.pages):
        scores[number] += FIRST_PAGE - place * NEXT_PAGE + (match.length - 1) * LONGER_PHRASE
    return {number: score * match.factor // EXACT for number, score in scores.items()}


def _helpful(index: Index, number: int, score: int) -> int:
    more, whole = HELP_FIRST
    return score * more // whole if index.entries[number].room is Room.HELP else score


def _varied(entries: Sequence[Entry]) -> list[Entry]:
    """The first of them, with few that lead to one page."""
    seen: Counter[str] = Counter()
    chosen = []
    for entry in entries:
        seen[entry.links[0].address] += 1
        if seen[entry.links[0].address] <= MOST_OF_ONE_ADDRESS:
            chosen.append(entry)
    return chosen[:MOST_RESULTS]


def _safe_first(entries: list[Entry]) -> list[Entry]:
    """The same with the first that is for every age in front."""
    safe = next((entry for entry in entries if not entry.is_for_adults), None)
    return entries if safe is None else [safe, *(entry for entry in entries if entry is not safe)]
