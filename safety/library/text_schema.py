"""What every text is made of: its sections, and where its facts are from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup


@dataclass(frozen=True)
class Source:
    """Where a fact is from, and the day somebody last looked."""

    title: str
    url: str
    checked: date


@dataclass(frozen=True)
class Section:
    """A part of a text: its heading as a key, its mark (a version or 'look for'), its HTML."""

    heading: str
    mark: str
    html: Markup
