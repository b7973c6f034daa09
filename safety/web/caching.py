"""Who may keep an answer: public pages with a validator, everything else nobody."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

import brotli  # type: ignore[import-untyped]  # brotli ships no types
from flask import Flask, Response, g, request
from flask_compress import Compress


def private() -> None:
    """Marks the answer to this request as nobody else's: it is kept nowhere."""
    g.private = True


def pack(response: Response) -> Response:
    """The same as small as it gets, for a large answer that is the same for everybody: it is packed once."""
    response.vary.add("Accept-Encoding")
    if request.accept_encodings.quality("br") > 0:
        response.set_data(_smallest(response.get_data()))
        response.content_encoding = "br"
    return response


@lru_cache(maxsize=8)
def _smallest(content: bytes) -> bytes:
    packed: bytes = brotli.compress(content)
    return packed


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
        response.headers["Cache-Control"] = "no-cache"
        if not response.is_streamed:
            # A policy that names the host is part of the page: with another policy it is another page.
            policy = response.headers.get("Content-Security-Policy", "")
            response.set_etag(sha256(policy.encode() + response.get_data()).hexdigest()[:32])
        if len(app.extensions["languages"]) > 1:
            response.vary.add("Accept-Language")
        # The compressor, which comes next, does this for compressed answers only.
        response.make_conditional(request)
        return response
