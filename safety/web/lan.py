"""A class network: the site on a teacher's laptop over plain HTTP, without the internet.

Other machines get the room, the wall and pages to read; everything else answers the laptop alone. Who asks is told by
the socket's address: no header is believed, since no proxy is expected here. It hides nothing on the way: others on
the same network can read what a phone sends, so no page that asks about somebody's own life is open there.
"""

from __future__ import annotations

import ipaddress

from flask import Flask, Response, abort, make_response, render_template, request

from safety.config import Config
from safety.web import caching
from safety.web.serving.own_addresses import own_addresses

READING = frozenset(["GET", "HEAD"])
# Pages that are the same for everybody, by endpoint. What is not here, and not below, is closed.
OPEN = frozenset(
    [
        "check.everything", "check.one", "help.beside", "help.first_hour", "help.host", "help.safety",
        "help.services", "help.start", "help.way_back", "help.work", "join.now", "join.room_page", "join.start",
        "join.wall", "pages.about", "pages.healthz", "pages.home", "pages.leave", "pages.new", "pages.privacy",
        "pages.security", "pages.sources", "talk.note", "talk.scene", "talk.scenes", "talk.situation", "talk.start",
        "talk.talk", "talk.told_me", "talk_reading.easy", "talk_reading.teen", "talk_reading.teens",
        "talk_reading.together", "talk_reading.together_page", "talk_tools.cards", "teach.quiet",
    ]
)  # fmt: skip
# What a phone may also send: the pupil's side of a room, and the country whose numbers are wanted.
OPEN_POSTS = frozenset(
    ["help.services", "help.way_back", "join.answer", "join.enter", "join.join_room", "join.leave_room"]
)


def init(app: Flask, config: Config) -> None:
    """Closes the site to other machines where it runs on a class network; tells templates which network it is."""
    app.jinja_env.globals["class_network"] = config.lan
    app.extensions["lan-port"] = config.port if config.lan else None
    if config.lan:
        app.before_request(guard)


def guard() -> None:
    """Refuses a request from another machine for what is not open to it."""
    # Without an endpoint nothing runs: the answer is that there is no such page.
    if request.endpoint is None or is_this_machine(request.remote_addr or ""):
        return
    is_open = request.endpoint in (OPEN if request.method in READING else OPEN_POSTS)
    if not is_open:
        abort(_closed())


def is_this_machine(address: str) -> bool:
    """Whether a socket's ``address`` is the laptop's own inner one."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def origins(port: int) -> list[str]:
    """Where phones on the network find this machine, the likeliest first; empty when it is on none."""
    return [f"http://{address}:{port}" for address in own_addresses()]


def _closed() -> Response:
    """The page for a phone that asks for what answers the laptop alone."""
    caching.private()
    return make_response(render_template("laptop.html"), 403)
