"""The whole header policy. A view may narrow it, never widen it.

Source: CSP Level 3, Trusted Types, Permissions Policy (W3C), checked 2026-11-23.
"""

from __future__ import annotations

from flask import Flask, Response, g, request

CONTENT_SECURITY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "unshared",
}
NONE = "'none'"
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
# A static file is answered before Flask sees the request, and loads nothing itself.
STATIC = ALWAYS | {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}


def narrow(*directives: str) -> None:
    """Forbids what ``directives`` allow, for the answer to this request."""
    g.narrowed = (*g.get("narrowed", ()), *directives)


def policy(narrowed: tuple[str, ...] = ()) -> str:
    """The Content-Security-Policy with ``narrowed`` directives forbidden."""
    unknown = set(narrowed) - CONTENT_SECURITY.keys()
    if unknown:
        raise ValueError(f"not directives of the policy: {sorted(unknown)}")
    rules = CONTENT_SECURITY | dict.fromkeys(narrowed, NONE)
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def init(app: Flask, *, production: bool) -> None:
    """Puts the policy on every answer."""

    @app.after_request
    def add(response: Response) -> Response:
        response.headers.update(ALWAYS)
        response.headers["Content-Security-Policy"] = policy(g.get("narrowed", ()))
        if production and request.is_secure:
            response.headers["Strict-Transport-Security"] = f"max-age={YEAR_SECONDS}"
        return response
