"""Caddy and nginx in front of a site, with the very files of ``deploy/``, on a free port of 127.0.0.1."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from safety.config import ROOT

DEPLOY = ROOT / "deploy"
START_SECONDS = 30
STOP_SECONDS = 10
# The server of the file that speaks https is tried over plain http: a certificate would be a stranger's.
NGINX_LINES = {
    "listen 443 ssl http2;": "listen 127.0.0.1:{port};",
    "    listen [::]:443 ssl http2;\n": "",
    "    listen 80;\n    listen [::]:80;\n": "    listen 127.0.0.1:{other};\n",
    "server 127.0.0.1:8000;": "server 127.0.0.1:{upstream};",
    "    ssl_certificate /etc/letsencrypt/live/example.org/fullchain.pem;\n": "",
    "    ssl_certificate_key /etc/letsencrypt/live/example.org/privkey.pem;\n": "",
    "    ssl_protocols TLSv1.2 TLSv1.3;\n": "",
}
# Everything that nginx can write lies in one folder; what it asks of its own process is no part of our file.
NGINX_MAIN = """
{user}daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr emerg;
events {{ worker_connections 2048; }}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Proxy:
    """A proxy that runs: its address, its process and the only folder that it may write to; ``log`` is in it."""

    url: str
    port: int
    pid: int
    folder: Path

    def log(self) -> str:
        """What it wrote on both streams."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def written(self) -> list[Path]:
        """Every file that it left in its folder, but its settings and its log."""
        known = {"log", "nginx.conf", "site.conf", "nginx.pid", "autosave.json"}
        return [path for path in self.folder.rglob("*") if path.is_file() and path.name not in known]


@contextmanager
def caddy(folder: Path, upstream: int) -> Iterator[Proxy]:
    """``deploy/Caddyfile`` in front of the port ``upstream``; its files are in the new ``folder``."""
    folder.mkdir()
    port = free_port()
    settings = {"SITE": f"http://127.0.0.1:{port}", "UPSTREAM": f"127.0.0.1:{upstream}", "HOME": str(folder)}
    command = ["caddy", "run", "--config", str(DEPLOY / "Caddyfile"), "--adapter", "caddyfile"]
    with _running(command, folder, port, settings) as proxy:
        yield proxy


@contextmanager
def nginx(folder: Path, upstream: int) -> Iterator[Proxy]:
    """``deploy/nginx.conf`` in front of the port ``upstream``; its files are in the new ``folder``."""
    folder.mkdir()
    port = free_port()
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for line, here in NGINX_LINES.items():
        assert site.count(line) == 1, line
        site = site.replace(line, here.format(port=port, other=free_port(), upstream=upstream))
    (folder / "site.conf").write_text(site, encoding="utf-8")
    # Started as root it would give its work to a user who may not enter the folders of a test.
    user = "user root;\n" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(NGINX_MAIN.format(folder=folder, user=user), encoding="utf-8")
    with _running([nginx_program(), "-c", str(folder / "nginx.conf")], folder, port, {}) as proxy:
        yield proxy


KINDS = {"caddy": caddy, "nginx": nginx}


def nginx_program() -> str:
    """Where nginx is; Debian keeps it out of the path of who is not root. Empty where it is not."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin") or ""


def is_there(kind: str) -> bool:
    """Whether this machine has the proxy ``kind``."""
    return bool(nginx_program() if kind == "nginx" else shutil.which(kind))


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], folder: Path, port: int, settings: Mapping[str, str]) -> Iterator[Proxy]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)} | settings
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
    proxy = Proxy(f"http://127.0.0.1:{port}", port, process.pid, folder)
    try:
        end = time.monotonic() + START_SECONDS
        while not _listens(port):
            assert process.poll() is None, proxy.log()
            assert time.monotonic() < end, proxy.log()
            time.sleep(0.05)
        yield proxy
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False
