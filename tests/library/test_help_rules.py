"""Each rule for the tables of help: one thing broken in a good row gives the fault, in the line of its key."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from safety.library import help_rules
from safety.library.build import Builder
from safety.library.document import read
from safety.library.faults import Fault
from safety.library.help_schema import Country, Law, Platform, Received, Service
from tests.library.conftest import Copy

COMMON = 'confidence = "high"\nreviewed = 2026-11-23\nsource_title = "A"\nsource_url = "https://a.example/"\n'
SERVICE = """[[rows]]
id = "a-line"
name = "A line"
what = "Listens."
who = "anyone"
countries = ["NZ"]
url = "https://a.example/"
phone = "0800 376 633"
write = ""
hours = ""
languages = ""
cost = "free"
needs = "Nothing."
know = ""
helps = ["talk"]
ways = ["phone"]
speaks = ["en", "mul"]
"""
PLATFORM = """[[rows]]
id = "an-app"
name = "An app"
kind = "social"
report = "Look for 'Report'."
report_url = "https://a.example/"
minor = "Give the link to the hotline."
minor_url = ""
fake = ""
fake_url = ""
asks = "The link."
time = "The page names no time."
stopncii = "no"
take_it_down = "no"
encrypted = "no"
know = ""
"""
LAW = """[[rows]]
id = "a-law"
name = "A law"
place = "New Zealand"
countries = ["NZ"]
age = ["under-18", "adult"]
status = "in-force"
covers = "Private pictures."
asks = ["The link"]
deadline = "48 hours."
hours = 48
days = 0
months = 0
starts = "request"
enforced_by = "Courts."
then = "Ask the court."
then_url = "https://a.example/"
know = ""
"""
COUNTRY = """[[rows]]
code = "NZ"
name = "New Zealand"
reviewed = 2026-11-23
police = "111"
medical = "111"
other = ["105 (not urgent)"]
note = ""
confidence = "high"
source_url = "https://a.example/"
[[rows.lines]]
kind = "no-voice"
name = "A line"
who = "anyone"
phone = "0800 376 633"
other_phones = []
text = ["234"]
chat_url = ""
hours = ""
languages = ""
cost = ""
note = ""
source_url = "https://a.example/"
source_year = 2026
confidence = "high"
"""
RECEIVED = '[[rows]]\ncode = "NZ"\nrule = "ask-first"\nwords = "Ask the police."\n'
GOOD: dict[str, tuple[type[Any], str]] = {
    "service": (Service, SERVICE + COMMON),
    "platform": (Platform, PLATFORM + COMMON),
    "law": (Law, LAW + COMMON),
    "country": (Country, COUNTRY.replace("rows", "countries")),
    "received": (Received, RECEIVED + COMMON),
}
# which row, what is replaced (a line's beginning), by what, the key in whose line the fault is, words of the fault
BROKEN = {
    "no words": ("service", "what =", 'what = ""', "what", "what is empty"),
    "no country": ("law", "countries =", "countries = []", "countries", "countries is empty"),
    "no source": ("service", "source_url =", 'source_url = ""', "source_url", "source_url is empty"),
    "no title": ("law", "source_title =", 'source_title = ""', "source_title", "source_title is empty"),
    "no way in for a child": ("platform", "minor =", 'minor = ""', "minor", "minor is empty"),
    "an id with a space": ("service", "id =", 'id = "A line"', "id", "is no id"),
    "a day before us": ("law", "reviewed =", "reviewed = 2016-11-23", "reviewed", "Nobody looked in 2016"),
    "plain http": ("service", "url =", 'url = "http://a.example/"', "url", "url: The address is not https"),
    "http in a way in": ("platform", "minor_url =", 'minor_url = "http://a.example/"', "minor_url", "not https"),
    "http in the next step": ("law", "then_url =", 'then_url = "http://a.example/"', "then_url", "not https"),
    "http in a chat": ("country", "chat_url =", 'chat_url = "http://a.example/"', "chat_url", "not https"),
    "a page that repeats": ("law", "source_url =", 'source_url = "https://groundy.com/x"', "source_url", "groundy.com"),
    "no such country": ("law", "countries =", 'countries = ["UK"]', "countries", "'UK' is no country"),
    "no such country of advice": ("received", "code =", 'code = "XX"', "code", "'XX' is no country"),
    "no such language": ("service", "speaks =", 'speaks = ["english"]', "speaks", "'english' is no language"),
    "a figure too few": ("service", "phone =", 'phone = "0800 37"', "phone", "cannot be dialled in NZ"),
    "a police number": ("country", "police =", 'police = "1111111111111"', "police", "cannot be dialled in NZ"),
    "another number": ("country", "other =", 'other = ["ask"]', "other", "'ask' cannot be dialled"),
    "a helpline": ("country", "phone =", 'phone = "08"', "phone", "'08' cannot be dialled in NZ"),
    "a text": ("country", "text =", 'text = ["HELP"]', "text", "'HELP' cannot be dialled"),
    "two clocks": ("law", "days =", "days = 2", "hours", "counted once"),
    "a clock that runs back": ("law", "months =", "months = -1", "hours", "counted once"),
    "a clock without a start": ("law", "starts =", 'starts = ""', "starts", "A time has a start"),
    "a start without a clock": ("law", "hours =", "hours = 0", "starts", "A time has a start"),
    "a clock of a law to come": ("law", "status =", 'status = "coming"', "status", "not in force"),
    "a clock of no law": ("law", "status =", 'status = "not-law"', "status", "not in force"),
    "no words for the time": ("law", "deadline =", 'deadline = ""', "then", "when the time has passed"),
    "nothing to ask with": ("law", "asks =", "asks = []", "asks", "what a request has to hold"),
    "an address without words": ("platform", "fake_url =", 'fake_url = "https://a.io/"', "fake_url", "without words"),
    "a copy asked of a child": ("service", "needs =", 'needs = "Send the picture."', "needs", "asks someone under 18"),
    "a copy in a report": ("platform", "minor =", 'minor = "Save the picture."', "minor", "asks someone under 18"),
    "a copy in a law": ("law", "asks =", 'asks = ["Attach the picture"]', "asks", "asks someone under 18"),
    "a copy in advice": ("received", "words =", 'words = "Keep the picture."', "words", "asks someone under 18"),
    "a copy in a note": ("country", "note =", 'note = "Print the photo."', "note", "asks someone under 18"),
}  # fmt: skip


def faults(tmp_path: Path, kind: type[Any], text: str) -> list[Fault]:
    """What the rules say of the rows of a table."""
    path = tmp_path / "a.toml"
    path.write_text(text, encoding="utf-8")
    document = read(path, tmp_path)
    builder = Builder(document)
    key = next(iter(document.table))
    rows = builder.rows(kind, document.table[key], document.region, key)
    assert builder.faults == []
    return list(help_rules.of_rows(document, rows))


@pytest.mark.parametrize("name", GOOD)
def test_a_good_row_has_no_fault(tmp_path: Path, name: str) -> None:
    """What the other tests break is whole before."""
    kind, text = GOOD[name]
    assert faults(tmp_path, kind, text) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_row(tmp_path: Path, name: str) -> None:
    """Authors see the line, what is wrong and what to write."""
    which, start, line, key, words = BROKEN[name]
    kind, text = GOOD[which]
    text, count = re.subn(rf"^{re.escape(start)}.*", line, text, count=1, flags=re.MULTILINE)
    assert count == 1
    (fault,) = faults(tmp_path, kind, text)
    assert words in fault.what
    assert fault.write
    assert text.split("\n")[fault.line - 1].startswith(f"{key} =")


def test_a_service_that_nobody_can_reach(tmp_path: Path) -> None:
    """An address, a number or words on how to write; or a door."""
    text = re.sub(r"^(url|phone) = .*", r'\1 = ""', SERVICE + COMMON, flags=re.MULTILINE)
    assert [fault.what for fault in faults(tmp_path, Service, text)] == ["Nobody can reach this service."]
    assert faults(tmp_path, Service, text.replace('ways = ["phone"]', 'ways = ["visit"]')) == []


def test_a_service_of_the_whole_world_has_an_american_number(tmp_path: Path) -> None:
    """Where no country is named, the number is read as the helplines of the world have theirs."""
    world = SERVICE.replace('["NZ"]', '["global"]').replace("0800 376 633", "1-800-843-5678") + COMMON
    assert faults(tmp_path, Service, world) == []
    assert len(faults(tmp_path, Service, world.replace('["global"]', '["global", "FR"]'))) == 1


def test_adults_may_be_asked(tmp_path: Path) -> None:
    """What only adults see may speak of proof and of copies."""
    text = (SERVICE + COMMON).replace('"anyone"', '"adult"').replace("Nothing.", "Send the picture.")
    assert faults(tmp_path, Service, text) == []


@pytest.mark.parametrize(
    ("file", "pattern", "line", "name"),
    [
        ("en/help/services.toml", r'^know = .*', 'know = "Ask StopNCII too."', "StopNCII"),
        ("en/help/platforms.toml", r'^minor = .*', 'minor = "As on Pornhub."', "Pornhub"),
        ("en/help/laws.toml", r'^know = .*', 'know = "See HateAid."', "HateAid"),
    ],
)  # fmt: skip
def test_nothing_for_adults_is_named_to_a_child(content: Copy, file: str, pattern: str, line: str, name: str) -> None:
    """The first row of each table can be shown to a child's case; the real content is read with these rules."""
    content.edit(file, pattern, line)
    (fault,) = content.faults()
    table = file.removeprefix("en/help/").removesuffix(".toml")
    assert (fault.file, fault.line) == (file, content.line(file, f"[[{table}]]"))
    assert f"names {name}, which is for adults" in fault.what


def test_the_real_tables_are_read_with_these_rules(content: Copy) -> None:
    """A number that cannot be dialled stops the site, with the file and the line."""
    content.edit("en/help/crisis.toml", r"^police = .*", 'police = "12345678901234567"')
    (fault,) = content.faults()
    assert (fault.file, fault.line) == ("en/help/crisis.toml", content.line("en/help/crisis.toml", "police = "))
