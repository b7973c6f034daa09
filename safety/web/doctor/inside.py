"""All that can be looked at on the machine of the site itself: gathers the facts, and has each check judge them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from safety.config import Config
from safety.library.faults import ContentError
from safety.library.load import load
from safety.web.doctor import content, folders, machine, packages, proxy_files, settings, stored
from safety.web.doctor.finding import Finding
from safety.web.serving.serve import OTHER_FILES
from safety.web.serving.server import MAX_CONNECTIONS

CONTAINER_MARKS: Final = (Path("/.dockerenv"), Path("/run/.containerenv"))


def check(config: Config, today: date) -> Iterator[Finding]:
    """All findings from inside."""
    in_container = any(mark.exists() for mark in CONTAINER_MARKS)
    yield from settings.check(config, _development_secret(config), in_container=in_container)
    yield from folders.check(folders.gather(config))
    yield from _stored(config)
    yield from machine.check(machine.gather(), MAX_CONNECTIONS + OTHER_FILES)
    yield from _texts(config, today)
    yield from packages.check(*packages.gather(), packages.running())
    nginx = proxy_files.gather(proxy_files.NGINX, proxy_files.NGINX_PARTS)
    caddy = proxy_files.gather(proxy_files.CADDY, proxy_files.CADDY_PARTS)
    yield from proxy_files.check(nginx, caddy, config.max_upload_bytes)


def _development_secret(config: Config) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return (config.instance / "secret").read_text(encoding="ascii").strip()
    return ""


def _stored(config: Config) -> Iterator[Finding]:
    found = stored.ask(config)
    if isinstance(found, Finding):
        yield found
    else:
        yield from stored.check(found, max(1, config.workers))


def _texts(config: Config, today: date) -> Iterator[Finding]:
    try:
        libraries = load(config.content)
    except ContentError as error:
        yield content.faulty(error)
    else:
        yield from content.check(libraries.values(), today)
