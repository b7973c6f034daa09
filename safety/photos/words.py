"""The sentences for codes, in plain English, with names in braces for the values.

It does not translate: the site passes a template through gettext when it shows it, and only then puts the
values in. Values come from files and are text, never part of a template.

Source: design document metadata.md, sections 12 and 13; tone after facts/style.md.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from safety.photos.findings import Finding


def _(text: str) -> str:
    """The text itself; the name marks it, so that it is found for translation."""
    return text


class Sentence(NamedTuple):
    """A template, its values and its phrases, kept apart until the moment of showing.

    Values are text from a file or numbers; phrases are words of ours that have to be translated too.
    """

    template: str
    values: Mapping[str, str] = MappingProxyType({})
    phrases: Mapping[str, str] = MappingProxyType({})

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The sentence, with template and phrases passed through `translate` first."""
        phrases = {name: translate(phrase) for name, phrase in self.phrases.items()}
        return translate(self.template).format(**self.values, **phrases)


# For each code the fullest sentence first; the first one whose values are all known is used.
FINDINGS: Final[dict[str, tuple[str, ...]]] = {
    "location": (
        _("It says where it was taken: {lat}, {lon}. That is about {km} km from {near}."),
        _("It says where it was taken: {lat}, {lon}. That is near {near}."),
        _("It says where it was taken: {lat}, {lon}."),
        _("It names a place: {name}."),
        _("It says something about where it was taken."),
    ),
    "location-track": (_("A hidden track records where the camera moved, second by second."),),
    "attached-video": (
        _("A hidden video is attached to this photo. It lasts about {n} seconds and may have sound ({size})."),
        _("A hidden video is attached to this photo. It may have sound ({size})."),
    ),
    "leftover-data": (
        _("{size} of an older picture follow this one, up to its old end ({end}). They can show what was cut off."),
        _("{size} of hidden data follows the picture. It can contain what was cropped away."),
    ),
    "thumbnail": (_("A small copy of the picture is inside. It can show the photo before it was cropped or covered."),),
    "original-picture": (_("An earlier form of the picture is hidden inside."),),
    "extra-picture": (
        _("Another picture is hidden inside ({w} by {h} pixels)."),
        _("Another picture is hidden inside ({size})."),
    ),
    "person": (_("Names: {values} (owner, author or people in the picture)."), _("Names of people.")),
    "serial": (
        _("Serial numbers or unique IDs that link your photos to each other: {values}."),
        _("Serial numbers or unique IDs that link your photos to each other."),
    ),
    "contact": (_("An e-mail address or a phone number: {values}."), _("An e-mail address or a phone number.")),
    "web-link": (_("A web address: {values}."), _("A web address.")),
    "maker-notes": (
        _("{size} of private notes by {maker}. They can hold serial numbers and faces."),
        _("{size} of private notes by the camera's maker. They can hold serial numbers and faces."),
    ),
    "live-link": (_("An ID that links this file to its Live Photo."),),
    "provenance": (
        _("A signed history of the picture (Content Credentials) by {generator}. It can name the account and edits."),
        _("A signed history of the picture (Content Credentials). It can name the maker, the account, edits."),
    ),
    "ai-prompt": (
        _("The text used to make this picture with AI: {value}"),
        _("The text used to make this picture with AI."),
    ),
    "time": (_("When: {value}."), _("A date and time.")),
    "device": (
        _("Taken with {make} {model}."),
        _("Taken with {model}."),
        _("Taken with a device by {make}."),
        _("The lens: {lens}."),
        _("The device: {host}."),
        _("The device it was taken with."),
    ),
    "software": (
        _("Edited or saved with: {value}."),
        _("A list of what was done to the picture: {history}."),
        _("The app it was edited with."),
    ),
    "description": (_("Text: {value}"), _("A text about the picture.")),
    "keywords": (_("Keywords: {value}"), _("Keywords.")),
    "comment": (_("A comment: {value}"), _("A comment.")),
    "caption": (_("A caption: {value}"), _("A caption.")),
    "depth-layer": (_("A depth map: how far away things were."),),
    "matte-layer": (_("A cut-out of the people in the picture."),),
    "hdr-layer": (_("A brightness layer for HDR screens. Without it the photo looks the same on other screens."),),
    "vendor-data": (
        _("Data that the camera or an app left there ({fourcc}, {size})."),
        _("Data of an app ({size})."),
    ),
    "unknown-part": (_("Data of an unknown kind ({fourcc}, {size})."), _("Data of an unknown kind ({size}).")),
    "hidden-bytes": (_("{size} that nothing uses."),),
    "colour-profile": (
        _("The colour profile was made for one device: {maker} {model}, number {serial}. The colours are kept."),
        _("The colour profile has a name, {name}, and details such as a date. The colours are kept."),
        _("Details of the colour profile, such as its maker and date. The colours are kept."),
    ),
    "colour-profile-custom": (
        _("The colours belong to one display or printer. They are kept, so that the photo looks the same."),
    ),
    "colour-profile-damaged": (_("A colour profile that cannot be read. The colours may look a little different."),),
    "language": (
        _("The file is marked with a language: {value}."),
        _("The file is marked with a language."),
    ),
    "encoder": (
        _("The name of the software that coded it: {value}."),
        _("The name of the software that coded it."),
    ),
    "damaged-end": (_("The file ends early. It is kept as it is."),),
}

