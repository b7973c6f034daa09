"""How places that can hold a copy hang together: the rings of the map, how a copy travels, the order of clearing.

Structure only; the words of a place are in its file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from safety.library.codes import Place


class Ring(StrEnum):
    """A ring of the map, from the phone in the middle outwards. Each is one page of questions."""

    PHONE = "phone"
    DEVICES = "devices"
    CLOUD = "cloud"
    PEOPLE = "people"


class Way(StrEnum):
    """How a copy gets from one place to another."""

    ITSELF = "itself"
    BACKUP = "backup"
    HANDED = "handed"


class Phase(StrEnum):
    """The parts of the list to clear, in order. ``STOP`` comes first, or cleared places fill up again."""

    STOP = "stop"
    CHATS = "chats"
    PHONE = "phone"
    CLOUD = "cloud"
    DEVICES = "devices"
    PEOPLE = "people"


class State(StrEnum):
    """What is known of a place."""

    POSSIBLE = "possible"
    CLEARED = "cleared"
    UNLIKELY = "unlikely"


@dataclass(frozen=True)
class Trip:
    """A way that copies take."""

    start: Place
    end: Place
    way: Way


RINGS: Final[Mapping[Ring, tuple[Place, ...]]] = {
    Ring.PHONE: (
        Place.CAMERA_ROLL,
        Place.RECENTLY_DELETED,
        Place.CHAT_SAVED,
        Place.HIDDEN_ALBUM,
        Place.OTHER_APPS,
    ),
    Ring.DEVICES: (Place.COMPUTER, Place.OTHER_SCREENS, Place.OLD_PHONE, Place.CARD_OR_DRIVE, Place.PAPER),
    Ring.CLOUD: (
        Place.CLOUD_PHOTOS,
        Place.CLOUD_BIN,
        Place.PHONE_BACKUP,
        Place.CHAT_BACKUP,
        Place.FAMILY_CLOUD,
        Place.SHARED_ALBUM,
    ),
    Ring.PEOPLE: (Place.CHAT_SENT, Place.EMAIL, Place.POSTED, Place.PARTNER_DEVICES, Place.RECEIVERS),
}
# Nobody is asked about a bin: it may hold what the place before it may hold.
FOLLOWS: Final[Mapping[Place, Place]] = {
    Place.RECENTLY_DELETED: Place.CAMERA_ROLL,
    Place.CLOUD_BIN: Place.CLOUD_PHOTOS,
}
TRIPS: Final = (
    Trip(Place.CAMERA_ROLL, Place.RECENTLY_DELETED, Way.ITSELF),
    Trip(Place.CAMERA_ROLL, Place.CLOUD_PHOTOS, Way.ITSELF),
    Trip(Place.CLOUD_PHOTOS, Place.CLOUD_BIN, Way.ITSELF),
    Trip(Place.CLOUD_PHOTOS, Place.COMPUTER, Way.ITSELF),
    Trip(Place.CLOUD_PHOTOS, Place.OTHER_SCREENS, Way.ITSELF),
    Trip(Place.CLOUD_PHOTOS, Place.OLD_PHONE, Way.ITSELF),
    Trip(Place.CLOUD_PHOTOS, Place.FAMILY_CLOUD, Way.ITSELF),
    Trip(Place.CHAT_SENT, Place.CHAT_SAVED, Way.ITSELF),
    Trip(Place.CHAT_SAVED, Place.CAMERA_ROLL, Way.ITSELF),
    Trip(Place.FAMILY_CLOUD, Place.PARTNER_DEVICES, Way.ITSELF),
    Trip(Place.CAMERA_ROLL, Place.PHONE_BACKUP, Way.BACKUP),
    Trip(Place.CHAT_SENT, Place.CHAT_BACKUP, Way.BACKUP),
    Trip(Place.CAMERA_ROLL, Place.SHARED_ALBUM, Way.HANDED),
    Trip(Place.CHAT_SENT, Place.RECEIVERS, Way.HANDED),
    Trip(Place.RECEIVERS, Place.POSTED, Way.HANDED),
)
# Chats before the album they save into, an album before its bin, a backup after what it backs up, people last.
ORDER: Final[Mapping[Phase, tuple[Place, ...]]] = {
    Phase.CHATS: (Place.CHAT_SENT, Place.EMAIL, Place.CHAT_SAVED),
    Phase.PHONE: (Place.CAMERA_ROLL, Place.HIDDEN_ALBUM, Place.OTHER_APPS, Place.RECENTLY_DELETED),
    Phase.CLOUD: (
        Place.CLOUD_PHOTOS,
        Place.FAMILY_CLOUD,
        Place.CLOUD_BIN,
        Place.CHAT_BACKUP,
        Place.PHONE_BACKUP,
    ),
    Phase.DEVICES: (Place.COMPUTER, Place.OTHER_SCREENS, Place.OLD_PHONE, Place.CARD_OR_DRIVE, Place.PAPER),
    Phase.PEOPLE: (Place.SHARED_ALBUM, Place.POSTED, Place.PARTNER_DEVICES, Place.RECEIVERS),
}


def asked(ring: Ring) -> tuple[Place, ...]:
    """The places of ``ring`` that are asked about."""
    return tuple(place for place in RINGS[ring] if place not in FOLLOWS)


def answered(places: Iterable[Place], ring: Ring, ruled_out: Iterable[Place]) -> tuple[Place, ...]:
    """``places`` after the questions of ``ring``: all of the ring but what was ruled out, and the bins that follow."""
    out = set(ruled_out)
    possible = (set(places) - set(RINGS[ring])) | (set(asked(ring)) - out)
    possible |= {bin_ for bin_, album in FOLLOWS.items() if bin_ in RINGS[ring] and album in possible}
    return tuple(place for place in Place if place in possible)
