"""The page says of a finding or an error what the server and the command line say, word for word."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from safety.photos import words
from safety.photos.findings import SEVERITIES, Finding, Place, make_finding
from safety.photos.recognise import Format
from tests.browser.engine_page import address
from tests.browser.served import Site
from tests.photos import vectors

SAY = """async ([script, method, all]) => {
  const { PhotoWords } = await import(script);
  const { textOf } = await import(script.replace("photos/page", "parts"));
  const words = new PhotoWords(document.getElementById("words"), "en");
  const text = (said) => (typeof said === "string" ? said : textOf(said));
  return all.map((given) => text(words[method](...given)));
}"""
STORED = json.loads(vectors.FILE.read_text(encoding="utf-8"))
SIZES = (0, 1, 2, 999, 1_000, 999_999, 1_000_000, 3_450_000, 999_999_999, 1_000_000_000, 2_500_000_000)
ERROR_VALUES: list[dict[str, str]] = [
    {},
    {"bytes": "33554432"},
    *({"detail": detail} for detail in (*words.DETAILS, "never heard of")),
    *({"format": format_.value} for format_ in Format),
]
Say = Callable[..., list[str]]


@pytest.fixture
def say(page: Page, site: Site) -> Say:
    """What the words of the page say when this method is called with each of these."""
    page.goto("/photos")
    script = address(site, "js/photos/page/words.js")
    return lambda method, given: page.evaluate(SAY, [script, method, given])


def known_findings() -> list[Finding]:
    """Those of all samples, and each code without a value."""
    told = {json.dumps(one) for entry in STORED["samples"] for one in entry.get("findings", ())}
    found = [
        Finding(one["code"], one["severity"], Place(*one["place"]), one["bytes"], tuple(map(tuple, one["values"])))
        for one in map(json.loads, sorted(told))
    ]
    return found + [make_finding(code, Place("part", 0), 7_654_321) for code in SEVERITIES]


def as_in_script(finding: Finding) -> dict[str, Any]:
    """A finding as the engine of the browser gives it."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "place": finding.place._asdict(),
        "bytes": finding.bytes,
        "values": finding.values,
        "embedded": None,
    }


def test_every_finding_has_the_same_sentence(say: Say) -> None:
    """For all findings of the vectors, with their values, and for every code without."""
    findings = known_findings()
    assert {finding.code for finding in findings} == set(SEVERITIES)
    said = say("finding", [[as_in_script(finding)] for finding in findings])
    assert said == [words.finding_sentence(finding).text() for finding in findings]


def test_every_refusal_has_the_same_sentence(say: Say) -> None:
    """For each code with each kind of value."""
    cases = [(code, values) for code in words.ERRORS for values in ERROR_VALUES]
    said = say("refusal", [[{"code": code, "values": values}] for code, values in cases])
    assert said == [words.error_sentence(code, tuple(values.items())).text() for code, values in cases]


def test_the_rest_reads_the_same(say: Say) -> None:
    """Sizes, rounded down; what a clean copy keeps; and numbers, which are words when they are small."""
    assert say("size", [[size] for size in SIZES]) == [words.readable_size(size) for size in SIZES]
    assert say("say", [["kept", code] for code in words.KEPT]) == list(words.KEPT.values())
    titles = say("count", [["title", "photo", number] for number in (1, 4, 31)])
    assert titles == [f"This photo gives away {things}" for things in ("one thing", "four things", "31 things")]


def test_values_stay_values(page: Page, say: Say, site: Site) -> None:
    """Text from a file stands in an element of its own, is never a template and never a tag."""
    evil = "{size} <img src=x> \u202egpj"
    finding = as_in_script(make_finding("comment", Place("comment", 0), 1))
    finding["values"] = [["value", evil]]
    assert say("finding", [[finding]]) == [f"A comment: {evil}"]
    shown = page.evaluate(
        """async ([folder, finding]) => {
          const { PhotoWords } = await import(`${folder}/photos/page/words.js`);
          const { written } = await import(`${folder}/parts/stamp.js`);
          const said = new PhotoWords(document.getElementById("words"), "en").finding(finding);
          const element = written("p", said);
          return [element.textContent, element.querySelector("bdi").textContent, element.querySelectorAll("*").length];
        }""",
        [address(site, "js"), finding],
    )
    assert shown == [f"A comment: {evil}", evil, 1]
