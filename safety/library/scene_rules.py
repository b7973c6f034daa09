"""The rules of the scenes to practise: an editor who breaks a way through one is told where.

A scene is a graph without circles: a choice leads to a turn further down in the file, so every way ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from safety.library.document import Document, Region
from safety.library.faults import Fault
from safety.library.talk_schema import Choice, Scene, Turn

TURNS_MIN, TURNS_MAX = 6, 12
CHOICES_MIN, CHOICES_MAX = 2, 3
# The page holds every way through a scene; turns that many choices lead to make it long.
SHOWN_MAX = 160
TURN_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


@dataclass(frozen=True)
class Place:
    """A turn, the lines it is written on, and those of each of its choices."""

    turn: Turn
    region: Region
    choices: tuple[tuple[Choice, Region], ...]


def of_scene(document: Document, scene: Scene) -> Iterator[Fault]:
    """The faults of one scene: its frame, each turn, each choice, and the ways through them."""
    yield from _frame(document, scene)
    places = _places(document, scene)
    # A turn that could not be read has its own fault; the ways through it cannot be judged.
    if places is None:
        return
    found = [*_turns(document, places), *_choices(document, places)]
    yield from found
    if not found and (shown := shown_choices(scene)) > SHOWN_MAX:
        what = f"All ways together show {shown} choices."
        yield document.fault(document.region.line_of("turns"), what, f"at most {SHOWN_MAX}: fewer ways into one turn")


def advice(scene: Scene) -> tuple[str, ...]:
    """What a scene tells the reader or offers to say: all but the words and the thoughts of the other."""
    choices = [choice for turn in scene.turns for choice in turn.choices]
    told = [text for choice in choices for text in (choice.say, choice.why, choice.end, choice.later) if text]
    return (scene.title, scene.intro, *told)


def shown_choices(scene: Scene) -> int:
    """How many choices a page has that holds every way from the first turn to an end; all choices lead down."""
    below = {"": 0}
    for turn in reversed(scene.turns):
        below[turn.id] = sum(1 + below[choice.to] for choice in turn.choices)
    return below[scene.turns[0].id]


def _frame(document: Document, scene: Scene) -> Iterator[Fault]:
    line_of = document.region.line_of
    if not scene.ages:
        yield document.fault(line_of("ages"), "The scene is for no age.", 'ages = ["11-12"]')
    if not scene.about:
        yield document.fault(line_of("about"), "The scene is about nothing.", 'about = ["asked"]')
    for key in ("title", "speaker", "intro"):
        if not getattr(scene, key):
            yield document.fault(line_of(key), f"{key} is empty.", f'{key} = "…"')
    if not TURNS_MIN <= len(document.table["turns"]) <= TURNS_MAX:
        what = f"The scene has {len(document.table['turns'])} turns."
        yield document.fault(line_of("turns"), what, f"{TURNS_MIN} to {TURNS_MAX} [[turns]]")


def _places(document: Document, scene: Scene) -> tuple[Place, ...] | None:
    regions = document.region.tables("turns")
    if len(regions) != len(scene.turns):
        return None
    places = []
    for turn, region in zip(scene.turns, regions, strict=True):
        lines = region.tables("turns.choices")
        if len(lines) != len(turn.choices):
            return None
        places.append(Place(turn, region, tuple(zip(turn.choices, lines, strict=True))))
    return tuple(places)


def _turns(document: Document, places: tuple[Place, ...]) -> Iterator[Fault]:
    reached = {choice.to for place in places for choice in place.turn.choices}
    seen: set[str] = set()
    for number, place in enumerate(places):
        turn, region = place.turn, place.region
        if not TURN_ID.match(turn.id):
            yield document.fault(region.line_of("id"), "The id of a turn has small letters.", 'id = "asks-again"')
        if turn.id in seen:
            yield document.fault(region.line_of("id"), f"The turn {turn.id} is there twice.", "another id")
        if not turn.says:
            yield document.fault(region.line_of("says"), "Nobody says anything.", 'says = "…"')
        if number and turn.id not in reached:
            yield document.fault(region.start, f"Nothing leads to {turn.id}.", f'to = "{turn.id}"')
        seen.add(turn.id)
        yield from _offer(document, turn, region)


def _offer(document: Document, turn: Turn, region: Region) -> Iterator[Fault]:
    if not CHOICES_MIN <= len(turn.choices) <= CHOICES_MAX:
        what = f"The turn {turn.id} has {len(turn.choices)} of them to choose from."
        yield document.fault(region.start, what, f"{CHOICES_MIN} or {CHOICES_MAX} [[turns.choices]]")
    if len({choice.say for choice in turn.choices}) < len(turn.choices):
        yield document.fault(region.start, f"Two choices of {turn.id} say the same.", "other words for one of them")


def _choices(document: Document, places: tuple[Place, ...]) -> Iterator[Fault]:
    numbers = {place.turn.id: number for number, place in enumerate(places)}
    for number, place in enumerate(places):
        for choice, region in place.choices:
            for key in ("say", "heard", "why"):
                if not getattr(choice, key):
                    yield document.fault(region.line_of(key), f"{key} is empty.", f'{key} = "…"')
            yield from _leads(document, choice, region, number, numbers)


def _leads(
    document: Document, choice: Choice, region: Region, number: int, numbers: Mapping[str, int]
) -> Iterator[Fault]:
    """Where a choice leads: further down, or to an end from which one can come back."""
    if bool(choice.to) == bool(choice.end):
        yield document.fault(region.start, "This choice goes nowhere, or two ways.", "to or end")
    elif bool(choice.end) != bool(choice.later):
        what = "An end has words to come back with, and a turn has none."
        yield document.fault(region.line_of("later"), what, 'later = "…" beside end')
    if choice.to and choice.to not in numbers:
        yield document.fault(region.line_of("to"), f"There is no turn {choice.to}.", "the id of a turn further down")
    elif choice.to and numbers[choice.to] <= number:
        what = f"The turn {choice.to} is not further down: the scene would go round."
        yield document.fault(region.line_of("to"), what, "the id of a turn further down")
