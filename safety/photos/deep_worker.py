"""The worker of the deep clean: decodes one picture and codes it anew, in a process of its own.

It is the only module with Pillow and pillow-heif. Colours that a file tells by numbers and not by a profile
(gAMA, cHRM and cICP of PNG, nclx of HEIF and AVIF) are taken as sRGB, which is what most of them say.

Source: Pillow handbook, "Image file formats"; ICC.1:2022 section 6.2 (rendering intents); GIF89a with the
Netscape 2.0 application block, PNG specification section 11.3.6 and RFC 9649 section 2.7.1 (loop counts).
"""

import io
import warnings
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pillow_heif
from PIL import AvifImagePlugin, Image, ImageCms, ImageOps, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

from safety.photos.formats.adobe_rgb import adobe_rgb_profile
from safety.photos.limits import (
    DEEP_MAX_ANIMATION_PIXELS,
    DEEP_MAX_BYTES,
    DEEP_MAX_FRAMES,
    DEEP_MAX_PIXELS,
    INFLATE_MAX_BYTES,
)
from safety.photos.metadata.orientation import read_adobe_rgb

# Imported so that Pillow knows these formats without importing all of its own.
PLUGINS: Final = (AvifImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin)

# The edges of coloured letters stay sharp when colours have the full resolution (4:4:4).
JPEG_OPTIONS: Final = {"quality": 90, "subsampling": "4:4:4", "optimize": True}
# Three times as fast as the standard level, and hardly larger.
PNG_OPTIONS: Final = {"compress_level": 3}
WEBP_LOSSY: Final = {"quality": 90, "method": 4}
# For lossless coding, quality means effort.
WEBP_LOSSLESS: Final = {"lossless": True, "quality": 50, "method": 2}

_JPEG_MAX_SIDE, _WEBP_MAX_SIDE = 65_500, 16_383
_ANIMATIONS: Final = ("GIF", "PNG", "WEBP")
# How each mode of Pillow is seen; what is not here has no certain look: numbers of 32 bits, CIELAB.
_MODES: Final = {
    **dict.fromkeys(("1", "L", "LA"), "L"),
    **dict.fromkeys(("P", "PA", "RGB", "RGBA", "RGBX", "YCbCr"), "RGB"),
    "CMYK": "CMYK",
}
_PREMULTIPLIED: Final = {"La": "LA", "RGBa": "RGBA"}
# Grey with 16 bits, and which byte of each pixel is the high one.
_DEEP_GREY: Final = {"I;16": 1, "I;16L": 1, "I;16B": 0}
_PROFILE_MODES: Final = {"GRAY": "L", "RGB ": "RGB", "CMYK": "CMYK"}


class _Refusal(Exception):
    """A picture that is not drawn anew; the message is the code."""


def work(content: bytes, arguments: Sequence[str]) -> bytes:
    """A line with the new format and then the new file, or a line with the code of a refusal.

    Arguments: the decoders by Pillow's names with commas between them, "lossy" or "lossless" for how the
    picture was coded, and the longest side in pixels, "0" for as it is.
    """
    decoders, coding, longest_side = arguments
    _set_up()
    try:
        format_, drawn = _redraw(content, decoders.split(","), coding == "lossy", int(longest_side))
        _refuse_if(len(drawn) > DEEP_MAX_BYTES, "too-large")
    except _Refusal as refusal:
        return f"{refusal}\n".encode()
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return b"too-large\n"
    except Exception:
        # Decoders raise almost anything for a broken file: OSError, SyntaxError, KeyError, struct.error …
        return b"damaged\n"
    return format_ + b"\n" + drawn


def _set_up() -> None:
    Image.MAX_IMAGE_PIXELS = DEEP_MAX_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    # Pillow inflates profiles within this limit; those of printers have some MiB.
    PngImagePlugin.MAX_TEXT_CHUNK = INFLATE_MAX_BYTES
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)


def _refuse_if(is_so: bool, code: str) -> None:
    if is_so:
        raise _Refusal(code)


def _redraw(content: bytes, decoders: list[str], is_lossy: bool, longest_side: int) -> tuple[bytes, bytes]:
    with Image.open(io.BytesIO(content), formats=decoders) as image:
        if getattr(image, "is_animated", False):
            return b"webp", _redraw_animation(image, is_lossy, longest_side)
        _refuse_if(max(image.size) > _JPEG_MAX_SIDE, "too-large")
        drawn = _drawn(image, longest_side)
    if is_lossy and not drawn.has_transparency_data:
        return b"jpeg", _coded(drawn, "JPEG", **JPEG_OPTIONS)
    return b"png", _coded(drawn, "PNG", **PNG_OPTIONS)


