"""Sealed files and cases for tests, made here a second time: the browser's own code is never asked for them."""

from __future__ import annotations

import base64
import copy
import hashlib
import hmac
import json
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

FIRST_LINE = b"unshared-case-1\n"
PASSPHRASE = "sandy harbour tulip nine"
SALT, IV = bytes(range(16)), bytes(range(100, 112))
ROUNDS = 600_000
BY = "b" * 16
MOMENT = "2026-11-23T09:30:00Z"
CANARY = "canary-7f3a"
LINK, REPORT = "1" * 16, "2" * 16
FIELDS: dict[str, dict[str, Any]] = {
    "link": {
        "address": f"https://example.org/{CANARY}", "where": "example.org", "seen": MOMENT, "state": "there",
        "looked": MOMENT, "note": "first\nsecond",
    },
    "account": {"name": "someone_1", "where": "an app", "address": "https://example.org/u/1", "note": ""},
    "said": {"words": "Żółw 🐢 said: “pay”", "who": "someone_1", "where": "chat", "heard": ""},
    "report": {
        "to": "example.org", "sent": MOMENT, "number": "A-1", "way": "form", "law": "us-take-it-down-act", "starts": "",
        "links": [LINK], "state": "waiting", "answered": "", "answer": "",
    },
    "reminder": {"day": "2027-02-28", "what": "", "isDone": False},
    "file": {"sha256": "ab" * 32, "bytes": 12, "kept": "a stick", "shows": "the chat", "taken": ""},
}  # fmt: skip


