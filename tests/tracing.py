"""What a process asked of the system: each file it opened, each byte it gave away, as strace saw it.

It does not see what is written through memory that is shared with a file; such memory is listed as ``mapped``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CALLS = "%file,%network,write,writev,pwrite64,pwritev,pwritev2,sendfile,splice,copy_file_range,memfd_create,mmap,execve"
MANY_BYTES = 16 * 1024 * 1024
_LINE = re.compile(r"\d+ +(?:<\.\.\. )?(\w+)(?: resumed>|\()(.*)", re.DOTALL)
_TARGET = re.compile(r"\d+<((?:->|[^<>])*)>")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"(\.\.\.)?', re.DOTALL)
_MAPPED = re.compile(r"PROT_WRITE\b[^,]*, MAP_SHARED")


@dataclass(frozen=True)
class Call:
    """One call: its name, what its first file or connection is, the texts that it names or gives, and its words."""

    name: str
    target: str
    texts: tuple[bytes, ...]
    words: str

    @property
    def content(self) -> bytes:
        """All its texts."""
        return b"".join(self.texts)

    @property
    def makes(self) -> bool:
        """Whether it makes, changes or renames a file."""
        if self.name in ("open", "openat", "openat2"):
            return any(flag in self.words for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TMPFILE"))
        return self.name in ("creat", "mkdir", "mkdirat", "memfd_create") or self.name.startswith(
            ("rename", "link", "symlink", "mknod")
        )

    @property
    def gives(self) -> bool:
        """Whether it gives bytes to a file or a connection."""
        return self.name.startswith(("write", "pwrite", "send", "splice", "copy_file_range"))

    @property
    def maps(self) -> bool:
        """Whether it shares memory that it can change with a file."""
        return self.name == "mmap" and _MAPPED.search(self.words) is not None


@cache
def why_not() -> str:
    """Why nothing can be watched on this machine, or ''."""
    if shutil.which("strace") is None:
        return "strace is not on this machine (.ci/strace installs it)"
    tried = subprocess.run([*command(Path("/dev/null")), "true"], capture_output=True, text=True, check=False)
    return f"strace may not watch here: {tried.stderr.strip()[:200]}" if tried.returncode else ""


def command(written: Path) -> list[str]:
    """The words before a command that has its calls listed in ``written``."""
    kinds = ["-e", f"trace={CALLS}", "-e", "signal=none"]
    return ["strace", "-f", "-qq", "--seccomp-bpf", "-yy", "-s", str(MANY_BYTES), *kinds, "-o", str(written)]


def calls(written: Path) -> Iterator[Call]:
    """Every call, in order; one that was interrupted by another stands where its texts are."""
    begun: dict[str, str] = {}
    with written.open(encoding="ascii", errors="strict") as lines:
        for line in lines:
            found = _LINE.match(line)
            if found is None:
                continue
            number, name, words = line.split(" ", 1)[0], found[1], found[2]
            if "<unfinished ...>" in words:
                begun[number] = words
            elif " resumed>" in line[:60]:
                words = begun.pop(number, "").replace("<unfinished ...>", "") + words
                yield _call(name, words)
            else:
                yield _call(name, words)


def _call(name: str, words: str) -> Call:
    texts = [(text, cut) for text, cut in _TEXT.findall(words)]
    assert not any(cut for _, cut in texts), f"strace cut what {name} gave"
    plain = _TEXT.sub('""', words)
    target = _TARGET.search(plain)
    return Call(name, target[1] if target else "", tuple(_bytes(text) for text, _ in texts), plain)


def _bytes(text: str) -> bytes:
    return text.encode("ascii").decode("unicode_escape").encode("latin-1")
