"""The ordered steps for one person, each with the services, reports, laws and notices that fit. Values in, values out.

What was not said rules nothing out, but for the age: it counts as under 18, and then nothing that is for adults is
in the plan. It gives information, not legal advice, and it says nothing of laws that do not count today.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from safety.help import directory
from safety.help.answers import Answers, Said, named
from safety.help.numbers import Numbers, numbers
from safety.library.codes import (
    Age,
    By,
    ClockStart,
    Cost,
    ForWhom,
    Happened,
    Known,
    LawStatus,
    Need,
    StepKind,
    Way,
    Where,
    Whose,
)
from safety.library.help_schema import HelpStep, Law, Platform, Service
from safety.library.schema import Library

MOST_SERVICES = 3
NEEDS: dict[StepKind, tuple[Need, ...]] = {
    StepKind.SAFETY: (Need.VIOLENCE,),
    StepKind.CALM: (Need.TALK,),
    StepKind.THREAT: (Need.REPORT, Need.TALK),
    StepKind.HASH: (Need.HASH,),
    StepKind.POLICE: (Need.REPORT,),
    StepKind.TAKEDOWN: (Need.REMOVE,),
    StepKind.LEGAL: (Need.LEGAL, Need.COMPLAIN),
    StepKind.SELF: (Need.TALK,),
}
# Of these kinds only a step that an answer called for brings services: the others are for everybody.
ONLY_WHEN_CALLED_FOR = (StepKind.SAFETY, StepKind.THREAT)
LISTENING = (StepKind.CALM, StepKind.SELF)
IN_FORCE = (LawStatus.IN_FORCE, LawStatus.PARTLY)
# Where a company keeps what was posted, so that a law can give it a time. In a private chat nobody can look.
POSTED = frozenset([Where.APP, Where.SITE, Where.ADULT_SITE, Where.UNKNOWN])
COPYRIGHT, TAKE_IT_DOWN, ERASURE, ILLEGAL_CONTENT = "us-dmca-512", "us-take-it-down-act", "eu-gdpr-17", "eu-dsa-16"
NOTICE_OF_LAW = {TAKE_IT_DOWN: "take-it-down", ILLEGAL_CONTENT: "dsa", ERASURE: "gdpr"}


@dataclass(frozen=True)
class Reach:
    """Which of the named apps look for the code of a picture, and which do not."""

    yes: tuple[Platform, ...] = ()
    no: tuple[Platform, ...] = ()


@dataclass(frozen=True)
class Planned:
    """A step and what goes with it. ``clocks`` are laws that give a site a time, ``laws`` the others.

    ``court_first`` says that police may come before the report; ``notices`` are kinds of notice that are ready.
    """

    step: HelpStep
    services: tuple[Service, ...] = ()
    platforms: tuple[Platform, ...] = ()
    reach: Reach = Reach()
    clocks: tuple[Law, ...] = ()
    laws: tuple[Law, ...] = ()
    notices: tuple[str, ...] = ()
    court_first: bool = False


@dataclass(frozen=True)
class Plan:
    """All steps of one person in order, and the numbers of their country."""

    age: Age
    steps: tuple[Planned, ...]
    numbers: Numbers | None

    def at(self, id_: str) -> int | None:
        """The place of the step ``id_``, from 0; None when it is not in the plan."""
        return next((place for place, one in enumerate(self.steps) if one.step.id == id_), None)

    def told_before(self, at: int) -> frozenset[str]:
        """The ids of the services that the steps before the one at ``at`` tell of."""
        return frozenset(service.id for one in self.steps[:at] for service in one.services)


def plan(library: Library, answers: Answers) -> Plan:
    """The plan of a person."""
    steps, seen = [], set()
    for step in library.steps:
        if fits(step, answers):
            leads = step.kind not in seen and (step.kind not in ONLY_WHEN_CALLED_FOR or bool(step.by or step.happened))
            steps.append(_with_help(library, step, answers) if leads else Planned(step))
            if leads:
                seen.add(step.kind)
    return Plan(answers.counted_age, tuple(steps), numbers(library.countries, answers.country))


def fits(step: HelpStep, answers: Answers) -> bool:
    """Whether ``step`` is for this person."""
    where = () if Where.UNKNOWN in answers.where else answers.where
    return (
        answers.counted_age in step.age
        and (not step.whose or (answers.whose or Whose.MINE) in step.whose)
        and _meets(step.happened, answers.happened)
        and _meets(step.where, where)
        and _is_by(step, answers)
    )


def services(library: Library, answers: Answers, needs: Collection[Need]) -> tuple[Service, ...]:
    """The services for this age and country that help with one of ``needs``, near first; none that costs money."""
    wanted = directory.Wanted(answers.country, answers.counted_age)
    free = (one for one in library.services if one.cost not in (Cost.PAID, Cost.BOTH))
    fitting = [one for one in free if directory.fits(one, wanted) and set(one.helps) & set(needs)]
    order = {need: place for place, need in enumerate(needs)}

    def rank(service: Service) -> tuple[int | bool, ...]:
        return (
            answers.country not in service.countries,
            set(service.ways) <= {Way.READ},
            answers.is_silent and not directory.WITHOUT_VOICE & set(service.ways),
            service.helps[0] not in needs,
            service.who is ForWhom.ANYONE,
            min(order[need] for need in service.helps if need in order),
        )

    return tuple(sorted(fitting, key=rank))


def listeners(library: Library, answers: Answers) -> tuple[Service, ...]:
    """Services of the country itself that listen, for the screen of a crisis; none that its numbers hold already."""
    found = numbers(library.countries, answers.country)
    printed = {line.phone for line in (*found.speak, *found.write)} if found else set()
    needs = (Need.TALK, Need.VIOLENCE)
    near = (one for one in services(library, answers, needs) if answers.country in one.countries)
    return tuple(one for one in near if one.helps[0] in needs and (not one.phone or one.phone not in printed))


def laws(library: Library, answers: Answers) -> tuple[Law, ...]:
    """The laws of the country that count today for this age. Copyright is for who took a picture that is out."""
    return tuple(
        law
        for law in library.laws
        if answers.country in law.countries
        and law.status in IN_FORCE
        and answers.counted_age in law.age
        and (law.id != COPYRIGHT or _may_own_copyright(answers))
    )


def clocks(library: Library, answers: Answers) -> tuple[Law, ...]:
    """The laws that give a site or a regulator a time, when the picture is where they reach."""
    timed = (law for law in laws(library, answers) if law.starts is not ClockStart.NONE)
    return tuple(timed) if _is_posted(answers) else ()


def _with_help(library: Library, step: HelpStep, answers: Answers) -> Planned:
    near = _beside(library, step, answers)[:MOST_SERVICES]
    chosen = tuple(one for one in named(library.platforms, answers) if one.id in answers.apps)
    match step.kind:
        case StepKind.SOURCE:
            timed = clocks(library, answers)
            court = answers.country == "GB" and answers.counted_age is Age.ADULT
            return Planned(step, near, chosen, clocks=timed, notices=_at_source(library, answers), court_first=court)
        case StepKind.THREAT:
            only = set(answers.happened) == {Happened.THREATENED}
            return Planned(step, near, chosen if only else ())
        case StepKind.HASH:
            return Planned(step, near, reach=_reach(chosen, answers.counted_age))
        case StepKind.SEARCH:
            return Planned(step, near, notices=("search",))
        case StepKind.TAKEDOWN:
            return Planned(step, near, notices=_for_takedown(library, answers))
        case StepKind.LEGAL:
            timed = clocks(library, answers)
            return Planned(step, near, laws=tuple(law for law in laws(library, answers) if law not in timed))
    return Planned(step, near)


def _beside(library: Library, step: HelpStep, answers: Answers) -> tuple[Service, ...]:
    """The services beside ``step``. Who listens is of the country itself, where it has anybody."""
    found = services(library, answers, _needs(step, answers))
    of_country = tuple(one for one in found if answers.country in one.countries)
    return of_country if of_country and step.kind in LISTENING else found


def _needs(step: HelpStep, answers: Answers) -> tuple[Need, ...]:
    """What the services beside ``step`` help with. One complains of a site only where it had something to remove."""
    every = NEEDS.get(step.kind, ())
    return every if _is_posted(answers) else tuple(need for need in every if need is not Need.COMPLAIN)


def _at_source(library: Library, answers: Answers) -> tuple[str, ...]:
    """The notices for the site or app itself; for somebody under 18 its own report is enough outside the US law."""
    there = {law.id for law in laws(library, answers)}
    found = ["platform"]
    if TAKE_IT_DOWN in {law.id for law in clocks(library, answers)} and _is_own(answers):
        found.append(NOTICE_OF_LAW[TAKE_IT_DOWN])
    if ILLEGAL_CONTENT in there and answers.counted_age is Age.ADULT and not _only_chat(answers):
        found.append(NOTICE_OF_LAW[ILLEGAL_CONTENT])
    return tuple(found)


def _for_takedown(library: Library, answers: Answers) -> tuple[str, ...]:
    """The notices that go further; for somebody under 18 a hotline writes them, not the family."""
    if answers.counted_age is Age.UNDER_18:
        return ()
    there = {law.id for law in laws(library, answers)}
    found = [NOTICE_OF_LAW[ERASURE]] if ERASURE in there and _is_own(answers) else []
    if not _only_chat(answers):
        found += ["host", "dmca", "question"] if _may_own_copyright(answers) else ["host", "question"]
    return tuple(found)


def _reach(platforms: Iterable[Platform], age: Age) -> Reach:
    said = [(one, one.stopncii if age is Age.ADULT else one.take_it_down) for one in platforms]
    return Reach(
        tuple(one for one, known in said if known is Known.YES),
        tuple(one for one, known in said if known is Known.NO),
    )


def _is_own(answers: Answers) -> bool:
    """Whether the person shown, or a parent, is the one who writes."""
    return answers.whose in (None, Whose.MINE, Whose.MY_CHILD)


def _is_out(answers: Answers) -> bool:
    """Whether the picture may have been shared: not when there are threats alone."""
    return answers.happened != (Happened.THREATENED,)


def _is_posted(answers: Answers) -> bool:
    """Whether it may stand where a company keeps what is posted."""
    return _is_out(answers) and (not answers.where or bool(POSTED & set(answers.where)))


def _may_own_copyright(answers: Answers) -> bool:
    """Whether an adult writes about their own picture, which they may have taken; nobody took a fake."""
    mine = answers.counted_age is Age.ADULT and answers.whose in (None, Whose.MINE)
    return mine and _is_out(answers) and answers.happened != (Happened.FAKE,)


def _only_chat(answers: Answers) -> bool:
    return answers.where == (Where.CHAT,)


def _is_by(step: HelpStep, answers: Answers) -> bool:
    if By.CLOSE in step.by and answers.watched is Said.YES:
        return True
    return not step.by or answers.by is None or answers.by in step.by


def _meets(wanted: Collection[str], said: Collection[str]) -> bool:
    return not wanted or not said or bool(set(wanted) & set(said))
