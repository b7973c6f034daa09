"""The table of places is what the manifest says, small, and chosen so that the whole world is near something."""

from __future__ import annotations

import tomllib
from hashlib import sha256

import pytest

from safety.web.gazetteer import NOTES, Town, choose, table
from safety.web.vendoring import FOLDER, MANIFEST, faults

LISTED = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["tables"][0]
TEXT = (FOLDER / LISTED["to"]).read_text(encoding="utf-8")
ROWS = [line.split("\t") for line in TEXT.splitlines() if not line.startswith("#")]
PLACES = [row for row in ROWS if len(row) == 4]
BYTES_MAX = 250_000


def town(people: int, latitude: float, longitude: float, name: str) -> Town:
    """A place in the country of Nowhere."""
    return Town(people, latitude, longitude, "NW", name)


def test_vendored_files_are_what_the_manifest_says() -> None:
    """No byte was changed since they were fetched or made."""
    assert faults() == []
    assert sha256(TEXT.encode()).hexdigest() == LISTED["sha256"]


def test_the_file_says_whose_work_it_is() -> None:
    """CC BY asks for the name, the licence, and that changes are said."""
    assert tuple(TEXT.splitlines()[:2]) == NOTES
    for needed in ("GeoNames", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "Changed"):
        assert needed in "".join(NOTES)


def test_the_file_is_small_and_sorted() -> None:
    """A phone can load it, and a lookup can go to its latitude at once."""
    assert len(TEXT.encode()) < BYTES_MAX
    assert len(PLACES) > 9_000
    assert sorted(PLACES, key=lambda row: (int(row[0]), int(row[1]), row[2], row[3])) == PLACES


def test_every_row_is_whole() -> None:
    """Numbers on the Earth, a country with a name, a name without marks that could upset a screen."""
    countries = {row[0]: row[1] for row in ROWS if len(row) == 2}
    assert len(PLACES) + len(countries) == len(ROWS)
    for latitude, longitude, country, name in PLACES:
        assert -90_00 <= int(latitude) <= 90_00
        assert -180_00 <= int(longitude) <= 180_00
        assert countries[country]
        assert name.isprintable()
        assert name == name.strip() != ""


@pytest.mark.parametrize(
    ("other", "is_chosen"),
    [
        (town(400_000, 10.2, 20.0, "near and large"), False),
        (town(400_000, 10.3, 20.0, "far enough for its size"), True),
        (town(40_000, 10.3, 20.0, "too near for its size"), False),
        (town(5_000, 10.6, 20.0, "too near for a village"), False),
        (town(5_000, 10.7, 20.0, "a village in empty land"), True),
        (town(0, 50.0, 20.0, "nobody lives there"), False),
    ],
)
def test_large_places_stand_close_and_small_ones_apart(other: Town, is_chosen: bool) -> None:
    """The smaller a place, the more room it needs around it."""
    city = town(600_000, 10.0, 20.0, "city")
    assert (other in choose([other, city])) is is_chosen


def test_the_date_line_does_not_part_neighbours() -> None:
    """Two places on both sides of it are as near as they are."""
    east, west = town(900, 0.0, 179.9, "east"), town(800, 0.0, -179.9, "west")
    assert choose([east, west]) == [east]


def test_choice_does_not_depend_on_the_order() -> None:
    """The same places give the same file."""
    towns = [town(1_000 + number % 7, number * 0.31 % 60, number * 0.77 % 90, f"T{number}") for number in range(300)]
    countries = {"NW": "Nowhere"}
    assert table(choose(towns), countries) == table(choose(reversed(towns)), countries)
    assert table([town(1, 1.234, -5.678, "A")], countries).endswith("NW\tNowhere\n123\t-568\tNW\tA\n")
