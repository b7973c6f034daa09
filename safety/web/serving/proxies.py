"""What proxies of the operator say about a visitor: the address, the host and whether it was https.

Only as many of the last hops are believed as the setting ``PROXIES`` says, with either server alike. With none nothing
is believed. What a visitor's own browser writes into these headers stands before them, and never counts.

Source: Werkzeug 3.1, "Tell Flask it is Behind a Proxy", checked 2026-11-23.
"""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix


def init(app: Flask, count: int) -> None:
    """Believes ``count`` proxies in front of everything that ``app`` answers."""
    if count:
        believed = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)
        app.wsgi_app = believed  # type: ignore[method-assign]  # the documented way to wrap a Flask app
