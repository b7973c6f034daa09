"""Start-up time, memory, bytes of the first page, and what the content counts. Linux, for the memory.

python bench/site.py
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from safety.library.load import load  # noqa: E402  # the project is not installed as a package
from safety.pages.sources import cited  # noqa: E402  # as above

PAGES = ("/", "/check", "/help", "/help/services", "/sources", "/teach")
WARM_UP = 200
STARTS = 3


def get(address: str, encoding: str = "br") -> tuple[bytes, bytes]:
    """The bytes of the head and the body as they come over the wire."""
    host, _, path = address.removeprefix("http://").partition("/")
    name, _, port = host.partition(":")
    with socket.create_connection((name, int(port)), timeout=10) as connection:
        lines = (f"GET /{path} HTTP/1.1", f"Host: {host}", f"Accept-Encoding: {encoding}", "Connection: close", "", "")
        connection.sendall("\r\n".join(lines).encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    return head, body


def start(folder: str) -> tuple[subprocess.Popen[bytes], str, float]:
    """A running site on a free port, its address, and the seconds until it answered."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"PORT": str(port), "INSTANCE": folder, "LEAVE_TO": ""}
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    while True:
        try:
            get(address + "/healthz")
        except OSError:
            time.sleep(0.01)
        else:
            return process, address, time.perf_counter() - begun


def memory_mb(process: subprocess.Popen[bytes]) -> float:
    """The resident memory of ``process``."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else float("nan")


def first_page(address: str) -> list[tuple[str, int]]:
    """What the first page loads, without the typeface: path and bytes of the body over the wire."""
    html = get(address + "/", "identity")[1].decode()
    loaded = re.findall(r'(?:src|href)="(/static/[^"]+\.(?:css|js))"', html)
    return [(path, len(get(address + path)[1])) for path in ("/", *loaded)]


def main() -> None:
    """Prints the figures."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(STARTS):
            process, address, seconds = start(folder)
            note = "" if number else " (makes its secret and its static files)"
            print(f"start {number + 1}: {seconds:.2f} s{note}")
            if number < STARTS - 1:
                process.terminate()
                process.wait()
        print(f"memory after start: {memory_mb(process):.0f} MB")
        for number in range(WARM_UP):
            get(address + PAGES[number % len(PAGES)])
        print(f"memory after {WARM_UP} pages: {memory_mb(process):.0f} MB")
        parts = first_page(address)
        for path, size in parts:
            print(f"  {size:6} bytes {path}")
        print(f"first page: {sum(size for _, size in parts)} bytes (target 14336)")
        process.terminate()
        process.wait()
    for name, library in load(ROOT / "content").items():
        counts = f"{len(library.items)} items, {len(cited(library))} sources, {len(library.services)} services"
        lines = sum(len(country.lines) for country in library.countries)
        print(f"{name}: {counts}, {lines} crisis lines in {len(library.countries)} countries")


if __name__ == "__main__":
    main()
