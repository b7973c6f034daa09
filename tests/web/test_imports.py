"""Which module may use what: read from every file, so that no folder is forgotten."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from safety.config import ROOT

SAFETY = ROOT / "safety"
FEATURES = {"check", "photos", "passwords", "talk", "teach", "help", "pages"}
WEB = ("web/", "__init__.py", "/routes.py", "/forms.py", "/api.py")
# Files of a feature that know the web around them.
EDGE = ("/routes.py", "/forms.py", "/api.py", "/store.py")
# Who may import what; a name that ends in a slash is a folder, one that begins with it any file of that name.
ALLOWED = {
    "flask": WEB,
    "babel": ("web/language.py",),
    "flask_babel": WEB,
    "flask_compress": WEB,
    "brotli": ("web/ready_pages.py",),
    "werkzeug": WEB,
    "wtforms": WEB,
    "flask_wtf": WEB,
    "jinja2": ("web/",),
    "waitress": ("web/",),
    "granian": ("web/serving/workers.py",),
    "whitenoise": ("web/",),
    "click": ("web/",),
    "cryptography": ("web/sealed.py", "check/saved/sealing.py", "help/case/sealed.py", "teach/room/keys.py"),
    "sqlalchemy": (
        "/store.py",
        "web/storage/answering.py",
        "web/storage/backup.py",
        "web/commands.py",
        "web/storage/database.py",
        "web/doctor/stored.py",
        "web/storage/postgresql.py",
        "web/storage/sqlite_file.py",
        "migrations/",
    ),
    "psycopg": ("web/storage/postgresql.py",),
    "segno": ("web/", "teach/room/qr.py"),
    "alembic": ("web/storage/database.py", "migrations/"),
    "PIL": ("photos/deep_worker.py",),
    "pillow_heif": ("photos/deep_worker.py",),
    "exifread": ("photos/",),
    "zxcvbn": ("passwords/strength.py",),
    "markdown": ("library/render.py",),
    "phonenumbers": ("library/phone_numbers.py",),
    "nh3": ("library/render.py",),
    "markupsafe": ("library/render.py", "library/text_schema.py"),
}
STANDARD = {"typing_extensions"}


def files() -> list[Path]:
    """Every Python file of the site."""
    return sorted(SAFETY.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Every module that ``path`` imports, at any depth, with its dots."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module
                yield from (f"{module}.{alias.name}" for alias in node.names)
            case ast.ImportFrom():
                pytest.fail(f"{path} imports by dots: nobody can see what")
            case ast.Call(func=ast.Name(id="__import__")) | ast.Call(func=ast.Attribute(attr="import_module")):
                yield "importlib"


def may(name: str, places: tuple[str, ...]) -> bool:
    """Whether the file ``name`` (from the folder safety) is one of ``places``."""
    return any(
        name.startswith(place) if place.endswith("/") else name == place or (place[0] == "/" and name.endswith(place))
        for place in places
    )


def wrong(name: str, modules: set[str]) -> list[str]:
    """What the file ``name`` may not import."""
    room = name.split("/")[0]
    found = [top for top in {one.split(".")[0] for one in modules} & ALLOWED.keys() if not may(name, ALLOWED[top])]
    for module in modules:
        parts = module.split(".")
        if parts[0] == "safety" and len(parts) > 1:
            if room in FEATURES and parts[1] in FEATURES - {room}:
                found.append(module)
            if room == "library" and parts[1] not in {"library"}:
                found.append(module)
            if room in FEATURES and parts[1] == "web" and not may(name, EDGE):
                found.append(module)
            if room == "web" and parts[1] in FEATURES and name != "web/features.py":
                found.append(module)
    return found


def test_there_is_something_to_read() -> None:
    """A test that reads nothing proves nothing: all rooms are found, subfolders too."""
    names = {path.relative_to(SAFETY).as_posix() for path in files()}
    assert len(names) > 60
    assert {name.split("/")[0] for name in names} >= FEATURES | {"web", "library", "migrations"}
    assert sum(len(set(imported(path))) for path in files()) > 300


@pytest.mark.parametrize("path", files(), ids=lambda path: path.relative_to(SAFETY).as_posix())
def test_a_module_imports_what_it_may(path: Path) -> None:
    """Domain code knows no web framework, features know nothing of each other, each library has its place."""
    assert wrong(path.relative_to(SAFETY).as_posix(), set(imported(path))) == []


def test_every_library_in_use_is_in_the_list() -> None:
    """A new dependency is allowed somewhere by name, or nowhere."""
    import sys

    known = ALLOWED.keys() | sys.stdlib_module_names | {"safety"}
    used = {module.split(".")[0] for path in files() for module in imported(path)}
    assert used - known == set()


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("check/choose.py", "flask"),
        ("check/choose.py", "werkzeug.exceptions"),
        ("library/deep/new.py", "flask_babel"),
        ("help/directory.py", "sqlalchemy"),
        ("check/routes.py", "PIL"),
        ("photos/deep.py", "PIL"),
        ("passwords/routes.py", "zxcvbn"),
        ("check/routes.py", "safety.photos.outcome"),
        ("library/rules.py", "safety.check.progress"),
        ("check/progress.py", "safety.web.sealed"),
        ("web/errors.py", "safety.help.routes"),
        ("talk/page.py", "markdown"),
    ],
)
def test_a_forbidden_import_is_seen(name: str, module: str) -> None:
    """The rules refuse what they are for."""
    assert wrong(name, {module}) != []
