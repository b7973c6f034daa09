"""Request bodies: kept in memory, small unless a view says that it takes a file."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import IO, Any, TypeVar

from flask import Flask, Request, current_app, request

View = TypeVar("View", bound=Callable[..., Any])
SMALL_BODY_BYTES = 64 * 1024
# The lines of the multipart form around the file.
FORM_BYTES = 64 * 1024


class MemoryRequest(Request):
    """A request whose uploaded files never reach the disk: Werkzeug writes those above 500 kB."""

    max_form_parts = 200

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()


def takes_file(view: View) -> View:
    """Marks a view whose body may be as large as an upload."""
    view.takes_file = True  # type: ignore[attr-defined]  # read by the check below
    return view


def init(app: Flask, *, max_upload_bytes: int) -> None:
    """Bounds every body before it is read."""
    app.request_class = MemoryRequest

    @app.before_request
    def bound() -> None:
        view = current_app.view_functions.get(request.endpoint or "")
        takes = getattr(view, "takes_file", False)
        request.max_content_length = max_upload_bytes + FORM_BYTES if takes else SMALL_BODY_BYTES
