"""The deep clean gives the same picture in fresh pixels, in a file that has nothing of the old one."""

import io

import pillow_heif
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from safety.photos import Ending, Format, Outcome, clean_bytes, inspect_bytes
from safety.photos.deep import DECODERS, DeepOptions, deep_clean_bytes
from tests.photos import samples
from tests.photos.colour_space_samples import adobe_rgb_exif
from tests.photos.reading import profile_of, secrets_in

EXIF = b"Exif\0\0" + samples.exif(1)
# The mean difference, of 255, that coding with loss may cost.
LOSS = 6


def saved(image: Image.Image, format_: str, **options: object) -> bytes:
    """A file as Pillow writes it."""
    out = io.BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()


# So that Pillow reads and writes HEIC here too.
pillow_heif.register_heif_opener()

PICTURE = samples.picture().resize((96, 64), Image.Resampling.BICUBIC)
SEE_THROUGH = PICTURE.convert("RGBA")
SEE_THROUGH.putalpha(PICTURE.convert("L"))

# A file of each format, the format that it becomes, and how far a pixel may move.
STILLS = {
    "jpeg": (saved(PICTURE, "JPEG", exif=EXIF, quality=90), "jpeg", LOSS),
    "jpeg, grey": (saved(PICTURE.convert("L"), "JPEG", exif=EXIF), "jpeg", LOSS),
    "jpeg, cmyk": (saved(PICTURE.convert("CMYK"), "JPEG", exif=EXIF), "jpeg", LOSS),
    "png": (saved(PICTURE, "PNG", exif=EXIF), "png", 0),
    "png, one bit": (saved(PICTURE.convert("1"), "PNG", exif=EXIF), "png", 0),
    "png, palette": (saved(PICTURE.quantize(16), "PNG", exif=EXIF), "png", 0),
    "png, grey": (saved(PICTURE.convert("L"), "PNG", exif=EXIF), "png", 0),
    "png, opaque alpha": (saved(PICTURE.convert("RGBA"), "PNG", exif=EXIF), "png", 0),
    "png, alpha": (saved(SEE_THROUGH, "PNG", exif=EXIF), "png", 0),
    "png, grey alpha": (saved(SEE_THROUGH.convert("LA"), "PNG", exif=EXIF), "png", 0),
    "png, see-through colour": (saved(PICTURE.quantize(16), "PNG", transparency=3, exif=EXIF), "png", 0),
    "webp, lossy": (saved(PICTURE, "WEBP", exif=EXIF), "jpeg", LOSS),
    "webp, lossless": (saved(PICTURE, "WEBP", lossless=True, exif=EXIF), "png", 0),
    "webp, lossy opaque alpha": (saved(PICTURE.convert("RGBA"), "WEBP", exif=EXIF), "jpeg", LOSS),
    "webp, lossy alpha": (saved(SEE_THROUGH, "WEBP", exif=EXIF), "png", 0),
    "gif": (saved(PICTURE.quantize(16), "GIF", comment=samples.SECRET), "png", 0),
    "tiff": (saved(PICTURE, "TIFF", description=samples.SECRET.decode()), "png", 0),
    "bmp": (saved(PICTURE, "BMP") + samples.SECRET, "png", 0),
    "avif": (saved(PICTURE, "AVIF", exif=EXIF, quality=90), "jpeg", LOSS),
    "heic": (saved(PICTURE, "HEIF", exif=EXIF, quality=90), "jpeg", LOSS),
}


def drawn(content: bytes, options: DeepOptions | None = None) -> tuple[Image.Image, Outcome]:
    """The picture that came out, and the outcome; nothing private is in it."""
    outcome = deep_clean_bytes(content, options)
    assert outcome.kind is Ending.CLEANED, outcome.refusal
    assert outcome.content is not None
    assert secrets_in(outcome.content) == []
    assert clean_bytes(outcome.content).kind is Ending.ALREADY_CLEAN
    image = Image.open(io.BytesIO(outcome.content))
    image.load()
    assert not {"exif", "icc_profile", "comment", "xmp", "dpi"} & image.info.keys()
    return image, outcome


def look(image: Image.Image) -> Image.Image:
    """The picture as it is shown, in one mode for all."""
    return ImageOps.exif_transpose(image).convert("RGBA")


def difference(one: Image.Image, other: Image.Image) -> int:
    """The mean difference of the channel that differs most, rounded up; all of 255 for another size."""
    if one.size != other.size:
        return 255
    means = ImageStat.Stat(ImageChops.difference(look(one), look(other))).mean
    return max(-int(-mean) if mean == int(mean) else int(mean) + 1 for mean in means)


