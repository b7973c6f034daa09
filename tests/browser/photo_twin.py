"""What the photo engine of a browser has to answer, and the script by which it is asked."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safety.photos.outcome import clean_bytes
from safety.web.joining import join
from safety.web.release import Release
from tests.photos import vectors

# Where the script stands for the browser: beside the engine.
ENTRY = "js/photos/photo_twin.js"
SCRIPT = Path(__file__).with_name("photo_twin.js").read_text(encoding="utf-8")
STORED = json.loads(vectors.FILE.read_text(encoding="utf-8"))
SAMPLES = vectors.unpacked(STORED["samples"])
HOSTILE = vectors.unpacked(STORED["hostile"])
# So much crosses to the browser in one message.
BATCH_BYTES = 4 * 1024 * 1024
_FILLER = bytes(range(255)) * 2000


@dataclass(frozen=True)
class Case:
    """A file and what the engine has to answer: in full with how the cleaning ended, or in short."""

    name: str
    content: bytes
    answer: Any
    is_short: bool = False


def worker() -> str:
    """The script and the modules of the engine, joined as they are for visitors."""
    release = Release()
    return join(ENTRY, lambda name: SCRIPT if name == ENTRY else release.text(name))


def samples() -> Iterator[Case]:
    """Every sample."""
    for entry in STORED["samples"]:
        answer = {key: value for key, value in entry.items() if key not in ("file", "sha256_in", "content")}
        if "ops" in answer:
            answer["ending"] = "already-clean" if answer["sha256_out"] == entry["sha256_in"] else "cleaned"
        yield Case(entry["file"], SAMPLES[entry["file"]], answer)


def damaged() -> Iterator[Case]:
    """Each cut and each wrong size."""
    for entry in STORED["damaged"]:
        name, content = entry["file"], SAMPLES[entry["file"]]
        for length, answer in entry["cuts"]:
            yield Case(f"{name}, cut to {length}", content[:length], answer, is_short=True)
        for offset, literal, answer in entry["patches"]:
            patched = vectors.patched(content, offset, bytes.fromhex(literal))
            yield Case(f"{name}, {literal} at {offset}", patched, answer, is_short=True)


def hostile() -> Iterator[Case]:
    """Files that are built to take long."""
    for entry in STORED["hostile"]:
        yield Case(entry["file"], HOSTILE[entry["file"]], entry["answer"], is_short=True)


def long() -> Iterator[Case]:
    """Files that are read in more than one piece."""
    whole = {name: content for name, content in SAMPLES.items() if name.endswith(": all of it")}
    for name, content in whole.items():
        half = len(content) // 2
        yield answered(f"{name}, with more behind it", content + _FILLER + next(iter(whole.values())))
        yield answered(f"{name}, with more inside it", content[:half] + _FILLER + content[half:])


def answered(name: str, content: bytes) -> Case:
    """A file with what the engine of the server makes of it."""
    answer = vectors.answer(content)
    return Case(name, content, answer if "error" in answer else {**answer, "ending": clean_bytes(content).kind.value})


def every_case() -> Iterator[Case]:
    """All of them."""
    yield from samples()
    yield from damaged()
    yield from hostile()
    yield from long()


def batches(cases: Iterable[Case]) -> Iterator[list[Case]]:
    """The cases in their order, in lists that are asked in one message: all of one kind and not too large."""
    batch: list[Case] = []
    for case in cases:
        size = sum(len(one.content) for one in batch) + len(case.content)
        if batch and (batch[0].is_short != case.is_short or size > BATCH_BYTES):
            yield batch
            batch = []
        batch.append(case)
    if batch:
        yield batch


def question(batch: list[Case], *, as_blobs: bool) -> dict[str, Any]:
    """What `replay` of the script is asked."""
    files = [base64.b64encode(case.content).decode("ascii") for case in batch]
    return {"files": files, "isShort": batch[0].is_short, "asBlobs": as_blobs}


def wrong(batch: list[Case], answers: list[Any]) -> list[str]:
    """The names of those that were answered otherwise."""
    if len(batch) != len(answers):
        return ["another number of answers"]
    return [case.name for case, answer in zip(batch, answers, strict=True) if case.answer != answer]
