"""Who can help in a country, and in which order it is shown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask import Flask

from safety.help.directory import GLOBAL, codes, in_country
from safety.library.codes import Age, Confidence, ForWhom, LineKind
from safety.library.schema import Library
from tests.conftest import CheckingClient


def test_every_country_gives_its_own_help(library: Library) -> None:
    """All numbers of the country, each under its kind, and no number of another country."""
    for country in library.countries:
        found = in_country(library, country.code)
        lines = [line for kind, group in found.lines for line in group if line.kind is kind]
        assert sorted(line.name for line in lines) == sorted(line.name for line in country.lines)


def test_services_of_the_country_come_before_those_of_the_world(library: Library) -> None:
    """Nearer help is seen first; a service of another country is not shown at all."""
    for code in codes(library):
        for who, services in in_country(library, code).services:
            near = [code in service.countries for service in services]
            assert near == sorted(near, reverse=True)
            assert all(service.who is who for service in services)
            assert all({code, GLOBAL} & set(service.countries) for service in services)


def test_no_country_is_left_with_nothing(library: Library) -> None:
    """Without a country, or in one that we know nothing of, there are services of the whole world for every age."""
    for code in ("", "ZZ"):
        found = in_country(library, code)
        assert {who for who, _ in found.services} >= {ForWhom.UNDER_18, ForWhom.ADULT}
    assert library.directories


def test_only_what_is_known_well_is_published(library: Library) -> None:
    """Every number and service is marked high or medium; every helpline has a source of 2023 or later."""
    known = {Confidence.HIGH, Confidence.MEDIUM}
    assert {service.confidence for service in library.services} <= known
    for country in library.countries:
        for line in country.lines:
            assert line.confidence in known
            assert line.source_year >= 2023, (country.code, line.name)
            assert line.source_url.startswith("https://"), (country.code, line.name)


def test_there_are_ways_without_speaking(library: Library) -> None:
    """Somebody who cannot speak aloud finds a line to write to in at least one country, and a directory."""
    kinds = {line.kind for country in library.countries for line in country.lines}
    assert kinds == set(LineKind)


def test_the_country_is_not_kept(client: CheckingClient) -> None:
    """The choice is used for one page: no cookie, no address, and the next visit knows nothing."""
    chosen = client.post("/help/services", data={"country": "GB"})
    assert "United Kingdom" in chosen.text.split("</h1>")[0]
    assert "Set-Cookie" not in chosen.headers
    assert "United Kingdom" not in client.get("/help/services").text.split("</h1>")[0]


@pytest.mark.parametrize(
    ("sent", "age"), [("adult", Age.ADULT), ("under-18", Age.UNDER_18), ("not-sure", Age.UNDER_18)]
)
def test_the_steps_are_those_of_the_age_in_their_order(
    client: CheckingClient, library: Library, sent: str, age: Age
) -> None:
    """Each step of the age is there once, in order, and none of the other age's own."""
    shown = client.post("/help/steps", data={"age": sent}).text
    places = [shown.find(f"{step.title}<") for step in library.steps if age in step.age]
    assert -1 not in places
    assert places == sorted(places)
    others = [step for step in library.steps if age not in step.age]
    titles = {step.title for step in library.steps if age in step.age}
    assert not [step.id for step in others if step.title not in titles and f"{step.title}<" in shown]


def test_under_18_nobody_is_sent_to_services_for_adults_first(client: CheckingClient) -> None:
    """The steps for under 18 ask for no copy of the picture, before the first step."""
    shown = client.get("/help/steps").text
    assert shown.index("please do not screenshot it, save it or send it to anyone") < shown.index("<ol")


@pytest.mark.parametrize("path", ["/help", "/help/steps", "/help/safety"])
def test_numbers_for_danger_are_one_tap_away(client: CheckingClient, path: str) -> None:
    """Every page of help shows the way to the numbers at its top."""
    shown = client.get(path).text
    assert 'action="/help/services"' in shown or 'href="/help/services"' in shown.split("</h1>")[1][:1500]


def test_a_number_can_be_called(client: CheckingClient, library: Library) -> None:
    """Every printed number is a link that a phone can call: digits, plus and pause alone."""
    for country in library.countries:
        shown = client.post("/help/services", data={"country": country.code}).text
        for number in re.findall(r'href="tel:([^"]*)"', shown):
            assert re.fullmatch(r"\+?[0-9*#,-]+", number), (country.code, number)


def test_a_country_without_numbers_is_no_error(app: Flask, library: Library) -> None:
    """Services alone make a page as well."""
    nothing = replace(library, countries=())
    assert codes(nothing)
    assert in_country(nothing, "GB").lines == ()
