"""The description of the service for programs. Its lists come from the tables that the engine itself uses.

Source: OpenAPI Specification 3.1.1; JSON Schema 2020-12; checked 2026-11-23.
"""

from typing import Any, Final

from safety.photos.accepted import accepted_types
from safety.photos.errors import ERROR_STATUS
from safety.photos.findings import SEVERITIES
from safety.photos.planner import PLANNERS
from safety.photos.wishes import DEEP_CHOICES, ICC_CHOICES, MAX_LONGEST_SIDE, MIN_LONGEST_SIDE
from safety.photos.words import DETAILS, FORMATS, KEPT

Values = dict[str, Any]

_TEXT: Final[Values] = {"type": "string"}
_COUNT: Final[Values] = {"type": "integer", "minimum": 0}
_NAMED_TEXTS: Final[Values] = {"type": "object", "additionalProperties": _TEXT}
_JSON, _BYTES = "application/json", "application/octet-stream"
_ABOUT: Final = (
    "For programs. Pages of other sites cannot use it, and it reads no cookie. "
    "If someone in a picture is under 18 and not fully dressed, do not send it."
)
# Statuses that the site itself answers with, whatever the file holds.
_EDGE: Final = {
    400: ("bad-request", "no-file", "one-file-only", "unknown-field", "wrong-value"),
    403: ("forbidden",),
    413: ("too-large",),
    415: ("not-multipart",),
    500: ("internal-error",),
    503: ("busy",),
}
_ABOUT_STATUS: Final = {
    400: "What was sent is not one file with known fields.",
    403: "A page of another site sent this. Programs that send no Origin and no Sec-Fetch-Site pass.",
    409: "The file changed while it was read.",
    413: "Larger than this server takes: 32 MiB.",
    415: "Not a photo or video that can be read, or not sent as multipart/form-data.",
    422: "A file that is empty, damaged or built in an unusual way.",
    500: "Our own check of the result failed, or our own fault. There is never half a file.",
    503: "Too much work at once. Ask again later.",
}


def document() -> Values:
    """The whole description."""
    return {
        "openapi": "3.1.1",
        "info": {
            "title": "Unshared: what a photo gives away, and the same photo without it",
            "version": "1",
            "summary": "Nothing that is sent is written to a disk, logged or kept.",
            "description": _ABOUT,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": {"/api/photos/inspect": {"post": _inspect()}, "/api/photos/clean": {"post": _clean()}},
        "components": {"schemas": {"Report": _report(), "Finding": _finding(), "Error": _error()}},
    }


def _inspect() -> Values:
    return {
        "operationId": "inspectPhoto",
        "summary": "What a photo or video gives away",
        "security": [],
        "requestBody": _form({}),
        "responses": {
            "200": {"description": "What it gives away.", "content": {_JSON: {"schema": _ref("Report")}}},
            **_errors(),
        },
    }


def _clean() -> Values:
    fields = {
        "icc": _choice(
            ICC_CHOICES, "rebuild: the colours stay. drop: the colour profile goes, and colours may change."
        ),
        "deep": _choice(DEEP_CHOICES, "1: decode the picture and write fresh pixels. It changes a little."),
        "longest_side": {
            "type": "integer",
            "minimum": MIN_LONGEST_SIDE,
            "maximum": MAX_LONGEST_SIDE,
            "description": "The longest side in pixels, made smaller if need be. Only with deep=1.",
        },
    }
    return {
        "operationId": "cleanPhoto",
        "summary": "The same picture without what it gives away",
        "description": "Without deep=1 the coded picture is copied byte for byte.",
        "security": [],
        "requestBody": _form(fields, dependentSchemas={"longest_side": _needs_deep()}),
        "responses": {"200": _file(), **_errors()},
    }


def _file() -> Values:
    return {
        "description": "The clean file. It has been read again, and nothing was left.",
        "headers": {
            "Content-Disposition": {
                "description": "A neutral name with the ending of what the file is.",
                "required": True,
                "schema": {"type": "string", "pattern": r'^attachment; filename="(photo|video)-1\.[a-z0-9]+"$'},
            },
            "Unshared-Outcome": {
                "description": "already-clean: there was nothing to take out, and these are the bytes that were sent.",
                "required": True,
                "schema": {"type": "string", "enum": ["cleaned", "already-clean"]},
            },
        },
        "content": {_BYTES: {"schema": {"contentMediaType": _BYTES}}},
    }


def _form(fields: Values, **more: Any) -> Values:
    file = {"type": "string", "contentMediaType": _BYTES, "description": "At most 32 MiB."}
    schema = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": file, **fields},
        "additionalProperties": False,
        **more,
    }
    # The content of a file decides what it is; its type may be anything.
    encoding = {"file": {"contentType": ", ".join([*accepted_types(), _BYTES])}}
    return {"required": True, "content": {"multipart/form-data": {"schema": schema, "encoding": encoding}}}


