"""The deep clean, for those who ask for it: the picture is cleaned, decoded, and coded anew from its pixels.

It also takes out what hides inside coded picture data, where the ordinary cleaning does not look: bytes
behind the last block of a scan, messages of a video coder, the settings that tell which app saved it. The
price is a little quality. It does not take out what the pixels show or carry: the noise of the sensor, and
watermarks or hidden messages made to outlive it; a smaller picture only weakens those.

What was coded with loss becomes a JPEG (quality 90, colours at full resolution). All else, and whatever has
see-through parts, becomes a PNG. An animation becomes an animated WebP. Colours become those of sRGB, with
eight bits each.

Source: codebase.md, "Uploads" (cap bytes, pixels and formats before decoding); RFC 9649 section 2 (WebP).
"""

from dataclasses import dataclass
from typing import Final

from safety.photos.base_media.boxes import BoxReader
from safety.photos.errors import CleanError
from safety.photos.guarded import run_guarded
from safety.photos.limits import DEEP_MAX_BYTES, DEEP_MEMORY_BYTES, DEEP_SECONDS, SERVER_MAX_BYTES
from safety.photos.outcome import Ending, Outcome, clean_bytes, refused
from safety.photos.recognise import Format
from safety.photos.source import BytesSource

# The decoder is told, never guessed. A file that says only HEIF can hold the coding of HEIC or of AVIF.
DECODERS: Final = {
    Format.JPEG: "JPEG",
    Format.PNG: "PNG",
    Format.WEBP: "WEBP",
    Format.GIF: "GIF",
    Format.TIFF: "TIFF",
    Format.BMP: "BMP",
    Format.HEIC: "HEIF",
    Format.AVIF: "AVIF",
    Format.HEIF: "HEIF,AVIF",
}
_IN_BOXES: Final = (Format.HEIC, Format.AVIF, Format.HEIF)
_WORKER: Final = "safety.photos.deep_worker"
_HEAD_MAX_BYTES: Final = 32
_REFUSALS: Final = (b"damaged", b"too-large", b"unsupported-variant")


@dataclass(frozen=True)
class DeepOptions:
    """What the visitor may choose. `longest_side`, in pixels, makes larger pictures smaller; None leaves them."""

    longest_side: int | None = None

    def __post_init__(self) -> None:
        if self.longest_side is not None and self.longest_side < 1:
            raise ValueError(self.longest_side)


def deep_clean_bytes(content: bytes, options: DeepOptions | None = None, max_bytes: int = SERVER_MAX_BYTES) -> Outcome:
    """The picture coded anew, checked, or the reason why there is none; it never raises for a file's content.

    `findings` are about the file as it came, `format` and `kept` about the new one. What the ordinary
    cleaning refuses is refused alike. Further refusals: unsupported-format for videos and JPEG XL;
    unsupported-variant for films and several pages; too-large for pixels; damaged when the picture cannot be
    decoded within the limits. Raises: RuntimeError, when the decoders are not installed.
    """
    # Cleaned first, so that the decoders never meet what the engine takes out.
    cleaned = clean_bytes(content, max_bytes)
    if cleaned.content is None or cleaned.format is None:
        return cleaned
    try:
        format_, drawn = _redraw(cleaned.content, cleaned.format, options or DeepOptions())
        checked = clean_bytes(drawn, DEEP_MAX_BYTES)
        if checked.format != format_:
            raise CleanError("internal-check-failed")
    except CleanError as error:
        return refused(error)
    return checked._replace(kind=Ending.CLEANED, findings=cleaned.findings)


def _redraw(content: bytes, format_: Format, options: DeepOptions) -> tuple[Format, bytes]:
    """The new file and its format. Raises: CleanError."""
    if format_ not in DECODERS:
        raise _refusal("unsupported-format", format_)
    if format_ in _IN_BOXES and _holds_film(content):
        raise _refusal("unsupported-variant", format_)
    arguments = (DECODERS[format_], _coding(content, format_), str(options.longest_side or 0))
    limit = _HEAD_MAX_BYTES + DEEP_MAX_BYTES
    answer = run_guarded(_WORKER, content, DEEP_SECONDS, DEEP_MEMORY_BYTES, limit, arguments)
    word, _, drawn = (answer or b"damaged\n").partition(b"\n")
    if word in _REFUSALS:
        raise _refusal(word.decode(), format_)
    formats = {made.value.encode(): made for made in (Format.JPEG, Format.PNG, Format.WEBP)}
    if word not in formats:
        raise CleanError("internal-check-failed")
    return formats[word], drawn


def _refusal(code: str, format_: Format) -> CleanError:
    return CleanError(code, format=format_.value, task="deep")


def _coding(content: bytes, format_: Format) -> str:
    """How the picture is coded, "lossy" or "lossless"; TIFF counts as lossless, as it mostly is."""
    if format_ is Format.WEBP:
        return "lossy" if _first_coding(content) == b"VP8 " else "lossless"
    return "lossless" if format_ in (Format.PNG, Format.GIF, Format.TIFF, Format.BMP) else "lossy"


def _first_coding(content: bytes) -> bytes:
    """The type of the first chunk with a coded picture in a clean WebP."""
    at = 12
    while at + 8 <= len(content):
        kind = content[at : at + 4]
        if kind in (b"VP8 ", b"VP8L"):
            return kind
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        # A frame begins with 16 bytes of its own; the chunks inside it come behind.
        at += 8 + (16 if kind == b"ANMF" else size + size % 2)
    return b""


def _holds_film(content: bytes) -> bool:
    """True for a sequence of pictures, of which the decoders would show the first one only."""
    return any(box.kind == b"moov" for box in BoxReader(BytesSource(content)).top_level())
