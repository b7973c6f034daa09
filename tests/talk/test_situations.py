"""Words for each age and each thing that may be going on: every page is whole, and none scolds, shames or hurries."""

from __future__ import annotations

import re

import pytest

from safety.library.schema import Library, Text
from safety.library.talk_codes import TalkAge
from safety.library.talk_rules import NOTES, SITUATION_HEADINGS
from safety.library.talk_schema import Situation, sections_for
from tests import page
from tests.conftest import CheckingClient
from tests.content import LIBRARY

MAX_WORDS = 20
SENTENCE_END = re.compile(r"(?<=[.!?:])[\"*]*\s+")
# Words that scold, shame or hurry. What closes a talk is quoted in the part of that name, which is left out.
NEVER = re.compile(
    r"\b(should|must|simply|easy|silly|leak(?:ed|s)?|viral|compromising|victims?|revenge|sexting|for ever"
    r"|tragic|monster|predator|innocence|boyfriend|girlfriend)\b",
    re.IGNORECASE,
)
# Services for adults alone are no help for a child.
ADULT_ONLY = re.compile(r"stopncii|revenge porn helpline|pornhub|onlyfans", re.IGNORECASE)
OFFERED = [(age, situation.id) for situation in LIBRARY.situations for age in situation.ages]
ELSEWHERE = [(age, situation.id) for situation in LIBRARY.situations for age in TalkAge if age not in situation.ages]
# The texts beside the situations, and all of them, with their places.
READ_ALONE: tuple[tuple[str, Text], ...] = (
    *((f"ages/{text.id}", text) for text in LIBRARY.talks),
    *((f"notes/{text.id}", text) for text in LIBRARY.notes),
    ("told-me", LIBRARY.told_me),
)
TEXTS: tuple[tuple[str, Text | Situation], ...] = (
    *READ_ALONE,
    *((f"situations/{situation.id}", situation) for situation in LIBRARY.situations),
)
# What each sentence of the seed to parents has to be heard as, on each page that carries it.
SEED = {
    "talk-start-now": r"camera.*phone.*webcam",
    "talk-relatives": r"relative|aunt|second adult|both sets|whom do you trust",
    "talk-no-undress": r"(undressed|without clothes)\b.*\b(even|also not) as a joke",
    "talk-innocent-play": r"(play|innocent|is fun|for fun).*(cannot know|other people can use)"
    r"|(cannot know|other people can use).*(play|innocent)",
}


def plain(text: Text | Situation, without: str = "") -> str:
    """The words of a text, a line for each paragraph, without the part ``without``."""
    parts = [str(section.html) for section in text.sections if section.heading != without]
    return re.sub(r"<[^>]+>", "", re.sub(r"</(?:p|li)>", "\n", "\n".join([text.title, text.lead, *parts])))


@pytest.mark.parametrize(("age", "id_"), OFFERED)
def test_every_situation_offered_has_a_page_with_all_parts(client: CheckingClient, age: str, id_: str) -> None:
    """All nine parts, in their order, each with words; help is in reach at the top and at the end."""
    answer = client.get(f"/talk/{age}/{id_}")
    assert answer.status_code == 200
    tree = page.parse(answer.text)[0]
    parts = [one for one in tree.iter("section") if one.get("aria-labelledby") in SITUATION_HEADINGS]
    assert tuple(part.get("aria-labelledby") for part in parts) == SITUATION_HEADINGS
    assert all(len("".join(part.itertext()).split()) > 5 for part in parts)
    assert 'href="/help"' in answer.text.split("<main")[1].split("<section")[0]
    assert any(link.get("href", "").startswith("/help") for link in parts[-1].iter("a"))


