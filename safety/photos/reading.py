"""How much of a file's private parts is read to report on them; beyond that they are removed unread.

Source: design document metadata.md, section 14 (16 MiB); the number of parts is ours, against hostile files.
"""

from safety.photos.limits import MAX_REPORTED_PARTS, REPORT_MAX_BYTES


class ReadingBudget:
    """What is left to read, shared by all parts of one file."""

    def __init__(self) -> None:
        self._bytes_left = REPORT_MAX_BYTES
        self._parts_left = MAX_REPORTED_PARTS

    def take(self, size: int) -> bool:
        """True when a part of `size` bytes may be read; it is counted then."""
        self._parts_left -= 1
        if self._parts_left < 0 or size > self._bytes_left:
            return False
        self._bytes_left -= size
        return True
