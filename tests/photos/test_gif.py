"""GIF: blocks from the list stay where they are, everything else goes."""

import pytest
from PIL import Image

from safety.photos import Ending, clean_bytes
from tests.photos import samples
from tests.photos.endings import cleaned, codes
from tests.photos.gif_samples import (
    ANIMEXTS,
    END,
    NETSCAPE,
    application,
    blocks,
    comment,
    control,
    extension,
    full,
    gif,
    image,
    loop,
    moving,
    plain_text,
    tiny,
)
from tests.photos.reading import frames_of


@pytest.mark.parametrize(
    "file",
    [
        gif(),
        moving(),
        samples.saved(samples.picture("P"), "GIF", interlace=0, transparency=3),
        samples.saved(Image.new("1", (300, 300)), "GIF"),
        tiny(image(), END),
        tiny(loop(0, ANIMEXTS), control(), image(), control(5), image(flags=0x80), END),
        tiny(control(), loop(), image(), END),
        b"GIF87a" + tiny(image(), END)[6:],
    ],
)
def test_plain_file_is_already_clean(file: bytes) -> None:
    """What a plain encoder writes stays as it is, to the byte, in the order it has."""
    outcome = clean_bytes(file)
    assert (outcome.kind, outcome.content, outcome.findings) == (Ending.ALREADY_CLEAN, file, ())


def test_only_listed_parts_stay() -> None:
    """Everything else that a GIF can have goes."""
    assert cleaned(full()) == tiny(loop(), control(5), image(), control(), image(flags=0x80), END)


def test_animation_stays() -> None:
    """All frames with their times and the loop, when comments stand between them."""
    at = moving().rindex(b"\x21\xf9\x04")
    outcome = clean_bytes(moving()[:at] + comment() + moving()[at:])
    assert outcome.content == moving()
    assert "animation" in outcome.kept
    assert [frame[2] for frame in frames_of(moving())] == [100, 50, 70]


@pytest.mark.parametrize(
    ("file", "kept"),
    [
        (tiny(image(), END), ()),
        (tiny(control(5), image(), END), ("transparency",)),
        (tiny(control(4), image(), END), ()),
        (tiny(loop(), image(), END), ("animation",)),
        (tiny(image(), image(), END), ("animation",)),
    ],
)
def test_what_stays_is_said(file: bytes, kept: tuple[str, ...]) -> None:
    """A loop or a second picture is an animation; one flag is transparency."""
    assert clean_bytes(file).kept == kept


def test_control_of_a_text_does_not_reach_the_next_image() -> None:
    """Time and transparency were for the text."""
    outcome = clean_bytes(tiny(control(5), plain_text(b"hello"), image(), END))
    assert outcome.content == tiny(image(), END)
    assert codes(outcome) == ["description"]


def test_control_stays_over_a_comment() -> None:
    """A comment is no picture, so what it stands before is the image."""
    assert cleaned(tiny(control(5), comment(), image(), END)) == tiny(control(5), image(), END)


def test_last_control_counts() -> None:
    """Of two before one image, and without an image none."""
    outcome = clean_bytes(tiny(control(5), control(4), image(), control(5), END))
    assert outcome.content == tiny(control(4), image(), END)
    assert codes(outcome) == ["hidden-bytes", "hidden-bytes"]


@pytest.mark.parametrize("contents", [(b"\4\7\0\0\x53ecret",), (b"\4\7\0\0", b"secret"), (b"\4\7\0\0" + bytes(200),)])
def test_long_control_is_trimmed(contents: tuple[bytes, ...]) -> None:
    """To the four bytes that say something."""
    outcome = clean_bytes(tiny(extension(0xF9, *contents), image(), END))
    assert outcome.content == tiny(control(), image(), END)
    assert codes(outcome) == ["hidden-bytes"]


