"""The plan for one file: which bytes are copied, which are written anew, and what was found.

It does not read or write files; `splice` carries a plan out.

Source: design document metadata.md, section 1.
"""

from typing import NamedTuple

from safety.photos.errors import CleanError
from safety.photos.findings import Finding, Place, arrange, make_finding
from safety.photos.limits import MAX_FINDINGS_PER_CODE, MAX_OPS
from safety.photos.metadata.addresses import find_addresses
from safety.photos.recognise import Format
from safety.photos.source import Source


class Keep(NamedTuple):
    """Copy `length` bytes of the source from `offset`."""

    offset: int
    length: int


class Bytes(NamedTuple):
    """Write these bytes."""

    literal: bytes

    @property
    def length(self) -> int:
        """Bytes written."""
        return len(self.literal)


class Zero(NamedTuple):
    """Write `length` zero bytes."""

    length: int


Op = Keep | Bytes | Zero


class Plan(NamedTuple):
    """How to make the clean file, and what the source gives away. `ops` are in canonical form."""

    format: Format
    findings: tuple[Finding, ...]
    kept: tuple[str, ...]
    ops: tuple[Op, ...]
    source_bytes: int

    @property
    def changes_nothing(self) -> bool:
        """True when the clean file is the source, byte for byte."""
        return self.ops == (Keep(0, self.source_bytes),)

    @property
    def output_bytes(self) -> int:
        """Size of the clean file."""
        return sum(op.length for op in self.ops)


class Options(NamedTuple):
    """What the visitor may choose; no option keeps location, names or dates (section 3.3).

    Subtitles of drones hold locations, which `subtitles` looks for; but whoever keeps subtitles has to read them.
    """

    keeps_colour_profile: bool = True
    keeps_subtitles: bool = False


class Draft:
    """A plan while a format's planner is writing it: the only way for bytes to get into an output.

    Canonical form: neighbours are merged, nothing empty, and a rewritten part that equals the bytes
    it replaces is a `Keep` of them, so that a clean file becomes one `Keep`.
    """

    def __init__(self, source: Source, options: Options | None = None) -> None:
        self.source = source
        self.options = options or Options()
        self.findings: list[Finding] = []
        self.kept: dict[str, None] = {}
        self._ops: list[Op] = []
        self._counts: dict[str, int] = {}

    def keep(self, offset: int, length: int) -> None:
        """Copy a range of the source. Raises: CleanError too-many-parts."""
        last = self._ops[-1] if self._ops else None
        if isinstance(last, Keep) and last.offset + last.length == offset:
            self._ops[-1] = Keep(last.offset, last.length + length)
        elif length:
            self._append(Keep(offset, length))

    def write(self, literal: bytes) -> None:
        """Write new bytes. Raises: CleanError too-many-parts."""
        last = self._ops[-1] if self._ops else None
        if isinstance(last, Bytes):
            self._ops[-1] = Bytes(last.literal + literal)
        elif literal:
            self._append(Bytes(literal))

    def zero(self, length: int) -> None:
        """Write zeros. Raises: CleanError too-many-parts."""
        last = self._ops[-1] if self._ops else None
        if isinstance(last, Zero):
            self._ops[-1] = Zero(last.length + length)
        elif length:
            self._append(Zero(length))

    def rewrite(self, literal: bytes, offset: int) -> bool:
        """Write a part that stands for the one at `offset`; gives True when it differs from it."""
        differs = bytes(self.source.window(offset, len(literal))) != literal
        if differs:
            self.write(literal)
        else:
            self.keep(offset, len(literal))
        return differs

    def extend(self, other: "Draft") -> None:
        """Append what another draft of the same source writes; its findings stay with it."""
        for op in other._ops:
            if isinstance(op, Keep):
                self.keep(op.offset, op.length)
            elif isinstance(op, Bytes):
                self.write(op.literal)
            else:
                self.zero(op.length)

    @property
    def output_bytes(self) -> int:
        """Bytes written so far."""
        return sum(op.length for op in self._ops)

    def find(self, code: str, part: str, offset: int, size: int, **values: str) -> None:
        """Note a finding; of each code the first hundred, since a hostile file has millions."""
        if self._count(code):
            self.findings.append(make_finding(code, Place(part, offset), size, **values))

    def add(self, *findings: Finding) -> None:
        """Note findings that a reader made, of each code the first hundred."""
        self.findings.extend(finding for finding in findings if self._count(finding.code))

    def _count(self, code: str) -> bool:
        """True while there is room for another finding of this code."""
        self._counts[code] = self._counts.get(code, 0) + 1
        return self._counts[code] <= MAX_FINDINGS_PER_CODE

    def note_kept(self, code: str) -> None:
        """Note what stays in the file on purpose; `code` is a key of `words.KEPT`."""
        self.kept[code] = None

    def finish(self, format_: Format) -> Plan:
        """The finished plan."""
        findings = arrange((*self.findings, *find_addresses(self.findings)))
        return Plan(format_, findings, tuple(self.kept), tuple(self._ops), self.source.size)

    def _append(self, op: Op) -> None:
        if len(self._ops) >= MAX_OPS:
            raise CleanError("too-many-parts")
        self._ops.append(op)
