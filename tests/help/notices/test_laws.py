"""Each notice holds what its law asks for, and refuses by name what is missing. The table is ours, from the laws."""

from __future__ import annotations

import pytest

from safety.help.notices.answers import prepared
from safety.help.notices.compose import compose
from safety.help.notices.form import Form
from safety.help.notices.judge import Missing, judge
from safety.library.codes import NoticeKind
from safety.library.notice_rules import texts
from safety.library.notice_schema import EITHER
from safety.library.schema import Library
from tests.help.notices.samples import LINKS, TODAY, form, whole

LAWS = {
    "take-it-down": "us-take-it-down-act",
    "dmca": "us-dmca-512",
    "gdpr": "eu-gdpr-17",
    "dsa": "eu-dsa-16",
}
# What each law asks for (47 U.S.C. 223a(a)(1)(B); 17 U.S.C. 512(c)(3)(A); GDPR 9, 12, 17, 21; DSA 16(2)), and words of
# our text that do it.
ASKED = [
    ("take-it-down", "signature", "Signed electronically: Jo Kowalska"),
    ("take-it-down", "where", "1. https://example.org/p/1?x=1#y\n2. http://sub.example.net/v/2"),
    ("take-it-down", "consent", "I believe in good faith that it was published without my consent."),
    ("take-it-down", "consent", "What may help you to decide: words for facts"),
    ("take-it-down", "contact", "E-mail: someone@example.org"),
    ("dmca", "signature", "Signed electronically: Jo Kowalska"),
    ("dmca", "work", "words for work"),
    ("dmca", "where", "1. https://example.org/p/1?x=1#y"),
    ("dmca", "contact", "Address:\nwords for address"),
    (
        "dmca",
        "belief",
        "good faith belief that this use is not authorised by the copyright owner, its agent, or the law",
    ),
    ("dmca", "accuracy", "The information in this notice is accurate. Under penalty of perjury, I am the owner"),
    ("gdpr", "who", "My name is words for name. I am the person shown"),
    ("gdpr", "where", "1. https://example.org/p/1?x=1#y"),
    (
        "gdpr",
        "erasure",
        "erase it without undue delay under Article 17. I also object to its processing under Article 21",
    ),
    ("gdpr", "erasure", "data about their sex life, which Article 9 protects"),
    ("dsa", "reason", "Why it is illegal: the person shown did not agree to its publication."),
    ("dsa", "where", "1. https://example.org/p/1?x=1#y"),
    ("dsa", "sender", "Name: words for name\nE-mail: someone@example.org"),
    (
        "dsa",
        "belief",
        "I believe in good faith that the information and the statements in this notice are accurate and",
    ),
]
COUNTS = {"take-it-down": 4, "dmca": 6, "gdpr": 3, "dsa": 4}
BOTH_AGES = ("take-it-down", "gdpr", "dsa", "platform", "search")
ADULTS_ONLY = ("dmca", "host", "person", "question")


def text_of(asked: Form, given: dict[str, str]) -> str:
    """The text of a notice that has to be whole."""
    answers = prepared(asked, given)
    assert judge(asked, answers).is_whole
    return compose(asked, answers, TODAY)


@pytest.mark.parametrize(("kind", "element", "words"), ASKED)
def test_the_text_holds_what_the_law_asks_for(library: Library, kind: str, element: str, words: str) -> None:
    """Each element of the law stands in the text in words that do it."""
    asked = form(library, kind)
    (found,) = [one for one in asked.notice.elements if one.id == element]
    assert found.law == LAWS[kind]
    assert words in text_of(asked, whole(asked, "adult"))


@pytest.mark.parametrize("kind", COUNTS)
def test_the_form_asks_for_each_element_of_its_law_and_no_other(library: Library, kind: str) -> None:
    """Four, six, three and four elements."""
    elements = form(library, kind).notice.elements
    assert len([one for one in elements if one.law == LAWS[kind]]) == COUNTS[kind]
    assert {one.id for one in elements if one.law} == {element for which, element, _ in ASKED if which == kind}


@pytest.mark.parametrize("kind", [kind.value for kind in NoticeKind])
def test_each_missing_element_is_refused_by_name(library: Library, kind: str) -> None:
    """Without what one part of an element needs there is no text, and that element is named."""
    asked = form(library, kind)
    needs = [(one.id, need.split(EITHER)) for one in asked.notice.elements for need in one.needs]
    assert needs or kind == "person"
    for element, names in needs:
        answers = prepared(asked, whole(asked, "adult") | dict.fromkeys(names, ""))
        verdict = judge(asked, answers)
        if verdict.stop < 0:
            assert Missing(element, names[0]) in verdict.missing
            assert not verdict.is_whole


def test_the_time_in_the_text_is_the_time_of_the_law(library: Library) -> None:
    """48 hours stand in the text as long as they stand in the table of laws."""
    law = next(law for law in library.laws if law.id == "us-take-it-down-act")
    asked = form(library, "take-it-down")
    assert f"no later than {law.hours} hours after you get this request" in text_of(asked, whole(asked, "adult"))


