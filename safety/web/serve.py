"""Brings the database up to date and serves the site until it is stopped."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TextIO

import segno
from flask import Flask

from safety.config import Config
from safety.web import database, errors, lan, memory
from safety.web.server import MAX_CONNECTIONS, REFUSALS, make_server

QUIET_ZONE = 2
# Beside connections: the database, files that are being sent, the log.
OTHER_FILES = 100


def serve(app: Flask, config: Config) -> None:
    """Serves ``app`` on the host and port of ``config``."""
    database.upgrade(config.database_url)
    for begin in app.extensions.get("at-start", ()):
        begin()
    allow_files(MAX_CONNECTIONS + OTHER_FILES)
    memory.give_back_large_blocks()
    server = make_server(app, config, pages=errors.refusals(app, REFUSALS))
    if config.lan:
        tell_class(lan.origins(config.port), config.port, sys.stdout)
    else:
        host = f"[{config.host}]" if ":" in config.host else config.host
        _say(f"Unshared is at http://{host}:{config.port} (stop it with Ctrl+C)", sys.stdout)
    try:
        server.run()
    except KeyboardInterrupt:
        sys.exit(0)


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


def _say(line: str, out: TextIO) -> None:
    print(line, file=out, flush=True)
