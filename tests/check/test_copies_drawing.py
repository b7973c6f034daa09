"""The drawn map: every place once, no label on another, whatever was answered; valid lines and words only."""

from __future__ import annotations

import re
from itertools import combinations, product
from math import hypot

import pytest

from safety.check.copies.drawing import Box, Drawing, draw
from safety.check.copies.layouts import TALL, WIDE, Layout
from safety.check.copies.places import TRIPS, State, Way
from safety.library.codes import Place
from safety.library.schema import Library

LAYOUTS = pytest.mark.parametrize("layout", [WIDE, TALL], ids=["wide", "tall"])
PATH = re.compile(r"M-?[\d.]+ -?[\d.]+(?:[LQ]-?[\d.]+ -?[\d.]+(?: -?[\d.]+ -?[\d.]+)?)*z?")
PAIR = re.compile(r"(-?[\d.]+) (-?[\d.]+)")


def drawn(library: Library, layout: Layout, *states: State) -> Drawing:
    """The map with ``states``, one for every place or one for all."""
    every = states * len(Place) if len(states) == 1 else states
    return draw(layout, library.places, dict(zip(Place, every, strict=True)))


def rooms(drawing: Drawing) -> list[tuple[str, Box]]:
    """What every place takes up, and the phone."""
    x, y = drawing.layout.phone
    phone = [("phone", Box(x - 27, y - 46, x + 27, y + 46))]
    return phone + [(spot.place.value, box) for spot in drawing.spots for box in spot.boxes]


@LAYOUTS
@pytest.mark.parametrize("state", list(State))
def test_every_place_is_drawn_once_and_no_label_meets_another(library: Library, layout: Layout, state: State) -> None:
    """Places stand where they stand whatever their state, so one look at all of them is a look at every subset."""
    drawing = drawn(library, layout, state)
    assert sorted(spot.place for spot in drawing.spots) == sorted(Place)
    met = [(one, two) for (one, a), (two, b) in combinations(rooms(drawing), 2) if one != two and a.meets(b)]
    assert met == []


@LAYOUTS
def test_all_of_it_is_inside_the_drawing(library: Library, layout: Layout) -> None:
    """Nothing is cut off at an edge."""
    for name, box in rooms(drawn(library, layout, State.POSSIBLE)):
        assert min(box.left, box.top) >= 0, name
        assert box.right <= layout.width, name
        assert box.bottom <= layout.height, name


@LAYOUTS
@pytest.mark.parametrize("states", list(product(State, repeat=2)))
def test_a_copy_travels_only_between_places_that_may_hold_one(
    library: Library, layout: Layout, states: tuple[State, State]
) -> None:
    """A line ends with the first of its places that is cleared or ruled out."""
    every = [states[number % 2] for number, _ in enumerate(Place)]
    known = dict(zip(Place, every, strict=True))
    lines = drawn(library, layout, *every).lines
    assert {line.trip for line in lines} == {
        trip for trip in TRIPS if known[trip.start] is known[trip.end] is State.POSSIBLE
    }


@LAYOUTS
def test_lines_are_valid_paths_from_place_to_place(library: Library, layout: Layout) -> None:
    """Each begins and ends at the circles it joins, and crosses no other circle at its ends."""
    drawing = drawn(library, layout, State.POSSIBLE)
    stands = layout.stands
    for line in drawing.lines:
        assert PATH.fullmatch(line.path), line.path
        assert PATH.fullmatch(line.arrow), line.arrow
        first = [float(one) for one in PAIR.findall(line.path)[0]]
        tip = [float(one) for one in PAIR.findall(line.arrow)[0]]
        start, end = stands[line.trip.start], stands[line.trip.end]
        assert layout.radius < hypot(first[0] - start.x, first[1] - start.y) < layout.radius + 6
        assert layout.radius < hypot(tip[0] - end.x, tip[1] - end.y) < layout.radius + 6


@LAYOUTS
def test_the_key_names_only_what_is_drawn(library: Library, layout: Layout) -> None:
    """Without a line there is no key."""
    assert drawn(library, layout, State.POSSIBLE).ways == tuple(Way)
    assert drawn(library, layout, State.CLEARED).ways == ()
