"""The record of what a service reaches: which apps, at which age, in which country, and how far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safety.library.codes import Age, Confidence, Known

# Words that stand for platforms in a row: a row that names the platform itself counts before these.
ANYWHERE = "anywhere"
ENCRYPTED_CHATS = "encrypted-chats"


@dataclass(frozen=True)
class Cover:
    """One row of the coverage table.

    ``service`` is the id of a service. ``platforms`` are ids of platforms, ``anywhere`` for every platform whose
    chats are not encrypted and for an app that we do not list, or ``encrypted-chats`` for those whose chats are.
    ``reach`` is 'yes' when the service takes part there or can order a removal, 'part' when it can ask or reaches
    a part, 'unknown' when lists disagree or are silent, 'no' when it reaches nothing there. ``what`` says it in words.
    """

    id: str
    service: str
    platforms: tuple[str, ...]
    age: tuple[Age, ...]
    countries: tuple[str, ...]
    reach: Known
    what: str
    confidence: Confidence
    reviewed: date
    source_title: str
    source_url: str
