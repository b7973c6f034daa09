"""A secret in every hiding place of a GIF."""

from collections.abc import Iterator

from tests.photos.gif_samples import (
    ANIMEXTS,
    NETSCAPE,
    after_head,
    application,
    before_end,
    blocks,
    comment,
    control,
    extension,
    gif,
    loop,
    moving,
    plain_text,
    xmp_block,
)
from tests.photos.samples import SECRET, WIDE_SECRET, jpeg, photoshop, profile, xmp


def _still_places() -> Iterator[tuple[str, bytes]]:
    yield "comment", after_head(comment())
    yield "comment wide", after_head(comment(WIDE_SECRET))
    yield "comment in pieces", after_head(extension(0xFE, b"a" * 255, SECRET))
    yield "comment behind", before_end(comment())
    yield "comment without an end", gif()[:-1] + comment()[:-1]
    yield "comment of GIF87a", b"GIF87a" + after_head(comment())[6:]
    yield "plain text", after_head(plain_text())
    yield "plain text with control", before_end(control() + plain_text())
    yield "plain text with a long head", after_head(extension(0x01, SECRET))
    yield "xmp", after_head(xmp_block())
    yield "xmp behind", before_end(xmp_block())
    yield "xmp wide", after_head(application(b"XMP DataXMP", b"\xff\xfe" + WIDE_SECRET))
    yield "xmp in sub-blocks", after_head(application(b"XMP DataXMP", xmp()[:200], xmp()[200:]))
    yield "profile", after_head(application(b"ICCRGBG1012", *_pieces(profile())))
    yield "iptc", after_head(application(b"MGKIPTC0000", *_pieces(photoshop()[12:])))
    yield "photoshop", after_head(application(b"MGK8BIM0000", *_pieces(photoshop())))
    yield "c2pa", after_head(application(b"C2PA_GIF\1\0\0", SECRET))
    yield "application", after_head(application(b"PRIVATE01.0", SECRET))
    yield "application name", after_head(application(SECRET[:11], b"x"))
    yield "application name too long", after_head(extension(0xFF, SECRET))
    yield "extension", after_head(extension(0x42, SECRET))
    yield "between blocks", after_head(bytes(9) + comment() + bytes(9))
    yield "control too long", after_head(extension(0xF9, bytes(4) + SECRET))
    yield "control with a second block", after_head(extension(0xF9, bytes(4), SECRET))
    yield "control without an image", before_end(extension(0xF9, bytes(4), SECRET))
    yield "controls one after another", after_head(extension(0xF9, bytes(4), SECRET) + control())
    yield "behind", gif() + SECRET
    yield "picture behind", gif() + jpeg(comment=SECRET)


def _moving_places() -> Iterator[tuple[str, bytes]]:
    start = moving().index(NETSCAPE) - 3
    yield "animated", before_end(comment(), moving())
    yield "animated, behind", moving() + SECRET
    for name in (NETSCAPE, ANIMEXTS):
        longer = application(name, b"\1\2\0", SECRET)
        yield f"{name.decode()} with a second block", moving()[:start] + longer + moving()[start + 19 :]
    yield "loop too long", moving()[:start] + application(NETSCAPE, b"\1\2\0" + SECRET) + moving()[start + 19 :]
    yield "loop without a count", before_end(application(NETSCAPE, b"\2\0\0\0\0", SECRET), moving())
    yield "loop after a loop", before_end(application(NETSCAPE, b"\1\2\0", SECRET), moving())
    yield "loop before a loop", after_head(application(NETSCAPE, b"\1\2\0", SECRET), moving())
    yield "loop of a still behind", gif()[:-1] + loop()[:-1] + blocks(SECRET) + b";"


def _pieces(content: bytes) -> list[bytes]:
    return [content[at : at + 255] for at in range(0, len(content), 255)]


PLACES: dict[str, bytes] = dict([*_still_places(), *_moving_places()])
