"""The site under load: speed beside the bare framework, waiting, slow clients, memory, and what one page costs.

python bench/load.py [speed | waiting | slow | memory | budget]...

Everything runs on 127.0.0.1 and ends by itself in less than four minutes. The visitors are this process. In `speed` and
`budget` the server has the first core and the visitors the second, so neither takes time from the other; with two
workers, and in all other parts, both share two cores. 'bare' is a view of Flask that returns as many bytes as the page
takes over the wire, on the same server with the same settings, in the same seconds: turns of the two alternate.
Two workers need PostgreSQL; without a server of it they are left out.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.peers.processes import memory_bytes, processor_seconds  # noqa: E402  # not installed as a package
from bench.peers.visitors import Tally, Visitor, as_fast_as_possible, at_a_steady_rate, get, trickle  # noqa: E402  # as above
from tests import postgres  # noqa: E402  # as above
from tests.journeys import photo  # noqa: E402  # as above

PAGES = ("/", "/help", "/talk/8-10/starting", "/help/services", "/sources", "/photos")
VISITORS = 16
TURNS, TURN_SECONDS = 3, 0.6
RATE, STEADY = 200, 3000
SLOW, SLOW_SECONDS = 300, 4.0
REQUESTS, EVERY = 100_000, 10_000
WANTED_RATIO, WANTED_MS = 0.60, 50
START_SECONDS = 60
CORES = sorted(os.sched_getaffinity(0))[:2]
FIRST, BOTH = CORES[:1], CORES


@dataclass(frozen=True)
class Served:
    """A server that runs, and how long it took until it answered."""

    port: int
    seconds: float

    def cost_ms(self, tally: Tally, before: float) -> float:
        """Milliseconds of a processor for each answer, since ``before``."""
        return (processor_seconds() - before) / tally.statuses.total() * 1000


@contextmanager
def served(command: list[str], settings: dict[str, str], cores: list[int]) -> Iterator[Served]:
    """A server of its own on ``cores``, which ends with the block."""
    port = _free_port()
    arguments = [part.replace("PORT", str(port)) for part in command]
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=os.environ | {"INSTANCE": folder, "PORT": str(port), "LEAVE_TO": ""} | settings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: os.sched_setaffinity(0, cores),
        )
        try:
            _wait(process, port)
            yield Served(port, time.perf_counter() - begun)
        finally:
            process.terminate()
            process.wait()


def site(workers: int, cores: list[int] = BOTH) -> contextmanager[Served]:
    """The site as people start it."""
    settings = {"WORKERS": str(workers), "DATABASE_URL": postgres.new_database()} if workers else {}
    return served(["app.py"], settings, cores)


def bare(workers: int, cores: list[int] = BOTH) -> contextmanager[Served]:
    """The framework alone, on the same server."""
    return served(["-m", "bench.peers.bare", "PORT", str(workers)], {}, cores)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.01)
    raise SystemExit("a server did not start")


def all_workers() -> list[int]:
    """None, which is waitress, and two where there is a database for them."""
    return [0, 2] if postgres.programs() else [0]


def name(workers: int) -> str:
    """The server of so many workers."""
    return f"granian, {workers} workers" if workers else "waitress"


async def run(server: Served, request: bytes, seconds: float = TURN_SECONDS) -> Tally:
    """One request again and again; every answer must be good."""
    tally = await as_fast_as_possible(server.port, itertools.repeat(request), VISITORS, seconds)
    if not tally.statuses.keys() <= {200, 304}:
        raise SystemExit(f"unexpected answers: {tally.statuses}")
    return tally


async def speed() -> None:
    """Rendered pages beside the framework's own speed."""
    for workers in all_workers():
        cores = BOTH if workers else FIRST
        with site(workers, cores) as ours, bare(workers, cores) as plain:
            print(f"\n{name(workers)}: answers a second (ratio wanted {WANTED_RATIO:.2f})")
            print("| page | bytes sent | bare | kept | ratio |\n|---|---|---|---|---|")
            for path in PAGES:
                page = get(path, ours.port)
                size = len((await Visitor(ours.port).ask(page)).body)
                same = get(f"/{size}", plain.port)
                # Every process has the page before the clock runs.
                await run(ours, page)
                turns = [(await run(ours, page), await run(plain, same)) for _ in range(TURNS)]
                kept, alone = (sum(tally.per_second for tally in side) / TURNS for side in zip(*turns, strict=True))
                print(f"| `{path}` | {size} | {alone:.0f} | {kept:.0f} | {kept / alone:.2f} |")


async def waiting() -> None:
    """How long visitors wait who come at a steady rate."""
    print(f"\n{RATE} visitors a second, from the planned moment (99th percentile wanted {WANTED_MS} ms)")
    print("| server | pages | 50 % | 99 % | slowest |\n|---|---|---|---|---|")
    for workers in all_workers():
        with site(workers) as ours:
            chance = random.Random(1)  # noqa: S311  # which page comes next is no secret
            requests = (get(chance.choice(PAGES), ours.port) for _ in itertools.count())
            for state in ("not kept yet", "kept"):
                tally = await at_a_steady_rate(ours.port, requests, RATE, STEADY)
                waits = " | ".join(f"{tally.percentile(part):.1f} ms" for part in (0.5, 0.99, 1.0))
                print(f"| {name(workers)} | {state} | {waits} |")


