"""Several clean files as one zip, in memory: neutral names, one constant time, nothing of the visitor.

Files are stored, not packed again: pictures do not become smaller. Where files could not be cleaned, a note in
the zip says which and why. It tells them by number and size and never by name, since a zip is passed on.

Source: PKWARE APPNOTE.TXT 6.3.10, section 4.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Self
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from safety.photos.limits import MEBIBYTE
from safety.photos.outcome import Outcome
from safety.photos.words import error_sentence, readable_size

NAME: Final = "photos.zip"
# In capitals it stands above the photos in every list of files, and says the most by its name.
NOTE_NAME: Final = "NOT-CLEANED.txt"
# Above 64 MiB the server would write the answer to the disk.
MAX_BYTES: Final = 48 * MEBIBYTE
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_READABLE: Final = 0o100644 << 16
# For the directory and the note, of which each has a line for each of at most 200 files.
_REST_BYTES: Final = 128 * 1024


def _(text: str) -> str:
    """The text itself; the name marks it, so that it is found for translation."""
    return text


NOT_REACHED: Final = _("There was no time or no room left for it. Please choose it again, with fewer files.")
_HEAD: Final = _("Not cleaned, and so not in this zip: {missing} of {total} files.")
_LINE: Final = _("File {number} of {total} ({size}): {reason}")
_TAIL: Final = _("Your own files are unchanged. The others in this zip are clean.")


@dataclass(frozen=True)
class Ended:
    """How the file with this number ended; `outcome` is None when there was no time or room left for it."""

    number: int
    bytes: int
    outcome: Outcome | None

    @property
    def is_clean(self) -> bool:
        """True when there is a clean file."""
        return self.outcome is not None and self.outcome.refusal is None

    @property
    def found(self) -> int:
        """How many things it gave away."""
        return len(self.outcome.findings) if self.outcome else 0


class Archive:
    """A zip that is being written, a context manager; `has_room` is asked before each file."""

    def __init__(self) -> None:
        self._written = io.BytesIO()
        self._zip = ZipFile(self._written, "w", ZIP_STORED)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._zip.close()

    def has_room(self, size: int) -> bool:
        """Whether a file of this size still fits."""
        return self._written.tell() + size + _REST_BYTES <= MAX_BYTES

    def add(self, name: str, content: bytes) -> None:
        """Put a file in."""
        entry = ZipInfo(name, _FIRST_DAY)
        # The same zip on every system, with files that can be opened.
        entry.create_system, entry.external_attr = _UNIX, _READABLE
        self._zip.writestr(entry, content, ZIP_STORED)

    def finish(self) -> bytes:
        """The zip, to which nothing can be added any more."""
        self._zip.close()
        return self._written.getvalue()


def note(endings: Sequence[Ended], translate: Callable[[str], str] = str) -> str:
    """Which files are not in the zip and why, for people; empty when all of them are."""
    missing = [ended for ended in endings if not ended.is_clean]
    if not missing:
        return ""
    total = len(endings)
    lines = [translate(_HEAD).format(missing=len(missing), total=total), ""]
    for ended in missing:
        size, why = readable_size(ended.bytes), reason(ended, translate)
        lines.append(translate(_LINE).format(number=ended.number, total=total, size=size, reason=why))
    # Old readers on Windows show a text without carriage returns as one line.
    return "\r\n".join([*lines, "", translate(_TAIL), ""])


def reason(ended: Ended, translate: Callable[[str], str] = str) -> str:
    """Why there is no clean file; empty when there is one."""
    if ended.outcome is None:
        return translate(NOT_REACHED)
    refusal = ended.outcome.refusal
    return error_sentence(refusal.code, refusal.values).text(translate) if refusal else ""
