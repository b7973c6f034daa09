"""EXIF as a camera writes it that was set to Adobe RGB, with secrets all around the two values that count."""

import struct

from tests.photos.samples import SECRET

R03 = b"R03\0"


def adobe_rgb_exif(
    orientation: int = 6, order: str = ">", colour_space: tuple[int, int] = (3, 0xFFFF), index: bytes = R03
) -> bytes:
    """A block with orientation, colour space (type and value) and interoperability index.

    Secrets stand in other tags, in the gaps between the directories, and behind them.
    """
    kind, value = colour_space
    colour = struct.pack(order + ("HH" if kind == 3 else "I"), *((value, 0) if kind == 3 else (value,)))
    secret_at = 8
    detail_at = secret_at + len(SECRET)
    detail_bytes, index_bytes = 2 + 3 * 12 + 4, 2 + 3 * 12 + 4
    index_at = detail_at + detail_bytes + len(SECRET)
    main_at = index_at + index_bytes + len(SECRET)
    text = (2, len(SECRET), struct.pack(order + "I", secret_at))
    detail = [
        (0xA001, kind, 1, colour),
        (0xA005, 4, 1, struct.pack(order + "I", index_at)),
        (0xA431, *text),
    ]
    interoperability = [(0x0001, 2, 4, index), (0x0002, 7, 4, b"0100"), (0x1000, *text)]
    main = [
        (0x010E, *text),
        (0x0112, 3, 1, struct.pack(order + "HH", orientation, 0)),
        (0x8769, 4, 1, struct.pack(order + "I", detail_at)),
    ]
    mark = b"MM\0*" if order == ">" else b"II*\0"
    return b"".join(
        (
            mark + struct.pack(order + "I", main_at),
            SECRET,
            _directory(order, detail),
            SECRET,
            _directory(order, interoperability),
            SECRET,
            _directory(order, main),
            SECRET,
        )
    )


def _directory(order: str, entries: list[tuple[int, int, int, bytes]]) -> bytes:
    table = b"".join(struct.pack(order + "HHI", tag, kind, count) + inline for tag, kind, count, inline in entries)
    return struct.pack(order + "H", len(entries)) + table + bytes(4)
