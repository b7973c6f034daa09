"""The settings: the secret, the names of the site, the proxy, who runs it. It reads no file and asks nobody."""

from __future__ import annotations

import ipaddress
import math
from collections import Counter
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from safety.config import LOCAL_NAMES, USUAL_PORTS, Config
from safety.web.doctor.finding import Finding, fine, look, wrong

MIN_BITS: Final = 96
MOST_PROXIES: Final = 3
# Six letters or more: a random secret hardly ever holds one by chance.
PLACEHOLDERS: Final = (
    "change",
    "secret",
    "example",
    "password",
    "insecure",
    "replace",
    "random",
    "default",
    "unshared",
)
_MAKE_ONE: Final = 'python -c "import secrets; print(secrets.token_urlsafe(32))"'


def check(config: Config, development_secret: str, *, in_container: bool) -> Iterator[Finding]:
    """All findings on ``config``; ``development_secret`` is the one kept in the instance folder, or ''."""
    yield environment(config)
    yield secret(config, development_secret)
    yield hosts(config)
    yield proxies(config)
    yield listening(config, in_container=in_container)
    yield leave_to(config)
    yield leak_service(config)
    yield from operator(config)


def environment(config: Config) -> Finding:
    """Whether it is set for production."""
    if config.production:
        return fine("environment", "It is production.")
    return wrong(
        "environment",
        "It is not production, so neither the secret nor the host names are required.",
        "Set UNSHARED_ENV=production, and run this command with the settings of the site.",
    )


def secret(config: Config, development_secret: str) -> Finding:
    """Whether the secret can be guessed. It is measured, never shown."""
    name, new = "secret", f"Make a new one: {_MAKE_ONE}. Checks that are kept under the old one open no more."
    if config.secret == development_secret:
        return wrong(name, "It is the one made for trying the site out, kept in the instance folder.", new)
    if is_repeated(config.secret) or any(word in config.secret.lower() for word in PLACEHOLDERS):
        return wrong(name, "It repeats itself or holds an ordinary word, so it was not drawn at random.", new)
    if entropy_bits(config.secret) < MIN_BITS:
        return wrong(name, "It has too few different characters, so it can be guessed.", new)
    return fine(name, f"It has {len(config.secret)} characters and looks random.")


def entropy_bits(text: str) -> float:
    """How many bits ``text`` would have if its characters were drawn as often as they occur in it."""
    return -sum(count * math.log2(count / len(text)) for count in Counter(text).values())


def is_repeated(text: str) -> bool:
    """Whether ``text`` is one shorter text again and again."""
    return text in (text + text)[1:-1]


def hosts(config: Config) -> Finding:
    """Whether the host names are names that visitors can have."""
    name, do = "host names", "Set HOSTS to the host names of the site, with commas, such as HOSTS=example.org"
    if not config.hosts:
        return wrong(name, "HOSTS is not set, so the site answers to local names and addresses only.", do)
    if odd := [host for host in config.hosts if set("*/") & set(host) or _has_odd_port(host) or host.startswith(".")]:
        return wrong(name, f"HOSTS holds what is no host name: {', '.join(odd)}. It matches nobody.", do)
    if local := [host for host in config.hosts if host in LOCAL_NAMES or _is_address(host)]:
        return look(name, f"HOSTS holds {', '.join(local)}: good for trying it here, no name for visitors.", do)
    return fine(name, f"The site answers to {', '.join(config.hosts)} and to no other name.")


def proxies(config: Config) -> Finding:
    """Whether the number of proxies can be right."""
    name = "proxies"
    if not config.proxies:
        return look(
            name,
            "PROXIES is 0: the site takes every visitor for one on plain http, and its cookies go without Secure.",
            "Behind a proxy that does https, set PROXIES=1.",
        )
    if config.proxies > MOST_PROXIES:
        return look(
            name,
            f"PROXIES is {config.proxies}: a header that a visitor made up would be believed if it is fewer.",
            "Count the proxies that add to X-Forwarded-For, the last one before the site included.",
        )
    return fine(name, f"PROXIES is {config.proxies}; the address from outside shows whether that is right.")


def listening(config: Config, *, in_container: bool) -> Finding:
    """Whether somebody can pass by the proxy."""
    is_local = config.host in LOCAL_NAMES
    if is_local or in_container:
        where = "on this machine only" if is_local else "inside a container; what its ports are open to is said there"
        return fine("listening", f"It listens {where}.")
    return look(
        "listening",
        f"It listens on {config.host}: who reaches port {config.port} passes by the proxy, and can speak for it.",
        "Set HOST=127.0.0.1, or close that port to everybody but the proxy.",
    )


def leave_to(config: Config) -> Finding:
    """Whether 'Leave this site' leaves this site."""
    host = urlsplit(config.leave_to).hostname or ""
    if not host:
        return fine("leaving", "'Leave this site' goes to the neutral page of our own.")
    if host in config.hosts:
        return wrong("leaving", "LEAVE_TO leads back to this site.", "Set it to a neutral site, or leave it empty.")
    return fine("leaving", f"'Leave this site' goes to {host}.")


def leak_service(config: Config) -> Finding:
    """Whether a page asks another host."""
    if not config.leak_service:
        return fine("other hosts", "No page asks another host.")
    return look(
        "other hosts",
        f"LEAK_SERVICE lets /passwords/leaked ask {config.leak_service} when a visitor presses the button.",
        "Right if you decided so; leave it empty otherwise.",
    )


def operator(config: Config) -> Iterator[Finding]:
    """Whether visitors learn who runs this copy, and how to reach them."""
    settings = (("OPERATOR", config.operator), ("OPERATOR_CONTACT", config.operator_contact))
    for name, value in settings:
        if not value:
            do = f"Set {name}; it is shown on /about, where people report a wrong number."
            yield wrong("operator", f"{name} is not set.", do)
        elif "example" in value.lower():
            yield wrong("operator", f"{name} is still an example.", f"Set {name} to your own.")
        else:
            yield fine("operator", f"{name} is set.")


def _has_odd_port(host: str) -> bool:
    _, colon, port = host.rpartition(":")
    return bool(colon) and (not port.isdecimal() or port in USUAL_PORTS.values())


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
