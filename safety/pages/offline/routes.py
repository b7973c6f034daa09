"""The page that keeps the tools on a device, its worker, and a manifest for each name of an icon."""

from __future__ import annotations

import json
import math

from flask import Blueprint, Response, abort, current_app, render_template, request, url_for
from flask_babel import format_decimal, gettext

from safety.library.talk_tools_rules import SAME_PAGE_AGES
from safety.pages.offline.kit import Kit, gather
from safety.web import content_security, headers, tool_pages
from safety.web.language import direction, language, library

room = Blueprint("offline", __name__)
# Without internet the neutral page needs its style sheet alone.
NEUTRAL_POLICY = content_security.common(("script-src", "connect-src", "form-action", "trusted-types"))
NEUTRAL_HEADERS = headers.ALWAYS | {
    "Content-Security-Policy": NEUTRAL_POLICY,
    "Content-Type": "text/html; charset=utf-8",
}
JAVASCRIPT = "text/javascript; charset=utf-8"
MANIFEST = "application/manifest+json"


@room.get("/offline")
def start() -> str:
    """What it leaves on the device first, then the button."""
    headers.allow_only(current_app.extensions["tool-files"][tool_pages.OFFLINE.path])
    return _page(_kit())


@room.get("/offline.js")
def worker() -> Response:
    """The service worker of this release, which no page but the one above registers."""
    kit = _kit()
    # Each file and each talk by its own address would be a header of over 4 KB, at which some proxies give up.
    folder, talks = current_app.extensions["release"].address(""), url_for("talk.start") + "/"
    others = (path for path in (*kit.pages, *kit.scripts) if not path.startswith(talks))
    headers.fetch_only((*others, talks, url_for("pages.leave"), folder))
    text = render_template(
        "pages/offline.js",
        kit=kit,
        leave=url_for("pages.leave"),
        neutral=render_template("pages/neutral.html"),
        neutral_headers=NEUTRAL_HEADERS,
    )
    return Response(text, content_type=JAVASCRIPT)


@room.get("/offline/<id_>.webmanifest")
def manifest(id_: str) -> Response:
    """A name and a picture for a home screen, neutral, and nothing that a browser could send files to."""
    if id_ not in tool_pages.ICONS:
        abort(404)
    name, release = _names()[id_], current_app.extensions["release"]
    said = {
        "name": name,
        "short_name": name,
        "lang": language(),
        "dir": direction(),
        "start_url": url_for("offline.start"),
        "scope": "/",
        # A shortcut. What is installed as an app is built by the maker of some browsers, who learns the address.
        "display": "browser",
        "icons": [
            {"src": release.address(f"icons/{id_}.png"), "sizes": "192x192", "type": "image/png"},
            {"src": release.address(f"icons/{id_}.svg"), "sizes": "any", "type": "image/svg+xml"},
        ],
    }
    return Response(json.dumps(said, ensure_ascii=False), content_type=MANIFEST)


def kept_pages() -> tuple[str, ...]:
    """The addresses of the pages that are kept: tools of the device and guides, each the same for everybody."""
    return (
        url_for("offline.start"),
        url_for("photos.start"),
        url_for("passwords.start"),
        url_for("passwords.lock"),
        url_for("passwords.race_page"),
        url_for("passwords.dice_list"),
        url_for("talk.start"),
        url_for("talk.told_me"),
        *(url_for("talk.talk", age=text.id) for text in library().talks),
        *(url_for("talk.situation", age=age, id_=page.id) for page in library().situations for age in page.ages),
        *(url_for("talk.note", id_=text.id) for text in library().notes),
        url_for("talk.scenes"),
        *(url_for("talk.scene", id_=scene.id) for scene in library().scenes),
        *(url_for(f"talk_tools.{name}") for name in ("same_page", "agreement", "cards", "my_say", "tell")),
        *(url_for("talk_tools.same_page_of", age=age) for age in SAME_PAGE_AGES),
        url_for("talk_reading.together"),
        *(url_for("talk_reading.together_page", id_=page.id) for page in library().together),
        url_for("talk_reading.teens"),
        *(url_for("talk_reading.teen", id_=page.id) for page in library().teens),
        *(url_for("talk_reading.easy", id_=page.id) for page in library().easy),
        url_for("teach.teach"),
        *(url_for("teach.run_sheet", code=workshop.id) for workshop in library().workshops),
        *(url_for(f"teach.{name}") for name in ("disclosure", "letters", "cards", "quiet")),
        url_for("help.start"),
        url_for("help.steps"),
        url_for("help.services"),
        url_for("help.safety"),
        url_for("help.first_hour"),
        url_for("help.beside"),
        url_for("help.work"),
        url_for("help.way_back"),
        url_for("help.look_again"),
        url_for("help.host"),
        url_for("notices.all"),
        *(url_for("notices.form", kind=notice.id) for notice in library().notices),
        url_for("case.start"),
        url_for("search.start"),
    )


def kept_scripts() -> tuple[str, ...]:
    """The addresses of the scripts that views make for these pages."""
    return (url_for("search.index"),)


def _kit() -> Kit:
    """The kit in the language of this request. It stays the same as long as the site runs."""
    kits: dict[str, Kit] = current_app.extensions.setdefault("kits", {})
    if language() not in kits:
        pages, scripts = ({path: _text(path) for path in paths} for paths in (kept_pages(), kept_scripts()))
        unnamed, release = render_template("pages/neutral.html"), current_app.extensions["release"]
        kits[language()] = gather(pages, unnamed, release, scripts)
    return kits[language()]


def _text(address: str) -> str:
    """A page as a visitor gets it."""
    if address == url_for("offline.start"):
        # That page tells the size of the kit, of which it is a part.
        return _page(None)
    asked = current_app.test_request_context(address, base_url=request.host_url, headers=_only_language())
    # With a context of its own, or its policy would become that of the page that was asked for.
    with current_app.app_context(), asked:
        response = current_app.full_dispatch_request()
        if response.status_code != 200:
            raise RuntimeError(f"{address} cannot be kept: {response.status}")
        return response.get_data(as_text=True)


def _only_language() -> dict[str, str]:
    return {"Accept-Language": language()}


def _page(kit: Kit | None) -> str:
    megabytes = format_decimal(math.ceil(kit.bytes / 100_000) / 10) if kit else ""
    return render_template("pages/offline.html", kit=kit, megabytes=megabytes, names=_names())


def _names() -> dict[str, str]:
    return dict(zip(tool_pages.ICONS, (gettext("Notes"), gettext("Units"), gettext("List")), strict=True))
