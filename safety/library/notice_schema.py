"""The records of the notices: what a form asks, what it refuses, and the sentences it is made of.

A condition is `field=option`, or `field` for a field that is filled; `!` before it turns it round. All conditions of a
`when` have to hold. It does not judge answers: that is done twice, in `safety/help/notices/` and in `static/js/help/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safety.library.codes import FieldKind, Join, NoticeGroup, NoticeKind
from safety.library.text_schema import Source

# What a part of a `needs` is split at: one of these fields is enough.
EITHER = "|"
# A value that no field gives: the day in the visitor's own calendar, '' where it is not known.
TODAY = "today"
# The field that every notice about a picture asks first; without an answer the person may be under 18.
AGE_FIELD, ADULT = "age", "adult"


@dataclass(frozen=True)
class Option:
    """One answer to a choice; ``says`` is what stands in the text for it."""

    id: str
    label: str
    says: str = ""


@dataclass(frozen=True)
class NoticeField:
    """One field. ``only`` says in words when it is wanted, for the form that cannot hide it.

    ``unsaid`` is the option that no answer counts as. ``most`` is the number of characters, in links of each link.
    """

    id: str
    kind: FieldKind
    label: str
    most: int = 0
    hint: str = ""
    only: str = ""
    when: tuple[str, ...] = ()
    unsaid: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Element:
    """One thing that a notice has to hold. ``wanted`` names who wants it, ``law`` is the id of the law if it is one.

    Of each part of ``needs`` one field has to be filled. ``warn`` stands before the fields.
    """

    id: str
    name: str
    wanted: str
    why: str
    fields: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    law: str = ""
    warn: str = ""
    when: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """One sentence of the text. Those of one ``part`` make one paragraph; ``holds`` are the elements it carries."""

    part: str
    text: str
    join: Join = Join.SPACE
    when: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stop:
    """When this notice is not the right one: why, and where to go instead."""

    says: str
    when: tuple[str, ...]
    services: tuple[str, ...] = ()
    notices: tuple[NoticeKind, ...] = ()


@dataclass(frozen=True)
class Notice:
    """One kind of notice.

    ``asks`` are the fields before everything else. ``under_18`` is shown unless the person was 18 or over.
    ``platforms`` are those whose own form takes the text; ``sending`` says how it is sent.
    """

    id: str
    name: str
    order: int
    group: NoticeGroup
    who: str
    lead: str
    subject: str
    reviewed: date
    asks: tuple[str, ...]
    elements: tuple[Element, ...]
    sentences: tuple[Sentence, ...]
    sending: tuple[str, ...]
    laws: tuple[str, ...] = ()
    know: tuple[str, ...] = ()
    under_18: str = ""
    platforms: tuple[str, ...] = ()
    stops: tuple[Stop, ...] = ()
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The ids of all its fields, in the order of the form."""
        return (*self.asks, *(name for element in self.elements for name in element.fields))
