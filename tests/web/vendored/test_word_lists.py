"""The word lists of the browser are those of the server, cut, and small enough for a phone."""

from __future__ import annotations

import ast
import json
import tomllib
from hashlib import sha256

import brotli
import pytest
from zxcvbn.adjacency_graphs import ADJACENCY_GRAPHS
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from safety.web.vendored.vendoring import FOLDER, MANIFEST
from safety.web.vendored.word_lists import LONGEST, NOTES, constant, table, words_between_commas

LISTED = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["words"][0]
TEXT = (FOLDER / LISTED["to"]).read_text(encoding="utf-8")
PACKED_BYTES_MAX = 280_000


def test_the_file_is_what_the_manifest_says() -> None:
    """No byte was changed since it was made."""
    assert sha256(TEXT.encode()).hexdigest() == LISTED["sha256"]


def test_the_file_is_made_of_the_lists_of_the_server() -> None:
    """The same package measures on the server, so both know the same words in the same order."""
    assert table({name: ",".join(words) for name, words in FREQUENCY_LISTS.items()}, ADJACENCY_GRAPHS) == TEXT


def test_only_the_least_used_words_are_cut() -> None:
    """What is left of a list is its start."""
    assert LONGEST.keys() <= FREQUENCY_LISTS.keys()
    for line in TEXT.splitlines()[3:9]:
        name, words = line.strip().rstrip(",").split(": ", 1)
        kept = json.loads(words).split(",")
        assert kept == FREQUENCY_LISTS[name][: LONGEST.get(name)]


def test_the_file_is_small_and_says_whose_work_it_is() -> None:
    """MIT asks for the notice, which lies beside it."""
    assert len(brotli.compress(TEXT.encode(), quality=5)) < PACKED_BYTES_MAX
    assert tuple(TEXT.splitlines()[:2]) == NOTES
    assert "Daniel Wolf" in (FOLDER / LISTED["terms_to"]).read_text(encoding="utf-8")


def test_a_module_is_read_and_not_run() -> None:
    """What else stands in it has no effect; lists that are written in another way are refused."""
    source = 'import nothing_like_this\nLISTS = {"a": "x,y".split(",")}\nOTHER = {"b": ["x"]}'
    assert words_between_commas(constant(source, "LISTS")) == {"a": "x,y"}
    with pytest.raises(ValueError, match="not written as they were"):
        words_between_commas(constant(source, "OTHER"))
    with pytest.raises(ValueError, match="there is no MORE"):
        constant(source, "MORE")
    assert isinstance(constant(source, "OTHER"), ast.Dict)
