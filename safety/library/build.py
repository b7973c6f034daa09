"""Builds a frozen record from a TOML table by the types of the record's fields.

Understands str, int, date, enums, tuples of these, records, and tuples of records. A field with a
default may be left out. Everything else in the table is a fault: a mistyped key never passes.
"""

from __future__ import annotations

import types
from collections.abc import Hashable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from safety.library.document import Document, Region
from safety.library.faults import Fault

Record = TypeVar("Record")
WORDS = {str: 'text in quotes, such as "…"', int: "a whole number", date: "a date, such as 2026-11-23"}


class Wrong(Exception):
    """A value does not fit; carries what is wrong and what to write."""

    def __init__(self, what: str, write: str) -> None:
        self.what, self.write = what, write
        super().__init__(what)


class Builder:
    """Builds records of one document and collects every fault on the way into ``faults``."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.faults: list[Fault] = []

    def record(
        self, kind: type[Record], table: dict[str, Any], region: Region, name: str = "", **given: object
    ) -> Record | None:
        """The record, or None when a fault made it impossible. ``given`` are fields the file does not hold."""
        hints = _hints(kind)  # type: ignore[arg-type]  # a class is hashable
        values: dict[str, object] = dict(given)
        wanted = {field.name: field for field in fields(kind) if field.name not in given}  # type: ignore[arg-type]  # a dataclass by contract
        for key in table.keys() - wanted.keys():
            write = "one of " + ", ".join(sorted(wanted))
            self.add(region.line_of(key), f"The key {key} is not known here.", write)
        for key, field in wanted.items():
            values |= self._field(field, hints[key], table, region, name)
        return kind(**values) if wanted.keys() <= values.keys() else None

    def add(self, line: int, what: str, write: str) -> None:
        """Notes one fault."""
        self.faults.append(self.document.fault(line, what, write))

    def _field(
        self, field: Field[Any], hint: Any, table: dict[str, Any], region: Region, name: str
    ) -> dict[str, object]:
        key = field.name
        if key not in table:
            if field.default is not MISSING:
                return {key: field.default}
            self.add(region.start, f"The key {key} is missing.", f"{key} = {_sample(hint)}")
            return {}
        try:
            return {key: self._value(hint, table[key], region, f"{name}.{key}".lstrip("."))}
        except Wrong as wrong:
            self.add(region.line_of(key), f"{key}: {wrong.what}", wrong.write)
            return {}

    def _value(self, hint: Any, value: Any, region: Region, name: str) -> object:
        if get_origin(hint) is types.UnionType:
            hint = get_args(hint)[0]
        if get_origin(hint) is tuple:
            return self._several(get_args(hint)[0], value, region, name)
        return _single(hint, value)

    def _several(self, hint: Any, value: Any, region: Region, name: str) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise Wrong("this is a list.", "[" + _sample(hint) + "]")
        if not is_dataclass(hint):
            members = tuple(_single(hint, one) for one in value)
            if len(set(members)) < len(members):
                raise Wrong("something is named twice.", "each once")
            return members
        return tuple(one for one, _ in self.rows(hint, value, region, name))

    def rows(self, kind: Any, value: object, region: Region, name: str) -> list[tuple[Any, Region]]:
        """The records of the tables ``[[name]]`` inside ``region``, each with its own region.

        Raises:
            Wrong: ``value`` is no list of tables.
        """
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise Wrong("this is a list of tables.", f"[[{name}]], then its keys")
        regions = region.tables(name)
        if len(regions) != len(value):
            regions = (region,) * len(value)
        built = [(self.record(kind, one, part, name), part) for one, part in zip(value, regions, strict=True)]
        return [(record, part) for record, part in built if record is not None]


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)


def _single(hint: Any, value: Any) -> object:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        if value not in [member.value for member in hint]:
            raise Wrong(f"{value!r} is not one of the known words.", _sample(hint))
        return hint(value)
    if type(value) is not hint:
        raise Wrong(f"{value!r} is of the wrong kind.", WORDS[hint])
    if isinstance(value, str) and value != value.strip():
        raise Wrong("there is white space at an end.", "the text without it")
    return value


def _sample(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return "[" + _sample(get_args(hint)[0]) + "]"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return " or ".join(f'"{member.value}"' for member in hint)
    return WORDS.get(hint, "…")
