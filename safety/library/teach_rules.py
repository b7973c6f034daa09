"""The rules of workshops: names that exist, minutes that fit, questions that ask nobody about themselves.

Each gives faults, never a changed record.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from safety.library import lessons
from safety.library.document import Document, Region
from safety.library.faults import Fault
from safety.library.schema import Library
from safety.library.teach_schema import (
    CLOSE,
    WELCOME,
    Activity,
    Belief,
    Card,
    Devices,
    Group,
    GroupPage,
    LetterKind,
    Pack,
    Question,
    Step,
    Workshop,
)

Record = Activity | Workshop | GroupPage | Pack
Row = Question | Card | Belief
TEXT_HEADINGS = {
    "disclosure": ("pupil", "steps", "never", "words", "seen", "after", "england", "usa", "australia", "elsewhere"),
    "office": ("processed", "kept", "check", "network", "filters", "wifi", "curriculum"),
}
TRACKS = ("to-me", "to-a-friend", "curious")
# Steps of a room that name something, and those that need no name.
ASKING = (Step.POLL, Step.QUIZ, Step.VOTE)
NAMED = (*ASKING, Step.SLIDE, Step.SCENE)
ROW_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# A question about what somebody has done, seen or lived through.
OWN_EXPERIENCE = re.compile(
    r"\b(?:have|had|did|were) you\b|\b(?:has|did) (?:anyone|someone|somebody)\b.{0,30}\byou\b"
    r"|\bhappened to (?:you|me)\b|\bdo you (?:ever|have|keep|send|share|know (?:anyone|someone|somebody))\b"
    r"|\b(?:did|have|was) i\b"
    r"|\b(?:you|i)(?: have|['\u2019]ve) (?:ever |never )?(?:sent|shared|received|got|been|seen|had)\b"
    r"|\b(?:you|i) (?:sent|shared|received|got|was|were)\b",
    re.IGNORECASE,
)
# What somebody in a story says asks nobody here.
QUOTED = re.compile(r"“[^”]*”")
ANSWERS = (2, 5)
BELIEFS = (3, 6)


def place(page: GroupPage) -> int:
    """Where a group's page stands among the others; one of no group stands last."""
    return list(Group).index(Group(page.id)) if page.id in tuple(Group) else len(Group)


def of_record(document: Document, record: Record) -> Iterator[Fault]:
    """The faults that a file of a workshop shows by itself."""
    match record:
        case Activity():
            yield from _activity(document, record)
        case Pack() if tuple(letter.id for letter in record.letters) != tuple(LetterKind):
            line = document.region.line_of("letters")
            yield document.fault(line, "A letter is missing or in the wrong place.", ", ".join(LetterKind))
        case GroupPage() if record.id not in tuple(Group):
            yield document.fault(document.region.line_of("id"), "No group has this name.", ", ".join(Group))


def texts(record: Record | Row) -> tuple[str, ...]:
    """All that ``record`` says to its readers."""
    match record:
        case Activity():
            slides = (text for slide in record.slides for text in (slide.title, *slide.lines))
            return (record.title, record.aim, *record.bring, *record.do, *record.say, *record.task, *slides)
        case GroupPage():
            said = (*record.outcomes, *record.before, *record.rules, *record.card, *record.after)
            return (record.title, record.lead, *said, *record.evaluation)
        case Pack():
            return (*record.cover, *(text for letter in record.letters for text in (letter.title, *letter.lines)))
        case Workshop():
            return (record.title, record.lead)
        case Question():
            return (record.asks, record.why, record.kindly, *(choice.says for choice in record.choices))
        case Card():
            return (record.title, record.story, record.responsible, *record.kind_words, *record.help)
        case Belief():
            return (record.says, record.why)


