"""Each look from outside, at this copy of the app with something wrong on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from safety.config import MEBIBYTE
from safety.web.doctor import outside
from safety.web.doctor.asking import Answer, Ask, NotAsked, Site, of_app
from safety.web.doctor.finding import Grade
from safety.web.doctor.outside import Visit

SITE = Site.read("https://site.org")
Headers = dict[str, str]


@pytest.fixture(scope="module")
def app(own: Flask) -> Ask:
    """What the app says; the same question has the same answer, so it is made once."""
    really, said = of_app(own, SITE), dict[tuple[str, frozenset[tuple[str, str]]], Answer]()

    def ask(path: str, headers: Headers) -> Answer:
        question = (path, frozenset(headers.items()))
        if question not in said:
            said[question] = really(path, headers)
        return said[question]

    return ask


@pytest.fixture
def visit(app: Ask) -> Visit:
    """A look at a site where all is well."""

    def ask(path: str, headers: Headers) -> Answer:
        # The proxy in between replaces what a visitor says of forwarding.
        answer = app(path, {name: value for name, value in headers.items() if not name.startswith("X-Forwarded-")})
        dated = "Date" in dict(answer.headers)
        return answer if dated else with_header(answer, "Date", now().strftime("%a, %d %b %Y %H:%M:%S GMT"))

    return Visit(SITE, ask, lead_to_https, begin, app, 32 * MEBIBYTE, now)


def now() -> datetime:
    """The time, as the doctor is told it."""
    return datetime.now(UTC)


def lead_to_https(path: str, headers: Headers) -> Answer:
    """Plain http that leads on."""
    return Answer(308, (("Location", f"https://site.org{path}"),))


def begin(path: str, announced_bytes: int, wait_seconds: float) -> Answer | None:
    """A site that refuses at once what is too large, and waits for all else."""
    too_large = announced_bytes > 33 * MEBIBYTE
    return Answer(413, (("Content-Security-Policy", "default-src 'none'"),)) if too_large else None


def with_header(answer: Answer, name: str, value: str) -> Answer:
    """``answer`` with one header in another value; without it where that is ''."""
    kept = tuple(pair for pair in answer.headers if pair[0].lower() != name.lower())
    return replace(answer, headers=(*kept, (name, value)) if value else kept)


def faults(visit: Visit) -> list[tuple[str, Grade]]:
    """What is not fine."""
    return [(one.check, one.grade) for one in outside.check(visit) if one.grade is not Grade.FINE]


@dataclass
class Between:
    """Something on the way that changes answers; counts questions."""

    visit: Visit
    change: Callable[[Ask, str, Headers], Answer]
    asked: int = 0

    def __call__(self, path: str, headers: Headers) -> Answer:
        self.asked += 1
        return self.change(self.visit.ask, path, headers)


def test_a_good_site_is_fine_and_asked_little(visit: Visit) -> None:
    """Nothing is said against it, with some twenty questions."""
    between = Between(visit, lambda ask, path, headers: ask(path, headers))
    assert faults(replace(visit, ask=between)) == []
    assert between.asked < 25


def drop(name: str) -> Callable[[Ask, str, Headers], Answer]:
    """A proxy that drops a header."""
    return lambda ask, path, headers: with_header(ask(path, headers), name, "")


def small_headers(ask: Ask, path: str, headers: Headers) -> Answer:
    """nginx as it comes: large headers are answered with 502."""
    answer = ask(path, headers)
    return Answer(502, ()) if sum(len(value) for _, value in answer.headers) > 4096 else answer


def inject(ask: Ask, path: str, headers: Headers) -> Answer:
    """A network that puts a script into pages."""
    answer = ask(path, headers)
    return replace(answer, body=answer.body.replace(b"</body>", b"<script src=//x></script></body>"))


def every_host(ask: Ask, path: str, headers: Headers) -> Answer:
    """A proxy that writes a host of its own."""
    return ask(path, headers | {"Host": "site.org"})


def echo_host(ask: Ask, path: str, headers: Headers) -> Answer:
    """A proxy that leads any name to https."""
    host = headers.get("Host", "site.org")
    return ask(path, headers) if host == "site.org" else Answer(301, (("Location", f"https://{host}/"),))


def believe(ask: Ask, path: str, headers: Headers) -> Answer:
    """A site that believes what a visitor says of its host."""
    host = headers.get("X-Forwarded-Host")
    return Answer(400, ()) if host else ask(path, headers)


def no_compression(ask: Ask, path: str, headers: Headers) -> Answer:
    """A proxy that keeps Accept-Encoding."""
    return ask(path, headers | {"Accept-Encoding": "identity"})


def forget_tags(ask: Ask, path: str, headers: Headers) -> Answer:
    """A proxy that keeps If-None-Match."""
    return ask(path, {name: value for name, value in headers.items() if name != "If-None-Match"})


def small_requests(ask: Ask, path: str, headers: Headers) -> Answer:
    """A proxy that takes small cookies only."""
    return Answer(400, ()) if len(headers.get("Cookie", "")) > 4096 else ask(path, headers)


def keep_leave(ask: Ask, path: str, headers: Headers) -> Answer:
    """A cache that keeps what says no-store."""
    return ask(path, headers | {"Sec-Purpose": "prefetch"}) if path == "/leave" else ask(path, headers)


def mark_cached(ask: Ask, path: str, headers: Headers) -> Answer:
    """A cache that says how old its answer is."""
    return with_header(ask(path, headers), "Age", "7") if path == "/check" else ask(path, headers)


def old_files(ask: Ask, path: str, headers: Headers) -> Answer:
    """A cache that changes style sheets."""
    answer = ask(path, headers)
    return replace(answer, body=answer.body + b"/**/") if path.endswith(".css") else answer


def other_release(ask: Ask, path: str, headers: Headers) -> Answer:
    """A site of another version."""
    answer = ask(path, headers)
    return Answer(404, ()) if path.endswith(".css") else replace(answer, body=answer.body.replace(b"/static/", b"/s/"))


def lost_health(ask: Ask, path: str, headers: Headers) -> Answer:
    """A proxy that answers an address itself."""
    return replace(ask(path, headers), status=404) if path == "/healthz" else ask(path, headers)


def expired(ask: Ask, path: str, headers: Headers) -> Answer:
    """An old security.txt."""
    answer = ask(path, headers)
    return replace(answer, body=b"Expires: 2020-01-01T00:00:00Z\n") if path.endswith("security.txt") else answer


def wrong_scheme(ask: Ask, path: str, headers: Headers) -> Answer:
    """A proxy that does not say that it was https."""
    answer = ask(path, headers)
    plain = replace(answer, body=answer.body.replace(b"https://site.org", b"http://site.org"))
    return plain if path.endswith("security.txt") else answer


def slow_clock(ask: Ask, path: str, headers: Headers) -> Answer:
    """A machine whose clock stands still."""
    return with_header(ask(path, headers), "Date", "Mon, 02 Mar 2020 00:00:00 GMT")


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (drop("X-Frame-Options"), "headers"),
        (drop("Cache-Control"), "headers"),
        (drop("Strict-Transport-Security"), "headers"),
        (drop("ETag"), "pages"),
        (small_headers, "pages"),
        (inject, "pages"),
        (no_compression, "pages"),
        (no_compression, "static files"),
        (forget_tags, "pages"),
        (every_host, "wrong host"),
        (echo_host, "wrong host"),
        (believe, "forwarding"),
        (small_requests, "large cookies"),
        (keep_leave, "cache"),
        (mark_cached, "cache"),
        (old_files, "static files"),
        (other_release, "release"),
        (lost_health, "health"),
        (expired, "security.txt"),
        (wrong_scheme, "address"),
        (slow_clock, "outside clock"),
    ],
)
def test_each_fault_on_the_way_is_found(visit: Visit, change: Callable[..., Answer], check: str) -> None:
    """One that misbehaves in one way is told under that name."""
    assert (check, Grade.WRONG) in faults(replace(visit, ask=Between(visit, change)))


def test_a_proxy_that_says_nothing_to_strangers_is_fine(visit: Visit) -> None:
    """Caddy answers a name that is not in its file with 200 and no byte: nobody gets a page."""

    def silent(ask: Ask, path: str, headers: Headers) -> Answer:
        return ask(path, headers) if headers.get("Host", "site.org") == "site.org" else Answer(200, ())

    assert faults(replace(visit, ask=Between(visit, silent))) == faults(visit)


@pytest.mark.parametrize("status", [400, 421, 404, 500, 502, 301])
def test_a_start_page_that_does_not_come_ends_the_look(visit: Visit, status: int) -> None:
    """It says so once, and asks no more."""
    between = Between(visit, lambda ask, path, headers: Answer(status, (("Location", "https://other.org/"),)))
    found = [one for one in outside.check(replace(visit, ask=between)) if one.grade is Grade.WRONG]
    assert len(found) == 1
    assert between.asked == 2


def nobody(path: str, headers: Headers) -> Answer:
    """Nobody answers."""
    raise NotAsked("the certificate is not good: it has expired")


def test_a_site_that_cannot_be_asked_says_why(visit: Visit) -> None:
    """A bad certificate is one fault, with its reason."""
    found = list(outside.check(replace(visit, ask=nobody)))
    assert [one.grade for one in found] == [Grade.WRONG]
    assert "it has expired" in found[0].says


def test_a_check_without_an_answer_is_not_guessed(visit: Visit) -> None:
    """A connection that breaks in one check is said there, and the others go on."""

    def break_off(ask: Ask, path: str, headers: Headers) -> Answer:
        return nobody(path, headers) if "Cookie" in headers else ask(path, headers)

    assert faults(replace(visit, ask=Between(visit, break_off))) == [("large cookies", Grade.LOOK)]


@pytest.mark.parametrize(
    ("answer", "grade"),
    [
        (Answer(308, (("Location", "https://site.org/"),)), Grade.FINE),
        (Answer(301, (("Location", "https://other.org/"),)), Grade.WRONG),
        (Answer(301, (("Location", "http://10.0.0.1/"),)), Grade.WRONG),
        (Answer(200, ()), Grade.WRONG),
    ],
)
def test_plain_http_has_to_lead_to_https(visit: Visit, answer: Answer, grade: Grade) -> None:
    """To this very site and nowhere else; the redirect is read and not followed."""
    found = list(outside.redirect(replace(visit, ask_plainly=lambda path, headers: answer)))
    assert [one.grade for one in found] == [grade]


def test_no_plain_http_is_worth_a_look(visit: Visit) -> None:
    """It is safe, and some visitors find nothing."""
    assert [one.grade for one in outside.redirect(replace(visit, ask_plainly=nobody))] == [Grade.LOOK]
    elsewhere = replace(visit, site=Site.read("https://site.org:8443"))
    assert list(outside.redirect(elsewhere)) == []


@pytest.mark.parametrize(
    ("address", "grade"),
    [("https://site.org", Grade.FINE), ("http://127.0.0.1:8000", Grade.LOOK), ("http://site.org", Grade.WRONG)],
)
def test_visitors_need_https(visit: Visit, address: str, grade: Grade) -> None:
    """Plain http is for a try on this machine."""
    assert [one.grade for one in outside.encrypted(replace(visit, site=Site.read(address)))] == [grade]


def always(answer: Answer | None) -> Callable[[str, int, float], Answer | None]:
    """Who answers every upload alike."""
    return lambda path, announced_bytes, wait_seconds: answer


@pytest.mark.parametrize(
    ("answer", "grades"),
    [
        (Answer(413, (("Server", "proxy"),)), [Grade.WRONG, Grade.LOOK]),
        (None, [Grade.FINE, Grade.LOOK]),
    ],
)
def test_what_happens_to_uploads_is_seen_or_said_not_to_be(
    visit: Visit, answer: Answer | None, grades: list[Grade]
) -> None:
    """A proxy that refuses early, and one that collects everything first; neither is guessed to use its disk."""
    assert [one.grade for one in outside.uploads(replace(visit, begin=always(answer)))] == grades


def test_a_copy_that_does_not_start_compares_nothing(visit: Visit) -> None:
    """Without a measure there is no comparison, and it says so; the rest is looked at."""
    assert faults(replace(visit, app=None)) == [("headers", Grade.LOOK)]


def test_a_clock_that_is_not_told_is_not_guessed(visit: Visit) -> None:
    """Without a Date there is nothing to compare."""
    silent = replace(visit, ask=Between(visit, drop("Date")))
    assert ("outside clock", Grade.LOOK) in faults(silent)
    late = replace(visit, now=lambda: now() + timedelta(hours=2))
    assert ("outside clock", Grade.WRONG) in faults(late)
