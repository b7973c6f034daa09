"""The command line: exit status, messages, and files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from safety.photos import deliver as deliver_module
from safety.photos.__main__ import main
from safety.photos.plan import Plan
from tests.photos import samples

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "safety.photos"]
DIRTY = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6)))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo with everything a camera writes."""
    path = tmp_path / "IMG_20240131_102030.jpg"
    path.write_bytes(DIRTY)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with photos, a broken one, a document and a note, and one to put copies in."""
    folder = tmp_path / "2024 with Anna"
    (folder / "more").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    (folder / "a.jpg").write_bytes(DIRTY)
    (folder / "b.jpg").write_bytes(samples.jpeg()[:50])
    (folder / "more" / "c.png").write_bytes(samples.png())
    (folder / "notes.txt").write_text("nothing")
    return folder


def names(folder: Path) -> set[str]:
    """What is in a folder, hidden files included."""
    return {path.name for path in folder.iterdir()}


def test_clean_says_what_it_did(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for the file, the five worst findings, and what was kept."""
    assert main(["clean", str(photo)]) == 0
    out = capsys.readouterr().out
    assert "Cleaned." in out
    assert "photo-1.jpg" in out
    assert "52.51630, -13.37769" in out
    assert "and 6 more" in out
    assert "Kept: Which way up" in out
    assert (photo.parent / "photo-1.jpg").exists()


def test_clean_into_a_file_and_a_folder(photo: Path) -> None:
    """OUT is a new file, or a folder that exists."""
    folder = photo.parent / "folder"
    folder.mkdir()
    assert main(["clean", str(photo), "-o", str(photo.parent / "out.jpg")]) == 0
    assert main(["clean", str(photo), str(photo), "-o", str(folder)]) == 0
    assert (photo.parent / "out.jpg").exists()
    assert names(folder) == {"photo-1.jpg", "photo-2.jpg"}