def of_row(document: Document, row: Row, region: Region) -> Iterator[Fault]:
    """The faults of one question, card or belief."""
    if not ROW_ID.fullmatch(row.id):
        yield document.fault(region.line_of("id"), f"{row.id!r} is no id.", "small letters, figures and -")
    if not row.groups:
        yield document.fault(region.start, f"{row.id} is for nobody.", 'groups = ["13-15"]')
    match row:
        case Question():
            yield from _question(document, row, region)
        case Card():
            for key in ("kind_words", "help", "not_do"):
                if not getattr(row, key):
                    yield document.fault(region.line_of(key), f"The leader gets no {key}.", "a sentence")
        case Belief():
            if row.better not in ("more", "less"):
                yield document.fault(region.line_of("better"), "Is more or less of it better?", '"more" or "less"')
            if not row.why:
                yield document.fault(region.line_of("why"), f"{row.id} ends with a number alone.", "a kind sentence")
            yield from _own(document, region, "says", row.says)


def of_library(library: Library, documents: Mapping[str, Document]) -> Iterator[Fault]:
    """The faults between files: names that nothing has, groups without a page, minutes that nothing fills."""
    folder = f"{library.language}/teach"
    for activity in library.activities:
        document = documents[f"{folder}/activities/{activity.id}.toml"]
        for key, what in _unknown(library, activity):
            yield document.fault(document.region.line_of(key), what, "an id that there is, for a group of the activity")
    for workshop in library.workshops:
        yield from _workshop(library, documents[f"{folder}/workshops/{workshop.id}.toml"], workshop)
    yield from _cards(library, documents[f"{folder}/questions.toml"])
    for what, write in (*_groups(library), *_tracks(library)):
        yield Fault(f"{library.language}/language.toml", 1, what, write)


def _activity(document: Document, activity: Activity) -> Iterator[Fault]:
    line_of = document.region.line_of
    if not activity.least_minutes <= activity.minutes <= activity.most_minutes:
        yield document.fault(line_of("minutes"), "The usual minutes are outside of their range.", "least, usual, most")
    if activity.least_minutes < 1:
        yield document.fault(line_of("least_minutes"), "An activity takes a minute or more.", "least_minutes = 1")
    if not WELCOME <= activity.place <= CLOSE:
        yield document.fault(line_of("place"), "There is no such place in a lesson.", f"{WELCOME} to {CLOSE}")
    for key in ("groups", "devices", "do", "not_do"):
        if not getattr(activity, key):
            yield document.fault(line_of(key), f"{key} is empty.", "at least one")
    if activity.page and not activity.page.startswith("/"):
        yield document.fault(line_of("page"), "This is no page of ours.", "/photos")
    wanted = [f"{activity.id}-{number}" for number in range(1, len(activity.slides) + 1)]
    if [slide.id for slide in activity.slides] != wanted:
        yield document.fault(line_of("slides"), "The slides are not numbered in order.", ", ".join(wanted))


def _question(document: Document, question: Question, region: Region) -> Iterator[Fault]:
    right = sum(choice.right for choice in question.choices)
    if question.kind not in (Step.POLL, Step.QUIZ, Step.VOTE, Step.EXIT):
        yield document.fault(region.line_of("kind"), "This is no kind of question.", "poll, quiz, vote or exit")
    if right != (question.kind is Step.QUIZ):
        yield document.fault(region.start, f"{question.id} has {right} right answers.", "one in a quiz, none elsewhere")
    if question.kind is Step.QUIZ and not (question.why and question.kindly):
        yield document.fault(region.start, f"{question.id} gives no reason, or no kind line.", "why and kindly")
    if bool(question.card) != (question.kind is Step.VOTE):
        yield document.fault(region.line_of("card"), "A vote belongs to a card, nothing else does.", "card, in a vote")
    names = [choice.id for choice in question.choices]
    if not ANSWERS[0] <= len(names) <= ANSWERS[1] or len(set(names)) < len(names):
        yield document.fault(region.start, f"{question.id} has too few or too many answers, or one twice.", "2 to 5")
    yield from _own(document, region, "asks", question.asks)
    for choice in question.choices:
        yield from _own(document, region, "choices", choice.says)


