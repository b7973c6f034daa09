"""The questions: what is asked of whom, and what is remembered of an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.check.answers import Answers, NotAChoice, Question, Whose, offered
from safety.library.codes import App, Audience, Phone, Situation

UNDER_18 = (Whose.TEEN, Whose.UNSAID)
NOT_ADULT = (*UNDER_18, Whose.CHILD)


def adult() -> Answers:
    """Somebody who said that they are 18 or over."""
    return Answers().answer(Question.WHO, ["adult"])


def test_the_age_is_asked_first_and_nobody_is_an_adult_before() -> None:
    """Whoever has said nothing is treated as under 18."""
    assert Answers().next_question is Question.WHO
    assert Answers().audience is Audience.TEEN


@pytest.mark.parametrize(
    ("whose", "audience"), [("adult", "adult"), ("teen", "teen"), ("child", "child"), ("unsaid", "teen")]
)
def test_whose_check_decides_for_whom_items_are_chosen(whose: str, audience: str) -> None:
    """Not saying counts as a teen."""
    assert Answers().answer(Question.WHO, [whose]).audience == audience


def test_an_adult_gets_six_questions_in_their_order() -> None:
    """Answering each leads to the next, and the last to none."""
    answers = Answers()
    asked = []
    choices = {Question.WHO: ["adult"], Question.PHONE: ["iphone"], Question.APPS: ["signal"]}
    while answers.next_question is not None:
        asked.append(answers.next_question)
        answers = answers.answer(asked[-1], choices.get(asked[-1], [offered(asked[-1])[-1]]))
    assert asked == list(Question)


@pytest.mark.parametrize("whose", NOT_ADULT)
def test_nobody_else_is_ever_asked_about_intimate_pictures(whose: Whose) -> None:
    """The question is not shown, and an answer to it that is sent all the same is refused."""
    answers = Answers().answer(Question.WHO, [whose])
    assert Question.INTIMATE not in answers.questions
    for _ in range(10):
        assert answers.next_question is not Question.INTIMATE
        answers = answers.skip(answers.next_question) if answers.next_question else answers
    assert answers.next_question is None
    with pytest.raises(NotAChoice):
        answers.answer(Question.INTIMATE, ["yes"])
    with pytest.raises(NotAChoice):
        answers.skip(Question.INTIMATE)


@pytest.mark.parametrize("whose", NOT_ADULT)
@pytest.mark.parametrize("way", ["answer", "skip"])
def test_an_intimate_answer_is_forgotten_when_the_age_changes(whose: Whose, way: str) -> None:
    """Saying 'under 18' after 'over 18', or skipping the age, leaves nothing of that answer."""
    answers = adult().answer(Question.INTIMATE, ["yes"])
    assert Situation.SHARED_INTIMATE in answers.situations
    changed = answers.answer(Question.WHO, [whose]) if way == "answer" else answers.skip(Question.WHO)
    again = changed.answer(Question.WHO, ["adult"])
    for one in (changed, again):
        assert Situation.SHARED_INTIMATE not in one.situations
        assert Question.INTIMATE not in one.answered
        assert one.chosen(Question.INTIMATE) == ()


def test_saying_adult_again_does_not_turn_a_yes_into_a_no() -> None:
    """Going through the questions again shows the answer that was given, or none, never another."""
    again = adult().answer(Question.INTIMATE, ["yes"]).answer(Question.WHO, ["adult"])
    assert again.chosen(Question.INTIMATE) in ((), ("yes",))


@pytest.mark.parametrize("question", Question)
def test_every_question_can_be_skipped(question: Question) -> None:
    """A skip goes on, says nothing, and forgets an earlier answer."""
    answered = adult().answer(question, [offered(question)[0]])
    skipped = adult().skip(question) if question is not Question.WHO else Answers().skip(question)
    assert skipped.chosen(question) == ()
    assert skipped.asked == list(Question).index(question) + 1
    again = answered.skip(question)
    assert again.chosen(question) == ()
    assert question not in again.answered


@pytest.mark.parametrize("question", Question)
def test_going_back_keeps_what_was_answered(question: Question) -> None:
    """One step back shows the same question with the same choice."""
    answered = adult().answer(question, [offered(question)[0]])
    back = answered.back()
    assert back.next_question is question
    assert back.chosen(question) == answered.chosen(question)


def test_back_from_the_first_question_stays_there() -> None:
    """There is nothing before it."""
    assert Answers().back() == Answers()


@pytest.mark.parametrize("question", Question)
def test_every_choice_that_is_offered_is_taken_and_shown_again(question: Question) -> None:
    """What somebody chose is what the form shows when they come back."""
    for choice in offered(question):
        assert choice in adult().answer(question, [choice]).chosen(question)


@pytest.mark.parametrize("question", Question)
@pytest.mark.parametrize("choices", [["something"], [""], ["yes", "something"]])
def test_what_is_not_offered_is_refused(question: Question, choices: list[str]) -> None:
    """Nothing can be typed into a check."""
    with pytest.raises(NotAChoice):
        adult().answer(question, choices)


@pytest.mark.parametrize("question", [one for one in Question if one not in (Question.APPS, Question.DEVICE)])
def test_a_question_with_one_answer_takes_one(question: Question) -> None:
    """Two at once would mean that one of them is lost in silence."""
    with pytest.raises(NotAChoice):
        adult().answer(question, list(offered(question)[:2]))


def test_none_of_these_apps_is_an_answer() -> None:
    """No app chosen is not the same as skipping: then app items are not for this person."""
    none, skipped = adult().answer(Question.APPS, []), adult().skip(Question.APPS)
    assert Question.APPS in none.answered
    assert Question.APPS not in skipped.answered


@pytest.mark.parametrize("question", [one for one in Question if one is not Question.APPS])
def test_nothing_chosen_is_a_skip(question: Question) -> None:
    """Pressing 'Next' without a choice goes on."""
    assert adult().answer(question, []).asked == list(Question).index(question) + 1
    assert question not in adult().answer(question, []).answered


def test_a_later_answer_takes_the_place_of_the_earlier() -> None:
    """Changing one's mind leaves nothing of the first answer."""
    answers = adult().answer(Question.DEVICE, ["partner", "repair"]).answer(Question.CAREFUL, ["yes"])
    answers = answers.answer(Question.DEVICE, ["managed"]).answer(Question.CAREFUL, ["no"])
    assert answers.situations == (Situation.MANAGED,)
    answers = answers.answer(Question.PHONE, ["samsung"]).answer(Question.PHONE, ["iphone"])
    assert answers.phone is Phone.IPHONE


@given(st.lists(st.sampled_from([app.value for app in App]), unique=True))
def test_the_order_in_which_apps_are_ticked_is_of_no_account(chosen: list[str]) -> None:
    """The same ticks are the same answer."""
    assert adult().answer(Question.APPS, chosen) == adult().answer(Question.APPS, sorted(chosen))
