"""The small map of where a photo was taken is right everywhere on Earth, and the places near it have their names."""

from __future__ import annotations

import base64
import random
from itertools import combinations
from math import cos, radians
from typing import Any

import pytest
from flask import render_template_string
from playwright.sync_api import Page

from safety.photos.gazetteer import shipped_table
from safety.photos.nearest import nearest
from tests.browser.served import Site
from tests.photos import example_photo

# A page that draws no map of its own.
QUIET_PAGE = "/about"
WIDTH, HEIGHT = 360, 180
UNITS_A_DEGREE = 40
POSITIONS = 300

Position = tuple[float, float]
LONDON, WHITBY, DATE_LINE, CHUKOTKA = (51.507, -0.128), (54.493, -0.6135), (-16.8, 180.0), (67.0, 180.0)
CITIES = (
    LONDON, WHITBY, (1.29, 103.85), (40.71, -74.0), (28.61, 77.2), (64.14, -21.94), (35.68, 139.69), (-54.8, -68.3),
)  # fmt: skip

DRAW = """
async ([modules, [latitude, longitude], label]) => {
  const { placeMap } = await import(`${modules}/page/map.js`);
  const sheet = document.createElement("link");
  [sheet.rel, sheet.href] = ["stylesheet", modules.replace("js/photos", "css/map.css")];
  document.head.append(sheet);
  await new Promise((loaded) => { sheet.onload = loaded; });
  document.querySelector(".map")?.remove();
  document.querySelector("main").append(placeMap({ latitude, longitude }, label));
}
"""
FILLED = """
([name, x, y]) => document.querySelector(`.map > ${name}`).isPointInFill(new DOMPoint(x, y))
"""
NAMES = """
() => [...document.querySelectorAll(".map-name")].map((name) => {
  const { x, y, width, height } = name.getBBox();
  return [name.textContent, [x, y, x + width, y + height]];
})
"""
NEAREST = """
async ([modules, positions]) => {
  const { readTable } = await import(`${modules}/gazetteer.js`);
  const { nearest } = await import(`${modules}/nearest.js`);
  const { PLACES } = await import(modules.replace("js/photos", "vendor/geonames/places.js"));
  const table = readTable(PLACES);
  return positions.map(([latitude, longitude]) => {
    const found = nearest(table, latitude, longitude);
    return found && [table.label(found.town), found.metres];
  });
}
"""
EXAMPLE = """
async ([modules]) => {
  const { examplePhoto } = await import(`${modules}/page/example.js`);
  const file = examplePhoto();
  const bytes = new Uint8Array(await file.arrayBuffer());
  return [file.name, file.type, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))];
}
"""


