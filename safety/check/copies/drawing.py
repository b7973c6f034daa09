"""The map of copies as lines, circles and words with their places: values in, elements out.

It draws no icon and knows no colour: the template has the one, the style sheet the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import hypot

from safety.check.copies.layouts import Layout, Point, Stand
from safety.check.copies.places import TRIPS, Ring, State, Trip, Way
from safety.library.codes import Place
from safety.library.copies_schema import CopyPlace

# Between a circle and the line that starts or ends there, and the room an arrow takes.
GAP, ARROW_LENGTH, ARROW_HALF = 3, 9, 4.5
CORNER = 9
LABEL_GAP = 6


@dataclass(frozen=True)
class Box:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether both have room in common."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > 0 and min(self.bottom, other.bottom) - max(self.top, other.top) > 0


@dataclass(frozen=True)
class Words:
    """One line of a label, centred at ``x``, on the line ``y``."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Spot:
    """One place: its circle, its label, and the room both take."""

    place: Place
    state: State
    x: float
    y: float
    label: tuple[Words, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Line:
    """A way that copies take: its path, and the arrow at its end."""

    trip: Trip
    path: str
    arrow: str


@dataclass(frozen=True)
class Drawing:
    """Everything of one map, from the back to the front."""

    layout: Layout
    rings: tuple[tuple[Ring, str, Point], ...]
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways that are drawn, for the key."""
        return tuple(way for way in Way if any(line.trip.way is way for line in self.lines))


def draw(layout: Layout, places: Iterable[CopyPlace], states: Mapping[Place, State]) -> Drawing:
    """The map of ``places`` in ``layout``. A copy travels only between places that may hold one."""
    spots = tuple(_spot(layout, place, states[place.id]) for place in places)
    lines = tuple(
        _line(layout, trip)
        for trip in TRIPS
        if states[trip.start] is State.POSSIBLE and states[trip.end] is State.POSSIBLE
    )
    rings = tuple((ring, path, layout.names[ring]) for ring, path in layout.rings.items())
    return Drawing(layout, rings, lines, spots)


def _spot(layout: Layout, place: CopyPlace, state: State) -> Spot:
    stand, count = layout.stands[place.id], len(place.label)
    if stand.above:
        first = stand.y - layout.radius - LABEL_GAP - (count - 1) * layout.line
    else:
        first = stand.y + layout.radius + layout.line
    label = tuple(Words(text, stand.x, first + at * layout.line) for at, text in enumerate(place.label))
    circle = Box(stand.x - layout.radius, stand.y - layout.radius, stand.x + layout.radius, stand.y + layout.radius)
    return Spot(place.id, state, stand.x, stand.y, label, (circle, *(_room(words, layout) for words in label)))


def _room(words: Words, layout: Layout) -> Box:
    """The room a line of a label takes: wide letters, and what hangs below the line."""
    half = len(words.text) * layout.letter / 2
    return Box(words.x - half, words.y - layout.line * 0.75, words.x + half, words.y + layout.line * 0.25)


def _line(layout: Layout, trip: Trip) -> Line:
    route = layout.routes.get((trip.start, trip.end), ())
    start, end = layout.stands[trip.start], layout.stands[trip.end]
    first, last = (route[0], route[-1]) if route else ((end.x, end.y), (start.x, start.y))
    begin, finish = _edge(start, first, layout), _edge(end, last, layout)
    tip_from = _towards(finish, last, ARROW_LENGTH)
    middle = _curve(route, tip_from) if layout.curved else _lane((begin, *route, tip_from))
    path = f"M{_at(begin)}{middle or 'L' + _at(tip_from)}"
    return Line(trip, path, _arrow(finish, tip_from))


def _edge(stand: Stand, point: Point, layout: Layout) -> Point:
    """Where a line from ``point`` meets the circle at ``stand``; a lane of a tall map keeps its height."""
    reach = layout.radius + GAP
    if layout.curved or not 0 < abs(point[1] - stand.y) < layout.radius:
        return _towards((stand.x, stand.y), point, reach)
    across = (reach**2 - (point[1] - stand.y) ** 2) ** 0.5
    return stand.x + (across if point[0] > stand.x else -across), point[1]


def _towards(start: Point, end: Point, length: float) -> Point:
    across, down = end[0] - start[0], end[1] - start[1]
    whole = hypot(across, down)
    return start[0] + across / whole * length, start[1] + down / whole * length


def _curve(route: tuple[Point, ...], end: Point) -> str:
    return f"Q{_at(route[0])} {_at(end)}" if route else ""


def _lane(points: tuple[Point, ...]) -> str:
    """Straight parts with round corners."""
    parts = []
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near, far = _towards(corner, before, CORNER), _towards(corner, after, CORNER)
        parts.append(f"L{_at(near)}Q{_at(corner)} {_at(far)}")
    return "".join(parts) + (f"L{_at(points[-1])}" if parts else "")


def _arrow(tip: Point, back: Point) -> str:
    across, down = (tip[0] - back[0]) / ARROW_LENGTH, (tip[1] - back[1]) / ARROW_LENGTH
    one = back[0] - down * ARROW_HALF, back[1] + across * ARROW_HALF
    two = back[0] + down * ARROW_HALF, back[1] - across * ARROW_HALF
    return f"M{_at(tip)}L{_at(one)}L{_at(two)}z"


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
