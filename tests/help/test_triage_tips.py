"""What the page that the project grew from said, and its tips: each is in a step, its unsafe parts corrected."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

import pytest

from safety.library.codes import Age
from safety.library.schema import Library

# The eight steps of that page, by the ids of its statements: the ages whose plan has to carry each.
EIGHT_STEPS = {
    "step-calm": Age, "step-evidence": Age, "step-no-payment": Age, "step-report": Age, "step-police": Age,
    "step-privacy": Age, "step-support": Age, "step-legal": Age, "step-takedown": Age,
    "step-find-copies": Age, "step-source-first": Age, "step-borders": Age, "step-diy": Age,
}  # fmt: skip
# The sixteen tips for doing a takedown oneself: the words that carry each, for an adult and for somebody under 18.
# Where a tip is not for under 18, its words may not be in their steps.
TIPS: Mapping[str, tuple[str, str, str | None]] = {
    "the intimate-image form first": ("report-adult", "before a copyright form", None),
    "copyright only for who took it": ("find-host-adult", "works only if you took the picture yourself", None),
    "a copyright notice shows your name": ("find-host-adult", "may reach the person who posted it", None),
    "a fresh e-mail address": ("takedown-adult", "a new email address without your name", None),
    "one exact link for each": ("report-adult", "one exact link for each copy", "the exact link"),
    "write short": ("takedown-adult", "published without my consent", "your age now and your age in the picture"),
    "no threats, no other places": ("takedown-adult", "do not tell a site where else", None),
    "the real host": ("find-host-adult", "on whose computers the site runs", None),
    "RDAP instead of WHOIS": ("find-host-adult", "RDAP", None),
    "search engines at the same time": ("search-engines-adult", "at the same time", "it can stop showing it"),
    "keep the list": ("takedown-adult", "Keep this list after removal", "use the same list"),
    "log every request": (
        "takedown-adult",
        "date, time, form, number and answer",
        "the number of each report you make",
    ),
    "a child's picture is for others to take down": (
        "police-adult",
        "under 18",
        "You do not need to write to web sites",
    ),
    "stop at a set time": ("takedown-adult", "Stop at a set time each day", "on days that you have set"),
    "never pay, never ID": ("pay-nobody", "do not send them your ID", "do not send them your ID"),
    "what a form passes on": ("takedown-adult", "Check what a form passes on", None),
}


def words(library: Library, age: Age) -> dict[str, str]:
    """The text of each step of an age, by id."""
    return {
        step.id: html.unescape(re.sub(r"<[^>]+>", "", " ".join(section.html for section in step.sections)))
        for step in library.steps
        if age in step.age
    }


@pytest.mark.parametrize("seed", EIGHT_STEPS)
def test_every_step_of_that_page_is_carried(library: Library, seed: str) -> None:
    """For adults and for people under 18."""
    for age in EIGHT_STEPS[seed]:
        assert [step.id for step in library.steps if seed in step.seed and age in step.age], age


def test_there_are_sixteen_tips() -> None:
    """As many as the facts have."""
    assert len(TIPS) == 16


@pytest.mark.parametrize("tip", TIPS)
def test_every_tip_is_carried(library: Library, tip: str) -> None:
    """In the step for adults, and for under 18 in their words or not at all."""
    step, said, minors = TIPS[tip]
    assert said.lower() in words(library, Age.ADULT)[step].lower()
    under_18 = " ".join(words(library, Age.UNDER_18).values())
    if minors is None:
        assert said not in under_18
    else:
        assert minors.lower() in under_18.lower()


def test_the_unsafe_parts_are_corrected(library: Library) -> None:
    """A child's picture is not copied, nobody searches for every copy, nobody pays, and free ways come first."""
    child, grown = words(library, Age.UNDER_18), words(library, Age.ADULT)
    assert "Do not screenshot, save, copy, print, send or upload the picture" in child["write-down-under-18"]
    assert "You do not have to look for copies" in child["write-down-under-18"]
    assert "You do not have to search for all of them" in grown["keep-evidence-adult"]
    assert "only with a lawyer, the police and a specialist" in grown["pay-nobody"]
    order = [step.id for step in library.steps]
    assert order.index("stop-copies-adult") < order.index("find-host-adult")
    assert "DMCA.com" in grown["find-host-adult"]
    assert "DMCA.com" not in " ".join(child.values())


def test_it_is_nobodys_fault_before_anything_else(library: Library) -> None:
    """The first step of every plan says so."""
    assert "You are not." in words(library, Age.UNDER_18)["safe-now"]
    assert library.steps[0].id == "safe-now"


def test_no_sentence_of_ours_is_long(library: Library) -> None:
    """Twenty words at most, so that a frightened twelve-year-old can read it."""
    long = [
        (step.id, sentence)
        for age in Age
        for step in library.steps
        if age in step.age
        for part in re.split(r"</(?:li|p)>", " ".join(section.html for section in step.sections))
        for sentence in re.split(r"(?<=[.!?:])\s+", html.unescape(re.sub(r"<[^>]+>", "", part)))
        if len(sentence.split()) > 20
    ]
    assert long == []
