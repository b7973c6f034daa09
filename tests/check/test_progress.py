"""What is kept in the cookie: whole, small, and nothing else is mistaken for it."""

from __future__ import annotations

from operator import itemgetter

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from safety.check.answers import Answers, Question, Whose
from safety.check.choose import Mark
from safety.check.progress import MAX_CHECKS, MAX_MARKS, MAX_MINUTE, Check, Progress, Said, Unpackable, pack, unpack
from safety.library.codes import App, Phone, Place, Situation, Threat
from safety.library.keys import item_key, same_keys
from safety.library.schema import Library
from safety.web.sealed import seal

COOKIE_BYTES = 3072
ROOM = 1 << 16
FIXED = (
    "020101020000000000000003ff0000000000000000ff00000000000000000102030400000b020200"
    "00800100210503020000080101000500000701000600000801000700000901000800000a"
)


def members(kind: type) -> st.SearchStrategy[tuple[object, ...]]:
    """Any members of ``kind``, in its own order."""
    every = list(kind)
    return st.sets(st.sampled_from(every)).map(lambda chosen: tuple(one for one in every if one in chosen))


ANSWERS = st.builds(
    Answers,
    whose=st.sampled_from(Whose),
    phone=st.none() | st.sampled_from(Phone),
    apps=members(App),
    situations=members(Situation),
    answered=st.frozensets(st.sampled_from(Question)),
    asked=st.integers(0, len(Question)),
)
MINUTES = st.integers(0, MAX_MINUTE)
SAID = st.dictionaries(
    st.integers(0, 65535), st.builds(Said, st.none() | st.sampled_from(Mark), MINUTES), max_size=MAX_MARKS
)
CHECKS = st.builds(
    Check,
    ANSWERS,
    SAID.map(lambda said: tuple(sorted(said.items(), key=itemgetter(0)))),
    st.integers(0, 2**32 - 1),
    MINUTES,
    st.none() | st.sampled_from(Threat),
    members(Place),
)
PROGRESS = st.lists(CHECKS, min_size=1, max_size=MAX_CHECKS).flatmap(
    lambda checks: st.builds(Progress, st.just(tuple(checks)), st.integers(0, len(checks) - 1))
)


@given(PROGRESS)
def test_what_is_packed_comes_back_as_it_was(progress: Progress) -> None:
    """Answers, marks, every check and the one in front."""
    assert unpack(pack(progress, ROOM)) == progress


@given(st.binary(max_size=400))
def test_any_other_bytes_are_refused_or_are_a_progress(packed: bytes) -> None:
    """Nothing else than one planned error comes of bytes, and what is taken can be packed again."""
    try:
        progress = unpack(packed)
    except Unpackable:
        return
    assert unpack(pack(progress, ROOM)) == progress


@given(PROGRESS, st.integers(0, 400))
def test_cut_or_longer_bytes_are_refused(progress: Progress, place: int) -> None:
    """Half a plan is no plan."""
    packed = pack(progress)
    with pytest.raises(Unpackable):
        unpack(packed[: place % len(packed)])
    with pytest.raises(Unpackable):
        unpack(packed + b"\0")


def test_another_format_is_refused() -> None:
    """A later form of the site can change the format without misreading old cookies."""
    packed = pack(Progress())
    with pytest.raises(Unpackable):
        unpack(bytes([packed[0] + 1]) + packed[1:])


def test_the_form_that_is_kept_for_months_stays_as_it_is() -> None:
    """Bytes that a kept check may hold since long ago still say the same: a changed order of a list would show here."""
    answers = Answers(
        Whose.CHILD,
        Phone.ANDROID,
        (App.WHATSAPP, App.MAC),
        (Situation.PARTNER, Situation.SHARED_INTIMATE),
        frozenset([Question.WHO, Question.APPS]),
        3,
    )
    said = ((5, Said(Mark.DONE, 7)), (6, Said(Mark.LATER, 8)), (7, Said(Mark.NOT_FOR_ME, 9)), (8, Said(None, 10)))
    progress = Progress(
        (Check(), Check(answers, said, 0x01020304, 11, Threat.NOT_SURE, (Place.CAMERA_ROLL, Place.SHARED_ALBUM))), 1
    )
    assert pack(progress, ROOM).hex() == FIXED
    assert unpack(bytes.fromhex(FIXED)) == progress


def test_the_largest_progress_fits_into_a_cookie(library: Library) -> None:
    """Everything answered and everything ticked in as many checks as there may be: under 3 KB sealed."""
    every = Answers(Whose.ADULT, Phone.OTHER, tuple(App), tuple(Situation), frozenset(Question), len(Question))
    check = Check(every)
    for item in library.items:
        check = check.mark(item.id, Mark.LATER, MAX_MINUTE)
    assert len(check.said) == len(library.items)
    text = seal(AESGCM(bytes(32)), pack(Progress((check,) * MAX_CHECKS)), 1_800_000_000)
    assert len(text) < COOKIE_BYTES


def test_the_most_marks_that_are_taken_fit_into_a_cookie() -> None:
    """The limit on marks holds the cookie under 3 KB whatever the content grows to."""
    check = Check()
    for number in range(2 * MAX_MARKS):
        check = check.mark(f"item-{number}", list(Mark)[number % 3], number)
    assert len(check.said) == MAX_MARKS
    text = seal(AESGCM(bytes(32)), pack(Progress((check,) * MAX_CHECKS)), 1_800_000_000)
    assert len(text) < COOKIE_BYTES


def test_a_mark_can_be_changed_and_taken_back_when_all_are_taken() -> None:
    """At the limit a tick that is there can still be changed."""
    check = Check(said=tuple((number, Said(Mark.DONE)) for number in range(MAX_MARKS - 1)))
    check = check.mark("two-factor", Mark.DONE, 1)
    assert check.mark("two-factor", Mark.LATER, 2).marked(["two-factor"]) == {"two-factor": Mark.LATER}
    assert check.mark("two-factor", None, 2).marked(["two-factor"]) == {}


def test_a_mark_of_an_item_that_is_gone_is_kept_and_harmless() -> None:
    """A retired item says nothing, and its mark comes back when it does."""
    check = Check().mark("gone", Mark.DONE, 1).mark("two-factor", Mark.LATER, 2)
    assert check.marked(["two-factor"]) == {"two-factor": Mark.LATER}
    assert check.marked(["gone"]) == {"gone": Mark.DONE}


def test_checks_stand_side_by_side() -> None:
    """A mark is made in the check in front, and another in front sees nothing of it."""
    one = Progress().with_check(Progress().check.mark("two-factor", Mark.DONE, 1))
    two = one.add()
    assert (two.current, two.check) == (1, Check())
    assert two.switch(0).check == one.check
    assert two.switch(5) == two
    assert two.switch(-1) == two


def test_no_more_checks_than_fit() -> None:
    """A full set says so and stays as it is."""
    progress = Progress()
    for _ in range(MAX_CHECKS - 1):
        assert not progress.full
        progress = progress.add()
    assert progress.full
    assert progress.add() == progress


def test_a_key_never_changes() -> None:
    """Keys are in visitors' cookies: the way they are made is fixed for good."""
    assert (item_key("two-factor"), item_key("phone-passcode")) == (20501, 23846)


def test_ids_that_share_a_key_are_found() -> None:
    """Two ids with the same short name are named together, all others not at all."""
    ids = [f"item-{number}" for number in range(2000)]
    same = same_keys(ids)
    assert same
    for key, names in same.items():
        assert len(names) > 1
        assert {item_key(name) for name in names} == {key}
    assert same_keys(["a", "b", "c"]) == {}
