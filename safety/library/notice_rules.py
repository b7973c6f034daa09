"""What must be true of a notice and of its fields, so that a form can never ask for what its text does not hold.

It reads the words only as far as names go: that they ask nobody for a copy of a picture is judged with all other texts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from safety.library.codes import FieldKind, ForWhom, NoticeKind
from safety.library.document import Document
from safety.library.faults import Fault
from safety.library.notice_schema import ADULT, AGE_FIELD, EITHER, TODAY, Notice, NoticeField
from safety.library.schema import Library

PLACE = re.compile(r"\{([a-z-]*)\}")
NOT_ADULT = f"!{AGE_FIELD}={ADULT}"


def texts(notice: Notice) -> tuple[str, ...]:
    """Everything that a visitor of any age may read of it."""
    elements = (text for one in notice.elements for text in (one.name, one.why, one.warn))
    told = (notice.name, notice.who, notice.lead, notice.under_18, *notice.know, *notice.sending)
    stops = (stop.says for stop in notice.stops)
    return (*told, *elements, *stops, *(sentence.text for sentence in notice.sentences))


def of_notice(document: Document, notice: Notice) -> Iterator[Fault]:
    """The faults of one notice by itself: its kind, its elements, and that each sentence carries what it says."""
    if notice.id not in [kind.value for kind in NoticeKind]:
        yield document.fault(document.region.line_of("id"), "No address has this kind.", ", ".join(NoticeKind))
    elements = [element.id for element in notice.elements]
    held = {id_ for sentence in notice.sentences for id_ in sentence.holds}
    for id_ in sorted(held ^ set(elements)):
        yield document.fault(1, f"The element {id_} and the sentences do not meet.", f'holds = ["{id_}"]')
    for id_ in _twice(elements):
        yield document.fault(1, f"The element {id_} is there twice.", "each once")
    for name in _twice(notice.fields):
        yield document.fault(1, f"The field {name} is asked twice.", "each field once")
    for element, region in zip(notice.elements, document.region.tables("elements"), strict=False):
        if element.law and element.law not in notice.laws:
            what = f"The law {element.law} is not among the laws of the notice."
            yield document.fault(region.line_of("law"), what, f'laws = ["{element.law}"]')
        if element.warn and not element.fields:
            yield document.fault(region.line_of("warn"), "The warning stands before no field.", "fields, or no warning")


def of_library(library: Library) -> Iterator[Fault]:
    """The faults between the notices, their fields, and the tables that they name."""
    fields = {field.id: field for field in library.notice_fields}
    known: Mapping[str, Collection[str]] = {
        "law": [law.id for law in library.laws],
        "platform": [platform.id for platform in library.platforms],
        "field": fields,
    }
    for notice in library.notices:
        file = f"{library.language}/help/notices/{notice.id}.toml"
        named = (("law", notice.laws), ("platform", notice.platforms), ("field", notice.fields))
        for word, ids in named:
            for id_ in sorted(set(ids) - set(known[word])):
                yield Fault(file, 1, f"There is no {word} {id_}.", f"the id of a {word}")
        if set(notice.fields) <= fields.keys():
            yield from _names(file, notice, {name: fields[name] for name in notice.fields})
        yield from _stops(file, notice, library)
    yield from _fields(library)


def _names(file: str, notice: Notice, fields: Mapping[str, NoticeField]) -> Iterator[Fault]:
    """Conditions, places and needs that name what the form of the notice does not ask."""
    conditions = {condition for stop in notice.stops for condition in stop.when}
    conditions |= {condition for element in notice.elements for condition in element.when}
    conditions |= {condition for sentence in notice.sentences for condition in sentence.when}
    conditions |= {condition for field in fields.values() for condition in field.when}
    for condition in sorted(conditions):
        name, is_choice, value = condition.lstrip("!").partition("=")
        options = [option.id for option in fields[name].options] if name in fields else []
        if name not in {*fields, TODAY} or (is_choice and value not in options):
            yield Fault(file, 1, f"The condition {condition!r} names nothing of this form.", "a field, or field=option")
    places = {name for sentence in notice.sentences for name in PLACE.findall(sentence.text)}
    needs = {name for element in notice.elements for need in element.needs for name in need.split(EITHER)}
    for name in sorted((places | needs) - {*fields, TODAY}):
        yield Fault(file, 1, f"The form has no field {name}.", "a field that the form asks")


def _stops(file: str, notice: Notice, library: Library) -> Iterator[Fault]:
    """A stop that somebody under 18 may meet names nothing that is for adults."""
    services = {service.id: service.who for service in library.services}
    for stop in notice.stops:
        for id_ in stop.services:
            if id_ not in services:
                yield Fault(file, 1, f"There is no service {id_}.", "the id of a service")
            elif NOT_ADULT in stop.when and services[id_] is ForWhom.ADULT:
                yield Fault(file, 1, f"{id_} is for adults only.", "a service for people under 18")


def _fields(library: Library) -> Iterator[Fault]:
    file = f"{library.language}/help/notice_fields.toml"
    asked = {name for notice in library.notices for name in notice.fields}
    for field in library.notice_fields:
        if field.id not in asked:
            yield Fault(file, 1, f"No notice asks for {field.id}.", "a notice that does, or no field")
        if bool(field.options) != (field.kind is FieldKind.CHOICE):
            yield Fault(file, 1, f"{field.id}: options belong to a choice, and only there.", "[[fields.options]]")
        if field.unsaid and field.unsaid not in [option.id for option in field.options]:
            yield Fault(file, 1, f"{field.id}: no answer counts as no option of it.", "unsaid = an option")
        if bool(field.most) == (field.kind in (FieldKind.CHOICE, FieldKind.TICK)):
            yield Fault(file, 1, f"{field.id}: what is typed has a length, and only that.", "most = 200")
        if bool(field.when) != bool(field.only):
            yield Fault(file, 1, f"{field.id}: a condition is said in words too.", 'only = "Only if …"')


def _twice(ids: Collection[str]) -> list[str]:
    names = list(ids)
    return sorted({id_ for id_ in names if names.count(id_) > 1})
