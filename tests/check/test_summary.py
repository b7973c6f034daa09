"""The numbers that somebody else may see: right, and the same whatever was said about other people."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from safety.check.answers import Answers, Whose
from safety.check.choose import Mark, choose
from safety.check.summary import Part, summarise
from safety.library.codes import Phone, Situation, Topic
from safety.library.schema import Library
from tests.check.test_choose import ADULT, anybody, item


def test_parts_count_what_is_done_of_what_is_for_this_person() -> None:
    """By topic, in the order of the check; 'not for me' does not count, and an empty topic is left out."""
    items = (item("a"), item("b"), item("c", topic=Topic.CLOUD), item("d", topic=Topic.HELP))
    marks = {"a": Mark.DONE, "b": Mark.LATER, "d": Mark.NOT_FOR_ME}
    found = summarise(choose(items, ADULT, marks))
    assert found.parts == (Part(Topic.PHOTOS, 1, 2), Part(Topic.CLOUD, 0, 1))
    assert (found.done, found.total) == (1, 3)


@settings(max_examples=60)
@given(answers=anybody(), situations=st.sets(st.sampled_from(Situation)), seed=st.randoms(use_true_random=False))
def test_numbers_do_not_tell_what_was_said_of_others(
    library: Library, answers: Answers, situations: set[Situation], seed: object
) -> None:
    """Someone to be careful of, an ex, a repair, pictures that were shared: the numbers are the same."""
    marks = {one.id: seed.choice(list(Mark)) for one in library.items[::2]}  # type: ignore[attr-defined]  # randomness
    told = replace(answers, situations=tuple(one for one in Situation if one in situations))
    silent = replace(answers, situations=())
    assert summarise(choose(library.items, told, marks)) == summarise(choose(library.items, silent, marks))


def test_every_plan_has_something_to_show(library: Library) -> None:
    """For each kind of person and phone there are numbers, and all topics of the plan are among them."""
    for whose in Whose:
        plan = choose(library.items, Answers(whose, Phone.ANDROID), {})
        found = summarise(plan)
        assert found.total > 10
        assert {part.topic for part in found.parts} == {row.item.topic for row in plan.rows}