class Map:
    """A map on a page of the site, under the policy of that page."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        with site.app.test_request_context():
            self.modules = render_template_string("{{ asset('js/photos') }}")
        page.goto(QUIET_PAGE)

    def draw(self, position: Position, label: str = "Here") -> None:
        """Draws the map of a position in place of the one before."""
        self.position = position
        self.page.evaluate(DRAW, [self.modules, position, label])

    def is_land(self, latitude: float, longitude: float) -> bool:
        """Whether a point near the middle is drawn as land: on flat ground, by the angles from the middle."""
        across = (longitude - self.position[1]) * cos(radians((latitude + self.position[0]) / 2))
        return self.is_filled(
            WIDTH / 2 + UNITS_A_DEGREE * across, HEIGHT / 2 - UNITS_A_DEGREE * (latitude - self.position[0])
        )

    def is_filled(self, x: float, y: float, name: str = ".map-land") -> bool:
        """Whether a point of the sheet is in a shape."""
        filled: bool = self.page.evaluate(FILLED, [name, x, y])
        return filled

    def names(self) -> dict[str, list[float]]:
        """The names on the map and the room that each takes."""
        return dict(self.page.evaluate(NAMES))

    def ask(self, script: str, *values: Any) -> Any:
        """What a script of this file answers."""
        return self.page.evaluate(script, [self.modules, *values])


@pytest.fixture
def drawn(page: Page, site: Site) -> Map:
    """A page for maps."""
    return Map(page, site)


def test_the_coast_is_where_it_is(drawn: Map) -> None:
    """North-east England: moors, the sea before Whitby, the other coast; lakes and inland seas are water."""
    drawn.draw(WHITBY)
    assert drawn.is_land(54.3, -0.9)
    assert drawn.is_land(53.8, -1.5)
    assert not drawn.is_land(54.6, -0.2)
    assert not drawn.is_land(54.2, -3.6)
    drawn.draw((41.88, -87.63))
    assert drawn.is_filled(WIDTH / 2 + 20, HEIGHT / 2 - 20, ".map-sea:nth-child(3)")
    drawn.draw((40.4, 50.6))
    assert not drawn.is_land(40.4, 51.0)


@pytest.mark.parametrize("side", [179.999, -179.999])
def test_the_date_line_is_no_border(drawn: Map, side: float) -> None:
    """From both sides of it the islands of Fiji are there, and those beyond it."""
    drawn.draw((DATE_LINE[0], side))
    west = 360 if side < 0 else 0
    assert drawn.is_land(-16.55, 179.2 - west)
    assert drawn.is_land(-16.85, 180 - west)
    assert not drawn.is_land(-17.6, 180.0 - west)


def test_no_coast_is_drawn_along_the_date_line(drawn: Map) -> None:
    """The source cuts Siberia there; the map does not."""
    drawn.draw(CHUKOTKA)
    assert drawn.is_land(67.0, 179.9)
    assert drawn.is_land(67.0, 180.1)
    on_line = "() => document.querySelector('.map-coast').isPointInStroke(new DOMPoint(180, 90))"
    assert drawn.page.evaluate(on_line) is False


def test_the_poles_are_drawn_from_above(drawn: Map) -> None:
    """Land all around the southern one, sea all around the northern one."""
    corners = [(x, y) for x in (5, 180, 355) for y in (5, 90, 175)]
    for latitude, is_land in ((-89.9, True), (-90, True), (89.9, False), (90, False)):
        drawn.draw((latitude, 20.0))
        assert {drawn.is_filled(x, y) for x, y in corners} == {is_land}


def test_where_there_is_nothing_nothing_is_drawn(drawn: Map) -> None:
    """Open sea, where a receiver without a position thinks it is."""
    drawn.draw((0.0, 0.0))
    assert drawn.names() == {}
    assert not any(drawn.is_filled(x, y) for x in range(0, WIDTH + 1, 20) for y in range(0, HEIGHT + 1, 20))


@pytest.mark.parametrize("width", [280, 520, 1280])
def test_names_can_be_read(drawn: Map, width: int) -> None:
    """The town that one is in has its name; none leaves the map, or covers another, the spot or the whole world."""
    drawn.page.set_viewport_size({"width": width, "height": 700})
    for city in CITIES:
        drawn.draw(city)
        names = drawn.names()
        assert len(names) >= 3, city
        taken = {**names, "the spot": [174, 84, 186, 96], "the world": [8, 130, 92, 172]}
        for (name, room), (other, other_room) in combinations(taken.items(), 2):
            is_apart = room[2] <= other_room[0] or other_room[2] <= room[0]
            assert is_apart or room[3] <= other_room[1] or other_room[3] <= room[1], (city, name, other)
        for name, (left, top, right, bottom) in names.items():
            assert min(left, top, WIDTH - right, HEIGHT - bottom) >= 0, (city, name)


def test_large_towns_are_named_first(drawn: Map) -> None:
    """They tell more than the village next to one."""
    drawn.draw(LONDON)
    assert list(drawn.names())[:2] == ["London", "Birmingham"]
    drawn.draw(WHITBY)
    assert {"Leeds", "Newcastle upon Tyne"} < drawn.names().keys()


def test_the_whole_world_shows_where_on_earth(drawn: Map) -> None:
    """The spot is where it is; at the edge all of it is seen."""
    for position, expected in ((LONDON, (179.9, 38.5)), ((-90, 20), (200, 168)), (DATE_LINE, (348, 106.8))):
        drawn.draw(position)
        spot = drawn.page.locator(".map-world .map-spot")
        found = [float(spot.get_attribute(name) or "") for name in ("cx", "cy")]
        assert found == pytest.approx(expected, abs=0.1)


def test_the_map_is_one_picture_with_a_name(drawn: Map) -> None:
    """Who cannot see it hears its label, which is text whatever is in it."""
    label = "It says where it was taken: <b>54.49300, -0.61350</b>"
    drawn.draw(WHITBY, label)
    assert drawn.page.get_by_role("img", name=label, exact=True).count() == 1
    assert drawn.page.locator("main .map b").count() == 0


def test_places_have_the_names_that_the_server_gives(drawn: Map) -> None:
    """The same place and the same way to it, near towns and anywhere."""
    chance = random.Random(4)  # noqa: S311  # for positions, not for secrets
    table = shipped_table()
    positions = [(chance.randint(-9_000_000, 9_000_000), chance.randint(-18_000_000, 18_000_000)) for _ in range(100)]
    for town in chance.sample(list(table.towns), POSITIONS - len(positions)):
        positions.append(tuple(part * 1_000 + chance.randint(-40_000, 40_000) for part in town[:2]))
    expected = [found and [table.label(found[0]), found[1]] for found in (nearest(table, *one) for one in positions)]
    assert drawn.ask(NEAREST, positions) == expected


def test_the_example_is_the_file_that_was_drawn(drawn: Map) -> None:
    """With a name and a type, as if somebody had chosen it."""
    name, kind, content = drawn.ask(EXAMPLE)
    assert (name, kind) == ("beach-day.jpg", "image/jpeg")
    assert base64.b64decode(content) == example_photo.stored()
