"""Pictures in HEIC and AVIF files: the tables say only what shows, nothing moves, and the look stays."""

import dataclasses
import struct

import pytest

from safety.photos import Ending, Options, Outcome, clean_bytes
from tests.photos import heif_samples
from tests.photos.endings import cleaned, codes
from tests.photos.heif_places import AUXILIARY, EXIF, EXTRA
from tests.photos.heif_samples import (
    Heif,
    Part,
    alpha,
    coded,
    full_box,
    grid,
    inside,
    mime,
    plain,
    tile,
    with_properties,
)
from tests.photos.reading import frames_of, orientation_of, profile_of, secrets_in
from tests.photos.samples import HEIGHT, SECRET, WIDTH, box, profile, xmp

FORMATS = ("AVIF", "HEIF")
formats = pytest.mark.parametrize("format_", FORMATS)


def tables(file: bytes) -> list[tuple[bytes, bytes]]:
    """The boxes inside `meta`."""
    return heif_samples.boxes_in(inside(file, b"meta"))


@formats
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_picture_of_an_encoder_stays(format_: str, mode: str) -> None:
    """What Pillow and pillow-heif write shows the same, and has nothing worse than names of the library."""
    file = heif_samples.saved(format_, mode)
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert frames_of(outcome.content) == frames_of(file)
    assert set(codes(outcome)) <= {"encoder"}
    assert len(outcome.content) == len(file)
    assert ("transparency" in outcome.kept) == (mode == "RGBA")


@formats
def test_plain_file_is_already_clean(format_: str) -> None:
    """Without names there is nothing to do."""
    file = plain(format_).file()
    outcome = clean_bytes(file)
    assert (outcome.kind, outcome.content) == (Ending.ALREADY_CLEAN, file)


@formats
def test_nothing_moves(format_: str) -> None:
    """Size, place of the coded data, and the space won as one empty box."""
    file = plain(format_, EXIF, mime(xmp()), references=[(b"cdsc", 2, 1), (b"cdsc", 3, 1)]).file()
    content = cleaned(file)
    assert len(content) == len(file)
    assert content.index(coded(format_).content) == file.index(coded(format_).content)
    kinds = [kind for kind, _ in tables(content)]
    assert kinds == [b"hdlr", b"pitm", b"iloc", b"iinf", b"iprp", b"free"]
    assert not any(tables(content)[-1][1])


@pytest.mark.parametrize("length", range(20))
def test_any_space_is_filled(length: int) -> None:
    """Too little for a box goes into the name of the handler; cleaning again changes nothing."""
    sample = plain()
    sample.handler += b"x" * length
    content = cleaned(sample.file())
    written = tables(content)
    assert (written[-1][0] == b"free") == (length >= 8)
    assert len(written[0][1]) == 25 + (0 if length >= 8 else length)
    assert clean_bytes(content).kind is Ending.ALREADY_CLEAN


def test_handler_without_a_name_does_not_grow() -> None:
    """Some writers leave the end mark out."""
    sample = plain()
    sample.handler = sample.handler[:-1]
    assert clean_bytes(sample.file()).kind is Ending.ALREADY_CLEAN


def test_order_of_the_tables_stays() -> None:
    """Whatever it is; `idat` may move, since its offsets count from its own start."""
    part = dataclasses.replace(coded("AVIF"), is_in_idat=True)
    sample = Heif([part, EXIF], tables=[b"iinf", b"idat", b"iprp", b"pitm", b"hdlr", b"iloc"])
    content = cleaned(sample.file())
    assert [kind for kind, _ in tables(content)] == [b"iinf", b"idat", b"iprp", b"pitm", b"hdlr", b"iloc", b"free"]
    assert dict(tables(content))[b"idat"] == part.content


def test_picture_in_idat_stays() -> None:
    """Also when there is nothing else in the file; other data beside it goes."""
    part = dataclasses.replace(coded("AVIF"), is_in_idat=True)
    sample = Heif([part, dataclasses.replace(EXIF, is_in_idat=True)])
    content = cleaned(sample.file())
    assert frames_of(content) == frames_of(plain().file())
    assert dict(tables(content))[b"idat"] == part.content + bytes(len(EXIF.content))
    assert "hidden-bytes" not in codes(clean_bytes(sample.file()))


def test_reference_to_the_own_file_stays() -> None:
    """It says nothing about anybody; any other goes."""
    own = box(b"dinf", full_box(b"dref", b"\0\0\0\1" + full_box(b"url ", b"", flags=1)))
    assert clean_bytes(dataclasses.replace(plain(), children=own).file()).kind is Ending.ALREADY_CLEAN
    other = box(b"dinf", full_box(b"dref", b"\0\0\0\1" + full_box(b"url ", SECRET + b"\0")))
    assert b"dinf" not in cleaned(dataclasses.replace(plain(), children=other).file())


