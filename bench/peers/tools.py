"""The other tools, each as a function that cleans a list of files in place, with the settings its manual names."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
EXIFTOOL = os.environ.get("EXIFTOOL") or shutil.which("exiftool") or ""
# As a person would start it: Python keeps its compiled modules, unless it is told not to.
PLAIN = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
READY = b"{ready}\n"


@dataclass(frozen=True)
class Tool:
    """A tool under the name of its row, and how it cleans files in place."""

    name: str
    clean: Callable[[list[Path]], None]


def ours_new_files(files: list[Path]) -> None:
    """One process for all files, on both cores; the clean files go to a folder of their own."""
    target = files[0].parent.parent / "clean"
    target.mkdir()
    subprocess.run([sys.executable, "-m", "safety.photos", "clean", "-o", target, *files], cwd=ROOT, env=PLAIN, **QUIET)
    shutil.rmtree(target)


def ours_batch(files: list[Path]) -> None:
    """One process for all files, on both cores."""
    subprocess.run([sys.executable, "-m", "safety.photos", "clean", "--in-place", *files], cwd=ROOT, env=PLAIN, **QUIET)


def ours_each(files: list[Path]) -> None:
    """One process per file, with the start of Python; the clean files go to a folder of their own."""
    target = files[0].parent.parent / "clean"
    target.mkdir()
    for file in files:
        subprocess.run(
            [sys.executable, "-m", "safety.photos", "clean", "-o", target, file], cwd=ROOT, env=PLAIN, **QUIET
        )
    shutil.rmtree(target)


def copy(files: list[Path]) -> None:
    """A plain copy of each, by `cp`, in one process."""
    target = files[0].parent.parent / "copies"
    target.mkdir(exist_ok=True)
    subprocess.run(["cp", *files, target], **QUIET)
    shutil.rmtree(target)


def exiftool_batch(files: list[Path]) -> None:
    """One process that is given the whole list."""
    subprocess.run([EXIFTOOL, "-q", "-q", "-all=", "-overwrite_original", *files], **QUIET)


def exiftool_each(files: list[Path]) -> None:
    """One process per file."""
    for file in files:
        subprocess.run([EXIFTOOL, "-q", "-q", "-all=", "-overwrite_original", file], **QUIET)


def exiftool_kept_open(files: list[Path]) -> None:
    """One process that stays, and is given one file after the other."""
    command = [EXIFTOOL, "-stay_open", "True", "-@", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        if running.stdin is None or running.stdout is None:
            return
        for file in files:
            running.stdin.write(f"-all=\n-overwrite_original\n{file}\n-execute\n".encode())
            running.stdin.flush()
            while not running.stdout.readline().endswith(READY):
                pass
        running.stdin.write(b"-stay_open\nFalse\n")
        running.stdin.flush()


def mat2_batch(files: list[Path]) -> None:
    """One process that is given the whole list."""
    subprocess.run(["mat2", "--inplace", *files], **QUIET)


def mat2_each(files: list[Path]) -> None:
    """One process per file."""
    for file in files:
        subprocess.run(["mat2", "--inplace", file], **QUIET)


def exiv2_batch(files: list[Path]) -> None:
    """One process that is given the whole list; it takes away EXIF, IPTC, XMP and comments."""
    subprocess.run(["exiv2", "-q", "-d", "a", "rm", *files], **QUIET)


def pyexiv2_batch(files: list[Path]) -> None:
    """In this process."""
    import pyexiv2

    pyexiv2.set_log_level(4)
    for file in files:
        try:
            with pyexiv2.Image(str(file)) as image:
                image.clear_exif()
                image.clear_iptc()
                image.clear_xmp()
                image.clear_comment()
        except (RuntimeError, UnicodeDecodeError):
            continue


def piexif_batch(files: list[Path]) -> None:
    """In this process; JPEG and WebP only."""
    import piexif

    for file in files:
        try:
            piexif.remove(str(file))
        except (ValueError, KeyError, IndexError, TypeError, OSError, OverflowError, NameError):
            continue


def pillow_batch(files: list[Path]) -> None:
    """Decoded and written again by Pillow in this process, as many small scripts do it; not the same pixels."""
    for file in files:
        try:
            with Image.open(file) as image:
                out = io.BytesIO()
                fresh = Image.frombytes(image.mode, image.size, image.tobytes())
                fresh.save(out, image.format)
        except (OSError, ValueError, KeyError, SyntaxError, RuntimeError, Image.DecompressionBombError):
            continue
        file.write_bytes(out.getvalue())


def available() -> tuple[list[Tool], list[Tool]]:
    """The tools that are here: those for a whole list, and those with a process per file."""
    batch = [Tool("Unshared, the list, in place", ours_batch), Tool("cp, the list", copy)]
    each = [Tool("Unshared, a process per file", ours_each)]
    if EXIFTOOL:
        batch += [Tool("exiftool, the list", exiftool_batch), Tool("exiftool, kept open", exiftool_kept_open)]
        each += [Tool("exiftool, a process per file", exiftool_each)]
    if shutil.which("mat2"):
        batch += [Tool("mat2, the list", mat2_batch)]
        each += [Tool("mat2, a process per file", mat2_each)]
    if shutil.which("exiv2"):
        batch += [Tool("exiv2, the list", exiv2_batch)]
    batch += [
        Tool("pyexiv2, in process", pyexiv2_batch),
        Tool("piexif, in process", piexif_batch),
        Tool("Pillow, saved again", pillow_batch),
    ]
    return batch, each
