"""Every code has its words, and values never become part of a template."""

import string

import pytest

from safety.photos import words
from safety.photos.errors import ERROR_STATUS
from safety.photos.findings import SEVERITIES, Place, make_finding
from safety.photos.names import _MAKERS
from safety.photos.outcome import Ending
from safety.photos.recognise import Format

TEMPLATES = [
    *(template for templates in words.FINDINGS.values() for template in templates),
    *words.ERRORS.values(),
    *words.DEEP_ERRORS.values(),
    *words.KEPT.values(),
    *words.NAMES.values(),
    *words.ADVICE.values(),
    *words.ENDINGS.values(),
    *words.UNSEEN,
]


def test_every_code_has_words() -> None:
    """No page meets a code without a sentence."""
    assert set(words.FINDINGS) == set(SEVERITIES)
    assert set(words.ERRORS) == set(ERROR_STATUS)
    assert set(words.FORMATS) == {format_.value for format_ in Format}
    assert set(words.ENDINGS) == {ending.value for ending in Ending}
    assert {kind for kind, _ in _MAKERS} | {"date"} == set(words.NAMES)


def test_every_finding_can_be_said_without_values() -> None:
    """The last sentence of each code needs nothing but the size."""
    for code in SEVERITIES:
        text = words.finding_sentence(make_finding(code, Place("x", 0), 3)).text()
        assert "{" not in text


def test_fullest_sentence_is_used() -> None:
    """Values decide which sentence fits."""
    place = Place("Exif", 0)
    assert words.finding_sentence(make_finding("location", place, 1, lat="1.00000", lon="2.00000")).text() == (
        "It says where it was taken: 1.00000, 2.00000."
    )
    assert words.finding_sentence(make_finding("location", place, 1, name="Paris")).text() == "It names a place: Paris."
    assert words.finding_sentence(make_finding("device", place, 1, model="Snap")).text() == "Taken with Snap."
    assert (
        words.finding_sentence(make_finding("encoder", place, 1, value="Lavf 60")).text()
        == "The name of the software that coded it: Lavf 60."
    )


def test_values_are_never_templates() -> None:
    """Braces in a file stay braces."""
    finding = make_finding("comment", Place("comment", 0), 1, value="{size.__class__} {0}")
    assert words.finding_sentence(finding).text() == "A comment: {size.__class__} {0}"


def test_template_and_phrases_are_translated_and_values_are_not() -> None:
    """The seam for gettext: it sees our words only."""
    seen: list[str] = []

    def translate(text: str) -> str:
        seen.append(text)
        return text.upper()

    finding = make_finding("comment", Place("comment", 0), 1, value="secret")
    assert words.finding_sentence(finding).text(lambda text: f"[{text}]") == "[A comment: secret]"
    assert words.error_sentence("damaged", (("detail", "order"),)).phrases["detail"] == words.DETAILS["order"]
    with pytest.raises(KeyError):
        words.finding_sentence(finding).text(translate)
    assert seen == ["A comment: {value}"]


@pytest.mark.parametrize("code", ERROR_STATUS)
def test_every_error_can_be_said(code: str) -> None:
    """With and without values."""
    assert "{" not in words.error_sentence(code).text()
    assert "{" not in words.error_sentence(code, (("bytes", "33554432"), ("detail", "size"), ("format", "heif"))).text()


def test_refusal_has_advice() -> None:
    """A known format says what to do instead."""
    assert words.error_sentence("unsupported-format", (("format", "other-video"),)).text() == (
        "We cannot clean MKV, WebM or AVI video files. An MP4 of it can be cleaned."
    )
    assert "JPEG" in words.error_sentence("unsupported-format", (("format", "raw"),)).text()


@pytest.mark.parametrize("code", words.DEEP_ERRORS)
def test_deep_clean_has_its_own_words(code: str) -> None:
    """They point to the cleaning that works, and no braces stay."""
    text = words.error_sentence(code, (("format", "mp4"), ("task", "deep"))).text()
    assert "normal cleaning works" in text
    assert "{" not in text
    assert text != words.error_sentence(code, (("format", "mp4"),)).text()


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1_000, "1 KB"),
        (999_999, "999 KB"),
        (1_000_000, "1.0 MB"),
        (3_450_000, "3.4 MB"),
        (2_500_000_000, "2 GB"),
    ],
)
def test_sizes_are_readable(size: int, shown: str) -> None:
    """In whole numbers, rounded down."""
    assert words.readable_size(size) == shown


@pytest.mark.parametrize("template", TEMPLATES)
def test_words_are_calm_and_short(template: str) -> None:
    """Short sentences, no blame, no alarm, no jargon."""
    for forbidden in ("!", "must", "should", "danger", "metadata", "EXIF", "your fault"):
        assert forbidden not in template
    for sentence in template.replace("? ", ". ").split(". "):
        assert len(sentence.split()) <= 20


def test_templates_use_known_names_only() -> None:
    """A misspelt name would fail in front of a visitor."""
    known = {
        "lat",
        "lon",
        "name",
        "n",
        "size",
        "w",
        "h",
        "values",
        "value",
        "maker",
        "make",
        "model",
        "lens",
        "host",
        "fourcc",
        "near",
        "km",
        "end",
        "generator",
        "history",
        "serial",
    }
    known |= {"format", "advice", "detail"}
    for template in TEMPLATES:
        assert {name for _, name, _, _ in string.Formatter().parse(template) if name} <= known
