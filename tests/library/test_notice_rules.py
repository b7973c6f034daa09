"""The checker of notices names each fault: a form can ask for nothing that its text does not hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from safety.library import notice_rules
from safety.library.notice_schema import Notice
from safety.library.schema import Library
from tests.library.conftest import Copy

GDPR = "en/help/notices/gdpr.toml"
# What is replaced in the file (a pattern), by what, words of the fault.
BROKEN = {
    "an element that no sentence holds": (r'holds = \["where"\]', "holds = []", "The element where and the sentences"),
    "a sentence for no element": (r'holds = \["where"\]', 'holds = ["wher"]', "The element wher and the sentences"),
    "a field asked twice": (r'fields = \["no-consent"\]', 'fields = ["no-consent", "links"]', "links is asked twice"),
    "an element twice": (r'^id = "erasure"', 'id = "where"', "The element where is there twice"),
    "a law of another notice": (r'^law = ".*"', 'law = "us-dmca-512"', "us-dmca-512 is not among the laws"),
    "a request for a copy": (r'^lead = ".*"', 'lead = "Send them the picture."', "This asks someone under 18"),
    "a request in a sentence": (r'^text = "Please answer', 'text = "Save the photo. Please', "This asks someone under"),
    "an address that is not there": (r'^id = "gdpr"', 'id = "gdpr-2"', "No address has this kind"),
    "a warning before nothing": (r'^fields = \["name", .*\]', "fields = []", "The warning stands before no field"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_in_a_file_is_named(content: Copy, name: str) -> None:
    """One thing wrong in a real notice, and the checker says so with the file."""
    pattern, replacement, words = BROKEN[name]
    content.edit(GDPR, pattern, replacement)
    assert [fault for fault in content.faults() if words in fault.what and fault.file == GDPR]


def test_what_a_notice_names_is_looked_up_when_the_content_is_read(content: Copy) -> None:
    """A condition with a mistyped option is a fault of its file; a broken table is told alone."""
    content.edit(GDPR, r'^when = \["role=self"\]', 'when = ["role=me"]')
    assert [fault.file for fault in content.faults()] == [GDPR]
    content.edit("en/help/laws.toml", r'^confidence = "[a-z]+"', 'confidence = "no"')
    assert [fault.file for fault in content.faults()] == ["en/help/laws.toml"]


def faults(library: Library, kind: str, **changed: Any) -> str:
    """What the checker says when one notice is changed."""
    notices = tuple(replace(one, **changed) if one.id == kind else one for one in library.notices)
    return "\n".join(fault.what for fault in notice_rules.of_library(replace(library, notices=notices)))


def notice(library: Library, kind: str) -> Notice:
    """The notice of a kind."""
    return next(one for one in library.notices if one.id == kind)


def test_the_real_notices_have_no_fault(library: Library) -> None:
    """Nor have their fields."""
    assert list(notice_rules.of_library(library)) == []


def test_what_is_named_has_to_be_there(library: Library) -> None:
    """Laws, platforms, fields and services are looked up."""
    assert "There is no law canary." in faults(library, "gdpr", laws=("canary",))
    assert "There is no platform canary." in faults(library, "search", platforms=("canary",))
    assert "There is no field canary." in faults(library, "gdpr", asks=("age", "role", "canary"))
    stop = replace(notice(library, "host").stops[0], services=("canary",))
    assert "There is no service canary." in faults(library, "host", stops=(stop,))


def test_a_stop_for_minors_names_no_service_for_adults(library: Library) -> None:
    """StopNCII is not for somebody who may be under 18."""
    stop = replace(notice(library, "host").stops[0], services=("stopncii",))
    assert "stopncii is for adults only." in faults(library, "host", stops=(stop,))


@pytest.mark.parametrize("condition", ["canary", "age=canary", "!canary=x"])
def test_a_condition_names_a_field_and_an_option(library: Library, condition: str) -> None:
    """A mistyped one would never hold, and its sentence would be lost."""
    sentence = replace(notice(library, "gdpr").sentences[0], when=(condition,))
    assert f"The condition {condition!r} names nothing" in faults(library, "gdpr", sentences=(sentence,))


def test_a_place_names_a_field(library: Library) -> None:
    """And so does what an element needs."""
    sentence = replace(notice(library, "gdpr").sentences[0], text="I am {canary}.")
    assert "The form has no field canary." in faults(library, "gdpr", sentences=(sentence,))
    element = replace(notice(library, "gdpr").elements[0], needs=("links|canary",))
    assert "The form has no field canary." in faults(library, "gdpr", elements=(element,))


def test_fields_are_judged(library: Library) -> None:
    """Options only for a choice, a length only for what is typed, and each field is asked for somewhere."""
    first, *others = library.notice_fields

    def told(**changed: Any) -> str:
        changed_library = replace(library, notice_fields=(replace(first, **changed), *others))
        return "\n".join(fault.what for fault in notice_rules.of_library(changed_library))

    assert "options belong to a choice" in told(options=())
    assert "no answer counts as no option" in told(unsaid="canary")
    assert "what is typed has a length" in told(most=20)
    assert "a condition is said in words too" in told(only="Only if")
    unasked = (*library.notice_fields, replace(others[-1], id="canary"))
    spoken = notice_rules.of_library(replace(library, notice_fields=unasked))
    assert "No notice asks for canary." in [fault.what for fault in spoken]
