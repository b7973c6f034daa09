"""GIF files made by code, and the blocks from which files with a secret are put together."""

from collections.abc import Iterator

from tests.photos.samples import SECRET, animated, picture, saved, xmp

XMP_TRAILER = b"\1" + bytes(range(255, -1, -1)) + b"\0"
NETSCAPE, ANIMEXTS = b"NETSCAPE2.0", b"ANIMEXTS1.0"
END = b";"


def gif() -> bytes:
    """A still GIF as Pillow writes it, with a table of colours and one image."""
    return saved(picture("P"), "GIF")


def moving() -> bytes:
    """Three frames with times, in a loop of two, as Pillow writes it."""
    return animated("GIF")


def head_bytes(file: bytes | None = None) -> int:
    """Size of header, screen and colour table."""
    file = gif() if file is None else file
    return 13 + (3 << ((file[10] & 7) + 1) if file[10] & 0x80 else 0)


def after_head(content: bytes, file: bytes | None = None) -> bytes:
    """A GIF with something put behind its first colour table."""
    file = gif() if file is None else file
    at = head_bytes(file)
    return file[:at] + content + file[at:]


def before_end(content: bytes, file: bytes | None = None) -> bytes:
    """A GIF with something put before its trailer."""
    file = gif() if file is None else file
    return file[:-1] + content + file[-1:]


def blocks(*contents: bytes) -> bytes:
    """Sub-blocks, each of at most 255 bytes, and the empty one."""
    return b"".join(bytes([len(content)]) + content for content in contents) + b"\0"


def extension(label: int, *contents: bytes) -> bytes:
    """An extension with its sub-blocks."""
    return bytes((0x21, label)) + blocks(*contents)


def comment(content: bytes = SECRET) -> bytes:
    """A comment."""
    return extension(0xFE, content)


def control(flags: int = 4, delay: int = 7, colour: int = 0) -> bytes:
    """A graphic control extension."""
    return extension(0xF9, bytes((flags, delay, 0, colour)))


def application(name: bytes, *contents: bytes) -> bytes:
    """An application extension."""
    return extension(0xFF, name, *contents)


def loop(count: int = 2, name: bytes = NETSCAPE) -> bytes:
    """A loop count."""
    return application(name, b"\1" + count.to_bytes(2, "little"))


def plain_text(content: bytes = SECRET) -> bytes:
    """A text that is drawn by readers which know how, as good as none of today's."""
    return extension(0x01, b"x" * 12, content)


def xmp_block(packet: bytes | None = None) -> bytes:
    """XMP as Adobe writes it: not in sub-blocks, and with a trailer that leads to its end."""
    return b"\x21\xff\x0bXMP DataXMP" + (xmp() if packet is None else packet) + XMP_TRAILER


def image(content: bytes = b"\x44\1", flags: int = 0, code_bits: int = 2) -> bytes:
    """An image of one pixel; the table of colours that `flags` announce is black."""
    table = bytes(3 << ((flags & 7) + 1)) if flags & 0x80 else b""
    return b"\x2c" + bytes(4) + b"\1\0\1\0" + bytes([flags]) + table + bytes([code_bits]) + blocks(content)


def tiny(*parts: bytes) -> bytes:
    """A GIF of one pixel and four colours, made of these parts."""
    return b"GIF89a\1\0\1\0\x81\0\0" + bytes(range(12)) + b"".join(parts)


def full() -> bytes:
    """Everything that a GIF can have, private or not."""
    return (
        tiny(
            comment(),
            loop(),
            control(5),
            application(b"PRIVATE01.0", SECRET),
            image(),
            xmp_block(SECRET),
            control(),
            plain_text(),
            control(),
            comment(),
            image(flags=0x80),
            END,
        )
        + SECRET
    )


def size_fields(file: bytes) -> Iterator[tuple[int, int, str]]:
    """The length of each sub-block of an extension; whatever an image's sub-blocks hold is picture."""
    at = head_bytes(file)
    while file[at : at + 1] != END:
        is_extension = file[at] == 0x21
        table = 3 << ((file[at + 9] & 7) + 1) if not is_extension and file[at + 9] & 0x80 else 0
        at += 2 if is_extension else 11 + table
        while file[at]:
            if is_extension:
                yield at, 1, "big"
            at += 1 + file[at]
        at += 1
