"""Spans of bytes, as pairs of start and end: put together, compared and taken from each other."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

Span = tuple[int, int]


def merge(spans: Iterable[Span]) -> list[Span]:
    """The same bytes as sorted spans that neither touch nor overlap; empty ones are left out."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def overlap(some: Iterable[Span], others: Iterable[Span]) -> bool:
    """True when a byte belongs to both."""
    marked = [(start, end, False) for start, end in merge(some)] + [(start, end, True) for start, end in merge(others)]
    return any(after[0] < before[1] for before, after in pairwise(sorted(marked)))


def subtract(spans: Iterable[Span], others: Iterable[Span]) -> Iterator[Span]:
    """What is left of the spans without the bytes of the others."""
    taken = iter(merge(others))
    current = next(taken, None)
    for start, end in merge(spans):
        while current is not None and current[0] < end:
            if current[0] > start:
                yield start, current[0]
            start = max(start, current[1])
            if current[1] >= end:
                break
            current = next(taken, None)
        if start < end:
            yield start, end
