"""The plan: who sees what, in which order, with which steps open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from safety.check.answers import Answers, Question, Whose, offered
from safety.check.choose import DO_FIRST, PROTECT_MOST, Mark, choose, matters, per_minute, protection
from safety.library.codes import App, Audience, Impact, Phone, Situation, Topic
from safety.library.schema import Item, Library
from safety.library.text_schema import Section

EVERYBODY = (Audience.ADULT, Audience.TEEN, Audience.CHILD)
ADULT = Answers(whose=Whose.ADULT)


def item(id_: str = "one", **changes: object) -> Item:
    """An item for everybody."""
    sections = (Section("steps", "", Markup("")),)
    made = Item(id_, id_, "", 5, Impact.MEDIUM, Topic.PHOTOS, EVERYBODY, date(2026, 1, 1), sections)
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of an item


def order(*items: Item, answers: Answers = ADULT) -> list[str]:
    """The ids in the order of the plan."""
    return [row.item.id for row in choose(items, answers, {}).rows]


@st.composite
def anybody(draw: st.DrawFn) -> Answers:
    """Any way through the questions: answered, skipped, gone back."""
    answers = Answers()
    for _ in range(draw(st.integers(0, 12))):
        question = draw(st.sampled_from(answers.questions))
        several = question in (Question.APPS, Question.DEVICE)
        choices = draw(st.lists(st.sampled_from(offered(question)), max_size=4 if several else 1, unique=True))
        answers = answers.back() if draw(st.booleans()) and answers.asked else answers.answer(question, choices)
    return answers


@settings(max_examples=40)
@given(answers=anybody())
def test_nobody_under_18_ever_sees_what_is_for_adults(library: Library, answers: Answers) -> None:
    """Whatever is answered in whatever order: the plan holds only what is for this age."""
    shown = [row.item for row in choose(library.items, answers, {}).rows]
    assert all(answers.audience in one.who for one in shown)
    if answers.whose is not Whose.ADULT:
        assert not [one.id for one in shown if one.who == (Audience.ADULT,)]


def test_whoever_does_not_say_gets_the_plan_of_a_teen(library: Library) -> None:
    """The same items in the same order."""
    teen, unsaid = (choose(library.items, Answers(whose=one), {}) for one in (Whose.TEEN, Whose.UNSAID))
    assert [row.item for row in teen.rows] == [row.item for row in unsaid.rows]


@settings(max_examples=40)
@given(answers=anybody(), seed=st.randoms(use_true_random=False))
def test_the_order_does_not_hang_on_the_marks_or_the_files(library: Library, answers: Answers, seed: object) -> None:
    """Nothing jumps when something is ticked, and the plan is the same on every machine."""
    plain = choose(library.items, answers, {})
    shuffled = list(library.items)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]  # a source of randomness
    marks = {one.id: seed.choice(list(Mark)) for one in shuffled[::2]}  # type: ignore[attr-defined]  # as above
    marked = choose(shuffled, answers, marks)
    assert [row.item.id for row in plain.rows] == [row.item.id for row in marked.rows]
    assert [[row.item.id for row in group.rows] for group in plain.groups] == [
        [row.item.id for row in group.rows] for group in marked.groups
    ]


@settings(max_examples=40)
@given(answers=anybody())
def test_a_plan_begins_with_what_protects_most_for_its_time(library: Library, answers: Answers) -> None:
    """Do-first holds the best four; no row below protects more per minute; three are named, once each."""
    plan = choose(library.items, answers, {})
    first, rest = plan.groups[0], plan.groups[1:]
    assert (first.topic, len(first.rows)) == (None, DO_FIRST)
    worst = min(per_minute(row.item, answers) for row in first.rows)
    assert all(per_minute(row.item, answers) <= worst for group in rest for row in group.rows)
    assert [group.topic for group in rest] == [topic for topic in Topic if topic in {g.topic for g in rest}]
    for group in rest:
        values = [per_minute(row.item, answers) for row in group.rows]
        assert values == sorted(values, reverse=True)
        assert {row.item.topic for row in group.rows} == {group.topic}
    assert len(plan.most) == PROTECT_MOST
    lowest = min(protection(row.item, answers) for row in plan.most)
    assert all(protection(row.item, answers) <= lowest for row in plan.rows if not row.protects_most)


@settings(max_examples=40)
@given(answers=anybody())
def test_every_item_is_in_a_plan_once(library: Library, answers: Answers) -> None:
    """Nothing that matters is lost between the groups, and nothing stands twice."""
    shown = [row.item.id for row in choose(library.items, answers, {}).rows]
    assert sorted(shown) == sorted(one.id for one in library.items if matters(one, answers))


def test_an_item_for_a_situation_is_shown_in_it_only() -> None:
    """What is only for a repair, say, needs that answer; more than one may do."""
    only = item(only=(Situation.REPAIR, Situation.PARTNER))
    assert not matters(only, ADULT)
    assert not matters(only, replace(ADULT, situations=(Situation.FAMILY,)))
    assert matters(only, replace(ADULT, situations=(Situation.FAMILY, Situation.PARTNER)))


def test_an_item_for_a_phone_is_shown_on_it_or_when_nothing_was_said() -> None:
    """What was not said rules nothing out; another phone does."""
    iphone = item(phones=(Phone.IPHONE,))
    assert matters(iphone, ADULT)
    assert matters(iphone, ADULT.answer(Question.PHONE, ["iphone"]))
    assert not matters(iphone, ADULT.answer(Question.PHONE, ["samsung"]))
    assert not matters(iphone, ADULT.answer(Question.PHONE, ["other"]))


def test_an_item_for_apps_is_shown_to_who_has_one_or_said_nothing() -> None:
    """'None of these' rules it out; a skip does not."""
    app = item(apps=(App.SIGNAL, App.DISCORD))
    assert matters(app, ADULT.skip(Question.APPS))
    assert matters(app, ADULT.answer(Question.APPS, ["discord"]))
    assert not matters(app, ADULT.answer(Question.APPS, ["tiktok"]))
    assert not matters(app, ADULT.answer(Question.APPS, []))


def test_a_situation_lifts_what_helps_in_it() -> None:
    """An item that counts double in a situation passes one that does not."""
    plain, lifted = item("a"), item("b", lift=(Situation.CAREFUL,))
    assert order(plain, lifted) == ["a", "b"]
    assert order(plain, lifted, answers=replace(ADULT, situations=(Situation.CAREFUL,))) == ["b", "a"]


def test_what_takes_less_time_comes_first_when_it_protects_as_much() -> None:
    """Impact counts against minutes."""
    assert order(item("long", minutes=20), item("short", minutes=2)) == ["short", "long"]
    assert order(item("low", impact=Impact.LOW), item("high", impact=Impact.HIGH)) == ["high", "low"]


def test_what_we_only_guess_comes_after_what_we_know() -> None:
    """An item for a phone that nobody named stands below the same for everybody."""
    assert order(item("a", phones=(Phone.IPHONE,)), item("b")) == ["b", "a"]


STEPS = tuple(Section(name, "", Markup("x")) for name in ("iphone", "samsung", "android", "web", "signal", "know"))


@pytest.mark.parametrize(
    ("answers", "own"),
    [
        (ADULT, []),
        (ADULT.answer(Question.PHONE, ["iphone"]), ["iphone"]),
        (ADULT.answer(Question.PHONE, ["samsung"]), ["samsung"]),
        (ADULT.answer(Question.PHONE, ["android"]), ["android"]),
        (ADULT.answer(Question.PHONE, ["other"]), []),
        (ADULT.answer(Question.APPS, ["signal"]), ["signal"]),
        (ADULT.answer(Question.APPS, ["windows"]), ["web"]),
        (replace(ADULT, phone=Phone.IPHONE, apps=(App.SIGNAL, App.MAC)), ["iphone", "web", "signal"]),
    ],
)
def test_the_steps_for_ones_own_phone_and_apps_are_open(answers: Answers, own: list[str]) -> None:
    """The others are there, folded; nothing is shown twice or lost; what to know stands apart."""
    (row,) = choose([item(sections=STEPS)], answers, {}).rows
    assert [section.heading for section in row.own] == own
    shown = {section.heading for section in (*row.own, *row.others, *row.know)}
    assert shown == {section.heading for section in STEPS}
    assert len((*row.own, *row.others, *row.know)) == len(STEPS)


def test_a_samsung_gets_the_steps_of_android_when_it_has_none_of_its_own() -> None:
    """A Samsung phone is an Android phone."""
    sections = tuple(one for one in STEPS if one.heading != "samsung")
    (row,) = choose([item(sections=sections)], ADULT.answer(Question.PHONE, ["samsung"]), {}).rows
    assert [section.heading for section in row.own] == ["android"]


def test_counting_leaves_out_what_is_not_for_me() -> None:
    """The ring shows done of what counts, and is full when all of it is done."""
    items = [item(f"item-{number}") for number in range(8)]
    marks = {"item-0": Mark.DONE, "item-1": Mark.LATER, "item-2": Mark.NOT_FOR_ME}
    plan = choose(items, ADULT, marks)
    assert (plan.done, plan.total, plan.later, plan.percent) == (1, 7, 1, 14)
    whole = choose(items, ADULT, {one.id: Mark.DONE for one in items[:-1]} | {"item-7": Mark.NOT_FOR_ME})
    assert (whole.done, whole.total, whole.percent) == (7, 7, 100)


def test_a_plan_without_items_is_whole() -> None:
    """Nothing to do is no error."""
    plan = choose([], ADULT, {})
    assert (plan.rows, plan.most, plan.percent) == ((), (), 100)
