"""The words for what is going on: short, without blame, and help first where something has happened."""

from __future__ import annotations

import re

import pytest

from safety.library.codes import ForWhom
from safety.library.schema import Library
from safety.library.talk_codes import GoingOn, Moment, TalkAge
from safety.library.talk_schema import Situation, sections_for
from tests.conftest import CheckingClient

MAX_WORDS = 20
# A colon opens a new thought: 'You can say: …'. Marks that close a quotation stay with their sentence.
SENTENCE_END = re.compile(r"(?<=[.!?:])[\"\u201d]?\s+")
# The words that close a talk are said there to be such, so that part is left out.
CLOSES = "closes"
NEVER = re.compile(
    r"\b(should|simply|easy|leaked|viral|silly mistake|compromising|naughty|sexting|victims?|revenge|porn|predators?"
    r"|gone for ever|reputation|tragic|boyfriend|girlfriend|screen[ -]?shot)\b",
    re.IGNORECASE,
)
PREVENTION = "You did nothing wrong if you did not do these things."
HELP_FIRST = "Steps for now, together"


def situation_of(library: Library, id_: GoingOn) -> Situation:
    """The situation with that id."""
    return next(page for page in library.situations if page.id == id_)


def read_in(situation: Situation) -> list[str]:
    """Every line somebody reads there, as words, without the part of words that close a talk."""
    parts = [section.html for section in situation.sections if section.heading != CLOSES]
    lines = [line.striptags() for part in parts for line in part.splitlines()]
    return [situation.title, situation.lead, *lines]


@pytest.mark.parametrize("id_", GoingOn)
def test_sentences_are_short(library: Library, id_: GoingOn) -> None:
    """Somebody who is upset, or twelve, can follow them."""
    found = [one for line in read_in(situation_of(library, id_)) for one in SENTENCE_END.split(line)]
    assert len(found) > 20
    assert [one for one in found if len(one.split()) > MAX_WORDS] == []


@pytest.mark.parametrize("id_", GoingOn)
def test_no_word_blames_or_frightens(library: Library, id_: GoingOn) -> None:
    """Nor does a word tell anyone to make a copy of a screen."""
    read = "\n".join(read_in(situation_of(library, id_)))
    assert [found[0] for found in NEVER.finditer(read)] == []


@pytest.mark.parametrize("id_", GoingOn)
def test_no_service_for_adults_is_named(library: Library, id_: GoingOn) -> None:
    """The child in every situation is under 18."""
    situation = situation_of(library, id_)
    read = "".join(section.html for section in situation.sections) + "".join(source.url for source in situation.sources)
    adult_only = [service for service in library.services if service.who is ForWhom.ADULT]
    assert [service.id for service in adult_only if service.name in read or service.url in read] == []


@pytest.mark.parametrize("id_", [GoingOn.SENT, GoingOn.PASSED_AROUND, GoingOn.THREATENED])
def test_help_comes_before_being_careful(library: Library, client: CheckingClient, id_: GoingOn) -> None:
    """Where something has happened, the page gives the steps for now and speaks of no precaution."""
    situation = situation_of(library, id_)
    assert situation.moment is Moment.NOW
    for age in situation.ages:
        shown = client.get(f"/talk/{age}/{id_}").text
        assert HELP_FIRST in shown
        assert PREVENTION not in shown


def test_before_anything_has_happened_no_precaution_is_a_duty(library: Library, client: CheckingClient) -> None:
    """Where precautions are named, the page says that nobody who left them out did wrong."""
    calm = [situation for situation in library.situations if situation.moment is Moment.CALM]
    assert len(calm) == 10
    for situation in calm:
        shown = client.get(f"/talk/{situation.ages[-1]}/{situation.id}").text
        assert PREVENTION in shown
        assert HELP_FIRST not in shown


@pytest.mark.parametrize("heading", ["start", "opens", "ask", "what-if"])
def test_the_youngest_and_the_oldest_hear_other_words(library: Library, heading: str) -> None:
    """A six-year-old and a seventeen-year-old are not spoken to alike."""
    for situation in library.situations:
        if situation.id == GoingOn.RELATIVES_POST and heading == "opens":
            continue  # What is said to a relative is the same whatever the child's age.
        first, last = (
            next(part for part in sections_for(situation, TalkAge(age)) if part.heading == heading)
            for age in (situation.ages[0], situation.ages[-1])
        )
        assert first.html != last.html, f"{situation.id} {heading}"
