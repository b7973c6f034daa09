"""The outline of the world is what the manifest says, small, and reads back as what was put in."""

from __future__ import annotations

import re
import tomllib
from hashlib import sha256
from typing import Any

import brotli
import pytest

from safety.web.vendored import outline, topology
from safety.web.vendored.bends import DEGREE_KM, area, simpler, triangle
from safety.web.vendored.topology import Line, Point
from safety.web.vendored.vendoring import FOLDER, MANIFEST

LISTED = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["outlines"][0]
TEXT = (FOLDER / LISTED["to"]).read_text(encoding="utf-8")
STRINGS = dict(re.findall(r'^export const ([A-Z]+) = "(.*)";$', TEXT, re.MULTILINE))
SENT_BYTES_MAX = 62_000
TURN = 360

# Two countries side by side on one island, the border between them, and an islet of one of them.
SQUARES: dict[str, Any] = {
    "transform": {"scale": [0.5, 0.25], "translate": [10, -20]},
    "arcs": [
        [[2, 0], [0, 40]],
        [[2, 40], [-2, 0], [0, -40], [2, 0]],
        [[2, 0], [20, 0], [0, 40], [-20, 0]],
        [[80, 80], [2, 0], [0, 2], [-2, -2]],
    ],
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "arcs": [[[2, -1]], [[3]]]},
            ],
        },
        "land": {"type": "GeometryCollection", "geometries": [{"type": "MultiPolygon", "arcs": [[[2, 1]], [[3]]]}]},
        "lakes": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "arcs": [[3]]}]},
    },
}
ISLAND = [(11.0, -20.0), (21.0, -20.0), (21.0, -10.0), (11.0, -10.0), (10.0, -10.0), (10.0, -20.0), (11.0, -20.0)]
ISLET = [(50.0, 0.0), (51.0, 0.0), (51.0, 0.5), (50.0, 0.0)]


