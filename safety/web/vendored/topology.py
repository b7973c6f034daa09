"""Reads a TopoJSON file: its shapes as rings and lines of degrees.

It knows quantised files without points, as map packages ship them, and nothing of properties.

Source: the TopoJSON format, version 1.0.0, github.com/topojson/topojson-specification, checked 2026-11-23.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import Any, Final

_DATE_LINE: Final = 180

Point = tuple[float, float]
Line = list[Point]


def arcs(topology: dict[str, Any]) -> list[Line]:
    """The lines that shapes are put together from: points of longitude and latitude, each stored as a difference."""
    (across, up), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [
        [
            (x * across + west, y * up + south)
            for x, y in accumulate(arc, lambda last, step: (last[0] + step[0], last[1] + step[1]))
        ]
        for arc in topology["arcs"]
    ]


def rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    """Each ring of a shape, as numbers of arcs; holes are rings like any other."""
    for inner in shape.get("geometries", ()):
        yield from rings(inner)
    if shape["type"] == "Polygon":
        yield from shape["arcs"]
    elif shape["type"] == "MultiPolygon":
        for polygon in shape["arcs"]:
            yield from polygon


def shared(shape: dict[str, Any]) -> list[int]:
    """The numbers of the arcs that more than one ring of a shape uses: the borders between its parts."""
    used = Counter(forwards(number) for ring in rings(shape) for number in ring)
    return sorted(number for number, times in used.items() if times > 1)


def joined(ring: Iterable[int], lines: list[Line]) -> Line:
    """The points of a ring, whose last is its first again."""
    points: Line = []
    for number in ring:
        line = lines[forwards(number)]
        points += (line if number >= 0 else line[::-1])[1 if points else 0 :]
    return points


def stitched(rings: Iterable[Line]) -> Iterator[Line]:
    """The rings; those that were cut along the date line are whole again."""
    cut: list[Line] = []
    for ring in rings:
        seams = [number for number, (one, other) in enumerate(pairwise(ring)) if _is_seam(one, other)]
        if seams:
            cut += _pieces([*ring[seams[0] + 1 : -1], *ring[: seams[0] + 1]])
        else:
            yield ring
    while cut:
        line = cut.pop()
        while (following := min([line, *cut], key=lambda piece: abs(piece[0][1] - line[-1][1]))) is not line:
            cut.remove(following)
            line += following
        yield [*line, line[0]]


def _pieces(line: Line) -> Iterator[Line]:
    """The line without what goes along the date line."""
    ends = [number + 1 for number, (one, other) in enumerate(pairwise(line)) if _is_seam(one, other)]
    for start, end in pairwise([0, *ends, len(line)]):
        if end - start > 1:
            yield line[start:end]


def _is_seam(one: Point, other: Point) -> bool:
    return abs(one[0]) == abs(other[0]) == _DATE_LINE


def forwards(number: int) -> int:
    """The place of an arc in the list; one below 0 is used backwards."""
    return number if number >= 0 else ~number
