"""Who may keep an answer: public pages with a validator, everything else nobody.

Source: RFC 9111 (HTTP caching), RFC 9213 (CDN-Cache-Control), RFC 5861 (stale answers), checked 2026-11-23.
"""

from __future__ import annotations

from hashlib import sha256

from flask import Flask, Response, g, request
from flask_compress import Compress

# A browser asks each time whether its page is still the one: going back is instant, and a corrected number is there.
PUBLIC = "no-cache"
# A network of caches in front may answer for a minute by itself, for one more while it asks, and for a day where we
# do not answer: an older page of help is better than none. It says nothing to browsers.
FOR_NETWORKS = "max-age=60, stale-while-revalidate=60, stale-if-error=86400"


def private() -> None:
    """Marks the answer to this request as nobody else's: it is kept nowhere."""
    g.private = True


def init(app: Flask) -> None:
    """Sets Cache-Control on every answer, and compresses pages and the scripts that a view makes."""
    app.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=5,
        COMPRESS_MIMETYPES=["text/html", "text/javascript"],
        COMPRESS_EVALUATE_CONDITIONAL_REQUEST=True,
    )
    Compress(app)

    @app.after_request
    def add(response: Response) -> Response:
        public = request.method in ("GET", "HEAD") and response.status_code == 200 and not g.get("private")
        if not public:
            response.headers["Cache-Control"] = "no-store"
            return response
        response.headers["Cache-Control"] = PUBLIC
        if not response.is_streamed:
            # A policy that names the host is part of the page: with another policy it is another page.
            policy = response.headers.get("Content-Security-Policy", "")
            response.set_etag(sha256(policy.encode() + response.get_data()).hexdigest()[:32])
        if len(app.extensions["languages"]) > 1:
            response.vary.add("Accept-Language")
        else:
            # Such networks keep forms apart by Accept-Encoding alone: they would mix languages.
            response.headers["CDN-Cache-Control"] = FOR_NETWORKS
        # The compressor, which comes next, does this for compressed answers only.
        response.make_conditional(request)
        return response