ERRORS: Final = {
    "empty": _("This file is empty."),
    "not-recognised": _("This is not a photo or video we know."),
    "unsupported-format": _("We cannot clean {format} files. {advice}"),
    "unsupported-variant": _("This file uses a rare form of {format} that we cannot clean safely."),
    "damaged": _("This file is damaged ({detail}). We do not give back a file that we cannot vouch for."),
    "too-large": _("This file is larger than {size}."),
    "too-many-parts": _("This file is built in an unusual way, and we cannot be sure to clean all of it."),
    "too-deep": _("This file is built in an unusual way, and we cannot be sure to clean all of it."),
    "changed-while-reading": _("The file changed while we read it. Please try again."),
    "internal-check-failed": _("Our check of the result failed. Nothing was written; your file is unchanged."),
}

# The deep clean decodes the picture, and stumbles over other things than the cleaning does.
DEEP_ERRORS: Final = {
    "unsupported-format": _("We cannot deep clean {format} files. The normal cleaning works for them."),
    "unsupported-variant": _("We cannot deep clean this kind of {format} file. The normal cleaning works for it."),
    "too-large": _("This picture is too large for a deep clean. The normal cleaning works for it."),
    "damaged": _("We could not read the picture itself. It may be damaged. The normal cleaning works for it."),
}

DETAILS: Final = {
    "size": _("a size in it is wrong"),
    "order": _("its parts are in the wrong order"),
    "no-picture": _("the picture itself is missing"),
}

FORMATS: Final = {
    "jpeg": _("JPEG"),
    "png": _("PNG"),
    "webp": _("WebP"),
    "gif": _("GIF"),
    "tiff": _("TIFF"),
    "heic": _("HEIC"),
    "avif": _("AVIF"),
    "heif": _("HEIF"),
    "mp4": _("MP4 video"),
    "m4v": _("M4V video"),
    "quicktime": _("QuickTime video"),
    "3gp": _("3GP video"),
    "3g2": _("3G2 video"),
    "other-video": _("MKV, WebM or AVI video"),
    "jpeg-xl": _("JPEG XL"),
    "bmp": _("BMP"),
    "raw": _("camera raw"),
    "pdf": _("PDF"),
    "svg": _("SVG"),
    "office": _("document"),
}

EXPORT_ADVICE: Final = _("A JPEG, PNG or WebP of it can be cleaned.")
ADVICE: Final = {
    "other-video": _("An MP4 of it can be cleaned."),
    "pdf": _("It can hold text, older versions and other pictures."),
    "svg": _("It is text with instructions, not a photo."),
    "office": _("It is not a picture."),
}

KEPT: Final = {
    "orientation": _("Which way up the picture is (1 number)."),
    "colours": _("What the colours look like."),
    "animation": _("The timing of the animation."),
    "transparency": _("Which parts are see-through."),
    "print-size": _("How large it prints."),
    "subtitles": _("The subtitles, word for word."),
}

# What no such tool can take out; shown beside every result.
UNSEEN: Final = (
    _("What it shows, and what is heard in a video: faces, voices, places, things."),
    _("The fine noise that every camera leaves in its pictures."),
    _("Invisible watermarks."),
    _("The name your file had."),
    _("The copy in your gallery."),
)

NAMES: Final = {
    "date": _("The file keeps its name, which tells a date: {value}."),
    "app": _("The file keeps its name, which tells the app it came through."),
    "screenshot": _("The file keeps its name, which tells that it is a screenshot."),
    "camera": _("The file keeps its name, which a camera or phone gave it."),
}

ENDINGS: Final = {
    "cleaned": _("Cleaned. The same picture, and we checked it again."),
    "already-clean": _("Already clean. There was nothing to take out."),
    "refused": _("Not cleaned."),
    "failed": _("Not cleaned."),
}


def finding_sentence(finding: Finding) -> Sentence:
    """The sentence for a finding."""
    values = {**dict(finding.values), "size": readable_size(finding.bytes)}
    templates = FINDINGS[finding.code]
    fitting = (template for template in templates if _is_filled(template, values))
    return Sentence(next(fitting, templates[-1]), values)


def error_sentence(code: str, values: tuple[tuple[str, str], ...] = ()) -> Sentence:
    """The sentence for an error code with the values of its `CleanError`."""
    given = dict(values)
    template = DEEP_ERRORS[code] if given.get("task") == "deep" else ERRORS[code]
    format_ = given.get("format", "")
    phrases = {
        "format": FORMATS.get(format_, format_),
        "advice": ADVICE.get(format_, EXPORT_ADVICE),
        "detail": DETAILS.get(given.get("detail", ""), DETAILS["size"]),
    }
    return Sentence(template, {"size": readable_size(int(given.get("bytes", "0")))}, phrases)


def readable_size(size: int) -> str:
    """A number of bytes as people read it: "340 bytes", "12 KB", "3.4 MB"."""
    if size < 1_000:
        return f"{size} byte" if size == 1 else f"{size} bytes"
    if size < 1_000_000:
        return f"{size // 1_000} KB"
    tenths = size // 100_000
    return f"{tenths // 10}.{tenths % 10} MB" if tenths < 10_000 else f"{tenths // 10_000} GB"


def _is_filled(template: str, values: Mapping[str, str]) -> bool:
    pieces = (piece.partition("}")[0] for piece in template.split("{")[1:])
    return all(values.get(name) for name in pieces)
