"""The kit: what stays on a device that asked for it. Pages that are the same for everybody, and all that they load.

It does not choose the pages, and knows nothing of the worker that keeps them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2s
from typing import Protocol

_SCRIPT = re.compile(r'<script[^>]+src="([^"]+)"')
_ADDRESS_IN_STYLE = re.compile(r'url\("([^"]+)"\)')


class Release(Protocol):
    """The static files of the site, by name."""

    def address(self, name: str) -> str:
        """Where a file is served."""

    def content(self, name: str) -> bytes:
        """A file as it is served."""

    def modules_of(self, entry: str) -> tuple[str, ...]:
        """The names of all modules that a page with the script ``entry`` loads."""


@dataclass(frozen=True)
class Kit:
    """Addresses of pages, and of the files that they load; ``bytes`` is what they take on a device.

    ``scripts`` are made by views: like a page, each can change under its address. ``name`` changes with any byte of
    them all, so that a kit is replaced as a whole.
    """

    pages: tuple[str, ...]
    scripts: tuple[str, ...]
    files: tuple[str, ...]
    bytes: int
    name: str


def gather(pages: Mapping[str, str], unnamed: str, release: Release, scripts: Mapping[str, str] | None = None) -> Kit:
    """The kit of ``pages`` and ``scripts``, texts by address.

    The page ``unnamed`` has no address to be kept under.
    """
    scripts = scripts or {}
    names = sorted({name for text in (*pages.values(), unnamed) for name in loaded(text, release)})
    texts = [text.encode() for text in (*pages.values(), *scripts.values(), unnamed)]
    digest = blake2s(digest_size=6)
    addresses = (*pages, *scripts, *map(release.address, names))
    for part in (*(address.encode() for address in addresses), *texts):
        digest.update(len(part).to_bytes(8) + part)
    return Kit(
        pages=tuple(pages),
        scripts=tuple(scripts),
        files=tuple(map(release.address, names)),
        bytes=sum(map(len, texts)) + sum(len(release.content(name)) for name in names),
        name=digest.hexdigest(),
    )


def loaded(page: str, release: Release) -> set[str]:
    """The names of all static files that ``page`` names, and of what these load."""
    folder = release.address("")
    named = set(re.findall(rf'"{re.escape(folder)}([^"]+)"', page))
    # A script that a view makes is no file of the release.
    scripts = {address.removeprefix(folder) for address in _SCRIPT.findall(page) if address.startswith(folder)}
    named |= {module for script in scripts for module in release.modules_of(script)}
    return named | {file for style in named if style.endswith(".css") for file in _of_style(style, release)}


def _of_style(style: str, release: Release) -> Iterator[str]:
    for name in _ADDRESS_IN_STYLE.findall(release.content(style).decode()):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(style), name))
