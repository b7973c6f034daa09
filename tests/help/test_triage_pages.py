"""The pages of the questions and of the plan: one question a screen, nothing kept, nothing told."""

from __future__ import annotations

import html
import logging
import re

import pytest
from flask.testing import FlaskClient

from safety.library.codes import Age
from safety.library.schema import Library
from tests.conftest import CheckingClient

QUESTIONS = ("danger", "watched", "age", "whose", "happened", "by", "where", "country", "aloud")
EVERYTHING = {
    "danger": "yes", "watched": "yes", "age": "adult", "whose": "mine", "happened": ["threatened", "fake"],
    "by": "close", "where": ["app", "adult-site"], "apps": ["instagram", "pornhub-aylo"], "country": "GB",
    "aloud": "no",
}  # fmt: skip


def carried(page: str) -> dict[str, list[str]]:
    """What the first form of ``page`` would send by itself."""
    form = re.search(r'<form[^>]*action="/help/steps".*?</form>', page, re.DOTALL)
    assert form
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form[0]):
        found.setdefault(name, []).append(html.unescape(value))
    return found


def h1(page: str) -> str:
    """The heading."""
    return html.unescape(re.sub(r"<[^>]+>", "", page.split("<h1", 1)[1].split(">", 1)[1].split("</h1>")[0])).strip()


def test_the_questions_come_one_by_one_and_end_in_the_first_step(client: CheckingClient) -> None:
    """Skipping each leads through all of them, to a plan as for under 18."""
    page = client.post("/help/steps", data={"ask": "danger"}).text
    asked = []
    while "screen" in (sent := carried(page)):
        asked += sent["screen"]
        page = client.post("/help/steps", data={**sent, "go": "skip"}).text
    assert asked == list(QUESTIONS)
    assert "Step 1 of" in page
    assert "when the person in the picture was under 18" in page


@pytest.mark.parametrize("screen", [*QUESTIONS, "apps", "numbers", "safety"])
def test_every_screen_carries_what_was_answered_but_its_own(client: CheckingClient, screen: str) -> None:
    """So that the next page knows it, and nothing is sent twice."""
    sent = carried(client.post("/help/steps", data={**EVERYTHING, "ask": screen}).text)
    own = "country" if screen == "numbers" else screen
    wanted = {name: [value] if isinstance(value, str) else value for name, value in EVERYTHING.items() if name != own}
    assert {name: values for name, values in sent.items() if name != "screen"} == wanted


@pytest.mark.parametrize("said", ["yes", "not-sure"])
def test_danger_leads_to_the_numbers_of_the_country_on_that_very_screen(client: CheckingClient, said: str) -> None:
    """First the list of countries, then their numbers, to speak and without a word; then on when one likes."""
    page = client.post("/help/steps", data={"screen": "danger", "danger": said}).text
    assert h1(page) == "Help right now"
    assert "findahelpline.com" in page
    page = client.post("/help/steps", data={"danger": said, "country": "US", "ask": "numbers"}).text
    assert h1(page) == "Help right now: United States"
    assert 'href="tel:911"' in page
    assert 'href="tel:988"' in page
    silent = page.split("Without speaking, or if someone may hear you")[1]
    assert "Text HOME to 741741" in silent
    page = client.post("/help/steps", data={"screen": "numbers", "danger": said, "country": "US", "go": "next"}).text
    assert h1(page) == "Might someone look at this device?"


def test_a_number_from_an_old_page_says_so(client: CheckingClient) -> None:
    """In a crisis a number may not answer: the year of its page is beside it, in the plan too."""
    for sent in ({"ask": "numbers", "danger": "yes"}, {"step": "all"}):
        page = client.post("/help/steps", data={**sent, "country": "GB"}).text
        assert "Samaritans" in page
        assert "From a page of 2023." in page


def test_every_country_has_a_page_for_an_emergency(client: CheckingClient, library: Library) -> None:
    """Numbers that can be tapped, or a list of others that has them."""
    for country in library.countries:
        page = client.post("/help/steps", data={"danger": "yes", "country": country.code, "ask": "numbers"}).text
        assert "findahelpline.com" in page
        for number in re.findall(r'href="tel:([^"]*)"', page):
            assert re.fullmatch(r"\+?[0-9*#,-]+", number), (country.code, number)


@pytest.mark.parametrize("said", ["yes", "not-sure"])
def test_a_watched_device_comes_before_the_questions(client: CheckingClient, said: str) -> None:
    """The page about safety is offered, and a way on."""
    page = client.post("/help/steps", data={"screen": "watched", "watched": said}).text
    assert h1(page) == "First: is this device safe for you?"
    assert 'class="btn" href="/help/safety"' in page
    page = client.post("/help/steps", data={"screen": "safety", "watched": said, "go": "next"}).text
    assert h1(page) == "How old was the person in the picture?"


def test_back_keeps_the_answers(client: CheckingClient) -> None:
    """One question back, with what was chosen there marked."""
    page = client.post("/help/steps", data={"screen": "whose", "age": "adult", "danger": "no", "go": "back"}).text
    assert h1(page) == "How old was the person in the picture?"
    assert 'value="adult" class="chosen"' in page
    assert carried(page)["danger"] == ["no"]


def test_skipping_forgets_what_was_ticked(client: CheckingClient) -> None:
    """What stands in the form is not taken as an answer."""
    page = client.post("/help/steps", data={"screen": "happened", "happened": "fake", "go": "skip"}).text
    assert "happened" not in carried(page)


