"""The commands of ``flask --app app``: the database, the content, and the doctor."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import click
from flask import Flask
from flask.cli import AppGroup
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from safety.config import Config
from safety.library import reach, reading_grades, seed_coverage, upkeep
from safety.library.faults import ContentError
from safety.library.load import load
from safety.library.schema import Library
from safety.library.upkeep_report import report
from safety.web.doctor import command as doctor
from safety.web.storage import backup as backups
from safety.web.storage import database

STALE_DAYS = 180
# So long /privacy says that a backup may hold what somebody deleted.
BACKUP_DAYS = 30
# Beside the rows: the first line and the last.
FRAME_LINES = 2


def init(app: Flask, config: Config) -> None:
    """Adds the commands."""
    app.cli.add_command(_db(config))
    app.cli.add_command(_content(config))
    app.cli.add_command(doctor.make(app, config))


def _db(config: Config) -> AppGroup:
    group = AppGroup("db", help="The database.")

    @group.command()
    def upgrade() -> None:
        """Bring the database to the newest form."""
        _upgrade(config)
        click.echo("The database is up to date.")

    @group.command()
    @click.argument("file", type=click.Path(path_type=Path))
    def backup(file: Path) -> None:
        """Write what has to last into a new FILE. Rooms are left out, and so is the site's secret."""
        with _engine(config) as engine:
            count = _write_new(file, backups.lines(engine, _today()))
        click.echo(f"{count} rows are in the backup. Keep SECRET_KEY too, in another place.")
        click.echo(f"Delete it after {BACKUP_DAYS} days: what people delete here stays in it.")

    @group.command()
    @click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
    def restore(file: Path) -> None:
        """Put the rows of FILE into an empty database: all of them or none."""
        _upgrade(config)
        with _engine(config) as engine, file.open("rb") as content:
            try:
                restored = backups.restore(engine, content)
            except backups.BackupError as error:
                raise click.ClickException(str(error)) from None
        click.echo(f"{restored.rows} rows are restored, as they were on {restored.day}.")
        click.echo("What people deleted since is there again, and words that they changed since open it again.")

    return group


def _upgrade(config: Config) -> None:
    try:
        database.upgrade(config.database_url)
    except database.DatabaseError as error:
        raise click.ClickException(str(error)) from None


@contextmanager
def _engine(config: Config) -> Iterator[Engine]:
    engine = database.open_engine(config.database_url)
    try:
        yield engine
    finally:
        engine.dispose()


def _write_new(file: Path, lines: Iterator[str]) -> int:
    """Writes ``lines`` into a file that only its owner can read, whole or not at all; gives the number of rows."""
    draft = file.with_name(f"{file.name}-{secrets.token_hex(4)}")
    try:
        draft.touch(mode=0o600, exist_ok=False)
        with draft.open("w", encoding="utf-8", newline="\n") as out:
            count = sum(1 for line in lines if out.write(f"{line}\n")) - FRAME_LINES
            out.flush()
            # A power cut takes nothing that was said to be there.
            os.fsync(out.fileno())
        _name(draft, file)
    except FileExistsError:
        raise click.ClickException("There is such a file already. Nothing was written.") from None
    except DBAPIError as error:
        raise click.ClickException(f"The backup was not written. The database says: {error.orig}") from None
    except (OSError, backups.BackupError) as error:
        raise click.ClickException(f"The backup was not written. {error}") from None
    finally:
        draft.unlink(missing_ok=True)
    return count


def _name(draft: Path, file: Path) -> None:
    """Gives ``draft`` the name ``file``, never that of another file."""
    try:
        file.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        # The file systems of most sticks know no second name for a file.
        if file.exists():
            raise FileExistsError from None
        draft.rename(file)


def _content(config: Config) -> AppGroup:
    group = AppGroup("content", help="The texts in content/.")

    @group.command()
    def check() -> None:
        """Name every fault of every text, with file and line."""
        libraries = _load(config)
        _none_ahead(libraries)
        _none_too_hard(config, libraries)
        counts = ", ".join(f"{library.name}: {len(library.items)} items" for library in libraries.values())
        click.echo(f"No faults. {counts}.")

    @group.command()
    @click.option("--days", default=STALE_DAYS, show_default=True)
    def stale(days: int) -> None:
        """List what nobody has reviewed for more than some days, the oldest first."""
        for review in upkeep.old(_reviews(_load(config)), _today(), days):
            click.echo(f"{review.reviewed} {review.place}")

    @group.command("update-report")
    @click.option("--days", default=STALE_DAYS, show_default=True, help="0 lists everything.")
    def update_report(days: int) -> None:
        """Print what to call, open and read again, to tick on paper."""
        for library in _load(config).values():
            for line in report(upkeep.tasks(library, _today(), days), _today(), days):
                click.echo(line)

    @group.command()
    def coverage() -> None:
        """Show what carries each statement of the page the project grew from, then the steps for each platform."""
        for library in _load(config).values():
            for line in (*seed_coverage.lines(library), "", *reach.table(reach.reach(library.items))):
                click.echo(line)

    return group


def _reviews(libraries: dict[str, Library]) -> list[upkeep.Review]:
    return sorted(review for library in libraries.values() for review in upkeep.reviews(library))


def _none_ahead(libraries: dict[str, Library]) -> None:
    """Only here, since a device whose clock is wrong would not start the site."""
    found = list(upkeep.ahead(_reviews(libraries), _today()))
    for review in found:
        click.echo(
            f"{review.place}: Nobody has looked on {review.reviewed} yet. Write: reviewed = {_today()}", err=True
        )
    if found:
        raise click.ClickException(f"{len(found)} faults.")


def _none_too_hard(config: Config, libraries: dict[str, Library]) -> None:
    """Only here, since a sentence that is hard to read is no reason not to start."""
    pages = [page for language in libraries for page in reading_grades.graded(config.content, language)]
    over = [page for page in pages if page.grade > reading_grades.MOST]
    for page in pages:
        for fault in page.faults if page in over else page.faults[:1]:
            click.echo(str(fault), err=page in over)
    if over:
        most, aim = reading_grades.MOST, reading_grades.AIM
        raise click.ClickException(f"{len(over)} pages over reading grade {most:.0f}; the aim is {aim:.0f}.")


def _today() -> date:
    return datetime.now(UTC).date()


def _load(config: Config) -> dict[str, Library]:
    try:
        return load(config.content)
    except ContentError as error:
        for fault in error.faults:
            click.echo(str(fault), err=True)
        raise click.ClickException(f"{len(error.faults)} faults.") from None
