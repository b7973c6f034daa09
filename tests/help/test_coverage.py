"""Which service reaches an app: every app, age and country has an answer, and none is wrong for somebody under 18."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest

from safety.help.coverage import OTHER, Answer, Question, answer, places, read
from safety.help.directory import GLOBAL, codes
from safety.library.codes import Age, Confidence, ForWhom, Known, PlatformKind
from safety.library.copies import requests
from safety.library.coverage_rules import of_coverage
from safety.library.coverage_schema import ANYWHERE, ENCRYPTED_CHATS
from safety.library.help_schema import Platform
from safety.library.schema import Library
from tests.conftest import CheckingClient

FOR_ADULTS = ("StopNCII", "Revenge Porn Helpline", "OnlyFans", "Pornhub", "XVideos", "dmca.com")


def platform(library: Library, id_: str) -> Platform:
    """The platform of an id."""
    return next(one for one in library.platforms if one.id == id_)


def asked(library: Library, place: str, age: Age, country: str = "") -> Answer:
    """The answer for a platform's id, or another app."""
    chosen = None if place == OTHER else platform(library, place)
    return answer(library, Question(age, country, chosen, asked=True))


def ids(reached: tuple[object, ...]) -> set[str]:
    """The services of one part of an answer."""
    return {service.id for _, service in reached}  # type: ignore[attr-defined,misc]  # pairs of a row and a service


def test_every_app_age_and_country_has_an_answer(library: Library) -> None:
    """Each service stands once, is there for the age and the country, and says what it reaches, with a source."""
    for age in Age:
        for place, code in product((None, *places(library, age)), ("", "ZZ", *codes(library))):
            found = answer(library, Question(age, code, place, asked=True))
            rows = [*found.yes, *found.part, *found.unknown, *found.no]
            assert rows, (place and place.id, age, code)
            assert len({service.id for _, service in rows}) == len(rows)
            for row, service in rows:
                assert {code, GLOBAL} & set(row.countries)
                assert {code, GLOBAL} & set(service.countries)
                assert age in row.age
                assert row.what
                assert row.source_url.startswith("https://")
                assert service.who is not (ForWhom.ADULT if age is Age.UNDER_18 else ForWhom.UNDER_18)


def test_an_encrypted_chat_is_never_reached(library: Library) -> None:
    """Nobody can look into it, so no answer says yes."""
    chats = [one for one in library.platforms if one.encrypted is Known.YES]
    assert {"whatsapp", "signal", "messenger"} <= {one.id for one in chats}
    for place, age, code in product(chats, Age, ("", *codes(library))):
        assert answer(library, Question(age, code, place, asked=True)).yes == ()


@pytest.mark.parametrize(
    ("place", "age", "country", "reach", "service"),
    [
        ("instagram", Age.UNDER_18, "", "yes", "take-it-down-ncmec"),
        ("tiktok", Age.UNDER_18, "GB", "yes", "report-remove-uk"),
        ("snapchat", Age.ADULT, "US", "yes", "stopncii"),
        ("pornhub-aylo", Age.ADULT, "", "yes", "stopncii"),
        ("pornhub-aylo", Age.ADULT, "BE", "part", "be-igvm"),
        ("bing", Age.ADULT, "", "yes", "stopncii"),
        ("google-search", Age.ADULT, "", "unknown", "stopncii"),
        ("x", Age.ADULT, "", "unknown", "stopncii"),
        ("x", Age.UNDER_18, "", "unknown", "take-it-down-ncmec"),
        ("youtube", Age.UNDER_18, "", "unknown", "take-it-down-ncmec"),
        ("telegram", Age.ADULT, "", "no", "stopncii"),
        ("discord", Age.ADULT, "", "no", "stopncii"),
        ("whatsapp", Age.UNDER_18, "GB", "no", "report-remove-uk"),
        ("whatsapp", Age.ADULT, "AU", "part", "esafety-au"),
        ("reddit", Age.ADULT, "AU", "yes", "esafety-au"),
        ("reddit", Age.UNDER_18, "NZ", "part", "netsafe-nz"),
        ("tiktok", Age.UNDER_18, "FR", "part", "fr-3018"),
        ("telegram", Age.ADULT, "KR", "part", "kr-digital-sex-crime-center"),
        ("youtube", Age.UNDER_18, "CA", "part", "project-arachnid"),
        (OTHER, Age.UNDER_18, "AT", "part", "at-stopline"),
        (OTHER, Age.ADULT, "IT", "yes", "it-garante-revenge-porn"),
        (OTHER, Age.ADULT, "", "unknown", "stopncii"),
    ],
)
def test_known_answers(library: Library, place: str, age: Age, country: str, reach: str, service: str) -> None:
    """What the lists say of an app, an age and a country is what is shown."""
    assert service in ids(getattr(asked(library, place, age, country), reach))


