"""Files on disk: the result is whole or not there, and the original is never lost."""

import os
import stat
import sys
from pathlib import Path

import pytest

from safety.photos import Ending, clean_bytes
from safety.photos import deliver as deliver_module
from safety.photos.deliver import clean_beside, clean_in_place, clean_to, inspect_file
from safety.photos.plan import Plan
from tests.photos import samples

DIRTY = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6))) + samples.movie()
CLEAN = clean_bytes(DIRTY).content


@pytest.fixture(params=["in memory", "by position"])
def photo(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A photo on disk, once small enough for memory and once not."""
    if request.param == "by position":
        monkeypatch.setattr(deliver_module, "IN_MEMORY_MAX_BYTES", 10)
    path = tmp_path / "IMG_20240131_102030.jpg"
    path.write_bytes(DIRTY)
    return path


def names(folder: Path) -> set[str]:
    """What is in a folder, hidden files included."""
    return {path.name for path in folder.iterdir()}


def test_copy_has_a_neutral_name(photo: Path) -> None:
    """Beside the original, which stays; an existing file is never replaced."""
    first, second = clean_beside(photo, photo.parent), clean_beside(photo, photo.parent)
    assert (first.outcome.kind, first.path, second.path) == (
        Ending.CLEANED,
        photo.parent / "photo-1.jpg",
        photo.parent / "photo-2.jpg",
    )
    assert first.path is not None
    assert first.path.read_bytes() == CLEAN
    assert photo.read_bytes() == DIRTY
    assert names(photo.parent) == {photo.name, "photo-1.jpg", "photo-2.jpg"}


def test_copy_has_the_rights_of_the_original(photo: Path) -> None:
    """A copy for a shared folder can be read there, and a private one stays private."""
    for mode in (0o600, 0o644):
        photo.chmod(mode)
        copy = clean_to(photo, photo.parent / "out.jpg").path
        assert copy is not None
        assert stat.S_IMODE(copy.stat().st_mode) == mode


def test_copy_goes_where_it_is_asked(photo: Path) -> None:
    """Replacing what is there."""
    target = photo.parent / "out.jpg"
    target.write_bytes(b"old")
    assert clean_to(photo, target).path == target
    assert target.read_bytes() == CLEAN
    assert names(photo.parent) == {photo.name, "out.jpg"}


def test_in_place_keeps_name_and_rights(photo: Path) -> None:
    """The name and who may read it stay; the times do not."""
    photo.chmod(0o640)
    os.utime(photo, (1_000_000_000, 1_000_000_000))
    delivery = clean_in_place(photo)
    assert delivery.path == photo.resolve()
    assert photo.read_bytes() == CLEAN
    assert stat.S_IMODE(photo.stat().st_mode) == 0o640
    assert photo.stat().st_mtime > 1_500_000_000
    assert names(photo.parent) == {photo.name}


def test_in_place_leaves_a_clean_file_alone(photo: Path) -> None:
    """Nothing is written when there is nothing to do."""
    clean_in_place(photo)
    before = photo.stat()
    delivery = clean_in_place(photo)
    assert (delivery.outcome.kind, delivery.path) == (Ending.ALREADY_CLEAN, None)
    assert photo.stat().st_ino == before.st_ino
    assert photo.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_in_place_follows_links(photo: Path) -> None:
    """The file behind a link is cleaned, the link stays a link."""
    link = photo.parent / "link.jpg"
    link.symlink_to(photo)
    clean_in_place(link)
    assert link.is_symlink()
    assert photo.read_bytes() == CLEAN


def test_clean_file_is_copied(tmp_path: Path) -> None:
    """Who asks for a copy gets one, also of a clean file."""
    (tmp_path / "a.png").write_bytes(samples.png())
    delivery = clean_beside(tmp_path / "a.png", tmp_path)
    assert (delivery.outcome.kind, delivery.path) == (Ending.ALREADY_CLEAN, tmp_path / "photo-1.png")


def test_nothing_is_written_for_a_refused_file(tmp_path: Path) -> None:
    """No output, no rest, and the original as it was."""
    path = tmp_path / "a.jpg"
    path.write_bytes(samples.jpeg()[:100])
    for delivery in (clean_beside(path, tmp_path), clean_to(path, tmp_path / "out.jpg"), clean_in_place(path)):
        assert (delivery.outcome.kind, delivery.path) == (Ending.REFUSED, None)
    assert names(tmp_path) == {"a.jpg"}
    assert path.read_bytes() == samples.jpeg()[:100]


def test_nothing_is_written_when_our_check_fails(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of the engine leaves no file behind."""

    def writes_everything(plan: Plan, source: object, descriptor: int) -> None:
        os.write(descriptor, DIRTY)

    monkeypatch.setattr(deliver_module, "splice_to_file", writes_everything)
    assert clean_in_place(photo).outcome.kind is Ending.FAILED
    assert clean_beside(photo, photo.parent).path is None
    assert photo.read_bytes() == DIRTY
    assert names(photo.parent) == {photo.name}


def test_original_survives_a_full_disk(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error while writing leaves the original and no rest."""

    def full(*arguments: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(deliver_module, "splice_to_file", full)
    with pytest.raises(OSError, match="full"):
        clean_in_place(photo)
    assert photo.read_bytes() == DIRTY
    assert names(photo.parent) == {photo.name}


def test_file_that_changes_meanwhile_is_refused(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another program writes while we read is not taken for the picture, and not replaced."""
    real = deliver_module.splice_to_file

    def writes_and_is_overtaken(plan: Plan, source: object, descriptor: int) -> None:
        real(plan, source, descriptor)  # type: ignore[arg-type]
        photo.write_bytes(DIRTY + b"new")

    monkeypatch.setattr(deliver_module, "splice_to_file", writes_and_is_overtaken)
    delivery = clean_in_place(photo)
    assert delivery.outcome.error_code == "changed-while-reading"
    assert photo.read_bytes() == DIRTY + b"new"


def test_inspecting_a_file(photo: Path) -> None:
    """The same report as for its bytes; errors are part of it."""
    assert inspect_file(photo).findings[0].code == "location"
    photo.write_bytes(b"")
    report = inspect_file(photo)
    assert report.refusal is not None
    assert report.refusal.code == "empty"


def test_names_come_to_an_end(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without a free name is an error, and nothing in it is replaced."""
    monkeypatch.setattr(deliver_module, "_NAMES_MAX", 2)
    clean_beside(photo, photo.parent)
    with pytest.raises(FileExistsError):
        clean_beside(photo, photo.parent)
    assert names(photo.parent) == {photo.name, "photo-1.jpg"}


def test_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    """Not one of the engine."""
    with pytest.raises(FileNotFoundError):
        inspect_file(tmp_path / "none.jpg")
