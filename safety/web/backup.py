"""A copy of what has to last, as a text file for either kind of database, and back. Rooms are never in it.

What is kept is sealed, so the copy is too; the site's secret is not in it and belongs in another place. A file has a
line that says what it is, then a line for each row: JSON, bytes as base64.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Date, Engine, LargeBinary, MetaData, Table, func, insert, select

# Each table is in one of these: a new one fails a test until somebody has decided.
LASTS: Final = ("plans", "tidied")
ENDS: Final = ("rooms", "room_answers")
VERSION: Final = "alembic_version"
FORMAT: Final = "unshared backup 1"


class BackupError(Exception):
    """Nothing was restored; the message says why."""


def lines(engine: Engine) -> Iterator[str]:
    """The lines of a backup of the database, as it is at one moment."""
    with engine.connect() as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            # SQLite holds all others back while it is read; PostgreSQL has to be asked for one moment.
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        tables = _tables(connection)
        yield json.dumps({"backup": FORMAT, "revision": _revision(connection, tables)})
        for name in LASTS:
            for row in connection.execute(select(tables[name])):
                yield json.dumps({"table": name, "row": {key: _written(value) for key, value in row._mapping.items()}})


def restore(engine: Engine, text: Iterable[str]) -> int:
    """Puts the rows of a backup into an empty database of the same form; gives their number. All of them or none.

    Raises:
        BackupError: the file is no whole backup, is of another form, or the database is not empty.
    """
    with engine.begin() as connection:
        tables = _tables(connection)
        read = (_read(line) for line in text)
        head = next(read, {})
        if head.get("backup") != FORMAT:
            raise BackupError("This file is no backup of this site.")
        if head.get("revision") != _revision(connection, tables):
            raise BackupError("The backup is of another form of the database. Run: flask --app app db upgrade")
        if any(connection.execute(select(func.count()).select_from(tables[name])).scalar_one() for name in LASTS):
            raise BackupError("The database is not empty. Restore into a new one.")
        return sum(_put(connection, tables, line) for line in read)


def _tables(connection: Connection) -> dict[str, Table]:
    metadata = MetaData()
    metadata.reflect(connection)
    if not {*LASTS, VERSION} <= metadata.tables.keys():
        raise BackupError("The database has no tables yet. Run: flask --app app db upgrade")
    return dict(metadata.tables)


def _revision(connection: Connection, tables: dict[str, Table]) -> str:
    return str(connection.execute(select(tables[VERSION])).scalar_one())


def _put(connection: Connection, tables: dict[str, Table], line: dict[str, Any]) -> int:
    table, row = line.get("table"), line.get("row")
    if table not in LASTS or not isinstance(row, dict) or row.keys() != set(tables[table].columns.keys()):
        raise BackupError("A line of the backup is no row of this database. Nothing was restored.")
    try:
        values = {column.name: _value(column.type, row[column.name]) for column in tables[table].columns}
    except (TypeError, ValueError):
        raise BackupError("A line of the backup is damaged. Nothing was restored.") from None
    connection.execute(insert(tables[table]).values(values))
    return 1


def _read(line: str) -> dict[str, Any]:
    try:
        read = json.loads(line)
    except ValueError:
        read = None
    if not isinstance(read, dict):
        raise BackupError("The backup is cut off or damaged. Nothing was restored.")
    return read


def _written(value: Any) -> Any:
    match value:
        case bytes() | memoryview():
            return base64.b64encode(bytes(value)).decode()
        case date():
            return value.isoformat()
        case _:
            return value


def _value(kind: Any, value: Any) -> Any:
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value, validate=True)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return value
