"""How old a step is: the product and version it was confirmed on, the day somebody looked, and if that is long ago.

It knows days alone; the clock is an argument. It cannot tell whether a menu has moved: it says when nobody has looked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from safety.library.rules import LOOK_FOR
from safety.library.schema import Item
from safety.library.text_schema import Section

FRESH_DAYS: Final = 180
# The parts of an item that are no path through a menu.
NO_PATH: Final = ("steps", "know")


@dataclass(frozen=True)
class Age:
    """When a path was confirmed. ``version`` is '' where the source named none."""

    version: str
    checked: date
    old: bool


def age_of(item: Item, section: Section, today: date) -> Age | None:
    """The age of one path of ``item``; None where nobody has confirmed it, or where it is no path."""
    if section.mark == LOOK_FOR or section.heading in NO_PATH:
        return None
    return Age(section.mark, item.reviewed, is_old(item.reviewed, today))


def is_overlooked(item: Item, today: date) -> bool:
    """Whether nobody has looked at ``item`` for long, and no path in it says so by itself."""
    ages = (age_of(item, section, today) for section in item.sections)
    return is_old(item.reviewed, today) and not any(ages)


def is_old(checked: date, today: date) -> bool:
    """Whether more than 180 days lie between ``checked`` and ``today``."""
    return (today - checked).days > FRESH_DAYS
