"""The database and its migrations. It holds nothing yet: no feature needs to remember anything here.

Sessions and stores come with the first feature that does.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"
PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=5000")


def open_engine(url: str) -> Engine:
    """An engine for ``url``; SQLite is set so that eight threads lose no change."""
    parsed = make_url(url)
    if parsed.drivername != "sqlite":
        return create_engine(url)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _on_connect(connection: DBAPIConnection, record: object) -> None:
    # The driver's own transactions begin late and lose changes: we begin them ourselves.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def upgrade(url: str, revision: str = "head") -> None:
    """Brings the database at ``url`` to ``revision``."""
    # Alembic is slow to import, and serving pages does not need it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    finally:
        engine.dispose()
