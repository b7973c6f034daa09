"""Visitors for measuring: connections to 127.0.0.1 that are kept, each with one request at a time."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

HEAD_END: Final = b"\r\n\r\n"
LENGTH: Final = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
CLOSES: Final = re.compile(rb"(?i)\r\nconnection: *close")
# No body, whatever its headers say.
BODILESS: Final = (b"204", b"304")


@dataclass(frozen=True)
class Answer:
    """What came back, in bytes."""

    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> str:
        """A header by name, or ''."""
        found = re.search(rf"(?i)\r\n{name}: *([^\r]+)", self.head.decode("latin-1"))
        return found[1] if found else ""


class _Wire(asyncio.Protocol):
    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.whole: asyncio.Future[Answer] | None = None
        self._came = b""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # TCP gives this kind
        self.transport = transport

    def connection_lost(self, error: Exception | None) -> None:
        self.transport = None
        if self.whole and not self.whole.done():
            self.whole.set_exception(ConnectionError("it ended before the answer was there"))

    def data_received(self, data: bytes) -> None:
        self._came += data
        end = self._came.find(HEAD_END)
        if end < 0:
            return
        head = self._came[:end]
        length = LENGTH.search(head)
        size = int(length[1]) if length and head[9:12] not in BODILESS else 0
        begin = end + len(HEAD_END)
        if len(self._came) < begin + size or self.whole is None or self.whole.done():
            return
        body, self._came = self._came[begin : begin + size], b""
        if CLOSES.search(head) and self.transport:
            self.transport.close()
            self.transport = None
        self.whole.set_result(Answer(int(head[9:12]), head, body))


class Visitor:
    """One connection, opened again when it was closed."""

    def __init__(self, port: int) -> None:
        self._port, self._wire = port, _Wire()

    async def ask(self, request: bytes) -> Answer:
        """The answer to a whole request."""
        loop, transport = asyncio.get_running_loop(), self._wire.transport
        if transport is None:
            transport, self._wire = await loop.create_connection(_Wire, "127.0.0.1", self._port)
        self._wire.whole = loop.create_future()
        transport.write(request)
        return await self._wire.whole

    def hang_up(self) -> None:
        """Ends the connection."""
        if self._wire.transport:
            self._wire.transport.close()


@dataclass
class Tally:
    """What was measured."""

    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    waited_ms: list[float] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        """Answers in a second."""
        return self.statuses.total() / self.seconds

    def percentile(self, part: float) -> float:
        """How many milliseconds that ``part`` of the visitors waited at most."""
        return sorted(self.waited_ms)[int(part * (len(self.waited_ms) - 1))]


def get(path: str, port: int, *headers: str) -> bytes:
    """A request as a browser sends it, in fewer words."""
    lines = (f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Accept-Encoding: gzip, deflate, br, zstd", *headers)
    return "\r\n".join((*lines, "", "")).encode()


async def as_fast_as_possible(port: int, requests: Iterator[bytes], visitors: int, seconds: float) -> Tally:
    """Each visitor asks again as soon as it has an answer; ends when the time or the requests are over."""
    tally, end, begun = Tally(), time.perf_counter() + seconds, time.perf_counter()

    async def go_on() -> None:
        visitor = Visitor(port)
        for request in requests:
            sent = time.perf_counter()
            answer = await visitor.ask(request)
            tally.waited_ms.append((time.perf_counter() - sent) * 1000)
            tally.statuses[answer.status] += 1
            if time.perf_counter() >= end:
                break
        visitor.hang_up()

    await asyncio.gather(*(go_on() for _ in range(visitors)))
    tally.seconds = time.perf_counter() - begun
    return tally


async def at_a_steady_rate(port: int, requests: Iterator[bytes], per_second: float, count: int) -> Tally:
    """A new visitor at every planned moment, whether those before were answered or not.

    The wait counts from the planned moment, so that a server that stands still for a second shows it in all who
    would have come in that second.
    """
    tally, idle, begun = Tally(), list[Visitor](), time.perf_counter()

    async def come(planned: float, request: bytes) -> None:
        visitor = idle.pop() if idle else Visitor(port)
        answer = await visitor.ask(request)
        tally.waited_ms.append((time.perf_counter() - planned) * 1000)
        tally.statuses[answer.status] += 1
        idle.append(visitor)

    coming = []
    for number in range(count):
        planned = begun + number / per_second
        await asyncio.sleep(max(0.0, planned - time.perf_counter()))
        coming.append(asyncio.create_task(come(planned, next(requests))))
    await asyncio.gather(*coming)
    tally.seconds = time.perf_counter() - begun
    for visitor in idle:
        visitor.hang_up()
    return tally


async def trickle(port: int, head: bytes, rest: bytes) -> None:
    """A slow visitor: sends ``head`` at once and ``rest`` one byte a second, and begins again when it is cut off."""
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(head)
            for at in range(len(rest)):
                writer.write(rest[at : at + 1])
                await writer.drain()
                await asyncio.sleep(1)
            writer.close()
        except OSError:
            await asyncio.sleep(1)
