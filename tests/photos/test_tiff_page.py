"""One page: which tags stay, and how many of their values."""

import pytest

from safety.photos import clean_bytes
from tests.photos import samples
from tests.photos.endings import cleaned, codes
from tests.photos.tiff_samples import (
    BYTE,
    DOUBLE,
    LONG,
    RATIONAL,
    SHORT,
    TEXT,
    UNDEFINED,
    Entries,
    Sized,
    Value,
    Writer,
    entries_of,
    page,
    saved,
    tiff,
)

NUMBERS = Writer()


KEPT: Entries = {
    254: (LONG, NUMBERS.longs(2)),
    266: (SHORT, NUMBERS.shorts(1)),
    274: (SHORT, NUMBERS.shorts(3)),
    282: (RATIONAL, NUMBERS.longs(300, 1)),
    283: (RATIONAL, NUMBERS.longs(300, 1)),
    284: (SHORT, NUMBERS.shorts(1)),
    296: (SHORT, NUMBERS.shorts(2)),
    297: (SHORT, NUMBERS.shorts(3, 10)),
    318: (RATIONAL, NUMBERS.longs(3, 10, 3, 10)),
    319: (RATIONAL, NUMBERS.longs(*range(1, 13))),
    339: (SHORT, NUMBERS.shorts(1, 1, 1)),
    340: (DOUBLE, bytes(24)),
}


@pytest.mark.parametrize("tag", KEPT)
def test_tag_stays(tag: int) -> None:
    """With all its values."""
    file = tiff(page({tag: KEPT[tag]}))
    assert cleaned(file) == file


@pytest.mark.parametrize(
    ("tag", "kind", "value"),
    [
        (282, TEXT, b"300 dots"),
        (297, TEXT, b"Anna"),
        (301, SHORT, Sized(3, b"\xff\xff\xff\x7f")),
        (320, SHORT, NUMBERS.shorts(*range(768))),
        (347, UNDEFINED, b"tables"),
        (512, SHORT, NUMBERS.shorts(1)),
        (34675, UNDEFINED, b"profile of nothing"),
        (34675, UNDEFINED, b"prof"),
        (516, SHORT, NUMBERS.shorts(1)),
    ],
)
def test_tag_that_shows_nothing_goes(tag: int, kind: int, value: Value) -> None:
    """Of a wrong type, outside the file, of another coding, unreadable; the picture does not need it."""
    outcome = clean_bytes(tiff(page({tag: (kind, value)})))
    assert outcome.content is not None
    assert entries_of(outcome.content) == entries_of(cleaned(outcome.content))
    assert tag not in entries_of(outcome.content)
    assert codes(outcome)


def test_values_behind_the_last_one_go() -> None:
    """What is left fits into the entry or stays at its place."""
    file = tiff(page({530: (SHORT, NUMBERS.shorts(1, 1, 5, 6)), 258: (SHORT, NUMBERS.shorts(8, 8, 8, 9, 9))}))
    outcome = clean_bytes(file)
    assert outcome.content is not None
    found = entries_of(outcome.content)
    assert found[530] == (SHORT, 2, NUMBERS.shorts(1, 1))
    assert found[258][:2] == (SHORT, 3)
    assert found[258][2] == entries_of(file)[258][2]
    assert NUMBERS.shorts(9, 9) not in outcome.content
    assert codes(outcome) == ["hidden-bytes"]


def test_padding_of_an_entry_becomes_zero() -> None:
    """Two bytes behind each small number are room for a name."""
    file = tiff(page()).replace(NUMBERS.shorts(256, 3, 1, 0, 24, 0), NUMBERS.shorts(256, 3, 1, 0, 24) + b"An")
    outcome = clean_bytes(file)
    assert outcome.content == tiff(page())
    assert [(finding.code, finding.bytes) for finding in outcome.findings] == [("hidden-bytes", 2)]


def test_second_value_of_a_small_tag_goes() -> None:
    """Inside the entry as well."""
    outcome = clean_bytes(tiff(page({259: (SHORT, NUMBERS.shorts(1, 7))})))
    assert outcome.content is not None
    assert entries_of(outcome.content)[259] == (SHORT, 1, NUMBERS.shorts(1, 0))
    assert codes(outcome) == ["hidden-bytes"]


def test_palette_stays_with_a_palette() -> None:
    """As many colours as a pixel can name."""
    file = saved("P")
    assert cleaned(file) == file
    more = saved("P", tiffinfo={270: "Anna"})
    assert 320 in entries_of(cleaned(more))


def test_profile_of_many_pages_has_one_budget() -> None:
    """A page whose profile is not read any more loses it; this takes no memory."""
    profile = samples.profile()
    large = profile + bytes(15 * 1024 * 1024)
    other = samples.profile(b"other")
    first = tiff(page({34675: (UNDEFINED, large)}), page({34675: (BYTE, other)}), page({34675: (UNDEFINED, large)}))
    assert codes(clean_bytes(first)) == ["colour-profile", "colour-profile", "colour-profile-damaged"]


def test_profile_of_one_display_is_said() -> None:
    """It stays, with its curves, and people are told."""
    tables = samples.assemble_profile(samples.profile()[:128], [(b"A2B0", b"mft2" + bytes(60))])
    assert codes(clean_bytes(tiff(page({34675: (UNDEFINED, tables)})))) == ["colour-profile", "colour-profile-custom"]
