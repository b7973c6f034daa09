"""How the places hang together, and the list in its order: nothing that was cleared comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from safety.check.answers import Answers, Question, Whose
from safety.check.choose import Mark
from safety.check.copies.clearing import Clearing, begun, forgotten, is_guarded, make_clearing, questions, told
from safety.check.copies.places import FOLLOWS, ORDER, RINGS, TRIPS, Phase, Ring, State, answered, asked
from safety.check.progress import Check, Progress, pack, unpack
from safety.library.codes import App, Audience, Phone, Place, Threat
from safety.library.copies import requests
from safety.library.copies_rules import HANDLED
from safety.library.copies_schema import EVERYONE_ADULT, STOPS, cleared_id, mark_ids, stopped_id
from safety.library.keys import item_key
from safety.library.schema import Library

EVERYTHING = begun(Check(), Threat.NO)
ADULT = replace(EVERYTHING, answers=Answers(Whose.ADULT)).mark(EVERYONE_ADULT, Mark.DONE, 1)


def clearing(library: Library, check: Check) -> Clearing:
    """The list of ``check``."""
    return make_clearing(library.places, library.items, check)


def test_every_place_is_in_one_ring_and_has_one_turn() -> None:
    """A place that is added is drawn, asked about or follows another, and is cleared in some part of the list."""
    assert sorted(place for places in RINGS.values() for place in places) == sorted(Place)
    assert sorted(place for places in ORDER.values() for place in places) == sorted(Place)
    assert {trip.start for trip in TRIPS} | {trip.end for trip in TRIPS} <= set(Place)
    assert all(FOLLOWS.keys().isdisjoint(asked(ring)) for ring in Ring)
    assert 12 <= 1 + sum(len(asked(ring)) for ring in Ring) <= 20


def test_nothing_comes_back(library: Library) -> None:
    """What fills a place is stopped before, a bin comes after its album, a backup after what it holds, people last."""
    steps = clearing(library, ADULT).steps
    turn = {step.id: number for number, step in enumerate(steps)}
    at = {place: turn[cleared_id(place)] for place in Place}
    assert max(turn[stopped_id(place)] for place in STOPS) < min(at.values())
    assert at[Place.CHAT_SENT] < at[Place.CHAT_SAVED] < at[Place.CAMERA_ROLL] < at[Place.RECENTLY_DELETED]
    assert at[Place.RECENTLY_DELETED] < at[Place.CLOUD_PHOTOS] < at[Place.CLOUD_BIN]
    assert max(at[Place.CLOUD_BIN], at[Place.CHAT_SENT]) < at[Place.CHAT_BACKUP]
    assert at[Place.RECENTLY_DELETED] < at[Place.PHONE_BACKUP] < at[Place.COMPUTER] < at[Place.OLD_PHONE]
    assert at[Place.OLD_PHONE] < at[Place.SHARED_ALBUM] < at[Place.RECEIVERS] == len(steps) - 1
    assert [phase for phase, _ in clearing(library, ADULT).groups] == list(Phase)


@pytest.mark.parametrize("check", [ADULT, EVERYTHING])
def test_every_place_has_steps_and_a_time_or_says_there_is_none(library: Library, check: Check) -> None:
    """No place stands in the list without something to do."""
    steps = {step.id: step for step in clearing(library, check).steps}
    assert set(steps) == set(mark_ids()) - {EVERYONE_ADULT}
    for step in steps.values():
        assert "<li>" in step.part.html
        assert step.waits or step.place.wait


def test_before_the_questions_every_place_may_hold_a_copy(library: Library) -> None:
    """A question that was skipped or not reached counts as maybe; a later word on the threat forgets no answer."""
    assert set(clearing(library, EVERYTHING).states.values()) == {State.POSSIBLE}
    ruled_out = told(EVERYTHING, Ring.DEVICES, asked(Ring.DEVICES))
    assert begun(ruled_out, Threat.YES).places == ruled_out.places


def test_a_bin_follows_its_album() -> None:
    """Nobody is asked about a bin: it may hold what the album may hold."""
    places = answered(tuple(Place), Ring.PHONE, [Place.CAMERA_ROLL])
    assert {Place.CAMERA_ROLL, Place.RECENTLY_DELETED}.isdisjoint(places)
    assert {Place.CLOUD_BIN, Place.CHAT_SAVED} <= set(places)
    assert set(answered(places, Ring.PHONE, [])) == set(Place)


def test_what_is_ruled_out_is_not_in_the_list(library: Library) -> None:
    """It stays on the map, as not likely."""
    check = told(ADULT, Ring.CLOUD, asked(Ring.CLOUD))
    made = clearing(library, check)
    assert {place for place, state in made.states.items() if state is State.UNLIKELY} == set(RINGS[Ring.CLOUD])
    assert not {step.place.id for step in made.steps} & set(RINGS[Ring.CLOUD])
    assert dict(questions(library.places, check, Ring.PEOPLE)[:1]) == {library_place(library, Place.CHAT_SENT): True}


def library_place(library: Library, id_: Place) -> object:
    """The place ``id_`` of the library."""
    return next(place for place in library.places if place.id is id_)


def test_a_tick_shows_on_the_map_and_a_stop_does_not(library: Library) -> None:
    """Stopping new copies clears nothing yet."""
    check = ADULT.mark(cleared_id(Place.EMAIL), Mark.DONE, 2).mark(stopped_id(Place.COMPUTER), Mark.DONE, 2)
    made = clearing(library, check)
    assert made.states[Place.EMAIL] is State.CLEARED
    assert made.states[Place.COMPUTER] is State.POSSIBLE
    assert (made.count(State.CLEARED), sum(step.done for step in made.steps)) == (1, 2)


@pytest.mark.parametrize("threat", [Threat.YES, Threat.NOT_SURE, Threat.NO])
def test_with_a_threat_the_list_holds(library: Library, threat: Threat) -> None:
    """Not sure counts as yes."""
    assert clearing(library, begun(ADULT, threat)).hold is (threat is not Threat.NO)


@pytest.mark.parametrize("whose", list(Whose))
def test_only_an_adult_who_says_all_were_adults_gets_the_parts_for_adults(library: Library, whose: Whose) -> None:
    """Under 18, a child, or not said: the picture is left alone, also with a mark from an earlier answer."""
    unsaid = replace(EVERYTHING, answers=Answers(whose))
    assert is_guarded(unsaid)
    assert is_guarded(unsaid.mark(EVERYONE_ADULT, Mark.DONE, 1)) is (whose is not Whose.ADULT)


def test_nobody_under_18_is_told_to_handle_a_picture(library: Library) -> None:
    """No step asks for a copy, for deleting, or names a service for adults; no linked action is for adults alone."""
    for whose in Whose:
        made = clearing(library, replace(EVERYTHING, answers=Answers(whose)))
        assert made.guarded
        for step in made.steps:
            texts = [step.part.html.striptags(), step.words.html.striptags() if step.words else ""]
            assert [list(requests(text)) for text in texts] == [[], []]
            if step.phase is not Phase.STOP:
                assert not any(HANDLED.search(text) for text in texts)
            assert all(item.who != (Audience.ADULT,) for item in step.items)


def test_times_fit_the_phone_and_the_apps(library: Library) -> None:
    """30 days here, 60 there: what was said rules times out, what was not said does not."""

    def days(answers: Answers) -> list[int]:
        steps = clearing(library, replace(EVERYTHING, answers=answers)).steps
        return [wait.days for step in steps if step.place.id is Place.RECENTLY_DELETED for wait in step.waits]

    both = frozenset([Question.PHONE, Question.APPS])
    assert days(Answers()) == [30, 60]
    assert days(Answers(phone=Phone.IPHONE, answered=both)) == [30]
    assert days(Answers(phone=Phone.ANDROID, apps=(App.GOOGLE_PHOTOS,), answered=both)) == [60]
    assert days(Answers(phone=Phone.SAMSUNG, answered=both)) == []


def test_no_key_of_a_place_is_that_of_an_item(library: Library) -> None:
    """A tick on the map is never a tick in the plan."""
    keys = [item_key(id_) for id_ in (*mark_ids(), *(item.id for item in library.items))]
    assert len(set(keys)) == len(keys)


def test_the_map_survives_packing_and_can_be_forgotten() -> None:
    """It travels in the visitor's cookie; forgetting it leaves the rest of the check as it was."""
    check = told(ADULT, Ring.PHONE, [Place.OTHER_APPS]).mark(cleared_id(Place.EMAIL), Mark.DONE, 3)
    assert unpack(pack(Progress((check,)))).check == check
    check = check.mark("two-factor", Mark.DONE, 4)
    gone = forgotten(check, 5)
    assert (gone.threat, gone.places, gone.marked(mark_ids())) == (None, (), {})
    assert (gone.marked(["two-factor"]), gone.answers) == ({"two-factor": Mark.DONE}, check.answers)
