"""Deadlines by the clock and the calendar, and what is handed out: table, calendar, document."""

from __future__ import annotations

import base64
import codecs
import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.case_page import CasePage
from tests.browser.served import Site
from tests.help.case import samples

# Clocks there go forward on 29 March 2026 and back on 25 October.
ZONE = "Europe/Berlin"
HOURS_48 = {"id": "hours", "hours": 48, "days": 0, "starts": "request"}
DAYS_30 = {"id": "days", "hours": 0, "days": 30, "starts": "request"}
MONTH = {"id": "month", "hours": 0, "days": 0, "months": 1, "starts": "request"}
REGULATOR = {"id": "regulator", "hours": 24, "days": 0, "starts": "regulator"}
NO_TIME = {"id": "none", "hours": 0, "days": 0, "starts": ""}
SENT, JANUARY = "2026-06-01T12:00:00Z", "2026-01-31T12:00:00Z"
LAWS = [HOURS_48, DAYS_30, MONTH, REGULATOR, NO_TIME]
STAND = """
let made = c.add(c.newCase("", c.mark()), "report", { to: "a", ...it.fields }, c.mark());
const law = it.laws.find(({ id }) => id === it.fields.law);
const { state, due, next } = c.deadlineOf(made.entries[0], law, new Date(it.now));
return [state, due?.at ?? null, next];
"""
FULL = """
let made = c.read(it.text);
if (it.hostile) made = c.add(made, "said", { words: it.hostile }, c.mark());
"""


@pytest.fixture(scope="module")
def engine(browser: Browser, site: Site) -> Iterator[CasePage]:
    """The engine in a browser whose clocks are those of Berlin; it keeps nothing between two calls."""
    context = browser.new_context(base_url=site.url, timezone_id=ZONE)
    yield CasePage(context.new_page(), site)
    context.close()


@pytest.mark.parametrize(
    ("law", "start", "at", "day"),
    [
        (HOURS_48, "2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z", ""),
        (HOURS_48, "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z", ""),
        (HOURS_48, "2026-12-31T23:59:59Z", "2027-01-02T23:59:59Z", ""),
        (DAYS_30, "2026-02-27T22:30:00Z", "2026-03-29T22:00:00Z", "2026-03-29"),
        # By then it is the next day in Berlin.
        (DAYS_30, "2026-02-27T23:30:00Z", "2026-03-30T22:00:00Z", "2026-03-30"),
        (MONTH, "2026-01-31T12:00:00Z", "2026-02-28T23:00:00Z", "2026-02-28"),
        (MONTH, "2028-01-31T12:00:00Z", "2028-02-29T23:00:00Z", "2028-02-29"),
        (MONTH, "2026-02-28T12:00:00Z", "2026-03-28T23:00:00Z", "2026-03-28"),
        (MONTH, "2026-12-31T12:00:00Z", "2027-01-31T23:00:00Z", "2027-01-31"),
        (MONTH, "2026-10-05T12:00:00Z", "2026-11-05T23:00:00Z", "2026-11-05"),
    ],
)
def test_when_an_answer_is_due(engine: CasePage, law: dict[str, Any], start: str, at: str, day: str) -> None:
    """48 hours are 48 hours when clocks change; a month ends with the last day there is."""
    assert engine.run("return c.dueAt(it[0], it[1]);", [law, start]) == {"at": at, "day": day}


