"""A class of a thousand, and thirty rooms of thirty, on SQLite and on PostgreSQL; and a server killed meanwhile.

python bench/room.py [sqlite | postgresql]

The phones are this process. They do what their script does, each on one connection of its own: they ask when they were
told to, take the page when the room has moved, and send an answer, of which the server says in a word whether it was
taken. All have the question before the ten seconds begin. It shares the machine with what it measures, so its own share
is told.
PostgreSQL is served by two processes; a phone keeps to one of them, and the hosts to the other.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import postgres  # noqa: E402  # the project is not installed as a package

SECONDS = 10.0
TAKEN_MS = 300
HOST_VIEW_MS = 3_000
HOST_POLL_MS = 1_500
MAX_MB = 300
FILES = 8_192
TRIES = 60
FIELDS = {"lead": "A lead", "place": "Room 1", "adult": "yes", "least": "8", "line": "GB 0"}


class Gone(Exception):
    """The connection ended before the answer was there."""


class NotMeasured(Exception):
    """The site did not do what has to come before measuring."""


@dataclass
class Phone:
    """One browser on one server: a connection that is kept, and a cookie."""

    port: int
    cookie: str = ""
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    async def ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        """Status and page. Raises: Gone."""
        async with self._one_at_a_time:
            # As a browser does: a connection that was kept may have ended meanwhile, and is opened once more.
            for is_last in (self._writer is None, True):
                try:
                    return await self._ask(method, path, urlencode(fields or {}))
                except (OSError, asyncio.IncompleteReadError) as error:
                    self.hang_up()
                    if is_last:
                        raise Gone from error
            raise Gone

    def hang_up(self) -> None:
        """Ends the connection; the next question opens another."""
        if self._writer:
            self._writer.close()
        self._reader = self._writer = None

    async def _ask(self, method: str, path: str, body: str) -> tuple[int, str]:
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.port)
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nSec-Fetch-Site: same-origin\r\n"
        if self.cookie:
            head += f"Cookie: {self.cookie}\r\n"
        if path.endswith(("/answer", "/now")):
            head += "Accept: application/json\r\n"
        if method == "POST":
            head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        self._writer.write(f"{head}\r\n{body}".encode())
        answer = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        length = re.search(r"(?i)\r\ncontent-length: (\d+)", answer)
        page = await self._reader.readexactly(int(length[1]) if length else 0)
        if found := re.search(r"(?i)\r\nset-cookie: ([^;\r]+)", answer):
            self.cookie = found[1]
        if re.search(r"(?i)\r\nconnection: close", answer):
            self.hang_up()
        return int(answer[9:12]), page.decode()


@dataclass
class Room:
    """A room as its host knows it, and what was acknowledged in it."""

    host: Phone
    code: str = ""
    question: str = ""
    acknowledged: list[float] = field(default_factory=list)
    sent: Counter[str] = field(default_factory=Counter)
    views: list[tuple[float, int]] = field(default_factory=list)
    choices: int = 0

    async def open(self) -> None:
        """Opens it with a ready workshop, and goes on to its first question."""
        page = (await self.host.ask("GET", "/teach/room"))[1]
        workshop = re.search(r'<option value="(healthy-sharing-45)"', page)
        plan = {"workshop": workshop[1]} if workshop else {}
        status, _ = await self.host.ask("POST", "/teach/room/open", {**FIELDS, **plan})
        page = (await self.host.ask("GET", "/teach/room/opened"))[1]
        found = re.search(r'class="code">([^<]+)<', page)
        if not found:
            raise NotMeasured(f"no room was opened: {status}")
        self.code = found[1]
        self.host.hang_up()

    async def go_on(self, phone: Phone) -> None:
        """The next step that asks something of ``phone``."""
        for _ in range(TRIES):
            await self.press("next")
            page = (await phone.ask("GET", f"/join/{self.code}"))[1]
            asked = re.search(r'name="question" value="([^"]+)"', page)
            if asked and "data-coins" not in page:
                self.question = asked[1]
                self.choices = len(re.findall(r'name="choice" value="\d+"', page))
                return
        raise NotMeasured("the workshop asks nothing")

    async def press(self, word: str) -> str:
        """Presses a button of the desk; gives the desk after it."""
        page = (await self.host.ask("GET", "/teach/room/desk"))[1]
        version = re.search(r'name="version" value="(\d+)"', page)
        if not version:
            raise NotMeasured("there is no desk")
        await self.host.ask("POST", "/teach/room/desk", {"do": word, "version": version[1]})
        return (await self.host.ask("GET", "/teach/room/desk"))[1]

    async def count(self) -> int:
        """How many have answered, as the host sees it."""
        page = (await self.host.ask("GET", "/teach/room/desk"))[1]
        found = re.search(r"data-answers[^>]*>(\d+)", page)
        return int(found[1]) if found else -1

    async def watch(self, until: asyncio.Event) -> None:
        """Looks as the desk's script does, and notes what it saw and when."""
        while not until.is_set():
            with suppress(Gone):
                status, text = await self.host.ask("GET", f"/join/{self.code}/now")
                found = re.search(r'"answers":\s*(\d+)', text)
                if status == 200 and found:
                    self.views.append((time.perf_counter(), int(found[1])))
            with suppress(TimeoutError):
                await asyncio.wait_for(until.wait(), HOST_POLL_MS / 1000)

    def oldest_view_ms(self) -> float:
        """How long an answer was acknowledged and the host did not see it, at most."""
        taken, oldest = sorted(self.acknowledged), 0.0
        for (_, count), (replaced, _) in zip(self.views, self.views[1:], strict=False):
            if count < len(taken) and taken[count] < replaced:
                oldest = max(oldest, replaced - taken[count])
        return oldest * 1000


