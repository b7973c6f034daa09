"""Static files: one folder a release, packed beforehand, kept for a year, and nothing else reachable."""

from __future__ import annotations

import gzip
from contextlib import closing
from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from safety.config import Config
from safety.web import release as release_module
from safety.web.assets import prepare
from safety.web.modules import ModuleError
from safety.web.release import JOINED, SOURCE, Release
from tests.conftest import CheckingClient

PACKED = ("css/site.css", "js/leave.js", "js/photos/engine.js", "icon.svg")

LONG = "use();\n" * 100
WORKER = f'import {{ both }} from "./both.js";\nimport {{ part }} from "./part.js";\nuse(both, part);\n{LONG}'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A small folder of static files."""
    folder = tmp_path / "source"
    (folder / "css").mkdir(parents=True)
    (folder / "css" / "site.css").write_text("a { color: green }\n" * 200, encoding="utf-8")
    (folder / "dot.woff2").write_bytes(b"wOF2" + bytes(range(256)))
    (folder / "page.js").write_text('import { both } from "./both.js";\nuse(both);\n', encoding="utf-8")
    (folder / "work.js").write_text(WORKER, encoding="utf-8")
    (folder / "both.js").write_text(f"export const both = 1;\n{LONG}", encoding="utf-8")
    (folder / "part.js").write_text(f"export const part = 1;\n{LONG}", encoding="utf-8")
    return folder


@pytest.fixture
def release(source: Path) -> Release:
    """A release of it, with one joined script."""
    return Release(source, {"engine.js": "work.js"})


def address(app: Flask, name: str) -> str:
    """The address of a static file in this release."""
    with app.test_request_context("/"):
        return str(app.jinja_env.globals["asset"](name))  # type: ignore[operator]  # a function


@pytest.mark.parametrize("path", sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.*")))
def test_every_static_file_is_served_for_a_year(app: Flask, client: CheckingClient, path: str) -> None:
    """Each file comes whole under its release, with the policy, and is never asked for again."""
    if path.endswith((".py", ".toml")):
        assert client.get(address(app, path)).status_code == 404
        return
    with closing(client.get(address(app, path))) as response:
        assert response.data == (SOURCE / path).read_bytes()
        assert response.headers["Cache-Control"] == "max-age=31536000, public, immutable"
        assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize("name", PACKED)
@pytest.mark.parametrize(("accepted", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_static_files_are_packed(app: Flask, client: CheckingClient, name: str, accepted: str, unpack: object) -> None:
    """A browser that takes brotli or gzip gets it, and the same file in it."""
    with closing(client.get(address(app, name), headers={"Accept-Encoding": accepted})) as response:
        assert response.headers["Content-Encoding"] == accepted
        assert "Accept-Encoding" in response.headers["Vary"]
        assert unpack(response.data) == Release().content(name)  # type: ignore[operator]  # one of two functions


def test_a_changed_file_is_a_new_release(source: Path) -> None:
    """The address changes with any byte of any file and with any name, and with nothing else."""
    first = Release(source, {}).name
    assert Release(source, {}).name == first
    style = source / "css" / "site.css"
    style.write_text(style.read_text(encoding="utf-8") + " ", encoding="utf-8")
    second = Release(source, {}).name
    (source / "dot.woff2").rename(source / "dash.woff2")
    assert len({first, second, Release(source, {}).name}) == 3


def test_another_way_of_joining_is_a_new_release(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The joined files are not among those that are hashed; the code that makes them is."""
    before = Release(source, {}).name
    (tmp_path / "joining.py").write_text("other", encoding="utf-8")
    monkeypatch.setattr(release_module, "_RECIPE", (tmp_path / "joining.py",))
    assert Release(source, {}).name != before


def test_old_releases_go(source: Path, release: Release, tmp_path: Path) -> None:
    """One release is kept, the one that is served; a start with the same files makes nothing."""
    target = tmp_path / "static"
    old = prepare(release, target)
    assert prepare(release, target) == old
    (source / "new.css").write_text("b {}", encoding="utf-8")
    new = prepare(Release(source, {}), target)
    assert [path.name for path in target.iterdir()] == [new.name]
    assert not old.exists()


def test_a_release_is_whole_or_not_there(release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start that is stopped in the middle leaves no half release behind."""
    target = tmp_path / "static"

    def stop(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Path, "write_bytes", stop)
        with pytest.raises(KeyboardInterrupt):
            prepare(release, target)
    assert list(target.iterdir()) == []


def test_a_release_holds_the_joined_script(release: Release, tmp_path: Path) -> None:
    """It lies beside the others, packed; a module that only it needs can be read, and is not packed."""
    folder = prepare(release, tmp_path / "static")
    joined = (folder / "engine.js").read_text(encoding="utf-8")
    assert joined == release.content("engine.js").decode()
    assert "import" not in joined.splitlines()[3:]
    packed = {path.name.removesuffix(".br") for path in folder.rglob("*.br")}
    assert packed == {"site.css", "engine.js", "both.js"}
    assert {path.name for path in folder.glob("*.js")} == {"engine.js", "both.js", "page.js", "part.js", "work.js"}


def test_a_module_that_is_missing_is_named(source: Path, release: Release, tmp_path: Path) -> None:
    """The site does not start with half a tool."""
    (source / "part.js").unlink()
    with pytest.raises(ModuleError, match=r"part\.js: there is no such file"):
        prepare(release, tmp_path / "static")


@pytest.mark.parametrize("name", JOINED)
def test_our_joined_scripts_are_served(app: Flask, client: CheckingClient, name: str) -> None:
    """At an address like that of any file, as a script, and with the policy that lets a worker load nothing."""
    with closing(client.get(address(app, name))) as response:
        assert response.data == Release().content(name)
        assert response.mimetype == "text/javascript"
        assert response.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"


@pytest.mark.parametrize(
    "name",
    [
        "../../secret", "..%2f..%2fsecret", "%2e%2e/%2e%2e/secret", "css/../../../unshared.db", "....//....//secret",
        "..\\..\\secret", "%00", "css/", "", "css", "vendor/vendor.toml",
    ],
)  # fmt: skip
def test_only_static_files_are_reachable(app: Flask, stranger: FlaskClient, config: Config, name: str) -> None:
    """No way of writing an address leads out of the folder; folders are not listed."""
    (config.instance / "secret").touch()
    response = stranger.get(address(app, "") + name)
    assert response.status_code == 404
    assert config.secret not in response.text


def test_another_release_is_not_found(stranger: FlaskClient) -> None:
    """An address of an old release says so, rather than give a file that does not fit."""
    assert stranger.get("/static/000000000000/css/site.css").status_code == 404
