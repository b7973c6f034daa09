"""A fault in the content of lessons is named with its file: names, minutes, questions, cards, letters."""

from __future__ import annotations

import pytest

from safety.library import teach_rules
from safety.library.schema import Library
from safety.library.teach_rules import OWN_EXPERIENCE
from safety.library.teach_schema import Group, Step
from tests.library.conftest import Copy

ACTIVITY = "en/teach/activities/fakes.toml"
QUESTIONS, CARDS, BELIEFS = "en/teach/questions.toml", "en/teach/cards.toml", "en/teach/beliefs.toml"
BROKEN = {
    "a step that is none": (ACTIVITY, r'"quiz not-real"', '"quizz not-real"', "is no step of a room"),
    "a quiz that is not there": (ACTIVITY, r'"quiz not-real"', '"quiz none"', "'quiz none' is not there"),
    "a quiz for others": (ACTIVITY, r'"quiz not-real"', '"quiz staff-look"', "or for other groups"),
    "a card that is not there": (ACTIVITY, r'"a-teacher-faked",\n', '"none",\n', "The card none is not there"),
    "a slide out of order": (ACTIVITY, r'id = "fakes-1"', 'id = "fakes-2"', "not numbered in order"),
    "minutes outside of their range": (ACTIVITY, r"^minutes = .*", "minutes = 16", "outside of their range"),
    "a place that is none": (ACTIVITY, r"^place = .*", "place = 10", "no such place"),
    "nothing to leave out": (ACTIVITY, r"(?s)^not_do = \[.*?\n\]", "not_do = []", "not_do is empty"),
    "a page of somebody else": (ACTIVITY, r"^reviewed", 'page = "https://a.example"\nreviewed', "no page of ours"),
    "two right answers": (QUESTIONS, r'says = "True"', 'says = "True"\nright = true', "has 2 right answers"),
    "no reason": (QUESTIONS, r"^why = .*", 'why = ""', "gives no reason"),
    "no kind line": (QUESTIONS, r"^kindly = .*\n", "", "gives no reason, or no kind line"),
    "a question about oneself": (QUESTIONS, r"^asks = .*", 'asks = "Have you ever sent one?"', "own experience"),
    "a quiz with a card": (QUESTIONS, r"^kindly = ", 'card = "as-a-joke"\nkindly = ', "A vote belongs to a card"),
    "a vote for other groups": (QUESTIONS, r'(?s)(id = "vote-as-a-joke".*?)groups = \[.*?\]',
                                'id = "vote-as-a-joke"\nkind = "vote"\ngroups = ["8-10"]', "for other groups than its"),
    "a card without a vote": (QUESTIONS, r'^card = "as-a-joke"', 'card = "lent-phone"', "card as-a-joke has 0 votes"),
    "a card that asks for a copy": (CARDS, r"^story = .*", 'story = "Send the nude to a teacher."', "asks someone"),
    "a leader without kind words": (CARDS, r"(?s)^kind_words = \[.*?\n\]", "kind_words = []", "gets no kind_words"),
    "a belief about oneself": (BELIEFS, r"^says = .*", 'says = "I have received one."', "own experience"),
    "a belief without a word after it": (BELIEFS, r"^why = .*", 'why = ""', "ends with a number"),
    "a belief without a direction": (BELIEFS, r"^better = .*", 'better = "most"', "more or less"),
    "a source without https": (CARDS, r'^url = "https', 'url = "http', "The address is not https"),
    "a row without a source": (BELIEFS, r'^source = "our advice"\n', "", "has sources, or is our own advice"),
    "a letter that is gone": ("en/teach/pack.toml", r'^id = "after"', 'id = "evening"', "A letter is missing"),
    "a group that is none": ("en/teach/groups/8-10.toml", r'^id = "8-10"', 'id = "8-11"', "No group has this name"),
    "a lesson with an unknown part": (
        "en/teach/workshops/healthy-sharing-45.toml", r'"quiz 5"', '"none 5"', "is no activity for this group",
    ),
    "a lesson with a part too short": (
        "en/teach/workshops/healthy-sharing-45.toml", r'"quiz 5"', '"quiz 2"', "does not fit into 2 minutes",
    ),
    "a text that is none of the three": (
        "en/teach/tracks/curious.md", r'^id = "curious"', 'id = "other"', "The id is not the file's name",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_named(content: Copy, name: str) -> None:
    """The fault names the file that the author has to open."""
    file, pattern, replacement, words = BROKEN[name]
    content.edit(file, pattern, replacement)
    found = [fault for fault in content.faults() if words in fault.what]
    assert found, content.faults()
    assert {fault.file for fault in found} == {file}


def test_minutes_that_nothing_fills_are_named(content: Copy) -> None:
    """A group without enough activities stops the site, and the fault says which lesson is missing."""
    path = content.root / "en/teach/activities/close.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"8-10", ', ""), encoding="utf-8")
    found = [fault.what for fault in content.faults() if "can be made" in fault.what]
    assert len(found) == 8
    assert all("for 8-10" in what for what in found)


@pytest.mark.parametrize(
    "asks",
    [
        "Have you ever sent a private picture?", "Did you share one?", "Did you get one?",
        "Were you ever seen?", "Has anyone ever asked you for one?", "Has this happened to you?",
        "You have received a nude. What now?", "Do you know someone who has sent one?", "I was asked for one.",
        "Do you ever feel pressed?", "I\u2019ve seen one.",
    ],
)  # fmt: skip
def test_questions_about_oneself_are_found(asks: str) -> None:
    """Each way to ask a pupil about their own life."""
    assert OWN_EXPERIENCE.search(asks)


def test_there_is_enough(library: Library) -> None:
    """As many as were promised, a few of each for every group of pupils."""
    quizzes = [question for question in library.questions if question.kind is Step.QUIZ]
    assert len(library.activities) >= 15
    assert len(quizzes) >= 30
    assert len(library.scenarios) >= 20
    for group in Group:
        assert sum(group in question.groups for question in quizzes) >= 6, group
        assert sum(group in card.groups for card in library.scenarios) >= 3, group


def test_every_question_is_asked_somewhere(library: Library) -> None:
    """None of them is written for nobody: an activity for one of its groups has it among its steps."""
    asked = {(line, group) for activity in library.activities for line in activity.live for group in activity.groups}
    for question in library.questions:
        line = question.kind if question.kind is Step.EXIT else f"{question.kind} {question.id}"
        assert any((line, group) in asked for group in question.groups), question.id


def test_no_lesson_names_a_service_for_adults_only(library: Library) -> None:
    """Pupils up to 18 are children here: nothing of the lessons sends them to a service that refuses them."""
    rows = (*library.activities, *library.questions, *library.scenarios, *library.beliefs, *library.group_pages)
    said = " ".join(text for row in rows for text in teach_rules.texts(row))
    assert "StopNCII" not in said
    assert "Take It Down" in said