@dataclass
class Run:
    """What was measured of the phones of one run; ``waiting`` have not shown the question yet."""

    waiting: int
    taken_ms: list[float] = field(default_factory=list)
    retried: int = 0
    polls: int = 0
    waits_ms: list[int] = field(default_factory=list)
    all_have_it: asyncio.Event = field(default_factory=asyncio.Event)

    def shown(self) -> None:
        """One more phone shows the question."""
        self.waiting -= 1
        if not self.waiting:
            self.all_have_it.set()


class Site:
    """The site in one process or more, each on a port of its own."""

    def __init__(self, folder: str, database: str, processes: int) -> None:
        self.environment = os.environ | {"INSTANCE": folder, "LEAVE_TO": "", "DATABASE_URL": database}
        self.ports = [_free_port() for _ in range(processes)]
        self.running = {port: self._start(port) for port in self.ports}

    def kill(self, port: int) -> None:
        """Ends one process as a power cut would, and starts it again."""
        self.running[port].send_signal(signal.SIGKILL)
        self.running[port].wait()
        self.running[port] = self._start(port)

    def stop(self) -> None:
        """Ends all."""
        for process in self.running.values():
            process.terminate()
            process.wait()

    def most_mb(self) -> float:
        """The most memory that one of the processes has had."""
        found = (Path(f"/proc/{one.pid}/status").read_text(encoding="ascii") for one in self.running.values())
        return max(int(text.split("VmHWM:")[1].split()[0]) / 1024 for text in found)

    def processor_seconds(self) -> float:
        """The time on a processor that the processes have had; with a killed one, since its new start."""
        found = (Path(f"/proc/{one.pid}/stat").read_text(encoding="ascii") for one in self.running.values())
        ticks = (text.rsplit(") ", 1)[1].split()[11:13] for text in found)
        return sum(sum(map(int, pair)) for pair in ticks) / os.sysconf("SC_CLK_TCK")

    def _start(self, port: int) -> subprocess.Popen[bytes]:
        environment = self.environment | {"PORT": str(port)}
        process = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        while True:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                return process
            if process.poll() is not None:
                raise NotMeasured("the site did not start")
            time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def answer(phone: Phone, room: Room, run: Run, chance: random.Random) -> None:
    """Answers once at some moment of the ten seconds; tries again where nothing came back."""
    await asyncio.sleep(chance.random() * SECONDS)
    choice = str(chance.randrange(room.choices))
    for _ in range(TRIES):
        begun = time.perf_counter()
        try:
            status, text = await phone.ask(
                "POST", f"/join/{room.code}/answer", {"question": room.question, "choice": choice}
            )
        except Gone:
            status, text = 0, ""
        if status == 200 and re.search(r'"taken":\s*true', text):
            now = time.perf_counter()
            run.taken_ms.append((now - begun) * 1000)
            room.acknowledged.append(now)
            room.sent[choice] += 1
            return
        run.retried += 1
        await asyncio.sleep(0.5)


async def follow(phone: Phone, room: Room, run: Run, until: asyncio.Event) -> None:
    """Asks whether the room has moved, waits as long as it is told, and takes what is new."""
    page = (await phone.ask("GET", f"/join/{room.code}"))[1]
    version, wait_ms = _number(r'data-version="(\d+)', page), _number(r'data-wait="(\d+)', page)
    has_it = False
    while not until.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(until.wait(), wait_ms / 1000)
            return
        with suppress(Gone):
            status, text = await phone.ask("GET", f"/join/{room.code}/now")
            if status != 200:
                continue
            wait_ms = _number(r'"wait_ms":\s*(\d+)', text)
            run.polls += 1
            run.waits_ms.append(wait_ms)
            if version != _number(r'"version":\s*(\d+)', text):
                page = (await phone.ask("GET", f"/join/{room.code}"))[1]
                version = _number(r'data-version="(\d+)', page)
            if not has_it and f'name="question" value="{room.question}"' in page:
                has_it = True
                run.shown()


