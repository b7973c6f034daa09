"""What a page shows of a file: its report, and the small pictures inside it, ready to be shown.

Only small JPEGs are shown, and only so many on one page. Nothing is decoded; a browser does that.
"""

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from safety.photos.embedded import embedded_bytes
from safety.photos.findings import NOTE, Finding, grouped, printable
from safety.photos.outcome import Report, inspect_bytes
from safety.photos.source import BytesSource
from safety.photos.tags import Tag, tag_table

# Most previews have a tenth of this; a page with many of them has to reach a slow phone.
PREVIEW_MAX_BYTES: Final = 200_000
PREVIEWS_MAX_BYTES: Final = 600_000
# A photo of a phone has about a hundred.
TAGS_MAX: Final = 1_000
_JPEG: Final = "image/jpeg"
_NAME_START, _NAME_END = 25, 14
_NAME_CHARACTERS: Final = _NAME_START + 1 + _NAME_END


@dataclass(frozen=True)
class Sent:
    """A file as it came: its number in the order of sending, and the visitor's own name for it."""

    number: int
    name: str
    bytes: int

    @property
    def shown_name(self) -> str:
        """The name for the eyes of who sent it: without control marks, and short; it keeps its ending."""
        name = printable(self.name)
        return name if len(name) <= _NAME_CHARACTERS else f"{name[:_NAME_START]}…{name[-_NAME_END:]}"


@dataclass(frozen=True)
class Look:
    """What one file gives away; `report` is None when there was no time left for it. Tags are only there on demand."""

    file: Sent
    report: Report | None
    previews: Mapping[Finding, str] = field(default_factory=dict)
    tags: tuple[Tag, ...] = ()

    @property
    def is_readable(self) -> bool:
        """True when there is something to tell."""
        return self.report is not None and self.report.refusal is None

    @property
    def groups(self) -> tuple[tuple[Finding, ...], ...]:
        """What it gives away, of each kind together, the worst first. Mere notes are left out."""
        findings = self.report.findings if self.report else ()
        return grouped(finding for finding in findings if finding.severity > NOTE)


def look_at(file: Sent, content: bytes, room_bytes: int, max_tags: int = 0) -> Look:
    """One file, with previews of at most `room_bytes` together, and with that many of its tags."""
    report = inspect_bytes(content)
    previews = {}
    for finding in report.findings:
        address = _preview(finding, content, min(PREVIEW_MAX_BYTES, room_bytes))
        if address and len(address) <= room_bytes:
            previews[finding] = address
            room_bytes -= len(address)
    tags = tag_table(content)[:max_tags] if max_tags and report.refusal is None else ()
    return Look(file, report, previews, tags)


def look_at_all(
    files: Iterable[tuple[Sent, bytes]], is_time_left: Callable[[], bool], *, with_tags: bool = False
) -> tuple[Look, ...]:
    """Every file in turn; none is kept."""
    looks: list[Look] = []
    room_bytes, max_tags = PREVIEWS_MAX_BYTES, TAGS_MAX if with_tags else 0
    for file, content in files:
        look = look_at(file, content, room_bytes, max_tags) if is_time_left() else Look(file, None)
        room_bytes -= sum(len(address) for address in look.previews.values())
        max_tags -= len(look.tags)
        looks.append(look)
    return tuple(looks)


def _preview(finding: Finding, content: bytes, max_bytes: int) -> str:
    """The address of a picture that holds the picture itself; empty when it cannot be shown."""
    if finding.embedded is None or finding.embedded.media_type != _JPEG:
        return ""
    picture = embedded_bytes(finding, BytesSource(content), max_bytes)
    if picture is None:
        return ""
    return f"data:{_JPEG};base64,{base64.b64encode(picture).decode()}"
