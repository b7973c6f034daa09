"""No secret stays in any hiding place of any format, and no pixel changes."""

import pytest

from safety.photos import Ending, clean_bytes, inspect_bytes
from safety.photos.findings import MUST_BE_GONE
from safety.photos.recognise import VIDEOS
from tests.photos.places import HIDING_PLACES
from tests.photos.reading import frames_of, orientation_of, secrets_in

# Some samples have a broken index of their pictures, or tags with too many values, of which Pillow warns.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Image appears to be a malformed MPO", "ignore:Metadata Warning", "ignore:Tag data larger than file"
)
places = pytest.mark.parametrize("name", HIDING_PLACES)
# The turn of a film is compared with its frames.
pictures = pytest.mark.parametrize("name", [name for name, (_, kind) in HIDING_PLACES.items() if kind not in VIDEOS])


@places
def test_sample_holds_its_secret(name: str) -> None:
    """Each sample really has a secret that our own search finds."""
    assert secrets_in(HIDING_PLACES[name][0])


@places
def test_no_secret_stays(name: str) -> None:
    """The clean file has the secret in no encoding, also not inside a deflated part."""
    content, format_ = HIDING_PLACES[name]
    outcome = clean_bytes(content)
    assert (outcome.kind, outcome.format) == (Ending.CLEANED, format_)
    assert outcome.content is not None
    assert secrets_in(outcome.content) == []


@places
def test_finding_is_told(name: str) -> None:
    """Whatever is removed is told; nothing is removed in silence."""
    assert inspect_bytes(HIDING_PLACES[name][0]).findings


@places
def test_cleaning_twice_changes_nothing(name: str) -> None:
    """The clean file is already clean, byte for byte, and has no finding of weight."""
    first = clean_bytes(HIDING_PLACES[name][0])
    assert first.content is not None
    again = clean_bytes(first.content)
    assert again.kind is Ending.ALREADY_CLEAN
    assert again.content == first.content
    assert all(finding.severity < MUST_BE_GONE for finding in again.findings)


@places
def test_no_pixel_changes(name: str) -> None:
    """Frames, times, mode and size are those of the file as it came."""
    content = HIDING_PLACES[name][0]
    outcome = clean_bytes(content)
    assert outcome.content is not None
    try:
        before = frames_of(content)
    except (OSError, SyntaxError):
        pytest.skip("Pillow cannot show the sample itself, so there is nothing to compare")
    assert frames_of(outcome.content) == before


@pictures
def test_orientation_stays(name: str) -> None:
    """A viewer turns the clean picture as it turned the original."""
    if name == "png: animated eXIf":
        pytest.skip("Pillow reads eXIf behind the first frame of an animation only after playing it")
    content = HIDING_PLACES[name][0]
    outcome = clean_bytes(content)
    assert outcome.content is not None
    try:
        before = orientation_of(content)
    except (OSError, SyntaxError):
        pytest.skip("Pillow cannot open the sample itself, so there is nothing to compare")
    assert orientation_of(outcome.content) == before
