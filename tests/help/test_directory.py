"""Who can help in a country, at an age and for a need, and in which order it is shown."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import product

import pytest
from flask import Flask, get_template_attribute

from safety.help.directory import (
    GLOBAL,
    MANY_LANGUAGES,
    NEAREST,
    WITHOUT_VOICE,
    Wanted,
    asks_check,
    codes,
    find,
    fits,
    is_from_old_page,
    languages,
    number_to_text,
    read,
)
from safety.library.codes import Age, Confidence, Cost, ForWhom, LineKind, Need, Way
from safety.library.copies import requests
from safety.library.schema import Library
from tests.conftest import CheckingClient

OTHER_AGE = {Age.UNDER_18: ForWhom.ADULT, Age.ADULT: ForWhom.UNDER_18}
TODAY = date(2026, 11, 23)


def test_there_are_enough_services_in_enough_countries(library: Library) -> None:
    """At least 75 services in at least 30 countries, each with a source and a way to reach or read it."""
    assert len(library.services) >= 75
    assert len({code for service in library.services for code in service.countries} - {GLOBAL}) >= 30
    for service in library.services:
        assert service.source_title, service.id
        assert service.helps, service.id
        assert service.ways, service.id
        assert (Way.PHONE in service.ways) == bool(service.phone), service.id


def test_every_country_gives_its_own_help(library: Library) -> None:
    """All numbers of the country, each under its kind, and no number of another country."""
    for country, age in product(library.countries, Age):
        found = find(library, Wanted(country.code, age))
        lines = [line for kind, group in found.lines for line in group if line.kind is kind]
        assert sorted(line.name for line in lines) == sorted(line.name for line in country.lines)


def test_only_services_of_the_place_and_the_age(library: Library) -> None:
    """A service of another country or for the other age is never there; each fitting one is there once."""
    for code, age in product(("", *codes(library)), (None, *Age)):
        wanted = Wanted(code, age)
        services = find(library, wanted).services
        assert all({code, GLOBAL} & set(service.countries) for service in services)
        assert not [service.id for service in services if service.who is OTHER_AGE[wanted.counted_age]]
        fitting = {one.id for one in library.services if fits(one, wanted)}
        missing = fitting - {one.id for one in services}
        assert len({one.id for one in services}) == len(services)
        assert {one.id for one in services} <= fitting
        # Whose number stands above as a number of the country is not there a second time.
        assert all(service.phone or service.text_to for service in library.services if service.id in missing)


def test_without_an_age_it_is_the_help_for_under_18(library: Library) -> None:
    """Who gives no age meets nothing that is for adults alone."""
    for code in ("", *codes(library)):
        assert find(library, Wanted(code)) == find(library, Wanted(code, Age.UNDER_18))


@pytest.mark.parametrize(
    ("code", "age", "first"),
    [
        ("GB", Age.UNDER_18, ["report-remove-uk", "take-it-down-ncmec"]),
        ("GB", Age.ADULT, ["revenge-porn-helpline-uk", "stopncii"]),
        ("AU", Age.UNDER_18, ["esafety-au", "take-it-down-ncmec"]),
        ("US", Age.UNDER_18, ["take-it-down-ncmec", "ncmec-cybertipline", "fbi-tips"]),
        ("FR", Age.ADULT, ["fr-3018", "stopncii", "fr-pharos"]),
        ("", Age.UNDER_18, ["take-it-down-ncmec"]),
        ("", Age.ADULT, ["stopncii"]),
    ],
)
def test_the_nearest_come_first(library: Library, code: str, age: Age, first: list[str]) -> None:
    """The service of the country that removes, then the one that stops copies, then who listens, then the rest."""
    nearest = [service.id for service in find(library, Wanted(code, age)).nearest]
    assert len(nearest) <= NEAREST
    assert set(first) <= set(nearest)
    assert nearest[0] == first[0]


def test_what_costs_money_stands_apart_and_last(library: Library) -> None:
    """No paid service is among the nearest or between free ones, and none is there for somebody under 18."""
    for code, age, need in product(("", "US", "NZ"), Age, (None, *Need)):
        found = find(library, Wanted(code, age, need))
        free = (*found.nearest, *(one for _, group in found.by_need for one in group))
        assert not [one.id for one in free if one.cost is Cost.PAID]
        assert age is Age.ADULT or not found.paid
    assert len(find(library, Wanted(age=Age.ADULT)).paid) == 3


def test_the_company_of_the_first_page_is_there_with_its_limits(library: Library) -> None:
    """Its four services are for adults alone and say what can be done free; the three paid ones name no price."""
    four = [service for service in library.services if service.id.startswith("dmca-com-")]
    assert sorted(seed for service in four for seed in service.seed) == [
        "service-diy", "service-monitoring", "service-questions", "service-takedown",
    ]  # fmt: skip
    for service in four:
        assert service.who is ForWhom.ADULT
        assert "Free instead" in service.know
        assert "under 18" in service.know
        assert "could not confirm the price" in service.know or service.cost is Cost.FREE


@pytest.mark.parametrize("need", list(Need))
def test_a_need_shows_what_helps_with_it(library: Library, need: Need) -> None:
    """Every service that stays helps with it, and they stand under that need."""
    for code, age in product(("", "GB", "US", "DE"), Age):
        found = find(library, Wanted(code, age, need))
        assert all(need in service.helps for service in found.services)
        assert {one for one, _ in found.by_need} <= {need}


def test_a_language_shows_who_speaks_it(library: Library) -> None:
    """Each language that can be chosen is spoken somewhere; services with interpreters stay."""
    for language in languages(library):
        there = [find(library, Wanted(code, age, language=language)).services for code, age in
                 product(codes(library), Age)]  # fmt: skip
        assert any(language in service.speaks for services in there for service in services), language
        assert all({language, MANY_LANGUAGES} & set(one.speaks) for services in there for one in services)


def test_without_speaking(library: Library) -> None:
    """Only what can be written or read stays; of the numbers only those to text or with a chat; texting first."""
    for code in codes(library):
        found = find(library, Wanted(code, quiet=True))
        assert all(WITHOUT_VOICE & set(service.ways) for service in found.services)
        for kind, lines in found.lines:
            assert all(line.text or line.chat_url or kind is LineKind.NO_VOICE for line in lines)
        kinds = [kind for kind, _ in found.lines]
        assert LineKind.NO_VOICE not in kinds[1:]


def test_danger_does_not_depend_on_a_need_or_a_language(library: Library) -> None:
    """Numbers of the country stay, whatever else was chosen."""
    for country in library.countries:
        narrow = Wanted(country.code, need=Need.WATCH, language="ko")
        assert find(library, narrow).lines == find(library, Wanted(country.code)).lines


def test_no_country_is_left_with_nothing(library: Library) -> None:
    """Without a country, or in one that we know nothing of, there are services of the whole world for every age."""
    for code, age in product(("", "ZZ"), Age):
        assert find(library, Wanted(code, age)).nearest
    assert library.directories


def test_only_what_is_known_well_is_published(library: Library) -> None:
    """Every number and service is marked high or medium.

    A helpline has a source of 2023 or later, or an official page. A way to reach the emergency number without a word
    may stand on an older page: the number itself is that of the country.
    """
    known = {Confidence.HIGH, Confidence.MEDIUM}
    assert {service.confidence for service in library.services} <= known
    for country in library.countries:
        for line in country.lines:
            assert line.confidence in known
            official = line.confidence is Confidence.HIGH or line.kind is LineKind.NO_VOICE
            assert line.source_year >= 2023 or official, (country.code, line.name)
            assert line.source_url.startswith("https://"), (country.code, line.name)


def test_there_are_ways_without_speaking(library: Library) -> None:
    """Somebody who cannot speak aloud finds a line to write to in at least one country, and a directory."""
    kinds = {line.kind for country in library.countries for line in country.lines}
    assert kinds == set(LineKind)


@pytest.mark.parametrize(("days", "asks"), [(0, False), (365, False), (366, True), (4000, True)])
def test_a_year_without_a_check_is_said(days: int, asks: bool) -> None:
    """365 days pass in silence, one more does not."""
    assert asks_check(TODAY - timedelta(days=days), TODAY) is asks


def test_the_page_asks_to_check_an_old_number(app: Flask, library: Library) -> None:
    """The text names the day; within the year it is not there."""
    service = next(one for one in library.services if one.phone)
    with app.test_request_context():
        facts = get_template_attribute("parts/services.html", "facts")
        for days, told in ((365, False), (366, True)):
            words = facts(service, partial(asks_check, today=service.reviewed + timedelta(days=days)))
            assert ("Nobody has confirmed this since 23 Nov 2026." in words) is told


def test_an_old_page_is_said(library: Library) -> None:
    """A number whose newest page is of a year that ended more than a year ago says the year."""
    line = next(line for country in library.countries for line in country.lines)
    assert is_from_old_page(replace(line, source_year=2023), TODAY)
    assert not is_from_old_page(replace(line, source_year=2025), TODAY)
    assert not is_from_old_page(replace(line, source_year=0), TODAY)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Text HOME to 741741", "741741"),
        ("Text message to (246) 845-0623", "(246) 845-0623"),
        ("Text message to 417 16 111", "417 16 111"),
        ("WhatsApp +61 400 000 000", ""),
        ("Write to them", ""),
    ],
)
def test_the_number_to_text(words: str, number: str) -> None:
    """A phone can text the number at the end; a chat in another app is no text message."""
    assert number_to_text(words) == number


@pytest.mark.parametrize(
    "sent", [{"country": "XX"}, {"age": "canary"}, {"need": "canary"}, {"language": "canary"}, {"country": "gb"}]
)
def test_an_answer_that_no_page_offers(client: CheckingClient, library: Library, sent: dict[str, str]) -> None:
    """It is refused, and not echoed."""
    assert read(library, sent) is None
    assert client.post("/help/services", data=sent).status_code == 400


def test_the_answers_are_not_kept(client: CheckingClient) -> None:
    """They are used for one page: no cookie, no address, and the next visit knows nothing."""
    sent = {"country": "GB", "age": "adult", "need": "remove", "language": "en", "quiet": "yes"}
    chosen = client.post("/help/services", data=sent)
    assert "United Kingdom" in chosen.text.split("</h1>")[0]
    assert "Set-Cookie" not in chosen.headers
    next_visit = client.get("/help/services").text
    assert "United Kingdom" not in next_visit.split("</h1>")[0]
    assert " selected" not in next_visit


def test_a_minor_meets_no_service_for_adults(client: CheckingClient, library: Library) -> None:
    """In no country, without the choice of 18 or over, such a name, or a request for a copy of the picture."""
    names = [service.name.split(" (")[0] for service in library.services if service.who is ForWhom.ADULT]
    for country in library.countries[::4]:
        shown = client.post("/help/services", data={"country": country.code}).text.split("<main")[1].split("</main>")[0]
        # A number for danger is there for everybody, also where the same line serves adults in another list.
        hidden = {*names, "StopNCII", "OnlyFans", "Pornhub"} - {line.name for line in country.lines}
        assert not [name for name in hidden if name in shown], country.code
        assert "The person was 18 or over" in shown
        words = re.sub(r"<[^>]+>", " ", re.sub(r"</(?:p|li|h\d|label|legend|option|summary)>", "\n\n", shown))
        assert list(requests(words)) == [], country.code


def test_no_text_for_a_minor_names_a_service_for_adults(library: Library) -> None:
    """In no country do the records that are shown without an age speak of one."""
    for service in library.services:
        if service.who is not ForWhom.ADULT:
            for text in (service.name, service.what, service.write, service.needs, service.know):
                assert not re.search(r"StopNCII|Revenge Porn|OnlyFans|Pornhub|DMCA", text), service.id
                assert list(requests(text)) == [], service.id


def test_adults_are_one_choice_away(client: CheckingClient) -> None:
    """The button carries the country and the need along."""
    shown = client.post("/help/services", data={"country": "GB", "need": "remove", "age": "adult"}).text
    assert "Revenge Porn Helpline" in shown
    assert '<input type="hidden" name="country" value="GB">' in shown
    assert '<input type="hidden" name="need" value="remove">' in shown
    assert '<input type="hidden" name="age"' not in shown.split("The person was under 18")[0]


def test_nothing_fits(client: CheckingClient) -> None:
    """It says so, and what to do: choose less, the lists of the world, the steps."""
    shown = client.post("/help/services", data={"country": "DE", "need": "watch", "language": "ko"}).text
    assert "Nothing here fits all of that." in shown
    assert "Show everything again" in shown
    assert "findahelpline.com" in shown


def test_a_number_can_be_called_or_texted(client: CheckingClient) -> None:
    """Every printed number is a link that a phone can use: digits, plus and pause alone."""
    texted = 0
    for code in ("US", "CA", "NZ", "IE", "BB", "CH", "ZA", "DE", "AR", "TW", "PH"):
        shown = client.post("/help/services", data={"country": code}).text
        for number in re.findall(r'href="tel:([^"]*)"', shown):
            assert re.fullmatch(r"\+?[0-9*#,]+", number.replace("-", "")), (code, number)
        for number in re.findall(r'href="sms:([^"]*)"', shown):
            assert re.fullmatch(r"\+?[0-9]{3,}", number), (code, number)
            texted += 1
    assert texted > 10


@pytest.mark.parametrize("path", ["/help/steps", "/help/safety", "/help/coverage"])
def test_numbers_for_danger_are_one_tap_away(client: CheckingClient, path: str) -> None:
    """These pages show the way to the numbers at their top."""
    shown = client.get(path).text.split("</h1>")[1][:2000]
    assert 'action="/help/services"' in shown or 'href="/help/services"' in shown


def test_a_country_without_numbers_is_no_error(app: Flask, library: Library) -> None:
    """Services alone make a page as well."""
    nothing = replace(library, countries=())
    assert codes(nothing)
    assert find(nothing, Wanted("GB")).lines == ()
