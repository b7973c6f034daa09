"""The news by year, and the actions of the check that an entry leads to. Values in, values out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from safety.library.news_schema import News
from safety.library.schema import Item


@dataclass(frozen=True)
class Year:
    """The entries of one year, the newest first."""

    number: int
    entries: tuple[News, ...]


def by_year(news: Iterable[News]) -> tuple[Year, ...]:
    """``news`` by the year of the change, the latest first."""
    newest_first = sorted(news, key=lambda entry: (entry.changed, entry.id), reverse=True)
    years = groupby(newest_first, key=lambda entry: entry.changed.year)
    return tuple(Year(number, tuple(entries)) for number, entries in years)


def items_of(entry: News, items: Iterable[Item]) -> tuple[Item, ...]:
    """The actions that ``entry`` names, in the order it names them."""
    by_id = {item.id: item for item in items}
    return tuple(by_id[id_] for id_ in entry.items if id_ in by_id)
