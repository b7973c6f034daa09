"""What every template can use. The configuration is not among it: only the few public values."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from flask_babel import format_date, gettext

from safety.config import Config

FOLDER = Path(__file__).resolve().parents[2] / "templates"


def init(app: Flask, config: Config) -> None:
    """Sets what templates may see."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for name in ("config", "request", "session", "g", "get_flashed_messages"):
        app.jinja_env.globals.pop(name, None)
    # The tables of plain sentences in the features are translated when they are shown.
    app.jinja_env.globals["translate"] = gettext
    app.jinja_env.globals.update(operator=config.operator, operator_contact=config.operator_contact)
    app.jinja_env.globals["leak_host"] = urlsplit(config.leak_service).netloc
    app.jinja_env.filters["day"] = day
    app.jinja_env.filters["month"] = month
    app.template_context_processors[None] = [dict]


def month(value: date) -> str:
    """The month of a date, where the day is not known."""
    return str(format_date(value, "LLLL yyyy"))


def day(value: date) -> str:
    """A date as people write it in the language of the page."""
    return str(format_date(value, "d MMM yyyy"))
