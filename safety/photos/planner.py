"""The front door: from a source to a plan, or to the one error of the engine and no other.

A new format is a module with a `plan_…` function and one line in `PLANNERS`. A module is loaded when the
first file of its format comes, since a command that cleans one photo spends most of its time on starting.

Source: design document metadata.md, sections 1, 2 and 13.
"""

import struct
import zlib
from collections.abc import Callable
from importlib import import_module
from typing import Final, cast

from safety.photos.errors import CleanError, damaged
from safety.photos.plan import Draft, Options, Plan
from safety.photos.recognise import VIDEOS, Format, recognise
from safety.photos.source import Source

Planner = Callable[[Source, Draft], None]

# Module and function; `test_planner` loads each of them.
PLANNERS: Final[dict[Format, str]] = {
    Format.JPEG: "formats.jpeg.plan_jpeg",
    Format.PNG: "formats.png.plan_png",
    Format.WEBP: "formats.webp.plan_webp",
    Format.TIFF: "formats.tiff.plan_tiff",
    Format.GIF: "formats.gif.plan_gif",
    Format.BMP: "formats.bmp.plan_bmp",
    Format.JPEG_XL: "formats.jpeg_xl.plan_jpeg_xl",
    **dict.fromkeys((Format.HEIC, Format.AVIF, Format.HEIF), "base_media.isobmff.plan_isobmff"),
    **dict.fromkeys(VIDEOS, "base_media.isobmff.plan_isobmff"),
}

# What a parser can stumble over in a hostile file. TypeError and the like are not among them: they
# would be our own faults, and a fuzzer has to see them.
_STUMBLES = (ArithmeticError, LookupError, ValueError, MemoryError, RecursionError, struct.error, zlib.error)


def make_plan(source: Source, options: Options | None = None) -> Plan:
    """How to clean this file, and what it gives away. Raises: CleanError."""
    draft = Draft(source, options or Options())
    try:
        format_ = recognise(source)
    except _STUMBLES as error:
        raise damaged("size") from error
    if format_ not in PLANNERS:
        raise CleanError("unsupported-format", format=format_.value)
    planner = load_planner(format_)
    try:
        planner(source, draft)
        return draft.finish(format_)
    except _STUMBLES as error:
        raise damaged("size") from error


def load_planner(format_: Format) -> Planner:
    """The planner of a format. Raises: KeyError, when it has none."""
    module, _, function = PLANNERS[format_].rpartition(".")
    return cast(Planner, getattr(import_module(f"safety.photos.{module}"), function))
