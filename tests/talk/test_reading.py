"""The pages to read: whole for each age, in turns, with the way to help in reach, and nothing asked of a minor."""

from __future__ import annotations

import re

import pytest

from safety.library.copies import requests
from safety.library.reading_rules import texts
from safety.library.schema import Library
from safety.library.talk_codes import TalkAge, Voice
from tests.conftest import CheckingClient

# What is for adults only, and never named where a child or teen reads.
FOR_ADULTS = re.compile(r"StopNCII|Revenge Porn Helpline|revenge porn", re.IGNORECASE)
NOT_OURS = re.compile(r"\b(should|must|just|simply|easily|victims?|leaked|immediately)\b", re.IGNORECASE)
MOST_WORDS = 20
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”]?\s+|\n")
TAG = re.compile(r"<[^>]+>")


def spoken(library: Library) -> list[tuple[str, str]]:
    """Every text of these pages, with its place, without its elements."""
    found = [(page.id, text) for page in library.together for text in texts(page)]
    for page in (*library.teens, *library.easy):
        found += [(page.id, text) for text in texts(page)]
        found += [(page.id, TAG.sub("", str(section.html))) for section in page.sections]
    return found


def test_each_age_that_reads_has_its_pages(library: Library) -> None:
    """Two or three from 5-7 up, 12 to 15 in all, each in turns with three questions and one thing to set up."""
    ages = [page.age for page in library.together]
    assert 12 <= len(ages) <= 15
    assert set(ages) == set(TalkAge) - {TalkAge.UNDER_5}
    assert ages == sorted(ages, key=list(TalkAge).index)
    for page in library.together:
        assert {Voice.GROWN_UP, Voice.CHILD} <= {line.who for line in page.lines}
        assert len(page.questions) == 3
        assert page.set_up


def test_all_that_teens_are_promised_is_there(library: Library) -> None:
    """Eight pages of their own and five in easy words."""
    assert [page.id for page in library.teens] == [
        "say-no", "replies", "threatened", "a-friend", "mine-is-out", "fakes", "an-adult-asks", "law",
    ]  # fmt: skip
    assert [page.id for page in library.easy] == [
        "private", "someone-asks", "someone-has-it", "tell-someone", "first-ten-minutes",
    ]  # fmt: skip


def test_nothing_for_adults_only_is_named(library: Library) -> None:
    """Minors read these pages: no service that would send them away, on any of them."""
    assert [(place, text) for place, text in spoken(library) if FOR_ADULTS.search(text)] == []


def test_nobody_is_asked_for_a_copy(library: Library) -> None:
    """Also not in the words that are offered to say."""
    assert [(place, asked) for place, text in spoken(library) for asked in requests(text)] == []


def test_sentences_are_short_and_kind(library: Library) -> None:
    """At most 20 words, and no word that scolds, hurries or labels."""
    sentences = [(place, one) for place, text in spoken(library) for one in SENTENCE_END.split(text)]
    assert [pair for pair in sentences if len(pair[1].split()) > MOST_WORDS] == []
    assert [pair for pair in sentences if NOT_OURS.search(pair[1])] == []


def test_the_law_says_what_it_is_not(client: CheckingClient, library: Library) -> None:
    """Information, not legal advice, with the day on which it was checked, and made to protect."""
    law = next(page for page in library.teens if page.id == "law")
    assert "information, not legal advice" in law.lead
    assert "protect" in law.lead
    assert "checked" in client.get("/talk/teens/law").text


@pytest.mark.parametrize("path", ["/talk/together", "/talk/teens"])
def test_the_lists_lead_to_every_page(client: CheckingClient, library: Library, path: str) -> None:
    """No page is only there for who knows its address."""
    pages = library.together if path.endswith("together") else library.teens
    linked = set(re.findall(r'href="(/talk/[^"]+)"', client.get(path).text))
    assert {f"{path}/{page.id}" for page in pages} <= linked
    if path.endswith("teens"):
        assert {f"/talk/easy/{page.id}" for page in library.easy} <= linked


def test_help_is_in_reach_of_every_page(client: CheckingClient, library: Library) -> None:
    """The steps, and the numbers for a country, one tap away; the voice sleeps until a script wakes it."""
    paths = ["/talk/together", "/talk/teens"]
    for folder in ("together", "teens", "easy"):
        paths += [f"/talk/{folder}/{page.id}" for page in getattr(library, folder)]
    for path in paths:
        text = client.get(path).text
        assert 'href="/help"' in text, path
        assert 'href="/help/services"' in text, path
        assert "hidden" in (re.search(r'<div class="aloud[^>]*>', text) or ["hidden"])[0], path


def test_a_page_for_two_says_whose_turn_it_is(client: CheckingClient) -> None:
    """In words, not by its colour alone; who is older is called so."""
    young, old = client.get("/talk/together/ask-first").text, client.get("/talk/together/a-good-ex").text
    assert young.count("Child reads") == 4
    assert "Grown-up reads" in young
    assert "Both together" in young
    assert "Teen reads" in old
    assert "Child reads" not in old


def test_no_script_of_these_pages_may_talk_home(client: CheckingClient) -> None:
    """What is read, and what is read aloud, is sent to nobody."""
    for path in ("/talk/together/ask-first", "/talk/teens/law", "/talk/easy/private"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert "connect-src 'none'" in policy
        assert "form-action 'none'" in policy
