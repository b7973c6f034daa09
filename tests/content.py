"""The real content in English, read once for all tests of a process, also where a test is made for each text of it."""

from __future__ import annotations

from pathlib import Path

from safety.library.load import load

LIBRARY = load(Path(__file__).parents[1] / "content")["en"]
