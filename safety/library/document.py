"""A content file as its author sees it: a TOML head, a body in sections, and where each line is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safety.library.faults import Fault

FENCE = "+++"
TOML_LINE = re.compile(r"at line (\d+)")
HEADING = re.compile(r"^##(?!#)\s+(?P<heading>[^|(]*?)\s*(?:\|\s*(?P<mark>.*?)\s*|\(\s*(?P<ages>[^()]*?)\s*\)\s*)?$")


class Unreadable(Exception):
    """The file cannot be read at all; ``fault`` says where it stops making sense."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


@dataclass(frozen=True)
class Region:
    """A stretch of lines (from 1, end not included) in which a key or a table is looked up."""

    lines: tuple[str, ...]
    start: int
    end: int

    def line_of(self, key: str) -> int:
        """The line on which ``key`` or a table of that name is set, or the first line of the region."""
        pattern = re.compile(rf"^\s*(\[+\s*)?{re.escape(key)}\s*[=\].]")
        return next((n for n in range(self.start, self.end) if pattern.match(self.lines[n - 1])), self.start)

    def tables(self, name: str) -> tuple[Region, ...]:
        """The regions of the ``[[name]]`` tables inside this one, in order."""
        header = re.compile(rf"^\s*\[\[\s*{re.escape(name)}\s*\]\]\s*(#.*)?$")
        starts = [n for n in range(self.start, self.end) if header.match(self.lines[n - 1])]
        ends = [*starts[1:], self.end]
        return tuple(Region(self.lines, start, end) for start, end in zip(starts, ends, strict=False))


@dataclass(frozen=True)
class RawSection:
    """A ``##`` section of a body as written: heading, mark after ``|`` or ages in ``()``, text, line of the heading."""

    heading: str
    mark: str
    text: str
    line: int


@dataclass(frozen=True)
class Document:
    """One content file, parsed but not yet judged. ``file`` is its path from the content folder."""

    file: str
    table: dict[str, Any]
    region: Region
    body: str
    body_line: int

    def fault(self, line: int, what: str, write: str) -> Fault:
        """A fault in this file."""
        return Fault(self.file, line, what, write)

    def sections(self) -> Iterator[RawSection]:
        """The sections of the body; text before the first heading has the heading ''."""
        heading, mark, start, text = "", "", self.body_line, []
        for number, line in enumerate(self.body.split("\n"), self.body_line):
            if not (match := HEADING.match(line)):
                text.append(line)
                continue
            yield RawSection(heading, mark, "\n".join(text).strip(), start)
            heading, mark, start, text = match["heading"], match["mark"] or match["ages"] or "", number, []
        yield RawSection(heading, mark, "\n".join(text).strip(), start)


def read(path: Path, root: Path) -> Document:
    """The file at ``path``, which lies under ``root``.

    Raises:
        Unreadable: it is not UTF-8, has no head, or its head is not TOML.
    """
    file = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Unreadable(Fault(file, 1, "The file is not UTF-8.", "save it as UTF-8")) from None
    if path.suffix == ".toml":
        return _document(file, text, "", 0, 0)
    lines = text.split("\n")
    if lines[0].strip() != FENCE or FENCE not in (line.strip() for line in lines[1:]):
        what = "The head is missing."
        raise Unreadable(Fault(file, 1, what, "a line +++, the head in TOML, a line +++, then the text"))
    end = next(n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE)
    return _document(file, "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), 1, end + 2)


def _document(file: str, head: str, body: str, offset: int, body_line: int) -> Document:
    try:
        table = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        found = TOML_LINE.search(str(error))
        # Without a line it is the end of the head that makes no sense.
        line = (int(found[1]) if found else len(head.rstrip().split("\n"))) + offset
        raise Unreadable(Fault(file, line, f"The TOML is broken: {error}.", "the line as TOML")) from None
    lines = tuple([""] * offset + head.split("\n"))
    return Document(file, table, Region(lines, 1 + offset, len(lines) + 1), body, body_line)
