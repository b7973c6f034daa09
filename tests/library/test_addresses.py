"""An address in a text is one that a reader can open safely, and one that a fact may rest on."""

from __future__ import annotations

import pytest

from safety.library.addresses import NO_SOURCE, wrong


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://takeitdown.ncmec.org/",
        "https://www.gov.uk/x?y=1&z=2#part",
        "https://digital-strategy.ec.europa.eu/en",
    ],
)
def test_an_ordinary_address_passes(url: str) -> None:
    """The official pages, with or without a path; an empty field is for other rules."""
    assert wrong(url) is None


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("http://example.org/", "not https"),
        ("example.org", "not https"),
        ("mailto:help@example.org", "not https"),
        ("javascript:alert(1)", "not https"),
        ("https://", "no address"),
        ("https://localhost/x", "no address"),
        ("https://example.org/a b", "no address"),
        ("https://[broken/", "not https"),
        ("https://www.groundy.com/articles/x", "groundy.com is not a page"),
        ("https://news.linkzpulse.com/?p=1", "news.linkzpulse.com is not a page"),
    ],
)
def test_another_address_is_named(url: str, what: str) -> None:
    """No plain http, nothing that is no web address, and no page that only repeats others."""
    found = wrong(url)
    assert found is not None
    assert what in found[0]


def test_the_list_holds_hosts() -> None:
    """A slip in the list of pages that nothing rests on would let one of them through."""
    assert all("." in host and "/" not in host and not host.startswith("www.") for host in NO_SOURCE)
