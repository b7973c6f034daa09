"""Whatever exiftool finds private in a real file, our report has a finding of that kind.

The manifest of the corpus says what exiftool finds. Skipped where the corpus is not there.
"""

import csv
from collections.abc import Iterator
from typing import Final

import pytest

from safety.photos import inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.source import BytesSource
from tests.photos.reading import CORPUS

FOLDERS: Final = ("jpeg", "png", "webp")
MANIFEST = CORPUS / "MANIFEST.csv"

# For each of exiftool's kinds the codes of which one has to be there.
CODES: Final = {
    "location": {"location"},
    "device": {"device"},
    "time": {"time"},
    "software": {"software"},
    "person": {"person", "contact"},
    "ids": {"serial", "live-link", "provenance"},
    "text": {"description", "comment", "caption", "keywords", "ai-prompt"},
    "maker": {"maker-notes", "vendor-data", "serial", "provenance"},
    "icc": {"colour-profile", "colour-profile-custom", "colour-profile-damaged"},
    "c2pa": {"provenance"},
    "embedded-picture/video": {"thumbnail", "extra-picture", "attached-video", "hdr-layer", "original-picture"},
    # Of some makers exiftool says so of parts of the maker note, too.
    "trailer": {"extra-picture", "hdr-layer", "attached-video", "leftover-data", "vendor-data", "maker-notes"},
}
# A colour profile has its own copyright, date, maker and ID, which its own finding tells.
TOLD_BY_PROFILE: Final = ("person", "time", "device", "ids")
# Where exiftool counts a tag and there is nothing to tell, or where we only name what it reads.
BLANK, SETTING = "the tag is there and empty", "a size, a border or a flag"
NAMED = "a block of the last century or of one maker, which we name and do not read"
EXCEPTIONS: Final = {
    ("jpeg/Canon1DmkIII.jpg", "person"): BLANK,
    ("jpeg/Canon1DmkIII.jpg", "text"): BLANK,
    ("jpeg/32-lens_data.jpeg", "text"): BLANK,
    ("jpeg/DSCN0010.jpg", "text"): BLANK,
    ("jpeg/Nikon.jpg", "text"): BLANK,
    ("jpeg/Samsung_SM-J327T1.jpg", "text"): BLANK,
    ("jpeg/exiv2-canon-eos-300d.jpg", "person"): BLANK,
    ("jpeg/exiv2-canon-eos-300d.jpg", "text"): BLANK,
    ("jpeg/kodak-dc210.jpg", "person"): BLANK,
    ("jpeg/snow.jpg", "person"): BLANK,
    ("webp/Nikon_Coolpix_P7000.webp", "text"): BLANK,
    ("webp/flower.webp", "text"): BLANK,
    ("webp/test_xmp.webp", "embedded-picture/video"): BLANK,
    ("png/exiv2-bug922.png", "ids"): BLANK,
    ("jpeg/exiv2-bug884a.jpg", "embedded-picture/video"): SETTING,
    ("png/a2d1un_nkitzmiller_srgb8.png", "embedded-picture/video"): SETTING,
    ("jpeg/FotoStation.jpg", "embedded-picture/video"): SETTING,
    ("jpeg/pil_sample_cmyk.jpg", "person"): SETTING,
    ("jpeg/Issue_609.jpg", "maker"): SETTING,
    ("jpeg/ExifTool.jpg", "c2pa"): "JUMBF of another kind",
    ("jpeg/InfiRay.jpg", "ids"): NAMED,
    ("jpeg/CasioQVCI.jpg", "time"): NAMED,
    ("jpeg/sony-powershota5.jpg", "device"): NAMED,
    ("jpeg/sony-powershota5.jpg", "person"): NAMED,
    ("jpeg/sony-powershota5.jpg", "time"): NAMED,
    ("jpeg/frozenpond.mpo", "ids"): NAMED,
    ("jpeg/sugarshack.mpo", "ids"): NAMED,
    ("png/a2d1un_nkitzmiller_srgb8.png", "ids"): "Sony encrypts it",
}


def rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    """File and kinds of what is private in it."""
    if MANIFEST.is_file():
        with MANIFEST.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["file"].startswith(FOLDERS):
                    yield row["file"], tuple(kind.partition(":")[0] for kind in row["private"].split())


ROWS = dict(rows())
PAIRS = [(name, kind) for name, kinds in ROWS.items() for kind in kinds if kind in CODES]

pytestmark = pytest.mark.skipif(not ROWS, reason="the corpus is not beside the project")


def codes(name: str) -> set[str]:
    """The codes of the findings in one file."""
    return {finding.code for finding in inspect_bytes((CORPUS / name).read_bytes()).findings}


@pytest.mark.parametrize(("name", "kind"), [pair for pair in PAIRS if pair not in EXCEPTIONS])
def test_every_kind_is_told(name: str, kind: str) -> None:
    """By a finding of its own code, or by that of the colour profile it stands in."""
    wanted = CODES[kind] | (CODES["icc"] if kind in TOLD_BY_PROFILE and "icc" in ROWS[name] else set())
    assert codes(name) & wanted


@pytest.mark.parametrize(("name", "kind"), EXCEPTIONS)
def test_exceptions_are_still_needed(name: str, kind: str) -> None:
    """A kind that we have learned to tell is taken from the list, so that it cannot get lost again."""
    assert (name, kind) in PAIRS
    assert not codes(name) & CODES[kind]


@pytest.mark.parametrize("name", ROWS)
def test_every_picture_inside_can_be_shown(name: str) -> None:
    """What a finding carries is in the file, and is what it says."""
    content = (CORPUS / name).read_bytes()
    for finding in inspect_bytes(content).findings:
        if finding.embedded:
            assert embedded_bytes(finding, BytesSource(content), len(content)) is not None


def test_enough_of_them_can_be_shown() -> None:
    """Most thumbnails are whole JPEGs: a reader that loses them would make the test above pass."""
    found = [finding for name in ROWS for finding in inspect_bytes((CORPUS / name).read_bytes()).findings]
    thumbnails = [finding for finding in found if finding.code == "thumbnail"]
    assert len([finding for finding in thumbnails if finding.embedded]) > 40
    assert {finding.code for finding in found if finding.embedded} >= {"extra-picture", "hdr-layer", "attached-video"}
