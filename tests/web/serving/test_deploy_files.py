"""The files that put the site on the internet keep its promises: no log of visitors, no secret, no right too many."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from safety.config import ROOT, Config
from safety.web.assets import prepare
from safety.web.release import Release
from safety.web.serving import healthy
from safety.web.serving.stopping import STOP_SECONDS
from tests.serving import serve

DEPLOY = ROOT / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
UNIT = (DEPLOY / "unshared.service").read_text(encoding="utf-8")


def lines(text: str) -> list[str]:
    """The lines that do something."""
    return [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


def settings() -> set[str]:
    """The names of all settings that a copy of the site reads."""
    source = (ROOT / "safety" / "config.py").read_text(encoding="utf-8")
    read = set(re.findall(r'(?:settings\.get\(|settings, )"([A-Z_]+)"', source))
    return read | {f"{name}{end}" for name in ("SECRET_KEY", "DATABASE_URL") for end in ("", "_FILE")}


def test_every_setting_is_in_the_guide() -> None:
    """Whoever runs a site finds each name there."""
    guide = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    assert len(settings()) > 12
    assert {name for name in settings() if f"`{name}`" not in guide} == set()


def test_the_site_is_given_settings_that_it_reads() -> None:
    """A name with a slip in it would do nothing, and nobody would notice."""
    assert set(SERVICES["site"]["environment"]) <= settings() | {"UNSHARED_ENV"}
    assert set(re.findall(r"([A-Z_]+)=", " ".join(re.findall("(?m)^Environment=(.*)$", UNIT)))) <= settings() | {
        "PYTHONDONTWRITEBYTECODE"
    }


def test_the_image_runs_as_nobody_and_holds_no_secret() -> None:
    """A number above 0, wheels with sums, and only what is named is copied into it."""
    user = re.findall(r"(?m)^USER (\d+):(\d+)$", DOCKERFILE.split("FROM")[-1])
    assert len(user) == 1
    assert "0" not in user[0]
    assert "--require-hashes" in DOCKERFILE
    assert "--only-binary :all:" in DOCKERFILE
    assert not re.search(r"(?m)^(?:ENV|ARG) .*(?:SECRET|PASSWORD|DATABASE)", DOCKERFILE)
    ignored = lines((ROOT / ".dockerignore").read_text(encoding="utf-8"))
    assert ignored[0] == "*"
    assert {"!.git", "!instance", "!secrets", "!.env"}.isdisjoint(ignored)
    copied = re.findall(r"(?m)^COPY (\S+) \S+$", DOCKERFILE)
    assert {f"!{name}" for name in copied} == set(ignored[1:]) - {"**/__pycache__"}


def test_a_packed_release_needs_no_place_to_write(tmp_path: Path) -> None:
    """What an image has packed is taken as it is, so its file system may be read-only."""
    small = Release(tmp_path / "source", {})
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.css").write_text("a { color: red }", encoding="utf-8")
    folder = prepare(small, tmp_path / "static")
    before = (tmp_path / "static").stat().st_mtime_ns, folder.stat().st_mtime_ns
    assert prepare(small, tmp_path / "static") == folder
    assert ((tmp_path / "static").stat().st_mtime_ns, folder.stat().st_mtime_ns) == before


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_each_container_has_no_right_too_many(name: str) -> None:
    """Read-only, without capabilities but the one for ports, and without swap."""
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "caddy" else [])
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["mem_limit"] == service["memswap_limit"]


def test_only_caddy_is_reached_from_outside() -> None:
    """The site and the database have no port of the machine, and no network with a way out."""
    assert [name for name in SERVICES if "ports" in SERVICES[name]] == ["caddy"]
    assert not any("privileged" in service or "network_mode" in service for service in SERVICES.values())
    ways_out = {name for name, network in COMPOSE["networks"].items() if not network.get("internal")}
    assert [name for name in SERVICES if ways_out.intersection(SERVICES[name]["networks"])] == ["caddy"]
    assert SERVICES["database"]["networks"] == ["stored"]


def test_compose_holds_no_secret_and_does_not_start_without() -> None:
    """Each is a file that has to be there; what else must be set is asked for."""
    assert all(list(secret) == ["file"] for secret in COMPOSE["secrets"].values())
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    assert not re.search(r"(?m)^\s*(?:SECRET_KEY|DATABASE_URL|POSTGRES_PASSWORD):", text)
    assert "${SITE:?" in text


def test_the_database_logs_no_statement() -> None:
    """Also not those that fail or take long."""
    said = {
        "log_statement=none", "log_min_error_statement=panic", "log_min_duration_statement=-1",
        "log_parameter_max_length=0", "log_parameter_max_length_on_error=0",
    }  # fmt: skip
    assert {f"-c{setting}" for setting in said} <= set(SERVICES["database"]["command"])


def test_caddy_notes_no_request() -> None:
    """No `log` in a site, and of the common log everything about requests is left out."""
    said = lines((DEPLOY / "Caddyfile").read_text(encoding="utf-8"))
    assert said.count("log {") == 1
    assert said.index("log {") < said.index("{$SITE:localhost} {")
    assert not any(line.startswith(("log ", "output file")) and line != "log {" for line in said)
    assert "exclude http" in said


def test_nginx_notes_no_request_and_keeps_no_body() -> None:
    """In each server both logs are off or silent, and nothing goes to a temporary file."""
    said = lines((DEPLOY / "nginx.conf").read_text(encoding="utf-8"))
    assert said.count("access_log off;") == said.count("error_log stderr emerg;") == said.count("server {") == 2
    assert not any(line.startswith("access_log") and line != "access_log off;" for line in said)
    assert {"proxy_request_buffering off;", "proxy_max_temp_file_size 0;", "proxy_buffer_size 16k;"} <= set(said)


def test_the_unit_keeps_uploads_off_the_disk_and_lets_answers_finish() -> None:
    """No swap, no dump, and more patience than the site itself has."""
    said = set(lines(UNIT))
    assert {"MemorySwapMax=0", "LimitCORE=0", "NoNewPrivileges=yes", "ProtectSystem=strict", "DynamicUser=yes"} <= said
    assert "KillMode=mixed" in said
    assert int(UNIT.split("TimeoutStopSec=")[1].split()[0]) > STOP_SECONDS
    assert int(SERVICES["site"]["stop_grace_period"].removesuffix("s")) > STOP_SECONDS
    assert not re.search(r"(?m)^Environment=.*SECRET_KEY=", UNIT)


def test_a_command_runs_as_the_service_does() -> None:
    """With the same settings, secret, user and folder, so it sees the same database and leaves no file of root."""
    command = (DEPLOY / "site").read_text(encoding="utf-8")
    for line in (
        "EnvironmentFile=/etc/unshared/settings",
        "LoadCredential=secret-key:/etc/unshared/secret-key",
        "DynamicUser=yes",
        "StateDirectory=unshared",
        "StateDirectoryMode=0700",
        "UMask=0077",
        "WorkingDirectory=/opt/unshared",
    ):
        assert line in UNIT
        assert f"-p {line}" in command
    for setting in ("UNSHARED_ENV=production", "INSTANCE=/var/lib/unshared"):
        assert setting in UNIT
        assert f"-E {setting}" in command
    assert subprocess.run(["sh", "-n", DEPLOY / "site"], check=False).returncode == 0


def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    """It names no fault."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("there is no systemd on this machine")
    unit = tmp_path / "unshared.service"
    here = {
        "/opt/unshared/.venv/bin/python": sys.executable,
        "WorkingDirectory=/opt/unshared": f"WorkingDirectory={ROOT}",
    }
    text = UNIT
    for there, mine in here.items():
        assert there in text
        text = text.replace(there, mine)
    unit.write_text(text, encoding="utf-8")
    checked = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert [line for line in checked.stderr.splitlines() if "unshared.service" in line] == []


def strict(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """A site that answers to its own name only."""
    start_response("200 OK" if environ["HTTP_HOST"] == "example.org" else "400 Bad Request", [])
    return []


@pytest.mark.usefixtures("network")
def test_the_health_check_asks_under_the_name_of_the_site(config: Config) -> None:
    """It is told whether the site answers, and notices when nobody does."""
    with serve(strict, config) as site:
        assert healthy.is_healthy({"HOSTS": "example.org,www.example.org", "PORT": str(site.port)})
        assert not healthy.is_healthy({"HOSTS": "evil.example", "PORT": str(site.port)})
    assert not healthy.is_healthy({"HOSTS": "example.org", "PORT": str(site.port)})