@pytest.mark.parametrize(
    ("fields", "now", "found"),
    [
        ({"law": "hours", "sent": SENT}, "2026-06-02T12:00:00Z", ["running", "2026-06-03T12:00:00Z", "wait"]),
        ({"law": "hours", "sent": SENT}, "2026-06-03T11:59:59Z", ["due", "2026-06-03T12:00:00Z", "look"]),
        ({"law": "hours", "sent": SENT}, "2026-06-03T12:00:00Z", ["passed", "2026-06-03T12:00:00Z", "complain"]),
        ({"law": "month", "sent": JANUARY}, "2026-02-27T23:30:00Z", ["due", "2026-02-28T23:00:00Z", "look"]),
        ({"law": "month", "sent": JANUARY}, "2026-02-28T23:00:00Z", ["passed", "2026-02-28T23:00:00Z", "complain"]),
        ({"law": "hours"}, SENT, ["not-started", None, "start"]),
        ({"law": "regulator", "sent": SENT}, "2026-06-09T12:00:00Z", ["not-started", None, "start"]),
        ({"law": "regulator", "sent": JANUARY, "starts": SENT}, SENT, ["running", "2026-06-02T12:00:00Z", "wait"]),
        ({"law": "none", "sent": SENT}, SENT, ["none", None, ""]),
        ({"law": "", "sent": SENT}, SENT, ["none", None, ""]),
        ({"law": "gone-law", "sent": SENT}, SENT, ["none", None, ""]),
        ({"law": "hours", "sent": SENT, "state": "done"}, SENT, ["closed", "2026-06-03T12:00:00Z", ""]),
        ({"law": "hours", "sent": SENT, "state": "refused"}, SENT, ["closed", "2026-06-03T12:00:00Z", "complain"]),
    ],
)  # fmt: skip
def test_how_a_report_stands(engine: CasePage, fields: dict[str, str], now: str, found: list[str | None]) -> None:
    """Each state with its moment and the next step; a clock that a regulator starts is not started by a report."""
    assert engine.run(STAND, {"fields": fields, "now": now, "laws": LAWS}) == found


def test_reminders_by_the_calendar(engine: CasePage) -> None:
    """A month after the 31st is the last day; the day is that of this device."""
    script = """
      const now = new Date("2026-06-01T22:30:00Z");
      const state = (day, isDone = false) => c.reminderState({ fields: { day, isDone } }, now);
      return [c.dayAfter("2026-01-31", { months: 1 }), c.dayAfter("2026-10-24", { days: 7 }),
        c.dayAfter("2026-11-30", { months: 3 }), state("2026-06-01"), state("2026-06-02"), state("2026-06-03"),
        state("2026-06-01", true)];
    """
    found = ["2026-02-28", "2026-10-31", "2027-02-28", "passed", "today", "to-come", "done"]
    assert engine.run(script) == found


def test_typed_times_come_back_as_typed(engine: CasePage) -> None:
    """Summer and winter; an hour that does not exist does not break anything."""
    script = "return it.map((typed) => [c.momentTyped(typed), c.typedMoment(c.momentTyped(typed))]);"
    typed = ["2026-06-01T12:00", "2026-12-01T12:00", "", "nonsense"]
    assert engine.run(script, typed) == [
        ["2026-06-01T10:00:00Z", "2026-06-01T12:00"], ["2026-12-01T11:00:00Z", "2026-12-01T12:00"], ["", ""], ["", ""],
    ]  # fmt: skip


@pytest.mark.parametrize("hostile", ["=1+1", "+1", "-1", "@a", '=HYPERLINK("http://a")', "\uff1d1", "|a", "%0A"])
@pytest.mark.attack("V1.3.3", "has the table of a case file run a formula in a spreadsheet")
def test_the_table_holds_no_formula(engine: CasePage, hostile: str) -> None:
    """A spreadsheet shows what was said as text; everything else is there as it was written."""
    # `text()` would leave out the mark of order.
    script = FULL + "return c.text64(await c.table(made, (code) => code).arrayBuffer());"
    content = base64.b64decode(engine.run(script, {"text": samples.GOOD["adult"], "hostile": hostile}))
    assert content.startswith(codecs.BOM_UTF8)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["words"] for row in rows if row["kind"] == "said"] == [samples.FIELDS["said"]["words"], f"'{hostile}"]
    (link,) = (row for row in rows if row["kind"] == "link")
    assert (link["address"], link["note"]) == (samples.FIELDS["link"]["address"], "first\nsecond")
    (report,) = (row for row in rows if row["kind"] == "report")
    assert report["links"] == link["address"]
    assert [row["text"] for row in rows if row["kind"] == "note"] == [f"It began. {samples.CANARY}", "I told someone."]


