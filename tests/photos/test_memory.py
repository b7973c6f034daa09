"""Files of any size in little memory."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from safety.photos.limits import MEBIBYTE
from tests.photos import samples

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory cannot be measured there in this way")

ROOT = Path(__file__).resolve().parents[2]
LARGE = 100 * MEBIBYTE
PATH_KIBIBYTES, STREAM_KIBIBYTES = 64 * 1024, 128 * 1024
# Not getrusage: its number begins with the memory of the process that started this one.
MEASURED = """
import re, sys
from pathlib import Path
from safety.photos.command_line.command import main
status = main(sys.argv[1:])
print(status, *re.findall(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text()), file=sys.stderr)
"""


def write_png(path: Path) -> None:
    """A PNG of that size, mostly a hole in the disk, with a comment in it."""
    whole = samples.png()
    with path.open("wb") as file:
        file.write(whole[:-12] + samples.chunk(b"tEXt", b"Comment\0hello"))
        file.write(LARGE.to_bytes(4, "big") + b"IDAT")
        file.seek(LARGE + 4, 1)
        file.write(whole[-12:])


def write_jpeg(path: Path) -> None:
    """A JPEG of that size with a comment in it; its scan is searched to the end."""
    dirty = samples.after_start(samples.segment(0xFE, b"hello"))
    with path.open("wb") as file:
        file.write(dirty[:-2])
        file.seek(LARGE, 1)
        file.write(dirty[-2:])


def most_kibibytes(arguments: list[str], source: Path, target: Path) -> int:
    """The largest memory of the command; `source` and `target` are its standard input and output."""
    command = [sys.executable, "-c", MEASURED, *arguments]
    with source.open("rb") as file, target.open("wb") as out:
        ended = subprocess.run(command, cwd=ROOT, stdin=file, stdout=out, stderr=subprocess.PIPE, check=True)
    status, most = map(int, ended.stderr.split()[-2:])
    assert status == 0
    return most


@pytest.mark.parametrize("write", [write_png, write_jpeg])
def test_large_file_in_little_memory(write: Callable[[Path], None], tmp_path: Path) -> None:
    """The limit of the specification, whatever the size of the file."""
    source, target = tmp_path / "large", tmp_path / "out"
    write(source)
    assert (
        most_kibibytes(["clean", str(source), "-o", str(target)], Path(os.devnull), tmp_path / "said") < PATH_KIBIBYTES
    )
    assert LARGE < target.stat().st_size < source.stat().st_size


def test_large_stream_in_bounded_memory(tmp_path: Path) -> None:
    """It is held in memory up to a limit, and on the disk beyond."""
    source, target = tmp_path / "large", tmp_path / "out"
    write_png(source)
    assert most_kibibytes(["clean", "-"], source, target) < STREAM_KIBIBYTES
    assert LARGE < target.stat().st_size < source.stat().st_size
