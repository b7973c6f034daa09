"""How hard a text is to read, as the Flesch-Kincaid grade, and the sentences that make it hard.

A smoke alarm: it counts words and syllables and understands nothing. A low grade does not make a text clear; people
who read it do. It knows English only. Syllables are counted by rules, so a grade can be off by a few tenths.

Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas, Naval Technical Training
Command, Research Branch Report 8-75, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[a-z0-9]+(?:['\u2019-][a-z0-9]+)*", re.IGNORECASE)
# A mark that ends a sentence, with the quotation marks behind it; a new line ends one too.
SENTENCE = re.compile(r"[^\n]+?(?:[.!?]+[\"'\u201d\u2019)*_]*(?=\s|$)|(?=\n)|$)")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+|\*\*|__", re.MULTILINE)
VOWELS = re.compile(r"[aeiouy]+")
# Vowels that stand together and are spoken apart.
APART = re.compile(
    r"""
      ia(?!l\b|n\b|r\b)   # diary, media; not social, Asian
    | (?<!fr)ie(?=t|nc)    # quiet, society, experience; not friend
    | (?<=[dr])io|io(?=l)|(?<=v)ious  # radio, violence, previous; not action
    | eo(?!p)              # video; not people
    | (?<!g)u[ao]          # usual, situation; not language
    | (?:cr|n)ea(?=t[ei])  # created; not creature
    | yi                   # trying
    """,
    re.VERBOSE,
)
# An e that nobody speaks.
SILENT = re.compile(
    r"""
      (?:[^aeiouylr]|[aeiouy][lr])e$        # share, more; not table, idea
    | (?:[^aeiouylrcsxzgh]|[aeiouy][lr])es$ # shares; not pages, houses, watches
    | (?<![td])ed$                          # asked; not wanted, added
    | (?<=[^aeiou])e(?=ly$|ful(?:ly)?$|ments?$)      # safely, careful, statement; not agreement
    """,
    re.VERBOSE,
)
# The ending that is spoken as a syllable of its own: couldn't, isn't, haven't; not don't.
NOT = re.compile(r"(?:[ds]|ve)n't$")
# Common words that the rules would count wrong.
IRREGULAR = {
    "are": 1, "area": 3, "being": 2, "business": 2, "clothes": 1, "doing": 2, "every": 2, "everybody": 4, "everyone": 3,
    "everything": 3, "evening": 2, "going": 2, "idea": 3, "maybe": 2, "seeing": 2, "someone": 2, "something": 2,
    "somebody": 3, "sometimes": 2, "somewhere": 2, "science": 2, "were": 1, "lives": 1, "sure": 1,
}  # fmt: skip
FEWEST_WORDS = 30


@dataclass(frozen=True)
class Sentence:
    """One sentence as it stands, on its line from 0, with the grade it would have alone."""

    line: int
    words: str
    grade: float


def grade(text: str) -> float:
    """The grade of ``text``: about the school year in which it is read. Nothing to read has grade 0.

    A line ends a sentence, so an item of a list counts as one even without a full stop.
    """
    counted = [count(words) for _, words in _sentences(text)]
    return _grade(len(counted), sum(words for words, _ in counted), sum(parts for _, parts in counted))


def hardest(text: str, most: int) -> tuple[Sentence, ...]:
    """The sentences without which the grade of ``text`` would fall most; a short one with one long word is none."""
    counted = [(line, sentence, *count(sentence)) for line, sentence in _sentences(text)]
    all_words, all_parts = sum(row[2] for row in counted), sum(row[3] for row in counted)
    heavy = sorted(counted, key=lambda row: _grade(len(counted) - 1, all_words - row[2], all_parts - row[3]))
    return tuple(Sentence(line, sentence, _grade(1, *sizes)) for line, sentence, *sizes in heavy[:most])


def longest_word(text: str) -> str:
    """The word of ``text`` with the most syllables."""
    return max(WORD.findall(text), key=syllables, default="")


def count(text: str) -> tuple[int, int]:
    """The words of ``text`` and their syllables."""
    words = WORD.findall(text)
    return len(words), sum(syllables(word) for word in words)


def enough(text: str) -> bool:
    """Whether there are words enough for a grade to mean something."""
    return len(WORD.findall(LINK.sub(r"\1", text))) >= FEWEST_WORDS


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """The syllables of one English word, counted by rules; a number is as long as it is spoken, at least one."""
    return sum(_of_part(part) for part in word.lower().replace("\u2019", "'").split("-") if part)


def _of_part(word: str) -> int:
    if word in IRREGULAR:
        return IRREGULAR[word]
    plain = word.partition("'")[0]
    if plain.isdigit():
        return len(plain)
    found = len(VOWELS.findall(plain)) + len(APART.findall(plain)) + len(NOT.findall(word))
    return max(1, found - len(SILENT.findall(plain)))


def _sentences(text: str) -> list[tuple[int, str]]:
    """Each sentence with its line from 0, without marks of Markdown and addresses of links."""
    plain = LINK.sub(r"\1", text)
    found = []
    for number, line in enumerate(plain.split("\n")):
        if line.startswith("##"):
            continue
        for sentence in SENTENCE.findall(MARKS.sub("", line)):
            if WORD.search(sentence):
                found.append((number, sentence.strip()))
    return found


def _grade(sentences: int, words: int, parts: int) -> float:
    if not sentences or not words:
        return 0.0
    return 0.39 * words / sentences + 11.8 * parts / words - 15.59
