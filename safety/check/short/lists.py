"""The list of a short check for one visitor: the check's own items and marks, in an order of their own.

Values in, values out. It chooses nothing by protection and time: the order of the content is the order to do it in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from safety.check.answers import Answers, Question, Whose
from safety.check.choose import Group, Plan, fits, make_row
from safety.check.progress import Check, Progress
from safety.library.codes import Audience
from safety.library.schema import Item
from safety.library.short_schema import Short, Version


def version_for(short: Short, audience: Audience) -> Version:
    """The list for ``audience``; where there is a single one, for parents, everybody gets that one."""
    return next((version for version in short.versions if audience in version.who), short.versions[0])


def in_front(progress: Progress, short: Short, minute: int) -> Progress:
    """``progress`` with a check in front that ``short`` can be about: for a list for parents, that of a child."""
    if any(progress.check.answers.audience in version.who for version in short.versions):
        return progress
    children = [number for number, check in enumerate(progress.checks) if check.answers.whose is Whose.CHILD]
    if children:
        return progress.switch(children[0])
    if progress.full:
        return progress
    room = progress if progress.check.empty else progress.add()
    answers = room.check.answers.answer(Question.WHO, (Whose.CHILD,))
    return room.with_check(replace(room.check, answers=answers, minute=minute))


def make(short: Short, items: Iterable[Item], check: Check) -> Plan:
    """One group for each part of the list, in order; a part of which nothing fits is an empty group."""
    by_id = {item.id: item for item in items}
    version, marks, answers = version_for(short, check.answers.audience), check.marked(by_id), check.answers
    if answers.audience not in version.who:
        # There was no room for a check of a child: the list for parents is shown all the same.
        answers = replace(answers, whose=Whose.CHILD)
    groups = []
    for part in version.parts:
        mine = [by_id[id_] for id_ in part.items if fits(by_id[id_], answers)]
        groups.append(Group(None, tuple(make_row(item, answers, marks.get(item.id)) for item in mine)))
    return Plan(tuple(groups))


def answered(answers: Answers, given: Mapping[Question, Sequence[str]]) -> Answers:
    """``answers`` with what was chosen on the page of a short check.

    A question that was left as it was is left alone. The check still asks the first one that nobody has answered.

    Raises:
        NotAChoice: a choice is not offered, or there are more than the question takes.
    """
    changed = answers
    for question, choices in given.items():
        if set(choices) != set(answers.chosen(question)):
            changed = changed.answer(question, choices) if choices else changed.skip(question)
    behind = next((n for n, one in enumerate(changed.questions) if one not in changed.answered), len(Question))
    return replace(changed, asked=max(answers.asked, min(behind, len(changed.questions))))
