"""The project's own source, for the rules that hold in all of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from safety.config import ROOT

PYTHON = (ROOT / "app.py", *sorted((ROOT / "safety").rglob("*.py")))
SCRIPTS = tuple(path for path in sorted((ROOT / "static" / "js").rglob("*.js")))
TEMPLATES = tuple(sorted((ROOT / "templates").rglob("*.*")))


@cache
def parsed(path: Path) -> ast.Module:
    """A file of Python as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a file, with the name as it is written: ``os.system``, ``eval``."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def where(path: Path, node: ast.AST) -> str:
    """A place in the source, for a message."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
