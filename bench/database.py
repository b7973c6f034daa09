"""What it costs to open, change and keep a check and to answer in a room, on SQLite and on PostgreSQL.

python bench/database.py [number of kept checks, 100000]

Only the stores and the database: no page, no six words, no sealing. Eight threads of one process, as the site has, and
the database on the same machine. PostgreSQL is that of the tests, that does not wait for the disk (fsync=off): a real
one adds its disk's time to each change. Also how large a row is, and what a backup and a restore of all take.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from flask import Flask  # noqa: E402  # the project is not installed as a package
from sqlalchemy import insert  # noqa: E402  # as above

from safety.check.saved.store import PLANS, Plans  # noqa: E402  # as above
from safety.config import Config  # noqa: E402  # as above
from safety.teach.room import store  # noqa: E402  # as above
from safety.web.storage import backup, database  # noqa: E402  # as above
from tests import postgres  # noqa: E402  # as above
from tests.teach.room.samples import ASKING, KEYS  # noqa: E402  # as above

MANY = 100_000
SEALED_BYTES = 1_564
THREADS = 8
PHONES = 1_600
SECONDS = 5.0
TODAY = date(2026, 11, 23)
HOUR = 500_000
AT_ONCE = 5_000
Act = Callable[[bytes], None]


def key(number: int) -> bytes:
    """The look-up value of a kept check: as random as a real one, and found again."""
    return random.Random(number).randbytes(32)  # noqa: S311  # no secret


def fill(site: Flask, count: int) -> None:
    """Keeps ``count`` checks and opens a room."""
    for first in range(0, count, AT_ONCE):
        rows = [
            {"id": key(number), "sealed": os.urandom(SEALED_BYTES), "last_used": TODAY - timedelta(days=number % 180)}
            for number in range(first, min(first + AT_ONCE, count))
        ]
        with site.app_context(), database.transaction() as connection:
            connection.execute(insert(PLANS), rows)
    with site.app_context(), database.transaction() as connection:
        store.add(connection, KEYS, ASKING, HOUR)


def need(found: object) -> None:
    """What is measured did what it should."""
    if not found:
        raise LookupError


def opens(id_: bytes) -> None:
    """Looks at a kept check."""
    with database.reading() as connection:
        need(Plans(connection, TODAY).find(id_))


def changes(id_: bytes) -> None:
    """Reads and writes a kept check, as one tick does."""
    with database.transaction() as connection:
        plans = Plans(connection, TODAY)
        need(plans.find(id_, to_change=True))
        plans.replace(id_, os.urandom(SEALED_BYTES))


def answers(id_: bytes) -> None:
    """Answers the question of the room, or changes the answer of one of its 1,600 phones."""
    with database.transaction() as connection:
        need(store.answer(connection, KEYS, HOUR, id_.ljust(16), lambda state: 0))


def measure(site: Flask, act: Act, count: int) -> tuple[float, float, float]:
    """How often in a second ``act`` is done by all threads, and its median and 99th percentile in milliseconds."""
    taken: list[float] = []
    faults: list[BaseException] = []
    end = time.perf_counter() + SECONDS

    def work(seed: int) -> None:
        choose = random.Random(seed)  # noqa: S311  # no secret
        with site.app_context():
            while (begun := time.perf_counter()) < end:
                try:
                    act(
                        key(choose.randrange(count))
                        if act is not answers
                        else bytes([choose.randrange(PHONES // THREADS), seed])
                    )
                except BaseException as fault:
                    faults.append(fault)
                    return
                taken.append(time.perf_counter() - begun)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    taken.sort()
    return len(taken) / SECONDS, taken[len(taken) // 2] * 1000, taken[len(taken) * 99 // 100] * 1000


def stored_bytes(site: Flask, url: str) -> int:
    """How much the table of kept checks takes, with its indexes."""
    if url.startswith("sqlite"):
        return Path(url.removeprefix("sqlite:///")).stat().st_size
    with site.app_context(), database.reading() as connection:
        return int(connection.exec_driver_sql("SELECT pg_total_relation_size('plans')").scalar_one())


def copy(site: Flask, folder: Path, url: str) -> str:
    """Writes a backup and restores it into another database; how long each took, and what it added to the memory."""
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    file = folder / "backup"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in backup.lines(site.extensions["database"], TODAY))
    written, begun = time.perf_counter() - begun, time.perf_counter()
    other = f"sqlite:///{folder / 'other.db'}" if url.startswith("sqlite") else postgres.new_database()
    database.upgrade(other)
    engine = database.open_engine(other)
    with file.open("rb") as content:
        rows = backup.restore(engine, content).rows
    engine.dispose()
    read = time.perf_counter() - begun
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    size = file.stat().st_size // 1_000_000
    return f"{rows:,} rows, {size} MB: written in {written:.0f} s, restored in {read:.0f} s, memory +{grown} MB"


def run(kind: str, count: int) -> None:
    """One kind of database."""
    with tempfile.TemporaryDirectory() as folder:
        url = postgres.new_database() if kind == "postgresql" else f"sqlite:///{folder}/bench.db"
        database.upgrade(url)
        site = Flask("bench")
        database.init(site, Config(secret="s" * 40, database_url=url))
        fill(site, count)
        print(f"{kind}: {count:,} kept checks, {count / stored_bytes(site, url) * 1e6:.0f} in a MB")
        for name, act in (("open", opens), ("change", changes), ("answer in one room", answers)):
            often, median, slow = measure(site, act, count)
            print(f"  {name:<20}{often:8.0f} a second   p50 {median:6.2f} ms   p99 {slow:7.2f} ms")
        print(f"  backup: {copy(site, Path(folder), url)}", flush=True)
        site.extensions["database"].dispose()


def main() -> None:
    """Both kinds, where there is a server."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")
    for kind in ("sqlite", "postgresql"):
        if kind == "postgresql" and postgres.programs() is None:
            print("There is no PostgreSQL server on this machine.")
            return
        run(kind, count)
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