def test_a_parent_says_nothing_in_the_name_of_what_the_child_believes(library: Library) -> None:
    """Who signs for a child states the belief on its behalf, and says so only when they may act for it."""
    asked = form(library, "take-it-down")
    text = text_of(asked, whole(asked, "under-18", role="parent"))
    assert "On behalf of the person shown, I state the good faith belief" in text
    assert "The person shown believes" not in text
    assert "and I may act for that person" in {one.id: one.label for one in asked.by_id["role"].options}["parent"]


@pytest.mark.parametrize("age", ["under-18", "not-sure"])
def test_nothing_is_said_of_the_sex_life_of_a_child(library: Library, age: str) -> None:
    """The request for erasure speaks of it for adults alone."""
    asked = form(library, "gdpr")
    assert "sex life" not in text_of(asked, whole(asked, age))
    assert "of the most private kind" in text_of(asked, whole(asked, age))


@pytest.mark.parametrize("kind", ADULTS_ONLY)
@pytest.mark.parametrize("age", ["under-18", "not-sure", "", "canary"])
def test_a_notice_for_adults_stops_when_the_person_may_be_under_18(library: Library, kind: str, age: str) -> None:
    """No text is made, and what is named instead is for people under 18."""
    asked = form(library, kind)
    verdict = judge(asked, prepared(asked, whole(asked, age)))
    assert not verdict.is_whole
    stop = asked.notice.stops[verdict.stop]
    minors = {service.id for service in library.services if service.who.value != "adult"}
    assert stop.services
    assert set(stop.services) <= minors
    assert not set(stop.notices) & set(ADULTS_ONLY)


@pytest.mark.parametrize("took", ["other", "not-sure", ""])
def test_copyright_is_for_who_took_it(library: Library, took: str) -> None:
    """Everybody else is sent to the intimate-image ways."""
    asked = form(library, "dmca")
    verdict = judge(asked, prepared(asked, whole(asked, "adult", took=took)))
    assert asked.notice.stops[verdict.stop].notices[0] is NoticeKind.TAKE_IT_DOWN


@pytest.mark.parametrize("afraid", ["yes", "not-sure", ""])
def test_nobody_writes_to_a_person_they_fear(library: Library, afraid: str) -> None:
    """Unless the visitor says no, there is no message."""
    asked = form(library, "person")
    verdict = judge(asked, prepared(asked, whole(asked, "adult", afraid=afraid)))
    assert verdict.stop == 1


@pytest.mark.parametrize("kind", BOTH_AGES)
def test_for_a_child_the_text_says_the_age_then_and_now(library: Library, kind: str) -> None:
    """And that it is the person shown; when nobody knows it, that they may have been under 18."""
    asked = form(library, kind)
    child = text_of(asked, whole(asked, "under-18"))
    assert "under 18 when it was taken or made" in child
    assert "Age then: 15." in child
    assert "Age now: 16." in child
    assert "person shown" in child
    unsure = text_of(asked, whole(asked, "not-sure"))
    assert "may have been under 18" in unsure
    assert "Age then" not in unsure
    adult = text_of(asked, whole(asked, "adult"))
    assert "under 18" not in adult
    assert "Age then" not in adult


def test_for_a_child_the_dsa_asks_for_no_name(library: Library) -> None:
    """Article 16(2)(c) leaves it out; for an adult both are missing."""
    asked = form(library, "dsa")
    given = whole(asked, "under-18") | {"name": "", "email": ""}
    assert "Name:" not in text_of(asked, given)
    verdict = judge(asked, prepared(asked, given | {"age": "adult"}))
    assert verdict.missing == (Missing("sender", "name"), Missing("sender", "email"))


@pytest.mark.parametrize("kind", [kind.value for kind in NoticeKind])
def test_no_notice_sends_a_picture_or_an_id(library: Library, kind: str) -> None:
    """No field takes a file, and no text offers a picture, an ID or a screenshot."""
    asked = form(library, kind)
    made = text_of(asked, whole(asked, "adult")).lower()
    for words in ("attach", "screenshot", "enclosed", "passport", "identity card"):
        assert words not in made
    for text in texts(asked.notice):
        assert "screenshot" not in text.lower()


def test_a_name_is_asked_for_behind_a_warning(library: Library) -> None:
    """Wherever a name, an address or a phone number may reach who posted it, the form says so before."""
    for kind in ("take-it-down", "dmca", "gdpr", "dsa", "host", "question"):
        for element in form(library, kind).notice.elements:
            if {"name", "signature", "address"} & set(element.fields):
                assert element.warn, (kind, element.id)
    told = " ".join(form(library, "dmca").notice.know)
    assert "Lumen" in told
    assert "to the person who posted the picture" in told
    assert LINKS.startswith("https://example.org")
