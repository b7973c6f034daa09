"""Files of totals as they were sent: read in memory, forgotten with the answer. Their names are never looked at."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

from safety.teach.counting.kept_files import MAX_BYTES, MAX_FILES, Kept, NotTotals, read

FILE = "file"


@dataclass(frozen=True)
class Sent:
    """The files that could be read, and the places (from 1 up) of those that could not."""

    files: tuple[Kept, ...]
    unreadable: tuple[int, ...]
    is_cut: bool

    @property
    def is_empty(self) -> bool:
        """Whether no file was chosen."""
        return not (self.files or self.unreadable)


def sent_files() -> Sent:
    """What was sent to be added; files beyond the most that are taken are left unread."""
    # A field for files that is left empty is sent as one file without a name.
    given = [file for file in request.files.getlist(FILE) if file.filename]
    files: list[Kept] = []
    unreadable: list[int] = []
    for place, file in enumerate(given[:MAX_FILES], start=1):
        try:
            files.append(read(file.stream.read(MAX_BYTES + 1)))
        except NotTotals:
            unreadable.append(place)
    return Sent(tuple(files), tuple(unreadable), len(given) > MAX_FILES)
