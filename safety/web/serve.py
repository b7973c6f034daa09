"""Brings the database up to date and serves the site until it is stopped."""

from __future__ import annotations

import sys

from flask import Flask

from safety.config import Config
from safety.web import database, errors
from safety.web.server import REFUSALS, make_server


def serve(app: Flask, config: Config) -> None:
    """Serves ``app`` on the host and port of ``config``."""
    database.upgrade(config.database_url)
    server = make_server(app, config, pages=errors.refusals(app, REFUSALS))
    host = f"[{config.host}]" if ":" in config.host else config.host
    print(f"Unshared is at http://{host}:{config.port} (stop it with Ctrl+C)", flush=True)  # noqa: T201  # for the person who started it
    try:
        server.run()
    except KeyboardInterrupt:
        sys.exit(0)
