"""Ten thousand posts as fast as a thousand visitors can send them: each is answered, and what was taken is there."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tests.faults.visitors import Keeper, Lesson
from tests.process import Client, Process
from tests.serving import until

POSTS, VISITORS, KEEPERS = 10_000, 1_000, 20
# Of twenty visitors: how many tick in a kept check, begin a check, and answer in a room.
TICKING, BEGINNING = 1, 3
PATIENCE_SECONDS = 60
# An answer that was not taken by the site but refused by its machine.
REFUSED = 0


@dataclass
class Sender:
    """One visitor with a connection of their own: what they send, again and again, and how it was answered."""

    port: int
    path: str
    forms: list[dict[str, str]]
    cookie: str = ""
    statuses: list[int] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    async def run(self) -> None:
        """Sends everything."""
        reader, writer = None, None
        for form in self.forms:
            try:
                if writer is None or reader is None:
                    reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                writer.write(self._request(form))
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                length = re.search(r"(?i)\r\ncontent-length: (\d+)", head)
                self.bodies.append(await reader.readexactly(int(length[1]) if length else 0))
                self.statuses.append(int(head[9:12]))
                if re.search(r"(?i)\r\nconnection: close", head):
                    writer.close()
                    writer = None
            except (OSError, asyncio.IncompleteReadError):
                self.statuses.append(REFUSED)
                self.bodies.append(b"")
                writer = None
        if writer is not None:
            writer.close()

    def _request(self, form: dict[str, str]) -> bytes:
        body = urlencode(form)
        head = [
            f"POST {self.path} HTTP/1.1",
            f"Host: 127.0.0.1:{self.port}",
            "Sec-Fetch-Site: same-origin",
            "Accept: application/json",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(body)}",
        ]
        cookie = [f"Cookie: {self.cookie}"] if self.cookie else []
        return ("\r\n".join([*head, *cookie, "", body])).encode()


def cookie_of(client: Client) -> str:
    """What its browser sends."""
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in client.cookies)


async def send_all(senders: list[Sender], process: Process) -> int:
    """Lets all of them send at once; gives how often somebody else could read help before they were done."""
    sending = asyncio.gather(*(sender.run() for sender in senders))
    read = 0
    while not sending.done():
        page = await asyncio.to_thread(Client(process).get, "/help")
        assert page.status == 200
        read += not sending.done()
        await asyncio.sleep(0.2)
    await asyncio.wait_for(sending, PATIENCE_SECONDS)
    return read


def memory_kilobytes(process: Process) -> int:
    """What the site has in memory."""
    text = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+)", text)
    return int(found[1]) if found else 0


def test_ten_thousand_posts_at_once(site: Process) -> None:
    """Ticks in kept checks, first answers of checks, answers in a room: taken, or told 'busy'; help goes on."""
    keepers = [Keeper.kept(site) for _ in range(KEEPERS)]
    lesson = Lesson.begin(site)
    phones = [lesson.join(site) for _ in range(KEEPERS)]
    before = memory_kilobytes(site)
    senders, each = [], POSTS // VISITORS
    for number in range(VISITORS):
        at, keeper, phone = number % 20, keepers[number % KEEPERS], phones[number % KEEPERS]
        if at < TICKING:
            # One after the other: each of the kept checks is ticked by one visitor at a time.
            marks = [{"mark": f"{item} done"} for item in keepers[number // 20 % KEEPERS].items[:each]]
            senders.append(Sender(site.port, "/check/plan", marks, cookie_of(keepers[number // 20 % KEEPERS].client)))
        elif at < BEGINNING:
            senders.append(Sender(site.port, "/check", [{"question": "who", "choice": "adult", "go": "next"}] * each))
        else:
            form = {"question": lesson.question, "choice": "0"}
            senders.append(Sender(site.port, f"/join/{lesson.code}/answer", [form] * each, cookie_of(phone)))
    read = asyncio.run(send_all(senders, site))

    counted = Counter(status for sender in senders for status in sender.statuses)
    assert sum(counted.values()) == POSTS
    assert set(counted) <= {200, 303, 503, REFUSED}, counted
    assert counted[REFUSED] < POSTS / 100, counted
    assert counted[200] + counted[303] > POSTS / 2, counted
    assert read > 0
    for number, keeper in enumerate(keepers):
        mine = [sender for sender in senders if sender.cookie == cookie_of(keeper.client)]
        taken = {
            keeper.items[at]
            for sender in mine
            for at, status in enumerate(sender.statuses)
            if sender.path == "/check/plan" and status == 303
        }
        assert taken, number
        assert taken <= (keeper.elsewhere(site) or set())
    answered = {sender.cookie for sender in senders if b'"taken":true' in b"".join(sender.bodies).replace(b" ", b"")}
    assert lesson.answers() == len(answered) > 0
    # A hundred megabytes for two thousand connections and what the allocator keeps.
    assert until(lambda: memory_kilobytes(site) < before + 100_000)
    assert Client(site).get("/help").status == 200
    assert "Traceback" not in site.log()