def canonical(value: Any) -> str:
    """JSON in the one way in which cases are written."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@lru_cache
def keys(passphrase: str) -> tuple[bytes, bytes]:
    """The key and the check value, HKDF done in its two steps."""
    root = hashlib.pbkdf2_hmac("sha256", passphrase.encode(), SALT, ROUNDS, 32)
    extracted = hmac.new(bytes(32), root, "sha256").digest()
    key = HKDFExpand(SHA256(), 32, b"unshared-case-1 key").derive(extracted)
    return key, HKDFExpand(SHA256(), 16, b"unshared-case-1 check").derive(extracted)


def header(passphrase: str = PASSPHRASE, start: bytes = IV, **other: Any) -> bytes:
    """The header line; ``other`` replaces what stands in it, None takes it out."""
    named = {
        "check": base64.b64encode(keys(passphrase)[1]).decode(), "cipher": "AES-256-GCM",
        "iv": base64.b64encode(start).decode(), "kdf": "PBKDF2-HMAC-SHA-256", "rounds": ROUNDS,
        "salt": base64.b64encode(SALT).decode(),
    }  # fmt: skip
    named.update(other)
    return canonical({name: value for name, value in named.items() if value is not None}).encode()


def padded(text: bytes) -> bytes:
    """The length, the text, and zeros up to a power of two."""
    size = 16 * 1024
    while size < len(text) + 4:
        size *= 2
    return (len(text).to_bytes(4) + text).ljust(size, b"\0")


def with_sum(content: bytes) -> bytes:
    """What comes before the sum, and the sum."""
    return content + hashlib.sha256(content).digest()


def sealed(
    text: str, passphrase: str = PASSPHRASE, *, line: bytes | None = None, plain: bytes | None = None, iv: bytes = IV
) -> bytes:
    """A sealed file; ``line`` and ``plain`` replace its header and what is encrypted."""
    start = FIRST_LINE + (line if line is not None else header(passphrase, iv)) + b"\n"
    content = plain if plain is not None else padded(text.encode())
    return with_sum(start + AESGCM(keys(passphrase)[0]).encrypt(iv, content, start))


def entry(kind: str, id_: str, **fields: Any) -> dict[str, Any]:
    """An entry with the fields of its kind, some of them others."""
    return {
        "id": id_, "kind": kind, "made": MOMENT, "changed": MOMENT, "mark": id_, "versions": {BY: 1},
        "fields": copy.deepcopy(FIELDS[kind]) | fields,
    }  # fmt: skip


def note(text: str, *previous: str, corrects: str = "", what: str = "note") -> dict[str, Any]:
    """An entry of the diary with its right hash."""
    begun = {"at": MOMENT, "corrects": corrects, "previous": list(previous), "text": text, "what": what}
    return begun | {"hash": hashlib.sha256(canonical(begun).encode()).hexdigest()}


def case(age: str = "adult", **other: Any) -> dict[str, Any]:
    """A case with an entry of each kind that its age allows, and a diary of two; ``other`` replaces parts of it."""
    ids = {kind: f"{at:016x}" for at, kind in enumerate(FIELDS)} | {"link": LINK, "report": REPORT}
    kinds = [kind for kind in FIELDS if kind != "file" or age == "adult"]
    first = note(f"It began. {CANARY}")
    whole: dict[str, Any] = {
        "format": 1, "id": "c" * 16, "made": MOMENT, "age": age,
        "entries": [entry(kind, ids[kind]) for kind in kinds],
        "gone": [{"id": "d" * 16, "versions": {BY: 2}}],
        "diary": [first, note("I told someone.", first["hash"])],
        "draft": {"text": "", "versions": {BY: 1}},
    }  # fmt: skip
    return copy.deepcopy(whole | other)


HASHES = (note("a")["hash"], note("b")["hash"])


def _with(change: Any) -> dict[str, Any]:
    """A whole case in which ``change`` did something."""
    changed = case()
    change(changed)
    return changed


def _field(kind: str, **fields: Any) -> str:
    def change(whole: dict[str, Any]) -> None:
        next(one for one in whole["entries"] if one["kind"] == kind)["fields"].update(fields)

    return canonical(_with(change))


def _in(place: str, **fields: Any) -> str:
    return canonical(_with(lambda whole: whole[place][0].update(fields)))


GOOD = {
    "adult": canonical(case()),
    "under 18": canonical(case("under-18")),
    "empty": canonical(case(entries=[], gone=[], diary=[])),
    "no scheme": _field("link", address="example.org/a b"),
    "app link": _field("link", address="tg://message?id=1"),
    "long word": _field("said", words="a" * 250),
    "joined": canonical(case(diary=[note("a"), note("b"), note("", *HASHES, what="joined")])),
    "later day": _field("reminder", day="2028-02-29"),
    "two halves": _field("said", words="🐢" * 2500),
    "draft": canonical(case(draft={"text": "not yet", "versions": {BY: 3, "a" * 16: 1}})),
}  # fmt: skip
BAD = {
    "no JSON": "{",
    "a list": "[]",
    "null": "null",
    "spaces": canonical(case()).replace(":", ": ", 1),
    "twice": canonical(case()).replace('{"age"', '{"age":"adult","age"', 1),
    "fraction": canonical(case()).replace('"bytes":12', '"bytes":12.0'),
    "too deep": "[" * 100_000,
    "other age": canonical(case(age="child") | {"entries": []}),
    "unknown part": canonical(case() | {"photo": ""}),
    "no diary": canonical({name: value for name, value in case().items() if name != "diary"}),
    "file under 18": canonical(case("under-18", entries=[entry("file", LINK)])),
    "unknown kind": _in("entries", kind="picture"),
    "inherited kind": _in("entries", kind="constructor"),
    "unknown field": _field("link", photo=""),
    "hidden field": canonical(case()).replace('"note":"first', '"__proto__":"","note":"first'),
    "no address": _field("link", address=""),
    "data address": _field("link", address="data:image/png;base64,iVBORw0KGgo="),
    "DATA address": _field("link", address="DATA:image/png,abc"),
    "data in a note": _field("link", note="see data:image/webp;base64,UklGR"),
    "blob": _field("account", address="blob:https://example.org/1"),
    "script": _field("link", address="javascript:alert(1)"),
    "file address": _field("link", address="file:///home/a.jpg"),
    "letters of a picture": _field("said", words="\n".join(["iVBORw0KGgoAAAANSUhEUgAA" * 3] * 5)),
    "one line of a picture": _field("said", words="A1b2" * 80),
    "too long": _field("said", words="a " * 2501 + "b"),
    "too long in halves": _field("said", words="🐢" * 2501),
    "control character": _field("said", words="a\u0000b"),
    "tab": _field("said", words="a\tb"),
    "half a letter": _field("said", words="a\\ud800").replace("\\\\ud800", "\\ud800"),
    "space around": _field("said", words="a "),
    "mark of order around": _field("said", words="\ufeffa"),
    "number for text": _field("said", words=1),
    "no such day": _field("reminder", day="2027-02-29"),
    "old day": _field("reminder", day="1899-12-31"),
    "empty day": _field("reminder", day=""),
    "other digits": _field("reminder", day="२०२७-०१-०१"),
    "second 60": _field("link", seen="2026-12-31T23:59:60Z"),
    "hour 24": _field("link", seen="2026-12-31T24:00:00Z"),
    "other choice": _field("link", state="perhaps"),
    "not a yes": _field("reminder", isDone=1),
    "a yes for a count": _field("file", bytes=True),
    "less than none": _field("file", bytes=-1),
    "short fingerprint": _field("file", sha256="ab"),
    "link twice": _field("report", links=[LINK, LINK]),
    "not a link": _field("report", links=["x"]),
    "law": _field("report", law="A law"),
    "same id": canonical(case(entries=[entry("said", LINK), entry("said", LINK)])),
    "upper case id": _in("entries", id="A" * 16),
    "no versions": _in("entries", versions={}),
    "version 0": _in("entries", versions={BY: 0}),
    "version of nobody": _in("gone", versions={"x": 1}),
    "versions as list": _in("gone", versions=[1]),
    "extra in gone": _in("gone", kind="link"),
    "diary picture": _in("diary", text="data:image/gif;base64,R0"),
    "diary kind": _in("diary", what="seen"),
    "words in a joint": _in("diary", what="joined"),
    "diary hash": _in("diary", hash="AB" * 32),
    "same hash": canonical(case(diary=[note("a"), note("a")])),
    "draft picture": canonical(case(draft={"text": "blob:x", "versions": {BY: 1}})),
}  # fmt: skip
NEWER = canonical(case(format=2) | {"photo": ""})
