"""The questions of help, and what somebody answered.

An answer is a choice from a closed list; nothing is ever typed, and each question can be passed. The answers travel
in the bodies of posts alone. Who gives no age for the person in the picture counts as under 18.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from safety.library.codes import Age, By, Happened, PlatformKind, Where, Whose
from safety.library.help_schema import Platform

Word = TypeVar("Word", bound=StrEnum)
NOT_SURE = "not-sure"
# Named to everybody; the others belong to adults, and adult sites only to who said that it is on one.
APPS_FOR_ALL = frozenset(
    [PlatformKind.SOCIAL, PlatformKind.MESSAGING, PlatformKind.VIDEO, PlatformKind.GAMING, PlatformKind.CLOUD]
)


class NotAChoice(Exception):
    """Something was sent that the question does not offer."""


class Said(StrEnum):
    """An answer to a question of yes or no."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not-sure"


class Screen(StrEnum):
    """What is shown one after the other, in this order: the questions, two pauses, and the plan."""

    DANGER = "danger"
    NUMBERS = "numbers"
    WATCHED = "watched"
    SAFETY = "safety"
    AGE = "age"
    WHOSE = "whose"
    HAPPENED = "happened"
    BY = "by"
    WHERE = "where"
    APPS = "apps"
    COUNTRY = "country"
    ALOUD = "aloud"
    PLAN = "plan"


ORDER = tuple(Screen)
PAUSES = (Screen.NUMBERS, Screen.SAFETY, Screen.PLAN)
SEVERAL = (Screen.HAPPENED, Screen.WHERE, Screen.APPS)


@dataclass(frozen=True)
class Answers:
    """What one person answered. None, '' or nothing chosen is 'not said'; ``apps`` holds ids of platforms."""

    danger: Said | None = None
    watched: Said | None = None
    age: Age | None = None
    whose: Whose | None = None
    happened: tuple[Happened, ...] = ()
    by: By | None = None
    where: tuple[Where, ...] = ()
    apps: tuple[str, ...] = ()
    country: str = ""
    aloud: Said | None = None

    @property
    def counted_age(self) -> Age:
        """The age that decides: adult only for who said so."""
        return Age.ADULT if self.age is Age.ADULT else Age.UNDER_18

    @property
    def is_silent(self) -> bool:
        """Whether writing comes before calling."""
        return self.aloud in (Said.NO, Said.NOT_SURE)

    def fields(self) -> Iterator[tuple[str, str]]:
        """Each answer as a form sends it, once for each choice."""
        for screen in ORDER:
            for choice in self.chosen(screen):
                yield screen.value, choice

    def chosen(self, screen: Screen) -> tuple[str, ...]:
        """The choices made on ``screen``, as a form sends them."""
        if screen in PAUSES:
            return ()
        value = getattr(self, screen.value)
        if isinstance(value, tuple):
            return tuple(str(one) for one in value)
        return (str(value),) if value else ()


def read(form: Mapping[str, Sequence[str]], platforms: Iterable[Platform], countries: Iterable[str]) -> Answers:
    """The answers in ``form``. What does not go with the age said is left out.

    Raises:
        NotAChoice: something was sent that no question offers.
    """
    known = tuple(platforms)
    age = _one(Age, form, Screen.AGE)
    where = _several(Where, form, Screen.WHERE)
    if age is not Age.ADULT:
        where = tuple(one for one in where if one is not Where.ADULT_SITE)
    return Answers(
        danger=_one(Said, form, Screen.DANGER),
        watched=_one(Said, form, Screen.WATCHED),
        age=age,
        whose=_one(Whose, form, Screen.WHOSE),
        happened=_several(Happened, form, Screen.HAPPENED),
        by=_one(By, form, Screen.BY),
        where=where,
        apps=_apps(form, known, Answers(age=age, where=where)),
        country=_country(form, countries),
        aloud=_one(Said, form, Screen.ALOUD),
    )


def named(platforms: Iterable[Platform], answers: Answers) -> tuple[Platform, ...]:
    """The apps and sites to choose from: an adult site only for adults, and only when it is on one."""
    kinds: set[PlatformKind] = set()
    if {Where.APP, Where.CHAT} & set(answers.where):
        kinds |= APPS_FOR_ALL
        if answers.age is Age.ADULT:
            kinds.add(PlatformKind.DATING)
    if Where.ADULT_SITE in answers.where and answers.age is Age.ADULT:
        kinds.add(PlatformKind.ADULT)
    return tuple(platform for platform in platforms if platform.kind in kinds)


