"""A PostgreSQL server for tests: private, on a socket, under a user who may do nothing else, gone with the tests."""

from __future__ import annotations

import atexit
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine

NEVER_ROOT = ("postgres", "nobody")
SETTINGS = {"fsync": "off", "full_page_writes": "off", "listen_addresses": "", "max_connections": "120"}
_numbers = itertools.count(1)


def programs() -> Path | None:
    """The folder with the server's programs, where there is one; Debian keeps it out of the path."""
    found = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return Path(found).parent if found else debian[-1].parent if debian else None


def new_database() -> str:
    """The address of an empty database that nobody else uses."""
    folder = _server()
    name = f"test_{next(_numbers)}"
    engine = create_engine(_address(folder, "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return _address(folder, name).replace("+psycopg", "")


@dataclass(frozen=True)
class Server:
    """A server of one test's own, which the test may stop, start, and let stand still."""

    folder: Path
    _programs: Path
    _user: pwd.struct_passwd | None

    @property
    def url(self) -> str:
        """The address of its empty database."""
        return _address(self.folder, "postgres").replace("+psycopg", "")

    def stop(self) -> None:
        """Ends it at once, as a crash does: every connection is cut."""
        self._control("-m", "immediate", "stop")

    def start(self) -> None:
        """Starts it again."""
        _start(self._programs, self.folder, self._user)

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """While the block runs no process of it answers, and every connection stays open."""
        processes = self._processes()
        for pid in processes:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in processes:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)

    def cut(self) -> None:
        """Ends every connection and nothing else."""
        engine = create_engine(_address(self.folder, "postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )
        engine.dispose()

    def _processes(self) -> list[int]:
        first = int((self.folder / "stored" / "postmaster.pid").read_text(encoding="ascii").split()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text(encoding="ascii").split()
        return [first, *map(int, children)]

    def _control(self, *words: str) -> None:
        _run([self._programs / "pg_ctl", "-D", self.folder / "stored", *words], self._user)


@contextmanager
def own_server() -> Iterator[Server]:
    """A server for one block; it is gone afterwards, whatever was done to it."""
    folder, found, user = _new_server()
    _start(found, folder, user)
    try:
        yield Server(folder, found, user)
    finally:
        with suppress(subprocess.CalledProcessError):
            _stop(found, folder / "stored", folder, user)
        shutil.rmtree(folder, ignore_errors=True)


@cache
def _server() -> Path:
    """Starts the server of all tests; gives the folder of its socket."""
    folder, found, user = _new_server()
    _start(found, folder, user)
    atexit.register(_stop, found, folder / "stored", folder, user)
    return folder


def _new_server() -> tuple[Path, Path, pwd.struct_passwd | None]:
    """A server that does not run yet: its folder, its programs, and whom it runs as."""
    found = programs()
    assert found is not None
    folder = Path(tempfile.mkdtemp(prefix="unshared-pg-"))
    user = _user()
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)
    stored = folder / "stored"
    _run([found / "initdb", "-D", stored, "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync"], user)
    return folder, found, user


def _start(found: Path, folder: Path, user: pwd.struct_passwd | None) -> None:
    options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
    start = ["-o", f"{options} -c unix_socket_directories='{folder}'", "-l", folder / "log", "-w", "start"]
    _run([found / "pg_ctl", "-D", folder / "stored", *start], user)


def _stop(found: Path, stored: Path, folder: Path, user: pwd.struct_passwd | None) -> None:
    _run([found / "pg_ctl", "-D", stored, "-m", "immediate", "stop"], user)
    shutil.rmtree(folder, ignore_errors=True)


def _user() -> pwd.struct_passwd | None:
    """Whom the server runs as: it refuses to be root."""
    if os.getuid() != 0:
        return None
    return next(user for name in NEVER_ROOT for user in pwd.getpwall() if user.pw_name == name)


def _run(command: list[str | Path], user: pwd.struct_passwd | None) -> None:
    as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", **as_user)  # type: ignore[call-overload]  # the same keywords, or none


def _address(folder: Path, name: str) -> str:
    return f"postgresql+psycopg://test@/{name}?host={folder}"
