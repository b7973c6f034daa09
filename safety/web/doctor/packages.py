"""The libraries that are installed, beside those that the site was tested with."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata
from typing import Final

from safety.config import ROOT
from safety.web.doctor.finding import Finding, fine, look, wrong

MIN_PYTHON: Final = (3, 11)
_PIN: Final = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)\s*(;)?", re.MULTILINE)
_INSTALL: Final = "Run: pip install -r requirements.txt"


def gather() -> tuple[str, dict[str, str]]:
    """The list of what it runs with, and the versions that are installed."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    installed = {}
    for name, _, _ in pins(text):
        try:
            installed[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return text, installed


def pins(requirements: str) -> Iterator[tuple[str, str, bool]]:
    """Name and version of each line, and whether it counts on some systems only."""
    for name, version, condition in _PIN.findall(requirements):
        yield name, version, bool(condition)


def check(requirements: str, installed: Mapping[str, str], python: tuple[int, int]) -> Iterator[Finding]:
    """All findings on the libraries."""
    words = ".".join(map(str, python))
    if python < MIN_PYTHON:
        yield wrong("python", f"Python {words} is too old.", "Install 3.11 or newer.")
    else:
        yield fine("python", f"Python {words}.")
    pinned = tuple(pins(requirements))
    missing = [name for name, _, is_conditional in pinned if name not in installed and not is_conditional]
    others = [
        f"{name} {installed[name]} instead of {version}"
        for name, version, _ in pinned
        if installed.get(name, version) != version
    ]
    if missing:
        yield wrong("packages", f"Not installed: {', '.join(missing)}.", _INSTALL)
    if others:
        yield look("packages", f"Not what the site was tested with: {', '.join(others)}.", _INSTALL)
    if not missing and not others:
        yield fine("packages", f"All {len(pinned)} are what the site was tested with.")


def running() -> tuple[int, int]:
    """The version of Python that runs this."""
    return sys.version_info[0], sys.version_info[1]
