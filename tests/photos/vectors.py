"""The vectors: what the engine makes of each sample, for every engine to replay.

`python -m tests.photos.vectors` writes them anew into `tests/vectors/photos.json`; `test_vectors` replays them.
The file holds the samples themselves, since encoders write other bytes in each of their versions. It is JSON
with one entry a line, in three lists:

* `samples`: a name, the content, and its answer. An answer has `error` with `code` and `values`, or all of
  `format`, `ops`, `findings`, `kept` and `sha256_out`. Ops are `["keep", offset, length]`, `["bytes", hex]`
  and `["zero", length]`; a finding has its `place` as part and offset, and `embedded`, null or a media type
  and ranges of offset and length.
* `damaged`: for the sample of that name, the short answer when it is cut to a length (`cuts`), and when bytes
  are put over it at an offset (`patches`: offset, bytes in hexadecimal, short answer).
* `hostile`: a name, the content, and the short answer.

A content is base64 of a zlib stream, whose preset dictionary (RFC 1950) is the content of the entry before it
in its list, since most samples differ little. A short answer is the code of the error, or the first sixteen
digits of the SHA-256 of the answer as JSON: keys sorted, no spaces, nothing escaped that need not be, UTF-8.

Source: design document metadata.md, sections 1 and 15, step 5.
"""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from safety.photos.errors import CleanError
from safety.photos.findings import Finding
from safety.photos.plan import Keep, Op, Zero
from safety.photos.planner import make_plan
from safety.photos.source import BytesSource
from safety.photos.splice import splice_to_bytes
from tests.photos.places import HIDING_PLACES
from tests.photos.test_damage import FULL, HOSTILE, size_fields

FILE = Path(__file__).resolve().parents[1] / "vectors" / "photos.json"
MAX_BYTES = 1_500_000

_OUTPUT_MAX_BYTES = 256 * 1024 * 1024
_HOSTILE_MAX_BYTES = 512 * 1024
_PACKED_MAX_BYTES = 8 * 1024
_SHORT_DIGITS = 16
_CUTS = 64
_WRONG_SIZES = (0, 1, 7, 2**31 - 1, 2**32 - 1)

Answer = dict[str, Any]


def answer(content: bytes) -> Answer:
    """What the engine makes of a file."""
    source = BytesSource(content)
    try:
        plan = make_plan(source)
    except CleanError as error:
        return {"error": {"code": error.code, "values": dict(error.values)}}
    cleaned = splice_to_bytes(plan, source, _OUTPUT_MAX_BYTES)
    return {
        "format": plan.format.value,
        "ops": [_op(op) for op in plan.ops],
        "findings": [_finding(finding) for finding in plan.findings],
        "kept": list(plan.kept),
        "sha256_out": hashlib.sha256(cleaned).hexdigest(),
    }


def short_answer(content: bytes) -> str:
    """The code of the error, or a part of the digest of the answer."""
    full = answer(content)
    if "error" in full:
        return str(full["error"]["code"])
    text = json.dumps(full, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_SHORT_DIGITS]


def _op(op: Op) -> list[object]:
    if isinstance(op, Keep):
        return ["keep", op.offset, op.length]
    return ["zero", op.length] if isinstance(op, Zero) else ["bytes", op.literal.hex()]


def _finding(finding: Finding) -> Answer:
    embedded = finding.embedded
    return {
        "code": finding.code,
        "severity": finding.severity,
        "place": [finding.place.part, finding.place.offset],
        "bytes": finding.bytes,
        "values": [list(pair) for pair in finding.values],
        "embedded": embedded and [embedded.media_type, [list(pair) for pair in embedded.ranges]],
    }


def packed(content: bytes, before: bytes = b"") -> str:
    """The content as it stands in the file behind another content."""
    stream = zlib.compressobj(9, zdict=before) if before else zlib.compressobj(9)
    return base64.b64encode(stream.compress(content) + stream.flush()).decode()


def unpacked(entries: list[Answer]) -> dict[str, bytes]:
    """The contents of a list of entries, by name. Raises: ValueError, when one is not what its digest says."""
    contents: dict[str, bytes] = {}
    before = b""
    for entry in entries:
        stream = zlib.decompressobj(zdict=before) if before else zlib.decompressobj()
        before = stream.decompress(base64.b64decode(entry["content"])) + stream.flush()
        if hashlib.sha256(before).hexdigest() != entry["sha256_in"]:
            raise ValueError(entry["file"])
        contents[entry["file"]] = before
    return contents


def samples() -> dict[str, bytes]:
    """Every sample that is told in full."""
    return {
        **{name: content for name, (content, _) in HIDING_PLACES.items()},
        **{_full(format_): content for format_, content in FULL.items()},
    }


def hostile() -> dict[str, bytes]:
    """The samples that take long, as far as they are small."""
    small = {name: content for name, content in HOSTILE.items() if len(content) <= _HOSTILE_MAX_BYTES}
    return {name: content for name, content in small.items() if len(packed(content)) <= _PACKED_MAX_BYTES}


def gist(full: Answer) -> list[object]:
    """What an answer says without any offset or size, which are others for each version of an encoder."""
    codes = sorted({finding["code"] for finding in full.get("findings", ())})
    return [full.get("format"), full.get("error"), sorted(full.get("kept", ())), codes]


def patched(content: bytes, offset: int, literal: bytes) -> bytes:
    """The content with bytes put over it."""
    return content[:offset] + literal + content[offset + len(literal) :]


def _full(format_: str) -> str:
    return f"{format_}: all of it"


def _sample_entries() -> Iterator[Answer]:
    before = b""
    for name, content in samples().items():
        yield {**_head(name, content, before), **answer(content)}
        before = content


def _damaged_entries() -> Iterator[Answer]:
    for format_, content in FULL.items():
        cuts = sorted({len(content) * step // _CUTS for step in range(_CUTS)} | {len(content) - 1})
        yield {
            "file": _full(format_),
            "cuts": [[length, short_answer(content[:length])] for length in cuts],
            "patches": [
                [offset, literal.hex(), short_answer(patched(content, offset, literal))]
                for offset, literal in _patches(format_)
            ],
        }


def _patches(format_: str) -> Iterator[tuple[int, bytes]]:
    for offset, length, order in size_fields(format_):
        for number in _WRONG_SIZES:
            yield offset, (number % 2 ** (8 * length)).to_bytes(length, "big" if order == "big" else "little")


def _hostile_entries() -> Iterator[Answer]:
    before = b""
    for name, content in hostile().items():
        yield {**_head(name, content, before), "answer": short_answer(content)}
        before = content


def _head(name: str, content: bytes, before: bytes) -> Answer:
    return {"file": name, "sha256_in": hashlib.sha256(content).hexdigest(), "content": packed(content, before)}


def written() -> str:
    """The whole file, made anew."""
    parts = {"samples": _sample_entries(), "damaged": _damaged_entries(), "hostile": _hostile_entries()}
    return "{\n" + ",\n".join(f'"{name}":[\n{_lines(entries)}\n]' for name, entries in parts.items()) + "\n}\n"


def _lines(entries: Iterator[Answer]) -> str:
    return ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in entries)


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(written(), encoding="utf-8")
