"""The reading grade of every page of the talks and lessons, for those who write them: what is too hard, and where.

Only for content in English. It is asked by ``content check`` alone: a hard sentence is a fault of a text, and no
reason for a site not to start.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safety.library import readability
from safety.library.document import Document, Unreadable, read
from safety.library.faults import Fault

ENGLISH = "en"
FOLDERS = ("talk", "teach")
# A 12-year-old reads grade 6 with ease. Over 8, a page is a fault.
AIM, MOST = 6.0, 8.0
NAMED_SENTENCES = 3
LONG_SENTENCE_WORDS = 20
LOOKED_UP_CHARACTERS = 24
# What nobody reads as a sentence: names of things, days, where a choice leads.
NOT_READ = frozenset(
    [
        "id", "reviewed", "checked", "url", "source", "sources", "seed", "age", "ages", "who", "to", "kind",
        "groups", "group", "devices", "live", "parts", "card", "page", "better",
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Graded:
    """The grade of one page; ``faults`` name its hardest sentences when it is over the aim."""

    file: str
    grade: float
    faults: tuple[Fault, ...]


def graded(root: Path, language: str) -> tuple[Graded, ...]:
    """Every page of talks and lessons in ``language`` below ``root``, the hardest first; nothing if not English."""
    if language.split("-")[0] != ENGLISH:
        return ()
    found = (path for folder in FOLDERS for path in (root / language / folder).rglob("*"))
    files = sorted(path for path in found if path.suffix in (".md", ".toml"))
    pages = [_page(document) for document in _readable(files, root)]
    return tuple(sorted((page for page in pages if page), key=lambda page: (-page.grade, page.file)))


def _readable(files: list[Path], root: Path) -> Iterator[Document]:
    for path in files:
        try:
            yield read(path, root)
        except Unreadable:
            # The reader of all content names it.
            continue


def _page(document: Document) -> Graded | None:
    text = "\n".join((*_strings(document.table), document.body))
    if not readability.enough(text):
        return None
    grade = readability.grade(text)
    return Graded(document.file, grade, tuple(_faults(document, text, grade)) if grade > AIM else ())


def _strings(value: Any) -> Iterator[str]:
    """What a table says in words, in the order of its keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in NOT_READ:
                yield from _strings(one)


def _faults(document: Document, text: str, grade: float) -> Iterator[Fault]:
    for sentence in readability.hardest(text, NAMED_SENTENCES):
        what = f"The page reads at grade {grade:.1f}, this sentence at {sentence.grade:.1f}: '{sentence.words}'"
        yield document.fault(_line_with(document, sentence.words), what, _instead(sentence))


def _instead(sentence: readability.Sentence) -> str:
    words, _ = readability.count(sentence.words)
    if words > LONG_SENTENCE_WORDS:
        return f"two sentences or more; this one has {words} words"
    return f"shorter words, such as for '{readability.longest_word(sentence.words)}', or two sentences"


def _line_with(document: Document, words: str) -> int:
    """The line on which ``words`` begin, whatever marks stand between them."""
    start = _letters(words)[:LOOKED_UP_CHARACTERS]
    head = enumerate(document.region.lines, 1)
    body = enumerate(document.body.split("\n"), document.body_line)
    return next((number for number, line in (*head, *body) if start in _letters(line)), 1)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
