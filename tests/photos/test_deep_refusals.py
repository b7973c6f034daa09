"""What the deep clean refuses, and that neither decoders nor their process are believed."""

import subprocess
import sys

import pytest
from PIL import Image, ImageOps

from safety.photos import Ending, clean_bytes, deep
from safety.photos.deep import DeepOptions, deep_clean_bytes
from safety.photos.limits import DEEP_MAX_PIXELS
from tests.photos import samples
from tests.photos.places import HIDING_PLACES
from tests.photos.reading import secrets_in
from tests.photos.test_deep import PICTURE, drawn, saved


def refusal(content: bytes) -> tuple[str, bool]:
    """The code, and whether it has the words of the deep clean."""
    outcome = deep_clean_bytes(content)
    assert outcome.kind is Ending.REFUSED
    assert outcome.content is None
    assert outcome.findings == ()
    assert outcome.refusal is not None
    return outcome.error_code, ("task", "deep") in outcome.refusal.values


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"no picture", b"\xff\xd8\xff\xd9"])
def test_what_cannot_be_cleaned_is_refused_alike(content: bytes) -> None:
    """With the code of the ordinary cleaning, before any decoder sees it."""
    assert refusal(content) == (clean_bytes(content).error_code, False)


@pytest.mark.parametrize("format_", ["mp4", "quicktime", "jpeg-xl"])
def test_formats_without_a_decoder_are_refused(format_: str) -> None:
    """Videos and JPEG XL, with words that name the cleaning that works."""
    content = next(file for file, kind in HIDING_PLACES.values() if kind == format_)
    assert refusal(content) == ("unsupported-format", True)


def test_file_above_the_limit_is_refused() -> None:
    """The caller's limit counts."""
    outcome = deep_clean_bytes(samples.jpeg(), max_bytes=100)
    assert outcome.error_code == "too-large"


def test_several_pages_are_refused() -> None:
    """A document of pages would lose all but one."""
    pages = saved(PICTURE, "TIFF", save_all=True, append_images=[PICTURE])
    assert refusal(pages) == ("unsupported-variant", True)


@pytest.mark.parametrize("brand", [b"avis", b"heic"])
def test_film_is_refused(brand: bytes) -> None:
    """A sequence of pictures would lose all but one as well; some decoders do not even say that there are more."""
    frames = [PICTURE, ImageOps.mirror(PICTURE)]
    film = saved(frames[0], "AVIF", save_all=True, append_images=frames[1:], duration=50)
    assert film[8:12] == b"avis"
    assert refusal(film.replace(b"avis", brand).replace(b"avif", brand)) == ("unsupported-variant", True)


def test_modes_without_a_certain_look_are_refused() -> None:
    """Numbers of 32 bits are measurements, not brightness."""
    assert refusal(saved(PICTURE.convert("F"), "TIFF")) == ("unsupported-variant", True)


@pytest.mark.parametrize("cut", [0.5, 0.9])
def test_picture_that_ends_early_is_refused(cut: float) -> None:
    """The ordinary cleaning keeps it as it is; here grey would fill what is missing."""
    content = samples.jpeg()
    content = content[: int(len(content) * cut)]
    assert refusal(content)[0] == "damaged"


def test_pixels_are_counted_before_decoding() -> None:
    """A header of a few bytes cannot make us fill the memory."""
    side = (1 << 14).to_bytes(4, "big")
    header = samples.chunk(b"IHDR", side + side + samples.png()[24:29])
    assert refusal(samples.PNG_MARK + header + samples.png()[33:]) == ("too-large", True)


def test_pixels_of_all_frames_are_counted() -> None:
    """Many small frames are as much work as a large picture."""
    blank = Image.new("P", (1000, 1000))
    frames = [Image.new("P", (1000, 1000), shade) for shade in range(1, 101)]
    content = saved(blank, "GIF", save_all=True, append_images=frames, duration=50)
    assert refusal(content) == ("too-large", True)


def test_largest_picture_fits() -> None:
    """The limits of memory and time leave room for as many pixels as are allowed."""
    side = 8192
    assert side * side == DEEP_MAX_PIXELS
    content = saved(Image.new("RGB", (side, side), (90, 120, 30)), "JPEG", exif=b"Exif\0\0" + samples.exif(6))
    image, _ = drawn(content, DeepOptions(longest_side=64))
    assert image.size == (64, 64)


def test_picture_that_crashes_the_decoder_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker without an answer means a picture that nobody can vouch for."""
    monkeypatch.setattr(deep, "run_guarded", lambda *arguments: None)
    assert refusal(samples.jpeg()) == ("damaged", True)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"jpeg",
        b"jpeg\n",
        b"jpeg\n" + samples.png(),
        b"tiff\n" + samples.png(),
        b"empty\n",
        b"\xff\n" + samples.jpeg(),
        samples.jpeg(),
    ],
)
def test_worker_is_not_believed(answer: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that is not a clean file of the format it names is never given out."""
    monkeypatch.setattr(deep, "run_guarded", lambda *arguments: answer)
    outcome = deep_clean_bytes(samples.jpeg())
    assert outcome.content is None
    assert outcome.error_code in ("internal-check-failed", "damaged")


def test_worker_that_adds_something_is_cleaned_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """The new file goes through the engine like any other."""
    answer = b"jpeg\n" + samples.jpeg(comment=samples.SECRET)
    monkeypatch.setattr(deep, "run_guarded", lambda *arguments: answer)
    drawn(samples.jpeg())


def test_decoders_meet_cleaned_bytes_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """No secret of any hiding place reaches the worker."""
    met = []
    monkeypatch.setattr(deep, "run_guarded", lambda module, content, *rest: met.append(content))
    for content, _ in HIDING_PLACES.values():
        deep_clean_bytes(content)
    assert len(met) > 100
    assert [content for content in met if secrets_in(content)] == []


def test_decoders_are_not_loaded_here() -> None:
    """The site and the command line start without Pillow."""
    script = "import sys, safety.photos.deep; sys.exit(bool({'PIL', 'pillow_heif'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
