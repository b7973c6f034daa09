"""What becomes of each property: kept for a kept item, otherwise an empty box in its position."""

import dataclasses
import struct

import pytest

from safety.photos.base_media import kept_properties
from safety.photos.base_media.heif_tables import StillTables
from safety.photos.base_media.kept_properties import KeptProperties
from safety.photos.errors import CleanError
from safety.photos.plan import Options
from safety.photos.source import BytesSource
from tests.photos.heif_samples import Heif, alpha, boxes_in, coded, full_box, plain, with_properties
from tests.photos.samples import HEIGHT, WIDTH, box, profile
from tests.photos.test_heif_tables import opened

PROFILE = box(b"colr", b"prof" + profile())


def properties(sample: Heif, options: Options | None = None) -> KeptProperties:
    """The properties of a file."""
    file = sample.file()
    tables = StillTables(*opened(file))
    return KeptProperties(tables.property_table, BytesSource(file), options or Options())


def with_alpha() -> Heif:
    """A picture, its alpha, and a depth map."""
    return plain("AVIF", alpha(), alpha(name=b"urn:mpeg:hevc:2015:auxid:2"))


def test_alpha_is_told_from_other_layers() -> None:
    """By the type of an auxiliary picture; one with two types is no alpha."""
    read = properties(with_alpha())
    assert [read.is_alpha(number) for number in (1, 2, 3, 4)] == [False, True, False, False]
    both = with_properties(alpha(), full_box(b"auxC", b"urn:mpeg:hevc:2015:auxid:2\0"))
    assert not properties(plain("AVIF", both)).is_alpha(2)
    assert len(properties(plain("AVIF", both)).auxiliary_types(2)) == 2


def test_dimensions_of_a_picture() -> None:
    """From its own property."""
    read = properties(with_alpha())
    assert (read.dimensions(1), read.dimensions(9)) == ((WIDTH, HEIGHT), (0, 0))


def test_properties_of_kept_items_stay() -> None:
    """Those of others become empty boxes of their size."""
    sample = plain("AVIF", alpha())
    read = properties(sample)
    read.choose([1])
    container = dict(boxes_in(read.write([1])[8:]))[b"ipco"]
    written = boxes_in(container)
    assert [box(*one) for one in written[: len(coded("AVIF").properties)]] == list(coded("AVIF").properties)
    assert all(kind == b"free" and not any(content) for kind, content in written[len(coded("AVIF").properties) :])
    assert read.chosen(len(written)) is None


def test_notes_of_what_is_kept() -> None:
    """For the report: orientation, transparency, colours."""
    sample = plain("AVIF", alpha())
    sample.parts[0] = with_properties(coded("AVIF"), box(b"irot", b"\1"), PROFILE)
    read = properties(sample)
    assert list(read.notes()) == []
    read.choose([1, 2])
    assert set(read.notes()) == {"orientation", "transparency", "colours"}


def test_profile_goes_on_wish() -> None:
    """Its position stays, as an empty box."""
    sample = Heif([with_properties(coded("AVIF"), PROFILE)])
    read = properties(sample, Options(keeps_colour_profile=False))
    read.choose([1])
    position = len(coded("AVIF").properties) + 1
    assert position not in read.kept_positions
    kept = properties(sample)
    kept.choose([1])
    assert position in kept.kept_positions
    assert len(kept.write([1])) == len(read.write([1])) + 1


@pytest.mark.parametrize(
    ("kind", "is_refused"), [(b"ZZZZ", True), (b"udes", False), (b"uuid", False), (b"auxC", False)]
)
def test_property_that_may_not_be_missing(kind: bytes, is_refused: bool) -> None:
    """Unknown ones may change the look; the known private ones never do."""
    sample = Heif([with_properties(coded("AVIF"), box(kind, bytes(24)))])
    file = sample.file()
    tables = StillTables(*opened(file))
    table = tables.property_table
    table.associations[1] = tuple(dataclasses.replace(one, is_essential=True) for one in table.associations[1])
    read = KeptProperties(table, BytesSource(file), Options())
    if is_refused:
        with pytest.raises(CleanError, match="unsupported-variant"):
            read.choose([1])
    else:
        read.choose([1])
        assert len(read.kept_positions) == len(coded("AVIF").properties)


def test_configurations_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them together, since their messages are read byte by byte."""
    sample = Heif(
        [with_properties(coded("AVIF"), *(box(b"av1C", b"\x81\0\x0c\0" + b"\x12\0" * n) for n in range(1, 9)))]
    )
    properties(sample).choose([1])
    monkeypatch.setattr(kept_properties, "MAX_CONFIGURATION_BYTES", 60)
    with pytest.raises(CleanError, match="too-many-parts"):
        properties(sample).choose([1])


@pytest.mark.parametrize("numbers", [(2400, 100, 1600, 100), (24, 0, 16, 0), (0, 1, 0, 1)])
def test_crop_mark_is_measured(numbers: tuple[int, ...]) -> None:
    """Against the size of the picture: a small one may lose its padding, a large one not nearly all."""
    mark = box(b"clap", struct.pack(">8I", *numbers, 0, 1, 0, 1))
    properties(Heif([with_properties(coded("AVIF"), mark)])).choose([1])
    large = full_box(b"ispe", struct.pack(">II", 4000, 3000))
    with pytest.raises(CleanError, match="unsupported-variant"):
        properties(Heif([dataclasses.replace(coded("AVIF"), properties=(large, mark))])).choose([1])
