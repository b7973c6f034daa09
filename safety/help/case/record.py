"""The case inside a sealed file, read strictly: what is not known is refused, as the browser does it.

The rules are those of ``static/js/help/case/{fields,record,diary_shape}.js``; ``docs/case.md`` tells them. It does not
judge the hashes of the diary, and changes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from safety.help.case.sealed import CannotOpen, Why
from safety.library.codes import Age

FORMAT: Final = 1
MAX_ENTRIES, MAX_DIARY, MAX_SITTINGS, MAX_LINKS, MAX_PREVIOUS = 4000, 4000, 200, 100, 8
MAX_SHORT, MAX_LONG, MAX_ADDRESS, MAX_DRAFT = 200, 5000, 2000, 20_000
# What `trim` and `\s` of a browser take for white space.
_WHITE: Final = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_AROUND = re.compile(rf"^[{_WHITE}]|[{_WHITE}]\Z")
_SPACES = re.compile(f"[{_WHITE}]+")
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_PICTURE = re.compile(r"\b(?:data|blob|filesystem):", re.IGNORECASE | re.ASCII)
_NO_ADDRESS = re.compile(r"(?:javascript|vbscript|file|about|view-source|chrome|content):", re.IGNORECASE | re.ASCII)
_BYTES_AS_TEXT = re.compile(r"[A-Za-z0-9+/_=-]{60,}")
_MAX_BYTES_AS_TEXT: Final = 300
_MARK = re.compile(r"[0-9a-f]{16}")
_HASH = re.compile(r"[0-9a-f]{64}")
_LAW = re.compile(r"[a-z0-9-]{1,60}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIN_YEAR, _MAX_SAFE = 1900, 2**53 - 1

Rule = Callable[[Any], bool]


@dataclass(frozen=True)
class Entry:
    """One thing written down; ``fields`` are those of its ``kind``."""

    id: str
    kind: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """A whole case. Whoever gave no age is under 18."""

    age: Age
    entries: tuple[Entry, ...]

    def of(self, kind: str) -> tuple[Entry, ...]:
        """The entries of one kind, the oldest first."""
        return tuple(entry for entry in self.entries if entry.kind == kind)


def read(text: str) -> Case:
    """The case in ``text``.

    Raises:
        CannotOpen: it is newer than this program, or not written as the page writes it.
    """
    try:
        value = json.loads(text)
        written = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    except (ValueError, RecursionError) as error:
        raise CannotOpen(Why.DAMAGED) from error
    format_ = value.get("format") if isinstance(value, dict) else None
    if type(format_) is int and FORMAT < format_ <= _MAX_SAFE:
        raise CannotOpen(Why.NEWER)
    if written != text or not _is_case(value):
        raise CannotOpen(Why.DAMAGED)
    entries = [Entry(one["id"], one["kind"], MappingProxyType(one["fields"])) for one in value["entries"]]
    return Case(Age(value["age"]), tuple(entries))


def _is_text(most: int) -> Rule:
    def fits(value: Any) -> bool:
        return isinstance(value, str) and _units(value) <= most and _is_clean(value) and not hides_picture(value)

    return fits


def _units(text: str) -> int:
    """As a browser counts letters; half a letter, which `_is_clean` refuses, counts as one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_clean(text: str) -> bool:
    return not _CONTROLS.search(text) and not _AROUND.search(text)


def hides_picture(text: str) -> bool:
    """Whether a picture, or another file, is hidden in a text."""
    if _PICTURE.search(text):
        return True
    run = 0
    for word in _SPACES.split(text):
        run = run + len(word) if _BYTES_AS_TEXT.fullmatch(word) else 0
        if run >= _MAX_BYTES_AS_TEXT:
            return True
    return False


def _is_like(pattern: re.Pattern[str]) -> Rule:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _or_empty(rule: Rule) -> Rule:
    return lambda value: value == "" or rule(value)


def _needed(rule: Rule) -> Rule:
    return lambda value: value != "" and rule(value)


def _one_of(*values: str) -> Rule:
    return lambda value: isinstance(value, str) and value in values


def _is_time(pattern: re.Pattern[str]) -> Rule:
    def fits(value: Any) -> bool:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            return False
        try:
            return datetime.fromisoformat(value.removesuffix("Z")).year >= _MIN_YEAR
        except ValueError:
            return False

    return fits


