"""What is said of an answer that is not as it was sent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from safety.web.doctor import arriving
from safety.web.doctor.arriving import Pair
from safety.web.doctor.asking import Answer
from safety.web.doctor.finding import Grade

POLICY = "script-src site.org/static/0123456789ab/js/one.js; connect-src 'none'"
SENT = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("X-Frame-Options", "DENY"),
    ("Content-Security-Policy", POLICY),
    ("Strict-Transport-Security", "max-age=31536000"),
    ("Date", "Mon, 23 Nov 2026 20:00:00 GMT"),
)
Header = tuple[str, str]


def said(*headers: Header) -> list[tuple[Grade, str]]:
    """What is found when ``headers`` arrive instead of those that were sent."""
    pair = Pair("/photos", Answer(200, SENT), Answer(200, headers))
    return [(one.grade, f"{one.says} {one.do}") for one in arriving.compare([pair])]


def changed(name: str, *values: str) -> list[Header]:
    """The headers as sent, with those of ``name`` in other values."""
    return [pair for pair in SENT if pair[0] != name] + [(name, value) for value in values]


@pytest.mark.parametrize(
    "headers",
    [
        SENT,
        tuple((name.lower(), value) for name, value in reversed(SENT)),
        (*SENT, ("Connection", "close"), ("Transfer-Encoding", "chunked"), ("Alt-Svc", "h3"), ("Server", "")),
        (*changed("Content-Type", "text/html;charset=UTF-8"),),
        (*changed("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),),
        (*changed("Date", "Mon, 23 Nov 2026 20:00:05 GMT"),),
    ],
)
def test_what_makes_no_difference_is_fine(headers: tuple[Header, ...]) -> None:
    """Order, letters, and what everybody on the way writes anew."""
    assert [grade for grade, _ in said(*headers)] == [Grade.FINE]


@pytest.mark.parametrize(
    ("headers", "words"),
    [
        (changed("X-Frame-Options"), "X-Frame-Options does not arrive on /photos"),
        (changed("X-Frame-Options", "SAMEORIGIN"), "X-Frame-Options arrives as 'SAMEORIGIN' on /photos"),
        (changed("X-Frame-Options", "DENY", "DENY"), "X-Frame-Options arrives twice on /photos"),
        (changed("Content-Security-Policy", "default-src *"), "Content-Security-Policy arrives changed"),
        (
            changed("Content-Security-Policy", POLICY.replace("site.org", "127.0.0.1:8000")),
            "names the host 127.0.0.1:8000; visitors ask site.org",
        ),
        (changed("Strict-Transport-Security"), "does not know that visitors use https"),
        (changed("Strict-Transport-Security", "max-age=300"), "arrives as 'max-age=300'"),
        ([*SENT, ("Set-Cookie", "lb=1")], "Set-Cookie: lb=1 is added"),
        ([*SENT, ("NEL", "{}")], "Nel: {} is added"),
        ([*SENT, ("Access-Control-Allow-Origin", "*")], "Access-Control-Allow-Origin: * is added"),
    ],
)
def test_each_difference_is_a_fault(headers: list[Header], words: str) -> None:
    """Dropped, changed, doubled, or added where it does harm."""
    faults = [sentence for grade, sentence in said(*headers) if grade is Grade.WRONG]
    assert len(faults) == 1
    assert words in faults[0]


@pytest.mark.parametrize("name", ["Server", "X-Powered-By", "CF-Ray", "X-Cache"])
def test_what_else_is_added_is_worth_a_look(name: str) -> None:
    """It does no harm by itself, and a person can tell."""
    assert sorted(grade for grade, _ in said(*SENT, (name, "x/1.2"))) == [Grade.FINE, Grade.LOOK]


def test_a_fault_on_many_pages_is_said_once() -> None:
    """With the first pages and the number of the others."""
    pairs = [Pair(f"/{number}", Answer(200, SENT), Answer(200, ())) for number in range(5)]
    found = list(arriving.compare(pairs))
    assert len(found) == len(SENT) - 1
    assert all("/0, /1, /2 and 2 more" in one.says for one in found)


def test_nothing_odd_is_printed() -> None:
    """What a site sends is shortened, and steers no terminal."""
    found = said(*SENT, ("X-Odd", "\x1b[31m" + "a" * 500))
    assert "\x1b" not in found[0][1]
    assert len(found[0][1]) < 200


def test_another_release_alone_makes_no_difference() -> None:
    """Its name is put aside before headers and pages are compared."""
    theirs = Answer(200, (("A", "/static/ffffffffffff/x"),), b'"/static/ffffffffffff/x"')
    ours = Answer(200, (("A", "/static/0123456789ab/x"),), b'"/static/0123456789ab/x"')
    assert arriving.release(theirs) == "ffffffffffff"
    assert arriving.of_release(theirs, "ffffffffffff", "0123456789ab") == ours
    assert arriving.of_release(ours, "", "0123456789ab") == ours


def test_a_changed_page_is_a_fault_of_the_same_release_only() -> None:
    """A script that is put in on the way is found; an older site may simply say other things."""
    pair = Pair("/", Answer(200, (), b"page"), Answer(200, (), b"page<script>"))
    assert arriving.page(pair, is_same_release=True).grade is Grade.WRONG
    assert arriving.page(pair, is_same_release=False).grade is Grade.LOOK
    assert arriving.page(Pair("/", pair.ours, pair.ours), is_same_release=True).grade is Grade.FINE


@pytest.mark.parametrize(
    ("header", "is_kept"),
    [
        (("Age", "12"), True),
        (("Age", "0"), False),
        (("X-Cache", "HIT from proxy"), True),
        (("X-Cache", "MISS"), False),
        (("CF-Cache-Status", "HIT"), True),
        (("CF-Cache-Status", "DYNAMIC"), False),
        (("Cache-Status", "edge; hit"), True),
        (("Cache-Status", "edge; fwd=miss"), False),
    ],
)
def test_signs_of_a_cache_are_read(header: Header, is_kept: bool) -> None:
    """A private page that is older than its question, or said to be from a cache."""
    found = list(arriving.kept(Answer(200, ()), Answer(200, (header,)), "/check"))
    assert bool(found) == is_kept


def test_clocks_are_read_from_the_answer() -> None:
    """How far it is ahead, or that it does not say."""
    now = datetime(2026, 11, 23, 19, 58, tzinfo=UTC)
    assert arriving.seconds_ahead(Answer(200, SENT), now) == 120
    assert arriving.seconds_ahead(Answer(200, ()), now) is None
    assert arriving.seconds_ahead(Answer(200, (("Date", "soon"),)), now) is None
