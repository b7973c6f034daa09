"""Memory that a key took for a moment is given back, whatever thread made it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from safety.config import ROOT

# Keys made in eight threads, one after the other, and what the process holds after them.
KEYS = """
import re, sys, threading
from pathlib import Path
from safety.teach.room.keys import master_of
from safety.web.serving.memory import give_back_large_blocks
if sys.argv[1] == "given-back":
    give_back_large_blocks()
def held():
    return int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
master_of("CODE", b"salt")
before, goes_on = held(), threading.Event()
def work(done):
    master_of("CODE", b"salt"); master_of("CODE", b"salt"); done.set(); goes_on.wait()
for _ in range(8):
    done = threading.Event()
    threading.Thread(target=work, args=(done,), daemon=True).start()
    done.wait()
print(held() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell what a process holds")
def test_large_blocks_do_not_stay() -> None:
    """Eight threads that have made keys hold together less than one key takes."""
    command = [sys.executable, "-c", KEYS, "given-back"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(ended.stdout) < 16
