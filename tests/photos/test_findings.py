"""Findings say each thing once, the worst first, in text that cannot hurt a screen."""

import pytest

from safety.photos.findings import SEVERITIES, Place, arrange, grouped, make_finding, printable


def test_severities_are_those_of_the_design() -> None:
    """The table of section 12, by severity."""
    by_severity: dict[int, set[str]] = {}
    for code, severity in SEVERITIES.items():
        by_severity.setdefault(severity, set()).add(code)
    assert by_severity[4] == {
        "location", "location-track", "attached-video", "leftover-data", "thumbnail", "original-picture",
        "extra-picture",
    }  # fmt: skip
    assert by_severity[3] == {
        "person",
        "serial",
        "contact",
        "web-link",
        "maker-notes",
        "live-link",
        "provenance",
        "ai-prompt",
    }
    assert by_severity[0] == {"damaged-end"}


def test_worst_comes_first_then_the_order_of_the_file() -> None:
    """Severity decides, the offset after it."""
    found = [
        make_finding("time", Place("Exif", 5), 1),
        make_finding("device", Place("Exif", 2), 1),
        make_finding("location", Place("Exif", 9), 1),
    ]
    assert [finding.code for finding in arrange(found)] == ["location", "device", "time"]


def test_the_same_sentence_is_said_once() -> None:
    """Two blocks with the same value are one finding; two parts without values are two."""
    same = [
        make_finding("person", Place("Exif", 1), 1, values="Anna"),
        make_finding("person", Place("XMP", 9), 1, values="Anna"),
    ]
    other = [make_finding("thumbnail", Place("Exif", 1), 5), make_finding("thumbnail", Place("JFIF", 9), 5)]
    assert len(arrange(same)) == 1
    assert len(arrange(other)) == 2
    pictures = [make_finding("extra-picture", Place("tail", at), 9, w="4", h="3") for at in (1, 9)]
    assert len(arrange(pictures)) == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred\x1b[0m\n\tline", "[31mred [0m line"),
        ("abc\u202etxt.exe", "abc txt.exe"),
        ("\ud800 lone", "lone"),
        ("x" * 5_000, "x" * 200),
        ("\0\0", ""),
    ],
)
def test_values_are_printable_and_short(text: str, shown: str) -> None:
    """No control character, direction mark or lone surrogate, and at most 200 characters."""
    assert printable(text) == shown


def test_empty_values_are_left_out() -> None:
    """A sentence with an empty hole is never chosen."""
    assert make_finding("device", Place("Exif", 1), 1, make="", model="Snap").values == (("model", "Snap"),)


def test_findings_of_one_kind_stand_together() -> None:
    """A photo with three dates gives one entry with three lines, where the first of them stood."""
    place = Place("Exif", 0)
    first, where, second = (
        make_finding("time", place, 1, value="2020"),
        make_finding("location", place, 1, name="Here"),
        make_finding("time", place, 1, value="2021"),
    )
    assert grouped([first, where, second]) == ((first, second), (where,))