@pytest.mark.parametrize(
    "contents", [(b"\1\2\0", b"secret"), (b"\1\2\0secret",), (b"\2\0\0\1\0", b"\1\2\0"), (b"\1", b"\1\2\0")]
)
@pytest.mark.parametrize("name", [NETSCAPE, ANIMEXTS])
def test_loop_is_trimmed(name: bytes, contents: tuple[bytes, ...]) -> None:
    """To its count; without it the animation would play once."""
    outcome = clean_bytes(tiny(application(name, *contents), image(), image(), END))
    assert outcome.content == tiny(loop(2, name), image(), image(), END)
    assert codes(outcome) == ["hidden-bytes"]


@pytest.mark.parametrize("contents", [(), (b"\1\2",), (b"\2\2\0",), (b"x" * 255,) * 5 + (b"\1\2\0",)])
def test_loop_without_a_count_goes(contents: tuple[bytes, ...]) -> None:
    """Or with one where no encoder writes it."""
    outcome = clean_bytes(tiny(application(NETSCAPE, *contents), image(), END))
    assert outcome.content == tiny(image(), END)
    assert codes(outcome) == ["vendor-data"]


def test_longer_name_is_no_loop() -> None:
    """It only begins like one, and nobody reads it so."""
    outcome = clean_bytes(tiny(application(NETSCAPE + b"\3\1\2\0"), image(), END))
    assert outcome.content == tiny(image(), END)


def test_one_loop_stays() -> None:
    """The last one before the first image, as readers do; later ones only when there was none."""
    assert cleaned(tiny(loop(1), loop(2), image(), loop(3), END)) == tiny(loop(2), image(), END)
    assert cleaned(tiny(comment(), image(), loop(3), END)) == tiny(image(), loop(3), END)


def test_bytes_between_blocks_go() -> None:
    """Zeros that a sloppy encoder left there."""
    outcome = clean_bytes(tiny(bytes(3), image(), bytes(70_000), image(), bytes(1), END))
    assert outcome.content == tiny(image(), image(), END)
    assert codes(outcome) == ["hidden-bytes"] * 3


def test_what_follows_the_end_goes() -> None:
    """Also when it is another GIF."""
    outcome = clean_bytes(tiny(image(), END) + gif())
    assert outcome.content == tiny(image(), END)
    assert [(finding.code, finding.bytes) for finding in outcome.findings] == [("leftover-data", len(gif()))]


@pytest.mark.parametrize(
    ("file", "clean"),
    [
        (tiny(image()), tiny(image())),
        (tiny(image())[:-1], tiny(image())[:-1]),
        (tiny(control(), image())[:-2], tiny(control(), image())[:-2]),
        (tiny(image(), comment()[:-3]), tiny(image())),
        (tiny(image(), control(), image()[:12]), tiny(image())),
        (tiny(image(), control()), tiny(image())),
        (tiny(image(), loop()), tiny(image(), loop())),
        (tiny(image(), loop()[:-1]), tiny(image())),
        (tiny(image(), b"\x21"), tiny(image())),
    ],
)
def test_cut_file_is_kept_as_far_as_it_goes(file: bytes, clean: bytes) -> None:
    """An image with a byte of picture stays; no end is put where there was none."""
    outcome = clean_bytes(file)
    assert outcome.content == clean
    assert "damaged-end" in codes(outcome)


DAMAGED = {
    "header only": b"GIF89a",
    "screen only": tiny(),
    "table cut": tiny(image(), END)[:20],
    "no image": tiny(comment(), END),
    "image without data": tiny(image()[:11]),
    "unknown block": tiny(image(), b"\x99", image(), END),
    "control too short": tiny(extension(0xF9, b"\4\7\0"), image(), END),
    "control without content": tiny(b"\x21\xf9" + blocks(), image(), END),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_cannot_be_understood_is_refused(name: str) -> None:
    """No picture, or bytes that readers take differently: an error and no file."""
    outcome = clean_bytes(DAMAGED[name])
    assert (outcome.error_code, outcome.content) == ("damaged", None)
