"""The commands of ``flask --app app``: the database and the content."""

from __future__ import annotations

from datetime import UTC, date, datetime

import click
from flask import Flask
from flask.cli import AppGroup

from safety.config import Config
from safety.library import reading_grades, upkeep
from safety.library.faults import ContentError
from safety.library.load import load
from safety.library.rules import carriers
from safety.library.schema import Library
from safety.library.upkeep_report import report
from safety.web import database

STALE_DAYS = 180


def init(app: Flask, config: Config) -> None:
    """Adds the commands."""
    app.cli.add_command(_db(config))
    app.cli.add_command(_content(config))


def _db(config: Config) -> AppGroup:
    group = AppGroup("db", help="The database.")

    @group.command()
    def upgrade() -> None:
        """Bring the database to the newest form."""
        database.upgrade(config.database_url)
        click.echo("The database is up to date.")

    return group


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
        """Show what carries each statement of the page the project grew from."""
        for library in _load(config).values():
            for statement in library.seed:
                names = [
                    f"{place}/{record.id}"
                    for place, records in carriers(library)
                    for record in records
                    if statement.id in record.seed
                ]
                click.echo(f"{library.language} {statement.id}: {', '.join(names) or 'nothing yet'}")

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
