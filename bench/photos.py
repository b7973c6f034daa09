"""The photo engine beside other tools, on the same files in the same run: time, memory, and what is left inside.

python bench/photos.py [FOLDER OF REAL FILES]

The files are made by code, unless a folder is named. The other tools are used where they are installed: exiftool
(or the one that EXIFTOOL names), mat2 and exiv2 as commands, the rest from requirements-dev.txt. Linux.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.peers import files as made  # noqa: E402  # the project is not installed as a package
from bench.peers.tools import Tool, available, ours_new_files  # noqa: E402  # as above
from safety.photos.deliver import clean_to  # noqa: E402  # as above
from safety.photos.recognise import EXTENSIONS  # noqa: E402  # as above
from tests.photos.places import HIDING_PLACES  # noqa: E402  # as above
from tests.photos.reading import frames_of, secrets_in  # noqa: E402  # as above

COUNT, FEW, ROUNDS = 200, 20, 15
MEBIBYTE, GIBIBYTE = 2**20, 2**30


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def against_copy(folder: Path) -> None:
    """One file in this process: read, cleaned, written and checked, as a ratio to a plain copy of the same file."""
    print("\n| in process, one file | size | cleaned | plain copy | ratio |\n| --- | --- | --- | --- | --- |")
    movie = folder / "movie.mp4"
    made.movie(movie, 40, 20_000_000)
    pictures = {
        "JPEG": made.jpeg(4000, 3000),
        "JPEG, large": made.jpeg(8000, 6000),
        "PNG": made.png(2600, 1900),
        "HEIC": made.heic(5200, 3900, 50),
        "MP4": movie.read_bytes(),
    }
    for name, content in pictures.items():
        source = folder / "source"
        source.write_bytes(content)
        ours, copies = in_turn(source, folder / "target")
        # Side by side in each round, since a busy machine slows both down.
        ratio = statistics.median(own / plain for own, plain in zip(ours, copies, strict=True))
        times = f"{statistics.median(ours) * 1000:.1f} ms | {statistics.median(copies) * 1000:.1f} ms"
        print(f"| {name} | {len(content) / MEBIBYTE:.1f} MB | {times} | {ratio:.2f} |", flush=True)


def in_turn(source: Path, target: Path) -> tuple[list[float], list[float]]:
    """Seconds of our cleaning and of a plain copy, one after the other, many times."""
    ours, copies = [], []
    for _ in range(ROUNDS):
        # To a name that is free, since to make room for a file takes time as well.
        target.unlink(missing_ok=True)
        copies.append(seconds(lambda: shutil.copyfile(source, target)))
        target.unlink()
        ours.append(seconds(lambda: clean_to(source, target)))
    return ours, copies


def race(folder: Path, originals: list[Path], tools: list[Tool]) -> None:
    """Each tool on a fresh copy of the same files; the first is ours, and the others are told as ratios to it."""
    size = sum(path.stat().st_size for path in originals) / MEBIBYTE
    print(f"\n| {len(originals)} files, {size:.0f} MB | seconds | the first is faster |\n| --- | --- | --- |")
    own = 0.0
    for tool in tools:
        copies = folder / "copies-to-clean"
        shutil.copytree(originals[0].parent, copies)
        files = [copies / path.name for path in originals]
        taken = seconds(lambda tool=tool, files=files: tool.clean(files))
        shutil.rmtree(copies)
        own = own or taken
        print(f"| {tool.name} | {taken:.2f} | {taken / own:.1f} times |", flush=True)


def leftovers(folder: Path, tools: list[Tool]) -> None:
    """A secret in every hiding place: how many are still in the file, and how many pictures are not the same."""
    print(f"\n| {len(HIDING_PLACES)} files with a secret | still inside after a change | left as it was | ", end="")
    print("other pixels | broken |")
    print("| --- | --- | --- | --- | --- |")
    for tool in tools:
        if tool.name.startswith(("cp", "exiftool, kept")):
            continue
        left, refused, changed, broken = 0, 0, 0, 0
        place = folder / "secrets"
        place.mkdir()
        files = []
        for number, (content, format_) in enumerate(HIDING_PLACES.values()):
            files.append(place / f"file-{number:04d}.{EXTENSIONS[format_]}")
            files[-1].write_bytes(content)
        tool.clean(files)
        for file, (content, _) in zip(files, HIDING_PLACES.values(), strict=True):
            result = file.read_bytes() if file.exists() else content
            refused += result == content
            left += result != content and bool(secrets_in(result))
            verdict = compared(content, result)
            changed, broken = changed + (verdict == "changed"), broken + (verdict == "broken")
        shutil.rmtree(place)
        print(f"| {tool.name} | {left} | {refused} | {changed} | {broken} |", flush=True)


def compared(before: bytes, after: bytes) -> str:
    """Whether a second reader sees the same frames: "same", "changed" or "broken"."""
    try:
        frames = frames_of(before)
    except Exception:  # whatever the reader says, there is nothing to compare
        return "same"
    try:
        return "same" if frames_of(after) == frames else "changed"
    except Exception:  # the reader took the file before the tool had it
        return "broken"


def memory(folder: Path) -> None:
    """Peak memory of the command for a video of a gigabyte."""
    video = folder / "huge.mp4"
    made.huge_movie(video, GIBIBYTE)
    code = (
        "import sys; from pathlib import Path; from safety.photos.__main__ import main; "
        f"main(['clean', {str(video)!r}, '-o', {str(folder / 'clean.mp4')!r}]); "
        "status = Path('/proc/self/status').read_text(); "
        "print(int(status.partition('VmHWM:')[2].split()[0]) // 1024, file=sys.stderr)"
    )
    begun = time.perf_counter()
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    print(f"\nA video of 1 GB: {time.perf_counter() - begun:.2f} s, peak memory {ended.stderr.split()[-1]} MB")


def main() -> None:
    """All tables, as Markdown."""
    # Samples are broken on purpose, and the second readers warn of that.
    warnings.simplefilter("ignore")
    batch, each = available()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        against_copy(folder)
        memory(folder)
        if len(sys.argv) > 1:
            originals = made.real(folder / "originals", Path(sys.argv[1]))
        else:
            originals = made.mixed(folder / "originals", COUNT)
        race(folder, originals, [Tool("Unshared, the list, new files", ours_new_files), *batch])
        # Once beforehand, so that Python has compiled its modules.
        ours_new_files(originals[:1])
        few = made.real(folder / "few", folder / "originals")[:FEW]
        race(folder, few, each)
        leftovers(folder, batch)


if __name__ == "__main__":
    main()
