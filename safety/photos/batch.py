"""One file or several, as somebody wished, one after the other: never two of them in memory unpacked.

It ends in time: what is not reached then is said, and has to be sent again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from safety.photos.archive import MAX_BYTES, NOTE_NAME, Archive, Ended, note
from safety.photos.errors import CleanError
from safety.photos.names import neutral_name
from safety.photos.outcome import Outcome, clean_bytes, refused
from safety.photos.plan import Options
from safety.photos.wishes import Wishes


@dataclass(frozen=True)
class Batch:
    """How each file ended, in the order they came, and the zip; it is None when no file is clean."""

    endings: tuple[Ended, ...]
    archive: bytes | None


def clean_as_wished(content: bytes, wishes: Wishes) -> Outcome:
    """How one file ended; it never raises for a file's content."""
    outcome = _clean(content, wishes)
    if outcome.content is not None and len(outcome.content) > MAX_BYTES:
        about = {"task": "deep"} if wishes.is_deep else {"bytes": str(MAX_BYTES)}
        return refused(CleanError("too-large", **about))
    return outcome


def clean_together(
    contents: Iterable[bytes],
    wishes: Wishes,
    is_time_left: Callable[[], bool],
    translate: Callable[[str], str] = str,
) -> Batch:
    """Several files in one zip; `contents` are asked for one at a time, and none is kept."""
    endings = []
    with Archive() as archive:
        for number, content in enumerate(contents, 1):
            outcome = clean_as_wished(content, wishes) if is_time_left() else None
            endings.append(Ended(number, len(content), _packed(archive, number, outcome)))
        told = note(endings, translate)
        if told:
            archive.add(NOTE_NAME, told.encode())
        return Batch(tuple(endings), archive.finish() if any(ended.is_clean for ended in endings) else None)


def _packed(archive: Archive, number: int, outcome: Outcome | None) -> Outcome | None:
    """The outcome when its file is in the archive or there is none to put there; None when it did not fit."""
    if outcome is None or outcome.content is None or outcome.format is None:
        return outcome
    if not archive.has_room(len(outcome.content)):
        return None
    archive.add(neutral_name(number, outcome.format), outcome.content)
    return outcome._replace(content=None)


def _clean(content: bytes, wishes: Wishes) -> Outcome:
    if not wishes.is_deep:
        return clean_bytes(content, options=Options(keeps_colour_profile=wishes.keeps_colour_profile))
    # Pictures are decoded in a process of their own; who does not ask for it does not pay for it.
    from safety.photos.deep import DeepOptions, deep_clean_bytes

    return deep_clean_bytes(content, options=DeepOptions(longest_side=wishes.longest_side))
