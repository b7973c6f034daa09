"""The endings: a file is cleaned, already clean, refused or failed, and never half of one.

What was written is read again before anybody may call it clean.

Source: design document metadata.md, section 1.
"""

from enum import StrEnum
from typing import NamedTuple

from safety.photos.errors import ERROR_STATUS, CleanError
from safety.photos.findings import MUST_BE_GONE, Finding
from safety.photos.limits import IN_MEMORY_MAX_BYTES, SERVER_MAX_BYTES
from safety.photos.nearest import name_places
from safety.photos.plan import Options, Plan
from safety.photos.planner import make_plan
from safety.photos.recognise import EXTENSIONS, Format
from safety.photos.source import BytesSource, Source
from safety.photos.splice import splice_to_bytes


class Ending(StrEnum):
    """How the cleaning of one file ended."""

    CLEANED = "cleaned"
    ALREADY_CLEAN = "already-clean"
    REFUSED = "refused"
    FAILED = "failed"


class Refusal(NamedTuple):
    """Why there is no clean file: a code of `ERROR_STATUS`, and values for its sentence."""

    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def status(self) -> int:
        """The HTTP status that goes with it."""
        return ERROR_STATUS[self.code]


class Report(NamedTuple):
    """What a file gives away. `format` is None and `refusal` says why when it cannot be read."""

    format: Format | None
    findings: tuple[Finding, ...]
    kept: tuple[str, ...]
    is_clean: bool = False
    refusal: Refusal | None = None


class Outcome(NamedTuple):
    """How the cleaning ended. `content` is the clean file, None when there is none to give.

    `findings` are about the file as it came; `extension` has no dot.
    """

    kind: Ending
    format: Format | None = None
    findings: tuple[Finding, ...] = ()
    kept: tuple[str, ...] = ()
    content: bytes | None = None
    refusal: Refusal | None = None

    @property
    def extension(self) -> str:
        """The ending of the clean file's name, by its format; empty when there is no file."""
        return EXTENSIONS.get(self.format, "") if self.format else ""

    @property
    def error_code(self) -> str:
        """The code of the refusal; empty when there is none."""
        return self.refusal.code if self.refusal else ""


def inspect_bytes(content: bytes, max_bytes: int = SERVER_MAX_BYTES) -> Report:
    """What the file gives away; it never raises for a file's content."""
    try:
        return inspect_source(_checked_source(content, max_bytes))
    except CleanError as error:
        return Report(None, (), (), refusal=Refusal(error.code, error.values))


def inspect_source(source: Source) -> Report:
    """What the file gives away. Raises: CleanError, when it cannot be read."""
    plan = make_plan(source)
    return Report(plan.format, name_places(plan.findings), plan.kept, is_clean=plan.changes_nothing)


def clean_bytes(content: bytes, max_bytes: int = SERVER_MAX_BYTES, options: Options | None = None) -> Outcome:
    """The clean file, checked, or the reason why there is none; it never raises for a file's content."""
    try:
        source = _checked_source(content, max_bytes)
        plan = make_plan(source, options)
        if plan.changes_nothing:
            check_plan(plan, plan.format)
            return ended(Ending.ALREADY_CLEAN, plan, content)
        cleaned = splice_to_bytes(plan, source, max_bytes + IN_MEMORY_MAX_BYTES)
        check_clean(BytesSource(cleaned), plan.format, options)
    except CleanError as error:
        return refused(error)
    return ended(Ending.CLEANED, plan, cleaned)


def check_clean(source: Source, format_: Format, options: Options | None = None) -> None:
    """Read our own output again. Raises: CleanError internal-check-failed, when anything is left in it."""
    try:
        plan = make_plan(source, options)
    except CleanError as error:
        raise CleanError("internal-check-failed") from error
    check_plan(plan, format_)


def check_plan(plan: Plan, format_: Format) -> None:
    """The same for the plan of it. Raises: CleanError internal-check-failed."""
    worst = max((finding.severity for finding in plan.findings), default=0)
    # One Keep of the whole file means that cleaning it once more gives the same bytes.
    if plan.format != format_ or worst >= MUST_BE_GONE or not plan.changes_nothing:
        raise CleanError("internal-check-failed")


def refused(error: CleanError) -> Outcome:
    """The ending for an error of the engine."""
    kind = Ending.FAILED if error.code == "internal-check-failed" else Ending.REFUSED
    return Outcome(kind, refusal=Refusal(error.code, error.values))


def ended(kind: Ending, plan: Plan, content: bytes | None = None) -> Outcome:
    """The ending for a plan that was carried out and checked."""
    return Outcome(kind, plan.format, name_places(plan.findings), plan.kept, content)


def _checked_source(content: bytes, max_bytes: int) -> BytesSource:
    if len(content) > max_bytes:
        raise CleanError("too-large", bytes=str(max_bytes))
    return BytesSource(content)
