"""Whatever a parser stumbles over becomes one error at the front door."""

import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from safety.photos import planner
from safety.photos.errors import CleanError
from safety.photos.planner import PLANNERS, load_planner, make_plan
from safety.photos.recognise import Format
from safety.photos.source import BytesSource
from tests.photos import samples

ROOT = Path(__file__).resolve().parents[2]


def raising(error: Exception) -> Callable[[Format], planner.Planner]:
    """Stands for `load_planner`; the planner it gives raises the error."""

    def raises(*arguments: object) -> None:
        raise error

    return lambda format_: raises


@pytest.mark.parametrize(
    "stumble",
    [IndexError(), KeyError(), struct.error(), OverflowError(), ZeroDivisionError(), MemoryError(), RecursionError(),
     ValueError(), UnicodeDecodeError("utf-8", b"", 0, 1, ""), zlib.error()],
)  # fmt: skip
def test_stumbles_become_damaged(stumble: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site sees a code, not a stack trace."""
    monkeypatch.setattr(planner, "load_planner", raising(stumble))
    with pytest.raises(CleanError) as caught:
        make_plan(BytesSource(samples.png()))
    assert caught.value.code == "damaged"


def test_stumbles_on_the_first_bytes_become_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also while nobody knows yet which format it is."""
    monkeypatch.setattr(planner, "recognise", raising(IndexError())(Format.PNG))
    with pytest.raises(CleanError) as caught:
        make_plan(BytesSource(samples.png()))
    assert caught.value.code == "damaged"


def test_our_own_faults_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """A TypeError is a mistake in the code, and a test or fuzzer has to see it."""
    monkeypatch.setattr(planner, "load_planner", raising(TypeError()))
    with pytest.raises(TypeError):
        make_plan(BytesSource(samples.png()))


@pytest.mark.parametrize("format_", PLANNERS)
def test_every_planner_is_there(format_: Format) -> None:
    """A line of the table names a function that exists, in a module named like it."""
    found = load_planner(format_)
    assert f"{found.__module__}.{found.__qualname__}" == f"safety.photos.{PLANNERS[format_]}"


def test_a_format_that_nobody_sends_is_not_loaded() -> None:
    """Cleaning a PNG loads no planner but its own, so that a new format makes no start slower."""
    modules = {f"safety.photos.{name.rpartition('.')[0]}" for name in PLANNERS.values()}
    program = (
        "import sys; from safety.photos import clean_bytes; from tests.photos import samples; "
        "clean_bytes(samples.png()); print(*sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True)
    assert modules & set(ended.stdout.split()) == {"safety.photos.formats.png"}