@pytest.mark.parametrize("name", STILLS)
def test_picture_is_the_same(name: str) -> None:
    """Each format is decoded, and becomes the format that the design names, without a change beyond its loss."""
    content, format_, loss = STILLS[name]
    image, outcome = drawn(content)
    assert outcome.format == format_
    assert outcome.extension == {"jpeg": "jpg"}.get(format_, format_)
    with Image.open(io.BytesIO(content)) as original:
        assert difference(image, original) <= loss


def test_every_decoder_is_tried() -> None:
    """No format that we decode is without a sample."""
    assert {name.partition(",")[0] for name in STILLS} == {format_.value for format_ in DECODERS} - {"heif"}


@pytest.mark.parametrize("name", STILLS)
def test_findings_are_those_of_the_original(name: str) -> None:
    """What the file gave away is still told."""
    outcome = deep_clean_bytes(STILLS[name][0])
    assert outcome.findings
    assert outcome.findings == inspect_bytes(STILLS[name][0]).findings


def test_alpha_of_a_picture_that_hides_nothing_goes() -> None:
    """A layer that is opaque everywhere is no part of the look."""
    assert drawn(STILLS["png, opaque alpha"][0])[0].mode == "RGB"
    assert drawn(STILLS["png, grey alpha"][0])[0].mode == "LA"


def test_clean_file_is_coded_anew_all_the_same() -> None:
    """Who asks for fresh pixels gets them, also when there was nothing to take out."""
    content = clean_bytes(saved(PICTURE, "JPEG")).content or b""
    outcome = deep_clean_bytes(content)
    assert outcome.kind is Ending.CLEANED
    assert outcome.content != content
    assert outcome.findings == ()


def test_bytes_inside_the_scan_go() -> None:
    """What the ordinary cleaning cannot see, behind the last block of a scan."""
    content = samples.before_end(samples.SECRET)
    hidden = samples.jpeg()[:-2] + samples.SECRET + b"\xff\xd9"
    assert content == hidden
    assert secrets_in(clean_bytes(hidden).content or b"")
    drawn(hidden)


def test_file_tells_nothing_of_its_encoder() -> None:
    """Quality and tables are the same whatever app saved the picture before."""
    tables = []
    for options in ({"quality": 55, "subsampling": 2}, {"quality": 95, "progressive": True, "restart_marker_rows": 1}):
        image, _ = drawn(saved(PICTURE, "JPEG", **options))
        tables.append((image.quantization, image.info.get("progressive"), image.layer))
    assert tables[0] == tables[1]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_turned_upright(orientation: int) -> None:
    """The pixels stand as a viewer showed them, and no number is needed for it."""
    content = samples.png(exif=b"Exif\0\0" + samples.exif(orientation))
    image, outcome = drawn(content)
    with Image.open(io.BytesIO(content)) as original:
        assert look(image).tobytes() == look(original).tobytes()
    assert outcome.kept == ()


