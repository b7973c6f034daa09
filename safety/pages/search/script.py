"""The index as a script for the page of the search, which can load scripts and nothing else.

`static/js/pages/search/index.js` reads it. Addresses, words and weights are packed, since it travels to cheap phones.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from safety.pages.search.entries import Entry
from safety.pages.search.index import Index


def as_script(index: Index, module: str) -> str:
    """A script that hands ``index`` to ``begin`` of the script at the address ``module``."""
    text = json.dumps(packed(index), ensure_ascii=False, separators=(",", ":"))
    return f'import {{ begin }} from "{module}";\nbegin({text});\n'


def packed(index: Index) -> dict[str, object]:
    """What ``begin`` is given."""
    return {
        "entries": [_written(entry) for entry in index.entries],
        "words": " ".join(index.words),
        "postings": " ".join(map(_steps, index.postings)),
        "skipped": " ".join(sorted(index.skipped)),
        "meanings": [[one.mood, list(one.words), list(one.pages), int(one.under_18)] for one in index.meanings],
        "phrases": [[one.meaning, *one.words] for one in index.phrases],
        "isStemmed": index.is_stemmed,
    }


def _written(entry: Entry) -> list[object]:
    links = [[link.address, link.age] for link in entry.links]
    return [entry.room.value, entry.is_for_adults, entry.title, entry.line, links]


def _steps(postings: Sequence[tuple[int, int]]) -> str:
    """Steps from one result to the next, each with a letter for the weight: '3f1a' is 3 with 6, then 4 with 1."""
    before, pieces = 0, []
    for entry, weight in postings:
        pieces.append(f"{entry - before}{chr(ord('a') + weight - 1)}")
        before = entry
    return "".join(pieces)