def grid_file(format_: str, tail: bytes = b"", *, is_in_idat: bool = False) -> bytes:
    """Two tiles beside each other."""
    whole = dataclasses.replace(grid(2, 1, tail), is_in_idat=is_in_idat)
    references = [(b"dimg", 1, 2), (b"dimg", 1, 3)]
    return Heif([whole, tile(format_), tile(format_)], references, plain(format_).brand).file()


@formats
@pytest.mark.parametrize("is_in_idat", [False, True])
def test_grid_stays(format_: str, is_in_idat: bool) -> None:
    """With its tiles, which nothing else shows."""
    file = grid_file(format_, is_in_idat=is_in_idat)
    assert frames_of(file)[0][1] == (128, 64)
    assert clean_bytes(file).kind is Ending.ALREADY_CLEAN


@pytest.mark.parametrize("is_in_idat", [False, True])
def test_bytes_behind_the_numbers_of_a_grid_go(is_in_idat: bool) -> None:
    """Its data is longer than it needs."""
    file = grid_file("HEIF", SECRET, is_in_idat=is_in_idat)
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert secrets_in(outcome.content) == []
    assert frames_of(outcome.content) == frames_of(file)
    assert codes(outcome) == ["hidden-bytes"]


def test_layers_of_an_overlay_stay() -> None:
    """With the numbers that place them."""
    places = struct.pack(">BB4HHH4h", 0, 0, 0, 0, 0, 0xFFFF, WIDTH, HEIGHT, 0, 0, 4, 4)
    overlay = Part(b"iovl", places + SECRET, (full_box(b"ispe", struct.pack(">II", WIDTH, HEIGHT)),))
    tiles = [dataclasses.replace(coded("HEIF"), is_hidden=True), dataclasses.replace(coded("HEIF", "RGB", 50))]
    sample = Heif([overlay, *tiles, EXIF], [(b"dimg", 1, 2), (b"dimg", 1, 3)], b"heic")
    content = cleaned(sample.file())
    assert secrets_in(content) == []
    assert frames_of(content) == frames_of(sample.file())


@formats
def test_alpha_stays(format_: str) -> None:
    """With its reference; other layers go with theirs."""
    layers = [alpha(format_), alpha(format_, AUXILIARY[0])]
    file = plain(format_, *layers, references=[(b"auxl", 2, 1), (b"auxl", 3, 1)]).file()
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert "transparency" in outcome.kept
    assert codes(outcome) == ["depth-layer"]
    assert frames_of(outcome.content) == frames_of(file)
    assert frames_of(file)[0][0] == "RGBA"


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("mirror", [(), (0,), (1,)])
@formats
def test_picture_is_shown_the_same(format_: str, turn: int, mirror: tuple[int, ...]) -> None:
    """Turned and mirrored by properties; the orientation in Exif counts for nothing."""
    turns = [box(b"irot", bytes([turn])), *(box(b"imir", bytes([axis])) for axis in mirror)]
    sample = plain(format_, EXIF)
    sample.parts[0] = with_properties(coded(format_), *turns)
    file = sample.file()
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert "orientation" in outcome.kept
    assert frames_of(outcome.content) == frames_of(file)
    assert orientation_of(outcome.content) == orientation_of(file)


@formats
def test_profile_stays_in_effect(format_: str) -> None:
    """Rebuilt where it is; on wish it goes."""
    file = Heif([with_properties(coded(format_), box(b"colr", b"prof" + profile()))], brand=plain(format_).brand).file()
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert codes(outcome) == ["colour-profile"]
    assert len(profile_of(outcome.content)) == len(profile())
    assert outcome.kept == ("colours",)
    assert not profile_of(cleaned(file, Options(keeps_colour_profile=False)))


def test_positions_of_properties_stay() -> None:
    """An empty box stands where one has gone, since a property is named by its position."""
    note = full_box(b"udes", SECRET + b"\0")
    part = coded("AVIF")
    sample = Heif([dataclasses.replace(part, properties=(note, *part.properties, note))])
    content = cleaned(sample.file())
    properties = heif_samples.boxes_in(inside(content, b"meta", b"iprp", b"ipco"))
    assert properties[0] == (b"free", bytes(len(note) - 8))
    assert [kind for kind, _ in properties[1:]] == [one[4:8] for one in part.properties]
    assert frames_of(content) == frames_of(plain().file())