def swapped_profile() -> bytes:
    """A profile in which red is blue and blue is red."""
    profile = samples.profile()
    return profile.replace(b"rXYZ", b"zXYZ").replace(b"bXYZ", b"rXYZ").replace(b"zXYZ", b"bXYZ")


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_colours_become_those_of_srgb(mode: str) -> None:
    """A profile is carried out, so that none has to stay."""
    red = Image.new("RGB", (8, 8), (255, 0, 0)).convert(mode)
    if mode == "RGBA":
        red.putalpha(Image.new("L", (8, 8), 128))
    image, _ = drawn(saved(red, "PNG", icc_profile=swapped_profile()))
    pixel = image.convert("RGBA").getpixel((4, 4))
    assert [channel // 16 for channel in pixel] == [0, 0, 15, 8 if mode == "RGBA" else 15]


def test_adobe_rgb_of_a_camera_becomes_srgb() -> None:
    """Colours that only EXIF tells are carried out too."""
    plain = saved(Image.new("RGB", (16, 16), (200, 100, 100)), "JPEG", quality=95, subsampling=0)
    image, _ = drawn(samples.after_start(samples.segment(0xE1, b"Exif\0\0" + adobe_rgb_exif()), plain))
    pixel = image.getpixel((8, 8))
    assert all(abs(found - wanted) <= 3 for found, wanted in zip(pixel, (227, 100, 100), strict=True)), pixel


def test_profile_for_other_numbers_is_left_aside() -> None:
    """A grey picture cannot be seen through a profile for red, green and blue."""
    content = saved(PICTURE.convert("L"), "PNG", icc_profile=samples.profile())
    image, _ = drawn(content)
    assert image.tobytes() == PICTURE.convert("L").tobytes()
    assert profile_of(clean_bytes(content).content or b"")


def test_profile_that_cannot_be_used_is_left_aside() -> None:
    """The engine keeps a profile without curves; no viewer can do anything with it."""
    whole = samples.profile()
    profile = samples.assemble_profile(whole[:128], [(b"wtpt", b"XYZ " + bytes(16))])
    content = saved(PICTURE, "PNG", icc_profile=profile)
    assert profile_of(clean_bytes(content).content or b"")
    assert drawn(content)[0].tobytes() == PICTURE.tobytes()


def test_deep_colours_keep_their_brightness() -> None:
    """Sixteen bits of grey become the eight that are seen."""
    deep_grey = Image.new("I;16", (4, 1))
    deep_grey.putdata([0, 0x40FF, 0x8000, 0xFFFF])
    image, _ = drawn(saved(deep_grey, "PNG"))
    assert list(image.tobytes()) == [0, 0x40, 0x80, 0xFF]


@pytest.mark.parametrize(
    ("side", "size"), [(None, (96, 64)), (48, (48, 32)), (95, (95, 63)), (96, (96, 64)), (500, (96, 64)), (1, (1, 1))]
)
def test_picture_gets_smaller_when_asked(side: int | None, size: tuple[int, int]) -> None:
    """The longest side is the one that was asked for, and nothing is made larger."""
    image, _ = drawn(STILLS["png, alpha"][0], DeepOptions(longest_side=side))
    assert image.size == size


def test_longest_side_is_at_least_one() -> None:
    """A wrong option is a fault of the caller."""
    with pytest.raises(ValueError, match="0"):
        DeepOptions(longest_side=0)


# Animations


def animation(format_: str, **options: object) -> bytes:
    """Three frames with different times, in a loop."""
    frames = [samples.picture(shade=shade) for shade in (40, 80)]
    kept = {"save_all": True, "append_images": frames, "duration": [100, 50, 70], "lossless": True}
    return saved(samples.picture(), format_, **kept, **options)


def shown_frames(content: bytes) -> list[tuple[int, bytes]]:
    """Time and look of each frame; a file says the same with a repeated frame or a longer one."""
    frames = []
    with Image.open(io.BytesIO(content)) as image:
        for number in range(1 if getattr(image, "default_image", False) else 0, image.n_frames):
            image.seek(number)
            image.load()
            frames.append((int(image.info["duration"]), look(image).tobytes()))
    return frames


@pytest.mark.parametrize("format_", ["PNG", "WEBP", "GIF"])
def test_animation_plays_as_before(format_: str) -> None:
    """Frames and times are the same; an animated WebP comes out."""
    content = animation(format_, loop=2)
    image, outcome = drawn(content)
    assert outcome.format is Format.WEBP
    assert shown_frames(outcome.content or b"") == shown_frames(content)
    assert image.info["loop"] == (3 if format_ == "GIF" else 2)
    assert "animation" in outcome.kept


@pytest.mark.parametrize(("options", "plays"), [({}, 1), ({"loop": 0}, 0), ({"loop": 1}, 2)])
def test_gif_is_played_as_often(options: dict[str, int], plays: int) -> None:
    """GIF counts repeats, WebP counts plays."""
    image, _ = drawn(animation("GIF", **options))
    assert image.info["loop"] == plays


def test_frames_without_time_stay() -> None:
    """Each frame of a GIF without times is still there."""
    frames = [samples.picture(shade=shade) for shade in (40, 80)]
    content = saved(samples.picture(), "GIF", save_all=True, append_images=frames, duration=0)
    image, _ = drawn(content)
    assert image.n_frames == 3


def test_picture_that_is_not_shown_goes() -> None:
    """A PNG can hold a picture for old readers beside its frames; only what is shown is drawn."""
    content = animation("PNG", default_image=True)
    _, outcome = drawn(content)
    assert len(shown_frames(outcome.content or b"")) == 2
    assert shown_frames(outcome.content or b"") == shown_frames(content)


@pytest.mark.parametrize("format_", ["PNG", "WEBP"])
def test_animation_is_turned_seen_and_made_smaller_like_a_picture(format_: str) -> None:
    """Orientation, profile and size hold for every frame."""
    frames = [Image.new("RGB", (24, 16), (255, shade, 0)) for shade in (0, 90)]
    content = saved(
        frames[0],
        format_,
        save_all=True,
        append_images=frames[1:],
        duration=50,
        lossless=True,
        exif=b"Exif\0\0" + samples.exif(6),
        icc_profile=swapped_profile(),
    )
    image, _ = drawn(content, DeepOptions(longest_side=12))
    assert (image.size, image.n_frames) == ((8, 12), 2)
    for number in range(2):
        image.seek(number)
        red, _, blue = image.convert("RGB").getpixel((4, 6))
        assert red < 100 < blue


def test_lossy_animation_stays_small() -> None:
    """An animated photo is coded with loss again, with a small change of its pixels."""
    frames = [PICTURE, ImageOps.mirror(PICTURE)]
    content = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=50, quality=80)
    image, outcome = drawn(content)
    assert b"VP8 " in (outcome.content or b"")
    for number, frame in enumerate(frames):
        image.seek(number)
        assert difference(image.convert("RGB"), frame) <= 2 * LOSS


# What is refused
