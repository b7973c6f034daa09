"""Who starts the site for a class is told where it is, for eyes and for cameras."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from safety.config import ROOT
from safety.web.serving.serve import tell_class


class Terminal(io.StringIO):
    """Something that people look at."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def told(origins: list[str], out: io.StringIO) -> str:
    """What is said."""
    tell_class(origins, 8000, out)
    return out.getvalue()


def test_teacher_and_class_have_different_addresses() -> None:
    """The teacher's is the inner one, since only that opens everything; the class gets each of the others."""
    text = told(["http://192.168.1.20:8000", "http://10.0.0.4:8000"], io.StringIO())
    assert "http://127.0.0.1:8000/teach" in text
    assert "http://192.168.1.20:8000/join" in text
    assert "http://10.0.0.4:8000/join" in text
    assert "others on this network could read the answers" in text


def test_a_terminal_shows_a_code_for_phones_and_a_file_does_not() -> None:
    """A log has no use for a picture."""
    origins = ["http://192.168.1.20:8000"]
    assert "\x1b[7m" in told(origins, Terminal())
    assert "\x1b" not in told(origins, io.StringIO())


def test_no_network_is_said() -> None:
    """A laptop on no Wi-Fi says so instead of an address that nobody reaches."""
    text = told([], Terminal())
    assert "on no network yet" in text
    assert "/join" not in text


@pytest.mark.parametrize("arguments", [["--class"], ["--lan", "more"], ["lan"]])
def test_a_mistyped_argument_starts_nothing(arguments: list[str]) -> None:
    """Somebody who means --lan is not served something else."""
    ended = subprocess.run(
        [sys.executable, "app.py", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "Usage: python app.py [--lan]" in ended.stderr
