"""The settings of nginx and Caddy on this machine, where they can be read: what they write down, keep and pass on.

It reads words, not what a running proxy does: a file that nobody includes is read too, and one elsewhere is not.
Source: nginx, ngx_http_log_module, ngx_http_proxy_module, ngx_http_core_module; Caddy 2, Caddyfile directive log;
checked 2026-11-23.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Final

from safety.config import MEBIBYTE
from safety.web.doctor.finding import Finding, fine, look, wrong

NGINX: Final = Path("/etc/nginx")
CADDY: Final = Path("/etc/caddy")
NGINX_PARTS: Final = ("nginx.conf", "conf.d/*.conf", "sites-enabled/*", "snippets/*.conf")
CADDY_PARTS: Final = ("Caddyfile", "*.caddy", "conf.d/*")
MIN_HEADER_KILOBYTES: Final = 8
UNITS: Final = {"": 1, "k": 1024, "m": MEBIBYTE, "g": 1024 * MEBIBYTE}
UNSEEN: Final = look(
    "proxy files",
    "Nobody can see from here whether your proxy writes an access log or puts what is sent on its disk.",
    "Look at its settings, and at those of whoever stands in front of it: docs/doctor.md names the lines.",
)
_COMMENT: Final = re.compile(r"(?m)(?:^|(?<=\s))#.*$")


def gather(folder: Path, parts: tuple[str, ...]) -> dict[str, str]:
    """The text of each file below ``folder`` that can be read, by its address."""
    found = {}
    for part in parts:
        for path in sorted(folder.glob(part)):
            with suppress(OSError):
                if path.is_file():
                    found[str(path)] = path.read_text(encoding="utf-8", errors="replace")
    return found


def check(nginx: Mapping[str, str], caddy: Mapping[str, str], upload_bytes: int) -> Iterator[Finding]:
    """All findings on the files of both; where there is none, that nothing can be seen."""
    settings = [line for text in nginx.values() for line in directives(text)]
    found = [*_nginx(settings, upload_bytes), *(one for path, text in caddy.items() for one in _caddy(path, text))]
    yield from found or [UNSEEN]


def directives(text: str) -> list[tuple[str, str]]:
    """Each setting of nginx in ``text``: its name and the rest, also of those inside blocks."""
    plain = _COMMENT.sub("", text)
    parts = (" ".join(part.split()) for part in re.split(r"[;{}]", plain))
    return [(name, rest) for name, _, rest in (part.partition(" ") for part in parts) if name]


def _nginx(settings: list[tuple[str, str]], upload_bytes: int) -> Iterator[Finding]:
    if not any(name == "proxy_pass" for name, _ in settings):
        return
    values = {name: [rest for other, rest in settings if other == name] for name, _ in settings}
    yield _nginx_log(values.get("access_log", []))
    yield _nginx_errors(values.get("error_log", []))
    yield _only(values, "proxy_request_buffering", "off", "A photo that is sent is written to the proxy's disk first.")
    if "off" not in values.get("proxy_buffering", []):
        yield _only(values, "proxy_max_temp_file_size", "0", "A large answer may be written to the proxy's disk.")
    yield _nginx_size(values.get("proxy_buffer_size", []))
    yield _nginx_uploads(values.get("client_max_body_size", []), upload_bytes)
    yield _nginx_host(values.get("proxy_set_header", []))


def _nginx_log(values: list[str]) -> Finding:
    says = "It writes who asked for what" + ("." if values else ", as it does when nothing is said.")
    return _quiet(values, [value == "off" for value in values], "It writes no access log.", says, "access_log off;")


def _nginx_errors(values: list[str]) -> Finding:
    quiet = [value.endswith((" crit", " alert", " emerg")) or value.startswith("/dev/null") for value in values]
    says = "Its error log names address and page of a visitor whose request failed."
    return _quiet(values, quiet, "Its error log holds grave faults alone.", says, "error_log stderr emerg;")


def _quiet(values: list[str], quiet: list[bool], good: str, bad: str, line: str) -> Finding:
    """Whether all places that set a log keep it quiet; where they differ only a person can tell which one counts."""
    if values and all(quiet):
        return fine("nginx", good)
    if any(quiet):
        loud = next(value for value, is_quiet in zip(values, quiet, strict=True) if not is_quiet)
        return look("nginx", f"One place says '{line}', another '{loud}'.", "See that the site's server has the first.")
    return wrong("nginx", bad, f"Set {line} in the site's server block.")


def _only(values: Mapping[str, list[str]], name: str, value: str, says: str) -> Finding:
    if set(values.get(name, [])) == {value}:
        return fine("nginx", f"{name} is {value}.")
    return wrong("nginx", says, f"Set {name} {value};")


def _nginx_size(values: list[str]) -> Finding:
    if values and all(_bytes(value) > MIN_HEADER_KILOBYTES * 1024 for value in values):
        return fine("nginx", "proxy_buffer_size holds the headers of a tool page.")
    says = "The headers of a tool page may not fit, and are answered with 502."
    return wrong("nginx", says, "Set proxy_buffer_size 16k; and proxy_buffers 8 16k;")


def _nginx_uploads(values: list[str], upload_bytes: int) -> Finding:
    if values and all(_bytes(value) == 0 or _bytes(value) > upload_bytes for value in values):
        return fine("nginx", "It takes photos as large as the site does.")
    most = upload_bytes // MEBIBYTE
    says = f"It refuses photos that the site would take (up to {most} MB)."
    return wrong("nginx", says, f"Set client_max_body_size {most + 2}m;")


def _nginx_host(values: list[str]) -> Finding:
    if any(value in ("Host $http_host", "Host $host", "Host $host:$server_port") for value in values):
        return fine("nginx", "It passes the host name on.")
    return wrong("nginx", "It does not pass the host name on.", "Set proxy_set_header Host $http_host;")


def _bytes(size: str) -> int:
    found = re.fullmatch(r"([0-9]+)([kmg]?)", size.lower())
    return int(found[1]) * UNITS[found[2]] if found else 1


def _caddy(path: str, text: str) -> Iterator[Finding]:
    if "reverse_proxy" not in text:
        return
    if _logs_access(text):
        yield wrong("caddy", f"{path} writes who asked for what.", "Take the log lines out of the blocks of sites.")
    else:
        yield fine("caddy", f"{path} writes no access log.")
    if "request_buffers" in text or "response_buffers" in text:
        yield look("caddy", f"{path} collects what passes in memory.", "Take request_buffers and response_buffers out.")


def _logs_access(text: str) -> bool:
    """Whether a block of a site has the directive ``log``; in the block for everything it sets another log."""
    opened: list[str] = []
    for line in _COMMENT.sub("", text).splitlines():
        words = line.split()
        if words and words[0] == "log" and opened and opened[0] != "{":
            return True
        for _, word in pairwise(["", *words]):
            if word == "{" or (word.endswith("{") and not word.startswith("{")):
                opened.append(line.strip())
            elif word == "}" and opened:
                opened.pop()
    return False
