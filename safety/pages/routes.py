"""Start page, privacy, sources, about, leaving, and the small files that machines ask for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from safety.config import Config
from safety.pages.news import by_year, items_of
from safety.pages.sources import cited
from safety.web import caching, sealed
from safety.web.language import library

SECURITY_TXT_DAYS = 180


def make_room(config: Config) -> Blueprint:
    """The pages of a copy of the site that runs under ``config``."""
    room = Blueprint("pages", __name__)
    room.add_url_rule("/", "home", home)
    room.add_url_rule("/privacy", "privacy", privacy)
    room.add_url_rule("/sources", "sources", sources)
    room.add_url_rule("/about", "about", about)
    room.add_url_rule("/new", "new", new)
    room.add_url_rule("/healthz", "healthz", healthz)
    room.add_url_rule("/robots.txt", "robots", robots)
    room.add_url_rule("/leave", "leave", leave, defaults={"leave_to": config.leave_to})
    room.add_url_rule("/.well-known/security.txt", "security", security, defaults={"contact": config.operator_contact})
    return room


def home() -> str:
    """The start page."""
    return render_template("pages/home.html")


def privacy() -> str:
    """What we promise, each promise with a test, and the checksums of the scripts that handle private things."""
    checksums, site = current_app.extensions["checksums"], url_for("pages.home", _external=True).rstrip("/")
    return render_template("pages/privacy.html", promises=library().promises, checksums=checksums, site=site)


def sources() -> str:
    """Where the facts are from."""
    return render_template("pages/sources.html", sources=cited(library()))


def about() -> str:
    """Who runs this copy, how to report a wrong number, accessibility."""
    return render_template("pages/about.html")


def new() -> str:
    """What has changed in apps, laws and services."""
    items = library().items
    return render_template(
        "pages/new.html", years=by_year(library().news), items_of=lambda entry: items_of(entry, items)
    )


def healthz() -> Response:
    """Says that the site answers."""
    caching.private()
    return Response("ok\n", content_type="text/plain; charset=utf-8")


def robots() -> Response:
    """Lets search engines read all pages: people in need look there first. Leaving is no page."""
    return Response("User-agent: *\nDisallow: /leave\n", content_type="text/plain; charset=utf-8")


def leave(leave_to: str) -> ResponseReturnValue:
    """Takes our cookies and cached pages back and goes to a neutral page.

    The one GET that changes something; a browser that only looks ahead changes nothing.
    """
    caching.private()
    if "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", "")):
        return Response(status=204)
    page = redirect(leave_to, 303) if leave_to else render_template("pages/neutral.html")
    response = sealed.forget(make_response(page), *sealed.COOKIES)
    # Only the cache: "cookies" would reach the operator's whole domain, "storage" what others keep there.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def security(contact: str) -> Response:
    """Where to report a weakness. Source: RFC 9116, checked 2026-11-23."""
    caching.private()
    about_page = url_for("pages.about", _external=True)
    expires = (datetime.now(UTC) + timedelta(days=SECURITY_TXT_DAYS)).replace(hour=0, minute=0, second=0)
    lines = [
        f"Contact: {contact or about_page}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Policy: {about_page}",
        f"Canonical: {url_for('pages.security', _external=True)}",
        "Preferred-Languages: en",
    ]
    return Response("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