@pytest.mark.parametrize(("place", "country"), [("whatsapp", "US"), ("signal", ""), ("youtube", "US"), ("kik", "")])
def test_none_covers_it(client: CheckingClient, place: str, country: str) -> None:
    """The honest answer, with what to do instead: the app's own report way, search engines, the police."""
    shown = client.post("/help/coverage", data={"age": "adult", "app": place, "country": country}).text
    assert "As far as we know, none of these services covers" in shown
    assert "Do this instead" in shown
    assert "Report it where it is." in shown
    assert "You can go to the police." in shown


def test_a_minor_meets_no_service_and_no_site_for_adults(client: CheckingClient, library: Library) -> None:
    """In no answer, in no list and on no page of the branch for under 18 or without an age; nothing asks for a copy."""
    assert not [one.id for one in places(library, Age.UNDER_18) if one.kind is PlatformKind.ADULT]
    for place in ("", OTHER, *(one.id for one in places(library, Age.ADULT))):
        for age, code in (("under-18", "GB"), ("not-sure", "US"), ("", "AU")):
            shown = client.post("/help/coverage", data={"age": age, "app": place, "country": code}).text
            main = shown.split("<main")[1].split("</main>")[0]
            assert not [name for name in FOR_ADULTS if name.lower() in main.lower()], (place, age)
            words = re.sub(r"<[^>]+>", " ", re.sub(r"</(?:p|li|h\d|label|legend|option)>", "\n\n", main))
            assert list(requests(words)) == [], (place, age)


def test_adult_sites_are_in_the_list_of_the_adult_branch(client: CheckingClient) -> None:
    """The age comes first, then the list."""
    assert "OnlyFans" not in client.get("/help/coverage").text
    assert "OnlyFans" in client.post("/help/coverage", data={"age": "adult"}).text
    assert "OnlyFans" not in client.post("/help/coverage", data={"age": "not-sure"}).text


def test_an_adult_site_with_the_other_age_is_a_site_like_any_other(library: Library) -> None:
    """Who goes back and changes the age gets the answer for another site, without its name."""
    question = read(library, {"age": "under-18", "app": "onlyfans"})
    assert question is not None
    assert (question.platform, question.asked) == (None, True)


@pytest.mark.parametrize("sent", [{"age": "canary"}, {"app": "canary"}, {"country": "canary"}, {"app": "cloudflare"}])
def test_an_answer_that_no_page_offers(client: CheckingClient, library: Library, sent: dict[str, str]) -> None:
    """It is refused."""
    assert read(library, sent) is None
    assert client.post("/help/coverage", data=sent).status_code == 400


def test_the_page_warns_of_look_alikes(client: CheckingClient) -> None:
    """It names the official address for the age; in the US it tells the two of one name apart."""
    minor = client.post("/help/coverage", data={"app": "tiktok", "country": "US"}).text
    assert "takeitdown.ncmec.org" in minor
    assert "takeitdown.ftc.gov" in minor
    adult = client.post("/help/coverage", data={"age": "adult", "app": "tiktok", "country": "GB"}).text
    assert "stopncii.org" in adult
    assert "takeitdown.ftc.gov" not in adult


def test_the_answers_are_not_kept(client: CheckingClient) -> None:
    """No cookie, no address, and the next visit knows nothing."""
    sent = client.post("/help/coverage", data={"age": "adult", "app": "tiktok", "country": "GB"})
    assert "Set-Cookie" not in sent.headers
    assert "TikTok" not in client.get("/help/coverage").text


def test_only_what_is_known_well_is_published(library: Library) -> None:
    """Every row is marked high or medium."""
    assert {row.confidence for row in library.coverage} <= {Confidence.HIGH, Confidence.MEDIUM}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"platforms": ("nowhere",)}, "There is no platform nowhere."),
        ({"service": "nobody"}, "There is no service nobody."),
        ({"platforms": (ENCRYPTED_CHATS,)}, "Nobody can look into an encrypted chat."),
        ({"platforms": ("whatsapp",)}, "Nobody can look into an encrypted chat."),
        ({"age": (Age.UNDER_18, Age.ADULT)}, "is not there for this age"),
        ({"platforms": ("onlyfans",)}, "is not shown to a case of somebody under 18"),
        ({"countries": ("uk",)}, "uk is no country."),
        ({"countries": ()}, "The row is about nothing."),
        ({"what": ""}, "what is empty."),
        ({"what": "Upload the picture."}, "asks someone under 18 for a copy"),
        ({"source_url": "http://example.org"}, "The address is not https."),
        ({"platforms": (ANYWHERE,)}, "has a row for anywhere"),
    ],
)
def test_a_wrong_row_is_a_fault(library: Library, change: dict[str, object], words: str) -> None:
    """The checker names the file, the line of the row and what is wrong."""
    first, *others = library.coverage
    assert (first.service, first.reach) == ("take-it-down-ncmec", Known.YES)
    assert list(of_coverage(library, {})) == []
    broken = replace(library, coverage=(replace(first, **change), *others))  # type: ignore[arg-type]  # any field
    faults = list(of_coverage(broken, {row.id: 7 for row in library.coverage}))
    assert any(words in fault.what for fault in faults), faults
    assert {(fault.file, fault.line) for fault in faults} == {("en/help/coverage.toml", 7)}