def test_in_place_says_what_the_name_tells(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The name stays, and people are told."""
    assert main(["clean", "--in-place", str(photo)]) == 0
    out = capsys.readouterr().out
    assert "tells a date: 2024-01-31" in out
    assert b"Acme" not in photo.read_bytes()
    assert main(["clean", "--in-place", str(photo)]) == 0
    assert "Already clean." in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="a second name needs rights there")
def test_in_place_tells_of_other_names(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They still lead to the original, which people would think gone."""
    os.link(photo, photo.parent / "other.jpg")
    assert main(["clean", "--in-place", str(photo)]) == 0
    assert "another name elsewhere on the disk" in capsys.readouterr().out


def test_refused_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, the reason on standard error, and no file."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    assert main(["clean", str(path)]) == 2
    captured = capsys.readouterr()
    assert "We cannot clean PDF files." in captured.err
    assert captured.out == ""
    assert names(tmp_path) == {"a.pdf"}
    assert main(["inspect", str(path)]) == 2


@pytest.mark.parametrize("command", ["clean", "inspect"])
def test_missing_file(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1 with the reason."""
    assert main([command, str(tmp_path / "none.jpg")]) == 1
    captured = capsys.readouterr()
    assert "cannot be read or written" in captured.err
    assert "There is no such file" in captured.err
    assert captured.out == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names there")
def test_pipe_and_device(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are refused at once, and neither waited for nor replaced."""
    os.mkfifo(tmp_path / "pipe")
    for name in (str(tmp_path / "pipe"), "/dev/null"):
        for arguments in (["inspect"], ["clean", "--in-place"], ["clean", "-o", str(tmp_path)]):
            assert main([*arguments, name]) == 2
    assert "not a photo or video" in capsys.readouterr().err
    assert names(tmp_path) == {"pipe"}


def test_failed_check(photo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1 when our own check fails."""

    def writes_the_original(plan: Plan, source: object, descriptor: int) -> None:
        os.write(descriptor, DIRTY)

    monkeypatch.setattr(deliver_module, "splice_to_file", writes_the_original)
    assert main(["clean", str(photo)]) == 1
    assert "Our check of the result failed" in capsys.readouterr().err
    assert names(photo.parent) == {photo.name}


def test_worst_status_wins(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Failed before refused before fine; all files are tried, and counted at the end."""
    bad = tmp_path / "bad"
    bad.write_bytes(b"x")
    missing = str(tmp_path / "none.jpg")
    assert main(["clean", str(bad), str(photo)]) == 2
    assert capsys.readouterr().out.splitlines()[-1] == "1 cleaned, 1 refused."
    assert (tmp_path / "photo-1.jpg").exists()
    assert main(["clean", str(bad), missing, str(photo), str(tmp_path / "photo-1.jpg")]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 cleaned, 1 already clean, 1 refused, 1 failed."


def test_folder(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All its photos are cleaned into one folder, under names that tell nothing of the old ones."""
    assert main(["clean", "--recursive", str(folder), "-o", str(tmp_path / "out")]) == 2
    captured = capsys.readouterr()
    assert names(tmp_path / "out") == {"photo-1.jpg", "photo-2.png"}
    assert "notes.txt: Left alone." in captured.out
    assert captured.out.splitlines()[-1] == "1 cleaned, 1 already clean, 1 refused. Left alone: 1 of another kind."
    assert captured.err.count("\n") == 1
    assert "b.jpg: This file is damaged" in captured.err


def test_other_files_are_no_failure(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody asked for them."""
    (folder / "b.jpg").unlink()
    assert main(["clean", "-r", str(folder), "--in-place"]) == 0
    assert (folder / "notes.txt").read_text() == "nothing"
    assert main(["inspect", "-r", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 read. Left alone: 1 of another kind."
    assert main(["inspect", "-r", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out == "No photo or video was found.\n"


def test_folder_that_cannot_be_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Photos that nobody could look at are not passed over in silence."""
    real = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "more":
            raise PermissionError(13, "no", str(path))
        return real(path)

    (folder / "b.jpg").unlink()
    monkeypatch.setattr(os, "scandir", refuse)
    assert main(["inspect", "-r", str(folder)]) == 1
    captured = capsys.readouterr()
    assert "more: This folder cannot be read. You have no right" in captured.err
    assert captured.out.splitlines()[-1] == "1 read, 1 failed. Left alone: 1 of another kind."


def test_copies_of_an_earlier_run_are_not_cleaned_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """OUT may lie in the folder that is cleaned."""
    (folder / "out").mkdir()
    for _ in range(2):
        main(["clean", "-r", str(folder), "-o", str(folder / "out")])
    assert names(folder / "out") == {"photo-1.jpg", "photo-2.png", "photo-3.jpg", "photo-4.png"}


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["clean"],
        ["clean", "a", "--what"],
        ["clean", "a", "-o", "b", "--in-place"],
        ["clean", "a", "b", "-o", "no-folder"],
        ["clean", "folder"],
        ["inspect", "folder"],
        ["clean", "-r", "folder"],
        ["clean", "-r", "folder", "-o", "folder"],
        ["clean", "-r", "folder", "-o", "file"],
        ["clean", "photo.jpg", "-o", "photo.jpg"],
        ["clean", "photo.jpg", "-o", "./folder/../photo.jpg"],
        ["clean", "photo.jpg", "-o", os.devnull],
        ["clean", "-", "--in-place"],
        ["clean", "-", "-"],
        ["clean", "-", "photo.jpg"],
        ["clean", "-", "--json"],
        ["clean", "photo.jpg", "--in-place", "--deep"],
        ["wash", "a"],
    ],
    ids=" ".join,
)
def test_wrong_usage(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 64 and the usage on standard error, before anything is touched."""
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    for name in ("photo.jpg", "folder/a.jpg"):
        Path(name).write_bytes(DIRTY)
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 64
    captured = capsys.readouterr()
    assert "usage:" in captured.err
    assert captured.out == ""
    assert (names(Path()), names(Path("folder"))) == ({"folder", "photo.jpg"}, {"a.jpg"})
    assert Path("photo.jpg").read_bytes() == Path("folder/a.jpg").read_bytes() == DIRTY


def test_inspect_as_text_and_json(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words for people; one object a line for programs, for refused files as well."""
    assert main(["inspect", str(photo)]) == 0
    assert "52.51630, -13.37769" in capsys.readouterr().out
    (tmp_path / "bad").write_bytes(b"x")
    assert main(["inspect", "--json", str(photo), str(tmp_path / "bad"), str(tmp_path / "none")]) == 1
    captured = capsys.readouterr()
    good, bad, missing = (json.loads(line) for line in captured.out.splitlines())
    assert (good["file"], good["format"], good["clean"], good["kept"]) == (str(photo), "jpeg", False, ["orientation"])
    assert good["findings"][0]["code"] == "location"
    assert bad["error"]["code"] == "not-recognised"
    assert missing["error"]["code"] == "unreadable"
    assert captured.err.splitlines()[-1] == "1 read, 1 refused, 1 failed."


def test_all_tags_on_demand(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a table for who wants to see it all, and nowhere else."""
    assert main(["inspect", str(photo)]) == 0
    assert "LensModel" not in capsys.readouterr().out
    assert main(["inspect", "--tags", str(photo)]) == 0
    assert "EXIF LensModel: 35mm f/2" in capsys.readouterr().out
    assert main(["inspect", "--tags", "--json", str(photo)]) == 0
    assert {"group": "EXIF", "name": "LensModel", "value": "35mm f/2"} in json.loads(capsys.readouterr().out)["tags"]


def test_clean_as_json(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Always the same keys, whatever the ending."""
    (tmp_path / "bad.jpg").write_bytes(b"x")
    (tmp_path / "note").write_bytes(b"x")
    (tmp_path / "out").mkdir()
    missing = str(tmp_path / "none.jpg")
    assert main(["clean", "--json", "-r", str(tmp_path), missing, "-o", str(tmp_path / "out")]) == 1
    captured = capsys.readouterr()
    records = {Path(record["file"]).name: record for record in map(json.loads, captured.out.splitlines())}
    keys = {"file", "ending", "output", "format", "findings", "kept", "error"}
    assert all(set(record) == keys for record in records.values())
    assert {name: record["ending"] for name, record in records.items()} == {
        photo.name: "cleaned",
        "bad.jpg": "refused",
        "note": "left-alone",
        "none.jpg": "failed",
    }
    assert records[photo.name]["output"] == str(tmp_path / "out" / "photo-1.jpg")
    assert (records[photo.name]["format"], records[photo.name]["error"]) == ("jpeg", None)
    assert records["bad.jpg"]["error"]["code"] == "not-recognised"
    assert captured.err.splitlines()[-1] == "1 cleaned, 1 refused, 1 failed. Left alone: 1 of another kind."


@pytest.mark.attack("V1.3.3", "hides letters in a tag that rewrite the screen of who runs the command")
def test_hostile_text_cannot_rewrite_the_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters of comments and names are not printed, wherever a name is."""
    for name in ("a\x1b[2Jb.jpg", "c\x1b\u202e\n.txt"):
        path = tmp_path / name
        path.write_bytes(samples.after_start(samples.segment(0xFE, b"\x1b[2Jhello\r\n\x07")))
        assert main(["clean", str(path)]) == 0
        path.write_bytes(b"")
        assert main(["clean", str(path)]) == 2
        path.unlink()
        assert main(["clean", str(path)]) == 1
        path.mkdir()
        with pytest.raises(SystemExit):
            main(["clean", str(path)])
        path.rmdir()
    captured = capsys.readouterr()
    assert "hello" in captured.out
    assert captured.err.count("no such file") == 2
    assert not {"\x1b", "\x07", "\u202e", "\r"} & set(captured.out + captured.err)


def test_rest_of_a_killed_command(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An old one is removed, and a new one is named, since it may be at work."""
    old, new = photo.parent / ".unshared-old", photo.parent / ".unshared-new"
    old.touch()
    os.utime(old, (1_000_000_000, 1_000_000_000))
    new.touch()
    assert main(["inspect", str(photo)]) == 0
    assert old.exists()
    assert main(["clean", str(photo)]) == 0
    assert f"{new}: Left over by a command that was stopped" in capsys.readouterr().err
    assert names(photo.parent) == {photo.name, "photo-1.jpg", new.name}


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently there")
def test_reader_that_leaves_early_sees_no_stack_trace(photo: Path) -> None:
    """As in `inspect … | head -0`."""
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run([*COMMAND, "inspect", photo], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_module_runs_as_a_program(photo: Path) -> None:
    """python -m safety.photos, from a shell, on a screen that has letters of English only."""
    path = photo.rename(photo.parent / "Äpfel.jpg")
    run = {"cwd": ROOT, "capture_output": True, "check": False}
    screen = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run([*COMMAND, "clean", path, "-o", photo.parent / "o.jpg"], env=screen, **run)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"?pfel.jpg: Cleaned." in ended.stdout
    assert (photo.parent / "o.jpg").exists()
    assert subprocess.run([*COMMAND, "clean", path.parent / "none.jpg"], **run).returncode == 1
    for arguments, status in (([], 64), (["--help"], 0), (["clean", "--help"], 0)):
        assert subprocess.run([*COMMAND, *arguments], **run).returncode == status
