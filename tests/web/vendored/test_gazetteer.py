"""The table of places is what the manifest says, small, and chosen so that the whole world is near something."""

from __future__ import annotations

import tomllib
from hashlib import sha256

import brotli
import pytest

from safety.photos import gazetteer
from safety.web.vendored.gazetteer import MARKS, NOTES, Town, choose, points, table
from safety.web.vendored.vendoring import FOLDER, MANIFEST, faults

LISTED = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["tables"][0]
TEXT = (FOLDER / LISTED["to"]).read_text(encoding="utf-8")
STRING = TEXT.split("`")[1]
READ = gazetteer.read_table(STRING)
BYTES_MAX, SENT_BYTES_MAX = 175_000, 85_000


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


def test_the_file_is_small() -> None:
    """A phone can load it."""
    assert len(TEXT.encode()) < BYTES_MAX
    assert len(brotli.compress(TEXT.encode())) < SENT_BYTES_MAX


def test_the_file_is_one_string_of_a_script() -> None:
    """Nothing in it ends the string or means something else in one."""
    before, string, after = TEXT.split("`")
    assert before.endswith("export const PLACES = ")
    assert after == ";\n"
    assert "\\" not in string
    assert "${" not in string


def test_every_place_is_whole() -> None:
    """Numbers on the Earth, a country with a name, a name without marks that could upset a screen."""
    assert len(READ.towns) > 10_000
    for town in READ.towns:
        assert -90_00 <= town.latitude <= 90_00
        assert -180_00 <= town.longitude <= 180_00
        assert READ.countries[town.country]
        assert town.name.isprintable()
        assert town.name == town.name.strip() != ""
    assert len({town[:2] for town in READ.towns}) == len(READ.towns)


def test_who_reads_knows_all_that_is_written() -> None:
    """The engine reads back every place, with the marks of sizes as they are written; so does the outline."""
    towns = [
        Town(people, people / 9e4, -people / 7e4, "NW", f"{people}th") for people in (1, 40_000, 300_000, 2_000_000)
    ]
    read = gazetteer.read_table(table(towns, {"NW": "No where"}).split("`")[1])
    assert [(town.name, town.size) for town in read.towns] == [
        ("1th", 0),
        ("40000th", 1),
        ("300000th", 2),
        ("2000000th", 3),
    ]
    assert [town.latitude for town in read.towns] == [round(town.latitude * 100) for town in towns]
    assert [town.longitude for town in read.towns] == [round(town.longitude * 100) for town in towns]
    assert read.countries == {"NW": "No where"}
    assert gazetteer.MARKS == MARKS
    assert sorted(points()) == sorted((town.longitude / 100, town.latitude / 100) for town in READ.towns)


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
    assert table([town(1, 1.234, -5.678, "A")], countries).endswith("`NW Nowhere\n123-568 A`;\n")
