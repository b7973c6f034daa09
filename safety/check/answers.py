"""The questions of the check, and what somebody answered.

An answer is a choice from a closed list; nothing is ever typed. Each question can be skipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from safety.library.codes import App, Audience, Phone, Situation


class Question(StrEnum):
    """The questions in the order asked. New ones are added at the end of this list only."""

    WHO = "who"
    PHONE = "phone"
    APPS = "apps"
    DEVICE = "device"
    CAREFUL = "careful"
    INTIMATE = "intimate"


class Whose(StrEnum):
    """Whose check this is, as asked: not saying is treated as under 18."""

    ADULT = "adult"
    TEEN = "teen"
    CHILD = "child"
    UNSAID = "unsaid"


NOBODY = "nobody"
YES, NO = "yes", "no"
DEVICE_SITUATIONS = (Situation.PARTNER, Situation.FAMILY, Situation.REPAIR, Situation.MANAGED)


class NotAChoice(Exception):
    """Something was sent that the question does not offer."""


@dataclass(frozen=True)
class Answers:
    """What one person answered. ``asked`` counts the questions that are behind them."""

    whose: Whose = Whose.UNSAID
    phone: Phone | None = None
    apps: tuple[App, ...] = ()
    situations: tuple[Situation, ...] = ()
    answered: frozenset[Question] = frozenset()
    asked: int = 0

    @property
    def audience(self) -> Audience:
        """For whom items are chosen. Nobody is an adult who did not say so."""
        if self.whose in (Whose.ADULT, Whose.CHILD):
            return Audience(self.whose.value)
        return Audience.TEEN

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions for this person: the last one is for adults only."""
        every = tuple(Question)
        return every if self.audience is Audience.ADULT else every[:-1]

    @property
    def next_question(self) -> Question | None:
        """The question to ask now, or None when all are behind."""
        return self.questions[self.asked] if self.asked < len(self.questions) else None

    def chosen(self, question: Question) -> tuple[str, ...]:
        """The choices made for ``question``, as the form sends them."""
        if question not in self.answered:
            return ()
        match question:
            case Question.WHO:
                return (self.whose.value,)
            case Question.PHONE:
                return (self.phone.value,) if self.phone else ()
            case Question.APPS:
                return tuple(app.value for app in self.apps)
            case Question.DEVICE:
                had = tuple(one.value for one in self.situations if one in DEVICE_SITUATIONS)
                return had or (NOBODY,)
            case Question.CAREFUL:
                return (YES if Situation.CAREFUL in self.situations else NO,)
            case Question.INTIMATE:
                return (YES if Situation.SHARED_INTIMATE in self.situations else NO,)

    def back(self) -> Answers:
        """One question back; what was answered stays."""
        return replace(self, asked=max(0, self.asked - 1))

    def skip(self, question: Question) -> Answers:
        """``question`` passed without an answer; an earlier answer to it is forgotten."""
        blank = self._without(question)
        return replace(blank, answered=blank.answered - {question}, asked=self._index(question) + 1)

    def answer(self, question: Question, choices: Sequence[str]) -> Answers:
        """``choices`` taken as the answer; none at all is a skip, but for the apps ('none of these').

        Raises:
            NotAChoice: a choice is not offered, or there are more than the question takes.
        """
        if not choices and question is not Question.APPS:
            return self.skip(question)
        if len(set(choices) - set(offered(question))) or (question not in SEVERAL and len(choices) > 1):
            raise NotAChoice(question.value)
        with_it = _with(self._without(question), question, tuple(choices))
        with_it = replace(with_it, answered=with_it.answered | {question}, asked=self._index(question) + 1)
        return with_it if with_it.audience is Audience.ADULT else with_it._without(Question.INTIMATE)

    def _index(self, question: Question) -> int:
        if question not in self.questions:
            raise NotAChoice(question.value)
        return self.questions.index(question)

    def _without(self, question: Question) -> Answers:
        match question:
            case Question.WHO:
                return replace(self, whose=Whose.UNSAID)._without(Question.INTIMATE)
            case Question.PHONE:
                return replace(self, phone=None)
            case Question.APPS:
                return replace(self, apps=())
            case Question.DEVICE:
                return self._dropping(*DEVICE_SITUATIONS)
            case Question.CAREFUL:
                return self._dropping(Situation.CAREFUL)
            case Question.INTIMATE:
                dropped = self._dropping(Situation.SHARED_INTIMATE)
                return replace(dropped, answered=dropped.answered - {Question.INTIMATE})

    def _dropping(self, *gone: Situation) -> Answers:
        return replace(self, situations=tuple(one for one in self.situations if one not in gone))


SEVERAL = (Question.APPS, Question.DEVICE)


def offered(question: Question) -> tuple[str, ...]:
    """The choices of ``question``, in the order shown."""
    match question:
        case Question.WHO:
            return tuple(whose.value for whose in Whose)
        case Question.PHONE:
            return tuple(phone.value for phone in Phone)
        case Question.APPS:
            return tuple(app.value for app in App)
        case Question.DEVICE:
            return (*(one.value for one in DEVICE_SITUATIONS), NOBODY)
        case Question.CAREFUL | Question.INTIMATE:
            return (YES, NO)


def _with(answers: Answers, question: Question, choices: tuple[str, ...]) -> Answers:
    match question:
        case Question.WHO:
            return replace(answers, whose=Whose(choices[0]))
        case Question.PHONE:
            return replace(answers, phone=Phone(choices[0]))
        case Question.APPS:
            return replace(answers, apps=tuple(app for app in App if app.value in choices))
        case Question.DEVICE:
            had = tuple(one for one in DEVICE_SITUATIONS if one.value in choices)
            return replace(answers, situations=_sorted((*answers.situations, *had)))
        case Question.CAREFUL:
            return _situation(answers, Situation.CAREFUL, choices)
        case Question.INTIMATE:
            return _situation(answers, Situation.SHARED_INTIMATE, choices)


def _situation(answers: Answers, situation: Situation, choices: tuple[str, ...]) -> Answers:
    added = (situation,) if choices[0] == YES else ()
    return replace(answers, situations=_sorted((*answers.situations, *added)))


def _sorted(situations: tuple[Situation, ...]) -> tuple[Situation, ...]:
    return tuple(one for one in Situation if one in situations)