@pytest.mark.parametrize(("age", "id_"), ELSEWHERE)
def test_a_situation_that_does_not_fit_says_which_ages_do(client: CheckingClient, age: str, id_: str) -> None:
    """A page of its own, with each age it is written for, and without words meant for another age."""
    shown = client.get(f"/talk/{age}/{id_}").text
    situation = next(one for one in LIBRARY.situations if one.id == id_)
    for other in situation.ages:
        assert f'href="/talk/{other}/{id_}"' in shown
    assert 'id="opens"' not in shown
    assert 'href="/help"' in shown


def test_each_page_is_two_taps_away(client: CheckingClient) -> None:
    """The age, then what is going on; or the other way round, on one page."""
    start = client.get("/talk").text
    for age, id_ in OFFERED:
        assert f'href="/talk/{age}"' in start
        assert f'href="/talk/{age}/{id_}"' in start
        assert f'href="/talk/{age}/{id_}"' in client.get(f"/talk/{age}").text


def test_ages_and_notes_stand_in_order() -> None:
    """From the youngest up, though file names sort otherwise."""
    assert [text.id for text in LIBRARY.talks] == list(TalkAge)
    assert [text.id for text in LIBRARY.notes] == list(NOTES)


@pytest.mark.parametrize("id_", NOTES)
def test_every_note_leads_to_each_age_and_to_help(client: CheckingClient, id_: str) -> None:
    """A note is no end: words for the age, and help, follow it."""
    shown = client.get(f"/talk/for/{id_}").text
    assert all(f'href="/talk/{age}"' in shown for age in TalkAge)
    assert 'href="/help"' in shown
    assert 'href="/talk/told-me"' in shown


def test_the_first_ten_minutes_are_help_only(client: CheckingClient) -> None:
    """No rule, no setting and no practice on the page for somebody whose child has just told them."""
    shown = client.get("/talk/told-me").text.split("<main")[1].split("</main>")[0]
    assert not re.search(
        r"agreement|settings|/talk/scenes|/talk/same-page|in our family|next time|prevent", shown, re.I
    )
    for link in ("/help", "/help/services", "https://takeitdown.ncmec.org/"):
        assert f'href="{link}"' in shown


@pytest.mark.parametrize("seed", SEED)
def test_every_sentence_of_the_seed_is_said_where_it_is_carried(seed: str) -> None:
    """The ids are no decoration: each text that names one says it, and each age has all four."""
    said = re.compile(SEED[seed], re.IGNORECASE | re.DOTALL)
    carrying = [(place, text) for place, text in TEXTS if seed in text.seed]
    assert [place for place, text in carrying if not said.search(plain(text))] == []
    assert {f"ages/{age}" for age in TalkAge} <= {place for place, _ in carrying}
    assert any(isinstance(text, Situation) for _, text in carrying)


@pytest.mark.parametrize(("place", "text"), READ_ALONE, ids=[place for place, _ in READ_ALONE])
def test_sentences_are_short_and_kind(place: str, text: Text) -> None:
    """A tired or frightened person can read them, and finds no blame in them."""
    lines = [line for line in plain(text).split("\n") if line.strip()]
    sentences = [part for line in lines for part in SENTENCE_END.split(line)]
    assert [sentence for sentence in sentences if len(sentence.split()) > MAX_WORDS] == []
    assert NEVER.findall(plain(text, without="closes")) == []
    assert not ADULT_ONLY.search(plain(text))


def test_a_marked_part_wins_over_the_one_for_every_age() -> None:
    """The words for an age are its own, where somebody wrote them."""
    starting = next(one for one in LIBRARY.situations if one.id == "starting")
    small = {section.heading: section.mark for section in sections_for(starting, TalkAge.UNDER_5)}
    teen = {section.heading: section.mark for section in sections_for(starting, TalkAge.FROM_16)}
    assert (small["start"], small["opens"], small["know"]) == ("under-5", "under-5, 5-7", "")
    assert (teen["start"], teen["opens"]) == ("16-17", "")


def test_the_library_of_the_tests_is_the_real_one(library: Library) -> None:
    """The pages above are those that the site serves."""
    assert [one.id for one in library.situations] == [one.id for one in LIBRARY.situations]
