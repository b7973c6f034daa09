"""The steps of a room: what is asked comes once, and lists are for those who sit there."""

from __future__ import annotations

from safety.library.codes import Audience
from safety.library.schema import Library
from safety.library.teach_schema import Group, Step
from safety.teach.room.steps import CHECK_ITEMS, ONCE, check_items, parts_of


def test_a_question_is_asked_once(library: Library) -> None:
    """A plan that names an activity again, or two with the same question, gives no second look at the same class."""
    every = [activity.id for activity in library.activities]
    for group in Group:
        parts = parts_of(library, group, every + every)
        asked = [(part.kind, part.ref) for part in parts if part.kind in ONCE]
        assert len(asked) == len(set(asked))
    once, twice = (parts_of(library, Group.FROM_13, ["welcome"] * times) for times in (1, 2))
    assert [part for part in twice if part.kind is Step.BEFORE] == [part for part in once if part.kind is Step.BEFORE]
    assert sum(part.kind is Step.SLIDE for part in twice) == 2 * sum(part.kind is Step.SLIDE for part in once)


def test_the_list_is_for_those_who_sit_there(library: Library) -> None:
    """Parents get the actions of a child's check, everybody else those for under 18, staff too."""
    for group in Group:
        items = check_items(library, group)
        who = Audience.CHILD if group is Group.PARENTS else Audience.TEEN
        assert len(items) == CHECK_ITEMS
        assert all(who in item.who for item in items)
