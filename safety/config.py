"""The configuration of one copy of the site, read once from a mapping of settings."""

from __future__ import annotations

import contextlib
import ipaddress
import re
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = "production"
MIN_SECRET_CHARACTERS = 32
# The folder INSTANCE, where the site makes it: no other user of the machine may enter.
OWNER_ALONE = 0o700
DEFAULT_LEAVE_TO = "https://www.bbc.co.uk/weather"
LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")
# Plain IP addresses only, no proxy to believe, and leaving goes to the page of our own: there may be no internet.
CLASS_NETWORK = {"HOST": "0.0.0.0", "HOSTS": "", "PROXIES": "0", "WORKERS": "0", "LEAVE_TO": ""}  # noqa: S104  # a class has to reach it
MEBIBYTE = 1024 * 1024
# By scheme; behind a name nobody has to write them.
USUAL_PORTS = {"http": "80", "https": "443"}
# Each has its share of the memory for bodies, and one whole upload has to fit into it.
MOST_WORKERS = 7
# What may stand in a file of its own, such as a secret of systemd or Docker, whose path is then in NAME_FILE.
IN_FILES = ("SECRET_KEY", "DATABASE_URL")
# A Host header: one name and at most one port. More than that is read differently by different programs.
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?")
# A host that a policy can name; without https only this machine, for tests.
_SERVICE = re.compile(r"(?:https://[a-z0-9.-]+|http://(?:127\.0\.0\.1|localhost))(?::[0-9]{1,5})?")


class ConfigError(Exception):
    """A setting is missing or wrong; the message says which one and what to write."""


@dataclass(frozen=True)
class Config:
    """Everything the site needs to know about where and for whom it runs.

    ``hosts`` are the host names the site answers to, with a port where it is not the usual one; empty
    means local names and plain IP addresses only (a laptop, a class network). ``leave_to`` is the neutral site of
    'Leave this site'; empty means the neutral page of our own. ``leak_service`` is the one
    other host that a page of ours may ask, and only where an operator has switched it on.
    ``workers`` are processes of the server for busy sites; with none a smaller one serves from this process.
    ``lan`` is a class network: all addresses of a laptop, plain HTTP, most of the site for the laptop alone.
    """

    secret: str = field(repr=False)
    production: bool = False
    host: str = "127.0.0.1"
    port: int = 8000
    hosts: tuple[str, ...] = ()
    proxies: int = 0
    workers: int = 0
    database_url: str = ""
    instance: Path = ROOT / "instance"
    content: Path = ROOT / "content"
    leave_to: str = DEFAULT_LEAVE_TO
    leak_service: str = ""
    operator: str = ""
    operator_contact: str = ""
    lan: bool = False
    max_upload_bytes: int = 32 * MEBIBYTE
    max_bodies_bytes: int = 256 * MEBIBYTE

    @classmethod
    def read(cls, settings: Mapping[str, str], *, lan: bool = False) -> Config:
        """The configuration that ``settings`` (usually the environment) describes; on a class network with ``lan``.

        Raises:
            ConfigError: a setting is missing in production, or has a value nobody can use.
        """
        production = settings.get("UNSHARED_ENV", "") == PRODUCTION
        if lan and production:
            raise ConfigError("--lan serves plain http to a class. Leave out UNSHARED_ENV=production, or --lan.")
        if lan:
            settings = {**settings, **CLASS_NETWORK}
        settings = _with_files(settings)
        instance = Path(settings.get("INSTANCE") or ROOT / "instance").resolve()
        hosts = tuple(name.strip().lower() for name in settings.get("HOSTS", "").split(",") if name.strip())
        if production and not hosts:
            raise ConfigError("HOSTS is not set. Write the host name of the site, such as HOSTS=example.org")
        database_url = settings.get("DATABASE_URL") or f"sqlite:///{instance / 'unshared.db'}"
        return cls(
            secret=_secret(settings, production, instance),
            production=production,
            host=settings.get("HOST") or cls.host,
            port=_number(settings, "PORT", cls.port),
            hosts=hosts,
            proxies=_number(settings, "PROXIES", cls.proxies),
            workers=_workers(settings, database_url),
            database_url=database_url,
            instance=instance,
            content=Path(settings.get("CONTENT") or ROOT / "content"),
            leave_to=_leave_to(settings),
            leak_service=_leak_service(settings),
            operator=settings.get("OPERATOR", "").strip(),
            operator_contact=_contact(settings),
            lan=lan,
        )

    def allows_host(self, host: str, scheme: str = "https") -> bool:
        """Whether the site answers to ``host`` (a Host header, with or without a port), asked by ``scheme``."""
        found = _HOST.fullmatch(host.lower())
        if found is None or int(found["port"] or 0) > 65535:
            return False
        name = found["name"].strip("[]")
        is_here = name in LOCAL_NAMES or name == self.host or _is_address(name)
        if not self.hosts:
            return is_here
        # Some caches leave the port out. Under another one they would keep a page whose policy forbids its own scripts.
        is_usual = found["port"] in (None, USUAL_PORTS.get(scheme))
        return host.lower() in self.hosts or (name in self.hosts and (is_here or is_usual))