async def slow() -> None:
    """What slow clients take from the others."""
    print(f"\n{SLOW} slow clients: half send headers, half a form, one byte a second")
    print("| server | answers a second without | with | 99 % with |\n|---|---|---|---|")
    for workers in all_workers():
        with site(workers) as ours:
            page = get("/help", ours.port)
            await run(ours, page)
            without = await run(ours, page, SLOW_SECONDS)
            crowd = [asyncio.create_task(trickle(ours.port, *_slow(ours.port, at))) for at in range(SLOW)]
            await asyncio.sleep(3)
            among = await run(ours, page, SLOW_SECONDS)
            for one in crowd:
                one.cancel()
            print(
                f"| {name(workers)} | {without.per_second:.0f} | {among.per_second:.0f} "
                f"| {among.percentile(0.99):.0f} ms |"
            )


def _slow(port: int, at: int) -> tuple[bytes, bytes]:
    host = f"Host: 127.0.0.1:{port}\r\n"
    if at % 2:
        return b"", f"GET /help HTTP/1.1\r\n{host}X-Slow: {'a' * 600}\r\n\r\n".encode()
    form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 600\r\nSec-Fetch-Site: same-origin\r\n"
    return f"POST /check HTTP/1.1\r\n{host}{form}\r\n".encode(), b"a" * 600


async def memory() -> None:
    """Whether it grows: pages, pages that a browser has, errors, answers to the check, photos."""
    with site(0) as ours:
        print(f"\nmemory over {REQUESTS} requests, waitress")
        print("| requests | memory | answers a second |\n|---|---|---|")
        print(f"| 0 | {_megabytes():.1f} MB | |")
        addresses = await walked(ours.port)
        print(f"| all {len(addresses)} pages once | {_megabytes():.1f} MB | |")
        etag = (await Visitor(ours.port).ask(get("/", ours.port))).header("ETag")
        requests, points = _mixed(ours.port, addresses, etag), list[tuple[int, float]]()
        for done in range(EVERY, REQUESTS + 1, EVERY):
            part = itertools.islice(requests, EVERY)
            tally = await as_fast_as_possible(ours.port, part, VISITORS, START_SECONDS)
            points.append((done, _megabytes()))
            print(f"| {done} | {points[-1][1]:.1f} MB | {tally.per_second:.0f} |")
            if set(tally.statuses) != {200, 303, 304, 404}:
                raise SystemExit(f"unexpected answers: {tally.statuses}")
        half = points[len(points) // 2 :]
        print(f"slope of the second half: {_slope(half) * 1024:.2f} KB for 1,000 requests")


def _mixed(port: int, addresses: list[str], etag: str) -> Iterator[bytes]:
    chance, answer = random.Random(2), _post(port)  # noqa: S311  # as above
    host = f"Host: 127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n"
    picture = f"POST /api/photos/clean HTTP/1.1\r\n{host}Content-Type: multipart/form-data; boundary=b\r\n"
    part = (
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n' + photo(32) + b"\r\n--b--\r\n"
    )
    clean = f"{picture}Content-Length: {len(part)}\r\n\r\n".encode() + part
    while True:
        kind = chance.random()
        if kind < 0.75:
            yield get(chance.choice(addresses), port)
        elif kind < 0.90:
            yield get("/", port, f"If-None-Match: {etag}")
        elif kind < 0.94:
            yield get(f"/nothing-{chance.random()}", port)
        else:
            yield answer if kind < 0.99 else clean


def _post(port: int) -> bytes:
    """The first answer of a check, which sets its cookie."""
    fields = urlencode({"question": "who", "choice": "adult"}).encode()
    head = f"POST /check HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n"
    kind = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(fields)}\r\n\r\n"
    return (head + kind).encode() + fields


async def walked(port: int) -> list[str]:
    """Every public page that links lead to from the first one; each was asked for once."""
    visitor, found, coming = Visitor(port), list[str](), ["/"]
    seen = set(coming)
    while coming:
        path = coming.pop()
        answer = await visitor.ask(_unpacked(path, port))
        if answer.status != 200 or answer.header("Cache-Control") != "no-cache":
            continue
        await visitor.ask(get(path, port))
        found.append(path)
        links = set(re.findall(r'href="(/[a-z0-9/.-]*)', answer.body.decode())) - seen
        seen |= links
        coming += [link for link in sorted(links) if not link.startswith(("/static/", "/leave"))]
    visitor.hang_up()
    return sorted(found)


def _megabytes() -> float:
    return memory_bytes() / 1024 / 1024


