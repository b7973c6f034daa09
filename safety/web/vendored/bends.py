"""Lines of degrees with fewer points that look the same from far enough.

Source: Visvalingam and Whyatt, Line generalisation by repeated elimination of points, The Cartographic Journal, 1993.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import cos, inf, radians
from typing import Final

from safety.web.vendored.topology import Line, Point

DEGREE_KM: Final = 111.2
# How many square kilometres a bend needs at a point.
Limit = Callable[[Point], float]


def simpler(line: Line, limit: Limit, joints: Container[Point] = ()) -> Line:
    """The line without its small bends; its ends stay, all ``joints``, and of a ring at least a triangle."""
    kept = {0, len(line) - 1, *(number for number, point in enumerate(line) if point in joints)}
    if line[0] == line[-1]:
        far = max(range(len(line)), key=lambda number: _square(line[0], line[number]))
        kept |= {far, max(range(len(line)), key=lambda number: triangle(line[0], line[number], line[far]))}
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    bends = [inf, *map(triangle, line, line[1:], line[2:]), inf][: len(line)]
    for number in kept:
        bends[number] = inf
    waiting = [(bend, number) for number, bend in enumerate(bends) if bend < inf]
    heapify(waiting)
    while waiting:
        bend, number = heappop(waiting)
        if bend != bends[number] or bend >= limit(line[number]):
            continue
        left, right = before[number], after[number]
        after[left], before[right], bends[number] = right, left, -1
        for other in (left, right):
            if bends[other] < inf:
                bends[other] = triangle(line[before[other]], line[other], line[after[other]])
                heappush(waiting, (bends[other], other))
    return [point for point, bend in zip(line, bends, strict=True) if bend >= 0]


def triangle(one: Point, middle: Point, other: Point) -> float:
    """Square kilometres between three points that are not far from each other."""
    east, far_east = _turn(middle[0] - one[0]), _turn(other[0] - one[0])
    twice = abs(east * (other[1] - one[1]) - far_east * (middle[1] - one[1]))
    return round(twice / 2 * _narrowed(middle) * DEGREE_KM * DEGREE_KM, 6)


def area(ring: Line) -> float:
    """Square kilometres within a ring, on a flat map: exact enough to tell small from large."""
    around = 0.0
    for (x, y), (next_x, next_y) in pairwise(ring):
        around += _turn(next_x - x) * (y + next_y) / 2
    return abs(around) * _narrowed(ring[0]) * DEGREE_KM * DEGREE_KM


def _narrowed(point: Point) -> float:
    """How much shorter a degree is to the east. Rounded: the last digit of a cosine differs between computers."""
    return round(cos(radians(point[1])), 6)


def _square(one: Point, other: Point) -> float:
    return (_turn(one[0] - other[0]) * _narrowed(one)) ** 2 + (one[1] - other[1]) ** 2


def _turn(degrees: float) -> float:
    """The shorter way round the Earth."""
    return (degrees + 180) % 360 - 180
