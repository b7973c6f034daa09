"""The statements of docs/database.md that cut the table of kept checks into pieces: nothing is lost, all goes on."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, insert

from safety.check.saved.store import PLANS, Plans
from safety.config import ROOT
from safety.web.storage import backup, database
from tests import postgres
from tests.conftest import NO_POSTGRESQL

DAY = date(2026, 11, 23)
MANY = 500
IDS = [os.urandom(32) for _ in range(MANY)]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """A database with kept checks, after the statements."""
    if postgres.programs() is None:
        pytest.skip(NO_POSTGRESQL)
    url = postgres.new_database()
    database.upgrade(url)
    made = database.open_engine(url)
    with made.begin() as connection:
        connection.execute(insert(PLANS), [{"id": id_, "sealed": id_, "last_used": DAY} for id_ in IDS])
    text = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")
    (statements,) = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    inside = statements.replace("BEGIN;\n", "", 1).replace("COMMIT;\n", "")
    with made.begin() as connection:
        # The driver takes a single sign for the place of a value.
        connection.exec_driver_sql(inside.replace("%", "%%"))
    yield made
    made.dispose()


def test_nothing_is_lost_and_all_goes_on(engine: Engine) -> None:
    """Every kept check opens, changes, is deleted and ends; a later start and a backup find what they know."""
    with engine.begin() as connection:
        plans = Plans(connection, DAY)
        assert [plans.find(id_) for id_ in IDS] == IDS
        plans.replace(IDS[0], b"changed")
        plans.delete(IDS[1])
        assert (plans.find(IDS[0], to_change=True), plans.find(IDS[1])) == (b"changed", None)
    url = engine.url.render_as_string(hide_password=False)
    database.upgrade(url)
    other = postgres.new_database()
    database.upgrade(other)
    copy = database.open_engine(other)
    content = "".join(f"{line}\n" for line in backup.lines(engine, DAY)).encode()
    assert backup.restore(copy, io.BytesIO(content)).rows == MANY - 1
    copy.dispose()
    for days in (0, 181, 182):
        with engine.begin() as connection:
            Plans(connection, DAY + timedelta(days=days)).tidy()
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM plans").scalar() == 0


def test_one_look_reaches_one_piece(engine: Engine) -> None:
    """The key says which; the other fifteen are not touched."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("EXPLAIN SELECT sealed FROM plans WHERE id = %s", (IDS[2],)).all()
    assert len(set(re.findall(r"on (plans_\d+)", "\n".join(row[0] for row in rows)))) == 1
