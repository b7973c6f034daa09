"""A position gets the name of a place near it, in whole numbers, or no name."""

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.photos import clean_bytes, gazetteer, inspect_bytes, nearest
from safety.photos.findings import Place, make_finding
from safety.photos.words import finding_sentence
from tests.photos import samples
from tests.photos.pace import is_in_time

TOWNS = gazetteer.shipped_table().towns
TABLE = gazetteer.read_table(
    "AA Aland\n-1000+2000 South\n2000+0:North\nBB Boria\n0-17995,Dateline\nZZ \n1010+2000;Farther"
)


def at(latitude: str, longitude: str) -> dict[str, str]:
    """Values that a position gets."""
    finding = make_finding("location", Place("Exif", 0), 1, lat=latitude, lon=longitude)
    (named,) = nearest.name_places([finding], TABLE)
    return {name: value for name, value in named.values if name in ("near", "km")}


@pytest.mark.parametrize(
    ("latitude", "longitude", "near"),
    [
        ("10.00000", "20.00000", {"near": "North, Aland"}),
        ("10.04000", "20.10000", {"near": "North, Aland"}),
        ("10.09000", "20.00000", {"near": "Farther"}),
        ("10.00000", "21.00000", {"near": "North, Aland", "km": "110"}),
        ("8.30000", "20.00000", {"near": "North, Aland", "km": "190"}),
        ("8.20000", "20.00000", {}),
        ("-10.00000", "20.00000", {"near": "South, Aland"}),
        ("0.00000", "179.95000", {"near": "Dateline, Boria"}),
        ("0.50000", "179.95000", {"near": "Dateline, Boria", "km": "60"}),
        ("90.00000", "0.00000", {}),
        ("91.00000", "20.00000", {}),
    ],
)
def test_nearest_place_is_named(latitude: str, longitude: str, near: dict[str, str]) -> None:
    """Close by, with the way to it, not beyond 200 km, over the date line, and never off the Earth."""
    assert at(latitude, longitude) == near


def test_positions_without_numbers_and_other_findings_stay() -> None:
    """A named place needs no other name."""
    findings = [
        make_finding("location", Place("XMP", 0), 1, name="Paris"),
        make_finding("location", Place("XMP", 0), 1, lat="x", lon="1"),
        make_finding("time", Place("XMP", 0), 1, value="2024"),
    ]
    assert nearest.name_places(findings, TABLE) == tuple(findings)


def test_sentences_say_near_or_how_far() -> None:
    """With the kilometres only when there are some."""
    near, far = (
        nearest.name_places([make_finding("location", Place("Exif", 0), 1, lat=lat, lon="20.00000")], TABLE)[0]
        for lat in ("10.01000", "9.50000")
    )
    assert finding_sentence(near).text().endswith("That is near North, Aland.")
    assert finding_sentence(far).text().endswith("That is about 60 km from North, Aland.")


def test_the_report_names_the_place() -> None:
    """From a photo to the shipped table; the clean copy's report does the same."""
    east = samples.exif().replace(b"W\0\0\0", b"E\0\0\0", 1)
    file = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + east))
    for findings in (inspect_bytes(file).findings, clean_bytes(file).findings):
        (finding,) = [one for one in findings if one.code == "location"]
        assert dict(finding.values) == {"lat": "52.51630", "lon": "13.37769", "near": "Berlin, Germany"}


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [
        (52_51630, 13_37769, "Berlin, Germany"),
        (-33_86000, 151_20000, "Sydney, Australia"),
        (-54_80000, -68_30000, "Ushuaia, Argentina"),
        (78_22000, 15_65000, "Longyearbyen, Svalbard and Jan Mayen"),
    ],
)
def test_shipped_table_knows_the_world(latitude: int, longitude: int, name: str) -> None:
    """Places of every kind, far north and far south too."""
    table = gazetteer.shipped_table()
    found = nearest.nearest(table, latitude, longitude)
    assert found is not None
    assert table.label(found[0]) == name
    assert found[1] < 10_000


def test_open_sea_has_no_name() -> None:
    """Nor has the place where a satellite receiver without a position thinks it is."""
    assert nearest.nearest(gazetteer.shipped_table(), 0, 0) is None
    assert nearest.nearest(gazetteer.shipped_table(), 35_00000, -40_00000) is None


@given(st.integers(-85_00000, 85_00000), st.integers(-180_00000, 180_00000))
def test_ways_are_those_on_the_globe(latitude: int, longitude: int) -> None:
    """Within one in a hundred of the great circle, and no place of the table is really nearer."""
    table = gazetteer.shipped_table()
    found = nearest.nearest(table, latitude, longitude)
    ways = {town: great_circle(town, latitude, longitude) for town in TOWNS[::7]}
    shortest = min(ways.values())
    if found is None:
        assert shortest > 196_000
    else:
        assert math.isclose(found[1], great_circle(found[0], latitude, longitude), rel_tol=0.02, abs_tol=300)
        assert found[1] <= shortest * 1.02 + 300


def great_circle(town: gazetteer.Town, latitude: int, longitude: int) -> float:
    """Metres on a sphere, by the haversine formula."""
    one, other = math.radians(town.latitude / 100), math.radians(latitude / 100_000)
    turn = math.radians(town.longitude / 100 - longitude / 100_000)
    half = math.sin((one - other) / 2) ** 2 + math.cos(one) * math.cos(other) * math.sin(turn / 2) ** 2
    return 2 * 6_371_008 * math.asin(math.sqrt(half))


def test_a_hundred_positions_cost_little() -> None:
    """The most that one file can have are named in less than half a second."""
    table = gazetteer.shipped_table()
    started = time.process_time()
    for number in range(100):
        nearest.nearest(table, 45_00000 + number, number)
    assert is_in_time(time.process_time() - started, 0.5)


def test_engine_works_without_its_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only the code was copied, positions keep their numbers and get no name."""
    gazetteer.shipped_table.cache_clear()
    monkeypatch.setattr(gazetteer, "TABLE", gazetteer.TABLE.with_name("missing"))
    finding = make_finding("location", Place("Exif", 0), 1, lat="52.51630", lon="13.37769")
    assert nearest.name_places([finding]) == (finding,)
    gazetteer.shipped_table.cache_clear()
