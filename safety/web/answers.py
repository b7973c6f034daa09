"""Answers that are no pages: values for programs, and files to keep."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from flask import Response, make_response

JSON = "application/json"
BYTES = "application/octet-stream"


def values(record: Mapping[str, Any], status: int = 200) -> Response:
    """``record`` as JSON, in the order it was written in."""
    return Response(json.dumps(record, ensure_ascii=False) + "\n", status, content_type=JSON)


def error(code: str, text: str, status: int) -> Response:
    """Why a program gets nothing: a code for it, and a sentence for who reads its log."""
    return values({"error": {"code": code, "text": text, "values": {}}}, status)


def file(content: bytes, name: str) -> Response:
    """A file to be kept, never shown as a page: it may pretend to be one."""
    response = make_response(content)
    response.headers["Content-Type"] = BYTES
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
