"""Brings the database up to date and serves the site until it is stopped."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from typing import TextIO

import segno
from flask import Flask

from safety import create_app
from safety.config import Config
from safety.web import errors, lan
from safety.web.serving import memory
from safety.web.serving.server import MAX_CONNECTIONS, REFUSALS, make_server
from safety.web.storage import database, upgrading

QUIET_ZONE = 2
# Windows has no HUP. Who is told to begin anew ends here, and is started again by what started it.
STOPS = ("SIGTERM", "SIGHUP")
# Beside connections: the database, files that are being sent, the log.
OTHER_FILES = 100


def serve(app: Flask, config: Config) -> None:
    """Serves ``app`` on the host and port of ``config``."""
    try:
        upgrading.Upgrading(config.database_url, _warn).begin()
    except database.DatabaseError as error:
        sys.exit(str(error))
    allow_files(MAX_CONNECTIONS + OTHER_FILES)
    memory.give_back_large_blocks()
    (_with_workers if config.workers else _alone)(with_doors_open(app, config), config)


def with_doors_open(app: Flask, config: Config) -> Flask:
    """``app``, whose first pages are ready; a class network has none that could be."""
    ready = app.extensions.get("ready-pages")
    if ready is not None:
        ready.open_doors(next(iter(config.hosts), "localhost"))
    return app


def _alone(app: Flask, config: Config) -> None:
    for begin in app.extensions.get("at-start", ()):
        begin()
    try:
        server = make_server(app, config, pages=errors.refusals(app, REFUSALS))
    except (OSError, ValueError) as error:
        sys.exit(_cannot(config, error))
    for name in STOPS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), server.asyncore.ask)
    _tell(config)
    try:
        server.run()
    except KeyboardInterrupt:
        sys.exit(0)


def _with_workers(app: Flask, config: Config) -> None:
    # Slow to import, and only busy sites need it.
    from safety.web.serving.workers import Workers, listen

    try:
        listening = listen(config)
    except OSError as error:
        sys.exit(_cannot(config, error))
    _tell(config)
    Workers(app, config, lambda: with_doors_open(create_app(config), config)).run(listening)


def _cannot(config: Config, error: Exception) -> str:
    # Python adds in brackets what it did meanwhile.
    reason = str(getattr(error, "strerror", None) or error).partition(" (")[0].rstrip(".")
    return f"Nothing can be served at {config.host}, port {config.port}: {reason}. Set HOST or PORT."


def _tell(config: Config) -> None:
    if config.lan:
        tell_class(lan.origins(config.port), config.port, sys.stdout)
        return
    host = f"[{config.host}]" if ":" in config.host else config.host
    _say(f"Unshared is at http://{host}:{config.port} (stop it with Ctrl+C)", sys.stdout)


def allow_files(count: int) -> None:
    """Lets this process have ``count`` files and connections open, where the system allows it and asks at all."""
    try:
        import resource
    except ImportError:
        # Windows has no such limit.
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < count:
        most = count if hard == resource.RLIM_INFINITY else min(count, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def tell_class(origins: list[str], port: int, out: TextIO) -> None:
    """Says where the teacher and the class find the site, for ``out`` that people see also as a code for phones."""
    _say(f"On this laptop, for the teacher: http://127.0.0.1:{port}/teach (stop it with Ctrl+C)", out)
    if not origins:
        _say("This laptop is on no network yet. Join the class Wi-Fi, and start again.", out)
    for origin in origins:
        _say(f"For phones on the same Wi-Fi:    {origin}/join", out)
    if origins and out.isatty():
        segno.make(f"{origins[0]}/join", micro=False).terminal(out, border=QUIET_ZONE)
    _say("Plain http: others on this network could read the answers. No phone opens here? docs/lan.md", out)


def _warn(line: str) -> None:
    _say(line, sys.stderr)


def _say(line: str, out: TextIO) -> None:
    # A log on a full disk is no reason not to help anybody.
    with suppress(OSError):
        print(line, file=out, flush=True)
