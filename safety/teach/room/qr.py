"""The address of a room as a QR code, drawn as one path: the page has no picture to load."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import segno

# What a reader needs around the code to find it.
QUIET: Final = 4


@dataclass(frozen=True)
class Drawing:
    """A square of ``size`` with a path of dark fields."""

    size: int
    path: str


def drawn(address: str) -> Drawing:
    """The code for ``address``."""
    rows = [list(row) for row in segno.make_qr(address, error="m").matrix]
    fields = [
        f"M{across + QUIET} {down + QUIET}h1v1h-1z"
        for down, row in enumerate(rows)
        for across, dark in enumerate(row)
        if dark
    ]
    return Drawing(len(rows) + 2 * QUIET, "".join(fields))
