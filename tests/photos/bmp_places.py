"""A secret in every hiding place of a BMP."""

from collections.abc import Iterator

from tests.photos.bmp_samples import (
    CALIBRATED,
    CORE,
    INFO,
    LINKED,
    OS2,
    SHORT,
    SRGB,
    V4,
    V5,
    Parts,
    bmp,
    build,
    colour_space,
    grey_table,
    narrow,
    rows_of,
    runs,
    with_profile,
)
from tests.photos.samples import HEIGHT, SECRET, jpeg, profile

_PATH = b"C:\\Users\\" + SECRET + b"\\calibrated.icm\0"


def _spread(count: int) -> list[bytes]:
    """The secret in pieces of one byte, again and again."""
    return [SECRET[at % len(SECRET) :][:1] for at in range(count)]


def _places() -> Iterator[tuple[str, bytes]]:
    rows = rows_of()
    yield "behind", bmp() + SECRET
    yield "behind a picture with colours", bmp("P") + SECRET
    yield "picture behind", bmp() + jpeg(comment=SECRET)
    yield "behind runs", runs(tail=SECRET)
    yield "gap", build(Parts(rows, gap=SECRET))
    yield "gap behind colours", build(narrow()._replace(gap=SECRET))
    yield (
        "gap behind masks",
        build(Parts(rows_of("RGBA"), bits=32, compression=3, table=b"\0\0\xff\0\0\xff\0\0\xff\0\0\0", gap=SECRET)),
    )
    yield "colours of a deep picture", build(Parts(rows, table=SECRET.ljust(40), colours=10))
    yield (
        "colours that no pixel can have",
        build(Parts(bytes(4 * HEIGHT), bits=1, table=grey_table(count=2) + SECRET.ljust(40), colours=12)),
    )
    for size in (CORE, SHORT, INFO, 52, 56, OS2, V4, V5):
        yield f"behind the header of {size} bytes", build(Parts(rows, size=size, gap=SECRET, tail=SECRET))
    yield "rest of the OS/2 header", build(Parts(rows, size=OS2, more=SECRET[:24]))
    yield "primaries that do not count", build(Parts(rows, size=V5, more=colour_space(SRGB, SECRET.ljust(48))))
    yield "primaries of an unknown space", build(Parts(rows, size=V5, more=colour_space(b"????", SECRET.ljust(48))))
    yield "rest of the newest header", build(Parts(rows, size=V5, more=colour_space(CALIBRATED, rest=SECRET[:16])))


def _profile_places() -> Iterator[tuple[str, bytes]]:
    yield "profile", with_profile(profile())
    yield "profile with bytes behind it", with_profile(profile(), SECRET)
    yield "profile broken", with_profile(SECRET)
    yield "profile of an older header", build(Parts(rows_of(), size=V4, more=colour_space(b"DEBM")[:68], tail=SECRET))
    yield "linked profile", with_profile(_PATH, space=LINKED)
    rest = V5.to_bytes(4, "little")
    inside = colour_space(LINKED, rest=bytes(4) + rest + len(_PATH).to_bytes(4, "little") + bytes(4))
    yield "linked profile before the pixels", build(Parts(rows_of(), size=V5, more=inside, gap=_PATH))


PLACES: dict[str, bytes] = dict([*_places(), *_profile_places()])
# In these it stands byte by byte, so that a search for the whole finds nothing.
SPREAD_PLACES: dict[str, bytes] = {
    "ends of the rows": build(narrow()._replace(pixels=b"".join(bytes(10) + piece + b"\0" for piece in _spread(7)))),
    "fourth bytes of the colours": build(narrow()._replace(table=b"".join(bytes(3) + piece for piece in _spread(256)))),
    "reserved fields": build(Parts(rows_of(), reserved=SECRET[:4])),
    "size of the picture": build(Parts(rows_of(), picture_bytes=int.from_bytes(SECRET[:4], "little"))),
}
