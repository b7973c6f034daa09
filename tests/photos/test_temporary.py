"""Files on their way get their name whole, or are gone."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from safety.photos import temporary as temporary_module
from safety.photos.recognise import Format
from safety.photos.temporary import FreeNames, Temporary, put_in_place, sweep

HOUR_NS = 3_600 * 10**9


def kept(folder: Path, content: bytes = b"new") -> Path:
    """A finished temporary file."""
    with Temporary(folder) as temporary:
        os.write(temporary.descriptor, content)
        temporary.kept = True
    return temporary.path


def names(folder: Path) -> set[str]:
    """What is in a folder, hidden files included."""
    return {path.name for path in folder.iterdir()}


def test_it_is_gone_unless_it_is_kept(tmp_path: Path) -> None:
    """Also after an error."""
    with Temporary(tmp_path) as temporary:
        assert names(tmp_path) == {temporary.path.name}
    assert names(tmp_path) == set()
    with pytest.raises(KeyError), Temporary(tmp_path):
        raise KeyError
    assert names(tmp_path) == set()
    assert kept(tmp_path).read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_only_we_can_read_it_until_it_is_shared(tmp_path: Path) -> None:
    """Then those who can read the original; rights to run it do not travel further than that."""
    original = tmp_path / "original"
    original.touch()
    with Temporary(tmp_path) as temporary:
        assert stat.S_IMODE(temporary.path.stat().st_mode) == 0o600
        for mode in (0o640, 0o600, 0o444):
            original.chmod(mode)
            temporary.share(original.stat())
            assert stat.S_IMODE(temporary.path.stat().st_mode) == mode
        original.chmod(0o4755)
        temporary.share(original.stat())
        assert stat.S_IMODE(temporary.path.stat().st_mode) == 0o755


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_what_takes_the_place_of_a_file_belongs_to_its_owner(tmp_path: Path) -> None:
    """Else an administrator who cleans a folder would take the photos away from the people."""
    original = tmp_path / "original"
    original.touch()
    os.chown(original, 12345, 54321)
    with Temporary(tmp_path) as temporary:
        temporary.settle(original.stat())
        status = temporary.path.stat()
    assert (status.st_uid, status.st_gid) == (12345, 54321)


def test_names_are_given_in_order(tmp_path: Path) -> None:
    """The next that is free; a number is used once, whatever the format."""
    (tmp_path / "photo-2.webp").write_bytes(b"there before")
    free = FreeNames(tmp_path)
    (tmp_path / "photo-4.png").write_bytes(b"came meanwhile")
    given = [free.give(kept(tmp_path), format_).name for format_ in (Format.JPEG, Format.JPEG, Format.PNG, Format.MP4)]
    assert given == ["photo-1.jpg", "photo-3.jpg", "photo-5.png", "video-1.mp4"]
    assert (tmp_path / "photo-4.png").read_bytes() == b"came meanwhile"
    assert names(tmp_path) == {*given, "photo-2.webp", "photo-4.png"}


@pytest.mark.parametrize("code", [errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK])
def test_disks_without_links_get_the_same_names(tmp_path: Path, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory cards for instance."""

    def refuse(*arguments: object) -> None:
        raise OSError(code, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "photo-1.jpg").write_bytes(b"there before")
    assert FreeNames(tmp_path).give(kept(tmp_path), Format.JPEG).read_bytes() == b"new"
    assert names(tmp_path) == {"photo-1.jpg", "photo-2.jpg"}
    assert (tmp_path / "photo-1.jpg").read_bytes() == b"there before"


def test_names_come_to_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without a free name is an error, and nothing in it is replaced."""
    monkeypatch.setattr(temporary_module, "NAMES_MAX", 2)
    free = FreeNames(tmp_path)
    free.give(kept(tmp_path), Format.JPEG)
    with pytest.raises(FileExistsError):
        free.give(kept(tmp_path, b"other"), Format.JPEG)
    assert (tmp_path / "photo-1.jpg").read_bytes() == b"new"


def test_in_place_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is on the disk before it takes the place of the original, and its name is after."""
    steps = []
    real_sync, real_replace = os.fsync, os.replace

    def sync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        real_sync(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", lambda *paths: steps.append("replace") or real_replace(*paths))
    original = tmp_path / "original"
    original.write_bytes(b"old")
    with Temporary(tmp_path) as temporary:
        os.write(temporary.descriptor, b"new")
        temporary.settle(original.stat())
        temporary.kept = True
    put_in_place(temporary.path, original)
    assert steps == (["file", "replace"] if sys.platform == "win32" else ["file", "replace", "folder"])
    assert original.read_bytes() == b"new"


def test_sweep_removes_what_is_old_and_ours(tmp_path: Path) -> None:
    """What a running command may need is named, and nothing else is touched."""
    old, new = kept(tmp_path), kept(tmp_path)
    now_ns = new.stat().st_mtime_ns
    os.utime(old, ns=(0, now_ns - HOUR_NS - 1))
    (tmp_path / ".unshared-folder").mkdir()
    for name in ("photo-1.jpg", "unshared-1", ".other"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, ns=(0, 0))
    assert sweep(tmp_path, now_ns) == (new,)
    assert names(tmp_path) == {new.name, ".unshared-folder", "photo-1.jpg", "unshared-1", ".other"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_sweep_follows_no_links(tmp_path: Path) -> None:
    """A link with such a name is not ours."""
    (tmp_path / "photo.jpg").touch()
    (tmp_path / ".unshared-link").symlink_to(tmp_path / "photo.jpg")
    assert sweep(tmp_path, 2**63) == ()
    assert names(tmp_path) == {"photo.jpg", ".unshared-link"}
