"""The command ``flask --app app doctor``. Exit status: 0 nothing is wrong, 1 something is, 64 wrong usage."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import click
from flask import Flask

from safety.config import Config
from safety.web.doctor import finding, inside, outside
from safety.web.doctor.asking import AddressError, Ask, Site, Wire, of_app
from safety.web.doctor.finding import Finding


class Misused(click.UsageError):
    """Wrong usage, by the status that our other commands end with."""

    exit_code = finding.EXIT_USAGE


class Command(click.Command):
    """A command that says so, too, when its words are wrong."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments that are left.

        Raises:
            Misused: they are wrong.
        """
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise Misused(error.message, ctx) from None


def make(app: Flask, config: Config) -> click.Command:
    """The command for a site ``app`` that runs under ``config``."""

    @click.command(cls=Command, short_help="Check a deployment and say what is wrong.")
    @click.argument("address", required=False)
    @click.option("--outside", "only_outside", is_flag=True, help="Leave out what only the site's own machine knows.")
    @click.option("--json", "as_json", is_flag=True, help="For programs.")
    def doctor(address: str | None, only_outside: bool, as_json: bool) -> None:
        """Check a deployment and say what is wrong, from inside and, at ADDRESS, from outside.

        Without ADDRESS: https and the first of HOSTS in production, and from inside alone otherwise. It changes
        nothing. docs/doctor.md says what each line means.
        """
        site = _site(address, config, only_outside=only_outside)
        found = [*([] if only_outside else inside.check(config, _now().date())), *(_outside(site, app, config))]
        for line in [finding.written(found)] if as_json else finding.lines(found):
            click.echo(line)
        sys.exit(finding.status(found))

    return doctor


def _site(address: str | None, config: Config, *, only_outside: bool) -> Site | None:
    if not address and not (config.production and config.hosts):
        if only_outside:
            raise Misused("--outside needs the address of a site, such as https://example.org")
        return None
    try:
        return Site.read(address or f"https://{config.hosts[0]}")
    except AddressError as error:
        raise Misused(str(error)) from None


def _outside(site: Site | None, app: Flask, config: Config) -> Iterator[Finding]:
    if site is None:
        yield finding.look("address", "Nobody was asked from outside.", "Write the address of the site behind doctor.")
        return
    wire = Wire(site)
    measure = _measure(app, config, site)
    yield from outside.check(
        outside.Visit(site, wire.ask, wire.ask_plainly, wire.begin, measure, config.max_upload_bytes, _now)
    )


def _measure(app: Flask, config: Config, site: Site) -> Ask | None:
    """This copy of the app as it would answer in production at ``site``; None when it does not start."""
    if "release" not in app.extensions:
        return None
    if not (config.production and config.allows_host(site.host)):
        from safety import create_app

        app = create_app(replace(config, production=True, lan=False, hosts=(site.host,)))
    return of_app(app, site)


def _now() -> datetime:
    return datetime.now(UTC)
