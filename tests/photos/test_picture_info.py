"""What older segments say in plain words is told."""

import pytest

from safety.photos.findings import Place
from safety.photos.metadata.picture_info import report_picture_info

INFO = b"ACME OPTICAL\0\r\n[picture info]\r\nTimeDate=909698819\r\nFlash=1\r\n[camera info]\r\n"


def told(content: bytes) -> list[tuple[str, dict[str, str]]]:
    """Code and values of each finding."""
    return [
        (finding.code, dict(finding.values))
        for finding in report_picture_info(content, Place("APP12", 2), len(content))
    ]


def test_lines_are_told() -> None:
    """Maker, time, model, number and version; settings are not."""
    assert told(INFO + b"Type=SR55\r\nSerial#=#00000712\r\nVersion=v55\r\nID=ACME CAMERA\r\n") == [
        ("device", {"make": "ACME OPTICAL"}),
        ("time", {"value": "1998-10-29 22:06:59"}),
        ("device", {"model": "SR55"}),
        ("serial", {"values": "#00000712"}),
        ("software", {"value": "v55"}),
        ("device", {"model": "ACME CAMERA"}),
    ]


@pytest.mark.parametrize(
    "line", [b"TimeDate=soon", b"TimeDate=99999999999999", b"Serial#=#00000000", b"ID=", b"=", b"ID"]
)
def test_lines_without_a_value_say_nothing(line: bytes) -> None:
    """Words for a time, zeros for a number, nothing at all."""
    assert told(b"ACME\0[picture info]\n" + line) == [("device", {"make": "ACME"})]


def wide(number: int, text: str) -> bytes:
    """A text of a Ducky segment."""
    raw = len(text).to_bytes(4, "big") + text.encode("utf-16-be")
    return number.to_bytes(2, "big") + len(raw).to_bytes(2, "big") + raw


def test_ducky_texts_are_told() -> None:
    """The comment and the copyright, not the quality."""
    content = b"Ducky" + wide(1, "xx") + wide(2, "at the lake") + wide(3, "Anna Ünal") + b"\0"
    assert told(content) == [("comment", {"value": "at the lake"}), ("person", {"values": "Anna Ünal"})]


def test_unicode_comment_is_told() -> None:
    """As one program writes it into APP10."""
    assert told(b"UNICODE\0" + "grüße".encode("utf-16-be")) == [("comment", {"value": "grüße"})]
    assert told(b"UNICODE\0") == []


@pytest.mark.parametrize("content", [b"", b"Ducky", b"Ducky\0\2\xff\xff", b"other"])
def test_anything_else_says_nothing(content: bytes) -> None:
    """It is then named by its segment."""
    assert told(content) == []