def _is_address(value: Any) -> bool:
    return _is_text(MAX_ADDRESS)(value) and not _NO_ADDRESS.match(value)


def _are_links(value: Any) -> bool:
    return _are(_is_mark, value, MAX_LINKS) and len(set(value)) == len(value)


def _are_hashes(value: Any) -> bool:
    return _are(_is_hash, value, MAX_PREVIOUS)


def _are(rule: Rule, value: Any, most: int) -> bool:
    return isinstance(value, list) and len(value) <= most and all(map(rule, value))


def _are_versions(value: Any) -> bool:
    if not isinstance(value, dict) or not 0 < len(value) <= MAX_SITTINGS:
        return False
    return all(_is_mark(sitting) and _is_count(count) and count for sitting, count in value.items())


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= _MAX_SAFE


_is_mark = _is_like(_MARK)
_is_hash = _is_like(_HASH)
_is_moment = _is_time(_MOMENT)
_short, _long = _is_text(MAX_SHORT), _is_text(MAX_LONG)
_moment = _or_empty(_is_moment)
KINDS: Final[Mapping[str, Mapping[str, Rule]]] = {
    "link": {
        "address": _needed(_is_address), "where": _short, "seen": _moment,
        "state": _one_of("", "there", "gone"), "looked": _moment, "note": _long,
    },
    "account": {"name": _needed(_short), "where": _short, "address": _is_address, "note": _long},
    "said": {"words": _needed(_long), "who": _short, "where": _short, "heard": _moment},
    "report": {
        "to": _needed(_short), "sent": _moment, "number": _short, "way": _short, "law": _or_empty(_is_like(_LAW)),
        "starts": _moment, "links": _are_links,
        "state": _one_of("waiting", "answered", "refused", "done"), "answered": _moment, "answer": _long,
    },
    "reminder": {"day": _is_time(_DAY), "what": _short, "isDone": lambda value: isinstance(value, bool)},
    "file": {"sha256": _is_hash, "bytes": _is_count, "kept": _short, "shows": _short, "taken": _moment},
}  # fmt: skip


def _fits(value: Any, rules: Mapping[str, Rule]) -> bool:
    """Whether it has exactly these fields, each as its rule wants it."""
    if not isinstance(value, dict) or value.keys() != rules.keys():
        return False
    return all(rule(value[name]) for name, rule in rules.items())


def _list_of(most: int, key: str, rule: Rule) -> Rule:
    """A list of which each has a ``key`` of its own."""

    def fits(value: Any) -> bool:
        if not isinstance(value, list) or len(value) > most or not all(map(rule, value)):
            return False
        return len({one[key] for one in value}) == len(value)

    return fits


def _is_entry(value: Any) -> bool:
    head: dict[str, Rule] = {
        "id": _is_mark, "kind": _one_of(*KINDS), "made": _is_moment, "changed": _is_moment, "mark": _is_mark,
        "versions": _are_versions, "fields": lambda fields: isinstance(fields, dict),
    }  # fmt: skip
    return _fits(value, head) and _fits(value["fields"], KINDS[value["kind"]])


def _is_note(value: Any) -> bool:
    shape: dict[str, Rule] = {
        "what": _one_of("note", "joined"), "at": _is_moment, "text": _long, "corrects": _or_empty(_is_hash),
        "previous": _are_hashes, "hash": _is_hash,
    }  # fmt: skip
    return _fits(value, shape) and (value["what"] == "note" or (value["text"], value["corrects"]) == ("", ""))


def _is_gone(value: Any) -> bool:
    return _fits(value, {"id": _is_mark, "versions": _are_versions})


def _is_case(value: Any) -> bool:
    shape: dict[str, Rule] = {
        "format": lambda number: type(number) is int and number == FORMAT,
        "id": _is_mark, "made": _is_moment, "age": _one_of(*Age),
        "entries": _list_of(MAX_ENTRIES, "id", _is_entry), "gone": _list_of(MAX_ENTRIES, "id", _is_gone),
        "diary": _list_of(MAX_DIARY, "hash", _is_note),
        "draft": lambda draft: _fits(draft, {"text": _is_text(MAX_DRAFT), "versions": _are_versions}),
    }  # fmt: skip
    if not _fits(value, shape):
        return False
    return value["age"] == Age.ADULT or all(entry["kind"] != "file" for entry in value["entries"])
