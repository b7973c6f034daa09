"""What is wrong in a content file: where, what, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault: file (from the content folder), line (from 1), what is wrong, what to write."""

    file: str
    line: int
    what: str
    write: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what} Write: {self.write}"


class ContentError(Exception):
    """The content has faults, so the site does not start.

    ``faults`` holds every one of them, in the order of files and lines.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))
