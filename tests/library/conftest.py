"""A copy of the real content that a test may break, and what the checker says of it then."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from safety.config import Config
from safety.library import short_rules
from safety.library.faults import ContentError, Fault
from safety.library.load import load
from safety.library.schema import Library

NEEDED = ("two-factor", "under-18-rule", "view-once")
SHORT = "likeness"


@dataclass(frozen=True)
class Copy:
    """A copy of content/ in a folder of the test's own."""

    root: Path

    def read(self, file: str) -> str:
        """The text of a file."""
        return (self.root / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        """A file made or replaced."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, file: str, pattern: str, replacement: str) -> None:
        """The first place of ``file`` that fits ``pattern`` replaced; there has to be one."""
        text, count = re.subn(pattern, lambda _: replacement, self.read(file), count=1, flags=re.MULTILINE)
        assert count == 1, f"{pattern} is not in {file}"
        self.write(file, text)

    def line(self, file: str, start: str) -> int:
        """The line of ``file`` that begins with ``start``."""
        return next(number for number, line in enumerate(self.read(file).split("\n"), 1) if line.startswith(start))

    def last_line(self, file: str) -> int:
        """The line of the last text."""
        return len(self.read(file).rstrip("\n").split("\n"))

    def faults(self) -> tuple[Fault, ...]:
        """What the checker finds."""
        try:
            load(self.root)
        except ContentError as error:
            return error.faults
        return ()


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory, config: Config, library: Library) -> Path:
    """The real content with fewer items, short checks and countries: read quickly, and without a fault either."""
    root = tmp_path_factory.mktemp("few") / "content"
    shutil.copytree(config.content, root)
    for path in (root / "en" / "check" / "short").glob("*.toml"):
        if path.stem != SHORT:
            path.unlink()
    (short,) = (one for one in library.shorts if one.id == SHORT)
    kept = {*NEEDED, *(id_ for version in short.versions for id_ in short_rules.ids(version))}
    carried: set[str] = set()
    for item in library.items:
        needed = set(item.seed) - carried or item.id in kept
        carried |= set(item.seed)
        if not needed:
            (root / "en" / "check" / f"{item.id}.md").unlink()
    for path in (root / "en" / "pages" / "news.toml", *(root / "en" / "check" / "copies").glob("*.md")):
        path.write_text(re.sub(r"(?m)^items = .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    crisis = root / "en" / "help" / "crisis.toml"
    parts = re.split(r"(?m)^(?=\[\[countries\]\])", crisis.read_text(encoding="utf-8"))
    crisis.write_text("".join(parts[:4]), encoding="utf-8")
    return root


@pytest.fixture
def content(tmp_path: Path, few: Path) -> Copy:
    """A fresh copy that a test may break."""
    shutil.copytree(few, tmp_path / "content")
    return Copy(tmp_path / "content")
