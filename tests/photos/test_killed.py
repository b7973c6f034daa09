"""Whatever happens to the process or the disk: the whole original, or the whole clean file."""

import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from safety.photos import clean_bytes
from safety.photos.temporary import PREFIX, sweep
from tests.photos import samples

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing there is killed in this way")

ROOT = Path(__file__).resolve().parents[2]
SCAN = bytes(range(255)) * 6000
DIRTY = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6)))[:-2] + SCAN + b"\xff\xd9"
CLEAN = clean_bytes(DIRTY).content or b""
ORIGINAL, CLEANED = hashlib.sha256(DIRTY).hexdigest(), hashlib.sha256(CLEAN).hexdigest()


def run(program: str, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    """A Python program in a process of its own."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False)


def names(folder: Path) -> set[str]:
    """What is in a folder, hidden files included."""
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo that takes more than one write, alone in its folder."""
    (tmp_path / "folder").mkdir()
    path = tmp_path / "folder" / "original.jpg"
    path.write_bytes(DIRTY)
    return path


@pytest.mark.parametrize("how", ["in-place", "copy"])
def test_killed_at_every_moment(how: str, photo: Path) -> None:
    """A name holds a whole file, and what is left over has a name by which the next command finds it."""
    command = [sys.executable, "-m", "tests.photos.killed", photo.parent, how]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    moments = [json.loads(line) for line in ended.stdout.splitlines()]
    for files in moments:
        assert files.pop("original.jpg") in ({ORIGINAL, CLEANED} if how == "in-place" else {ORIGINAL})
        named = {name: digest for name, digest in files.items() if not name.startswith(PREFIX)}
        assert named in ({}, {"photo-1.jpg": CLEANED})
        assert len(files) - len(named) <= 1
    # The kills were spread over the whole work, up to its end.
    assert len(moments) > 25
    assert any(files for files in moments)
    assert sweep(photo.parent, 2**63) == ()
    assert not any(name.startswith(PREFIX) for name in names(photo.parent))


SLOW = """
import sys, time
from safety.photos import deliver
from safety.photos.command_line.command import run
real = deliver.check_clean
def slow(*arguments):
    print("now", flush=True)
    time.sleep(60)
deliver.check_clean = slow
sys.argv[1:] = sys.argv[1:]
run()
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("how", ["--in-place", "-o"])
def test_stopped_by_a_person_or_the_system(name: str, how: str, photo: Path) -> None:
    """Ctrl+C, an end of the session, a closed window: nothing is left over, and the status says so."""
    number = getattr(signal, name)
    arguments = ["clean", photo, how] if how == "--in-place" else ["clean", photo, how, photo.parent]
    command = [sys.executable, "-c", SLOW, *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, preexec_fn=as_in_a_terminal) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"now\n"
        assert len(names(photo.parent)) == 2
        process.send_signal(number)
        _, said = process.communicate()
    assert process.returncode == 128 + number
    assert said == (b"Stopped. 1 of 1 files were not worked on.\n" if name == "SIGINT" else b"")
    assert names(photo.parent) == {"original.jpg"}
    assert photo.read_bytes() == DIRTY


FULL = """
import resource, sys
from safety.photos.command_line.command import run
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
run()
"""


@pytest.mark.parametrize("how", ["--in-place", "-o"])
def test_disk_without_room(how: str, photo: Path) -> None:
    """The system refuses to write any further: the original stays, and nothing else."""
    ended = run(FULL, "clean", photo, *([how] if how == "--in-place" else [how, photo.parent / "out.jpg"]))
    assert ended.returncode == 1
    assert b"larger than files may be here" in ended.stderr
    assert ended.stdout == b""
    assert names(photo.parent) == {"original.jpg"}
    assert photo.read_bytes() == DIRTY


# All is loaded first: the modules may lie where nobody but the administrator can read.
WITHOUT_RIGHTS = """
import os, sys
from safety.photos import clean_bytes
from safety.photos.command_line.command import main
from tests.photos import samples
clean_bytes(samples.jpeg())
os.chdir(sys.argv[1])
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("how", [["--in-place"], []], ids=["in place", "copy"])
def test_folder_that_can_only_be_read(how: list[str], photo: Path) -> None:
    """A clean file cannot be written beside the original, nor in its place."""
    photo.chmod(0o644)
    photo.parent.chmod(0o555)
    try:
        ended = run(WITHOUT_RIGHTS, photo.parent, "clean", photo.name, *how)
    finally:
        photo.parent.chmod(0o755)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert b"original.jpg: This file cannot be read or written." in ended.stderr
    assert b"You have no right" in ended.stderr
    assert names(photo.parent) == {"original.jpg"}
    assert photo.read_bytes() == DIRTY


def test_file_that_we_may_not_read(photo: Path) -> None:
    """It is told, and the others are cleaned."""
    other = photo.parent / "other.jpg"
    other.write_bytes(DIRTY)
    photo.parent.chmod(0o777)
    other.chmod(0o644)
    photo.chmod(0)
    ended = run(WITHOUT_RIGHTS, photo.parent, "clean", photo.name, other.name)
    assert ended.returncode == 1
    assert b"original.jpg: This file cannot be read or written. You have no right" in ended.stderr.replace(
        b" Nothing was written.", b""
    )
    assert ended.stdout.splitlines()[-1] == b"1 cleaned, 1 failed."
    assert (photo.parent / "photo-1.jpg").read_bytes() == CLEAN


MANY = """
import sys
from safety.photos.command_line import run as module
from safety.photos.command_line.command import run
module._WORTH_FILES = 2
module.os.cpu_count = lambda: 2
if __name__ == "__main__":
    run()
"""


@pytest.fixture
def many(photo: Path, tmp_path: Path) -> Path:
    """A folder of many photos."""
    for number in range(200):
        (photo.parent / f"{number:03}.jpg").write_bytes(DIRTY[: -len(SCAN)] + b"\xff\xd9")
    (tmp_path / "out").mkdir()
    return photo.parent


def as_in_a_terminal() -> None:
    """A shell starts what runs in the background deaf to ^C, and its children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def start(program: Path, *arguments: object) -> subprocess.Popen[bytes]:
    """The command in a group of processes of its own, as a shell starts it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        [sys.executable, program, *map(str, arguments)],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=as_in_a_terminal,
    )  # fmt: skip


