"""The fields of one box, read front to back: whole numbers and bytes, never beyond its end.

Source: ISO/IEC 14496-12 section 4.2 (fields are big-endian; a full box starts with version and flags).
"""

from safety.photos.errors import damaged


class Fields:
    """A place in the content of a box; every read moves it on."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    @property
    def rest(self) -> bytes:
        """What has not been read yet."""
        return self._content[self._at :]

    @property
    def at(self) -> int:
        """Bytes read so far."""
        return self._at

    def raw(self, length: int) -> bytes:
        """The next `length` bytes. Raises: CleanError damaged, when there are fewer."""
        end = self._at + length
        if end > len(self._content):
            raise damaged("size")
        piece = self._content[self._at : end]
        self._at = end
        return piece

    def number(self, length: int) -> int:
        """The next `length` bytes as an unsigned number; 0 for no bytes. Raises: CleanError damaged."""
        return int.from_bytes(self.raw(length), "big")

    def version_and_flags(self) -> tuple[int, int]:
        """The first four bytes of a full box. Raises: CleanError damaged."""
        return self.number(1), self.number(3)

    def text(self) -> bytes | None:
        """The bytes before the next zero byte, which is passed; None when nothing at all is left."""
        if self._at >= len(self._content):
            return None
        text, _, _ = self.rest.partition(b"\0")
        self._at = min(self._at + len(text) + 1, len(self._content))
        return text


def full_box(kind: bytes, version: int, flags: int, content: bytes) -> bytes:
    """A box with version and flags."""
    return plain_box(kind, bytes([version]) + flags.to_bytes(3, "big") + content)


def plain_box(kind: bytes, content: bytes) -> bytes:
    """A box; its size fits into 32 bits, since it stands for a part of a table that was read."""
    return (len(content) + 8).to_bytes(4, "big") + kind + content
