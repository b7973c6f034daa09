"""Whether a notice can be made of the answers: what stops it, what is missing, what is wrong. Twin of `judge.js`.

A link is judged by its letters alone. Nothing is ever fetched, and nobody is told of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from safety.help.notices.answers import Answers, holds, links_of
from safety.help.notices.form import Form
from safety.library.codes import FieldKind
from safety.library.notice_schema import EITHER, NoticeField

LINKS_MAX = 50
AGE_MAX, CHILD_AGE_MAX = 120, 17
# A name of a host has a dot; what it may not hold would end it, or make it look like another.
_NAME = r"""[^ /?#@\\:<>"'`{}|^\[\]().]+"""
_LINK = re.compile(rf"[Hh][Tt][Tt][Pp][Ss]?://{_NAME}(?:\.{_NAME})+(?::[0-9]{{1,5}})?(?P<rest>[/?#][^ ]*)?")
_EMAIL = re.compile(r"[^ @]+@[^ @.]+(?:\.[^ @.]+)+")
_NUMBER = re.compile(r"[0-9]{1,3}")
HOME = ("", "/")


class Wrong(StrEnum):
    """What can be wrong with what was given."""

    TOO_LONG = "too-long"
    TOO_MANY = "too-many"
    NO_LINK = "no-link"
    NO_EMAIL = "no-email"
    NO_AGE = "no-age"
    NO_CHILD_AGE = "no-child-age"


@dataclass(frozen=True)
class Fault:
    """Something wrong in a field; ``line`` counts the links from 1, 0 for other fields."""

    field: str
    code: Wrong
    line: int = 0


@dataclass(frozen=True)
class Missing:
    """A part of an element that nobody filled, and the field where it can be filled first."""

    element: str
    field: str


@dataclass(frozen=True)
class Verdict:
    """``stop`` counts the stops from 0, -1 when none holds; ``homes`` are the lines of bare home pages."""

    stop: int
    missing: tuple[Missing, ...]
    faults: tuple[Fault, ...]
    homes: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the text can be made."""
        return self.stop < 0 and not self.missing and not self.faults


def judge(form: Form, answers: Answers) -> Verdict:
    """The verdict on prepared ``answers``."""
    stops = [at for at, stop in enumerate(form.notice.stops) if holds(stop.when, answers)]
    faults = tuple(fault for field in form.fields for fault in _faults(field, answers[field.id]))
    homes = tuple(at for at, link in enumerate(_links(form, answers), 1) if is_home(link))
    return Verdict(stops[0] if stops else -1, tuple(_missing(form, answers)), faults, homes)


def is_home(link: str) -> bool:
    """Whether it is the address of a whole site, which says nothing of one picture."""
    found = _LINK.fullmatch(link)
    return found is not None and (found["rest"] or "") in HOME


def _missing(form: Form, answers: Answers) -> Iterator[Missing]:
    for element in form.notice.elements:
        if holds(element.when, answers):
            for need in element.needs:
                names = need.split(EITHER)
                if not any(answers[name] for name in names):
                    yield Missing(element.id, names[0])


def _faults(field: NoticeField, value: str) -> Iterator[Fault]:
    if not value:
        return
    if field.kind is FieldKind.LINKS:
        yield from _faults_of_links(field, links_of(value))
    elif field.most and len(value) > field.most:
        yield Fault(field.id, Wrong.TOO_LONG)
    elif field.kind is FieldKind.EMAIL and not _EMAIL.fullmatch(value):
        yield Fault(field.id, Wrong.NO_EMAIL)
    elif field.kind is FieldKind.AGE and not _is_age(value, AGE_MAX):
        yield Fault(field.id, Wrong.NO_AGE)
    elif field.kind is FieldKind.CHILD_AGE and not _is_age(value, CHILD_AGE_MAX):
        yield Fault(field.id, Wrong.NO_CHILD_AGE)


def _faults_of_links(field: NoticeField, links: list[str]) -> Iterator[Fault]:
    if len(links) > LINKS_MAX:
        yield Fault(field.id, Wrong.TOO_MANY)
        return
    for at, link in enumerate(links, 1):
        if len(link) > field.most:
            yield Fault(field.id, Wrong.TOO_LONG, at)
        elif not _LINK.fullmatch(link):
            yield Fault(field.id, Wrong.NO_LINK, at)


def _links(form: Form, answers: Answers) -> list[str]:
    return [link for field in form.fields if field.kind is FieldKind.LINKS for link in links_of(answers[field.id])]


def _is_age(value: str, most: int) -> bool:
    return _NUMBER.fullmatch(value) is not None and int(value) <= most
