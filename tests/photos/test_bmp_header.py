"""The headers of a BMP are read by their form, and written with only what shows the picture."""

import pytest

from safety.photos.formats.bmp_header import clean_header, hidden_header_bytes, read_header
from safety.photos.source import BytesSource
from tests.photos.bmp_samples import CALIBRATED, CORE, EMBEDDED, OS2, SRGB, V4, V5, Parts, build, colour_space

NOWHERE = (0, 0)


def clean(parts: Parts, profile: tuple[int, int] = NOWHERE) -> tuple[bytes, int]:
    """The clean headers and the number of bytes that changed; the picture ends at 1000."""
    header = read_header(BytesSource(build(parts)))
    cleaned = clean_header(header, 1000, profile)
    return cleaned, hidden_header_bytes(header, cleaned)


@pytest.mark.parametrize(
    ("width", "bits", "row_bytes", "used"),
    [(1, 1, 4, 1), (32, 1, 4, 4), (33, 1, 8, 5), (3, 4, 4, 2), (5, 8, 8, 5), (3, 16, 8, 6), (5, 24, 16, 15)],
)
def test_rows_are_filled_to_four_bytes(width: int, bits: int, row_bytes: int, used: int) -> None:
    """Whatever the depth."""
    header = read_header(BytesSource(build(Parts(bytes(99), width=width, bits=bits))))
    assert (header.row_bytes, header.used_row_bytes) == (row_bytes, used)


def test_oldest_form_has_no_sign() -> None:
    """Its sizes have two bytes and go up to 65,535."""
    header = read_header(BytesSource(build(Parts(bytes(99), size=CORE, width=40_000, rows=50_000, bits=1))))
    assert (header.used_row_bytes, header.rows) == (5_000, 50_000)


@pytest.mark.parametrize(
    ("parts", "table_bytes"),
    [
        (Parts(bytes(99), bits=8, table=bytes(2000)), 1024),
        (Parts(bytes(99), bits=8, table=bytes(2000), colours=10), 40),
        (Parts(bytes(99), bits=8, table=bytes(2000), colours=2**32 - 1), 1024),
        (Parts(bytes(99), bits=8, table=bytes(100)), 100),
        (Parts(bytes(99), bits=4, table=bytes(2000), size=CORE), 48),
        (Parts(bytes(99), bits=24, table=bytes(2000), colours=10), 0),
    ],
)
def test_table_has_the_colours_that_pixels_can_name(parts: Parts, table_bytes: int) -> None:
    """Never more than there is room for."""
    assert read_header(BytesSource(build(parts))).table_bytes == table_bytes


def test_sizes_are_set_without_a_word() -> None:
    """That of the file always, that of the picture where it had one."""
    cleaned, hidden = clean(Parts(bytes(99), picture_bytes=7))
    assert (cleaned[2:6], cleaned[34:38], hidden) == ((1000).to_bytes(4, "little"), (1152).to_bytes(4, "little"), 0)
    assert clean(Parts(bytes(99)))[0][34:38] == bytes(4)


def test_hints_of_os2_go() -> None:
    """All of what follows the forty bytes that are shared."""
    cleaned, hidden = clean(Parts(bytes(99), size=OS2, more=b"\1" * 24))
    assert (cleaned[54:], hidden) == (bytes(24), 24)


def test_masks_stay() -> None:
    """Some readers take the see-through bits from there in every picture."""
    more = b"\1" * 16 + colour_space(SRGB)[16:]
    assert clean(Parts(bytes(99), size=V5, more=more))[0][54:70] == b"\1" * 16


@pytest.mark.parametrize("size", [V4, V5])
def test_primaries_count_for_a_calibrated_space_only(size: int) -> None:
    """Elsewhere they are 48 bytes for anything."""
    parts = Parts(bytes(99), size=size, more=colour_space(CALIBRATED, b"\1" * 48)[: size - 40])
    assert clean(parts) == (clean(parts)[0], 0)
    assert clean(parts)[0][74:122] == b"\1" * 48
    other = parts._replace(more=colour_space(SRGB, b"\1" * 48)[: size - 40])
    assert (clean(other)[0][74:122], clean(other)[1]) == (bytes(48), 48)


def test_rest_of_the_newest_header() -> None:
    """A known intent stays; an unknown one, a profile that the space does not use and the last field go."""
    cleaned, hidden = clean(Parts(bytes(99), size=V5, more=colour_space(SRGB, rest=b"\2\0\0\0" + b"\1" * 12)))
    assert (cleaned[122:], hidden) == (b"\2\0\0\0" + bytes(12), 12)
    cleaned, hidden = clean(Parts(bytes(99), size=V5, more=colour_space(SRGB, rest=b"\3\0\0\0" + bytes(12))))
    assert (cleaned[122:], hidden) == (bytes(16), 1)


def test_place_of_the_profile_is_counted_from_the_second_header() -> None:
    """As readers look for it."""
    cleaned, hidden = clean(Parts(bytes(99), size=V5, more=colour_space(EMBEDDED)), (1000, 60))
    assert (cleaned[70:74], cleaned[2:6]) == (EMBEDDED, (1060).to_bytes(4, "little"))
    assert cleaned[126:134] == (986).to_bytes(4, "little") + (60).to_bytes(4, "little")
    assert hidden == 0
