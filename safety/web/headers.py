"""The headers of every answer. A view may narrow the policy, never widen it.

Source: CSP Level 3, Permissions Policy (W3C), checked 2026-11-23.
"""

from __future__ import annotations

from flask import Flask, Response, g, request

from safety.web import content_security
from safety.web.content_security import Files

FEATURES = (
    "accelerometer", "autoplay", "browsing-topics", "camera",
    "display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid",
    "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi",
    "otp-credentials", "payment", "picture-in-picture", "publickey-credentials-get",
    "screen-wake-lock", "serial", "storage-access", "usb", "window-management", "xr-spatial-tracking",
)  # fmt: skip
ALWAYS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
    # With no-referrer a browser sends "Origin: null" with a form, and our check of posts refuses it.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "X-Frame-Options": "DENY",
}
YEAR_SECONDS = 31_536_000
# A static file is answered before Flask sees the request.
STATIC = ALWAYS | {"Content-Security-Policy": content_security.STATIC}


def narrow(*directives: str) -> None:
    """Forbids what ``directives`` allow, for the answer to this request."""
    g.narrowed = (*g.get("narrowed", ()), *directives)


def allow_only(files: Files) -> None:
    """Lets the page of this request load ``files`` of this host and nothing else, and send nothing."""
    g.only = files


def fetch_only(addresses: tuple[str, ...]) -> None:
    """Lets the service worker in this answer fetch ``addresses`` of this host and nothing else."""
    g.fetched = addresses


def _policy() -> str:
    if addresses := g.get("fetched"):
        return content_security.keeper(request.host, addresses)
    if files := g.get("only"):
        # By now the host is known to be one that we answer to.
        return content_security.exact(request.host, files)
    return content_security.common(g.get("narrowed", ()))


def init(app: Flask, *, production: bool) -> None:
    """Puts the policy on every answer."""

    @app.after_request
    def add(response: Response) -> Response:
        response.headers.update(ALWAYS)
        response.headers["Content-Security-Policy"] = _policy()
        if production and request.is_secure:
            response.headers["Strict-Transport-Security"] = f"max-age={YEAR_SECONDS}"
        return response
