"""Writes ``docs/sbom.json``: what a copy of the site is made of, as programs that look for known faults read it.

For developers: ``make sbom``. It lists the Python packages of ``requirements.txt``, and what ``static/vendor`` carries,
with licences and sums. The sums of Python packages stand in ``requirements.txt``, one for each file that pip may
install. It says nothing of the system below: Python itself, PostgreSQL and the proxy are the operator's.

Source: CycloneDX 1.6, JSON form (ECMA-424), and the package-url specification, checked 2026-11-23.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from safety.config import ROOT
from safety.web.vendored import vendoring

WRITTEN: Final = ROOT / "docs" / "sbom.json"
PINS: Final = ROOT / "requirements.txt"
SPECIFICATION: Final = "1.6"
_PIN: Final = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)(?: ; (.+?))? \\$", re.MULTILINE)
# How old packages name their licence.
_CLASSIFIER: Final = "License :: OSI Approved :: "
# It carries the text of its licence and no name.
_READ: Final = {"exifread": "BSD-3-Clause"}

Component = dict[str, Any]


def bill() -> Component:
    """The whole list, the same each time."""
    components = sorted([*python_packages(), *vendored()], key=lambda one: str(one["bom-ref"]))
    site = {"type": "application", "bom-ref": "unshared", "name": "unshared", "licenses": [{"license": {"id": "MIT"}}]}
    uses = {"ref": "unshared", "dependsOn": [one["bom-ref"] for one in components]}
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPECIFICATION}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "version": 1,
        "metadata": {"component": site},
        "components": components,
        "dependencies": [uses],
    }


def pins(text: str) -> Iterator[tuple[str, str, str]]:
    """Name, version and condition of each package that ``text``, a list with sums, lets pip install."""
    yield from _PIN.findall(text)


def python_packages() -> Iterator[Component]:
    """What ``requirements.txt`` installs, those for other systems too."""
    for name, version, condition in pins(PINS.read_text(encoding="utf-8")):
        found = _component("pypi", name, version)
        if condition:
            found["properties"] = [{"name": "unshared:only-where", "value": condition}]
        yield found | _licences(_licence(name))


def vendored() -> Iterator[Component]:
    """What ``static/vendor`` carries or is made of."""
    manifest = vendoring.manifest()
    for package in manifest["packages"]:
        integrity = base64.b64decode(package["integrity"].removeprefix("sha512-")).hex()
        found = _component("npm", package["name"], package["version"]) | _licences(package["licence"])
        yield found | {"hashes": [{"alg": "SHA-512", "content": integrity}]} | _files(package["files"])
    for table in (*manifest["tables"], *manifest["words"]):
        # The package that pip installs under this name is another thing: here a table was made of it.
        found = _component("pypi", table["name"], table["version"], reference="made-from:")
        yield found | _licences(table["licence"]) | {"hashes": [_sum(table["wheel"])]} | _files([table])
    for made in (*manifest["dice"], *manifest["outlines"]):
        yield _files([made])["components"][0]


def _component(kind: str, name: str, version: str, reference: str = "") -> Component:
    address = f"pkg:{kind}/{quote(name, safe='/')}@{quote(version)}"
    return {"type": "library", "bom-ref": reference + address, "name": name, "version": version, "purl": address}


def _files(files: list[dict[str, Any]]) -> Component:
    named = [{"type": "file", "bom-ref": f"static/vendor/{file['to']}", "name": file["to"]} for file in files]
    sums = [{"hashes": [_sum(file["sha256"])]} for file in files]
    return {"components": [one | its for one, its in zip(named, sums, strict=True)]} if files else {}


def _sum(sha256: str) -> dict[str, str]:
    return {"alg": "SHA-256", "content": sha256}


def _licences(name: str) -> Component:
    return {"licenses": [{"license": {"name": name}}]} if name else {}


def _licence(package: str) -> str:
    """What the package says of its licence; nothing where it is not installed, since it is for another system."""
    try:
        says = metadata(package)
    except PackageNotFoundError:
        return ""
    return _READ.get(package) or _said(says, "License-Expression") or _classes(says) or _said(says, "License")


def _said(says: PackageMetadata, field: str) -> str:
    return str(says[field]).strip() if field in says else ""


def _classes(says: PackageMetadata) -> str:
    return ", ".join(
        one.removeprefix(_CLASSIFIER) for one in says.get_all("Classifier") or () if one.startswith(_CLASSIFIER)
    )


def main(target: Path = WRITTEN) -> None:
    """Writes the list."""
    target.write_text(json.dumps(bill(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