def _redraw_animation(image: Image.Image, is_lossy: bool, longest_side: int) -> bytes:
    # The pages of a TIFF are no animation.
    _refuse_if(image.format not in _ANIMATIONS, "unsupported-variant")
    frames, times = [], []
    for frame in _frames(image):
        frames.append(_drawn(frame, longest_side).convert("RGBA"))
        times.append(round(frame.info.get("duration", 0)))
    options = WEBP_LOSSY if is_lossy else WEBP_LOSSLESS
    animation = {"save_all": True, "append_images": frames[1:], "duration": times, "loop": _plays(image)}
    return _coded(frames[0], "WEBP", **animation, **options)


def _frames(image: Image.Image) -> Iterator[Image.Image]:
    """The same object, once for each frame that is shown."""
    frames = getattr(image, "n_frames", 1)
    width, height = image.size
    _refuse_if(frames > DEEP_MAX_FRAMES or max(image.size) > _WEBP_MAX_SIDE, "too-large")
    _refuse_if(width * height * frames > DEEP_MAX_ANIMATION_PIXELS, "too-large")
    # A PNG can have a picture for readers without animation, which the others never show.
    for number in range(1 if getattr(image, "default_image", False) else 0, frames):
        image.seek(number)
        image.load()
        yield image


def _plays(image: Image.Image) -> int:
    """How often the animation is played; 0 for ever. GIF says how often it is repeated, or nothing for once."""
    loop = image.info.get("loop")
    if image.format != "GIF":
        return int(loop or 0)
    return 1 if loop is None else loop and int(loop) + 1


def _drawn(image: Image.Image, longest_side: int) -> Image.Image:
    """Upright, in sRGB with eight bits, as L, RGB, LA or RGBA, and as small as asked for."""
    profile = image.info.get("icc_profile") or _profile_by_exif(image)
    upright = _eight_bits(ImageOps.exif_transpose(image))
    _refuse_if(upright.mode not in _MODES, "unsupported-variant")
    alpha = upright.convert("RGBA").getchannel("A") if upright.has_transparency_data else None
    colours = _in_srgb(upright.convert(_MODES[upright.mode]), profile)
    # What stands there would change how Pillow draws, and some of it would be written into the file.
    colours.info.clear()
    if alpha is not None and alpha.getextrema() != (255, 255):
        colours.putalpha(alpha)
    return _smaller(colours, longest_side)


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode not in _DEEP_GREY:
        return image.convert(_PREMULTIPLIED.get(image.mode, image.mode))
    # Pillow cannot carry a see-through grey of 16 bits over.
    _refuse_if("transparency" in image.info, "unsupported-variant")
    grey = Image.frombytes("L", image.size, image.tobytes()[_DEEP_GREY[image.mode] :: 2])
    grey.info = image.info
    return grey


def _profile_by_exif(image: Image.Image) -> bytes:
    # Only in a JPEG does the engine leave what a camera writes there that was set to Adobe RGB.
    block = image.info.get("exif") if image.format == "JPEG" else None
    return adobe_rgb_profile() if block and read_adobe_rgb(block.removeprefix(b"Exif\0\0")) else b""


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        seen = _through(profile, image) if profile else None
    except (OSError, ImageCms.PyCMSError):
        seen = None
    if seen is not None:
        return seen
    # Without a profile, or with one that cannot be used, viewers show the numbers as sRGB too.
    return image.convert("RGB") if image.mode == "CMYK" else image


def _through(profile: bytes, image: Image.Image) -> Image.Image | None:
    """The picture as sRGB; None when the profile is for other numbers. Raises: OSError, PyCMSError."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if _PROFILE_MODES.get(source.profile.xcolor_space) != image.mode:
        return None
    target = ImageCms.createProfile("sRGB")
    intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    return ImageCms.profileToProfile(image, source, target, intent, outputMode="RGB", flags=flags)


def _smaller(image: Image.Image, longest_side: int) -> Image.Image:
    longest = max(image.size)
    if not 0 < longest_side < longest:
        return image
    width, height = (max(1, (side * longest_side + longest // 2) // longest) for side in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _coded(image: Image.Image, format_: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()