def _number(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    if not found:
        raise NotMeasured("a phone got something else")
    return int(found[1])


async def lesson(site: Site, rooms: int, pupils: int, *, killed: bool) -> None:
    """One run: rooms are opened, phones join and follow, all answer within ten seconds; then it is counted."""
    chance = random.Random(rooms)  # noqa: S311  # the same moments in every run
    opened = [Room(Phone(site.ports[0])) for _ in range(rooms)]
    for room in opened:
        await room.open()
    phones = [(Phone(site.ports[at % len(site.ports)]), opened[at % rooms]) for at in range(rooms * pupils)]
    run, until = Run(len(phones)), asyncio.Event()
    tasks = []
    for at, (phone, room) in enumerate(phones):
        await phone.ask("POST", f"/join/{room.code}")
        if not phone.cookie:
            raise NotMeasured("a phone did not get in")
        if at < rooms:
            await room.go_on(phone)
            await room.press("back")
        tasks.append(asyncio.ensure_future(follow(phone, room, run, until)))
    begun = time.perf_counter()
    for room in opened:
        await room.press("next")
    await asyncio.wait_for(run.all_have_it.wait(), timeout=60)
    print(f"  the question was on the last phone {time.perf_counter() - begun:.1f} s after the host went on to it")
    run.polls, run.waits_ms = 0, []
    wall, own, worked = time.perf_counter(), time.process_time(), site.processor_seconds()
    tasks += [asyncio.ensure_future(room.watch(until)) for room in opened]
    answers = [asyncio.ensure_future(answer(phone, room, run, chance)) for phone, room in phones]
    if killed:
        await asyncio.sleep(SECONDS / 2)
        await asyncio.to_thread(site.kill, site.ports[-1])
    await asyncio.gather(*answers)
    await asyncio.sleep(HOST_POLL_MS / 1000 + 0.5)
    wall, own = time.perf_counter() - wall, time.process_time() - own
    worked = site.processor_seconds() - worked
    until.set()
    await asyncio.gather(*tasks)
    for phone, _ in phones:
        phone.hang_up()
    await report(site, opened, run, wall, own, killed=killed)
    if not killed:
        print(f"  the site worked {worked:.1f} s of {wall:.1f} s on {len(site.ports)} of the two cores")


async def report(site: Site, rooms: list[Room], run: Run, wall: float, own: float, *, killed: bool) -> None:
    """Counts what the site has against what it acknowledged, and prints the figures."""
    lost = double = wrong = 0
    for room in rooms:
        counted = await room.count()
        lost += max(0, len(room.acknowledged) - counted)
        double += max(0, counted - len(room.acknowledged))
        wrong += 0 if await kept(room) else 1
    taken = sorted(run.taken_ms)
    p50, p95, p99 = (taken[int(len(taken) * part)] for part in (0.5, 0.95, 0.99))
    soon = sum(one <= TAKEN_MS for one in taken) / len(taken)
    oldest = max(room.oldest_view_ms() for room in rooms)
    print(f"  {len(taken)} answers acknowledged, {lost} lost, {double} double, {wrong} rooms with other numbers")
    print(f"  within {TAKEN_MS} ms: {soon:.1%} (wanted 95 %); p50 {p50:.0f}, p95 {p95:.0f}, p99 {p99:.0f} ms")
    if killed:
        print(f"  {run.retried} tries came back without an answer and were made again")
    print(f"  host's view at most {oldest:.0f} ms old (wanted {HOST_VIEW_MS})")
    print(f"  {run.polls / wall:.0f} questions a second; phones were told to wait up to {max(run.waits_ms)} ms")
    print(f"  memory {site.most_mb():.0f} MB (wanted {MAX_MB}); own share of the two cores {own / wall / 2:.0%}")


async def kept(room: Room) -> bool:
    """Whether the results that are shown are what the phones sent; a small room may show words without numbers."""
    await room.press("reveal")
    file = (await room.host.ask("GET", "/teach/room/totals.csv"))[1]
    found = dict(re.findall(r",bars,(\d+),[^\r\n]*?,(\d+),\d+\r?$", file, re.MULTILINE))
    expected = {str(int(choice) + 1): str(count) for choice, count in room.sent.items() if count >= 3}
    return found == expected or ",most," in file or ",spread," in file


@contextmanager
def site_on(kind: str) -> Iterator[Site]:
    """The site on a database of this kind: one process on SQLite, two on PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder:
        is_postgres = kind == "postgresql"
        database = postgres.new_database() if is_postgres else f"sqlite:///{folder}/unshared.db"
        site = Site(folder, database, 2 if is_postgres else 1)
        try:
            yield site
        finally:
            site.stop()


def main(kinds: list[str]) -> None:
    """Prints the figures."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(FILES, hard), hard))
    if len(os.sched_getaffinity(0)) > 2:
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:2]))
    print(f"before it begins, the machine is busy with {os.getloadavg()[0]:.1f} processes")
    for kind in kinds:
        if kind == "postgresql" and postgres.programs() is None:
            print("PostgreSQL: no server on this machine")
            continue
        for rooms, pupils, killed in ((1, 1000, False), (30, 30, False), (1, 1000, True)):
            print(f"{kind}, {rooms} x {pupils}{', a server killed in the middle' if killed else ''}")
            with site_on(kind) as site:
                asyncio.run(lesson(site, rooms, pupils, killed=killed))


if __name__ == "__main__":
    main(sys.argv[1:] or ["sqlite", "postgresql"])
