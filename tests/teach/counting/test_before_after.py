"""A number is told when its margin allows, and else how many answers are missing."""

from __future__ import annotations

from safety.library.schema import Library
from safety.library.teach_schema import Step
from safety.teach.counting.before_after import Side, compare
from safety.teach.counting.randomised import Said


def test_a_class_alone_is_not_told_and_hears_what_is_missing() -> None:
    """25 answers are 72 too few to be sure."""
    side = Side(Step.BEFORE, Said(14, 25))
    assert (side.shown, side.missing) == (None, 72)


def test_a_missing_answer_is_at_least_one() -> None:
    """Nobody is told that no answer is missing and sees no number."""
    assert all(
        Side(Step.AFTER, Said(yes, 96)).missing >= 1 for yes in range(97) if not Side(Step.AFTER, Said(yes, 96)).shown
    )


def test_many_classes_are_told() -> None:
    """Four hundred answers are shown, and nothing is missing."""
    side = Side(Step.BEFORE, Said(220, 400))
    assert side.shown is not None
    assert side.shown.margin < 0.1
    assert side.missing == 0


def test_a_change_needs_a_narrow_margin_of_its_own(library: Library) -> None:
    """Both sides may be told while their difference is not sure enough yet."""
    id_ = library.beliefs[0].id
    for answers, told in ((100, False), (400, True)):
        said = {(id_, Step.BEFORE): Said(answers // 2, answers), (id_, Step.AFTER): Said(answers // 2, answers)}
        (pair,) = compare(said, library.beliefs)
        assert all(side.shown for side in pair.sides)
        assert bool(pair.change) is told


def test_one_side_alone_is_compared_with_nothing(library: Library) -> None:
    """A room that was closed early has a before and no after: no change is made up."""
    (pair,) = compare({(library.beliefs[1].id, Step.BEFORE): Said(300, 400)}, library.beliefs)
    assert pair.after.said == Said(0, 0)
    assert pair.change is None


def test_beliefs_come_in_the_order_of_the_library_and_unknown_ones_not_at_all(library: Library) -> None:
    """A file names ids; the words are ours."""
    asked = [(library.beliefs[at].id, Step.AFTER) for at in (2, 0)]
    found = compare({key: Said(5, 10) for key in [*asked, ("canary", Step.AFTER)]}, library.beliefs)
    assert [pair.belief for pair in found] == [library.beliefs[0], library.beliefs[2]]
