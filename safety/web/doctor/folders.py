"""Files and folders: who can read them, on what kind of disk they lie, how much room is left.

It sees what this machine calls things. Who can read the disk itself, or its backups, it cannot see.
"""

from __future__ import annotations

import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from safety.config import MEBIBYTE, ROOT, Config
from safety.web.doctor.finding import Finding, fine, look, wrong

MOUNTS: Final = Path("/proc/mounts")
OVER_NETWORK: Final = frozenset([
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "beegfs", "ocfs2",
    "gfs2", "davfs", "virtiofs",
])  # fmt: skip
FOLDER, SETTINGS = "the instance folder", ".env"
IN_MEMORY: Final = frozenset(["tmpfs", "ramfs"])
OF_CONTAINER: Final = frozenset(["overlay", "aufs"])
LITTLE_BYTES, LOW_BYTES = 200 * MEBIBYTE, 1024 * MEBIBYTE
OTHERS_READ: Final = stat.S_IRGRP | stat.S_IROTH
OTHERS_ENTER: Final = stat.S_IXGRP | stat.S_IXOTH


@dataclass(frozen=True)
class Kept:
    """A file or folder that is nobody else's: its permissions, and whether it holds a secret in the clear."""

    name: str
    path: str
    mode: int
    is_secret: bool = False


@dataclass(frozen=True)
class Places:
    """The instance folder and what matters in it; ``mounts`` is the system's own table, '' where it has none."""

    instance: str
    kept: tuple[Kept, ...]
    mounts: str
    free_bytes: int
    has_sqlite: bool
    temporary: str
    temporary_mode: int


def gather(config: Config) -> Places:
    """The places of a site with ``config``, as they are now."""
    instance = config.instance
    named = (
        (FOLDER, instance, False),
        ("the database", instance / "unshared.db", False),
        ("the secret in the instance folder", instance / "secret", True),
        (SETTINGS, ROOT / SETTINGS, True),
    )
    temporary = _temporary()
    return Places(
        instance=instance.as_posix(),
        kept=tuple(_kept(*one) for one in named if one[1].exists()),
        mounts=_text(MOUNTS),
        free_bytes=shutil.disk_usage(instance if instance.exists() else ROOT).free,
        has_sqlite=config.database_url.startswith("sqlite"),
        temporary=temporary,
        temporary_mode=Path(temporary).stat().st_mode if temporary else 0,
    )


def check(places: Places) -> Iterator[Finding]:
    """All findings on ``places``."""
    yield from permissions(places.kept)
    if places.has_sqlite:
        yield disk(places)
    yield space(places.free_bytes)
    yield temporary(places)


def permissions(kept: Iterable[Kept]) -> Iterator[Finding]:
    """Whether other users of this machine can read what is kept."""
    everything = tuple(kept)
    is_closed = any(one.name == FOLDER and not one.mode & OTHERS_ENTER for one in everything)
    # What lies in a folder that others cannot enter is closed, whatever its own permissions.
    open_ones = [one for one in everything if one.mode & OTHERS_READ and not (is_closed and one.name != SETTINGS)]
    for one in open_ones:
        do = f"Run: chmod go-rwx {one.path}"
        if one.is_secret:
            yield wrong("permissions", f"Other users of this machine can read {one.name}.", do)
        else:
            says = f"Other users of this machine can read {one.name}; what it keeps of visitors is encrypted."
            yield look("permissions", says, do)
    if not open_ones:
        yield fine("permissions", "No other user of this machine can read what is kept.")


def disk(places: Places) -> Finding:
    """Whether the disk of SQLite's file is local and lasts."""
    kind = file_system(places.mounts, places.instance)
    name, do = "disk", "Set INSTANCE to a folder on a local disk or volume, or use PostgreSQL (docs/database.md)."
    if not kind:
        return look(name, "This system does not say on which disk SQLite's file lies.", "It must be a local one.")
    if kind in OVER_NETWORK or kind.startswith("fuse."):
        return wrong(name, f"SQLite's file lies on {kind}, where its locks do not hold: changes get lost.", do)
    if kind in IN_MEMORY:
        return wrong(name, "SQLite's file lies in memory: kept checks are gone when this machine restarts.", do)
    if kind in OF_CONTAINER:
        return wrong(name, "SQLite's file lies in the container itself: kept checks go when it is replaced.", do)
    return fine(name, f"SQLite's file lies on a local disk ({kind}).")


def file_system(mounts: str, path: str) -> str:
    """The kind of the file system that ``path`` lies on; '' when the table does not say."""
    found = ("", "")
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = fields[1].replace("\\040", " ").replace("\\011", "\t")
        # Of two on the same place the later one lies on top.
        if PurePosixPath(path).is_relative_to(place) and len(place) >= len(found[0]):
            found = (place, fields[2])
    return found[1]


def space(free_bytes: int) -> Finding:
    """Whether the disk is nearly full."""
    free, do = f"{free_bytes // MEBIBYTE:,} MB", "Make room: a full disk stops every change of a kept check."
    if free_bytes < LITTLE_BYTES:
        return wrong("free space", f"Only {free} are free.", do)
    if free_bytes < LOW_BYTES:
        return look("free space", f"{free} are free.", do)
    return fine("free space", f"{free} are free.")


def temporary(places: Places) -> Finding:
    """Whether the folder for temporary files is as it should be, though nothing of a visitor is written there."""
    name = "temporary"
    if not places.temporary:
        return fine(name, "There is no folder for temporary files; the site writes nothing of visitors into one.")
    if places.temporary_mode & stat.S_IWOTH and not places.temporary_mode & stat.S_ISVTX:
        return wrong(name, "Everybody can delete everybody's temporary files.", f"Run: chmod +t {places.temporary}")
    kind = file_system(places.mounts, places.temporary) or "an unknown disk"
    return fine(name, f"Temporary files lie on {kind}; the site writes nothing of visitors there.")


def _kept(name: str, path: Path, is_secret: bool) -> Kept:
    return Kept(name, path.as_posix(), path.stat().st_mode, is_secret)


def _temporary() -> str:
    try:
        return tempfile.gettempdir()
    except FileNotFoundError:
        return ""


def _text(path: Path) -> str:
    with suppress(OSError):
        return path.read_text(encoding="utf-8", errors="replace")
    return ""
