"""What a run sheet and the slides show: the right people's cards and questions, and nothing of the leader's."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from safety.library.lessons import MINUTES
from safety.library.schema import Library
from safety.library.teach_schema import Devices, Group, Step
from safety.teach.plan import made
from safety.teach.room.steps import parts_of
from safety.teach.sheet import MOST_CARDS, parts, slides


@pytest.mark.parametrize("group", Group)
def test_times_cards_and_questions_fit(library: Library, group: Group) -> None:
    """Each part begins where the one before ends; cards and questions are for the group, and stand once."""
    shown = parts(library, made(library, group, 90, Devices.EACH))
    assert shown[0].start == 0
    assert shown[-1].end == 90
    assert all(before.end == after.start for before, after in pairwise(shown))
    names = [one.id for part in shown for one in (*part.cards, *part.questions)]
    assert len(names) == len(set(names))
    for part in shown:
        votes = sum(line.startswith(Step.VOTE) for line in part.activity.live)
        assert len(part.cards) <= max(MOST_CARDS, votes)
        assert all(group in one.groups for one in (*part.cards, *part.questions))


@pytest.mark.parametrize(("group", "minutes"), list(product(Group, MINUTES)))
def test_no_slide_has_what_is_for_the_leader(library: Library, group: Group, minutes: int) -> None:
    """Neither what to do, nor what to leave out, nor who is responsible in a story that the class still talks about."""
    plan = made(library, group, minutes, Devices.NONE)
    shown = {text for slide in slides(library, plan) for text in (slide.title, *slide.lines, *slide.choices)}
    secret = {line for slot in plan.slots for line in (*slot.activity.do, *slot.activity.not_do, *slot.activity.bring)}
    for card in library.scenarios:
        secret |= {card.responsible, *card.not_do}
    assert shown
    assert shown & secret == set()


@pytest.mark.parametrize(("group", "minutes"), list(product(Group, MINUTES)))
def test_a_leader_has_the_notes_of_every_story_that_a_room_votes_on(
    library: Library, group: Group, minutes: int
) -> None:
    """Who is responsible and what to leave out stand on the run sheet before a class sees the story."""
    plan = made(library, group, minutes, Devices.EACH)
    asked = {question.id: question for question in library.questions}
    steps = parts_of(library, group, [slot.activity.id for slot in plan.slots])
    voted = {asked[step.ref].card for step in steps if step.kind is Step.VOTE}
    assert voted <= {card.id for part in parts(library, plan) for card in part.cards}


def test_an_answer_comes_after_its_question(library: Library) -> None:
    """The question stands alone first; on the next slide the right answer is marked, with the reason."""
    shown = slides(library, made(library, Group.FROM_13, 90, Devices.NONE))
    answers = [at for at, slide in enumerate(shown) if slide.right]
    assert len(answers) >= 5
    for at in answers:
        assert shown[at - 1].title == shown[at].title
        assert shown[at - 1].right == ""
        assert shown[at - 1].choices == shown[at].choices
        assert shown[at].right in shown[at].choices
        assert shown[at].lines
        assert shown[at].kindly


def test_no_slide_comes_twice(library: Library) -> None:
    """A question that two activities have is shown once."""
    shown = slides(library, made(library, Group.FROM_11, 90, Devices.EACH))
    assert len(set(shown)) == len(shown)
