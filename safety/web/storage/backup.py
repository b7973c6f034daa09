"""A copy of what has to last, as a text file for either kind of database, and back. Rooms are never in it.

What is kept is sealed, so the copy is too; the site's secret is not in it and belongs in another place. A file has a
line that says what it is and of which day, a line for each row (JSON, bytes as base64) in the order of their random
keys, and one that ends it. Neither way holds more than some rows in memory. It deletes nothing, no old copy either.
"""

from __future__ import annotations

import base64
import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO, Final

from sqlalchemy import Connection, Date, Engine, LargeBinary, MetaData, Table, func, insert, select
from sqlalchemy.exc import DBAPIError

from safety.web.storage.database import looking

# Each table is in one of these: a new one fails a test until somebody has decided.
LASTS: Final = ("plans", "tidied")
ENDS: Final = ("rooms", "room_answers")
VERSION: Final = "alembic_version"
FORMAT: Final = "unshared backup 2"
ROWS_AT_ONCE: Final = 500
# A row is under 16 KB.
MAX_LINE_BYTES: Final = 1024 * 1024
# Days that a clock can show: with those at the end of the calendar nobody can count on.
YEARS: Final = range(2000, 3000)
Line = dict[str, Any]


class BackupError(Exception):
    """Nothing was restored; the message says why."""


@dataclass(frozen=True)
class Restored:
    """What was put back: so many rows, as they were on a day."""

    rows: int
    day: date


def lines(engine: Engine, today: date) -> Iterator[str]:
    """The lines of a backup of the database, as it is at one moment. Nobody who writes has to wait for it."""
    with looking(engine) as connection:
        tables, count = _tables(connection), 0
        yield json.dumps({"backup": FORMAT, "revision": _revision(connection, tables), "day": today.isoformat()})
        for name in LASTS:
            # By key: the order in which a database gives them by itself can tell when each was written.
            rows = select(tables[name]).order_by(*tables[name].primary_key.columns)
            for row in connection.execute(rows, execution_options={"yield_per": ROWS_AT_ONCE}):
                count += 1
                yield json.dumps({"table": name, "row": {key: _written(value) for key, value in row._mapping.items()}})
        yield json.dumps({"rows": count})


def restore(engine: Engine, file: BinaryIO) -> Restored:
    """Puts the rows of a backup into an empty database of the same form. All of them or none.

    Raises:
        BackupError: the file is no whole backup, is of another form, or the database is not empty or fails.
    """
    try:
        with engine.begin() as connection:
            tables = _tables(connection)
            read = (_read(line) for line in iter(lambda: file.readline(MAX_LINE_BYTES), b""))
            day = _begin(connection, tables, next(read, {}))
            return Restored(_put_all(connection, tables, read), day)
    except DBAPIError as error:
        raise BackupError(f"The database refused it, and nothing was restored: {type(error.orig).__name__}.") from error


def _begin(connection: Connection, tables: dict[str, Table], head: Line) -> date:
    if head.get("backup") != FORMAT:
        raise BackupError("This file is no backup of this site.")
    if head.get("revision") != _revision(connection, tables):
        raise BackupError("The backup is of another form of the database. Restore it with the version that made it.")
    if any(connection.execute(select(func.count()).select_from(tables[name])).scalar_one() for name in LASTS):
        raise BackupError("The database is not empty. Restore into a new one.")
    try:
        return _day(head.get("day"))
    except (TypeError, ValueError):
        raise _damaged() from None


def _put_all(connection: Connection, tables: dict[str, Table], read: Iterator[Line]) -> int:
    count, end = 0, None
    while rows := list(itertools.islice(read, ROWS_AT_ONCE)):
        if "rows" in rows[-1]:
            end = rows.pop()["rows"]
        count += len(rows)
        for name, same in itertools.groupby(rows, lambda line: line.get("table")):
            _put(connection, tables, name, same)
        if end is not None:
            break
    if end != count or next(read, None) is not None:
        raise _damaged()
    return count


def _put(connection: Connection, tables: dict[str, Table], name: object, lines: Iterable[Line]) -> None:
    if name not in LASTS:
        raise BackupError("A line of the backup is no row of this database. Nothing was restored.")
    table = tables[str(name)]
    try:
        connection.execute(insert(table), [_values(table, line.get("row")) for line in lines])
    except (TypeError, ValueError):
        raise _damaged() from None


def _values(table: Table, row: object) -> Line:
    if not isinstance(row, dict) or row.keys() != set(table.columns.keys()):
        raise TypeError
    return {column.name: _value(column.type, row[column.name]) for column in table.columns}


def _tables(connection: Connection) -> dict[str, Table]:
    wanted, metadata = {*LASTS, VERSION}, MetaData()
    metadata.reflect(connection, only=lambda name, _: name in wanted)
    if wanted > metadata.tables.keys():
        raise BackupError("The database has no tables yet. Run: flask --app app db upgrade")
    return dict(metadata.tables)


def _revision(connection: Connection, tables: dict[str, Table]) -> str:
    return str(connection.execute(select(tables[VERSION])).scalar())


def _read(line: bytes) -> Line:
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        raise _damaged() from None
    if not isinstance(read, dict) or not line.endswith(b"\n"):
        raise _damaged()
    return read


def _damaged() -> BackupError:
    return BackupError("The backup is cut off or damaged. Nothing was restored.")


def _written(value: Any) -> Any:
    match value:
        case bytes() | memoryview():
            return base64.b64encode(bytes(value)).decode()
        case date():
            return value.isoformat()
        case _:
            return value


def _value(kind: Any, value: object) -> Any:
    if not isinstance(value, str):
        raise TypeError
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value, validate=True)
    return _day(value) if isinstance(kind, Date) else value


def _day(value: object) -> date:
    day = date.fromisoformat(str(value))
    if day.year not in YEARS:
        raise ValueError
    return day
