"""The questions of help: what is taken, what is refused, and the way through them."""

from __future__ import annotations

import pytest

from safety.help.answers import (
    ORDER,
    PAUSES,
    Answers,
    NotAChoice,
    Said,
    Screen,
    after,
    before,
    named,
    offered,
    path,
    place,
    read,
)
from safety.library.codes import Age, By, Happened, PlatformKind, Where, Whose
from safety.library.schema import Library

FULL = {
    "danger": ["no"], "watched": ["not-sure"], "age": ["adult"], "whose": ["mine"], "happened": ["fake", "shared"],
    "by": ["close"], "where": ["adult-site", "app"], "apps": ["pornhub-aylo", "instagram"], "country": ["GB"],
    "aloud": ["no"],
}  # fmt: skip


def taken(library: Library, **sent: list[str]) -> Answers:
    """What is read from a form."""
    return read(sent, library.platforms, ("GB", "US"))


def test_every_answer_is_read_and_sent_on(library: Library) -> None:
    """What a form brings goes into the next form whole, in the order of the questions."""
    answers = taken(library, **FULL)
    assert answers == Answers(
        Said.NO, Said.NOT_SURE, Age.ADULT, Whose.MINE, (Happened.SHARED, Happened.FAKE), By.CLOSE,
        (Where.APP, Where.ADULT_SITE), ("instagram", "pornhub-aylo"), "GB", Said.NO,
    )  # fmt: skip
    again: dict[str, list[str]] = {}
    for name, value in answers.fields():
        again.setdefault(name, []).append(value)
    assert taken(library, **again) == answers


@pytest.mark.parametrize("screen", [one for one in ORDER if one not in PAUSES])
def test_what_no_question_offers_is_refused(library: Library, screen: Screen) -> None:
    """A made-up word for any question."""
    with pytest.raises(NotAChoice):
        taken(library, **{screen.value: ["canary"]})


@pytest.mark.parametrize("screen", ["danger", "age", "whose", "by", "country", "aloud"])
def test_one_answer_is_one(library: Library, screen: str) -> None:
    """Two at once are refused where a question takes one."""
    with pytest.raises(NotAChoice):
        taken(library, **{screen: ["GB", "US"]})


@pytest.mark.parametrize("age", [[], ["not-sure"], ["under-18"], [""]])
def test_no_age_counts_as_under_18_and_drops_what_is_for_adults(library: Library, age: list[str]) -> None:
    """Adult sites that were answered before the age changed are gone, from the list too."""
    answers = taken(library, **{**FULL, "age": age})
    assert answers.counted_age is Age.UNDER_18
    assert answers.where == (Where.APP,)
    assert answers.apps == ("instagram",)
    assert "adult-site" not in offered(Screen.WHERE, answers)
    assert not {one.kind for one in named(library.platforms, answers)} & {PlatformKind.ADULT, PlatformKind.DATING}


def test_adult_sites_are_named_only_to_an_adult_who_said_so(library: Library) -> None:
    """The list of apps alone names none."""
    kinds = {one.kind for one in named(library.platforms, Answers(age=Age.ADULT, where=(Where.APP,)))}
    assert PlatformKind.ADULT not in kinds
    only = {one.kind for one in named(library.platforms, Answers(age=Age.ADULT, where=(Where.ADULT_SITE,)))}
    assert only == {PlatformKind.ADULT}


def test_danger_comes_first_and_looking_at_the_device_next() -> None:
    """Then the age; with no danger and nobody watching there are no pauses."""
    calm = Answers(danger=Said.NO, watched=Said.NO)
    assert path(calm)[:3] == (Screen.DANGER, Screen.WATCHED, Screen.AGE)
    for said in (Said.YES, Said.NOT_SURE):
        assert after(Screen.DANGER, Answers(danger=said)) is Screen.NUMBERS
        assert after(Screen.WATCHED, Answers(watched=said)) is Screen.SAFETY


def test_the_country_is_asked_once() -> None:
    """Whoever chose it with the numbers is not asked again."""
    assert Screen.COUNTRY not in path(Answers(danger=Said.YES, country="GB"))
    assert Screen.COUNTRY in path(Answers(danger=Said.YES))
    assert Screen.COUNTRY in path(Answers(country="GB"))


def test_apps_are_asked_for_when_it_is_in_an_app() -> None:
    """A web site or a search has no app to name."""
    assert after(Screen.WHERE, Answers(where=(Where.CHAT,))) is Screen.APPS
    assert after(Screen.WHERE, Answers(where=(Where.SITE,))) is Screen.COUNTRY
    assert after(Screen.WHERE, Answers()) is Screen.COUNTRY


@pytest.mark.parametrize("answers", [Answers(), Answers(danger=Said.YES, watched=Said.YES, where=(Where.APP,))])
def test_the_way_leads_to_the_plan_and_back(answers: Answers) -> None:
    """Each screen once, forwards and backwards; nobody is kept in a circle."""
    walked = [Screen.DANGER]
    while walked[-1] is not Screen.PLAN:
        walked.append(after(walked[-1], answers))
    assert tuple(walked) == path(answers)
    back = [Screen.PLAN]
    while back[-1] is not Screen.DANGER:
        back.append(before(back[-1], answers))
    assert back == walked[::-1]
    assert after(Screen.PLAN, answers) is Screen.PLAN
    assert before(Screen.DANGER, answers) is Screen.DANGER


def test_the_count_of_questions_is_never_too_low() -> None:
    """It says how many there are at most; an app is not asked for by everybody."""
    assert place(Screen.DANGER, Answers()) == (1, 10)
    assert place(Screen.ALOUD, Answers()) == (9, 9)
    assert place(Screen.ALOUD, Answers(where=(Where.APP,))) == (10, 10)
    assert place(Screen.WATCHED, Answers(danger=Said.YES, country="GB")) == (2, 9)