def read(text: str) -> list[Line]:
    """The lines of a string, in degrees."""
    start, lines = (0, 0), []
    for part in text.split(" "):
        numbers, value, weight = [], 0, 1
        for digit in map(outline.DIGITS.index, part):
            value += digit % outline.BASE * weight
            weight *= outline.BASE
            if digit < outline.BASE:
                numbers.append(-(value // 2) if value % 2 else value // 2)
                value, weight = 0, 1
        points = [start]
        for east, north in zip(numbers[::2], numbers[1::2], strict=True):
            points.append((points[-1][0] + east, points[-1][1] + north))
        start = points[1]
        lines.append([(x / outline.PARTS, y / outline.PARTS) for x, y in points[1:]])
    return lines


def strings(text: str) -> dict[str, str]:
    """The strings of the script."""
    return dict(re.findall(r'^export const ([A-Z]+) = "(.*)";$', text, re.MULTILINE))


def is_inside(point: Point, ring: Line) -> bool:
    """Whether a point is in a ring: a line from it to the east crosses the ring an odd number of times."""
    crossings = 0
    for (x, y), (to_x, to_y) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y > point[1]) != (to_y > point[1]):
            crossings += point[0] < x + (point[1] - y) / (to_y - y) * (to_x - x)
    return crossings % 2 == 1


def test_the_file_is_what_the_manifest_says() -> None:
    """No byte was changed since it was made; it says whose work it is."""
    assert sha256(TEXT.encode()).hexdigest() == LISTED["sha256"]
    assert tuple(TEXT.splitlines()[:2]) == outline.NOTES
    for needed in ("Natural Earth", "public domain", "ISC.txt", "MIT.txt"):
        assert needed in "".join(outline.NOTES)


def test_the_file_is_small() -> None:
    """A phone can load it."""
    assert len(brotli.compress(TEXT.encode())) < SENT_BYTES_MAX


def test_the_file_holds_the_world() -> None:
    """All the strings, each of lines on the Earth; the script can hold every digit as it is."""
    assert STRINGS.keys() == {"DIGITS", "LAND", "LAKES", "BORDERS", "WORLD"}
    assert STRINGS["DIGITS"] == outline.DIGITS
    assert len(outline.DIGITS) == len(set(outline.DIGITS)) == 2 * outline.BASE
    assert not set('"\\ ') & set(outline.DIGITS)
    for name, least in (("LAND", 1_000), ("LAKES", 100), ("BORDERS", 300)):
        lines = read(STRINGS[name])
        assert len(lines) > least
        for line in lines:
            assert len(line) > 1
            assert all(-2 * TURN < x < 2 * TURN and -90 <= y <= 90 for x, y in line)


@pytest.mark.parametrize(
    ("point", "is_land"),
    [
        ((0.5, 51.3), True),
        ((-0.2, 54.6), False),
        ((20.0, -30.0), True),
        ((178.0, -17.8), True),
        ((175.0, 67.0), True),
        ((-175.0, 67.0), True),
        ((50.0, 42.0), False),
        ((-150.0, 0.0), False),
    ],
)
def test_land_is_where_land_is(point: tuple[float, float], is_land: bool) -> None:
    """England, the sea before Whitby, Africa, Fiji, both sides of the date line, the Caspian, the Pacific."""
    rings = read(STRINGS["LAND"])
    inside = [is_inside((point[0] + turn, point[1]), ring) for ring in rings for turn in (-TURN, 0, TURN)]
    # An odd number: a sea within land is a ring as well.
    assert sum(inside) % 2 == is_land


def test_what_is_written_reads_back() -> None:
    """The coast of both countries as one ring, the border between them once, and lakes; each to a part of a degree."""
    people = outline.Inhabited([(11.0, -15.0), (50.0, 0.0)])
    found = strings(outline.outline(SQUARES, SQUARES, people))
    assert read(found["LAND"]) == [ISLAND[:-1], ISLET[:-1]]
    assert read(found["BORDERS"]) == [[(11.0, -20.0), (11.0, -10.0)]]
    assert read(found["LAKES"]) == [ISLET[:-1]]
    # From the west of a map, 180 degrees, and from its north, 90, down.
    assert found["WORLD"].startswith("M191 110l10 0")
    assert found["WORLD"].endswith("z")


def test_numbers_of_any_size_read_back() -> None:
    """Below and above 0, of one digit and of more."""
    line = [(0, 0), (22, -22), (23, -46), (-7_200, 3_600), (14_400, -3_600)]
    assert read(outline.encoded([line, line[::-1]])) == [
        [(x / outline.PARTS, y / outline.PARTS) for x, y in part] for part in (line, line[::-1])
    ]


def test_lines_go_on_beyond_the_date_line() -> None:
    """Always the shorter way, so that they can be drawn; a point that falls on the last one is left out."""
    assert outline.whole([(179.0, 0.0), (-179.0, 1.0), (-179.01, 1.0), (178.0, 2.0)], 10) == [
        (1790, 0), (1810, 10), (1780, 20),
    ]  # fmt: skip


def test_what_crosses_the_edge_of_the_world_is_on_both_sides() -> None:
    """The island beyond the date line comes in again at the other edge; land around a pole reaches it."""
    path = outline.world([[(170.0, 0.0), (190.0, 0.0), (190.0, 20.0), (170.0, 20.0), (170.0, 0.0)]])
    assert path == "M-10 90l20 0 0-20-20 0 0 20zM350 90l20 0 0-20-20 0 0 20z"
    around = [(float(x), -70.0 - x % 120 / 12) for x in range(-180, 181, 60)]
    assert outline.world([around]).endswith("l60-5 60 5 60-5 60 5 60-5 60 5 0 15-360 0z")


def test_small_islands_stay_where_people_live() -> None:
    """Near a place smaller ones are kept, and all that have a place on them."""
    islet = [(50.0, 0.0), (50.06, 0.0), (50.06, 0.06), (50.0, 0.0)]
    assert not outline.Inhabited([]).keeps(islet)
    assert not outline.Inhabited([(50.5, 0.4)]).keeps(islet)
    assert outline.Inhabited([(50.0, 0.05)]).keeps(islet)
    large = [(50.0, 0.0), (50.14, 0.0), (50.14, 0.14), (50.0, 0.0)]
    assert not outline.Inhabited([]).keeps(large)
    assert outline.Inhabited([(50.5, 0.4)]).keeps(large)


def test_bends_are_kept_where_people_live() -> None:
    """Around a place, over the date line too, more than where nobody is."""
    people = outline.Inhabited([(179.9, 60.0)])
    assert people.bend((-179.5, 60.2)) == outline.BEND
    assert people.bend((-170.0, 60.0)) == outline.FAR_BEND


def test_small_bends_go_and_large_ones_stay() -> None:
    """The ends stay, whatever they are; triangles are in square kilometres."""
    line = [(0.0, 0.0), (0.5, 0.001), (1.0, 0.0), (1.5, 1.0), (2.0, 0.0)]
    assert simpler(line, lambda _: 20) == [(0.0, 0.0), (1.0, 0.0), (1.5, 1.0), (2.0, 0.0)]
    assert simpler(line, lambda _: 1e9) == [line[0], line[-1]]
    assert triangle((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)) == pytest.approx(DEGREE_KM**2 / 2)
    assert triangle((179.5, 60.0), (-179.5, 60.0), (-179.5, 61.0)) == pytest.approx(DEGREE_KM**2 / 4, rel=1e-3)


def test_a_limit_can_depend_on_the_place() -> None:
    """A bend that stays does not keep others from going."""
    line = [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 0.2), (4.0, 0.0)]
    assert simpler(line, lambda point: 0 if point[0] == 1 else 1e9) == [line[0], line[1], line[4]]