def _with_files(settings: Mapping[str, str]) -> Mapping[str, str]:
    """``settings`` with what the files hold that some of them name."""
    read = {name: _from_file(settings, name) for name in IN_FILES if settings.get(f"{name}_FILE")}
    return {**settings, **read}


def _from_file(settings: Mapping[str, str], name: str) -> str:
    if settings.get(name):
        raise ConfigError(f"Both {name} and {name}_FILE are set. Leave one of them out.")
    try:
        text = Path(settings[f"{name}_FILE"]).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError):
        raise ConfigError(f"{name}_FILE cannot be read. Write the path of a file that holds {name} alone.") from None
    if not text:
        raise ConfigError(f"The file of {name}_FILE is empty. Write {name} into it.")
    return text


def _workers(settings: Mapping[str, str], database_url: str) -> int:
    count = _number(settings, "WORKERS", Config.workers)
    if count > MOST_WORKERS:
        raise ConfigError(f"WORKERS is more than {MOST_WORKERS}. Start the site several times behind your proxy.")
    if count and not sys.platform.startswith("linux"):
        raise ConfigError("WORKERS needs Linux. Leave it out: one process serves several hundred pages a second.")
    if count > 1 and database_url.startswith("sqlite"):
        raise ConfigError(
            f"WORKERS={count} needs PostgreSQL, since SQLite here serves one process. "
            "Write its address into DATABASE_URL, or leave WORKERS out."
        )
    return count


def _secret(settings: Mapping[str, str], production: bool, instance: Path) -> str:
    secret = settings.get("SECRET_KEY", "")
    if secret and len(secret) < MIN_SECRET_CHARACTERS:
        raise ConfigError(f"SECRET_KEY is too short. Write at least {MIN_SECRET_CHARACTERS} random characters.")
    if secret:
        return secret
    if production:
        raise ConfigError(
            "SECRET_KEY is not set. Write a random one, such as the output of: "
            'python -c "import secrets; print(secrets.token_urlsafe(32))"'
        )
    return _kept_secret(instance)


def _kept_secret(instance: Path) -> str:
    """The secret of this checkout, made on the first start and readable by its owner only."""
    instance.mkdir(mode=OWNER_ALONE, parents=True, exist_ok=True)
    path = instance / "secret"
    if not path.exists():
        _make_secret(path)
    secret = path.read_text(encoding="ascii").strip()
    if len(secret) < MIN_SECRET_CHARACTERS:
        raise ConfigError(f"The file {path.name} in the instance folder is damaged. Delete it and start again.")
    return secret


def _make_secret(path: Path) -> None:
    """Writes a secret whole or not at all: of two first starts at once, one wins for both."""
    draft = path.with_name(f"{path.name}-{secrets.token_hex(4)}")
    draft.touch(mode=0o600, exist_ok=False)
    draft.write_text(secrets.token_urlsafe(32), encoding="ascii")
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(draft)
    draft.unlink()


def _number(settings: Mapping[str, str], name: str, default: int) -> int:
    text = settings.get(name) or str(default)
    if not text.isdecimal() or int(text) > 65535:
        raise ConfigError(f"{name} is not a number from 0 to 65535. Write it in digits, such as {name}={default}")
    return int(text)


def _leave_to(settings: Mapping[str, str]) -> str:
    address = settings.get("LEAVE_TO", DEFAULT_LEAVE_TO).strip()
    if address and urlsplit(address).scheme != "https":
        raise ConfigError("LEAVE_TO is not an https address. Write one, or leave it empty for the built-in page.")
    return address


def _leak_service(settings: Mapping[str, str]) -> str:
    address = settings.get("LEAK_SERVICE", "").strip().rstrip("/").lower()
    if address and not _SERVICE.fullmatch(address):
        raise ConfigError(
            "LEAK_SERVICE is not the https address of a host. Write LEAK_SERVICE=https://api.pwnedpasswords.com "
            "or leave it empty: then no page asks anybody."
        )
    return address


def _contact(settings: Mapping[str, str]) -> str:
    contact = settings.get("OPERATOR_CONTACT", "").strip()
    if contact and urlsplit(contact).scheme not in ("https", "mailto"):
        raise ConfigError("OPERATOR_CONTACT must begin with https:// or mailto: so that people can use it.")
    return contact


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
