"""Where everything of the map stands: a wide one with rings around the phone, a tall one for small screens.

Tables only, in units of the drawing; ``drawing`` turns them into lines. Every place has room in both of them,
possible or not, so nothing moves and no two labels meet, whatever was answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from safety.check.copies.places import Ring
from safety.library.codes import Place

Point = tuple[float, float]


@dataclass(frozen=True)
class Stand:
    """The middle of a place's circle, and whether its label is above it."""

    x: float
    y: float
    above: bool = False


@dataclass(frozen=True)
class Layout:
    """One arrangement. ``rings`` are paths, ``names`` where each ring's name begins or is centred.

    ``routes`` are the points between which a trip bends; a wide one has a single point that pulls at the curve,
    a tall one the corners of its lane. Without a route a trip is straight.
    """

    width: int
    height: int
    radius: int
    letter: float
    line: float
    phone: Point
    stands: Mapping[Place, Stand]
    rings: Mapping[Ring, str]
    names: Mapping[Ring, Point]
    routes: Mapping[tuple[Place, Place], tuple[Point, ...]]
    curved: bool


def _ellipse(x: float, y: float, across: float, down: float) -> str:
    return f"M{x - across} {y}a{across} {down} 0 1 1 {2 * across} 0a{across} {down} 0 1 1 {-2 * across} 0"


P = Place
WIDE: Final = Layout(
    width=1180,
    height=800,
    radius=26,
    letter=9.2,
    line=19,
    phone=(590, 392),
    stands={
        P.CAMERA_ROLL: Stand(428, 364),
        P.RECENTLY_DELETED: Stand(464, 472),
        P.CHAT_SAVED: Stand(752, 364),
        P.HIDDEN_ALBUM: Stand(590, 512),
        P.OTHER_APPS: Stand(716, 472),
        P.COMPUTER: Stand(352, 268, above=True),
        P.OTHER_SCREENS: Stand(312, 468),
        P.OLD_PHONE: Stand(395, 545),
        P.CARD_OR_DRIVE: Stand(834, 508),
        P.PAPER: Stand(862, 306, above=True),
        P.CLOUD_PHOTOS: Stand(168, 358),
        P.CLOUD_BIN: Stand(186, 476),
        P.FAMILY_CLOUD: Stand(230, 246, above=True),
        P.PHONE_BACKUP: Stand(404, 146, above=True),
        P.SHARED_ALBUM: Stand(590, 122, above=True),
        P.CHAT_BACKUP: Stand(976, 506),
        P.CHAT_SENT: Stand(1105, 392, above=True),
        P.RECEIVERS: Stand(984, 608),
        P.POSTED: Stand(766, 708),
        P.PARTNER_DEVICES: Stand(106, 276, above=True),
        P.EMAIL: Stand(246, 642),
    },
    rings={
        Ring.PHONE: _ellipse(590, 392, 165, 120),
        Ring.DEVICES: _ellipse(590, 392, 300, 200),
        Ring.CLOUD: _ellipse(590, 392, 425, 270),
        Ring.PEOPLE: _ellipse(590, 392, 515, 336),
    },
    names={
        Ring.PHONE: (590, 278),
        Ring.DEVICES: (716, 216),
        Ring.CLOUD: (784, 154),
        Ring.PEOPLE: (846, 102),
    },
    routes={
        (P.CAMERA_ROLL, P.RECENTLY_DELETED): ((496, 402),),
        (P.CHAT_SAVED, P.CAMERA_ROLL): ((590, 256),),
        (P.CLOUD_PHOTOS, P.OLD_PHONE): ((386, 372),),
        (P.CAMERA_ROLL, P.PHONE_BACKUP): ((430, 250),),
        (P.CAMERA_ROLL, P.SHARED_ALBUM): ((476, 200),),
        (P.CLOUD_PHOTOS, P.CLOUD_BIN): ((106, 410),),
        (P.CHAT_SENT, P.RECEIVERS): ((1110, 548),),
        (P.RECEIVERS, P.POSTED): ((850, 612),),
        (P.CHAT_SENT, P.CHAT_BACKUP): ((1030, 428),),
    },
    curved=True,
)

