"""A colour profile tells the device it was made for."""

import struct

import pytest

from safety.photos import Options, clean_bytes, inspect_bytes
from safety.photos.metadata.profile_names import profile_names
from safety.photos.words import finding_sentence
from tests.photos import bmp_samples, heif_samples, movie_samples, samples, tiff_samples


def profile(*tags: tuple[bytes, bytes]) -> bytes:
    """A profile with tags beside those that show colours."""
    original = samples.profile()
    at = 132
    kept = []
    for _ in range(int.from_bytes(original[128:132], "big")):
        start, size = struct.unpack(">II", original[at + 4 : at + 12])
        if original[at : at + 4] not in (b"desc", b"mmod"):
            kept.append((original[at : at + 4], original[start : start + size]))
        at += 12
    return samples.assemble_profile(original[:128], [*kept, *tags])


def description(text: bytes) -> bytes:
    """A description of version 2."""
    return b"desc" + bytes(4) + struct.pack(">I", len(text) + 1) + text + bytes(80)


def translations(text: str) -> bytes:
    """A description of version 4 in one language."""
    raw = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II", 1, 12) + b"deDE" + struct.pack(">II", len(raw), 28) + raw


NUMBERS = b"mmod" + bytes(4) + bytes.fromhex("00000610 0000a032 00000000 c01d59a0") + bytes(16)


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        ([(b"desc", description(b"Anna's screen"))], {"name": "Anna's screen"}),
        ([(b"desc", translations("Bildschirm für Anna"))], {"name": "Bildschirm für Anna"}),
        ([(b"dmnd", description(b"Acme")), (b"dmdd", b"text" + bytes(4) + b"X1\0")], {"maker": "Acme", "model": "X1"}),
        ([(b"mmod", NUMBERS)], {"maker": "APP", "model": "A032", "serial": "C01D59A0"}),
        ([(b"mmod", NUMBERS), (b"dmnd", description(b"Apple"))],
         {"maker": "Apple", "model": "A032", "serial": "C01D59A0"}),
        ([(b"mmod", NUMBERS[:20])], {}),
        ([(b"mmod", NUMBERS[:8] + bytes(40))], {}),
        ([(b"desc", b"what" + b"x" * 90)], {}),
        ([(b"desc", b"mluc" + b"\xff" * 30)], {}),
    ],
)  # fmt: skip
def test_names_are_read(tags: list[tuple[bytes, bytes]], names: dict[str, str]) -> None:
    """Texts of both versions, Apple's numbers, and nothing from what is broken."""
    assert profile_names(profile(*tags)) == names


@pytest.mark.parametrize("content", [b"", b"short", bytes(128) + b"\xff\xff\xff\xff", bytes(300)])
def test_broken_profiles_have_no_names(content: bytes) -> None:
    """No table, or one that is not there."""
    assert profile_names(content) == {}


def files(content: bytes) -> dict[str, bytes]:
    """A profile in each of the formats that have them."""
    colours = samples.box(b"colr", b"prof" + content)
    return {
        "jpeg": samples.after_start(samples.profile_segments(content, 300)),
        "png": samples.after_header(samples.chunk(b"iCCP", b"p\0\0" + samples.zipped(content))),
        "webp": samples.riff(samples.canvas(0x20), samples.piece(b"ICCP", content), samples.coded_webp()),
        "bmp": bmp_samples.with_profile(content),
        "tiff": tiff_samples.tiff(tiff_samples.page({34675: (tiff_samples.UNDEFINED, content)})),
        "avif": heif_samples.Heif([heif_samples.with_properties(heif_samples.coded("AVIF"), colours)]).file(),
        "mp4": movie_samples.added(movie_samples.mp4(), "moov/trak/mdia/minf/stbl/stsd/mp4v", colours),
    }


formats = pytest.mark.parametrize("format_", ["jpeg", "png", "webp", "bmp", "tiff", "avif", "mp4"])


@formats
def test_the_sentence_names_the_device(format_: str) -> None:
    """From the file to the words that a person reads."""
    file = files(profile((b"desc", description(b"Anna's screen")), (b"mmod", NUMBERS)))[format_]
    (finding,) = [one for one in inspect_bytes(file).findings if one.code == "colour-profile"]
    assert finding_sentence(finding).text() == (
        "The colour profile was made for one device: APP A032, number C01D59A0. The colours are kept."
    )


@formats
def test_a_name_alone_is_told(format_: str) -> None:
    """Also where the profile itself is too broken to be kept."""
    file = files(profile((b"desc", description(b"Anna's screen")), (b"rXYZ", b"XYZ "))[:-4])[format_]
    named = [one for one in inspect_bytes(file).findings if one.code.startswith("colour-profile")]
    assert dict(named[0].values) == {"name": "Anna's screen"}


@formats
def test_a_profile_that_nobody_wants_is_told_by_name(format_: str) -> None:
    """It goes, and people still learn what it said."""
    file = files(profile((b"desc", description(b"Anna's screen"))))[format_]
    outcome = clean_bytes(file, options=Options(keeps_colour_profile=False))
    (named,) = [one for one in outcome.findings if one.code.startswith("colour-profile")]
    assert (named.code, dict(named.values)) == ("colour-profile", {"name": "Anna's screen"})