def test_brand_of_tone_maps_goes_with_them() -> None:
    """Readers refuse a file that promises one and has none."""
    sample = plain("AVIF", Part(b"tmap", SECRET), EXTRA, references=[(b"dimg", 2, 1), (b"dimg", 2, 3)])
    sample.more_brands = b"tmap"
    content = cleaned(sample.file())
    assert b"tmap" not in content
    assert frames_of(content) == frames_of(plain().file())


def test_crop_that_hides_a_part_is_refused() -> None:
    """What is cropped away by a mark would stay; padding of an encoder may."""

    def cropped(width: int, height: int) -> Outcome:
        mark = box(b"clap", struct.pack(">8i", width, 1, height, 1, 0, 1, 0, 1))
        large = full_box(b"ispe", struct.pack(">II", 640, 480))
        part = coded("AVIF")
        properties = tuple(large if one[4:8] == b"ispe" else one for one in part.properties)
        return clean_bytes(Heif([dataclasses.replace(part, properties=(*properties, mark))]).file())

    assert cropped(640 - 63, 480 - 63).kind is Ending.ALREADY_CLEAN
    assert cropped(480 - 63, 640 - 63).kind is Ending.ALREADY_CLEAN
    assert cropped(640 - 64, 480 - 63).error_code == "unsupported-variant"
    assert cropped(320, 480).error_code == "unsupported-variant"


def _kind(kind: bytes) -> Heif:
    return Heif([dataclasses.replace(coded("AVIF"), kind=kind)])


def _essential_unknown() -> bytes:
    file = Heif([with_properties(coded("AVIF"), full_box(b"ZZZZ", b""))]).file()
    position = len(coded("AVIF").properties) + 1
    at = file.index(b"mdat") - 5
    assert file[at] == position
    return file[:at] + bytes([position | 0x80]) + file[at + 1 :]


def _in_one(part: Part) -> bytes:
    """A file in which the picture's data reaches over all other data."""
    file = plain("AVIF", part).file()
    length = len(coded("AVIF").content)
    return file.replace(struct.pack(">I", length), struct.pack(">I", length + len(part.content)), 1)


def _without(kind: bytes) -> bytes:
    return dataclasses.replace(plain(), tables=[one for one in plain().tables if one != kind]).file()


def _protected() -> bytes:
    entry = struct.pack(">HH", 1, 0) + b"av01"
    return plain().file().replace(entry, struct.pack(">HH", 1, 1) + b"av01")


REFUSED = {
    "protected picture": (_protected(), "unsupported-variant"),
    "handler that is cut": (dataclasses.replace(plain(), handler=bytes(8) + b"pict").file(), "damaged"),
    "kept item of unknown kind": (_kind(b"ZZZZ").file(), "unsupported-variant"),
    "kept item with metadata of its own": (_kind(b"jpeg").file(), "unsupported-variant"),
    "tone map as the picture": (_kind(b"tmap").file(), "unsupported-variant"),
    "property that may not be missing": (_essential_unknown(), "unsupported-variant"),
    "picture over private data": (_in_one(EXIF), "damaged"),
    "no picture": (dataclasses.replace(plain(), primary=9).file(), "damaged"),
    "no data": (Heif([dataclasses.replace(coded("AVIF"), content=b"")]).file(), "damaged"),
    "grid without data": (Heif([Part(b"grid", b"\0")]).file(), "damaged"),
    "grid with too few tiles": (Heif([grid(2, 1), coded("AVIF")], [(b"dimg", 1, 2)]).file(), "damaged"),
    "overlay that is cut": (Heif([Part(b"iovl", bytes(17)), coded("AVIF")], [(b"dimg", 1, 2)]).file(), "damaged"),
    "handler of videos": (dataclasses.replace(plain(), handler=bytes(8) + b"vide" + bytes(13)).file(), "damaged"),
    "version of the box": (plain().file().replace(b"meta\0", b"meta\1"), "unsupported-variant"),
    **{f"without {kind.decode()}": (_without(kind), "damaged") for kind in (b"hdlr", b"pitm", b"iloc", b"iinf")},
    **{
        f"two of {kind.decode()}": (dataclasses.replace(plain(), tables=[*plain().tables, kind]).file(), "damaged")
        for kind in (b"hdlr", b"pitm", b"iloc", b"iinf", b"iprp")
    },
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_understood_is_refused(name: str) -> None:
    """With the code of the document."""
    file, code = REFUSED[name]
    assert clean_bytes(file).error_code == code
