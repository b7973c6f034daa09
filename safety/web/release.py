"""A release of the static files: what belongs to it, the scripts joined from others, and its short name.

It needs the standard library alone, so that a bare copy of the project can say what it would serve.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from hashlib import blake2s
from pathlib import Path
from types import MappingProxyType

from safety.web import joining, modules

SOURCE = Path(__file__).resolve().parents[2] / "static"
PREFIX = "static"
# The file of each worker, and the script that it is joined from.
JOINED: Mapping[str, str] = MappingProxyType(
    {
        "js/photos/engine.js": "js/photos/worker.js",
        "js/photos/tags_engine.js": "js/photos/tags_worker.js",
        "js/passwords/engine.js": "js/passwords/worker.js",
        "js/passwords/lock_engine.js": "js/passwords/lock_worker.js",
    }
)
# The joined files depend on how they are joined, too.
_RECIPE = (Path(joining.__file__), Path(modules.__file__), Path(__file__))
_NOT_SERVED = (".py", ".toml")


class Release:
    """The static files below ``source``."""

    def __init__(self, source: Path = SOURCE, joined: Mapping[str, str] = JOINED) -> None:
        self.source = source
        self._joins = joined
        self._loaded: dict[tuple[str, ...], tuple[str, ...]] = {}

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The names of all files that lie there, sorted; the joined ones are not among them."""
        found = (path for path in self.source.rglob("*") if path.is_file() and path.suffix not in _NOT_SERVED)
        return tuple(sorted(path.relative_to(self.source).as_posix() for path in found))

    @cached_property
    def name(self) -> str:
        """A short hash of every file and its name, and of how some are joined."""
        digest = blake2s(digest_size=6)
        for name in self.files:
            content = (self.source / name).read_bytes()
            label = name.encode()
            digest.update(len(label).to_bytes(4) + label + len(content).to_bytes(8) + content)
        for path in _RECIPE:
            digest.update(path.read_bytes())
        return digest.hexdigest()

    @cached_property
    def joined(self) -> Mapping[str, bytes]:
        """The joined scripts by name.

        Raises:
            ModuleError: one of their modules cannot be joined.
        """
        return {name: joining.join(entry, self.text).encode() for name, entry in self._joins.items()}

    def text(self, name: str) -> str:
        """A file as text.

        Raises:
            ModuleError: a module or a list names it, and it is not there.
        """
        try:
            return (self.source / name).read_text(encoding="utf-8")
        except FileNotFoundError as error:
            raise modules.ModuleError(f"{name}: there is no such file") from error

    def content(self, name: str) -> bytes:
        """A file as it is served, joined or not."""
        return self.joined[name] if name in self._joins else (self.source / name).read_bytes()

    def address(self, name: str) -> str:
        """Where a site serves the file ``name``."""
        return f"/{PREFIX}/{self.name}/{name}"

    def modules_of(self, *entries: str) -> tuple[str, ...]:
        """The names of all modules that a page with these scripts loads, sorted.

        Raises:
            ModuleError: one of them imports in a way that is not known.
        """
        if entries not in self._loaded:
            self._loaded[entries] = modules.loaded(entries, self.text)
        return self._loaded[entries]

    def only_joined(self) -> frozenset[str]:
        """The modules that nobody loads by themselves: they are wanted in a joined file only."""
        scripts = {name for name in self.files if name.endswith(".js") and not name.startswith("vendor/")}
        parts = {module.path for entry in self._joins.values() for module in modules.in_order(entry, self.text)}
        return frozenset(parts.difference(self.modules_of(*sorted(scripts - parts))))
