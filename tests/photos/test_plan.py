"""Plans have one canonical form, so that two implementations can be compared."""

import pytest

from safety.photos import plan as plan_module
from safety.photos.errors import CleanError
from safety.photos.plan import Bytes, Draft, Keep, Zero
from safety.photos.recognise import Format
from safety.photos.source import BytesSource

SOURCE = BytesSource(b"0123456789")


def test_neighbours_are_merged() -> None:
    """Keeps that continue each other, bytes and zeros each become one op; empty ones vanish."""
    draft = Draft(SOURCE)
    draft.keep(0, 2)
    draft.keep(2, 3)
    draft.keep(9, 0)
    draft.write(b"a")
    draft.write(b"")
    draft.write(b"b")
    draft.zero(1)
    draft.zero(0)
    draft.zero(2)
    draft.keep(7, 1)
    plan = draft.finish(Format.PNG)
    assert plan.ops == (Keep(0, 5), Bytes(b"ab"), Zero(3), Keep(7, 1))
    assert plan.output_bytes == 11
    assert not plan.changes_nothing


def test_keeps_with_a_gap_stay_apart() -> None:
    """What is left out between two ranges stays left out."""
    draft = Draft(SOURCE)
    draft.keep(0, 2)
    draft.keep(3, 2)
    assert draft.finish(Format.PNG).ops == (Keep(0, 2), Keep(3, 2))


def test_rewriting_the_same_is_keeping() -> None:
    """A rewritten part that equals its source is a Keep, so that a clean file is one Keep."""
    draft = Draft(SOURCE)
    assert not draft.rewrite(b"01234", 0)
    draft.keep(5, 5)
    assert draft.finish(Format.PNG).changes_nothing
    assert Draft(SOURCE).rewrite(b"x", 0)
    assert Draft(SOURCE).rewrite(b"9x", 9)


def test_extending_keeps_the_canonical_form() -> None:
    """Ops of another draft are merged with what is there."""
    rest = Draft(SOURCE)
    rest.keep(2, 3)
    rest.write(b"x")
    rest.zero(4)
    draft = Draft(SOURCE)
    draft.keep(0, 2)
    draft.extend(rest)
    draft.zero(1)
    assert draft.finish(Format.PNG).ops == (Keep(0, 5), Bytes(b"x"), Zero(5))


def test_too_many_ops_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory for ops is bounded."""
    monkeypatch.setattr(plan_module, "MAX_OPS", 2)
    draft = Draft(SOURCE)
    draft.keep(0, 1)
    draft.keep(2, 1)
    with pytest.raises(CleanError) as caught:
        draft.keep(4, 1)
    assert caught.value.code == "too-many-parts"


def test_findings_of_one_code_do_not_crowd_out_others() -> None:
    """A thousand comments leave room for the one place that matters."""
    draft = Draft(SOURCE)
    for number in range(1_000):
        draft.find("comment", "comment", number, 1, value=str(number))
    draft.find("location", "Exif", 9_999, 1)
    found = draft.finish(Format.PNG).findings
    assert found[0].code == "location"
    assert len(found) == 101
