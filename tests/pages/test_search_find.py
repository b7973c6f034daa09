"""What the search finds in the real content: named words, mistyped ones, and whatever else somebody may paste."""

from __future__ import annotations

import pytest

from safety.library.schema import Library
from safety.library.search_schema import Mood
from safety.pages.search.find import MOST_OF_ONE_ADDRESS, MOST_RESULTS, find
from safety.pages.search.index import Index, of_library
from tests.pages.search_queries import FIRST, QUERIES, SAFE_FIRST, UNDER_18, URGENT
from tests.pages.search_vectors import random_queries

HOSTILE = (
    "<script>alert(1)</script>", "'; drop table plans; --", "{{ config }}", "%00%0a", "../../etc/passwd", "a" * 10_000,
    "(a+)+$" * 500, "[[[[[[((((((****++++", "\\" * 100, "\x00\x01\x02", "\ud83d", "\u202e\u2066\u2069", "😀" * 500,
    "a\u0301" * 5_000, "ﷺ" * 100, "qzxj " * 2_000, "nudes " * 2_000,
)  # fmt: skip


@pytest.fixture(scope="module")
def index(library: Library) -> Index:
    """The index of the real content."""
    return of_library(library)


@pytest.mark.parametrize(("typed", "wanted"), QUERIES, ids=[typed for typed, _ in QUERIES])
def test_the_right_page_is_among_the_first_three(index: Index, typed: str, wanted: tuple[str, ...]) -> None:
    """Whoever types this sees where to go without scrolling far."""
    first = [entry.id for entry in find(index, typed).entries[:3]]
    assert set(first) & set(wanted), first


@pytest.mark.parametrize(("typed", "wanted"), FIRST, ids=[typed for typed, _ in FIRST])
def test_the_right_page_comes_first(index: Index, typed: str, wanted: str) -> None:
    """Where another first result would be unsafe, or would help nobody."""
    assert find(index, typed).entries[0].id == wanted


@pytest.mark.parametrize("typed", UNDER_18)
def test_who_is_under_18_finds_nothing_for_adults(index: Index, typed: str) -> None:
    """Not even further down, and there is still something to find."""
    entries = find(index, typed).entries
    assert entries
    assert not any(entry.is_for_adults for entry in entries)


@pytest.mark.parametrize("typed", URGENT)
def test_danger_brings_the_line_to_the_numbers(index: Index, typed: str) -> None:
    """Also when the words are mistyped."""
    assert find(index, typed).mood is Mood.URGENT


@pytest.mark.parametrize("typed", ["icloud", "password", "teacher", "exif", "first phone", "games", ""])
def test_everyday_words_do_not(index: Index, typed: str) -> None:
    """A line that stands everywhere is read nowhere."""
    assert find(index, typed).mood is not Mood.URGENT


@pytest.mark.parametrize("typed", SAFE_FIRST)
def test_the_first_result_is_for_every_age(index: Index, typed: str) -> None:
    """Nobody was asked for an age, and somebody of fourteen may have typed this."""
    assert not find(index, typed).entries[0].is_for_adults


def test_words_that_tell_nothing_find_nothing(index: Index) -> None:
    """Rather nothing than everything."""
    for typed in ("", "   ", "how do i", "qqqqqxxxzz", "!?"):
        assert find(index, typed).entries == ()


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_pasted_comes_to_an_end(index: Index, typed: str) -> None:
    """Markup, patterns, halves of letters and ten thousand of them: few results or none, and no error."""
    found = find(index, typed)
    assert len(found.entries) <= MOST_RESULTS


def test_results_are_each_there_once_and_few_lead_to_one_page(index: Index) -> None:
    """So that the list of services does not fill the whole answer."""
    for typed in (*(typed for typed, _ in QUERIES), *random_queries(index, 100, 1)):
        entries = find(index, typed).entries
        addresses = [entry.links[0].address for entry in entries]
        assert len({entry.id for entry in entries}) == len(entries) <= MOST_RESULTS
        assert all(addresses.count(address) <= MOST_OF_ONE_ADDRESS for address in addresses)


def test_an_age_finds_the_talk_for_it(index: Index) -> None:
    """A number inside '8-10' is one of its years."""
    assert "talk/8-10" in [entry.id for entry in find(index, "talking with my 9 year old").entries[:5]]
