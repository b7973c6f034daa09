"""What a visitor gave, cleaned: white space and signs that nobody sees, links, choices. Twin of `answers.js`.

It changes no word. What was typed is hostile text: nothing here puts it into a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from safety.help.notices.form import Form
from safety.library.codes import FieldKind
from safety.library.notice_schema import NoticeField

Answers = Mapping[str, str]
TICKED = "yes"

# Control signs, invisible signs, and signs that turn the direction of what follows.
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_BREAK = re.compile("\r\n|[\r\u2028\u2029]")
# The same in every browser and in Python, whose own classes differ.
_SPACES = re.compile("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_GAP = re.compile("\n{3,}")


def prepared(form: Form, given: Answers) -> Answers:
    """The answers that count: of fields that are asked for, cleaned, each field once; '' where there is none."""
    answers: dict[str, str] = {}
    for field in form.fields:
        answers[field.id] = _value(field, given.get(field.id, "")) if holds(field.when, answers) else ""
    return MappingProxyType(answers)


def holds(when: Iterable[str], answers: Answers) -> bool:
    """Whether all conditions hold."""
    return all(_holds(condition, answers) for condition in when)


def links_of(value: str) -> list[str]:
    """The lines of a cleaned field of links."""
    return value.split("\n") if value else []


def _holds(condition: str, answers: Answers) -> bool:
    name, is_choice, wanted = condition.removeprefix("!").partition("=")
    given = answers.get(name, "")
    met = given == wanted if is_choice else given != ""
    return met is not condition.startswith("!")


def _value(field: NoticeField, given: str) -> str:
    match field.kind:
        case FieldKind.CHOICE:
            return given if any(given == option.id for option in field.options) else field.unsaid
        case FieldKind.TICK:
            return TICKED if given == TICKED else ""
        case FieldKind.TEXT:
            return _text(given)
        case FieldKind.LINKS:
            return "\n".join(dict.fromkeys(line for line in _lines(given) if line))
        case _:
            return _line(given)


def _seen(given: str) -> str:
    return _UNSEEN.sub("", _BREAK.sub("\n", given))


def _line(given: str) -> str:
    return _SPACES.sub(" ", _seen(given).replace("\n", " ")).strip(" ")


def _lines(given: str) -> list[str]:
    return [_SPACES.sub(" ", line).strip(" ") for line in _seen(given).split("\n")]


def _text(given: str) -> str:
    return _GAP.sub("\n\n", "\n".join(_lines(given))).strip("\n")
