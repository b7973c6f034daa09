"""The whole command: at a site in a process of its own, behind a proxy that is good and one that is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskCliRunner

from safety import create_command_app
from safety.config import Config
from safety.web.doctor import command
from safety.web.doctor.finding import EXIT_FINE, EXIT_USAGE, EXIT_WRONG
from tests import process
from tests.web.doctor import between
from tests.web.doctor.conftest import SETTINGS
from tests.web.doctor.test_settings import RANDOM


@pytest.fixture(scope="module")
def site(instance: Path) -> Iterator[process.Process]:
    """A site in production, as people start it."""
    with process.start(instance, **SETTINGS) as running:
        yield running


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> between.Certificate:
    """One for this machine."""
    return between.certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def trusted(certificate: between.Certificate, monkeypatch: pytest.MonkeyPatch) -> between.Certificate:
    """The same, trusted by this process."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.path))
    return certificate


def run(app: Flask, *words: str) -> tuple[int, str]:
    """Exit status and everything that the doctor said."""
    result = FlaskCliRunner(app).invoke(args=["doctor", *words])
    return result.exit_code, result.output


def wrong(said: str) -> dict[str, str]:
    """What is wrong, by check."""
    found = json.loads(said)["findings"]
    return {one["check"]: one["says"] for one in found if one["grade"] == "wrong"}


@pytest.mark.usefixtures("network")
def test_a_good_deployment_is_fine(own: Flask, site: process.Process, trusted: between.Certificate) -> None:
    """From inside and outside, over https and through a proxy: nothing is wrong, and no secret is shown."""
    with between.proxy(between.Good, site.port, trusted) as address:
        status, said = run(own, address)
    assert "0 wrong" in said
    assert status == EXIT_FINE
    assert "CDN" not in said
    assert "nothing collects it first" in said
    assert RANDOM not in said


@pytest.mark.usefixtures("network")
def test_a_bad_proxy_is_found_out(own: Flask, site: process.Process, trusted: between.Certificate) -> None:
    """Everything it does wrong is told, each under its name; a copy elsewhere with `--outside` sees it as well."""
    with between.proxy(between.Bad, site.port, trusted) as address:
        status, said = run(own, address, "--outside", "--json")
    found = wrong(said)
    assert status == EXIT_WRONG
    assert f"names the host {between.HERE}:1" in found["host name"]
    assert "/leave" in found["cache"]
    assert "refuses a photo" in found["uploads"]
    assert f"http://{between.HERE}:1" in found["address"]
    says = [one["says"] for one in json.loads(said)["findings"] if one["check"] == "headers"]
    for words in ("X-Frame-Options does not arrive", "Set-Cookie: balance=1 is added", "Server: between/0.1 is added"):
        assert any(words in sentence for sentence in says)
    assert any("Strict-Transport-Security does not arrive" in sentence for sentence in says)


@pytest.mark.usefixtures("network")
def test_any_copy_can_look_from_outside(config: Config, instance: Path, own: Flask, site: process.Process) -> None:
    """A copy that is not set for production knows what one in production answers; a try on this machine is no fault."""
    assert not config.production
    copy = command.make(own, replace(config, instance=instance))
    result = CliRunner().invoke(copy, [f"http://{between.HERE}:{site.port}", "--outside"])
    status, said = result.exit_code, result.output
    # Nobody stands in front here, so a visitor can say what only a proxy may.
    assert [line.split()[1] for line in said.splitlines() if line.startswith("wrong")] == ["forwarding"]
    assert status == EXIT_WRONG


def test_without_an_address_it_looks_from_inside(config: Config) -> None:
    """A fresh checkout is told what is missing before it is for visitors."""
    status, said = run(create_command_app(config), "--json")
    assert status == EXIT_WRONG
    assert wrong(said).keys() >= {"environment", "secret", "host names", "operator"}
    assert any("Nobody was asked" in one["says"] for one in json.loads(said)["findings"])


@pytest.mark.parametrize("words", [("site.org",), ("https://a.org", "https://b.org"), ("--no-such",), ("--outside",)])
def test_wrong_usage_has_a_status_of_its_own(config: Config, words: tuple[str, ...]) -> None:
    """Nothing is looked at, and a script can tell it from a fault."""
    assert run(create_command_app(config), *words)[0] == EXIT_USAGE


def test_faulty_texts_are_a_finding(config: Config, tmp_path: Path) -> None:
    """The site does not start on them; the doctor does, and says so."""
    (tmp_path / "en").mkdir()
    (tmp_path / "seed.toml").write_text("broken", encoding="utf-8")
    status, said = run(create_command_app(replace(config, content=tmp_path)), "--json")
    assert status == EXIT_WRONG
    assert "does not start" in wrong(said)["texts"]
