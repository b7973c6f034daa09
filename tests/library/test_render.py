"""Markdown becomes a closed set of elements, whatever an author writes."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.library.render import TAGS, faults_in, html

REFUSED = {
    "raw html": "<script>x</script>",
    "a harmless element": "one <b>two</b>",
    "a comment": "<!-- x -->",
    "a link to plain http": "[x](http://example.org)",
    "a link to a script": "[x](javascript:alert(1))",
    "a link to data": "[x](data:text/html,x)",
    "a link to another host": "[x](//evil.example)",
    "a link to another host by a backslash": "[x](/\\evil.example)",
    "a link to nowhere": "[x]()",
    "a relative link": "[x](help)",
    "a fragment": "[x](#top)",
    "a link with a title": '[x](https://example.org "title")',
    "a link in angle brackets": "[x](<https://example.org>)",
    "an address alone": "<https://example.org>",
    "a link by reference": "[x][1]\n\n[1]: http://example.org",
    "a script by reference": "[x]\n\n[x]: javascript:alert(1)",
    "a link over two lines": "[x\ny](http://example.org)",
    "brackets inside brackets": "[a [b]](http://example.org)",
    "an image": "![x](https://example.org/x.png)",
    "an image behind words": "see ![x](https://example.org/x.png)",
    "an own image": "see ![x](/static/x.png)",
    "a heading": "# One",
    "a heading with a line below": "One\n===",
    "a rule": "one\n\n---\n\ntwo",
    "code": "    x = 1",
    "code in words": "press `x`",
    "a quotation": "> one",
}  # fmt: skip
FINE = [
    "One **two** *three*.",
    "1. One\n2. Two",
    "- One\n- Two",
    "[x](https://example.org/a?b=c#d)",
    "[x](/help) and [y](/)",
    "5 < 6 and 7 > 6",
    "AT&T",
]


@pytest.mark.parametrize("name", REFUSED)
def test_what_may_not_stand_in_a_text_is_named(name: str) -> None:
    """The checker names it, with a line inside the text."""
    found = faults_in(REFUSED[name])
    assert found
    assert all(0 <= line < len(REFUSED[name].split("\n")) for line, _, _ in found)


@pytest.mark.parametrize("text", FINE)
def test_plain_texts_pass(text: str) -> None:
    """Paragraphs, lists, emphasis and links are all that authors need."""
    assert faults_in(text) == ()


def test_the_line_of_a_link_is_named() -> None:
    """The third line is line two from zero."""
    assert [line for line, _, _ in faults_in("one\n\n[x](http://example.org)")] == [2]


@pytest.mark.parametrize("text", [*REFUSED.values(), "<img src=x onerror=y>", '<a href="https://x" onclick="y">x</a>'])
def test_what_gets_past_the_checker_is_harmless(text: str) -> None:
    """The page shows no element, attribute or address that is not allowed."""
    check(html(text))


@given(st.text(max_size=80) | st.lists(st.sampled_from([*REFUSED.values(), *FINE]), max_size=4).map("\n".join))
def test_no_text_makes_anything_else(text: str) -> None:
    """Whatever stands in a file, the page stays ours."""
    check(html(text))


def check(made: str) -> None:
    """Fails when ``made`` holds more than the closed set."""
    for element in html5lib.parseFragment(made, namespaceHTMLElements=False).iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in TAGS
        assert set(element.attrib) <= ({"href"} if element.tag == "a" else set())
        href = element.get("href", "/")
        assert href.startswith(("https://", "/", "#", "help")) or "://" not in href
        assert not href.lower().startswith(("javascript:", "data:", "http:"))


def test_what_is_written_is_shown() -> None:
    """The usual marks give the usual elements."""
    assert html("One **two** [x](/help)") == '<p>One <strong>two</strong> <a href="/help">x</a></p>'
    assert html("1. One\n2. Two").count("<li>") == 2
