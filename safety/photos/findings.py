"""What a file gives away, as values: a code, how bad it is, where it was, how big, and what it said.

The words are in `words`. Nothing here decides what is kept.

Source: design document metadata.md, section 12.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from safety.photos.limits import MAX_VALUE_CHARACTERS

DANGER, IDENTITY, CIRCUMSTANCE, TECHNICAL, NOTE = 4, 3, 2, 1, 0

SEVERITIES: Final = {
    "location": DANGER,
    "location-track": DANGER,
    "attached-video": DANGER,
    "leftover-data": DANGER,
    "thumbnail": DANGER,
    "original-picture": DANGER,
    "extra-picture": DANGER,
    "person": IDENTITY,
    "serial": IDENTITY,
    "contact": IDENTITY,
    "web-link": IDENTITY,
    "maker-notes": IDENTITY,
    "live-link": IDENTITY,
    "provenance": IDENTITY,
    "ai-prompt": IDENTITY,
    "time": CIRCUMSTANCE,
    "device": CIRCUMSTANCE,
    "software": CIRCUMSTANCE,
    "description": CIRCUMSTANCE,
    "keywords": CIRCUMSTANCE,
    "comment": CIRCUMSTANCE,
    "caption": CIRCUMSTANCE,
    "depth-layer": CIRCUMSTANCE,
    "matte-layer": CIRCUMSTANCE,
    "vendor-data": CIRCUMSTANCE,
    "unknown-part": CIRCUMSTANCE,
    "hidden-bytes": CIRCUMSTANCE,
    "hdr-layer": TECHNICAL,
    "colour-profile": TECHNICAL,
    "colour-profile-custom": TECHNICAL,
    "colour-profile-damaged": TECHNICAL,
    "encoder": TECHNICAL,
    "language": TECHNICAL,
    "damaged-end": NOTE,
}

# Two of these are two things, even when the sentence is the same.
_PARTS: Final = frozenset({"attached-video", "extra-picture", "hdr-layer"})

# From this severity on, a finding in our own output means that the cleaning failed.
MUST_BE_GONE = CIRCUMSTANCE


class Place(NamedTuple):
    """Where something is: the name of the part and its offset in the file, in bytes."""

    part: str
    offset: int


class Embedded(NamedTuple):
    """A picture or video inside the file that a page can show: where its bytes are, in order.

    `ranges` are pairs of offset and length in the file, all inside it; `media_type` such as "image/jpeg".
    """

    media_type: str
    ranges: tuple[tuple[int, int], ...]


class Finding(NamedTuple):
    """One thing the file gives away; `values` are pairs of name and text for the sentence."""

    code: str
    severity: int
    place: Place
    bytes: int
    values: tuple[tuple[str, str], ...] = ()
    embedded: Embedded | None = None

    def showing(self, media_type: str, *ranges: tuple[int, int]) -> "Finding":
        """The same finding with the picture or video it is about; ranges are offset and length in the file."""
        return self._replace(embedded=Embedded(media_type, ranges))


def make_finding(code: str, place: Place, size: int, **values: str) -> Finding:
    """A finding with the severity of its code; values are cleaned and cut, empty ones left out."""
    shown = ((name, printable(text)) for name, text in values.items())
    told = tuple((name, text) for name, text in shown if text)
    return Finding(code, SEVERITIES[code], place, size, told)


def printable(text: str) -> str:
    """At most 200 characters without control or direction marks, which could rewrite a screen."""
    # Cut before and after: the first cut bounds the work, the second is the promise.
    start = text[: MAX_VALUE_CHARACTERS * 4]
    spaced = "".join(character if character.isprintable() else " " for character in start)
    return " ".join(spaced.split())[:MAX_VALUE_CHARACTERS].strip()


def arrange(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each said once, the worst first, then in the order of the file."""
    ordered = sorted(findings, key=lambda finding: (-finding.severity, finding.place.offset))
    said: dict[tuple[object, ...], Finding] = {}
    for finding in ordered:
        said.setdefault(_sameness(finding), finding)
    return tuple(said.values())


def _sameness(finding: Finding) -> tuple[object, ...]:
    """The key under which two findings say the same sentence."""
    if finding.values and finding.code not in _PARTS:
        return (finding.code, finding.values)
    return (finding.code, finding.place, finding.bytes)


def grouped(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """The findings of one code together, in the order in which each code comes first."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.code, []).append(finding)
    return tuple(tuple(group) for group in groups.values())
