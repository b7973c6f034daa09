"""Whatever a parser stumbles over becomes one error at the front door."""

import struct
import zlib

import pytest

from safety.photos import planner
from safety.photos.errors import CleanError
from safety.photos.planner import make_plan
from safety.photos.recognise import Format
from safety.photos.source import BytesSource
from tests.photos import samples


@pytest.mark.parametrize(
    "stumble",
    [IndexError(), KeyError(), struct.error(), OverflowError(), ZeroDivisionError(), MemoryError(), RecursionError(),
     ValueError(), UnicodeDecodeError("utf-8", b"", 0, 1, ""), zlib.error()],
)  # fmt: skip
def test_stumbles_become_damaged(stumble: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site sees a code, not a stack trace."""

    def stumbles(*arguments: object) -> None:
        raise stumble

    monkeypatch.setitem(planner.PLANNERS, Format.PNG, stumbles)
    with pytest.raises(CleanError) as caught:
        make_plan(BytesSource(samples.png()))
    assert caught.value.code == "damaged"


def test_our_own_faults_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """A TypeError is a mistake in the code, and a test or fuzzer has to see it."""

    def faulty(*arguments: object) -> None:
        raise TypeError

    monkeypatch.setitem(planner.PLANNERS, Format.PNG, faulty)
    with pytest.raises(TypeError):
        make_plan(BytesSource(samples.png()))