def test_of_a_ring_a_triangle_stays() -> None:
    """An island never becomes a line."""
    ring = [(0.0, 0.0), (0.1, 0.0), (0.2, 0.0), (0.2, 0.1), (0.1, 0.2), (0.0, 0.1), (0.0, 0.0)]
    fewer = simpler(ring, lambda _: 1e9)
    assert len(fewer) == 4
    assert fewer[0] == fewer[-1]
    assert area(fewer) > 0


def test_areas_are_those_on_the_earth() -> None:
    """A square degree, at the equator and where degrees are half as wide; over the date line too."""
    for west, south, share in ((0.0, 0.0, 1.0), (179.5, 60.0, 0.5)):
        east = west + 1 if west < 179 else west - 359
        ring = [(west, south), (east, south), (east, south + 1), (west, south + 1), (west, south)]
        assert area(ring) == pytest.approx(share * DEGREE_KM**2, rel=0.02)


def test_what_is_cut_at_the_date_line_is_put_together() -> None:
    """Two halves of an island are one, whatever way round they go; a third island with its own halves is another."""
    west = [(180.0, 10.0), (180.0, 12.0), (178.0, 11.0), (180.0, 10.0)]
    east = [(-178.0, 11.0), (-180.0, 12.001), (180.0, 11.0), (-180.0, 10.0), (-178.0, 11.0)]
    other = [[(x, y - 20) for x, y in half] for half in (west, east)]
    lake = [(1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (1.0, 1.0)]
    rings = list(topology.stitched([west, other[1], lake, other[0], east]))
    assert rings[0] == lake
    assert all(ring[0] == ring[-1] for ring in rings)
    assert [outline.whole(ring, 1)[:-1] for ring in rings[1:]] == [
        [(-180, 10), (-178, 11), (-180, 12), (-182, 11)],
        [(180, -8), (178, -9), (180, -10), (182, -9)],
    ]


def test_topologies_are_read() -> None:
    """Points from differences, rings with arcs in both directions, borders by how often an arc is used."""
    arcs = topology.arcs(SQUARES)
    assert arcs[0] == [(11.0, -20.0), (11.0, -10.0)]
    assert topology.joined([2, 1], arcs) == ISLAND
    assert topology.joined([2, -1], arcs)[-2:] == [(11.0, -10.0), (11.0, -20.0)]
    assert topology.shared(SQUARES["objects"]["countries"]) == [0]
    assert list(topology.rings(SQUARES["objects"]["land"])) == [[2, 1], [3]]
