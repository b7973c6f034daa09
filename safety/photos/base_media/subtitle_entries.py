"""The sample descriptions of subtitles that stay: how to show the texts, and no notes of those who wrote them.

The names of fonts stay, and so do the styles and regions of WebVTT, since the texts look different without them.

Source: design document metadata.md, section 10 (stsd); 3GPP TS 26.245 section 5.16 (tx3g, ftab); ISO/IEC 14496-30
sections 5 (stpp) and 6 (wvtt); ISO/IEC 14496-14 section 6.7 (mp4s); QuickTime File Format, text sample
description; W3C WebVTT section 4.1 (header, STYLE, REGION).
"""

import re
from collections.abc import Callable
from typing import Final

from safety.photos.base_media.box_sheet import BoxSheet
from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.base_media.configuration import clean_configuration
from safety.photos.base_media.fields import Fields
from safety.photos.base_media.movie_report import MovieReport
from safety.photos.base_media.property_content import Cleaned
from safety.photos.base_media.sample_tables import Packing
from safety.photos.errors import damaged
from safety.photos.limits import MAX_CONFIGURATION_BYTES

_ENTRY_BYTES, _TIMED_TEXT_BYTES, _QUICKTIME_BYTES = 8, 38, 51
_INDEX: Final = (6, 8)
# Flags, justification, background and box; font and face; foreground. What is between them is reserved.
_QUICKTIME_PARTS: Final = (_INDEX, (8, 30), (38, 42), (45, 51))
_XML_TEXTS, _XML_MAX_BYTES = 3, 4096
_WORD = re.compile(rb"[^ ]+")
_XML_WORDS: Final = (
    frozenset(
        b"http://www.w3.org/ns/ttml http://www.w3.org/ns/ttml#parameter http://www.w3.org/ns/ttml#styling"
        b" http://www.w3.org/ns/ttml#metadata http://www.w3.org/ns/ttml/profile/imsc1/text"
        b" http://www.w3.org/ns/ttml/profile/imsc1/image http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt"
        b" http://www.smpte-ra.org/schemas/2052-1/2013/smpte-tt urn:ebu:tt:metadata urn:ebu:tt:style".split()
    ),
    # Where to find a schema; nobody looks there.
    frozenset[bytes](),
    frozenset(b"image/png image/jpeg font/otf font/ttf font/woff application/x-font-opentype".split()),
)
_WEB_MARK, _WEB_BLOCKS = b"WEBVTT", (b"STYLE", b"REGION")


class SubtitleEntryPlanner:
    """Goes through the entries of one track, which are all of a kind in `SUBTITLE_ENTRIES`."""

    def __init__(self, reader: BoxReader, sheet: BoxSheet, report: MovieReport) -> None:
        self._reader = reader
        self._source = reader.source
        self._sheet = sheet
        self._report = report

    def plan(self, entry: Box) -> Packing:
        """Put one entry on the sheet. Raises: CleanError damaged."""
        is_timed = entry.kind == b"tx3g" or self._is_timed_text(entry)
        if entry.kind == b"text" and not is_timed:
            self._quicktime(entry)
            return Packing(0, 0)
        length = _TIMED_TEXT_BYTES if is_timed else _ENTRY_BYTES
        self._sheet.keep_parts(entry, (_INDEX[0], length))
        if entry.kind == b"stpp":
            length += self._xml_texts(entry)
        for child in self._reader.children(entry, length):
            self._child(entry, child)
        return Packing(0, 0)

    def _is_timed_text(self, entry: Box) -> bool:
        """True for a `text` with the fields of `tx3g`, as FFmpeg writes it; QuickTime's has reserved bytes there."""
        start = entry.content + _TIMED_TEXT_BYTES + 4
        return entry.kind == b"text" and bytes(self._source.window(start, 4)) == b"ftab"

    def _quicktime(self, entry: Box) -> None:
        """The fields, and the name of the font behind its length."""
        self._sheet.keep_parts(entry, *_QUICKTIME_PARTS)
        start = entry.content + _QUICKTIME_BYTES
        if start < entry.end:
            length = 1 + self._source.read(start, 1)[0]
            self._sheet.sheet.keep(start, min(length, entry.end - start))

    def _xml_texts(self, entry: Box) -> int:
        """Known names of namespaces and of types; spaces take the place of others. Gives the length of all."""
        start = entry.content + _ENTRY_BYTES
        content = self._source.read(start, min(entry.content_bytes - _ENTRY_BYTES, _XML_MAX_BYTES))
        texts = content.split(b"\0", _XML_TEXTS)[:_XML_TEXTS]
        old = b"".join(text + b"\0" for text in texts)
        if len(texts) < _XML_TEXTS or len(old) > len(content):
            raise damaged("size")
        new = b"".join(_only(known, text) + b"\0" for known, text in zip(_XML_WORDS, texts, strict=True))
        self._sheet.write(start, new)
        self._report.configuration(entry, old, Cleaned(new, _differing(old, new)))
        return len(old)

    def _child(self, entry: Box, box: Box) -> None:
        clean = _CLEANERS.get((entry.kind, box.kind))
        is_read = clean and box.content_bytes <= MAX_CONFIGURATION_BYTES
        content = self._source.read(box.content, box.content_bytes) if is_read else b""
        cleaned = clean(content) if clean and is_read else Cleaned(None)
        if cleaned.content is None:
            self._report.box(box)
            self._sheet.free(box)
            return
        self._sheet.keep_head(box)
        self._sheet.write(box.content, cleaned.content)
        self._report.configuration(box, content, cleaned)


def _only(known: frozenset[bytes], text: bytes) -> bytes:
    return _WORD.sub(lambda word: word[0] if word[0] in known else b" " * len(word[0]), text)


def _differing(old: bytes, new: bytes) -> int:
    return sum(one != other for one, other in zip(old, new, strict=True))


def _fonts(content: bytes) -> Cleaned:
    """Numbers and names."""
    fields = Fields(content)
    for _ in range(fields.number(2)):
        fields.number(2)
        fields.raw(fields.number(1))
    rest = fields.rest
    return Cleaned(content[: fields.at] + bytes(len(rest)), len(rest) - rest.count(0))


def _web_head(content: bytes) -> Cleaned:
    """The mark of WebVTT, and blocks of styles and regions; empty lines take the place of all else."""
    if not content.startswith(_WEB_MARK):
        return Cleaned(None)
    pieces, is_kept, is_first = [_WEB_MARK], False, False
    for line in content[len(_WEB_MARK) :].splitlines(keepends=True):
        text = line.rstrip()
        is_kept = bool(text) and (is_kept or (is_first and text in _WEB_BLOCKS))
        pieces.append(line if is_kept else b"\n" * len(line))
        is_first = not text
    cleaned = b"".join(pieces)
    return Cleaned(cleaned, _differing(content, cleaned))


_CLEANERS: Final[dict[tuple[bytes, bytes], Callable[[bytes], Cleaned]]] = {
    **{(kind, b"ftab"): _fonts for kind in (b"tx3g", b"text")},
    (b"wvtt", b"vttC"): _web_head,
    (b"mp4s", b"esds"): lambda content: clean_configuration(b"esds", content),
    **{(kind, b"btrt"): lambda content: clean_configuration(b"btrt", content) for kind in (b"tx3g", b"wvtt", b"stpp")},
}
