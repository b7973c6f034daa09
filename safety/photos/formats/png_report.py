"""What the chunks that are left out of a PNG give away.

Nothing here decides what is kept.

Source: design document metadata.md, sections 5 and 12; PNG specification (third edition) section 11.3.
"""

import re
import zlib
from typing import Final

from safety.photos.extents import Extents
from safety.photos.findings import Finding, Place, make_finding
from safety.photos.formats.chunks import Chunk
from safety.photos.formats.tail import report_tail
from safety.photos.limits import TEXT_INFLATE_MAX_BYTES
from safety.photos.metadata.exif import read_header
from safety.photos.metadata.exif_report import report_exif
from safety.photos.metadata.iptc import report_iptc, report_resources
from safety.photos.metadata.moments import readable_time
from safety.photos.metadata.prompts import is_prompt
from safety.photos.metadata.provenance import report_history
from safety.photos.metadata.text import read_text
from safety.photos.metadata.xmp import report_xmp
from safety.photos.plan import Draft
from safety.photos.reading import ReadingBudget
from safety.photos.source import Source

_EXIF_MARK = b"Exif\0\0"
_HEAD_BYTES = 8
_HEXADECIMAL = re.compile(rb"[0-9A-Fa-f\s]*")
_TEXT_KINDS: Final = (b"tEXt", b"zTXt", b"iTXt")
_UNREADABLE_ZIPPED: Final = b"zXIf"

_KEYWORDS: Final = {
    "parameters": ("ai-prompt", "value"),
    "prompt": ("ai-prompt", "value"),
    "negative_prompt": ("ai-prompt", "value"),
    "workflow": ("ai-prompt", "value"),
    "dream": ("ai-prompt", "value"),
    "sd-metadata": ("ai-prompt", "value"),
    "invokeai_metadata": ("ai-prompt", "value"),
    "invokeai_graph": ("ai-prompt", "value"),
    "generation_data": ("ai-prompt", "value"),
    "software": ("software", "value"),
    "xmp:creatortool": ("software", "value"),
    "author": ("person", "values"),
    "make": ("device", "make"),
    "model": ("device", "model"),
    "email": ("contact", "values"),
    "disclaimer": ("description", "value"),
    "warning": ("description", "value"),
    "datetime": ("time", "value"),
    "datetimeoriginal": ("time", "value"),
    "datetimedigitized": ("time", "value"),
    "date:timestamp": ("time", "value"),
    "imagedescription": ("description", "value"),
    "usercomment": ("comment", "value"),
    "bodyserialnumber": ("serial", "values"),
    "artist": ("person", "values"),
    "copyright": ("person", "values"),
    "creation time": ("time", "value"),
    "date:create": ("time", "value"),
    "date:modify": ("time", "value"),
    "title": ("description", "value"),
    "description": ("description", "value"),
    "source": ("device", "model"),
    "comment": ("comment", "value"),
    "url": ("web-link", "values"),
}
# ImageMagick repeats what other blocks said, one setting a chunk.
_REPEATED: Final = ("exif:", "tiff:")
_SETTINGS: Final = ("exif:", "icc:", "png:", "tiff:", "photoshop:")
_KINDS: Final = {
    b"prVW": "extra-picture",
    b"mkBT": "original-picture",
    b"mkTS": "original-picture",
}


