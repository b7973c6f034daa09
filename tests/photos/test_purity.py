"""The engine needs nothing but Python, and does no arithmetic with floats."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "safety" / "photos"
# Routes and stores belong to the site, not to the engine.
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.stem not in ("routes", "forms", "api", "store"))
ALLOWED = {"PIL", "pillow_heif", "exifread"}


def test_there_is_something_to_read() -> None:
    """A moved package must not make these tests pass."""
    assert len(MODULES) > 20


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_imports(path: Path) -> None:
    """The standard library, the engine itself, and at most Pillow and exifread."""
    for node in ast.walk(ast.parse(path.read_text())):
        imported = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        imported += [name.name for name in node.names] if isinstance(node, ast.Import) else []
        for name in imported:
            top = name.partition(".")[0]
            assert top in sys.stdlib_module_names or top in ALLOWED or name.startswith("safety.photos"), name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_floats(path: Path) -> None:
    """Neither float numbers nor true division of anything but exact fractions."""
    if path.name == "position.py":
        pytest.skip("it divides exact fractions")
    tree = ast.parse(path.read_text())
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    divisions = [node for node in ast.walk(tree) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)]
    assert all(path.name in ("deliver.py",) for _ in divisions)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_sizes(path: Path) -> None:
    """Files of at most 400 lines, functions of at most 40."""
    assert len(path.read_text().splitlines()) <= 400
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name
