"""A file that is cut, damaged or made to harm: nothing is restored, a sentence says so, and no more memory is taken."""

from __future__ import annotations

import base64
import json
from typing import Any

from sqlalchemy import Engine

from safety.web.storage import backup, database
from tests.web.storage.test_backup import PLAN, opened, restored, rows

DEEP = 100_000


def plan(**changed: Any) -> bytes:
    """The line of a kept check, with some of its values changed."""
    row = {"id": "AAAA", "sealed": "AAAA", "last_used": "2026-11-23"} | changed
    return json.dumps({"table": "plans", "row": row}).encode()


HEAD = json.dumps({"backup": backup.FORMAT, "revision": database.newest(), "day": "2026-11-23"}).encode() + b"\n"
ROW = plan(**{name: base64.b64encode(PLAN[name]).decode() for name in ("id", "sealed")}) + b"\n"  # type: ignore[arg-type]  # both are bytes
END = b'{"rows": 1}\n'
TIDIED = {"table": "tidied", "row": {"what": "plans", "day": "2026-11-23"}}
DAMAGED = {
    "nothing": b"",
    "half a line": b"{",
    "a list": b"[]",
    "a number of 5,000 digits": b"9" * 5000,
    "lists in lists": b"[" * DEEP + b"]" * DEEP,
    "bytes that are no text": b"\xff\xfe{}",
    "ten megabytes": plan(sealed="A" * 10_000_000),
    "a room": b'{"table": "rooms", "row": {}}',
    "no table": b'{"table": "users", "row": {}}',
    "a table that is a list": b'{"table": ["plans"], "row": {}}',
    "too few columns": b'{"table": "plans", "row": {"id": "x"}}',
    "one column more": plan(name="a"),
    "a row that is a text": b'{"table": "plans", "row": "id"}',
    "a number for bytes": plan(id=7),
    "nothing for bytes": plan(sealed=None),
    "bytes that are not base64": plan(id="AAA*"),
    "letters that are not base64": plan(id="\u00e9\u00e9\u00e9\u00e9"),
    "a number for a day": plan(last_used=20261123),
    "a day that never was": plan(last_used="2026-02-30"),
    "the last day of the calendar": plan(last_used="9999-12-31"),
    "the same row twice": plan() + b"\n" + plan(),
    "half a letter": json.dumps(TIDIED).replace('"plans"', '"\\ud800"').encode(),
    "a list for a text": json.dumps(TIDIED).replace('"plans"', "[1]").encode(),
    "another end": b'{"rows": 1}',
    "an end that counts wrong": b'{"rows": 2}',
}


def test_what_is_damaged_restores_nothing(database_url: str) -> None:
    """In front, in the middle or at the end: not even the rows before it stay, and the whole one is still taken."""
    with opened(database_url) as engine:
        for name, damage in DAMAGED.items():
            for place, content in enumerate(
                (
                    [damage, b"\n", HEAD, ROW, END],
                    [HEAD, ROW, damage, b"\n", END],
                    [HEAD, ROW, damage, b"\n", b'{"rows": 2}\n'],
                    [HEAD, ROW, END, damage, b"\n"],
                )
            ):
                assert refused(engine, b"".join(content)), (name, place)
    assert rows(database_url, "plans") == []
    assert restored(database_url, HEAD + ROW + END) == 1
    assert rows(database_url, "plans") == [PLAN]


def refused(engine: Engine, content: bytes) -> str:
    """With which sentence a backup is not taken."""
    try:
        backup.restore(engine, Portion(content))  # type: ignore[arg-type]  # it has what is needed of a file
    except backup.BackupError as error:
        return str(error)
    return ""


def test_what_only_the_database_refuses_is_refused_by_a_sentence(database_url: str) -> None:
    """A key that is there twice, or a text that PostgreSQL cannot hold: no traceback, and nothing stays."""
    nul = json.dumps(TIDIED).replace('"plans"', '"\\u0000"').encode() + b"\n"
    for bad in [ROW] if database_url.startswith("sqlite") else [ROW, nul]:
        with opened(database_url) as engine:
            assert "nothing was restored" in refused(engine, HEAD + ROW + bad + b'{"rows": 2}\n')
    assert rows(database_url, "plans") == []


def test_a_file_that_is_cut_anywhere_restores_nothing(database_url: str) -> None:
    """After every seventh of its bytes, and around the end of every line."""
    content = HEAD + ROW + END
    ends = [len(HEAD), len(HEAD + ROW), len(content) - 1]
    cuts = sorted({*range(0, len(content), 7), *ends, *(end - 1 for end in ends)})
    with opened(database_url) as engine:
        assert all(refused(engine, content[:length]) for length in cuts)
    assert rows(database_url, "plans") == []


class Portion:
    """A file that is read by lines of some length only, so that none fills the memory."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def readline(self, limit: int) -> bytes:
        """The next line, or its first bytes."""
        assert 0 < limit <= backup.MAX_LINE_BYTES
        end = min(self._content.find(b"\n") + 1 or len(self._content), limit)
        line, self._content = self._content[:end], self._content[end:]
        return line


def test_a_first_line_of_something_else(database_url: str) -> None:
    """Another format, another form of the database, or no day: nothing is taken."""
    with opened(database_url) as engine:
        for old, new in (
            (b"unshared backup 2", b"unshared backup 1"),
            (b'"revision": "', b'"revision": "9'),
            (b'"day": "2026', b'"day": "abcd'),
            (b'"day": "2026-11-23"', b'"day": null'),
        ):
            assert old in HEAD
            assert refused(engine, HEAD.replace(old, new) + ROW + END), new
    assert rows(database_url, "plans") == []