def test_the_calendar_tells_when_and_nothing_else(engine: CasePage) -> None:
    """UTC, an alarm each, lines of 75 octets, and no word of the case; nothing that is over."""
    script = (
        FULL
        + """
      made = c.add(made, "reminder", { day: "2026-11-30", what: "secret words" }, c.mark());
      made = c.add(made, "reminder", { day: "2026-11-29", isDone: true }, c.mark());
      made = c.add(made, "reminder", { day: "2026-11-01" }, c.mark());
      const now = new Date("2026-11-24T08:00:00Z");
      const laws = [{ ...it.law, id: "us-take-it-down-act" }];
      const empty = c.calendar(c.newCase("", c.mark()), laws, "Notes", now);
      return [await c.calendar(made, laws, it.title, now).text(), empty];
    """
    )
    title = "Ważne, „notatki”; " + "długie " * 10
    text, empty = engine.run(script, {"text": samples.GOOD["adult"], "law": HOURS_48, "title": title})
    assert empty is None
    for secret in (samples.CANARY, "example", "secret", "someone", "take-it-down", "http", "report", "Unshared"):
        assert secret.lower() not in text.lower()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    unfolded = text.replace("\r\n ", "").split("\r\n")
    starts = [line for line in unfolded if line.startswith("DTSTART")]
    assert starts == ["DTSTART:20261125T093000Z", "DTSTART:20261130T090000Z", "DTSTART:20270228T090000Z"]
    assert unfolded.count("TRIGGER:PT0M") == 3
    escaped = title.strip().replace(",", "\\,").replace(";", "\\;")
    assert unfolded.count(f"SUMMARY:{escaped} ") + unfolded.count(f"SUMMARY:{escaped}") == 3
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert unfolded[-2:] == ["END:VCALENDAR", ""]


@pytest.mark.parametrize(
    ("text", "reader", "has"),
    [
        ("adult", "police", ["links", "accounts", "said", "reports", "files", "diary"]),
        ("adult", "lawyer", ["links", "accounts", "said", "reports", "files", "diary"]),
        ("adult", "service", ["links", "accounts", "reports"]),
        ("adult", "hotline", ["links", "accounts", "said", "reports", "files", "diary"]),
        ("under 18", "police", ["links", "accounts", "said", "reports", "diary"]),
        ("under 18", "hotline", ["links", "accounts", "reports"]),
    ],
)
def test_each_reader_gets_what_is_needed(engine: CasePage, text: str, reader: str, has: list[str]) -> None:
    """And no more: a takedown service reads no diary, and a hotline is for the pictures of people under 18."""
    script = FULL + "return c.documentOf(made, it.reader, it.laws, new Date('2026-11-24T08:00:00Z'));"
    laws = [HOURS_48 | {"id": "us-take-it-down-act"}]
    document = engine.run(script, {"text": samples.GOOD[text], "reader": reader, "laws": laws})
    names = ["links", "accounts", "said", "reports", "files", "diary"]
    assert [name for name in names if document[name]] == has
    assert document["isUnder18"] is (text == "under 18")
    (report,) = document["reports"]
    assert [link["fields"]["address"] for link in report["links"]] == [samples.FIELDS["link"]["address"]]
    assert report["deadline"]["state"] == "running"
    last = samples.case()["diary"][-1]["hash"] if "diary" in has else ""
    assert document["fingerprint"] == last


def test_events_stand_in_order(engine: CasePage) -> None:
    """What has no time comes last."""
    script = """
      let made = c.add(c.newCase("", c.mark()), "said", { words: "a" }, c.mark());
      const day = (date) => `2026-06-0${date}T00:00:00Z`;
      made = c.add(made, "report", { to: "b", sent: day(2), answered: day(9) }, c.mark());
      made = c.add(made, "link", { address: "d", seen: day(1), looked: day(5) }, c.mark());
      return c.eventsOf(made.entries).map(({ what }) => what);
    """
    assert engine.run(script) == ["seen", "sent", "looked", "answered", "heard"]
