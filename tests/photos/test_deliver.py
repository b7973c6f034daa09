"""Files on disk: the result is whole or not there, and the original is never lost."""

import os
import stat
import sys
from pathlib import Path

import pytest

from safety.photos import Ending, clean_bytes
from safety.photos import deliver as deliver_module
from safety.photos.deliver import (
    clean_beside,
    clean_in_place,
    clean_to,
    give_name,
    inspect_file,
    prepare,
    put_at,
    store,
)
from safety.photos.errors import CleanError
from safety.photos.outcome import Outcome
from safety.photos.plan import Plan
from safety.photos.recognise import Format
from safety.photos.temporary import FreeNames
from tests.photos import samples

DIRTY = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6))) + samples.movie()
CLEAN = clean_bytes(DIRTY).content


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo on disk."""
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


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="there are no such attributes there")
def test_nothing_else_of_the_original_travels(photo: Path) -> None:
    """Neither its times nor what other programs noted about it, such as where it was downloaded."""
    os.utime(photo, (1_000_000_000, 1_000_000_000))
    try:
        os.setxattr(photo, "user.xdg.origin.url", b"https://example.org/secret")
    except OSError:
        pytest.skip("this disk keeps no such attributes")
    copy = clean_beside(photo, photo.parent).path
    assert copy is not None
    clean_in_place(photo)
    for path in (copy, photo):
        assert os.listxattr(path) == []
        assert path.stat().st_mtime > 1_500_000_000


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
    delivery = clean_in_place(photo)
    assert delivery.path == photo.resolve()
    assert photo.read_bytes() == CLEAN
    assert stat.S_IMODE(photo.stat().st_mode) == 0o640
    assert names(photo.parent) == {photo.name}


def test_in_place_leaves_a_clean_file_alone(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written when there is nothing to do, not even beside it."""
    clean_in_place(photo)
    before = photo.stat()
    monkeypatch.delattr(deliver_module, "Temporary")
    delivery = clean_in_place(photo)
    assert (delivery.outcome.kind, delivery.path) == (Ending.ALREADY_CLEAN, None)
    assert photo.stat().st_ino == before.st_ino
    assert photo.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_in_place_follows_links(photo: Path) -> None:
    """The file behind a link is cleaned in its own folder, the link stays a link."""
    folder = photo.parent / "links"
    folder.mkdir()
    (folder / "link.jpg").symlink_to(photo)
    clean_in_place(folder / "link.jpg")
    assert (folder / "link.jpg").is_symlink()
    assert photo.read_bytes() == CLEAN


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_link_to_itself_is_an_error_of_the_system(tmp_path: Path) -> None:
    """Not an endless walk."""
    (tmp_path / "loop.jpg").symlink_to(tmp_path / "loop.jpg")
    with pytest.raises(OSError, match="loop"):
        clean_in_place(tmp_path / "loop.jpg")


@pytest.mark.skipif(sys.platform == "win32", reason="a name with this meaning needs rights there")
def test_in_place_replaces_one_name_only(photo: Path) -> None:
    """A second name of the same file goes on leading to the original."""
    other = photo.parent / "other.jpg"
    os.link(photo, other)
    clean_in_place(photo)
    assert (photo.read_bytes(), other.read_bytes()) == (CLEAN, DIRTY)


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


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_original_survives_an_error_at_the_end(photo: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the disk fails after all is written."""

    def fail(*arguments: object) -> None:
        raise OSError(5, "broken")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="broken"):
        clean_in_place(photo)
    assert photo.read_bytes() == DIRTY
    assert names(photo.parent) == {photo.name}


def test_file_that_changes_meanwhile_is_refused(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another program writes while we read is not taken for the picture, and not replaced."""
    real = deliver_module.splice_to_file

    def writes_and_is_overtaken(plan: Plan, source: object, descriptor: int) -> None:
        real(plan, source, descriptor)  # type: ignore[arg-type]  # the test stands between two functions
        photo.write_bytes(DIRTY + b"new")

    monkeypatch.setattr(deliver_module, "splice_to_file", writes_and_is_overtaken)
    for clean in (clean_in_place, lambda path: clean_beside(path, path.parent)):
        photo.write_bytes(DIRTY)
        delivery = clean(photo)
        assert (delivery.outcome.error_code, delivery.path) == ("changed-while-reading", None)
        assert photo.read_bytes() == DIRTY + b"new"
        assert names(photo.parent) == {photo.name}


def test_file_that_is_replaced_meanwhile_is_not_replaced_again(photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many programs save by putting a new file in place of the old one, which stays as we opened it."""
    real = deliver_module.splice_to_file

    def writes_and_is_overtaken(plan: Plan, source: object, descriptor: int) -> None:
        real(plan, source, descriptor)  # type: ignore[arg-type]  # the test stands between two functions
        (photo.parent / "saved").write_bytes(b"a newer picture")
        (photo.parent / "saved").replace(photo)

    monkeypatch.setattr(deliver_module, "splice_to_file", writes_and_is_overtaken)
    assert clean_in_place(photo).outcome.error_code == "changed-while-reading"
    assert photo.read_bytes() == b"a newer picture"
    assert names(photo.parent) == {photo.name}


def test_prepared_copy_gets_its_name_later(photo: Path) -> None:
    """Until then only its maker knows it; without a place or a name it is gone."""
    folder = photo.parent / "out"
    folder.mkdir()
    prepared = prepare(photo, folder)
    assert prepared.path is not None
    assert prepared.path.name.startswith(".unshared-")
    assert give_name(prepared, FreeNames(folder)).path == folder / "photo-1.jpg"
    with pytest.raises(OSError, match="No such file"):
        put_at(prepare(photo, folder), folder / "missing" / "out.jpg")
    assert names(folder) == {"photo-1.jpg"}
    photo.write_bytes(b"")
    refused = prepare(photo, folder)
    assert (refused.outcome.error_code, refused.path) == ("empty", None)
    assert give_name(refused, FreeNames(folder)) == put_at(refused, folder / "out.jpg") == refused


def test_what_is_in_memory_is_stored_and_checked(tmp_path: Path) -> None:
    """And not kept when it is not clean."""
    stored = store(clean_bytes(DIRTY), tmp_path)
    assert stored.path is not None
    assert stored.path.read_bytes() == CLEAN
    assert stored.outcome.content is None
    stored.path.unlink()
    with pytest.raises(CleanError):
        store(Outcome(Ending.CLEANED, Format.JPEG, content=DIRTY), tmp_path)
    assert names(tmp_path) == set()


def test_inspecting_a_file(photo: Path) -> None:
    """The same report as for its bytes, by its path or when it is open; errors are part of it."""
    assert inspect_file(photo).findings[0].code == "location"
    with photo.open("rb") as file:
        assert inspect_file(file.fileno()) == inspect_file(photo)
    photo.write_bytes(b"")
    report = inspect_file(photo)
    assert report.refusal is not None
    assert report.refusal.code == "empty"


def test_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    """Not one of the engine."""
    with pytest.raises(FileNotFoundError):
        inspect_file(tmp_path / "none.jpg")
