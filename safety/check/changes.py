"""What has changed since somebody last had this check open: news of their apps, old ticks, actions that were taken out.

It reads the minutes of marks. A mark without a minute (packed without them) tells no day, and is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from safety.check.aging import is_old
from safety.check.choose import Mark, matters
from safety.check.progress import EPOCH_MINUTE, Check, Said
from safety.library.keys import item_key
from safety.library.news_schema import News
from safety.library.schema import Item


@dataclass(frozen=True)
class Changes:
    """What is new for one check. All empty when nothing is."""

    since: date
    news: tuple[News, ...] = ()
    look_again: tuple[Item, ...] = ()
    retired: tuple[Item, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.news or self.look_again or self.retired)


def last_here(check: Check, today: date) -> date | None:
    """The latest day before ``today`` on which something was said in ``check``; None when it is all of today.

    Days count, not minutes: a first tick of today does not take away what has changed since the last time.
    """
    minutes = (check.minute, *(said.minute for _, said in check.said))
    return max((day for day in map(_day_of, minutes) if day and day < today), default=None)


def changes(check: Check, news: Iterable[News], items: Iterable[Item], since: date, today: date) -> Changes:
    """What concerns ``check`` since the day ``since``; ``items`` are all of the content, retired ones too."""
    said = dict(check.said)
    every = tuple(items)
    mine = {item.id for item in every if matters(item, check.answers)}
    marked = [(item, said[item_key(item.id)]) for item in every if item_key(item.id) in said]
    return Changes(
        since,
        tuple(entry for entry in news if since < entry.added and _concerns(entry, check, mine)),
        tuple(item for item, one in marked if item.id in mine and one.mark is Mark.DONE and _is_old(one, today)),
        tuple(item for item, one in marked if one.mark and item.retired and since < item.retired),
    )


def _concerns(entry: News, check: Check, mine: set[str]) -> bool:
    """Whether an entry names an app of this person or, when it names no app, an action of their plan.

    What is about other phones than theirs is not for them; a phone they did not name may be any.
    """
    if entry.phones and check.answers.phone is not None and check.answers.phone not in entry.phones:
        return False
    if entry.apps:
        return bool(set(entry.apps) & set(check.answers.apps))
    return bool(set(entry.items) & mine)


def _is_old(said: Said, today: date) -> bool:
    day = _day_of(said.minute)
    return day is not None and is_old(day, today)


def _day_of(minute: int) -> date | None:
    """The day of a minute of the marks; 0 is a minute that was left out."""
    return datetime.fromtimestamp((EPOCH_MINUTE + minute) * 60, UTC).date() if minute else None