# Three columns with lanes between and beside them, in which the trips run down.
LEFT, MIDDLE, RIGHT = 60, 170, 280
TOP, STEP, RING = 172, 94, 242
ROWS: Final[Mapping[Ring, tuple[tuple[Place | None, Place | None, Place | None], ...]]] = {
    Ring.PHONE: ((P.CAMERA_ROLL, P.RECENTLY_DELETED, P.CHAT_SAVED), (P.HIDDEN_ALBUM, None, P.OTHER_APPS)),
    Ring.DEVICES: ((P.CARD_OR_DRIVE, P.OLD_PHONE, P.COMPUTER), (P.PAPER, None, P.OTHER_SCREENS)),
    Ring.CLOUD: ((P.PHONE_BACKUP, P.CLOUD_PHOTOS, P.CLOUD_BIN), (P.FAMILY_CLOUD, P.SHARED_ALBUM, P.CHAT_BACKUP)),
    Ring.PEOPLE: ((P.PARTNER_DEVICES, P.RECEIVERS, P.CHAT_SENT), (P.EMAIL, None, P.POSTED)),
}


def _row_y(ring: int, row: int) -> int:
    return TOP + ring * RING + row * STEP


PHONE_1, DEVICES_1, DEVICES_2 = _row_y(0, 0), _row_y(1, 0), _row_y(1, 1)
CLOUD_1, CLOUD_2, PEOPLE_1, PEOPLE_2 = _row_y(2, 0), _row_y(2, 1), _row_y(3, 0), _row_y(3, 1)
TALL: Final = Layout(
    width=340,
    height=TOP + 4 * RING - 78,
    radius=20,
    letter=7.8,
    line=16,
    phone=(170, 46),
    stands={
        place: Stand(x, _row_y(number, row))
        for number, rows in enumerate(ROWS.values())
        for row, places in enumerate(rows)
        for x, place in zip((LEFT, MIDDLE, RIGHT), places, strict=True)
        if place
    },
    rings={ring: f"M0 {TOP - 62 + at * RING}q170 -34 340 0" for at, ring in enumerate(Ring)},
    names={ring: (170, TOP - 52 + at * RING) for at, ring in enumerate(Ring)},
    routes={
        (P.CHAT_SAVED, P.CAMERA_ROLL): ((280, PHONE_1 - 42), (60, PHONE_1 - 42)),
        (P.CAMERA_ROLL, P.CLOUD_PHOTOS): ((117, PHONE_1 + 7), (117, CLOUD_1)),
        (P.CAMERA_ROLL, P.SHARED_ALBUM): ((109, PHONE_1 + 13), (109, CLOUD_2)),
        (P.CAMERA_ROLL, P.PHONE_BACKUP): ((8, PHONE_1), (8, CLOUD_1)),
        (P.CLOUD_PHOTOS, P.OLD_PHONE): ((221, CLOUD_1 - 12), (221, DEVICES_1)),
        (P.CLOUD_PHOTOS, P.COMPUTER): ((227, CLOUD_1 - 7), (227, DEVICES_1)),
        (P.CLOUD_PHOTOS, P.OTHER_SCREENS): ((233, CLOUD_1 - 2), (233, DEVICES_2)),
        (P.RECEIVERS, P.POSTED): ((227, PEOPLE_1 + 7), (227, PEOPLE_2)),
        (P.FAMILY_CLOUD, P.PARTNER_DEVICES): ((8, CLOUD_2), (8, PEOPLE_1)),
        (P.CHAT_SENT, P.CHAT_SAVED): ((334, PEOPLE_1), (334, PHONE_1)),
        (P.CHAT_SENT, P.CHAT_BACKUP): ((326, PEOPLE_1 - 7), (326, CLOUD_2)),
    },
    curved=False,
)
