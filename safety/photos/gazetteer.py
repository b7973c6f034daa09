"""Reads the small table of places that ships with the project; `web/vendored/gazetteer.py` says how it is written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

# The browser gets the same file, a script that holds one string.
TABLE: Final = Path(__file__).resolve().parents[2].joinpath("static", "vendor", "geonames", "places.js")
# What stands before a place's name, by its size.
MARKS: Final = " ,;:"
_PLACE: Final = re.compile(rf"(-?[0-9]+)([+-][0-9]+)([{MARKS}])(.+)")


class Town(NamedTuple):
    """One place, in hundredths of a degree; `size` is from 0, a village, to 3, a large city."""

    latitude: int
    longitude: int
    country: str
    name: str
    size: int


class Gazetteer(NamedTuple):
    """Places sorted by latitude, and the names of countries by their codes."""

    towns: Sequence[Town] = ()
    countries: Mapping[str, str] = {}

    def label(self, town: Town) -> str:
        """Name and country, as in "Paris, France"."""
        country = self.countries.get(town.country)
        return f"{town.name}, {country}" if country else town.name


def read_table(text: str) -> Gazetteer:
    """The table from the string that its file holds."""
    countries: dict[str, str] = {}
    return Gazetteer(sorted(_towns(text, countries)), countries)


def _towns(text: str, countries: dict[str, str]) -> Iterator[Town]:
    """The places, country by country; the names of the countries are put into `countries`."""
    country, latitude, longitude = "", 0, 0
    for line in text.split("\n"):
        if place := _PLACE.fullmatch(line):
            north, east, mark, name = place.groups()
            latitude, longitude = latitude + int(north), longitude + int(east)
            yield Town(latitude, longitude, country, name, MARKS.index(mark))
        else:
            country, _, countries[country] = line.partition(" ")
            latitude, longitude = 0, 0


@cache
def shipped_table() -> Gazetteer:
    """The table that ships with the project, read once; empty where the engine is used without its files."""
    return read_table(TABLE.read_text(encoding="utf-8").split("`")[1]) if TABLE.is_file() else Gazetteer()
