"""SQLite's file under a running site: it is never made anew there, and another one in its place is opened.

A program that has the file open goes on writing into it when somebody moves or deletes it: all that would be lost with
the next start. Making the file is left to the migrations, which say so.
Source: SQLite, "How To Corrupt An SQLite Database File", 4.4, checked 2026-11-23.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Engine, event
from sqlalchemy.exc import DisconnectionError

KEY: Final = "unshared_file"
Identity = tuple[int, int] | None


def watch(engine: Engine, path: Path) -> None:
    """Lets ``engine`` use the file at ``path`` only while it is there, and the one that is there."""
    address = f"file:{quote(str(path.absolute()))}?mode=rw"

    def open_only(dialect: object, record: object, words: list[Any], named: dict[str, Any]) -> None:
        words[0], named["uri"] = address, True

    def note(connection: object, record: Any) -> None:
        record.info[KEY] = identity(path)

    def compare(connection: object, record: Any, proxy: object) -> None:
        if record.info.get(KEY) != identity(path):
            # The pool opens another, or says that there is none.
            raise DisconnectionError("another file")

    event.listen(engine, "do_connect", open_only)
    event.listen(engine, "connect", note)
    event.listen(engine, "checkout", compare)


def identity(path: Path) -> Identity:
    """Which file is at ``path``, whatever it holds; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
