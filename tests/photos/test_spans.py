"""Spans are put together, compared and subtracted as sets of bytes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from safety.photos.spans import Span, merge, overlap, subtract

spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda pair: (pair[0], sum(pair))), max_size=6)


def bytes_of(some: list[Span]) -> list[int]:
    """Every byte as often as it is in a span."""
    return sorted(at for start, end in some for at in range(start, end))


@given(some=spans)
def test_merged_spans_are_the_same_bytes(some: list[Span]) -> None:
    """Each byte once, in order, with a gap between two spans."""
    merged = merge(some)
    assert bytes_of(merged) == sorted(set(bytes_of(some)))
    assert all(before[1] < after[0] for before, after in pairwise(merged))


@given(some=spans, others=spans)
def test_overlap_is_a_common_byte(some: list[Span], others: list[Span]) -> None:
    """Spans that only touch do not overlap."""
    assert overlap(some, others) == bool(set(bytes_of(some)) & set(bytes_of(others)))


@given(some=spans, others=spans)
def test_difference_is_what_the_others_do_not_have(some: list[Span], others: list[Span]) -> None:
    """Each byte once."""
    assert bytes_of(list(subtract(some, others))) == sorted(set(bytes_of(some)) - set(bytes_of(others)))
