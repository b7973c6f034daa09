"""Unshared: helps people keep private pictures private. ``create_app`` is the list of what makes the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from safety.config import Config


def create_app(config: Config) -> Flask:
    """The site for ``config``.

    Raises:
        ContentError: a text has a fault; all of them are named.
    """
    # Imported here so that `python -m safety.photos` starts without a web framework.
    from flask import Flask

    from safety.library.load import load
    from safety.web import (
        assets,
        caching,
        commands,
        errors,
        features,
        forgery,
        headers,
        lan,
        language,
        logs,
        ready_pages,
        sealed,
        templating,
        uploads,
    )
    from safety.web.serving import proxies
    from safety.web.storage import database

    app = Flask("safety", static_folder=None, template_folder=str(templating.FOLDER))
    # Who types an address with a slash at its end means the same page.
    app.url_map.strict_slashes = False
    logs.init()
    language.init(app, load(config.content))
    caching.init(app)
    headers.init(app, production=config.production)
    uploads.init(app, max_upload_bytes=config.max_upload_bytes)
    lan.init(app, config)
    forgery.init(app, config)
    sealed.init(app, config.secret)
    database.init(app, config)
    errors.init(app)
    templating.init(app, config)
    features.init(app, config)
    ready_pages.init(app, config)
    assets.init(app, config.instance)
    proxies.init(app, config.proxies)
    commands.init(app, config)
    return app


def create_command_app(config: Config) -> Flask:
    """The commands alone: they also work while the content has faults."""
    from flask import Flask

    from safety.web import commands

    app = Flask("safety", static_folder=None)
    commands.init(app, config)
    return app
