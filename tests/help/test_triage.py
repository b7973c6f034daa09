"""The plan: what fits whom, and the rule for under 18 over every combination of answers."""

from __future__ import annotations

import itertools

import pytest

from safety.help.answers import Answers, Said
from safety.help.triage import clocks, laws, listeners, plan, services
from safety.library.codes import (
    Age,
    By,
    Cost,
    ForWhom,
    Happened,
    LawStatus,
    Need,
    PlatformKind,
    StepKind,
    Where,
    Whose,
)
from safety.library.copies import requests
from safety.library.schema import Library

COUNTRIES = ("", "US", "GB", "DE")
SEVERAL_HAPPENED = ((), *((one,) for one in Happened), tuple(Happened))
SEVERAL_WHERE = ((), *((one,) for one in Where), tuple(Where))
FOR_ADULTS = {"dmca", "host", "person", "question", "gdpr", "dsa"}


def ids(library: Library, answers: Answers) -> list[str]:
    """The ids of the steps of a plan."""
    return [one.step.id for one in plan(library, answers).steps]


@pytest.mark.promise("under-18")
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("age", [None, Age.UNDER_18])
def test_no_combination_of_answers_leads_a_child_to_what_is_for_adults(
    library: Library, age: Age | None, country: str
) -> None:
    """No step, service, app or notice for adults, whoever asks and whatever is answered."""
    adults_only = {one.id for one in library.services if one.who is ForWhom.ADULT}
    every = itertools.product((None, *Whose), SEVERAL_HAPPENED, (None, *By), SEVERAL_WHERE)
    apps = tuple(one.id for one in library.platforms)
    for whose, happened, by, where in every:
        answers = Answers(age=age, country=country, whose=whose, happened=happened, by=by, where=where,
                          apps=apps)  # fmt: skip
        made = plan(library, answers)
        assert made.age is Age.UNDER_18
        for one in made.steps:
            assert Age.UNDER_18 in one.step.age
            assert not adults_only & {service.id for service in one.services}
            assert not FOR_ADULTS & set(one.notices)
            assert not {app.kind for app in one.platforms} & {PlatformKind.ADULT, PlatformKind.DATING}
            assert all(Age.UNDER_18 in law.age for law in (*one.laws, *one.clocks))
            assert not one.court_first


@pytest.mark.promise("under-18")
def test_every_text_a_child_may_be_shown_asks_for_no_copy(library: Library) -> None:
    """Services, ways to report and laws, of every country, one by one."""
    texts = [
        text for one in library.services if one.who is not ForWhom.ADULT for text in (one.what, one.needs, one.write)
    ]
    texts += [text for one in library.platforms for text in (one.minor, one.time)]
    texts += [text for one in library.laws if Age.UNDER_18 in one.age for text in (one.covers, one.deadline, one.then)]
    assert [text for text in texts if list(requests(text))] == []


def test_the_steps_stand_in_their_order(library: Library) -> None:
    """Whatever is answered, the order of the library is kept and no step stands twice."""
    for whose, age in itertools.product((None, *Whose), (None, *Age)):
        shown = ids(library, Answers(whose=whose, age=age))
        order = [step.id for step in library.steps if step.id in shown]
        assert shown == order


def test_every_step_is_reached_by_somebody(library: Library) -> None:
    """No step is written for nobody."""
    every = itertools.product(Age, Whose, (None, *By))
    reached = {id_ for age, whose, by in every for id_ in ids(library, Answers(age=age, whose=whose, by=by))}
    assert reached == {step.id for step in library.steps}


@pytest.mark.parametrize("age", Age)
def test_each_plan_has_the_way_from_calm_to_looking_again(library: Library, age: Age) -> None:
    """From safety and calm over the source and the police to oneself, and looking again at the very end."""
    answers = Answers(age=age, happened=(Happened.SHARED,), whose=Whose.MINE)
    kinds = list(dict.fromkeys(one.step.kind for one in plan(library, answers).steps))
    assert kinds == [
        "safety", "calm", "threat", "evidence", "source", "hash", "search", "takedown", "police", "legal",
        "privacy", "self",
    ]  # fmt: skip
    assert ids(library, answers)[-1] == {Age.ADULT: "look-again", Age.UNDER_18: "look-again-under-18"}[age]


def test_nobody_looks_for_a_picture_of_somebody_under_18(library: Library) -> None:
    """No step and no part of a page tells a minor's case to search for a name; adults find it behind their choice."""
    steps = [one for one in library.steps if Age.UNDER_18 in one.age]
    parts = [one for one in library.look_again.sections if not one.heading.endswith("-adult")]
    html = [section.html for one in steps for section in one.sections] + [one.html for one in parts]
    assert [text for text in html if "in quotes" in text or "quotation marks" in text] == []


@pytest.mark.parametrize("whose", [Whose.MY_CHILD, Whose.PUPIL, Whose.FRIEND])
@pytest.mark.parametrize("age", Age)
def test_a_helper_is_never_told_to_make_a_copy(library: Library, whose: Whose, age: Age) -> None:
    """Only the person shown, if adult, or the police; no text of a helper's plan asks for it."""
    made = plan(library, Answers(age=age, whose=whose))
    assert "keep-evidence-adult" not in [one.step.id for one in made.steps]
    assert [one.step.id for one in made.steps for section in one.step.sections if list(requests(section.html))] == []


