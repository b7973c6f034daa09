"""The pages of the map: the threat first, questions that can be skipped, ticks, and nothing kept by the server."""

from __future__ import annotations

import re

import pytest

from safety.check.copies.places import RINGS, Ring, asked
from safety.library.codes import Place
from safety.library.copies import requests
from safety.library.schema import Library
from tests.conftest import CheckingClient
from tests.journeys import ADULT, TEEN, start_check

PATH = "/check/copies"
RING_PARTS = dict(enumerate(Ring, 3))
TICKS = re.compile(r'class="tick" name="mark" value="([a-z-]+) (open|done)"')
TAGS = re.compile(r"<[^>]+>")


def say(client: CheckingClient, part: int, **fields: str) -> str:
    """Answers one part; gives where it leads."""
    answer = client.post(f"{PATH}/{part}", data=fields)
    assert answer.status_code == 303
    return answer.headers["Location"]


def mapped(client: CheckingClient, threat: str = "no") -> str:
    """The page with the map of somebody who answered the first question only."""
    say(client, 0, threat=threat)
    return client.get(PATH).text


def shown(page: str, place: str) -> bool:
    """Whether a place has a row to clear."""
    return place in {id_.removeprefix("place-") for id_, _ in TICKS.findall(page) if id_.startswith("place-")}


@pytest.mark.parametrize("path", [PATH, f"{PATH}/0"])
def test_the_threat_comes_first_and_reading_leaves_no_trace(client: CheckingClient, path: str) -> None:
    """The first page asks one thing, and sets no cookie."""
    page = client.get(path)
    assert set(re.findall(r'type="radio" name="([a-z-]+)"', page.text)) == {"threat"}
    assert "Set-Cookie" not in page.headers


@pytest.mark.parametrize("part", [1, 2, *RING_PARTS])
@pytest.mark.parametrize("in_check", [True, False])
def test_no_way_leads_around_the_first_question(client: CheckingClient, part: int, in_check: bool) -> None:
    """Neither an address nor a post nor a tick shows or keeps anything before it is answered."""
    if in_check:
        start_check(client)
    assert client.get(f"{PATH}/{part}").headers["Location"] == PATH
    if part != 1:
        assert say(client, part, computer="no") == PATH
    assert client.post(PATH, data={"mark": "place-email done"}).headers["Location"] == PATH
    assert client.get(f"{PATH}/print").headers["Location"] == PATH
    assert 'name="threat"' in client.get(PATH).text


@pytest.mark.parametrize("threat", ["yes", "not-sure"])
def test_with_a_threat_evidence_comes_before_the_map(client: CheckingClient, threat: str) -> None:
    """The next page says what to keep and where help is; every place to clear says to wait."""
    assert say(client, 0, threat=threat) == f"{PATH}/1"
    page = client.get(f"{PATH}/1").text
    for address in ("/help/steps", "/help/first-hour", "/help/case"):
        assert f'href="{address}"' in page
    assert "Do not screenshot, save, send or look for the picture." in page
    page = client.get(PATH).text
    assert page.index("First keep what shows it") < page.index('class="copies-map wide"')
    assert page.count("Wait with this until") == sum(id_.startswith("place-") for id_, _ in TICKS.findall(page))
    assert "Wait with this" in client.get(f"{PATH}/print").text


def test_without_a_threat_nothing_waits(client: CheckingClient) -> None:
    """Then the page of evidence is not there, and no row says to wait."""
    assert say(client, 0, threat="no") == f"{PATH}/2"
    assert client.get(f"{PATH}/1").headers["Location"] == PATH
    assert "Wait with this" not in client.get(PATH).text


def test_what_the_check_asked_is_not_asked_again(client: CheckingClient) -> None:
    """After the check only places are asked about; without it whose it is, the phone and the apps come first."""
    say(client, 0, threat="no")
    page = client.get(f"{PATH}/2").text
    assert set(re.findall(r'type="(?:radio|checkbox)" name="([a-z-]+)"', page)) == {"who", "phone", "apps"}
    assert say(client, 2, who="adult", phone="iphone", apps="icloud") == f"{PATH}/3"
    assert client.get(f"{PATH}/2").headers["Location"] == PATH
    assert 'value="device"' in client.get("/check").text


def test_after_the_check_the_places_come_at_once(client: CheckingClient) -> None:
    """Phone and apps of the check are used."""
    start_check(client)
    assert say(client, 0, threat="no") == f"{PATH}/3"
    page = client.get(PATH).text
    assert "iPhone, Recently Deleted" in page
    assert "Google Photos, Trash" not in page


def test_the_time_of_an_iphone_is_not_said_of_a_phone_that_nobody_named(client: CheckingClient) -> None:
    """Who ticks no app and names no phone sees no number on the row; the fold still says whose 30 days they are."""
    say(client, 0, threat="no")
    assert "waits 30 to 60 days" in client.get(PATH).text
    say(client, 2)
    page = client.get(PATH).text
    assert "iPhone, Recently Deleted" in page
    assert "waits 30" not in page


