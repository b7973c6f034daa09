"""The commands, as whoever runs or writes for the site calls them."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from safety import create_command_app
from safety.config import ROOT, Config
from safety.library.faults import ContentError
from safety.library.schema import Library
from tests.conftest import make_app


@pytest.fixture
def broken(tmp_path: Path, config: Config) -> Config:
    """A copy of the content with two faults in two files."""
    content = tmp_path / "content"
    shutil.copytree(config.content, content)
    item = content / "en" / "check" / "two-factor.md"
    item.write_text(item.read_text(encoding="utf-8").replace("minutes =", "minuets ="), encoding="utf-8")
    (content / "en" / "check" / "phone-passcode.md").write_text("no head", encoding="utf-8")
    return replace(config, content=content)


def run(app: Flask, *words: str) -> tuple[int, str]:
    """Exit status and everything that a command said."""
    result = app.test_cli_runner().invoke(args=list(words))
    return result.exit_code, result.output


def test_content_check_says_what_there_is(app: Flask, library: Library) -> None:
    """Good content is said to be good, with a count."""
    assert run(app, "content", "check") == (0, f"No faults. English: {len(library.items)} items.\n")


def test_content_check_names_every_fault_with_file_and_line(broken: Config) -> None:
    """An author sees all faults at once: where, what, and what to write; the site itself need not start."""
    status, said = run(create_command_app(broken), "content", "check")
    lines = (broken.content / "en/check/two-factor.md").read_text(encoding="utf-8").split("\n")
    wrong = next(number for number, line in enumerate(lines, 1) if line.startswith("minuets"))
    assert status == 1
    assert f"en/check/two-factor.md:{wrong}: The key minuets is not known here. Write: one of " in said
    assert "en/check/two-factor.md:2: The key minutes is missing. Write: minutes = a whole number" in said
    assert "en/check/phone-passcode.md:1: The head is missing. Write: " in said
    assert "3 faults." in said or "4 faults." in said


def test_the_site_does_not_start_on_a_fault(broken: Config) -> None:
    """Nobody reads content that the checker refuses."""
    with pytest.raises(ContentError, match=r"en/check/two-factor\.md"):
        make_app(broken)


def test_content_stale_lists_what_nobody_has_read_for_long(app: Flask, library: Library) -> None:
    """The oldest come first; what was read within the days asked for is not listed."""
    far = (datetime.now(UTC).date() - min(item.reviewed for item in library.items)) + timedelta(days=1)
    assert run(app, "content", "stale", "--days", str(max(far.days, 0) + 4000)) == (0, "")
    status, said = run(app, "content", "stale", "--days=-4000")
    assert status == 0
    assert f"{library.items[0].reviewed} en/check/{library.items[0].id}" in said
    assert f"{library.laws[0].reviewed} en/help/laws.toml/{library.laws[0].id}" in said
    assert said.splitlines() == sorted(said.splitlines())


def test_content_update_report_says_what_to_call_open_and_read(app: Flask, library: Library) -> None:
    """A volunteer prints it: numbers and addresses of everything, or the sentence that nothing is old."""
    status, said = run(app, "content", "update-report", "--days", "0")
    assert status == 0
    assert library.laws[0].source_url in said
    assert next(service.phone for service in library.services if service.phone) in said
    status, said = run(app, "content", "update-report", "--days", "400000")
    assert (status, said.startswith("Nothing is older than 400000 days.")) == (0, True)


def test_content_check_sees_a_day_that_has_not_come(tmp_path: Path, config: Config) -> None:
    """A slip in the year would keep a row fresh for ever; the site itself starts, since a clock may be wrong."""
    content = tmp_path / "content"
    shutil.copytree(config.content, content)
    laws = content / "en" / "help" / "laws.toml"
    before = laws.read_text(encoding="utf-8")
    laws.write_text(before.replace("reviewed = 2026-", "reviewed = 2999-", 1), encoding="utf-8")
    ahead = replace(config, content=content)
    status, said = run(make_app(ahead), "content", "check")
    assert status == 1
    assert "en/help/laws.toml/us-take-it-down-act: Nobody has looked on 2999-" in said


def test_content_coverage_shows_what_carries_each_statement(app: Flask, library: Library) -> None:
    """Every statement of the seed page is listed once, and each tip is carried by an item."""
    status, said = run(app, "content", "coverage")
    lines = said[: said.index("\n\n")].splitlines()
    assert status == 0
    statements = [line.split()[1].rstrip(":") for line in lines if not line.startswith(" ")]
    assert statements == [statement.id for statement in library.seed]
    for line, below in itertools.pairwise(lines):
        if " tip-" in line:
            assert "check/" in below
    assert max(map(len, lines)) <= 100


def test_content_coverage_shows_the_steps_of_each_platform(app: Flask, library: Library) -> None:
    """Below the statements stands the table of phones and apps, with what nobody has confirmed."""
    _, said = run(app, "content", "coverage")
    rows = {line.split()[0]: line.split()[1:] for line in said[said.index("\n\n") :].splitlines() if line.strip()}
    paths = [part for item in library.items for part in item.sections if part.heading == "whatsapp"]
    unsure = [part for part in paths if part.mark == "look for"]
    assert rows["whatsapp"][:3] == [str(len(paths)), str(len(paths) - len(unsure)), str(len(unsure))]
    assert "whatsapp: nobody has confirmed" in said


def test_db_upgrade_makes_the_database(tmp_path: Path, config: Config) -> None:
    """The command does what a start does."""
    path = tmp_path / "new.db"
    app = create_command_app(replace(config, database_url=f"sqlite:///{path}"))
    assert run(app, "db", "upgrade") == (0, "The database is up to date.\n")
    assert path.exists()


def start(tmp_path: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """``python app.py`` or another program of the project, with these settings alone."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    environment = kept | {"INSTANCE": str(tmp_path / "instance"), "PYTHONDONTWRITEBYTECODE": "1"} | settings
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_production_without_a_host_ends_with_a_sentence(tmp_path: Path) -> None:
    """No traceback: the person who starts it reads what to set."""
    ended = start(tmp_path, "app.py", UNSHARED_ENV="production")
    assert ended.returncode == 1
    assert ended.stderr.startswith("HOSTS is not set.")
    assert "Traceback" not in ended.stderr


def test_the_site_ends_with_the_faults_of_the_content(tmp_path: Path, broken: Config) -> None:
    """``python app.py`` on broken content names the faults; ``flask content check`` works all the same."""
    ended = start(tmp_path, "app.py", CONTENT=str(broken.content))
    assert ended.returncode == 1
    assert "en/check/phone-passcode.md:1:" in ended.stderr
    assert "Traceback" not in ended.stderr
    checked = start(tmp_path, "-m", "flask", "--app", "app", "content", "check", CONTENT=str(broken.content))
    assert checked.returncode == 1
    assert "en/check/phone-passcode.md:1:" in checked.stderr
