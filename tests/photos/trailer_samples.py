"""Trailers that phones and programs hang onto pictures, made by code."""

import struct


def samsung(*blocks: tuple[int, bytes, bytes]) -> bytes:
    """A Samsung trailer: blocks of type, name and content, then their directory between SEFH and SEFT."""
    body, starts = b"", []
    for kind, name, content in blocks:
        starts.append((kind, len(body), 8 + len(name) + len(content)))
        body += struct.pack("<HHI", 0, kind, len(name)) + name + content
    entries = b"".join(struct.pack("<HHII", 0, kind, len(body) - at, size) for kind, at, size in starts)
    directory = b"SEFH" + struct.pack("<II", 101, len(blocks)) + entries
    return body + directory + struct.pack("<I", len(directory)) + b"SEFT"


def afcp(start: int, *entries: tuple[bytes, bytes]) -> bytes:
    """An AFCP trailer that begins at `start` of the file: parts of name and content."""
    table, contents = b"", b""
    at = start + 12 + 12 * len(entries)
    for name, content in entries:
        table += struct.pack(">4sII", name, len(content), at + len(contents))
        contents += content
    head = b"AXS!" + struct.pack(">HHI", 1, len(entries), 0)
    return head + table + contents + b"AXS!" + struct.pack(">II", start, 0)


def fotostation(number: int, content: bytes) -> bytes:
    """One block of a FotoStation trailer."""
    return content + struct.pack(">HI", number, len(content) + 10) + b"\xa1\xb2\xc3\xd4"


def photo_mechanic(content: bytes) -> bytes:
    """A trailer of Photo Mechanic."""
    return content + struct.pack(">I", len(content)) + b"cbipcbbl"


def canon(content: bytes) -> bytes:
    """A trailer of Canon's raw developer."""
    mark = b"CANON OPTIONAL DATA\0"
    return (
        mark
        + struct.pack(">I", 0)
        + struct.pack(">I", len(content))
        + content
        + (mark + struct.pack(">I", len(content)) + bytes(38) + b"\xff\xd9")
    )


VIVO_END = b"\xff\xff\xff\xff\x1b*9HWfu\x84\x93\xa2\xb1"


def data_set(number: int, text: bytes) -> bytes:
    """One IPTC data set of record 2."""
    return b"\x1c\2" + bytes([number]) + len(text).to_bytes(2, "big") + text
