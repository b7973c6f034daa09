"""The places of the map of copies, as their files say them, and the ids under which visitors mark them.

Which places hang together, and in which order they are cleared, is code: ``safety.check.copies.places``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from safety.library.codes import App, Phone, Place
from safety.library.text_schema import Section, Source

# Where copies come from by themselves: these have a part 'stop', which is done before anything is cleared.
STOPS: Final = (
    Place.CLOUD_PHOTOS,
    Place.CHAT_SAVED,
    Place.COMPUTER,
    Place.OTHER_SCREENS,
    Place.OLD_PHONE,
    Place.FAMILY_CLOUD,
    Place.SHARED_ALBUM,
)
# Marked when an adult said that everyone in the picture was 18 or older.
EVERYONE_ADULT: Final = "place-everyone-adult"


@dataclass(frozen=True)
class Wait:
    """How long a deleted picture stays, and who says so. Without phones and apps it is for everybody."""

    says: str
    days: int
    title: str
    url: str
    checked: date
    phones: tuple[Phone, ...] = ()
    apps: tuple[App, ...] = ()


@dataclass(frozen=True)
class CopyPlace:
    """One place that can hold a copy. ``label`` are its lines on the map; ``wait`` is said where no time is known.

    Without a question it goes with another place. ``clear`` is for pictures of adults, ``guarded`` for all others.
    """

    id: Place
    name: str
    label: tuple[str, ...]
    why: str
    minutes: int
    wait: str
    reviewed: date
    sections: tuple[Section, ...]
    question: str = ""
    alert: str = ""
    beyond: str = ""
    items: tuple[str, ...] = ()
    waits: tuple[Wait, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()

    def section(self, heading: str) -> Section | None:
        """The part with ``heading``, if it has one."""
        return next((section for section in self.sections if section.heading == heading), None)


def cleared_id(place: Place) -> str:
    """Marked when ``place`` is cleared."""
    return f"place-{place}"


def stopped_id(place: Place) -> str:
    """Marked when no new copy comes to ``place``."""
    return f"stop-{place}"


def mark_ids() -> tuple[str, ...]:
    """Every id that the map marks; none may share its key with an item of the check."""
    return (EVERYONE_ADULT, *map(cleared_id, Place), *map(stopped_id, STOPS))
