"""A PostgreSQL server for tests: private, on a socket, under a user who may do nothing else, gone with the tests."""

from __future__ import annotations

import atexit
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
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


@cache
def _server() -> Path:
    """Starts the server; gives the folder of its socket."""
    found = programs()
    assert found is not None
    folder = Path(tempfile.mkdtemp(prefix="unshared-pg-"))
    user = _user()
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)
    stored = folder / "stored"
    _run([found / "initdb", "-D", stored, "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync"], user)
    options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
    start = ["-o", f"{options} -c unix_socket_directories='{folder}'", "-l", folder / "log", "-w", "start"]
    _run([found / "pg_ctl", "-D", stored, *start], user)
    atexit.register(_stop, found, stored, folder, user)
    return folder


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
