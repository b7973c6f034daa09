"""What the parts that are left out of a GIF give away.

Nothing here decides what is kept.

Source: design document metadata.md, sections 7 and 12; GIF89a specification sections 24 to 26; XMP
specification part 3, section 1.1.2 (GIF: a packet that is not in sub-blocks, and the trailer behind it).
"""

from collections.abc import Callable
from typing import Final

from safety.photos.findings import Finding
from safety.photos.formats.gif_blocks import Part, split_blocks
from safety.photos.metadata.iptc import report_iptc, report_resources
from safety.photos.metadata.text import read_text
from safety.photos.metadata.xmp import report_xmp
from safety.photos.plan import Draft
from safety.photos.reading import ReadingBudget
from safety.photos.source import Source

PLAIN_TEXT, CONTROL, COMMENT, APPLICATION = 0x01, 0xF9, 0xFE, 0xFF
NAME_BYTES = 11

_XMP_NAME = b"XMP DataXMP"
# Wherever a reader of sub-blocks arrives in it, it is led to the zero at its end.
_XMP_TRAILER = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
_XMP_STARTS: Final = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_KINDS: Final = {b"ICCRGBG1012": "colour-profile", b"C2PA_GIF\x01\0\0": "provenance"}
_READERS: Final[dict[bytes, Callable[[bytes, str, int], list[Finding]]]] = {
    b"MGKIPTC0000": report_iptc,
    b"MGK8BIM0000": report_resources,
}


class PartReport:
    """Notes findings about parts."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._budget = ReadingBudget()

    def hidden(self, name: str, start: int, size: int) -> None:
        """Note bytes that nothing uses."""
        self._draft.find("hidden-bytes", name, start, size)

    def dropped(self, part: Part) -> None:
        """Note what an extension says that is left out."""
        is_read = self._budget.take(part.size)
        if part.label == APPLICATION:
            self._application(part, is_read)
        elif part.label == COMMENT:
            self._draft.find("comment", "comment", part.start, part.size, value=self._text(part) if is_read else "")
        elif part.label == PLAIN_TEXT:
            value = self._text(part, 1) if is_read else ""
            self._draft.find("description", "plain text", part.start, part.size, value=value)
        elif part.label == CONTROL:
            self.hidden("graphic control", part.start, part.size)
        else:
            self._draft.find("unknown-part", "extension", part.start, part.size, fourcc=f"{part.label:02X}")

    def _text(self, part: Part, skipped: int = 0) -> str:
        """The text in the sub-blocks behind the first `skipped` ones."""
        blocks = list(split_blocks(self._raw(part)))
        return read_text(b"".join(blocks[skipped:]))

    def _raw(self, part: Part) -> bytes:
        return bytes(self._source.window(part.blocks, part.end - part.blocks))

    def _application(self, part: Part, is_read: bool) -> None:
        name = bytes(self._source.window(part.blocks, 1 + NAME_BYTES))[1:]
        shown = read_text(name)
        found = self._read(part, name) if is_read else []
        if found:
            self._draft.add(*found)
        elif name in _KINDS:
            self._draft.find(_KINDS[name], shown, part.start, part.size)
        else:
            self._draft.find("vendor-data", shown, part.start, part.size, fourcc=shown)

    def _read(self, part: Part, name: bytes) -> list[Finding]:
        """Findings from the blocks that have a reader; empty for the others."""
        if name == _XMP_NAME:
            return report_xmp(_packet(self._raw(part)), "XMP", part.start)
        reader = _READERS.get(name)
        if reader is None:
            return []
        blocks = list(split_blocks(self._raw(part)))
        return reader(b"".join(blocks[1:]), read_text(name), part.start)


def _packet(raw: bytes) -> bytes:
    """The XMP packet behind the name: as it is with a trailer, or, as some write it, in sub-blocks."""
    rest = raw[1 + NAME_BYTES :]
    if rest.startswith(_XMP_STARTS):
        return rest.removesuffix(_XMP_TRAILER)
    return b"".join(split_blocks(rest))