def test_who_is_threatened_only_is_not_sent_to_take_anything_down(library: Library) -> None:
    """Nothing is out: no report of a post, no search engine, no takedown, and no clock of a law."""
    answers = Answers(age=Age.ADULT, country="US", happened=(Happened.THREATENED,), whose=Whose.MINE)
    assert not {"report-adult", "search-engines-adult", "takedown-adult", "find-host-adult"} & set(
        ids(library, answers)
    )
    assert "threats-adult" in ids(library, answers)
    assert clocks(library, answers) == ()
    assert "threats-adult" not in ids(library, Answers(age=Age.ADULT, happened=(Happened.SHARED,)))


@pytest.mark.parametrize(
    ("where", "there"),
    [((), True), ((Where.APP,), True), ((Where.UNKNOWN,), True), ((Where.CHAT, Where.SITE), True),
     ((Where.CHAT,), False), ((Where.SEARCH,), False)],
)  # fmt: skip
def test_the_48_hours_hold_where_the_law_reaches(library: Library, where: tuple[Where, ...], there: bool) -> None:
    """In the United States, for what is posted; not inside a private chat, and nowhere else in the world."""
    answers = Answers(age=Age.ADULT, country="US", where=where, happened=(Happened.SHARED,))
    assert ("us-take-it-down-act" in {law.id for law in clocks(library, answers)}) is there
    for country in ("", "GB", "DE", "CA", "AU"):
        elsewhere = Answers(age=Age.ADULT, country=country, where=where, happened=(Happened.SHARED,))
        assert "us-take-it-down-act" not in {law.id for law in laws(library, elsewhere)}


@pytest.mark.parametrize("country", ["US", "GB", "DE", "IN"])
def test_only_laws_that_count_today_are_shown(library: Library, country: str) -> None:
    """None that is to come, and none that is no law, for any age."""
    for age in Age:
        shown = laws(library, Answers(age=age, country=country))
        assert {law.status for law in shown} <= {LawStatus.IN_FORCE, LawStatus.PARTLY}
        assert all(country in law.countries and age in law.age for law in shown)


def test_services_near_come_first_and_none_costs_money(library: Library) -> None:
    """A free service of the country stands before one of the whole world, for each need."""
    for country, need, age in itertools.product(COUNTRIES, Need, Age):
        found = services(library, Answers(age=age, country=country), (need,))
        near = [country in one.countries for one in found]
        assert near == sorted(near, reverse=True)
        assert Cost.PAID not in {one.cost for one in found}
        assert all(need in one.helps for one in found)


@pytest.mark.parametrize("age", Age)
def test_who_listens_is_of_the_country_where_it_has_anybody(library: Library, age: Age) -> None:
    """Beside 'tell one person' and 'look after yourself' no service of another place takes a room."""
    answers = Answers(age=age, country="GB")
    beside = [one.services for one in plan(library, answers).steps if one.step.kind in (StepKind.CALM, StepKind.SELF)]
    shown = [service for services_ in beside for service in services_]
    assert shown
    assert [service.id for service in shown if "GB" not in service.countries] == []


def test_who_cannot_speak_is_shown_whom_to_write_to_first(library: Library) -> None:
    """Among those that are near, one that can be written to comes before one that can only be called."""
    quiet = services(library, Answers(age=Age.ADULT, country="US", aloud=Said.NO), (Need.TALK,))
    only_calls = [set(one.ways) == {"phone"} for one in quiet if "US" in one.countries]
    assert any(only_calls)
    assert only_calls == sorted(only_calls)


@pytest.mark.parametrize("age", Age)
def test_the_reach_of_the_code_is_told_for_the_named_apps(library: Library, age: Age) -> None:
    """An app that looks for the code, and one that does not."""
    answers = Answers(age=age, where=(Where.APP,), apps=("instagram", "whatsapp"))
    (reach,) = [one.reach for one in plan(library, answers).steps if one.step.kind == "hash"]
    assert [one.id for one in reach.yes] == ["instagram"]
    assert [one.id for one in reach.no] == ["whatsapp"]


def test_apps_are_shown_once_where_they_are_reported(library: Library) -> None:
    """At the report of what is posted; at the threats, when nothing is."""
    for happened, kind in ((Happened.SHARED, "source"), (Happened.THREATENED, "threat")):
        answers = Answers(age=Age.ADULT, happened=(happened,), where=(Where.APP,), apps=("instagram",))
        assert [one.step.kind for one in plan(library, answers).steps if one.platforms] == [kind]


def test_a_safety_plan_comes_first_when_somebody_close_does_it(library: Library) -> None:
    """Before any report, and also when somebody else does it but the device is watched."""
    close = ids(library, Answers(by=By.CLOSE))
    assert close[1] == "plan-first"
    assert ids(library, Answers(by=By.STRANGER, watched=Said.YES))[1] == "plan-first"
    assert "plan-first" not in ids(library, Answers(by=By.STRANGER, watched=Said.NO))


def test_listeners_are_near_and_not_printed_twice(library: Library) -> None:
    """Who listens in the country itself, without a number that its crisis lines hold already."""
    for country in library.countries:
        for one in listeners(library, Answers(country=country.code)):
            assert country.code in one.countries
            assert one.who is not ForWhom.ADULT
            assert not one.phone or one.phone not in {line.phone for line in country.lines}


def test_a_step_is_found_by_its_id(library: Library) -> None:
    """Its place in the plan; None for a step of other people."""
    made = plan(library, Answers())
    assert made.at("safe-now") == 0
    assert made.at("stop-copies-adult") is None
