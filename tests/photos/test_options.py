"""What people may choose holds in every format, and the clean file is checked under the same choice."""

import pytest

from safety.photos import Ending, Options, clean_bytes
from safety.photos.findings import MUST_BE_GONE
from tests.photos import gif_samples, heif_samples, movie_samples, samples, tiff_samples
from tests.photos.places import HIDING_PLACES
from tests.photos.reading import frames_of, inflated_parts, profile_of, secrets_in
from tests.photos.test_damage import FULL
from tests.photos.test_profile_names import files

WITHOUT_PROFILE = Options(keeps_colour_profile=False)
PROFILE_MARK = b"acsp"
COLOURS = samples.box(b"colr", b"prof" + samples.profile())


def _more_files() -> dict[str, bytes]:
    """Profiles in other places than the usual ones."""
    in_strip = samples.profile_segments(samples.profile())
    return {
        "heic": heif_samples.Heif(
            [heif_samples.with_properties(heif_samples.coded("HEIF"), COLOURS)], brand=b"heic"
        ).file(),
        "unknown coding": movie_samples.small(
            tracks=(movie_samples.track(1, b"vide", movie_samples.visual(b"zzZz", COLOURS), [(32, 4)]),)
        ),
        "jpeg in tiff": tiff_samples.tiff(tiff_samples.jpeg_page(in_strip=in_strip)),
    }


COLOURED = {**files(samples.profile()), **_more_files()}


@pytest.mark.parametrize("name", COLOURED)
def test_profile_goes_on_wish_in_every_format(name: str) -> None:
    """Nothing of it stays, people are told, and cleaning the clean file again changes nothing."""
    file = COLOURED[name]
    assert PROFILE_MARK in b"".join((file, *inflated_parts(file)))
    outcome = clean_bytes(file, options=WITHOUT_PROFILE)
    assert outcome.kind is Ending.CLEANED
    assert outcome.content is not None
    assert PROFILE_MARK not in b"".join((outcome.content, *inflated_parts(outcome.content)))
    assert "colours" not in outcome.kept
    if name != "jpeg in tiff":
        assert "colour-profile" in [finding.code for finding in outcome.findings]
    again = clean_bytes(outcome.content, options=WITHOUT_PROFILE)
    assert (again.kind, again.content) == (Ending.ALREADY_CLEAN, outcome.content)


@pytest.mark.parametrize("name", [name for name in COLOURED if name not in ("jpeg in tiff", "mp4", "unknown coding")])
def test_second_reader_finds_no_profile(name: str) -> None:
    """Pillow agrees, and shows the same numbers of colours."""
    content = clean_bytes(COLOURED[name], options=WITHOUT_PROFILE).content
    assert content is not None
    assert not profile_of(content)
    assert [frame[-1] for frame in frames_of(content)] == [frame[-1] for frame in frames_of(COLOURED[name])]


@pytest.mark.parametrize("name", [name for name in COLOURED if name != "jpeg in tiff"])
def test_profile_stays_by_itself(name: str) -> None:
    """Without the wish, colours look the same as before."""
    outcome = clean_bytes(COLOURED[name])
    assert outcome.content is not None
    assert PROFILE_MARK in b"".join((outcome.content, *inflated_parts(outcome.content)))
    assert "colours" in outcome.kept


def test_profile_of_a_gif_always_goes() -> None:
    """No browser uses it."""
    file = gif_samples.after_head(gif_samples.application(b"ICCRGBG1012", samples.profile()[:255]))
    for options in (Options(), WITHOUT_PROFILE):
        outcome = clean_bytes(file, options=options)
        assert outcome.content is not None
        assert PROFILE_MARK not in outcome.content


@pytest.mark.parametrize("name", [*HIDING_PLACES, *(f"all of {format_}" for format_ in FULL)])
def test_every_sample_is_clean_without_profile(name: str) -> None:
    """With the wish no secret comes back, and the check of the result holds."""
    content = FULL[name.removeprefix("all of ")] if name.startswith("all of ") else HIDING_PLACES[name][0]
    outcome = clean_bytes(content, options=WITHOUT_PROFILE)
    assert outcome.kind is Ending.CLEANED
    assert outcome.content is not None
    assert secrets_in(outcome.content) == []
    again = clean_bytes(outcome.content, options=WITHOUT_PROFILE)
    assert again.kind is Ending.ALREADY_CLEAN
    assert all(finding.severity < MUST_BE_GONE for finding in again.findings)
