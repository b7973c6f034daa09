"""The form of one kind of notice: its record together with its fields, and the same as plain values for the browser."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from safety.library.notice_schema import Notice, NoticeField
from safety.library.schema import Library


@dataclass(frozen=True)
class Form:
    """A notice and its fields, in the order in which they are asked."""

    notice: Notice
    fields: tuple[NoticeField, ...]

    @cached_property
    def by_id(self) -> dict[str, NoticeField]:
        """Its fields by their ids."""
        return {field.id: field for field in self.fields}

    @property
    def plain(self) -> dict[str, Any]:
        """What `static/js/help/notices/` works with, and nothing that is only shown."""
        notice = self.notice
        return {
            "subject": notice.subject,
            "fields": [_plain_field(field) for field in self.fields],
            "stops": [list(stop.when) for stop in notice.stops],
            "elements": [
                {"id": one.id, "fields": list(one.fields), "needs": list(one.needs), "when": list(one.when)}
                for one in notice.elements
            ],
            "sentences": [
                {"part": one.part, "text": one.text, "join": one.join.value, "when": list(one.when)}
                for one in notice.sentences
            ],
        }


def form_of(library: Library, kind: str) -> Form | None:
    """The form of the notice ``kind``, or None when there is no such notice."""
    known = {field.id: field for field in library.notice_fields}
    notice = next((one for one in library.notices if one.id == kind), None)
    return Form(notice, tuple(known[name] for name in notice.fields)) if notice else None


def _plain_field(field: NoticeField) -> dict[str, Any]:
    return {
        "id": field.id,
        "kind": field.kind.value,
        "most": field.most,
        "when": list(field.when),
        "unsaid": field.unsaid,
        "options": {option.id: option.says for option in field.options},
    }
