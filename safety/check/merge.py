"""Two states of somebody's checks made one: nothing of either is lost, and of two words on one item the later wins."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter

from safety.check.progress import MAX_KEPT_CHECKS, MAX_MARKS, Check, Progress, Said


class TooMany(Exception):
    """Together there are more checks than fit."""


def merge(first: Progress, second: Progress, most: int = MAX_KEPT_CHECKS) -> Progress:
    """Every check of both; those with the same id are one. What ``second`` says of the same minute wins.

    Empty checks of either are left out, unless there is nothing else. In front is the check of ``first`` that was.

    Raises:
        TooMany: there would be more than ``most`` checks.
    """
    checks = [check for check in first.checks if not check.empty]
    for other in second.checks:
        place = next((at for at, check in enumerate(checks) if check.id and check.id == other.id), None)
        if place is not None:
            checks[place] = merge_check(checks[place], other)
        elif not other.empty:
            checks.append(other)
    if len(checks) > most:
        raise TooMany
    front = next((at for at, check in enumerate(checks) if check.id == first.check.id), 0)
    return Progress(tuple(checks), front) if checks else first


def merge_check(first: Check, second: Check) -> Check:
    """One check of two states of it: the answers given later, and of each item what was said later."""
    later = second if second.minute >= first.minute else first
    said = dict(first.said)
    for key, one in second.said:
        if key not in said or one.minute >= said[key].minute:
            said[key] = one
    return replace(later, said=_fitting(said))


def _fitting(said: dict[int, Said]) -> tuple[tuple[int, Said], ...]:
    """As many as a check may hold: what is marked before what was opened again, the newest first."""
    by_weight = sorted(said.items(), key=lambda one: (one[1].mark is None, -one[1].minute))
    return tuple(sorted(by_weight[:MAX_MARKS], key=itemgetter(0)))
