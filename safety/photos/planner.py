"""The front door: from a source to a plan, or to the one error of the engine and no other.

A new format is a module with a `plan_…` function and one line in `PLANNERS`.

Source: design document metadata.md, sections 1, 2 and 13.
"""

import struct
import zlib
from collections.abc import Callable
from typing import Final

from safety.photos.errors import CleanError, damaged
from safety.photos.jpeg import plan_jpeg
from safety.photos.plan import Draft, Options, Plan
from safety.photos.png import plan_png
from safety.photos.recognise import Format, recognise
from safety.photos.source import Source
from safety.photos.webp import plan_webp

PLANNERS: Final[dict[Format, Callable[[Source, Draft], None]]] = {
    Format.JPEG: plan_jpeg,
    Format.PNG: plan_png,
    Format.WEBP: plan_webp,
}

# What a parser can stumble over in a hostile file. TypeError and the like are not among them: they
# would be our own faults, and a fuzzer has to see them.
_STUMBLES = (ArithmeticError, LookupError, ValueError, MemoryError, RecursionError, struct.error, zlib.error)


def make_plan(source: Source, options: Options | None = None) -> Plan:
    """How to clean this file, and what it gives away. Raises: CleanError."""
    try:
        format_ = recognise(source)
        planner = PLANNERS.get(format_)
        if planner is None:
            raise CleanError("unsupported-format", format=format_.value)
        draft = Draft(source, options or Options())
        planner(source, draft)
        return draft.finish(format_)
    except _STUMBLES as error:
        raise damaged("size") from error
