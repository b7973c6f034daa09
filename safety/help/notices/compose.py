"""The text of a notice, out of fixed sentences and what a visitor gave, and its draft for a mail program.

Twin of `compose.js`: both give the same text, letter for letter (`tests/vectors/notices.json`). It adds no word of its
own, and it does not ask whether the notice is whole: that is judged before.
"""

from __future__ import annotations

import re
from itertools import groupby
from urllib.parse import quote

from safety.help.notices.answers import Answers, holds, links_of
from safety.help.notices.form import Form
from safety.library.codes import FieldKind, Join
from safety.library.notice_schema import TODAY, Sentence

_PLACE = re.compile(r"\{([a-z-]+)\}")
# What the same function of a browser leaves as it is.
_PLAIN = "!~*'()"
# Older mail programs cut an address that is longer.
DRAFT_MAX = 2000


def compose(form: Form, answers: Answers, today: str = "") -> str:
    """The text for prepared ``answers``; ``today`` as 2026-11-23, '' leaves the line out."""
    values = {**answers, TODAY: today}
    fitting = [sentence for sentence in form.notice.sentences if holds(sentence.when, values)]
    said = {name: _said(form, name, value) for name, value in values.items()}
    parts = [list(part) for _, part in groupby(fitting, key=lambda sentence: sentence.part)]
    return "\n\n".join(_paragraph(part, said) for part in parts) + "\n"


def draft(subject: str, text: str) -> str:
    """The address that opens a draft without a receiver in a mail program. Source: RFC 6068, checked 2026-11-23."""
    lines = text.replace("\n", "\r\n")
    return f"mailto:?subject={quote(subject, safe=_PLAIN)}&body={quote(lines, safe=_PLAIN)}"


def _paragraph(sentences: list[Sentence], said: dict[str, str]) -> str:
    text = ""
    for sentence in sentences:
        between = "" if not text else "\n" if sentence.join is Join.LINE else " "
        text += between + _PLACE.sub(lambda place: said[place[1]], sentence.text)
    return text


def _said(form: Form, name: str, value: str) -> str:
    """What stands in the text for the value of a field."""
    field = form.by_id.get(name)
    if field is None:
        return value
    if field.kind is FieldKind.LINKS:
        return "\n".join(f"{at}. {link}" for at, link in enumerate(links_of(value), 1))
    return next((option.says for option in field.options if option.id == value and option.says), value)
