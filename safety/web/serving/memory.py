"""Lets the system's memory go back after large work.

A key that is made from a code or from words takes 16 MB for a moment. The GNU library keeps such a block for each
thread that has ever needed one: thirty rooms on eight threads held 220 MB for nothing. Other systems do not.

Source: mallopt(3), M_MMAP_THRESHOLD, checked 2026-11-23; measured with bench/room.py.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress

M_MMAP_THRESHOLD = -3
LARGE_BYTES = 1024 * 1024


def give_back_large_blocks() -> None:
    """Makes every block of a megabyte or more one that is given back at once; on other systems, nothing."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE_BYTES)