def _slope(points: list[tuple[int, float]]) -> float:
    """Megabytes for each thousand requests, by least squares."""
    across, up = ([one[at] for one in points] for at in (0, 1))
    middle = sum(across) / len(points), sum(up) / len(points)
    spread = sum((x - middle[0]) ** 2 for x in across)
    return sum((x - middle[0]) * (y - middle[1]) for x, y in points) / spread * 1000


async def budget() -> None:
    """What one page view costs: processor, and bytes over the wire."""
    with site(0, FIRST) as ours:
        print(f"\none page view, waitress on one core (it answered {ours.seconds:.1f} s after its start)")
        print("| page | first time | anew | kept | not changed | page | files | all it loads | and typeface | again |")
        print("|---|---|---|---|---|---|---|---|---|---|")
        for path in PAGES:
            print(f"| `{path}` | {' | '.join([*await _times(ours, path), *await _bytes(ours, path)])} |")
        style = (await _loaded(Visitor(ours.port), ours.port, await _text(Visitor(ours.port), ours.port, "/")))[0]
        for what, request in (
            ("a file of the release", get(style, ours.port)),
            ("an answer to the check", _post(ours.port)),
        ):
            before = processor_seconds()
            tally = await as_fast_as_possible(ours.port, itertools.repeat(request), 1, 1.5)
            print(f"{what}: {ours.cost_ms(tally, before):.2f} ms of a processor")


async def _times(ours: Served, path: str) -> list[str]:
    """Milliseconds: the wait of the very first, then of a processor when it is made, kept, and not changed."""
    visitor, request = Visitor(ours.port), get(path, ours.port)
    begun = time.perf_counter()
    first = await visitor.ask(request)
    shown = [f"{(time.perf_counter() - begun) * 1000:.0f} ms"]
    # Each other port in the name of the host is a page of its own to the keeper.
    anew = [get(path, 10_000 + number) for number in range(100)]
    for requests, seconds in (
        (iter(anew), START_SECONDS),
        (itertools.repeat(request), 1.5),
        (itertools.repeat(get(path, ours.port, f"If-None-Match: {first.header('ETag')}")), 1.5),
    ):
        before = processor_seconds()
        tally = await as_fast_as_possible(ours.port, requests, 1, seconds)
        shown.append(f"{ours.cost_ms(tally, before):.2f} ms")
    visitor.hang_up()
    return shown


async def _bytes(ours: Served, path: str) -> list[str]:
    """Bytes with headers: the page, all it loads but the typeface, with that, and when a browser has it all."""
    visitor = Visitor(ours.port)

    async def size(address: str, *headers: str) -> int:
        answer = await visitor.ask(get(address, ours.port, *headers))
        return len(answer.head) + 4 + len(answer.body)

    loaded = await _loaded(visitor, ours.port, await _text(visitor, ours.port, path))
    page = await size(path)
    parts = {address: await size(address) for address in loaded}
    faces = {address for address in parts if address.endswith(".woff2")}
    rest = sum(count for address, count in parts.items() if address not in faces)
    etag = (await visitor.ask(get(path, ours.port))).header("ETag")
    again = await size(path, f"If-None-Match: {etag}")
    visitor.hang_up()
    return [str(count) for count in (page, len(parts), page + rest, page + sum(parts.values()), again)]


async def _text(visitor: Visitor, port: int, path: str) -> str:
    return (await visitor.ask(_unpacked(path, port))).body.decode("utf-8", "replace")


def _unpacked(path: str, port: int) -> bytes:
    return get(path, port).replace(b"gzip, deflate, br, zstd", b"identity")


async def _loaded(visitor: Visitor, port: int, html: str) -> list[str]:
    """The styles, the scripts with all that they import, and the typeface of an English page."""
    coming = re.findall(r'<(?:link rel="stylesheet"|script)[^>]*(?:src|href)="(/static/[^"]+)"', html)
    found = list[str]()
    while coming:
        address = coming.pop()
        if address in found:
            continue
        found.append(address)
        text = await _text(visitor, port, address)
        pattern = (
            r"""url\("?([^")]*/latin\.woff2)""" if address.endswith(".css") else r"""(?:from|import) "(\.[^"]+)\""""
        )
        if not address.endswith(".woff2"):
            coming += [os.path.normpath(f"{Path(address).parent}/{name}") for name in re.findall(pattern, text)]
    return found


PARTS = {"speed": speed, "waiting": waiting, "slow": slow, "memory": memory, "budget": budget}


def main(wanted: list[str]) -> None:
    """Prints the tables."""
    os.sched_setaffinity(0, CORES)
    print(f"on {len(CORES)} cores; before it begins, the machine is busy with {os.getloadavg()[0]:.1f} processes")
    begun = time.monotonic()
    for part in wanted:
        os.sched_setaffinity(0, CORES[-1:] if part == "budget" else CORES)
        asyncio.run(PARTS[part]())
    print(f"\nit took {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:] or list(PARTS))
