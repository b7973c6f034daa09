"""One photo is cleaned in the time of a blink, so nothing is loaded that it does not need."""

import subprocess
import sys
from pathlib import Path

import pytest

from safety.photos.planner import PLANNERS
from tests.photos import samples

ROOT = Path(__file__).resolve().parents[2]
# Each of them takes as long to load as a small photo takes to clean.
SLOW = {
    "concurrent.futures", "dataclasses", "email", "hashlib", "http", "inspect", "json", "logging",
    "multiprocessing", "random", "shutil", "socket", "subprocess", "tempfile", "threading", "unittest", "xml",
    "zipfile", "flask", "PIL", "exifread",
}  # fmt: skip
PROGRAM = """
import sys
from safety.photos.__main__ import main
assert main(sys.argv[1:]) == 0
print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize("command", [["clean"], ["clean", "--in-place"], ["inspect"]], ids=" ".join)
@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_nothing_slow_is_loaded_for_one_photo(command: list[str], name: str, tmp_path: Path) -> None:
    """Nor a planner for another format."""
    dirty = {"a.jpg": samples.after_start(samples.segment(0xE1, b"Exif\\0\\0" + samples.exif(6)))}
    (tmp_path / name).write_bytes(dirty.get(name) or samples.after_header(samples.chunk(b"tEXt", b"Author\\0Anna")))
    arguments = [sys.executable, "-c", PROGRAM, *command, tmp_path / name]
    ended = subprocess.run(arguments, cwd=ROOT, capture_output=True, check=True, text=True)
    loaded = set(ended.stderr.split())
    assert "safety.photos.outcome" in loaded
    assert SLOW & loaded == set()
    planners = {f"safety.photos.{planner.rpartition('.')[0]}" for planner in PLANNERS.values()}
    assert planners & loaded == {f"safety.photos.formats.{'png' if name == 'a.png' else 'jpeg'}"}
