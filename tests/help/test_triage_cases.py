"""Forty people, and what each of them is shown: the right services, steps and laws, and never a wrong one."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from safety.library.codes import ForWhom, PlatformKind
from safety.library.copies import requests
from safety.library.schema import Library
from tests.conftest import CheckingClient

# Words of adult sites that a platform's name may hold in another order or form.
ADULT_SITE_WORDS = ("pornhub", "youporn", "redtube", "tube8", "onlyfans", "xvideos", "xnxx", "redgifs", "clips4sale")
HOURS_48 = "48 hours"
Sent = Mapping[str, str | list[str]]


@dataclass(frozen=True)
class Case:
    """What somebody answers, what has to be on the page with all steps, and what may not be."""

    says: str
    sent: Sent
    shown: tuple[str, ...]
    hidden: tuple[str, ...] = ()

    @property
    def is_minor(self) -> bool:
        """Whether the rules for under 18 hold."""
        return self.sent.get("age") != "adult"

    def __str__(self) -> str:
        return self.says


def minor(says: str, shown: tuple[str, ...], hidden: tuple[str, ...] = (), **sent: str | list[str]) -> Case:
    """Somebody whose picture shows a person under 18."""
    return Case(says, {"age": "under-18", **sent}, shown, ("StopNCII", *hidden))


def adult(says: str, shown: tuple[str, ...], hidden: tuple[str, ...] = (), **sent: str | list[str]) -> Case:
    """Somebody whose picture shows an adult."""
    return Case(says, {"age": "adult", **sent}, shown, ("Report Remove", "CEOP", *hidden))


CASES = (
    minor("a child in the UK whose picture is out", ("Report Remove", "Childline", "id=stop-copies-under-18"),
          (HOURS_48, "id=threats-under-18", "id=fake-under-18"), country="GB", whose="mine", happened="shared"),
    minor("a child in the UK who is threatened", ("Report Remove", "id=threats-under-18", "/help/first-hour"),
          ("id=report-under-18", "id=search-engines-under-18", HOURS_48),
          country="GB", whose="mine", happened="threatened"),
    minor("a parent in the UK", ("id=for-your-child", "Report Remove", "look away", "/help/beside"),
          ("id=tell-one-person", "id=for-a-pupil"), country="GB", whose="my-child", happened="shared"),
    minor("a teacher in the UK", ("id=for-a-pupil", "safeguarding lead", "/help/notices/school"),
          ("id=for-your-child", "take-it-down\""), country="GB", whose="pupil", happened="shared"),
    minor("a friend of 14 in the UK", ("id=for-a-friend", "tell an adult you both trust"),
          ("id=tell-one-person",), country="GB", whose="friend", happened="shared"),
    minor("a child in the US on Instagram", ("Take It Down", HOURS_48, "Involves", "CyberTipline"),
          ("Report Remove (Childline", "DMCA", "Digital Millennium", "copyright notice"),
          country="US", whose="mine", happened="shared", where="app", apps=["facebook"]),
    minor("a child in the US in a private chat", ("id=chats-under-18", "WhatsApp"), (HOURS_48, "id=search-engines"),
          country="US", whose="mine", happened="shared", where="chat", apps=["whatsapp"]),
    minor("a child in the US who is threatened only", ("id=threats-under-18", "Take It Down"), (HOURS_48,),
          country="US", whose="mine", happened="threatened"),
    minor("a child in the US with a fake", ("id=fake-under-18", "Treat it like a real picture", "Take It Down"),
          country="US", whose="mine", happened="fake", where="app"),
    minor("an adult whose picture is from when they were 15", ("Take It Down is also for adults", HOURS_48),
          country="US", whose="mine", happened="shared", where="site"),
    minor("a child in Australia", ("eSafety", "24 hours"), (HOURS_48,), country="AU", whose="mine", happened="shared"),
    minor("a child in India", ("Take It Down", "2 hours"), (HOURS_48,),
          country="IN", whose="mine", happened="shared", where="app"),
    minor("a child in Canada", ("Cybertip.ca",), (HOURS_48,), country="CA", whose="mine", happened="shared"),
    minor("a child in Germany", ("Take It Down", "/help/notices/platform"),
          (HOURS_48, "HateAid", "/help/notices/gdpr", "/help/notices/dsa"),
          country="DE", whose="mine", happened="shared", where="app"),
    minor("a child in France", ("3018",), (HOURS_48,), country="FR", whose="mine", happened="shared"),
    minor("a child in Ireland", ("Hotline.ie",), (HOURS_48,), country="IE", whose="mine", happened="shared"),
    minor("a child in New Zealand", ("Netsafe",), (HOURS_48,), country="NZ", whose="mine", happened="shared"),
    minor("a child in Denmark", ("SletDet",), (HOURS_48,), country="DK", whose="mine", happened="shared"),
    minor("a child nobody knows the country of", ("Take It Down", "id=write-down-under-18"), (HOURS_48,)),
    minor("a child who says nothing at all of what happened",
          ("id=threats-under-18", "id=fake-under-18", "id=chats-under-18", "id=plan-first"), country="GB"),
    minor("a child at home with the one who does it", ("id=plan-first", "child helpline"), country="US", by="close"),
    minor("a child who is watched", ("id=plan-first",), country="US", by="known", watched="yes"),
    Case("somebody who is not sure of the age", {"age": "not-sure", "country": "US"}, ("Take It Down",), ("StopNCII",)),
    Case("somebody who gives no age", {"country": "GB", "happened": "shared"}, ("Report Remove",), ("StopNCII",)),
    Case("no age, and adult sites sent all the same",
         {"country": "US", "where": ["adult-site", "app"], "apps": ["pornhub-aylo", "instagram"]},
         ("Instagram", HOURS_48), ("StopNCII", "Aylo")),
    adult("a woman in the UK", ("StopNCII", "Revenge Porn Helpline", "see the police before you report"),
          (HOURS_48, "id=threats-adult"), country="GB", whose="mine", happened="shared"),
    adult("a man in the US on an app", ("StopNCII", HOURS_48, "/help/notices/take-it-down", "takeitdown.ftc.gov"),
          ("see the police before",), country="US", whose="mine", happened="shared", where="app", apps=["instagram"]),
    adult("on an adult site in the US", ("StopNCII", HOURS_48, "Aylo"),
          country="US", whose="mine", happened="shared", where="adult-site", apps=["pornhub-aylo"]),
    adult("in a private chat in the US", ("id=chats-adult", "The company cannot search"),
          (HOURS_48, "id=search-engines", "id=find-host-adult", "/help/notices/take-it-down\""),
          country="US", whose="mine", happened="shared", where="chat", apps=["signal"]),
    adult("threatened only in the US", ("id=threats-adult", "StopNCII", "/help/first-hour"),
          (HOURS_48, "id=report-adult", "id=takedown-adult", "copyright notice", "Digital Millennium"),
          country="US", whose="mine", happened="threatened"),
    adult("a fake in the US", ("id=fake-adult", "takes fake and changed pictures", HOURS_48),
          ("/help/notices/dmca",), country="US", whose="mine", happened="fake", where="site"),
    adult("in search results alone in the US", ("id=search-engines-adult", "/help/notices/search"), (HOURS_48,),
          country="US", whose="mine", happened="shared", where="search"),
    adult("an ex in Germany", ("id=plan-first", "116 016", "/help/notices/gdpr", "/help/notices/dsa"), (HOURS_48,),
          country="DE", whose="mine", happened="shared", where="app", by="close"),
    adult("a stranger in Germany", ("StopNCII",), ("id=plan-first", HOURS_48),
          country="DE", whose="mine", happened="threatened", by="stranger"),
    adult("in India", ("1930", "2 hours"), (HOURS_48,), country="IN", whose="mine", happened="shared", where="app"),
    adult("in Australia", ("eSafety", "24 hours"), (HOURS_48,),
          country="AU", whose="mine", happened="shared", where="app"),
    adult("in Korea", ("StopNCII",), (HOURS_48,), country="KR", whose="mine", happened="fake"),
    adult("in Brazil", ("SaferNet",), (HOURS_48,), country="BR", whose="mine", happened="shared"),
    adult("a friend who helps in the US", ("id=write-down-beside-adult", "id=stop-copies-beside-adult"),
          ("id=keep-evidence-adult", "/help/notices/dmca", "Digital Millennium", "also take a screenshot"),
          country="US", whose="friend", happened="shared", where="site"),
    adult("a parent of an adult", ("id=write-down-beside-adult", "id=for-your-child"),
          ("also take a screenshot",), country="GB", whose="my-child", happened="shared"),
    adult("who cannot speak aloud in the US", ("Text HOME to 741741",), country="US", whose="mine", aloud="no"),
)  # fmt: skip


def seen(page: str) -> str:
    """What a reader sees of ``page``, in lines, with each place and address of a link beside it."""
    main = page.split("<main", 1)[1].split("</main>")[0]
    main = re.sub(r'<li[^>]* data-step="([^"]+)"', r" id=\1\n<", main)
    main = re.sub(r'<a[^>]* href="([^"]+)"', r' "\1" <', main)
    main = re.sub(r"</(?:p|li|h\d|summary|ul|ol)>", "\n\n", main)
    return html.unescape(re.sub(r"<[^>]+>", "", main))


def all_steps(client: CheckingClient, sent: Sent) -> str:
    """What the page with all steps shows."""
    return seen(client.post("/help/steps", data={**sent, "step": "all"}).text)


def test_there_are_forty_cases() -> None:
    """Half of them and more about somebody under 18, and none twice."""
    assert len(CASES) >= 40
    assert len({case.says for case in CASES}) == len(CASES)
    assert sum(case.is_minor for case in CASES) >= 20


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_ends_at_the_right_help(client: CheckingClient, case: Case) -> None:
    """Each service, step and law that has to be there is there, and no wrong one."""
    text = all_steps(client, case.sent)
    assert [words for words in case.shown if words not in text] == []
    assert [words for words in case.hidden if words in text] == []


@pytest.mark.promise("under-18")
@pytest.mark.parametrize("case", [case for case in CASES if case.is_minor], ids=str)
def test_nobody_is_asked_for_a_copy_of_a_childs_picture(client: CheckingClient, case: Case) -> None:
    """On the whole page, services, reports, laws and buttons as well."""
    assert list(requests(all_steps(client, case.sent))) == []


@pytest.mark.promise("under-18")
@pytest.mark.parametrize("case", [case for case in CASES if case.is_minor], ids=str)
def test_a_childs_case_names_no_service_and_no_site_for_adults(
    client: CheckingClient, library: Library, case: Case
) -> None:
    """By no name, in no text and no source."""
    text = all_steps(client, case.sent)
    services = {one.name for one in library.services if one.who is ForWhom.ADULT}
    sites = {one.name for one in library.platforms if one.kind in (PlatformKind.ADULT, PlatformKind.DATING)}
    assert [name for name in services | sites if name in text] == []
    assert [word for word in ADULT_SITE_WORDS if word in text.lower()] == []
    assert "Revenge Porn Helpline" not in text


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_law_is_information_with_the_day_it_was_checked(client: CheckingClient, case: Case) -> None:
    """Every page with a law says that it is no legal advice."""
    text = all_steps(client, case.sent)
    assert "information, not legal advice" in text
    assert "checked 2" in text
