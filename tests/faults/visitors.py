"""Visitors of a site that something happens to: they keep a check, hold a room, and know what was acknowledged."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.process import Answer, Client, Process

ANSWERS = {
    "who": "adult",
    "phone": "iphone",
    "apps": "whatsapp",
    "device": "partner",
    "careful": "no",
    "intimate": "no",
}
ITEM = re.compile(r'class="tick" name="mark" value="([a-z0-9-]+) ')
TICKED = re.compile(r'name="mark" value="([a-z0-9-]+) open" aria-pressed="true"')
WORDS = re.compile(r"<li>([a-z]+)</li>")
ROOM = {
    "workshop": "healthy-sharing-45",
    "lead": "A lead",
    "place": "Room 1",
    "line": "GB 0",
    "adult": "yes",
    "least": "8",
}


@dataclass
class Keeper:
    """Somebody who has a check, and keeps it under six words."""

    client: Client
    items: list[str] = field(default_factory=list)
    words: str = ""
    taken: set[str] = field(default_factory=set)

    @classmethod
    def begin(cls, process: Process) -> Keeper:
        """A check whose questions are answered; nothing is kept yet."""
        keeper = cls(Client(process))
        for question, choice in ANSWERS.items():
            answer = keeper.client.post("/check", question=question, choice=choice, go="next")
            assert answer.status == 200
        keeper.items = ITEM.findall(keeper.client.get("/check/plan").text)
        return keeper

    @classmethod
    def kept(cls, process: Process) -> Keeper:
        """The same, kept."""
        keeper = cls.begin(process)
        assert keeper.keep().status == 200
        return keeper

    def keep(self) -> Answer:
        """Asks for the six words."""
        answer = self.client.post("/check/saved", do="keep")
        if answer.status == 200:
            self.words = " ".join(WORDS.findall(answer.text)[:6])
        return answer

    def tick(self, number: int) -> Answer:
        """Ticks an item; one that was acknowledged is noted."""
        item = self.items[number]
        answer = self.client.post("/check/plan", mark=f"{item} done")
        if answer.status == 200:
            self.taken.add(item)
        return answer

    def elsewhere(self, process: Process) -> set[str] | None:
        """What is ticked for somebody who opens the words on another device; None when they open nothing."""
        other = Client(process)
        answer = other.post("/check/saved", do="open", words=self.words)
        return set(TICKED.findall(answer.text)) if answer.status == 200 else None


@dataclass
class Lesson:
    """A room that asks a question, and its host."""

    host: Client
    code: str
    question: str = ""

    @classmethod
    def begin(cls, process: Process) -> Lesson:
        """A room that was opened, at its first question without coins."""
        host = Client(process)
        lesson = cls(host, host.post("/teach/room/open", **ROOM).find(r'class="code">([0-9A-Z-]{9})<'))
        phone = lesson.join(process)
        for _ in range(60):
            version = host.get("/teach/room/desk").find(r'name="version" value="(\d+)"')
            host.post("/teach/room/desk", do="next", version=version)
            screen = phone.get(f"/join/{lesson.code}").text
            asked = re.search(r'name="question" value="([^"]+)"', screen)
            if asked and "data-coins" not in screen:
                lesson.question = asked[1]
                return lesson
        raise AssertionError("the room asks nothing")

    def on(self, process: Process) -> Lesson:
        """The same room, after its server was started again."""
        return Lesson(Client(process, self.host.cookies), self.code, self.question)

    def join(self, process: Process) -> Client:
        """A phone that has joined."""
        phone = Client(process)
        assert phone.post("/join", code=self.code).status == 200
        return phone

    def answer(self, phone: Client) -> bool:
        """Whether an answer was taken, as the page says."""
        page = phone.post(f"/join/{self.code}/answer", question=self.question, choice="0")
        return page.status == 200 and "Your answer is in" in re.sub(r"(?s)<template.*?</template>", "", page.text)

    def answers(self) -> int:
        """How many have answered, as the desk says."""
        return int(self.host.get("/teach/room/desk").find(r"data-answers[^>]*>(\d+)<"))


def assert_calm(answer: Answer) -> None:
    """A page of our own says that it does not work now, when to try again, and where help is."""
    assert answer.status == 503
    assert answer.headers["Cache-Control"] == "no-store"
    assert int(answer.headers["Retry-After"]) > 0
    assert 'href="/help"' in answer.text
    assert "Traceback" not in answer.text
