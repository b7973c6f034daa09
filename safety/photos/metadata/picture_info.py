"""What the older application segments of JPEG say in plain words: Olympus and Agfa, Ducky, and Unicode comments.

Source: ExifTool 13.59, tag names of APP12 and JPEG.
"""

from collections.abc import Iterator
from typing import Final

from safety.photos.findings import Finding, Place, make_finding
from safety.photos.metadata.moments import moment_text
from safety.photos.metadata.text import VALUE_MAX_BYTES, decode_wide, read_text

_INFO_MARK, _DUCKY_MARK, _UNICODE_MARK = b"[picture info]", b"Ducky", b"UNICODE\0"
_TIME_DIGITS = 11
_NAMED: Final = {"ID": ("device", "model"), "Type": ("device", "model"), "Version": ("software", "value")}
_DUCKY_TEXTS: Final = {2: ("comment", "value"), 3: ("person", "values")}


def report_picture_info(content: bytes, place: Place, size: int) -> list[Finding]:
    """Findings for the content of a segment; none when it is none of these."""
    if content.startswith(_DUCKY_MARK):
        return list(_ducky(content, place, size))
    if content.startswith(_UNICODE_MARK):
        text = decode_wide(content[len(_UNICODE_MARK) :], "big")
        return [make_finding("comment", place, size, value=text)] if text else []
    return list(_lines(content, place, size)) if _INFO_MARK in content else []


def _lines(content: bytes, place: Place, size: int) -> Iterator[Finding]:
    yield make_finding("device", place, size, make=read_text(content.partition(b"\0")[0]))
    for line in read_text(content[:VALUE_MAX_BYTES]).splitlines():
        name, _, value = line.partition("=")
        if name == "TimeDate" and value.isascii() and value.isdigit() and len(value) < _TIME_DIGITS:
            # A camera's clock, which knows no time zone.
            yield make_finding("time", place, size, value=moment_text(int(value)).removesuffix(" UTC"))
        elif name == "Serial#" and value.strip("#0"):
            yield make_finding("serial", place, size, values=value)
        elif name in _NAMED and value:
            code, value_name = _NAMED[name]
            yield make_finding(code, place, size, **{value_name: value})


def _ducky(content: bytes, place: Place, size: int) -> Iterator[Finding]:
    """Numbered parts of text, each behind the number of its letters."""
    at = len(_DUCKY_MARK)
    while at + 4 <= len(content):
        number = int.from_bytes(content[at : at + 2], "big")
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        text = decode_wide(content[at + 8 : at + 4 + length], "big") if number in _DUCKY_TEXTS else ""
        if text:
            code, value_name = _DUCKY_TEXTS[number]
            yield make_finding(code, place, size, **{value_name: text})
        at += 4 + length
