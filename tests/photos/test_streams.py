"""From standard input to standard output: whole and checked, or not at all."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from safety.photos import clean_bytes
from safety.photos.__main__ import main
from safety.photos.command_line import streams as streams_module
from safety.photos.outcome import Outcome
from tests.photos import samples

ROOT = Path(__file__).resolve().parents[2]
DIRTY = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6)))
CLEAN = clean_bytes(DIRTY).content


@pytest.fixture(params=["in memory", "in a file"], autouse=True)
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes fits in memory, or does not."""
    if request.param == "in a file":
        monkeypatch.setattr(streams_module, "IN_MEMORY_MAX_BYTES", 10)
        monkeypatch.setattr(streams_module, "MEBIBYTE", 100)


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch):
    """Puts bytes on standard input."""
    return lambda content: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_clean_file_comes_out(give, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """And nothing else; the words go to standard error."""
    give(DIRTY)
    assert main(["clean", "-"]) == 0
    captured = capsysbinary.readouterr()
    assert captured.out == CLEAN
    assert b"Standard input: Cleaned." in captured.err
    assert b"52.51630, -13.37769" in captured.err


def test_clean_file_comes_out_as_it_went_in(give, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Whoever builds a chain of commands gets a file for a file."""
    assert CLEAN is not None
    give(CLEAN)
    assert main(["clean", "-"]) == 0
    captured = capsysbinary.readouterr()
    assert captured.out == CLEAN
    assert b"Already clean." in captured.err


@pytest.mark.parametrize(
    ("content", "code"), [(b"", b"empty"), (b"%PDF-1.7 and so on", b"PDF"), (DIRTY[:60], b"damaged")]
)
def test_nothing_comes_out_for_a_refused_file(
    content: bytes, code: bytes, give, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Not one byte, and the reason on standard error."""
    give(content)
    assert main(["clean", "-"]) == 2
    captured = capsysbinary.readouterr()
    assert captured.out == b""
    assert code in captured.err


def test_a_file_on_standard_output(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """OUT can be - for a file as well."""
    (tmp_path / "a.jpg").write_bytes(DIRTY)
    assert main(["clean", str(tmp_path / "a.jpg"), "-o", "-"]) == 0
    assert capsysbinary.readouterr().out == CLEAN
    assert [path.name for path in tmp_path.iterdir()] == ["a.jpg"]


def test_into_a_file_or_a_folder(give, tmp_path: Path) -> None:
    """A file that only we can read, since nobody said who else could."""
    for name in ("out.jpg", "."):
        give(DIRTY)
        assert main(["clean", "-", "-o", str(tmp_path / name)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"out.jpg", "photo-1.jpg"}
    for path in tmp_path.iterdir():
        assert path.read_bytes() == CLEAN
        assert sys.platform == "win32" or path.stat().st_mode & 0o777 == 0o600


def test_inspecting(give, capsys: pytest.CaptureFixture[str]) -> None:
    """Like any file."""
    give(DIRTY)
    assert main(["inspect", "-"]) == 0
    assert "Standard input: JPEG" in capsys.readouterr().out
    give(b"x")
    assert main(["inspect", "-"]) == 2


def test_deep_clean(give, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """It works in memory, and refuses what is too large for that."""
    is_small = streams_module.IN_MEMORY_MAX_BYTES > 10
    drawn = samples.png()

    def draw(content: bytes) -> Outcome:
        assert content == DIRTY
        return clean_bytes(drawn)

    monkeypatch.setattr(streams_module, "deep_clean", draw)
    give(DIRTY)
    assert main(["clean", "--deep", "-"]) == (0 if is_small else 2)
    captured = capsysbinary.readouterr()
    assert captured.out == (drawn if is_small else b"")
    assert (b"coded anew" if is_small else b"larger than") in captured.err


def test_terminal_gets_no_picture(give, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It would be a screen full of signs."""
    give(DIRTY)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(SystemExit) as caught:
        main(["clean", "-"])
    assert caught.value.code == 64
    assert "cannot be written to a terminal" in capsys.readouterr().err


def test_as_a_program(tmp_path: Path) -> None:
    """Through real pipes, and without a file anywhere."""
    command = [sys.executable, "-m", "safety.photos", "clean", "-"]
    ended = subprocess.run(command, cwd=ROOT, input=DIRTY, capture_output=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, CLEAN)
    (tmp_path / "a.jpg").write_bytes(DIRTY)
    with (tmp_path / "a.jpg").open("rb") as file, (tmp_path / "b.jpg").open("wb") as out:
        assert (
            subprocess.run(command, cwd=ROOT, stdin=file, stdout=out, stderr=subprocess.DEVNULL, check=False).returncode
            == 0
        )
    assert (tmp_path / "b.jpg").read_bytes() == CLEAN
