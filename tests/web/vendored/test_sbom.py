"""The list of what the site is made of: true, whole, and in the form that other programs read."""

from __future__ import annotations

import importlib.resources
import json
import re
from typing import Any

import jsonschema_rs
import pytest

from safety.config import ROOT
from safety.web.vendored import sbom, vendoring

PLACE = "http://cyclonedx.org/schema"


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    """The list as it is handed out."""
    read: dict[str, Any] = json.loads(sbom.WRITTEN.read_text(encoding="utf-8"))
    return read


def form(name: str) -> dict[str, Any]:
    """A schema of the standard, as the package carries it."""
    folder = importlib.resources.files("cyclonedx.schema") / "_res"
    read: dict[str, Any] = json.loads((folder / f"{name}.SNAPSHOT.schema.json").read_text(encoding="utf-8"))
    return read


def test_list_is_what_would_be_written_now(bill: dict[str, Any]) -> None:
    """A package or a vendored file cannot change without the list. Licences are read where a package is installed."""

    def told(one: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in one.items() if key != "licenses"}

    now = sbom.bill()
    assert [told(one) for one in bill["components"]] == [told(one) for one in now["components"]], "run: make sbom"
    assert bill["dependencies"] == now["dependencies"]


def test_list_is_valid_by_the_standard(bill: dict[str, Any]) -> None:
    """Programs that read CycloneDX read it."""
    others = [(f"{PLACE}/{name}.SNAPSHOT.schema.json", form(name)) for name in ("spdx", "jsf-0.82")]
    judge = jsonschema_rs.validator_for(form("bom-1.6"), registry=jsonschema_rs.Registry(others))
    assert [error.message for error in judge.iter_errors(bill)] == []
    assert not judge.is_valid(bill | {"specVersion": 2}), "it judges nothing"


def test_every_vendored_file_is_in_the_list_with_its_sum(bill: dict[str, Any]) -> None:
    """Nothing lies in the folder that the list does not name."""
    listed = {
        file["name"]: file["hashes"][0]["content"]
        for one in bill["components"]
        for file in (one, *one.get("components", ()))
        if file["type"] == "file"
    }
    there = {path.relative_to(vendoring.FOLDER).as_posix() for path in vendoring.FOLDER.rglob("*") if path.is_file()}
    assert there - {vendoring.MANIFEST.name} - listed.keys() == {sbom_terms()}
    assert all(re.fullmatch("[0-9a-f]{64}", one) for one in listed.values())


def sbom_terms() -> str:
    """The one licence that comes out of a wheel together with what was made of it."""
    (words,) = vendoring.manifest()["words"]
    return str(words["terms_to"])


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_pip_installs_nothing_without_its_sum(name: str) -> None:
    """Each package is pinned to one version and to the sums of its files: with sums pip takes nothing else."""
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = re.findall(r"^[A-Za-z0-9].*$", text, re.MULTILINE)
    assert len(packages) > 30
    for line in packages:
        assert re.fullmatch(r"[A-Za-z0-9._\[\]-]+==\S+( ; .+)? \\", line), line
    assert all(part.strip().startswith("--hash=sha256:") for part in re.findall(r"\\\n(.*)", text))


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_pins_are_what_we_asked_for(name: str) -> None:
    """What stands in the .in file is what is installed; and what runs is tested in that very version."""
    asked = re.findall(r"^([A-Za-z0-9._-]+)(?:\[\w+\])?==([^\s;]+)", (ROOT / f"{name}.in").read_text(), re.MULTILINE)
    pinned = {package.lower(): version for package, version, _ in sbom.pins((ROOT / f"{name}.txt").read_text())}
    tested = {package: version for package, version, _ in sbom.pins((ROOT / "requirements-dev.txt").read_text())}
    assert asked != []
    assert {package: pinned.get(package.lower()) for package, _ in asked} == dict(asked), "run: make pins"
    runs = {package: version for package, version, _ in sbom.pins(sbom.PINS.read_text())}
    assert runs.items() <= tested.items()
