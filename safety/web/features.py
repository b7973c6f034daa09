"""The rooms of the site, in the order of the menu."""

from __future__ import annotations

from flask import Flask

from safety.check import routes as check
from safety.check.copies import routes as copies
from safety.check.saved import routes as saved
from safety.check.short import routes as short
from safety.config import Config
from safety.help import routes as help_
from safety.help.case import routes as case
from safety.help.notices import routes as notices
from safety.pages import routes as pages
from safety.pages.offline import routes as offline
from safety.pages.search import routes as search
from safety.passwords import routes as passwords
from safety.photos import api as photos_api
from safety.photos import routes as photos
from safety.talk import routes as talk
from safety.talk.reading import routes as talk_reading
from safety.talk.tools import routes as talk_tools
from safety.teach import routes as teach
from safety.teach.counting import routes as counting
from safety.teach.room import routes as class_room
from safety.teach.room.join import routes as join


def init(app: Flask, config: Config) -> None:
    """Adds every room."""
    app.extensions["leak-service"] = config.leak_service
    rooms = (
        check.room,
        check.accounts_room,
        saved.room,
        short.room,
        copies.room,
        photos.room,
        photos_api.room,
        passwords.room,
        talk.room,
        talk_tools.room,
        talk_reading.room,
        teach.room,
        counting.room,
        class_room.room,
        join.room,
        help_.room,
        notices.room,
        case.room,
        offline.room,
        search.room,
        pages.make_room(config),
    )
    for room in rooms:
        # Flask gives every blueprint a processor that shows the request to templates.
        room.template_context_processors.clear()
        app.register_blueprint(room)
