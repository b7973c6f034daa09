"""Reads what was sent with a form: files one at a time, and wishes. Nothing of it is kept or written down."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Final

from flask import request
from werkzeug.datastructures import FileStorage

from safety.photos.look import Sent
from safety.photos.wishes import DEEP, DEEP_CHOICES, FIELDS, LONGEST_SIDE, WishError, Wishes, read_wishes
from safety.web.limits import WorkLimit

FILE: Final = "file"
TAGS: Final = "tags"
MULTIPART: Final = "multipart/form-data"
# Each file at work holds its bytes about three times.
WORKING: Final = WorkLimit(4)
# A picture that is drawn anew can take more than a gigabyte for half a minute, in a process of its own.
DRAWING: Final = WorkLimit(1)
WORK_SECONDS: Final = 20


def _(text: str) -> str:
    """The text itself; the name marks it, so that it is found for translation."""
    return text


# What can be wrong with a request to the service: the status, and the words.
FAULTS: Final = {
    "not-multipart": (415, _("Send the file as multipart/form-data.")),
    "no-file": (400, _("There is no file in the field named file.")),
    "one-file-only": (400, _("Send one file at a time.")),
    "unknown-field": (400, _("There is a field that this address does not know.")),
    "wrong-value": (400, _("A field has a value that it cannot have.")),
}


class FormError(Exception):
    """What was sent to the service is no file with wishes; `code` is a key of ``FAULTS``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        self.status, self.text = FAULTS[code]


def only_file(known_fields: Collection[str] = ()) -> bytes:
    """The one file of a request to the service.

    Raises: FormError.
    """
    if request.mimetype != MULTIPART:
        raise FormError("not-multipart")
    if not request.files.keys() <= {FILE} or not request.form.keys() <= {*known_fields, FILE}:
        raise FormError("unknown-field")
    files = request.files.getlist(FILE)
    # A file that is sent as a field without a name has already been read as text, and is spoiled.
    if not files or FILE in request.form:
        raise FormError("no-file")
    if len(files) > 1:
        raise FormError("one-file-only")
    return _taken(files[0])


def wishes_of_program() -> Wishes:
    """The wishes in a request to the service. Raises: FormError."""
    if any(len(request.form.getlist(name)) > 1 for name in FIELDS):
        raise FormError("wrong-value")
    try:
        return read_wishes(request.form)
    except WishError as error:
        raise FormError(error.code) from error


def wishes_of_page() -> Wishes:
    """The wishes on the page. A size that was chosen for a new picture does not count for the same one."""
    chosen = {name: request.form[name] for name in FIELDS if request.form.get(name)}
    if not DEEP_CHOICES.get(chosen.get(DEEP, ""), False):
        chosen.pop(LONGEST_SIDE, None)
    return read_wishes(chosen)


def wants_tags() -> bool:
    """Whether somebody wants to see every tag."""
    return request.form.get(TAGS) == "1"


def chosen_files() -> list[FileStorage]:
    """The files that somebody chose on the page; not yet read."""
    # A browser sends an empty part without a name where nothing was chosen.
    return [file for file in request.files.getlist(FILE) if file.filename]


def read_in_turn(files: Iterable[FileStorage]) -> Iterator[tuple[Sent, bytes]]:
    """Each file in the order of sending; what came before is forgotten when the next is asked for."""
    for number, file in enumerate(files, 1):
        content = _taken(file)
        yield Sent(number, file.filename or "", len(content)), content


def place_to_draw(wishes: Wishes) -> AbstractContextManager[None]:
    """A second place, for pictures that are drawn anew. Raises: ServiceUnavailable, on entering."""
    return DRAWING.place() if wishes.is_deep else nullcontext()


def time_for_work() -> Callable[[], bool]:
    """Says, whenever it is asked, whether there is time left for one more file."""
    end = time.monotonic() + WORK_SECONDS
    return lambda: time.monotonic() < end


def _taken(file: FileStorage) -> bytes:
    content: bytes = file.stream.read()
    file.close()
    return content
