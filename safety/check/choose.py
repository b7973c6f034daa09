"""Which items matter for a person, in which order, with which steps open. Values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from safety.check.answers import Answers, Question
from safety.library.codes import App, Impact, Phone, Topic
from safety.library.schema import Item
from safety.library.text_schema import Section

POINTS = {Impact.HIGH: 9, Impact.MEDIUM: 4, Impact.LOW: 1}
LIFTED = 2
# Opening the right menu takes a while whatever the action: without it a one-minute item of low
# impact would stand above a ten-minute one of high impact.
START_MINUTES = 5
DO_FIRST = 4
PROTECT_MOST = 3
KNOW, STEPS = "know", "steps"
PHONE_HEADINGS = {
    Phone.IPHONE: ("iphone",),
    Phone.SAMSUNG: ("samsung", "android"),
    Phone.ANDROID: ("android",),
    Phone.OTHER: (),
}


class Mark(StrEnum):
    """What somebody said of an item; without a mark it is open."""

    DONE = "done"
    LATER = "later"
    NOT_FOR_ME = "no"


@dataclass(frozen=True)
class Row:
    """An item in somebody's plan: its mark, and its steps split into theirs and others."""

    item: Item
    mark: Mark | None
    protects_most: bool
    own: tuple[Section, ...]
    others: tuple[Section, ...]
    know: tuple[Section, ...]


@dataclass(frozen=True)
class Group:
    """The rows of a topic; the first group of a plan has none and is what to do first."""

    topic: StrEnum | None
    rows: tuple[Row, ...]

    @property
    def done(self) -> int:
        """How many rows are done."""
        return sum(row.mark is Mark.DONE for row in self.rows)

    @property
    def total(self) -> int:
        """How many rows count: those not put aside as 'not for me'."""
        return sum(row.mark is not Mark.NOT_FOR_ME for row in self.rows)


@dataclass(frozen=True)
class Plan:
    """Everything that matters for one person, in order."""

    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(group.done for group in self.groups)

    @property
    def total(self) -> int:
        """How many count."""
        return sum(group.total for group in self.groups)

    @property
    def later(self) -> int:
        """How many are put off."""
        return sum(row.mark is Mark.LATER for row in self.rows)

    @property
    def percent(self) -> int:
        """The part done, as a whole number from 0 to 100."""
        return self.done * 100 // self.total if self.total else 100

    @property
    def most(self) -> tuple[Row, ...]:
        """The actions that protect most, the strongest first."""
        return tuple(sorted((row for row in self.rows if row.protects_most), key=lambda row: -POINTS[row.item.impact]))


def matters(item: Item, answers: Answers) -> bool:
    """Whether ``item`` is for this person and what is going on with them."""
    return fits(item, answers) and (not item.only or bool(set(item.only) & set(answers.situations)))


def fits(item: Item, answers: Answers) -> bool:
    """Whether ``item`` is for their age, phone and apps. What was not said does not rule an item out."""
    if item.retired or answers.audience not in item.who:
        return False
    if item.phones and Question.PHONE in answers.answered and answers.phone not in item.phones:
        return False
    return not (item.apps and Question.APPS in answers.answered and not set(item.apps) & set(answers.apps))


def protection(item: Item, answers: Answers) -> Fraction:
    """How much ``item`` protects this person: its impact, lifted by their situation."""
    points = Fraction(POINTS[item.impact])
    if set(item.lift) & set(answers.situations) or item.only:
        points *= LIFTED
    guessed = (item.phones and answers.phone is None) or (item.apps and not set(item.apps) & set(answers.apps))
    return points / 2 if guessed else points


def per_minute(item: Item, answers: Answers) -> Fraction:
    """Protection against the time it takes."""
    return protection(item, answers) / (item.minutes + START_MINUTES)


def choose(items: Iterable[Item], answers: Answers, marks: Mapping[str, Mark]) -> Plan:
    """The plan of a person. The order does not depend on the marks, so nothing jumps when ticked."""
    mine = sorted(
        (item for item in items if matters(item, answers)),
        key=lambda item: (-per_minute(item, answers), item.minutes, item.id),
    )
    by_protection = sorted(mine, key=lambda item: (-protection(item, answers), item.minutes, item.id))
    most = frozenset(item.id for item in by_protection[:PROTECT_MOST])
    rows = [make_row(item, answers, marks.get(item.id), protects_most=item.id in most) for item in mine]
    first, rest = rows[:DO_FIRST], rows[DO_FIRST:]
    groups = [Group(None, tuple(first))]
    groups += [Group(topic, tuple(row for row in rest if row.item.topic is topic)) for topic in Topic]
    return Plan(tuple(group for group in groups if group.rows))


def make_row(item: Item, answers: Answers, mark: Mark | None, *, protects_most: bool = False) -> Row:
    """``item`` in a person's plan."""
    wanted = _headings(item.sections, answers)
    steps = [section for section in item.sections if section.heading != KNOW]
    return Row(
        item,
        mark,
        protects_most,
        own=tuple(section for section in steps if section.heading in wanted),
        others=tuple(section for section in steps if section.heading not in wanted),
        know=tuple(section for section in item.sections if section.heading == KNOW),
    )


def _headings(sections: Sequence[Section], answers: Answers) -> frozenset[str]:
    """The headings of the steps that are this person's."""
    there = {section.heading for section in sections}
    wanted = {STEPS, *(app.value for app in answers.apps)}
    if answers.phone is not None:
        wanted |= {next((name for name in PHONE_HEADINGS[answers.phone] if name in there), STEPS)}
    if {App.WINDOWS, App.MAC} & set(answers.apps):
        wanted.add("web")
    return frozenset(wanted)
