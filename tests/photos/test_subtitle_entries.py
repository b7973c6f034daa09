"""What stays in the descriptions of subtitles, and what does not."""

import pytest

from safety.photos import Ending, Options, Outcome, clean_bytes
from tests.photos.samples import SECRET, box
from tests.photos.subtitle_samples import (
    FONTS,
    HEAD,
    NAMESPACE,
    description,
    pictures,
    quicktime_text,
    subtitled,
    timed_text,
    web_text,
    xml_text,
)

NOTE = box(b"zzZz", SECRET)
KEPT_BLOCKS = b"\n\nREGION\nid:one\n\nSTYLE \r\n::cue { color: red }\r\n"


def cleaned(entry: bytes, handler: bytes = b"sbtl") -> Outcome:
    """The ending for a film whose subtitles have this description, which has to be a clean file."""
    options = Options(keeps_subtitles=True)
    outcome = clean_bytes(subtitled(handler, entry, b"\0\5Hello"), options=options)
    assert outcome.content is not None, outcome.refusal
    assert "subtitles" in outcome.kept
    assert clean_bytes(outcome.content, options=options).kind is Ending.ALREADY_CLEAN
    return outcome


PLACES = {
    "reserved": description(b"wvtt", reserved=SECRET[:6]),
    "box in tx3g": timed_text(FONTS, NOTE),
    "behind fonts": timed_text(box(b"ftab", FONTS[8:] + SECRET)),
    "bytes behind boxes": timed_text(FONTS, SECRET[:7]),
    "rate behind its end": web_text(box(b"btrt", bytes(12) + SECRET)),
    "box in text": timed_text(FONTS, NOTE, kind=b"text"),
    "reserved in text": quicktime_text(reserved=SECRET[:8]),
    "more reserved in text": quicktime_text(more_reserved=SECRET[:3]),
    "behind the name of a font": quicktime_text(b"\5Arial" + SECRET),
    "box in wvtt": web_text(NOTE),
    "source of wvtt": web_text(box(b"vlab", SECRET)),
    "title of wvtt": web_text(head=b"WEBVTT " + SECRET + b"\n\n"),
    "header of wvtt": web_text(head=b"WEBVTT\nAuthor: " + SECRET + b"\n\n"),
    "note in wvtt": web_text(head=b"WEBVTT\n\nNOTE\n" + SECRET + b"\n\n" + HEAD[8:]),
    "style that is none": web_text(head=b"WEBVTT\n\nAnna\nSTYLE\n" + SECRET),
    "head that is no WebVTT": web_text(head=SECRET),
    "box in stpp": xml_text(NOTE),
    "type of stpp": xml_text(box(b"mime", bytes(4) + SECRET)),
    "namespace": xml_text(namespace=NAMESPACE + b" " + SECRET),
    "schema": xml_text(schema=b"https://" + SECRET),
    "types": xml_text(types=b"image/png " + SECRET),
    "box in mp4s": pictures(NOTE),
    "box in c608": description(b"c608", NOTE),
    "bytes in c708": description(b"c708", SECRET[:7]),
}


@pytest.mark.parametrize("name", PLACES)
def test_no_secret_stays(name: str) -> None:
    """It is told as well, and cleaning the clean file again changes nothing."""
    entry = PLACES[name]
    start = SECRET[:3] if name == "more reserved in text" else SECRET[:6]
    assert start in entry
    outcome = cleaned(entry, b"clcp" if entry[4:5] == b"c" else b"text")
    assert outcome.content is not None
    assert start not in outcome.content
    assert {"hidden-bytes", "vendor-data", "unknown-part"} & {finding.code for finding in outcome.findings}


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        (HEAD, HEAD),
        (b"WEBVTT", b"WEBVTT"),
        (b"WEBVTT - Anna" + KEPT_BLOCKS, b"WEBVTT" + b"\n" * 7 + KEPT_BLOCKS),
        (b"WEBVTT\n\nNOTE Anna\n\nSTYLE\nb\n\nAnna\n", b"WEBVTT\n\n" + b"\n" * 11 + b"STYLE\nb\n" + b"\n" * 6),
    ],
)
def test_styles_of_web_texts_stay(head: bytes, kept: bytes) -> None:
    """And regions; other blocks become empty lines, so that nothing moves."""
    assert box(b"vttC", kept) in (cleaned(web_text(head=head), b"text").content or b"")


def test_words_of_xml_that_say_how_to_read_it_stay() -> None:
    """Spaces take the place of others, between which there were spaces already."""
    old = xml_text(namespace=NAMESPACE + b" urn:anna", schema=b"a b", types=b"image/anna image/png")
    new = xml_text(namespace=NAMESPACE + b" " * 9, schema=b"   ", types=b" " * 11 + b"image/png")
    assert new in (cleaned(old, b"subt").content or b"")


def test_font_without_room_ends_with_its_entry() -> None:
    """A name that says to be longer; and one that is not there."""
    for font in (b"\xffArial", b""):
        assert quicktime_text(font) in (cleaned(quicktime_text(font), b"text").content or b"")


@pytest.mark.parametrize(
    "entry",
    [
        description(b"tx3g", bytes(20)),
        description(b"text", bytes(40)),
        timed_text(box(b"ftab", b"\0\2\0\1\5Arial")),
        timed_text(box(b"ftab", b"\0")),
        description(b"stpp", NAMESPACE),
        description(b"stpp", NAMESPACE + b"\0\0"),
        description(b"stpp", NAMESPACE + b"\0\0image/png"),
        xml_text(schema=b"a" * 5000),
        pictures()[:-1],
        timed_text(b"\0\0\0\x20ftab"),
    ],
)
def test_description_that_is_cut_is_damaged(entry: bytes) -> None:
    """What somebody wants to keep has to be whole."""
    entry = len(entry).to_bytes(4, "big") + entry[4:]
    file = subtitled(b"sbtl", entry, b"\0\5Hello")
    assert clean_bytes(file, options=Options(keeps_subtitles=True)).error_code == "damaged"


def test_too_large_a_box_goes() -> None:
    """It is not read."""
    large = web_text(head=HEAD + b"\n" * 2**20)
    assert b"WEBVTT" not in (cleaned(large, b"text").content or b"")
