"""The command line: exit status, messages, and files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from safety.photos.__main__ import main, worst_status
from tests.photos import samples

ROOT = Path(__file__).resolve().parents[2]
DIRTY = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6)))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo with everything a camera writes."""
    path = tmp_path / "IMG_20240131_102030.jpg"
    path.write_bytes(DIRTY)
    return path


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
    assert {path.name for path in folder.iterdir()} == {"photo-1.jpg", "photo-2.jpg"}


def test_in_place_says_what_the_name_tells(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The name stays, and people are told."""
    assert main(["clean", "--in-place", str(photo)]) == 0
    out = capsys.readouterr().out
    assert "tells a date: 2024-01-31" in out
    assert b"Acme" not in photo.read_bytes()
    assert main(["clean", "--in-place", str(photo)]) == 0
    assert "Already clean." in capsys.readouterr().out


def test_refused_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, the reason on standard error, and no file."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    assert main(["clean", str(path)]) == 2
    captured = capsys.readouterr()
    assert "We cannot clean PDF files." in captured.err
    assert captured.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert main(["inspect", str(path)]) == 2


def test_unreadable_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1 with a message for what is not there, or is a folder."""
    assert main(["clean", str(tmp_path / "none.jpg")]) == 1
    assert main(["inspect", str(tmp_path)]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_failed_check(photo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1 when our own check fails."""
    monkeypatch.setattr("safety.photos.deliver.splice_to_file", lambda *arguments: None)
    assert main(["clean", str(photo)]) == 1
    assert "Our check of the result failed" in capsys.readouterr().err
    assert [path.name for path in photo.parent.iterdir()] == [photo.name]


def test_worst_status_wins(photo: Path, tmp_path: Path) -> None:
    """Failed before refused before fine, and all files are tried."""
    assert [worst_status(ended) for ended in ([0, 2, 1], [2, 0], [0], [])] == [1, 2, 0, 0]
    bad = tmp_path / "bad"
    bad.write_bytes(b"x")
    assert main(["clean", str(bad), str(photo)]) == 2
    assert (tmp_path / "photo-1.jpg").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["clean"],
        ["clean", "a", "--what"],
        ["clean", "a", "-o", "b", "--in-place"],
        ["clean", "a", "b", "-o", "no-folder"],
        ["wash", "a"],
    ],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Status 64 and the usage on standard error."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 64
    assert "usage:" in capsys.readouterr().err


def test_output_over_the_file_itself(photo: Path) -> None:
    """Replacing the original is asked for by its own name."""
    with pytest.raises(SystemExit) as caught:
        main(["clean", str(photo), "-o", str(photo)])
    assert caught.value.code == 64
    assert photo.read_bytes() == DIRTY


def test_inspect_as_text_and_json(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words for people; one object a line for programs, for refused files as well."""
    assert main(["inspect", str(photo)]) == 0
    assert "52.51630, -13.37769" in capsys.readouterr().out
    (tmp_path / "bad").write_bytes(b"x")
    assert main(["inspect", "--json", str(photo), str(tmp_path / "bad")]) == 2
    good, bad = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (good["format"], good["clean"], good["kept"]) == ("jpeg", False, ["orientation"])
    assert good["findings"][0]["values"] == {"lat": "52.51630", "lon": "-13.37769"}
    assert set(good["findings"][0]) == {"code", "severity", "place", "bytes", "values", "text"}
    assert bad["error"] == {"code": "not-recognised"}


def test_hostile_text_cannot_rewrite_the_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters of comments and names are not printed."""
    path = tmp_path / "a\x1b[2Jb.jpg"
    path.write_bytes(samples.after_start(samples.segment(0xFE, b"\x1b[2Jhello\r\n\x07")))
    assert main(["clean", str(path)]) == 0
    out = capsys.readouterr().out
    assert "hello" in out
    assert "\x1b" not in out
    assert "\x07" not in out


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently there")
def test_reader_that_leaves_early_sees_no_stack_trace(photo: Path) -> None:
    """As in `inspect … | head -0`."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "safety.photos", "inspect", photo]
    ended = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_module_runs_as_a_program(photo: Path) -> None:
    """python -m safety.photos, from a shell."""
    command = [sys.executable, "-m", "safety.photos"]
    ended = subprocess.run(
        [*command, "clean", photo, "-o", photo.parent / "o.jpg"], cwd=ROOT, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 64