def test_the_parts_ask_about_every_place_and_lead_to_the_map(client: CheckingClient) -> None:
    """Four short parts; what is ruled out loses its row, what is left out keeps it."""
    start_check(client, TEEN)
    say(client, 0, threat="no")
    for part, ring in RING_PARTS.items():
        page = client.get(f"{PATH}/{part}").text
        assert set(re.findall(r'type="radio" name="([a-z-]+)"', page)) == set(asked(ring))
        assert say(client, part, **{asked(ring)[0]: "no"}) == (PATH if ring is Ring.PEOPLE else f"{PATH}/{part + 1}")
    page = client.get(PATH).text
    for ring, places in RINGS.items():
        assert not shown(page, asked(ring)[0])
        assert shown(page, places[-1])
    assert not shown(page, "cloud-bin")
    assert 'name="computer" value="no" autocomplete="off" checked' in client.get(f"{PATH}/4").text


@pytest.mark.parametrize("answers", [TEEN, {"who": ["child"]}, {"who": ["unsaid"]}, {}])
def test_nobody_under_18_is_asked_about_the_picture(client: CheckingClient, answers: dict[str, list[str]]) -> None:
    """Places only; the picture is left alone, and no page asks for a copy or names a service for adults."""
    start_check(client, answers)
    say(client, 0, threat="yes")
    for path in (*(f"{PATH}/{part}" for part in (1, 2, *RING_PARTS)), PATH, f"{PATH}/print"):
        page = client.get(path, follow_redirects=True).text
        assert 'name="everyone"' not in page
        assert "StopNCII" not in page
        assert list(requests(TAGS.sub("\n\n", page))) == []
    say(client, 3, everyone="yes")
    assert "Do not open, copy or send it." in client.get(PATH).text


def test_an_adult_says_first_that_all_were_adults(client: CheckingClient) -> None:
    """Until then, and after 'not sure', the list is the one for a picture of somebody who may be under 18."""
    start_check(client, ADULT)
    assert "Do not open, copy or send it." in mapped(client, "yes")
    say(client, 3, everyone="yes")
    page = client.get(PATH).text
    assert "Do not open, copy or send it." not in page
    assert "You can take screenshots of the threats" in page
    assert "StopNCII" in page
    say(client, 3, everyone="no")
    assert "Do not open, copy or send it." in client.get(PATH).text


def test_a_tick_is_kept_shown_and_taken_back(client: CheckingClient) -> None:
    """In the list, on the map and in words; the answer leads back to the row by its number."""
    page = mapped(client)
    assert dict(TICKS.findall(page))["place-email"] == "done"
    answer = client.post(PATH, data={"mark": "place-email done"})
    assert re.fullmatch(rf"{PATH}#n\d+", answer.headers["Location"])
    page = client.get(PATH).text
    assert dict(TICKS.findall(page))["place-email"] == "open"
    assert page.count('<g class="spot cleared">') == 2
    assert '<li class="cleared">Email' in page
    client.post(PATH, data={"mark": "place-email open"})
    assert '<g class="spot cleared">' not in client.get(PATH).text


def test_the_map_can_be_forgotten_and_the_check_stays(client: CheckingClient) -> None:
    """'Forget this map' asks the first question again."""
    start_check(client)
    client.post("/check/plan", data={"mark": "two-factor done"})
    mapped(client)
    assert client.post(f"{PATH}/again").headers["Location"] == PATH
    assert 'name="threat"' in client.get(PATH).text
    assert 'value="two-factor open" aria-pressed="true"' in client.get("/check/plan").text


def test_map_and_list_name_the_same_places_once(client: CheckingClient, library: Library) -> None:
    """Who cannot see the map reads the same in the list behind it."""
    page = mapped(client)
    listed = page[page.index('class="places"') : page.index('id="list"')]
    assert [listed.count(f">{place.name} <") for place in library.places] == [1] * len(Place)
    for kind in ("wide", "tall"):
        drawing = page[page.index(f'copies-map {kind}"') :]
        drawing = drawing[: drawing.index("</svg>")]
        assert sorted(re.findall(r'href="#g(\d+)"', drawing), key=int) == [str(number) for number in range(len(Place))]
        assert 'role="img" aria-label="Map. May hold a copy: 21.' in page


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        (PATH, {}),
        (PATH, {"mark": "place-email later"}),
        (PATH, {"mark": "place-everyone-adult done"}),
        (PATH, {"mark": "two-factor done"}),
        (PATH, {"mark": "place-email done " * 99}),
        (f"{PATH}/0", {}),
        (f"{PATH}/0", {"threat": "canary"}),
        (f"{PATH}/2", {"who": "canary"}),
        (f"{PATH}/2", {"phone": ["iphone", "android"]}),
        (f"{PATH}/3", {"hidden-album": "yes; drop table"}),
        (f"{PATH}/3", {"everyone": "canary"}),
    ],
)
def test_what_is_not_offered_is_refused(client: CheckingClient, path: str, fields: dict[str, str]) -> None:
    """A made-up answer changes nothing."""
    before = mapped(client)
    assert client.post(path, data=fields).status_code == 400
    assert client.get(PATH).text == before


def test_answers_of_another_part_are_passed_over(client: CheckingClient) -> None:
    """Each part takes its own places, however many fields are sent."""
    mapped(client)
    say(client, 4, **{place: "no" for place in asked(Ring.CLOUD)}, **{f"x{n}": "y" for n in range(500)})
    assert shown(client.get(PATH).text, "cloud-photos")
