"""Real and hostile files of other projects: cleaned or refused, nothing left, nothing changed.

Skipped where the corpus is not there; it is never part of the project itself.
"""

import functools
import io
import time
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from safety.photos import Ending, Outcome, clean_bytes
from safety.photos.errors import ERROR_STATUS
from tests.photos.kept_tags import EXIFTOOL, private_tags
from tests.photos.pace import is_in_time
from tests.photos.reading import CORPUS, frames_of, orientation_of, profile_of, secrets_in

FOLDERS = ("jpeg", "png", "webp", "gif", "bmp", "jxl", "tiff", "heif", "video", "malformed", "synthetic")
CLEANED_ENDINGS = (
    ".jpg",
    ".jpeg",
    ".mpo",
    ".png",
    ".webp",
    ".gif",
    ".bmp",
    ".jxl",
    ".tif",
    ".tiff",
    ".heic",
    ".heif",
    ".hif",
    ".avif",
    ".mp4",
    ".mov",
    ".3gp",
)
# Their projects cut the media off, so that what the tables tell is not there.
WITHOUT_MEDIA = ("QuickTime.mov", "sample_qt.mp4")
FILES = sorted(path for folder in FOLDERS if CORPUS.is_dir() for path in (CORPUS / folder).iterdir())
SECONDS_MAX = 2

pytestmark = [
    pytest.mark.skipif(not FILES, reason="the corpus is not beside the project"),
    # The files are broken on purpose, and Pillow warns of that.
    pytest.mark.filterwarnings("ignore"),
]
files = pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")


@functools.cache
def outcome_of(path: Path) -> Outcome:
    """The ending of one file; each is cleaned once for all tests."""
    return clean_bytes(path.read_bytes())


@files
def test_ends_as_the_design_says(path: Path) -> None:
    """In time, with a file or with a code; formats of this form of the engine are cleaned unless malformed."""
    started = time.process_time()
    outcome = clean_bytes(path.read_bytes())
    assert is_in_time(time.process_time() - started, SECONDS_MAX)
    if outcome.content is None:
        assert outcome.kind is Ending.REFUSED
        assert outcome.error_code in ERROR_STATUS
        is_sound = path.parent.name != "malformed" and path.name not in WITHOUT_MEDIA
        assert not is_sound or path.suffix.lower() not in CLEANED_ENDINGS


@files
def test_is_idempotent(path: Path) -> None:
    """What comes out is already clean."""
    content = outcome_of(path).content
    if content is not None:
        again = clean_bytes(content)
        assert (again.kind, again.content) == (Ending.ALREADY_CLEAN, content)


@files
def test_no_planted_secret_stays(path: Path) -> None:
    """The secrets of the synthetic files, in any encoding."""
    content = outcome_of(path).content
    if content is not None:
        assert secrets_in(content) == []


@files
def test_frames_are_identical(path: Path) -> None:
    """Pixels, sizes and times of all frames."""
    content = outcome_of(path).content
    if content is None:
        return
    try:
        before = frames_of(path.read_bytes())
    except (OSError, SyntaxError, ValueError):
        pytest.skip("Pillow cannot read the original")
    assert frames_of(content) == before


@files
def test_orientation_is_the_same(path: Path) -> None:
    """As Pillow reads it from EXIF; XMP does not count."""
    content = outcome_of(path).content
    if content is None or path.stem == "xmp_tags_orientation":
        return
    try:
        before = orientation_of(path.read_bytes())
    except (OSError, SyntaxError, ValueError):
        pytest.skip("Pillow cannot read the original")
    assert orientation_of(content) == (before if before in range(1, 9) else 1)


@files
def test_profile_shows_the_same_colours(path: Path) -> None:
    """Colours through the rebuilt profile are those through the original one."""
    content = outcome_of(path).content
    if content is None:
        return
    try:
        profiles = profile_of(path.read_bytes()), profile_of(content)
    except (OSError, SyntaxError, ValueError):
        pytest.skip("Pillow cannot read the original")
    if not all(profiles):
        assert not profiles[1]
        return
    try:
        before = colours_through(profiles[0])
    except ImageCms.PyCMSError:
        pytest.skip("LittleCMS does not accept the original profile")
    assert colours_through(profiles[1]) == before


def colours_through(profile: bytes) -> bytes:
    """A ramp of colours, seen through a profile."""
    opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    mode = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}[opened.profile.xcolor_space]
    channels = len(Image.new(mode, (1, 1)).getbands())
    ramp = Image.frombytes(mode, (64, 64), bytes((number * 7) % 256 for number in range(64 * 64 * channels)))
    seen = ImageCms.profileToProfile(ramp, opened, ImageCms.createProfile("sRGB"), outputMode="RGB")
    assert seen is not None
    return seen.tobytes()


@pytest.mark.skipif(not EXIFTOOL, reason="no exiftool of version 13 or newer is installed (EXIFTOOL names one)")
def test_exiftool_finds_nothing_private(tmp_path: Path) -> None:
    """An independent reader finds only what shows the picture, and the neutral names."""
    for number, path in enumerate(FILES):
        outcome = outcome_of(path)
        if outcome.content is not None:
            (tmp_path / f"{number}-{path.parent.name}-{path.stem}.{outcome.extension}").write_bytes(outcome.content)
    assert private_tags(tmp_path) == []