def test_an_adult_site_is_offered_to_adults_alone(client: CheckingClient) -> None:
    """Without an age the choice is not there, and no name of one."""
    for age, there in (("adult", True), ("under-18", False), ("not-sure", False)):
        page = client.post("/help/steps", data={"ask": "where", "age": age}).text
        assert ('value="adult-site"' in page) is there
        page = client.post("/help/steps", data={"ask": "apps", "age": age, "where": ["app", "adult-site"]}).text
        assert ("pornhub" in page.lower()) is there


@pytest.mark.parametrize(
    "sent",
    [{"ask": "canary"}, {"screen": "canary"}, {"screen": "age", "go": "canary"}, {"step": "canary"},
     {"step": "stop-copies-adult"}, {"country": "ZZ"}, {"apps": "canary"}, {"happened": "canary"}],
)  # fmt: skip
def test_what_no_form_sends_is_refused(client: CheckingClient, sent: dict[str, str]) -> None:
    """With the page of errors, which does not repeat it; a step of another plan is no step of this one."""
    response = client.post("/help/steps", data=sent)
    assert response.status_code == 400
    assert "canary" not in response.text


@pytest.mark.parametrize(
    ("sent", "age"), [("adult", Age.ADULT), ("under-18", Age.UNDER_18), ("not-sure", Age.UNDER_18)]
)
def test_all_steps_of_the_age_stand_on_one_page(client: CheckingClient, library: Library, sent: str, age: Age) -> None:
    """Each step for the person shown is there once, in order, and none of the other age's own."""
    shown = client.post("/help/steps", data={"age": sent}).text
    places = re.findall(r'<li[^>]* data-step="([^"]+)"', shown)
    mine = [step.id for step in library.steps if age in step.age and (not step.whose or "mine" in step.whose)]
    assert places == mine


@pytest.mark.parametrize("sent", [{}, {"age": "adult", "country": "US"}])
def test_what_a_service_does_is_told_once(client: CheckingClient, library: Library, sent: dict[str, str]) -> None:
    """The page of all steps is long enough: further down a service has its name and number alone."""
    page = html.unescape(client.post("/help/steps", data={**sent, "step": "all"}).text)
    named = {service: page.count(f">{service.name}</a></b>") for service in library.services}
    assert max(named.values()) > 1
    assert {page.count(service.what) for service, times in named.items() if times} == {1}


def test_without_answers_the_address_itself_is_a_guide(client: CheckingClient) -> None:
    """All steps as for under 18, the rule before the first, and a way to the questions: it is kept for offline."""
    shown = client.get("/help/steps").text
    assert shown.index("please do not screenshot it, save it or send it to anyone") < shown.index("<ol")
    assert shown == client.get("/help/steps").text
    assert "Answer a few questions first" in shown
    assert client.post("/help/steps").text == shown


def test_one_step_leads_to_the_next(client: CheckingClient, library: Library) -> None:
    """From the first to the last and back, each alone, with the answers carried along."""
    sent: dict[str, str | list[str]] = {"age": "adult", "country": "GB", "happened": "shared", "whose": "mine"}
    page, seen = client.post("/help/steps", data={**sent, "step": "first"}).text, []
    while True:
        (step,) = re.findall(r'<section[^>]* data-step="([^"]+)"', page)
        seen.append(step)
        onward = re.search(r'name="step" value="([^"]+)">Next step', page)
        if not onward:
            break
        page = client.post("/help/steps", data={**carried(page), "step": onward[1]}).text
    everything = client.post("/help/steps", data={**sent, "step": "all"}).text
    assert seen == re.findall(r'<li[^>]* data-step="([^"]+)"', everything)
    assert f'value="{seen[-2]}">Step before' in page


def test_a_change_of_age_keeps_the_rest(client: CheckingClient) -> None:
    """The button at the end changes the one answer and nothing else."""
    page = client.post("/help/steps", data={"age": "adult", "country": "GB", "happened": "shared", "step": "all"}).text
    end = page.rsplit("<form", 1)[1]
    assert 'name="age" value="under-18"' in end
    assert 'name="country" value="GB"' in end
    assert '<input type="hidden" name="age"' not in end


def test_answers_are_in_no_log_cookie_header_or_address(
    client: CheckingClient, caplog: pytest.LogCaptureFixture
) -> None:
    """They are used for one page and are then gone."""
    with caplog.at_level(logging.DEBUG):
        for extra in ({"ask": "aloud"}, {"screen": "aloud"}, {"step": "all"}, {"ask": "numbers"}):
            response = client.post("/help/steps", data={**EVERYTHING, **extra})
            assert response.status_code == 200
            assert "Set-Cookie" not in response.headers
            assert response.headers["Cache-Control"] == "no-store"
            told = str(response.headers) + response.request.url
            assert not [word for word in ("threatened", "adult", "pornhub", "GB", "close") if word in told]
            assert "?" not in "".join(re.findall(r'(?:href|action)="(/[^"]*)"', response.text))
            assert re.sub(r"#(main|step-[0-9]+)", "", "".join(re.findall(r'href="(#[^"]*)"', response.text))) == ""
    kept = " ".join(record.getMessage() for record in caplog.records)
    assert not [word for word in ("threatened", "pornhub", "adult-site", "close") if word in kept]
    assert client.get_cookie("unshared") is None
    assert "United Kingdom</option>" in client.get("/help").text
    assert " selected" not in client.get("/help").text


def test_no_page_of_the_steps_may_send_anything_by_script(stranger: FlaskClient) -> None:
    """The policy forbids every connection."""
    for response in (stranger.get("/help/steps"), stranger.get("/help")):
        assert "connect-src 'none'" in response.headers["Content-Security-Policy"]
