"""Markdown to HTML with a closed set of elements: no raw HTML, only https and own links."""

from __future__ import annotations

import re

import markdown
import nh3
from markupsafe import Markup

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a"}
LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)]*)\)")
RAW_HTML = re.compile(r"<[a-zA-Z!/?]")
# Content is read once, by one thread; a new converter for each text would cost most of the start-up.
MARKDOWN = markdown.Markdown(extensions=["sane_lists"], output_format="html")
OWN_OR_HTTPS = re.compile(r"(https://[^\s/]+\S*|/[^\s/]\S*|/)$")


def faults_in(text: str) -> tuple[tuple[int, str, str], ...]:
    """What may not stand in ``text``: (line from 0, what is wrong, what to write)."""
    found = []
    for number, line in enumerate(text.split("\n")):
        if RAW_HTML.search(line):
            found.append((number, "Raw HTML is not allowed.", "plain words, **bold** or a [link](https://…)"))
        if line.startswith(("#", "    ", "\t", "![")):
            found.append((number, "Headings, code and pictures are not allowed here.", "a paragraph or a list"))
        for link in LINK.finditer(line):
            if not OWN_OR_HTTPS.match(link["target"]):
                found.append((number, "A link must be https or our own.", "[words](https://…) or [words](/help)"))
    return tuple(found)


def html(text: str) -> Markup:
    """``text`` as HTML, cleaned a second time whatever the checker let through."""
    made = MARKDOWN.reset().convert(text)
    clean = nh3.clean(made, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https"}, link_rel=None)
    return Markup(clean)  # noqa: S704  # nh3 has just cleaned it: the only place that marks text as HTML
