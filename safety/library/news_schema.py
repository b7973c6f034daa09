"""What has changed: the entries of the page of news, each with its day and its sources.

They live in one table, ``content/<lang>/pages/news.toml``. An old entry stays; what is no longer true is said in a
newer one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safety.library.codes import App, Phone
from safety.library.text_schema import Source


class NewsKind(StrEnum):
    """What has changed: an app or a device, a law, a service that helps, or this site."""

    APP = "app"
    LAW = "law"
    SERVICE = "service"
    SITE = "site"


class Exact(StrEnum):
    """How well the day of a change is known. Of a month, the entry bears the first day."""

    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True)
class News:
    """One change. ``added`` is the day on which readers could first see it here; ``to`` is a page of ours or another.

    ``apps``, ``items`` and ``phones`` say whose check it touches; an entry without apps and items touches nobody's.
    """

    id: str
    changed: date
    kind: NewsKind
    title: str
    what: str
    do: str
    added: date
    reviewed: date
    exact: Exact = Exact.DAY
    where: str = ""
    to: str = ""
    apps: tuple[App, ...] = ()
    phones: tuple[Phone, ...] = ()
    items: tuple[str, ...] = ()
    seed: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
