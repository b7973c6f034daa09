"""The table of faults in docs/faults.md names these tests, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from safety.config import ROOT
from safety.web.storage import trouble


def test_the_table_names_every_test() -> None:
    """A fault that is injected is told to who runs the site, and what is told is injected."""
    text = (ROOT / "docs/faults.md").read_text(encoding="utf-8")
    here = {path.stem for path in Path(__file__).parent.glob("test_*.py")} - {Path(__file__).stem}
    assert set(re.findall(r"`(test_\w+)`", text)) == here


def test_every_word_of_the_log_is_explained() -> None:
    """Who reads one in the log finds it there."""
    text = (ROOT / "docs/faults.md").read_text(encoding="utf-8")
    words = {*trouble.OF_SQLITE.values(), *trouble.OF_POSTGRESQL.values(), trouble.AWAY, trouble.OTHER}
    assert [word for word in sorted(words) if f"`{word}`" not in text] == []
