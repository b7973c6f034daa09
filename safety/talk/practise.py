"""The scenes to practise, put in order for the page that lists them."""

from __future__ import annotations

from collections.abc import Sequence

from safety.library.talk_codes import GoingOn, Side, TalkAge
from safety.library.talk_schema import Scene

ByAge = tuple[tuple[TalkAge, tuple[Scene, ...]], ...]


def by_side(scenes: Sequence[Scene]) -> tuple[tuple[Side, ByAge], ...]:
    """The scenes of each side, under every age they are for; an age without a scene is left out."""
    return tuple((side, _by_age([scene for scene in scenes if scene.side is side])) for side in Side)


def to_practise(scenes: Sequence[Scene], side: Side, age: str, going_on: str = "") -> tuple[Scene, ...]:
    """The scenes of ``side`` for ``age``, and for what is going on where that is given."""
    own = (scene for scene in scenes if scene.side is side and age in scene.ages)
    return tuple(scene for scene in own if not going_on or going_on in scene.about)


def _by_age(scenes: Sequence[Scene]) -> ByAge:
    listed = ((age, _for_age(scenes, age)) for age in TalkAge)
    return tuple((age, found) for age, found in listed if found)


def _for_age(scenes: Sequence[Scene], age: TalkAge) -> tuple[Scene, ...]:
    """In the order of what is going on, so that like stands beside like."""
    kinds = list(GoingOn)
    found = [scene for scene in scenes if age in scene.ages]
    return tuple(sorted(found, key=lambda scene: kinds.index(scene.about[0])))