class ChunkReport:
    """Notes findings about chunks."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._budget = ReadingBudget()

    def hidden(self, chunk: Chunk) -> None:
        """Note a chunk that no decoder uses, or one that the end of the file cuts."""
        self._draft.find("hidden-bytes", _name(chunk), chunk.start, chunk.end - chunk.start)

    def unused_frame(self, chunk: Chunk) -> None:
        """Note a frame of an animation that nothing plays."""
        self._draft.find("extra-picture", _name(chunk), chunk.start, chunk.end - chunk.start)

    def leftover(self, start: int) -> None:
        """Note what follows the end of the picture."""
        report_tail(self._draft, start)

    def exif(self, chunk: Chunk, content: bytes) -> None:
        """Note what an EXIF chunk says."""
        block = exif_block(content)
        extents = Extents.at(chunk.start + _HEAD_BYTES + len(content) - len(block), len(block))
        self._draft.add(*report_exif(block, "Exif", chunk.start, extents))

    def dropped(self, chunk: Chunk) -> None:
        """Note what a chunk says that is left out."""
        if not self._budget.take(chunk.length):
            self._unnamed(chunk)
        elif chunk.kind in _TEXT_KINDS:
            self._text(chunk)
        elif chunk.kind == b"eXIf":
            self.exif(chunk, chunk.read(self._source))
        elif chunk.kind == b"tIME":
            self._time(chunk)
        elif chunk.kind == b"caBX":
            self._history(chunk)
        else:
            self._unnamed(chunk)

    def _text(self, chunk: Chunk) -> None:
        keyword, _, rest = chunk.read(self._source).partition(b"\0")
        content = _text_content(chunk.kind, rest)
        name = read_text(keyword)
        self._draft.add(*self._text_findings(chunk, name, content))

    def _text_findings(self, chunk: Chunk, name: str, content: bytes) -> list[Finding]:
        if name == "XML:com.adobe.xmp":
            return report_xmp(content, "XMP", chunk.start)
        if name.startswith("Raw profile type "):
            return _raw_profile(name, content, chunk.start)
        keyword = _without_prefix(name.lower())
        code, value = _KEYWORDS.get(keyword, ("comment", "value"))
        said = readable_time(read_text(content)) if code == "time" else read_text(content)
        place, size = Place(_name(chunk), chunk.start), chunk.end - chunk.start
        if is_prompt(said):
            return [make_finding("ai-prompt", place, size, value=said)]
        if keyword in _KEYWORDS:
            return [make_finding(code, place, size, **{value: said})]
        if name.lower().startswith(_SETTINGS):
            return [make_finding("vendor-data", place, size, fourcc=f"{_name(chunk)} {name.partition(':')[0]}")]
        return [make_finding(code, place, size, **{value: f"{name}: {said}"})]

    def _history(self, chunk: Chunk) -> None:
        block = chunk.read(self._source)
        extents = Extents.at(chunk.start + _HEAD_BYTES, len(block))
        self._draft.add(*report_history(block, "caBX", chunk.start, extents, is_known=True))

    def _time(self, chunk: Chunk) -> None:
        raw = chunk.read(self._source)
        if len(raw) == 7:
            year, clock = int.from_bytes(raw[:2], "big"), raw[2:]
            value = f"{year:04d}-{clock[0]:02d}-{clock[1]:02d} {clock[2]:02d}:{clock[3]:02d}:{clock[4]:02d} UTC"
            self._draft.find("time", "tIME", chunk.start, chunk.end - chunk.start, value=value)
        else:
            self._unnamed(chunk)

    def _unnamed(self, chunk: Chunk) -> None:
        code = "colour-profile" if chunk.kind == b"iCCP" else _KINDS.get(chunk.kind, "unknown-part")
        values = {"fourcc": _name(chunk)} if code == "unknown-part" else {}
        self._draft.find(code, _name(chunk), chunk.start, chunk.end - chunk.start, **values)


def _without_prefix(name: str) -> str:
    return next((name.removeprefix(prefix) for prefix in _REPEATED if name.startswith(prefix)), name)


def exif_block(content: bytes) -> bytes:
    """An EXIF block without the mark that belongs into JPEG and that some writers copy."""
    return content.removeprefix(_EXIF_MARK)


def distant_exif_block(content: bytes) -> bytes:
    """The block that starts with its TIFF header: four bytes say how far away it is, not always rightly."""
    behind = content[4:]
    told = behind[int.from_bytes(content[:4], "big") :]
    blocks = [exif_block(block) for block in (told, behind, content)]
    return next((block for block in blocks if read_header(block)), told)


def inflate(content: bytes, max_bytes: int) -> bytes:
    """What a zlib stream holds; empty when it is broken, unfinished or larger than `max_bytes`."""
    inflater = zlib.decompressobj()
    try:
        inflated = inflater.decompress(content, max_bytes)
    except zlib.error:
        return b""
    return inflated if inflater.eof else b""


def _start_of(content: bytes) -> bytes:
    """As much of a zlib stream as is needed to show it."""
    try:
        return zlib.decompressobj().decompress(content, TEXT_INFLATE_MAX_BYTES)
    except zlib.error:
        return b""


def _text_content(kind: bytes, rest: bytes) -> bytes:
    """The text of a chunk after its keyword and the zero behind that."""
    if kind == b"tEXt":
        return rest
    if kind == b"zTXt":
        return _start_of(rest[1:])
    # iTXt: compression flag and method, language and translated keyword, each ended by a zero.
    text = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    return _start_of(text) if rest[:1] == b"\1" else text


def _raw_profile(name: str, content: bytes, offset: int) -> list[Finding]:
    """ImageMagick's way: a name, a length and then the block as hexadecimal text."""
    pieces = content.split(None, 2)
    digits = _HEXADECIMAL.match(pieces[2]) if len(pieces) == 3 else None
    text = b"".join(digits[0].split()).decode("ascii") if digits else ""
    # Some writers leave rubbish behind the last digit.
    block = bytes.fromhex(text[: len(text) // 2 * 2])
    kind = name.rpartition(" ")[2]
    if kind in ("exif", "APP1"):
        return report_exif(exif_block(block), "raw profile", offset)
    if kind == "xmp":
        return report_xmp(block, "raw profile", offset)
    reader = report_resources if block[:4] == b"8BIM" else report_iptc
    return reader(block, "raw profile", offset) or report_resources(block, "raw profile", offset)


def _name(chunk: Chunk) -> str:
    return chunk.kind.decode("latin-1") or "end"
