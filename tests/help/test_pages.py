"""The pages of text of help: what each of them always has, and what none of them ever says."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

import pytest

from safety.library.codes import ForWhom, OnReceiving, PlatformKind
from safety.library.schema import Library, Text
from safety.web.calendar import After
from tests import page
from tests.conftest import CheckingClient

PAGES = ("first-hour", "beside", "work", "way-back", "look-again", "host")
MAX_WORDS = 20
# Words that blame, frighten or shame, and words that abusers made; 'Revenge Porn Helpline' is a proper name.
NEVER = re.compile(
    r"\b(should|just|simply|easy|silly|leak(?:ed|s)?|viral|compromising|embarrassing|victims?|revenge porn(?! helpline)"
    r"|sexting|for good|gone for ever|fell for|reputation|tragic|monster|predator)\b",
    re.IGNORECASE,
)
# Face-search sites and shops of pictures are named nowhere.
NEVER_NAMED = re.compile(r"pimeyes|facecheck|clearview|myex", re.IGNORECASE)


def text_of(library: Library, name: str) -> Text:
    """The text behind an address."""
    text = getattr(library, name.replace("-", "_"))
    assert isinstance(text, Text)
    return text


def main_of(shown: str) -> Element:
    """The part of a page that is its own."""
    tree = page.parse(shown)[0]
    return next(iter(tree.iter("main")))


def without_choices(element: Element) -> str:
    """What is read when no part for adults has been opened."""
    if element.tag == "details" and "other" in element.get("class", ""):
        return element.tail or ""
    return (element.text or "") + "".join(map(without_choices, element)) + (element.tail or "")


def sentences(text: Text) -> list[str]:
    """Every sentence of a text, without its links and marks."""
    found: list[str] = []
    for words in (text.lead, *(str(section.html) for section in text.sections)):
        words = unescape(re.sub(r"<[^>]+>", "", re.sub(r"</(p|li)>", "\n", words)))
        found += [part for line in words.split("\n") for part in re.split(r"(?<=[.!?:])[\"”]?\s+", line)]
    return [sentence.strip() for sentence in found if sentence.strip()]


@pytest.mark.parametrize("name", PAGES)
def test_the_numbers_come_first_and_a_next_step_last(client: CheckingClient, name: str) -> None:
    """The way to the numbers stands between the heading and the text; the page ends with ways on."""
    shown = client.get(f"/help/{name}").text
    top = shown.split("</h1>")[1].split('class="lead"')[0]
    assert 'href="/help/services"' in top
    ways = shown.split('id="on"')[1]
    assert ways.count('<li><a href="/help') >= 4
    assert "not legal advice" in shown


@pytest.mark.parametrize("name", PAGES)
def test_no_part_of_the_text_is_lost(client: CheckingClient, library: Library, name: str) -> None:
    """Each section is on the page once, under a heading or behind its choice, and the source is shown."""
    shown = client.get(f"/help/{name}").text
    for section in text_of(library, name).sections:
        assert shown.count(str(section.html)) == 1, section.heading
    assert "sources" in shown


@pytest.mark.parametrize("name", PAGES)
def test_a_reader_under_18_meets_nothing_for_adults(client: CheckingClient, library: Library, name: str) -> None:
    """No service and no site that is for adults alone is named outside a part that says whom it is for."""
    read = without_choices(main_of(client.get(f"/help/{name}").text)).split("Sources:")[0]
    names = [one.name for one in library.services if one.who is ForWhom.ADULT]
    names += [one.name for one in library.platforms if one.kind is PlatformKind.ADULT]
    names += ["StopNCII", "Revenge Porn Helpline"]
    assert [adult for adult in names if adult.split(" (")[0] in read] == []


def test_what_is_behind_a_choice_says_whom_it_is_for(client: CheckingClient) -> None:
    """The word about 18 stands on the door, the door is closed, and paper does not open it."""
    shown = client.get("/help/first-hour").text
    doors = re.findall(r'<details class="fold other">\s*<summary>([^<]*)</summary>', shown)
    assert doors == ["Only if everybody in the picture is 18 or over"] * 2
    assert "StopNCII" in shown.split("fold other")[2].split("</details>")[0]


@pytest.mark.parametrize("name", PAGES)
def test_sentences_are_short(library: Library, name: str) -> None:
    """Somebody who is afraid, or twelve, can follow them."""
    found = sentences(text_of(library, name))
    assert len(found) > 20
    assert [one for one in found if len(one.split()) > MAX_WORDS] == []


@pytest.mark.parametrize("name", PAGES)
def test_no_word_blames_or_frightens(client: CheckingClient, name: str) -> None:
    """Nor is any site named that hosts such pictures or searches by face."""
    shown = client.get(f"/help/{name}").text
    # The words that close a talk are said to be such; a source has the title it has.
    shown = re.sub(r'(?s)<section aria-labelledby="close">.*?</section>', "", shown)
    read = "".join(main_of(shown).itertext()).split("Sources:")[0]
    assert [found[0] for found in NEVER.finditer(read)] == []
    assert NEVER_NAMED.search(read) is None


def test_the_first_hour_is_in_its_order(client: CheckingClient) -> None:
    """A partner is asked about before all; not paying comes before telling, and reporting before blocking."""
    shown = client.get("/help/first-hour").text
    places = [
        shown.index(words)
        for words in (
            'href="#known"', "Do not pay.", "Stop answering", "Choose one person", "Write down the account name",
            "Report the account in the app first", "Then block it", "takeitdown.ncmec.org", 'id="known"',
        )
    ]  # fmt: skip
    assert places == sorted(places)


@pytest.mark.parametrize("rule", list(OnReceiving))
def test_there_is_a_country_for_each_rule(library: Library, rule: OnReceiving) -> None:
    """The two kinds of advice both exist, so that no page may choose one for everybody."""
    assert [row for row in library.received if row.rule is rule]


def test_the_rule_of_a_country_is_shown_with_its_source(client: CheckingClient, library: Library) -> None:
    """Each country of the table gives its own words, its source and the day, above everything else."""
    for row in library.received:
        shown = unescape(client.post("/help/way-back", data={"country": row.code}).text)
        assert shown.count(row.words) == 1
        assert f'href="{row.source_url}"' in shown
        assert shown.index(row.words) < shown.index('id="first"')
        verdict = "delete it, in most cases" if row.rule is OnReceiving.DELETE else "ask first"
        assert verdict in shown.split(row.words)[0].split("<h3>")[-1]


@pytest.mark.parametrize("country", ["", "FR", "US", "BR"])
def test_without_a_rule_the_answer_is_to_ask_first(client: CheckingClient, library: Library, country: str) -> None:
    """Nobody is told to delete where no rule of the country is known."""
    assert country not in {row.code for row in library.received}
    shown = client.post("/help/way-back", data={"country": country}).text
    card = shown.split('<div class="card">')[1].split("</div>")[0]
    assert "sk first" in card
    assert "Ask the police or a hotline today" in card
    assert "delete" not in card.lower()


def test_the_chosen_country_is_forgotten(client: CheckingClient) -> None:
    """It is in no cookie and no address, and the next visit knows nothing of it."""
    chosen = client.post("/help/way-back", data={"country": "DK"})
    assert "Danish" in chosen.text
    assert "Set-Cookie" not in chosen.headers
    assert "Danish" not in client.get("/help/way-back").text


@pytest.mark.parametrize(
    ("sent", "days"),
    [
        ({}, list(After)),
        ({"after": ["year", "week"]}, [After.WEEK, After.YEAR]),
        ({"after": ["month"]}, [After.MONTH]),
    ],
)
def test_the_days_come_as_one_neutral_file(
    client: CheckingClient, sent: dict[str, list[str]], days: list[After]
) -> None:
    """One event for each chosen day, all of them when none is chosen, and no word of what it is about."""
    answer = client.post("/help/look-again", data=sent)
    assert answer.mimetype == "text/calendar"
    assert answer.text.count("BEGIN:VEVENT") == len(days)
    assert not re.search(r"unshared|http|picture|help", answer.text, re.IGNORECASE)
    assert "Set-Cookie" not in answer.headers


def test_the_page_about_hosts_sends_children_elsewhere_first(client: CheckingClient) -> None:
    """Before any way to write to a host: the hotline, for a picture of somebody under 18."""
    shown = client.get("/help/host").text
    assert shown.index("hotline of your country") < shown.index("lookup.icann.org")
    assert "cannot delete a picture" in shown
    assert "28 January 2025" in shown
