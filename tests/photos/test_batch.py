"""Several files end each by itself, one after the other, in time and within memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import ZipFile

import pytest
from PIL import Image

from safety.photos import archive, batch
from safety.photos.batch import Batch, clean_as_wished, clean_together
from safety.photos.outcome import Ending, Outcome
from safety.photos.recognise import Format
from safety.photos.wishes import Wishes
from tests.photos import samples

DIRTY = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6)))
COLOURED = samples.after_start(samples.segment(0xE2, b"ICC_PROFILE\0\1\1" + samples.profile()))
PDF = b"%PDF-1.7"


def together(*contents: bytes, files_in_time: int = 99) -> Batch:
    """The batch of these files when time is up after some of them."""
    left = iter([True] * files_in_time)
    return clean_together(iter(contents), Wishes(), lambda: next(left, False))


def names(made: Batch) -> list[str]:
    """The names in the zip."""
    assert made.archive is not None
    with ZipFile(io.BytesIO(made.archive)) as opened:
        return opened.namelist()


def test_clean_files_come_under_neutral_names_with_their_numbers() -> None:
    """Cleaned and already clean alike; the ending is that of what the file is."""
    made = together(DIRTY, samples.png(), samples.jpeg())
    assert names(made) == ["photo-1.jpg", "photo-2.png", "photo-3.jpg"]
    assert [ended.outcome and ended.outcome.kind for ended in made.endings] == [
        Ending.CLEANED,
        Ending.ALREADY_CLEAN,
        Ending.ALREADY_CLEAN,
    ]
    with ZipFile(io.BytesIO(made.archive or b"")) as opened:
        assert samples.SECRET not in opened.read("photo-1.jpg")
        assert opened.read("photo-2.png") == samples.png()


def test_what_is_refused_is_not_in_the_zip_and_is_told() -> None:
    """The others keep their numbers, and the note comes with them."""
    made = together(PDF, DIRTY, b"")
    assert names(made) == ["photo-2.jpg", "NOT-CLEANED.txt"]
    with ZipFile(io.BytesIO(made.archive or b"")) as opened:
        told = opened.read("NOT-CLEANED.txt").decode()
    assert "File 1 of 3 (8 bytes): We cannot clean PDF files." in told
    assert "File 3 of 3 (0 bytes): This file is empty." in told
    assert "File 2" not in told


def test_there_is_no_zip_when_nothing_is_clean() -> None:
    """Only the reasons."""
    made = together(PDF, b"")
    assert made.archive is None
    assert [ended.outcome and ended.outcome.error_code for ended in made.endings] == ["unsupported-format", "empty"]


def test_what_is_not_reached_in_time_is_told() -> None:
    """The rest is read, since it has to be counted, but not worked on."""
    made = together(DIRTY, DIRTY, DIRTY, files_in_time=1)
    assert [ended.outcome is None for ended in made.endings] == [False, True, True]
    assert names(made) == ["photo-1.jpg", "NOT-CLEANED.txt"]


def test_what_does_not_fit_into_the_zip_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip never grows beyond what the server holds in memory; a smaller file may still fit."""
    large = samples.webp() + bytes(40_000)
    monkeypatch.setattr(archive, "MAX_BYTES", 132_000)
    monkeypatch.setattr(
        batch, "clean_bytes", lambda content, options: Outcome(Ending.CLEANED, Format.WEBP, content=content)
    )
    made = together(samples.jpeg(), large, samples.png())
    assert names(made) == ["photo-1.webp", "photo-3.webp", "NOT-CLEANED.txt"]
    assert [ended.outcome is None for ended in made.endings] == [False, True, False]


def test_no_clean_file_is_kept_beside_the_zip() -> None:
    """Memory holds the zip and one file at work."""
    made = together(DIRTY, DIRTY)
    assert [ended.outcome and ended.outcome.content for ended in made.endings] == [None, None]
    assert [ended.found > 3 for ended in made.endings] == [True, True]


def test_files_are_asked_for_one_at_a_time() -> None:
    """The second is read only when the first is done."""
    done: list[str] = []

    def contents() -> Iterator[bytes]:
        for number in range(2):
            done.append(f"read {number}")
            yield DIRTY

    def in_time() -> bool:
        done.append("work")
        return True

    clean_together(contents(), Wishes(), in_time)
    assert done == ["read 0", "work", "read 1", "work"]


def test_the_colour_profile_goes_when_it_is_wished() -> None:
    """And stays, rebuilt, when not."""
    with_colours = clean_as_wished(COLOURED, Wishes()).content or b""
    without = clean_as_wished(COLOURED, Wishes(keeps_colour_profile=False)).content or b"ICC_PROFILE"
    assert b"ICC_PROFILE" in with_colours
    assert b"ICC_PROFILE" not in without


def test_a_deep_clean_draws_the_picture_anew_and_smaller() -> None:
    """Other pixels, no larger than wished, and nothing of the file that came."""
    outcome = clean_as_wished(DIRTY, Wishes(is_deep=True, longest_side=12))
    assert outcome.kind is Ending.CLEANED
    assert outcome.content is not None
    assert samples.SECRET not in outcome.content
    with Image.open(io.BytesIO(outcome.content)) as image:
        assert max(image.size) == 12


@pytest.mark.parametrize(("wishes", "task"), [(Wishes(), None), (Wishes(is_deep=True), "deep")])
def test_an_answer_that_the_server_would_write_to_disk_is_refused(
    monkeypatch: pytest.MonkeyPatch, wishes: Wishes, task: str | None
) -> None:
    """However it came to be that large."""
    monkeypatch.setattr(batch, "MAX_BYTES", 100)
    outcome = clean_as_wished(DIRTY, wishes)
    assert (outcome.content, outcome.error_code) == (None, "too-large")
    assert dict(outcome.refusal.values if outcome.refusal else ()).get("task") == task