def offered(screen: Screen, answers: Answers) -> tuple[str, ...]:
    """The closed choices of ``screen`` in the order shown; apps and countries are in tables of their own."""
    match screen:
        case Screen.DANGER | Screen.WATCHED | Screen.ALOUD:
            return tuple(Said)
        case Screen.AGE:
            return (*Age, NOT_SURE)
        case Screen.WHOSE:
            return (*Whose, NOT_SURE)
        case Screen.HAPPENED:
            return tuple(Happened)
        case Screen.BY:
            return (*By, NOT_SURE)
        case Screen.WHERE:
            return tuple(one for one in Where if one is not Where.ADULT_SITE or answers.age is Age.ADULT)
    return ()


def path(answers: Answers) -> tuple[Screen, ...]:
    """The screens that somebody with these answers goes through."""
    urgent = answers.danger in (Said.YES, Said.NOT_SURE)
    left_out = {
        Screen.NUMBERS: not urgent,
        Screen.SAFETY: answers.watched not in (Said.YES, Said.NOT_SURE),
        Screen.APPS: not {Where.APP, Where.CHAT, Where.ADULT_SITE} & set(answers.where),
        Screen.COUNTRY: urgent and bool(answers.country),
    }
    return tuple(screen for screen in ORDER if not left_out.get(screen))


def after(screen: Screen, answers: Answers) -> Screen:
    """The screen that comes next; the plan comes last and stays."""
    later = ORDER[ORDER.index(screen) + 1 :]
    return next((one for one in path(answers) if one in later), Screen.PLAN)


def before(screen: Screen, answers: Answers) -> Screen:
    """The screen that came before; the first stays."""
    earlier = ORDER[: ORDER.index(screen)]
    return next((one for one in reversed(path(answers)) if one in earlier), ORDER[0])


def place(screen: Screen, answers: Answers) -> tuple[int, int]:
    """Which question this is, and how many there are at most."""
    asked = [one for one in path(answers) if one not in PAUSES and ORDER.index(one) <= ORDER.index(screen)]
    to_come = [one for one in ORDER[ORDER.index(screen) + 1 :] if one not in PAUSES]
    if answers.country and answers.danger in (Said.YES, Said.NOT_SURE):
        to_come = [one for one in to_come if one is not Screen.COUNTRY]
    return len(asked), len(asked) + len(to_come)


def _one(words: type[Word], form: Mapping[str, Sequence[str]], screen: Screen) -> Word | None:
    sent = _sent(form, screen)
    if len(sent) > 1:
        raise NotAChoice(screen)
    if not sent or (sent[0] == NOT_SURE and NOT_SURE not in tuple(words)):
        return None
    return _word(words, sent[0])


def _several(words: type[Word], form: Mapping[str, Sequence[str]], screen: Screen) -> tuple[Word, ...]:
    chosen = {_word(words, sent) for sent in _sent(form, screen)}
    return tuple(word for word in words if word in chosen)


def _word(words: type[Word], sent: str) -> Word:
    if sent not in tuple(words):
        raise NotAChoice(words.__name__)
    return words(sent)


def _sent(form: Mapping[str, Sequence[str]], screen: Screen) -> list[str]:
    return [value for value in form.get(screen.value, ()) if value]


def _apps(form: Mapping[str, Sequence[str]], platforms: tuple[Platform, ...], answers: Answers) -> tuple[str, ...]:
    sent = set(_sent(form, Screen.APPS))
    if sent - {platform.id for platform in platforms}:
        raise NotAChoice(Screen.APPS)
    return tuple(platform.id for platform in named(platforms, answers) if platform.id in sent)


def _country(form: Mapping[str, Sequence[str]], countries: Iterable[str]) -> str:
    sent = _sent(form, Screen.COUNTRY)
    if len(sent) > 1 or not set(sent) <= set(countries):
        raise NotAChoice(Screen.COUNTRY)
    return sent[0] if sent else ""
