"""What dropped boxes, properties and left-over bytes give away."""

import dataclasses

import pytest

from safety.photos import Options, clean_bytes, inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.findings import Finding
from safety.photos.source import BytesSource
from tests.photos.heif_places import PLACES
from tests.photos.heif_samples import Heif, coded, full_box, plain, with_properties
from tests.photos.samples import SECRET, assemble_profile, box, jpeg, profile

CREDENTIALS = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
DROP = Options(keeps_colour_profile=False)
YEAR_2024 = (3_789_504_000 * 1_000_000).to_bytes(8, "big")


def told(file: bytes) -> list[tuple[str, str, dict[str, str]]]:
    """Code, part and values of each finding."""
    return [(one.code, one.place.part, dict(one.values)) for one in inspect_bytes(file).findings]


def changed(**changes: object) -> bytes:
    """The plain sample after some changes."""
    return dataclasses.replace(plain(), **changes).file()


def described(*properties: bytes) -> bytes:
    """A picture with more properties."""
    return Heif([with_properties(coded("AVIF"), *properties)]).file()


@pytest.mark.parametrize(
    ("kind", "content", "wanted"),
    [
        (b"free", bytes(9), None),
        (b"skip", b"", None),
        (b"free", SECRET, ("hidden-bytes", "free", {})),
        (b"uuid", CREDENTIALS + SECRET, ("provenance", "C2PA", {})),
        (b"uuid", bytes(16) + SECRET, ("unknown-part", "uuid", {"fourcc": "uuid"})),
        (b"grpl", b"", ("vendor-data", "grpl", {"fourcc": "grpl"})),
        (b"xml ", SECRET, ("vendor-data", "xml ", {"fourcc": "xml"})),
        (b"dinf", SECRET[:1], ("vendor-data", "dinf", {"fourcc": "dinf"})),
        (b"ZZZZ", SECRET, ("unknown-part", "ZZZZ", {"fourcc": "ZZZZ"})),
    ],
)
def test_boxes_without_a_place(kind: bytes, content: bytes, wanted: tuple[str, str, dict[str, str]] | None) -> None:
    """Each has its code; an empty one says nothing."""
    assert told(changed(children=box(kind, content))) == ([wanted] if wanted else [])


def test_names() -> None:
    """A library's own names only tell the library; any other is a text."""
    assert told(changed(handler=bytes(8) + b"pict" + bytes(12) + b"libavif\0")) == [
        ("encoder", "hdlr", {"value": "libavif"})
    ]
    assert told(Heif([dataclasses.replace(coded("AVIF"), name=b"Color")]).file()) == [("encoder", "infe", {})]
    named = Heif([dataclasses.replace(coded("AVIF"), name=b"Anna at home")]).file()
    assert told(named) == [("description", "infe", {"value": "Anna at home"})]


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (full_box(b"udes", b"en\0Beach\0Anna\0sun\0"), ("description", "udes", {"value": "en Beach Anna sun"})),
        (full_box(b"altt", b"A dog\0en\0"), ("description", "altt", {"value": "A dog en"})),
        (full_box(b"crtt", YEAR_2024), ("time", "crtt", {"value": "2024-01-31 00:00:00 UTC"})),
        (full_box(b"mdft", b"\xff" * 8), ("time", "mdft", {})),
        (box(b"colr", b"prof" + SECRET), ("colour-profile-damaged", "colr", {})),
        (box(b"colr", b"ZZZZ" + SECRET), ("unknown-part", "colr", {"fourcc": "colr"})),
        (box(b"ZZZZ", SECRET), ("unknown-part", "ZZZZ", {"fourcc": "ZZZZ"})),
        (box(b"free", SECRET), ("hidden-bytes", "free", {})),
    ],
)
def test_properties_that_go(content: bytes, wanted: tuple[str, str, dict[str, str]]) -> None:
    """Texts and times are read, others named."""
    assert told(described(content)) == [wanted]


def test_properties_that_change() -> None:
    """Hidden bytes are counted; a profile that nobody else has is said also when it is clean."""
    found = inspect_bytes(described(box(b"irot", b"\0" + SECRET))).findings
    assert [(one.code, one.bytes) for one in found] == [("hidden-bytes", len(SECRET))]
    own = assemble_profile(profile()[:128], [(b"A2B0", b"mft2" + bytes(60))])
    outcome = clean_bytes(described(box(b"colr", b"prof" + own + bytes(400))))
    assert [one.code for one in outcome.findings] == ["colour-profile", "colour-profile-custom"]
    assert outcome.content is not None
    assert [code for code, _, _ in told(outcome.content)] == ["colour-profile-custom"]


def test_profile_that_goes_on_wish() -> None:
    """It was no damage."""
    outcome = clean_bytes(described(box(b"colr", b"prof" + profile())), options=DROP)
    assert [one.code for one in outcome.findings] == ["colour-profile"]


def test_signed_history_is_read() -> None:
    """Who signed it, and where a picture in it stands; a very large one is only named."""
    hidden = jpeg(comment=b"before the crop")
    file = changed(children=box(b"uuid", CREDENTIALS + b"claim_generator\x64Snap" + hidden))
    found = {one.code: one for one in inspect_bytes(file).findings}
    assert dict(found["provenance"].values) == {"generator": "Snap"}
    assert embedded_bytes(found["thumbnail"], BytesSource(file), len(file)) == hidden
    large = changed(children=box(b"uuid", CREDENTIALS + b"claim_generator\x64Snap" + bytes(17 << 20)))
    assert told(large) == [("provenance", "uuid", {})]


def test_profile_tells_its_device() -> None:
    """Kept, broken and not wanted alike."""
    for old, options in ((profile(b"Anna"), None), (profile(b"Anna")[:-4], None), (profile(b"Anna"), DROP)):
        outcome = clean_bytes(described(box(b"colr", b"prof" + old)), options=options)
        assert dict(outcome.findings[0].values)["name"] == "Anna"


def test_properties_of_what_goes_are_told_with_it() -> None:
    """A known one that no item has is a hiding place; one of a dropped item is part of that."""
    unused = changed(unused_properties=box(b"ispe", SECRET))
    assert told(unused) == [("hidden-bytes", "ispe", {})]
    other = dataclasses.replace(coded("AVIF", "RGB", 50), content=SECRET)
    assert [code for code, _, _ in told(plain("AVIF", other).file())] == ["extra-picture"]


@pytest.mark.parametrize("name", [name for name in PLACES if name.startswith(("behind", "rest", "idat"))])
def test_left_over_bytes_are_told(name: str) -> None:
    """With their place in the file, from where the secret can be read."""
    found = inspect_bytes(PLACES[name]).findings
    hidden: list[Finding] = [one for one in found if one.code == "hidden-bytes"]
    assert any(SECRET[:6] in PLACES[name][one.place.offset : one.place.offset + one.bytes] for one in hidden)
