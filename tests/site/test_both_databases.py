"""What keeps something is tested on SQLite and on PostgreSQL: looked for in every file, so that none is forgotten."""

from __future__ import annotations

import ast
from pathlib import Path

from safety.config import ROOT

TESTS = ROOT / "tests"
# Fixtures that run a test once on each kind of database.
ON_EACH = {"database_url", "new_database_url", "site_on_each"}
# What these prove is true on one kind only, or does not depend on it.
ON_ONE = {
    "check/test_everything.py": "walks the pages of the check; what is kept meanwhile is the business of test_saved.py",
    "teach/counting/test_pages.py": "puts a room where routes find it; test_store.py and test_routes.py do on both",
    "teach/room/test_promises.py": "reads the bytes of SQLite's files; docs/room.md says what is different elsewhere",
    "web/storage/test_backup_command.py": "writes and reads files; what stands in them is for test_backup.py",
    "web/storage/test_database.py": "the settings of SQLite; test_postgresql.py has those of PostgreSQL",
    "web/storage/test_postgresql.py": "how the site talks to PostgreSQL",
    "web/test_lan.py": "a class network is one laptop",
}
# Others that make their own servers, for what happens to one of them.
OWN_SERVERS = ("attack/", "browser/", "faults/")
KEEPERS = ("safety.web.storage.backup", "safety.web.storage.database")


def stores() -> list[str]:
    """Every module that has tables."""
    found = [path for path in (ROOT / "safety").rglob("store.py") if "sqlalchemy" in imported(path)]
    return sorted(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in found)


def imported(path: Path) -> set[str]:
    """Every module that a file imports, and what it takes from it with a dot between."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def fixtures(path: Path) -> set[str]:
    """Every fixture that its functions take."""
    functions = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
    ]
    return {argument.arg for function in functions for argument in function.args.args}


def is_on_each(path: Path) -> bool:
    """Whether its tests run on each kind: by a fixture of its own, or one that it takes from another file of tests."""
    taken = fixtures(path)
    if taken & ON_EACH:
        return True
    others = [TESTS.parent / f"{name.replace('.', '/')}.py" for name in imported(path) if name.startswith("tests.")]
    return any("engine" in taken and other.exists() and fixtures(other) & ON_EACH for other in others)


def test_every_test_of_what_is_kept_runs_on_both() -> None:
    """A file of tests that uses a store, the backup or the database runs on each kind, or says here why not."""
    keepers = {*stores(), *KEEPERS}
    found = {
        str(path.relative_to(TESTS)): is_on_each(path)
        for path in TESTS.rglob("test_*.py")
        if imported(path) & keepers and not str(path.relative_to(TESTS)).startswith(OWN_SERVERS)
    }
    assert sorted(name for name, on_each in found.items() if not on_each) == sorted(ON_ONE)


def test_every_store_has_a_test_on_both() -> None:
    """And there are stores at all."""
    assert stores() == ["safety.check.saved.store", "safety.teach.room.store"]
    for store in (*stores(), *KEEPERS):
        assert any(store in imported(path) and is_on_each(path) for path in TESTS.rglob("test_*.py")), store
