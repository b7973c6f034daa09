"""A check as a file to carry, sealed with six words made for it. It is opened without any database.

The file: ``LIST``, a version, 16 random bytes for the work on the words, and what is sealed. It says nothing of this
site or of who made it. The words are not in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Final

from safety.check.progress import Progress, Unpackable, pack, unpack
from safety.check.saved import sealing
from safety.check.saved.sealing import NONCE_BYTES, STEP_BYTES, Work

NAME: Final = "list.dat"
MAGIC: Final = b"LIST"
VERSION: Final = 1
SALT_BYTES: Final = 16
TAG_BYTES: Final = 16
HEAD_BYTES: Final = len(MAGIC) + 1 + SALT_BYTES
MAX_BYTES: Final = 60 * 1024
# A file can be tried anywhere and for ever, so that each try is heavier than here.
WORK: Final = Work(1 << 15)


class Why(Enum):
    """Why a file is not opened."""

    NO_FILE = "no-file"
    FOREIGN = "foreign"
    CUT = "cut"
    NEWER = "newer"
    LARGE = "large"
    OTHER_WORDS = "other-words"


class CannotOpen(Exception):
    """The file is not opened; ``why`` tells the reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


def write(progress: Progress, words: Iterable[str], random: Callable[[int], bytes], work: Work = WORK) -> bytes:
    """The file; ``random(n)`` gives n random bytes."""
    head = MAGIC + bytes([VERSION]) + random(SALT_BYTES)
    key = sealing.keys(sealing.master(words, head, work)).key
    return head + sealing.seal(key, pack(progress, MAX_BYTES), head, random(NONCE_BYTES))


def require_ours(content: bytes) -> None:
    """Looks at the outside of a file, before any work is done on it.

    Raises:
        CannotOpen: no words can open it.
    """
    if why := _fault(content):
        raise CannotOpen(why)


def read(content: bytes, words: Iterable[str], work: Work = WORK) -> Progress:
    """What is in the file.

    Raises:
        CannotOpen: it is cut, of another kind, too large, of a newer form, or sealed with other words.
    """
    require_ours(content)
    head = content[:HEAD_BYTES]
    key = sealing.keys(sealing.master(words, head, work)).key
    packed = sealing.unseal(key, content[HEAD_BYTES:], head)
    if packed is None:
        raise CannotOpen(Why.OTHER_WORDS)
    try:
        return unpack(packed)
    except Unpackable:
        raise CannotOpen(Why.NEWER) from None


def _fault(content: bytes) -> Why | None:
    if not content:
        return Why.NO_FILE
    if len(content) > MAX_BYTES:
        return Why.LARGE
    if not content.startswith(MAGIC):
        return Why.CUT if MAGIC.startswith(content) else Why.FOREIGN
    if content[len(MAGIC) : len(MAGIC) + 1] > bytes([VERSION]):
        return Why.NEWER
    steps = len(content) - HEAD_BYTES - NONCE_BYTES - TAG_BYTES
    return None if steps > 0 and steps % STEP_BYTES == 0 else Why.CUT