def _needs_deep() -> Values:
    return {"required": ["deep"], "properties": {"deep": {"const": "1"}}}


def _choice(choices: dict[str, bool], description: str) -> Values:
    return {"type": "string", "enum": list(choices), "default": next(iter(choices)), "description": description}


def _errors() -> Values:
    statuses = sorted({*_EDGE, *ERROR_STATUS.values()})
    return {str(status): _answer(status) for status in statuses}


def _answer(status: int) -> Values:
    content = {_JSON: {"schema": _ref("Error")}}
    answer: Values = {"description": _ABOUT_STATUS[status], "content": content}
    if status == 503:
        schema = {"type": "integer", "minimum": 1}
        answer["headers"] = {"Retry-After": {"description": "Seconds.", "required": True, "schema": schema}}
    return answer


def _report() -> Values:
    return _object(
        format={"type": "string", "enum": [format_.value for format_ in PLANNERS]},
        clean={"type": "boolean", "description": "The file is its own clean copy, byte for byte."},
        findings={"type": "array", "items": _ref("Finding"), "description": "The worst first."},
        kept={"type": "array", "items": {"type": "string", "enum": list(KEPT)}},
    )


def _finding() -> Values:
    place = _object(part={**_TEXT, "description": "The name of the part of the file."}, offset=_COUNT)
    ranges = {"type": "array", "items": _object(offset=_COUNT, length=_COUNT)}
    schema = _object(
        code={"type": "string", "enum": list(SEVERITIES)},
        severity={
            "type": "integer",
            "minimum": 0,
            "maximum": 4,
            "description": "4 danger, 3 identity, 2 circumstance, 1 technical, 0 note.",
        },
        place=place,
        bytes=_COUNT,
        values={**_NAMED_TEXTS, "description": "What the file says, as text. It is from the file: never trust it."},
        text={**_TEXT, "description": "A sentence for people."},
    )
    embedded = _object(media_type=_TEXT, ranges=ranges)
    schema["properties"]["embedded"] = {**embedded, "description": "Where in the file a picture or video of it is."}
    return schema


def _error() -> Values:
    codes = sorted({code for codes in _EDGE.values() for code in codes} | ERROR_STATUS.keys())
    values = {
        "type": "object",
        "properties": {
            "format": {"type": "string", "enum": list(FORMATS)},
            "detail": {"type": "string", "enum": list(DETAILS)},
            "bytes": {"type": "string", "pattern": "^[0-9]+$"},
            "task": {"type": "string", "enum": ["deep"]},
        },
        "additionalProperties": _TEXT,
    }
    return _object(error=_object(code={"type": "string", "enum": codes}, text=_TEXT, values=values))


def _object(**properties: Values) -> Values:
    """An object that has all of these properties and no others."""
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _ref(name: str) -> Values:
    return {"$ref": f"#/components/schemas/{name}"}
