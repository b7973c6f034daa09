"""Markdown to HTML with a closed set of elements: no raw HTML, only https and own links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

import markdown
import nh3
from markupsafe import Markup

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a"}
TAG = re.compile(r"<(?P<tag>[a-z][a-z0-9]*)")
HREF = re.compile(r'href="(?P<target>[^"]*)"(?P<more>[^>]*)')
RAW_HTML = re.compile(r"<[a-zA-Z!/?]")
# Content is read once, by one thread; a new converter for each text would cost most of the start-up.
MARKDOWN = markdown.Markdown(extensions=["sane_lists"], output_format="html")
# A browser reads "/\\host" as the address of another host.
OWN_OR_HTTPS = re.compile(r"(https://[^\s/\\]+\S*|/[^\s/\\]\S*|/)$")


def faults_in(text: str) -> tuple[tuple[int, str, str], ...]:
    """What may not stand in ``text``: (line from 0, what is wrong, what to write)."""
    found = []
    for number, line in enumerate(text.split("\n")):
        if RAW_HTML.search(line):
            found.append((number, "Raw HTML is not allowed.", "plain words, **bold** or a [link](https://…)"))
        if line.startswith(("#", "    ", "\t", "![")):
            found.append((number, "Headings, code and pictures are not allowed here.", "a paragraph or a list"))
    return (*found, *_faults_made(text))


def _faults_made(text: str) -> Iterator[tuple[int, str, str]]:
    """What Markdown makes of ``text`` and nobody may use: links and elements that no line alone shows."""
    made = _made(text)
    for link in HREF.finditer(made):
        target = unescape(link["target"])
        if link["more"] or not OWN_OR_HTTPS.match(target):
            write = "[words](https://…) or [words](/help)"
            yield _line_with(text, target), "A link must be https or our own.", write
    for tag in sorted({found["tag"] for found in TAG.finditer(made)} - TAGS):
        yield 0, f"This makes an element <{tag}>, which is not allowed.", "a paragraph or a list"


@lru_cache(maxsize=4096)
def _made(text: str) -> str:
    """What Markdown makes of ``text``; kept (all texts: under a megabyte) for who renders what the checker has seen.

    A process that reads the same content again, as tests do, begins there.
    """
    return MARKDOWN.reset().convert(text)


def _line_with(text: str, words: str) -> int:
    return next((number for number, line in enumerate(text.split("\n")) if words in line), 0)


def html(text: str) -> Markup:
    """``text`` as HTML, cleaned a second time whatever the checker let through."""
    clean = nh3.clean(
        _made(text), tags=TAGS, attributes={"a": {"href"}, "*": set()}, url_schemes={"https"}, link_rel=None
    )
    return Markup(clean)  # noqa: S704  # nh3 has just cleaned it: the only place that marks text as HTML
