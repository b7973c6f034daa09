"""Addresses in texts are told for themselves."""

import pytest

from safety.photos import inspect_bytes
from safety.photos.findings import Place, make_finding
from safety.photos.metadata.addresses import find_addresses
from tests.photos import samples


def told(code: str, text: str) -> list[tuple[str, str]]:
    """Code and value of what is found in one text."""
    finding = make_finding(code, Place("comment", 3), 9, value=text)
    return [(found.code, dict(found.values)["values"]) for found in find_addresses([finding])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("write to anna.b+x@mail.example.org.", [("contact", "anna.b+x@mail.example.org")]),
        ("see https://example.org/a?b=c, or www.example.net.", [
            ("web-link", "https://example.org/a?b=c; www.example.net")]),
        ("(http://a.example) by bo@example.com", [("contact", "bo@example.com"), ("web-link", "http://a.example")]),
        ("no @ address, no http:// either", []),
        ("@handle and a@b", []),
    ],
)  # fmt: skip
def test_addresses_are_found(text: str, found: list[tuple[str, str]]) -> None:
    """E-mail and web, without the marks around them."""
    assert told("comment", text) == found


def test_only_texts_are_searched() -> None:
    """A program that writes its home page everywhere tells of nobody."""
    assert told("software", "Tool (https://tool.example)") == []


def test_they_are_in_the_report() -> None:
    """From a comment to the finding."""
    file = samples.after_start(samples.segment(0xFE, b"by bo@example.com"))
    assert {finding.code for finding in inspect_bytes(file).findings} == {"comment", "contact"}


def test_a_hostile_text_ends_soon() -> None:
    """Texts are cut at 200 characters, so that no pattern can run away."""
    assert told("comment", "a@" + "a-" * 5_000) == []