def is_anybody_left(group: int) -> bool:
    """True while a process of the group runs."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until_all_are_gone(group: int) -> None:
    """Or fail."""
    for _ in range(2000):
        if not is_anybody_left(group):
            return
        time.sleep(0.01)
    os.killpg(group, signal.SIGKILL)
    pytest.fail("a process outlived the command")


@pytest.mark.parametrize(
    ("name", "send"),
    [("SIGINT", os.killpg), ("SIGHUP", os.killpg), ("SIGTERM", os.kill)],
    ids=["^C", "closed", "ended"],
)
def test_many_stopped_in_the_middle(name: str, send: Callable[[int, int], None], many: Path, tmp_path: Path) -> None:
    """A terminal tells all its processes, a system only one: what has a name is whole, and nothing else is left."""
    program, out = tmp_path / "many.py", tmp_path / "out"
    program.write_text(MANY)
    process = start(program, "clean", "-r", many, "-o", out)
    assert process.stdout is not None
    process.stdout.readline()
    number = getattr(signal, name)
    send(process.pid, number)
    _, said = process.communicate()
    assert process.returncode == 128 + number
    assert re.fullmatch(rb"Stopped\. \d+ of 201 files were not worked on\.\n" if name == "SIGINT" else b"", said)
    wait_until_all_are_gone(process.pid)
    done = sorted(out.iterdir())
    assert 0 < len(done) < 201
    assert names(out) == {f"photo-{number}.jpg" for number in range(1, len(done) + 1)}
    assert {clean_bytes(path.read_bytes()).kind for path in done} == {"already-clean"}


def test_nobody_outlives_a_command_that_is_killed(many: Path, tmp_path: Path) -> None:
    """Its helpers end by themselves; what has a name is whole."""
    program, out = tmp_path / "many.py", tmp_path / "out"
    program.write_text(MANY)
    process = start(program, "clean", "-r", many, "-o", out)
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate()
    wait_until_all_are_gone(process.pid)
    assert {clean_bytes(path.read_bytes()).kind for path in out.iterdir() if path.name[0] != "."} == {"already-clean"}
