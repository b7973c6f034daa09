"""The list of scenes: under each side and age what fits it."""

from __future__ import annotations

from safety.library.schema import Library
from safety.library.talk_codes import GoingOn, Side, TalkAge
from safety.talk.practise import by_side, to_practise


def test_every_scene_stands_under_each_of_its_ages(library: Library) -> None:
    """And nowhere else; no age is shown empty, and the youngest comes first."""
    listed = {(side, age, scene.id) for side, ages in by_side(library.scenes) for age, found in ages for scene in found}
    assert listed == {(scene.side, age, scene.id) for scene in library.scenes for age in scene.ages}
    order = list(TalkAge)
    for _, ages in by_side(library.scenes):
        places = [order.index(age) for age, _ in ages]
        assert places == sorted(places)
        assert all(found for _, found in ages)


def test_a_page_for_parents_offers_scenes_for_parents(library: Library) -> None:
    """Of that age, and about what is going on where the page is about one thing."""
    found = to_practise(library.scenes, Side.PARENT, "13-15", "asked")
    assert "asked-for-a-picture" in [scene.id for scene in found]
    assert all(scene.side is Side.PARENT and GoingOn.ASKED in scene.about for scene in found)
    every = to_practise(library.scenes, Side.PARENT, "13-15")
    assert set(found) < set(every)
    assert all("13-15" in scene.ages for scene in every)
