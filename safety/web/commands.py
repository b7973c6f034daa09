"""The commands of ``flask --app app``: the database and the content."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

import click
from flask import Flask
from flask.cli import AppGroup

from safety.config import Config
from safety.library.faults import ContentError
from safety.library.load import load
from safety.library.rules import carriers
from safety.library.schema import Library
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
        counts = ", ".join(f"{library.name}: {len(library.items)} items" for library in libraries.values())
        click.echo(f"No faults. {counts}.")

    @group.command()
    @click.option("--days", default=STALE_DAYS, show_default=True)
    def stale(days: int) -> None:
        """List the texts that nobody has reviewed for a while, the oldest first."""
        today = datetime.now(UTC).date()
        for reviewed, name in sorted(_reviews(_load(config).values())):
            if (today - reviewed).days > days:
                click.echo(f"{reviewed} {name}")

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


def _reviews(libraries: Iterable[Library]) -> list[tuple[date, str]]:
    return [
        (record.reviewed, f"{library.language}/{place}/{record.id}")
        for library in libraries
        for place, records in carriers(library)
        for record in records
    ]


def _load(config: Config) -> dict[str, Library]:
    try:
        return load(config.content)
    except ContentError as error:
        for fault in error.faults:
            click.echo(str(fault), err=True)
        raise click.ClickException(f"{len(error.faults)} faults.") from None