def _own(document: Document, region: Region, key: str, text: str) -> Iterator[Fault]:
    if found := OWN_EXPERIENCE.search(QUOTED.sub("", text)):
        what = f"This asks about own experience: {found[0]!r}."
        yield document.fault(region.line_of(key), what, "a question about made-up people, or about what one knows")


def _unknown(library: Library, activity: Activity) -> Iterator[tuple[str, str]]:
    """The key and what is wrong of each name in ``activity`` that leads nowhere."""
    cards = {card.id: card.groups for card in library.scenarios}
    asked = [one for one in library.questions if set(one.groups) & set(activity.groups)]
    named: dict[str, set[str]] = {kind: {one.id for one in asked if one.kind is kind} for kind in ASKING}
    named[Step.SCENE] = {scene.id for scene in library.scenes}
    named[Step.SLIDE] = {slide.id for slide in activity.slides}
    for name in activity.cards:
        if not set(cards.get(name, ())) & set(activity.groups):
            yield "cards", f"The card {name} is not there, or for other groups."
    for line in activity.live:
        kind, _, name = line.partition(" ")
        if kind not in tuple(Step) or bool(name) != (kind in NAMED):
            yield "live", f"{line!r} is no step of a room."
        elif kind in named and name not in named[kind]:
            yield "live", f"{line!r} is not there, or for other groups."


def _workshop(library: Library, document: Document, workshop: Workshop) -> Iterator[Fault]:
    fitting = {one.id: one for one in lessons.fitting(library.activities, workshop.group, workshop.devices)}
    line, total = document.region.line_of("parts"), 0
    for part in workshop.parts:
        name, _, minutes = part.partition(" ")
        activity = fitting.get(name)
        if activity is None or not minutes.isdecimal():
            yield document.fault(line, f"{part!r} is no activity for this group.", '"welcome 5"')
        elif not activity.least_minutes <= int(minutes) <= activity.most_minutes:
            write = f"{activity.least_minutes} to {activity.most_minutes}"
            yield document.fault(line, f"{name} does not fit into {minutes} minutes.", write)
        total += int(minutes) if minutes.isdecimal() else 0
    if total != workshop.minutes:
        what = f"The activities take {total} minutes, the workshop {workshop.minutes}."
        yield document.fault(document.region.line_of("minutes"), what, f"minutes = {total}")


def _cards(library: Library, document: Document) -> Iterator[Fault]:
    """A vote is on a card for the same groups, and each card has one vote."""
    groups = {card.id: set(card.groups) for card in library.scenarios}
    votes = Counter(question.card for question in library.questions if question.card)
    for question in library.questions:
        if question.card and groups.get(question.card) != set(question.groups):
            what = f"{question.id} is on no card, or for other groups than its card."
            yield document.fault(1, what, "the id and the groups of a card")
    for name in groups:
        if votes[name] != 1:
            yield document.fault(1, f"The card {name} has {votes[name]} votes.", f'[[questions]] with card = "{name}"')


def _groups(library: Library) -> Iterator[tuple[str, str]]:
    pages = [page.id for page in library.group_pages]
    for group in Group:
        if group not in pages:
            yield f"The group {group} has no page.", f"teach/groups/{group}.toml"
        beliefs = sum(group in belief.groups for belief in library.beliefs)
        if not BELIEFS[0] <= beliefs <= BELIEFS[1]:
            yield f"The group {group} has {beliefs} beliefs.", f"{BELIEFS[0]} to {BELIEFS[1]} of them"
        for minutes in lessons.MINUTES:
            for devices in Devices:
                if not lessons.fill(library.activities, group, minutes, devices):
                    what = f"No lesson of {minutes} minutes can be made for {group}, {devices}."
                    yield what, "one activity for place 1 and one for 9, and more of those between"


def _tracks(library: Library) -> Iterator[tuple[str, str]]:
    found: Sequence[Any] = [track.id for track in library.tracks]
    if sorted(found) != sorted(TRACKS):
        yield "The quiet texts are not the three that a room offers.", ", ".join(TRACKS)
