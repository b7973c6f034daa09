"""What a finding carries is given out only when it is what it says it is."""

import pytest

from safety.photos import inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.findings import Place, make_finding
from safety.photos.source import BytesSource
from tests.photos import samples
from tests.photos.places import HIDING_PLACES

PICTURE = samples.jpeg()
FINDING = make_finding("thumbnail", Place("Exif", 0), 9)


def test_bytes_are_put_together() -> None:
    """A picture in two pieces is one picture again."""
    file = b"ab" + PICTURE[:50] + b"--" + PICTURE[50:]
    finding = FINDING.showing("image/jpeg", (2, 50), (54, len(PICTURE) - 50))
    assert embedded_bytes(finding, BytesSource(file), 10_000) == PICTURE


@pytest.mark.parametrize(
    ("media_type", "start"),
    [
        ("image/jpeg", PICTURE),
        ("image/png", samples.png()),
        ("image/webp", samples.webp()),
        ("video/mp4", samples.movie()),
    ],
)
def test_kinds_are_known_by_their_first_bytes(media_type: str, start: bytes) -> None:
    """Each kind of media is itself and none of the others."""
    source = BytesSource(start)
    assert embedded_bytes(FINDING.showing(media_type, (0, len(start))), source, 10_000) == start
    for other in {"image/jpeg", "image/png", "image/webp", "video/mp4"} - {media_type}:
        assert embedded_bytes(FINDING.showing(other, (0, len(start))), source, 10_000) is None


def test_nothing_is_given_for_nothing_or_too_much() -> None:
    """No picture, outside the file, too large, of an unknown kind, or a page that calls itself a picture."""
    source = BytesSource(PICTURE)
    assert embedded_bytes(FINDING, source, 10_000) is None
    assert embedded_bytes(FINDING.showing("image/jpeg", (0, len(PICTURE) + 1)), source, 10_000) is None
    assert embedded_bytes(FINDING.showing("image/jpeg", (0, len(PICTURE))), source, len(PICTURE) - 1) is None
    assert embedded_bytes(FINDING.showing("text/html", (0, len(PICTURE))), source, 10_000) is None
    assert embedded_bytes(FINDING.showing("image/jpeg", (0, 9)), BytesSource(b"<html>..."), 10_000) is None


@pytest.mark.parametrize("name", HIDING_PLACES)
def test_every_reader_shows_what_is_there(name: str) -> None:
    """Whatever a finding of any format shows can be taken out of the file, and is of that kind."""
    content = HIDING_PLACES[name][0]
    for finding in inspect_bytes(content).findings:
        if finding.embedded is not None:
            assert embedded_bytes(finding, BytesSource(content), len(content)) is not None
