"""The closed words of the talks, as enums."""

from __future__ import annotations

from enum import StrEnum


class TalkAge(StrEnum):
    """The ages a talk is written for, from the youngest up."""

    UNDER_5 = "under-5"
    FROM_5 = "5-7"
    FROM_8 = "8-10"
    FROM_11 = "11-12"
    FROM_13 = "13-15"
    FROM_16 = "16-17"


class Voice(StrEnum):
    """Who reads a line of a page for two."""

    GROWN_UP = "grown-up"
    CHILD = "child"
    BOTH = "both"


class GoingOn(StrEnum):
    """What a talk is about: the ids of the situations."""

    STARTING = "starting"
    FIRST_PHONE = "first-phone"
    PICTURE_OF_ME = "picture-of-me"
    ASKED = "asked"
    SENT = "sent"
    RECEIVED = "received"
    PASSED_AROUND = "passed-around"
    THREATENED = "threatened"
    FAKE = "fake"
    GAMING = "gaming"
    RELATIVES_POST = "relatives-post"
    SIBLING = "sibling"
    QUIET = "quiet"


class Moment(StrEnum):
    """When one reads of a situation: before anything has happened, or when help comes first."""

    CALM = "calm"
    NOW = "now"


class Side(StrEnum):
    """Who practises a scene: the adult who cares for a child, or the child or teen."""

    PARENT = "parent"
    TEEN = "teen"


class Listener(StrEnum):
    """Who hears what is said in a scene: the own child, or anybody else."""

    CHILD = "child"
    OTHER = "other"


class CardFor(StrEnum):
    """Who carries a card to cut out."""

    PARENTS = "parents"
    TEENS = "teens"
    CHILDREN = "children"
    RELATIVES = "relatives"


class SayDrawing(StrEnum):
    """The drawn kinds of photos of 'My say'; each is drawn in templates/talk/tools/drawings.html."""

    BALL = "ball"
    CAKE = "cake"
    FUNNY_FACE = "funny-face"
    SLEEPING = "sleeping"
    CRYING = "crying"
    PLASTER = "plaster"
    SCHOOL_BAG = "school-bag"
    FRIENDS = "friends"
    EATING = "eating"
    CROWN = "crown"
    PAINTING = "painting"
    HOUSE = "house"
