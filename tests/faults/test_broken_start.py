"""What cannot be mended by waiting is said in one sentence at start: no traceback, exit status 1."""

from __future__ import annotations

import shutil
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

from safety.config import ROOT
from tests.faults.conftest import NewInstance
from tests.process import start_in_vain


def said(instance: Path, **settings: str) -> str:
    """The only line of a site that cannot start."""
    status, text = start_in_vain(instance, **settings)
    assert status == 1, text
    assert "Traceback" not in text
    lines = [line for line in text.splitlines() if not line.endswith("database-made")]
    assert len(lines) == 1, text
    return lines[0]


def test_a_port_that_is_taken_is_named(new_instance: NewInstance) -> None:
    """Whoever runs two of them learns which setting to change."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        line = said(new_instance(), PORT=port)
    assert port in line
    assert "PORT" in line


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    """Here a file stands where the folder should be."""
    (tmp_path / "instance").write_text("a file")
    assert "INSTANCE" in said(tmp_path / "instance")


def test_an_address_that_is_no_database_is_named(tmp_path: Path) -> None:
    """And what was written there, which may hold a password, is not repeated."""
    line = said(tmp_path / "instance", DATABASE_URL="nonsense canary-password")
    assert "DATABASE_URL" in line
    assert "canary" not in line


def test_a_database_of_a_newer_version_is_named(new_instance: NewInstance) -> None:
    """Somebody went back to older code: nothing is guessed about tables that it does not know."""
    instance = new_instance()
    with closing(sqlite3.connect(instance / "unshared.db")) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
        connection.commit()
    assert "newer" in said(instance)


def test_a_text_with_a_fault_is_named(tmp_path: Path) -> None:
    """File and line of it, for who edits the content."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    broken = next((content / "en").rglob("*.md"))
    broken.write_text("+++\nno = such\n+++\n", encoding="utf-8")
    status, text = start_in_vain(tmp_path / "instance", CONTENT=str(content))
    assert status == 1
    assert broken.name in text
    assert "Traceback" not in text
