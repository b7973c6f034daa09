"""Made-up rooms, and a class that joins one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from safety.library.teach_schema import Group, Step
from safety.teach.room.keys import Keys, master_of
from safety.teach.room.state import Line, Part, State, host_digest

CODE = "ABCDEFGH"
SECRET = b"six words of a host"
# Tests of other things need no work for a guess.
FAST = 2
KEYS = Keys.of(master_of(CODE, b"salt", FAST))
OTHER_KEYS = Keys.of(master_of("ABCDEFGJ", b"salt", FAST))
LINE = Line("Nowhere", "Canary Line", "0800 000", "", "", "all day")
LEAD, PLACE = "Canary Lead", "Canary Place"
WORKSHOP = "healthy-sharing-45"
OPENING = {
    "workshop": WORKSHOP,
    "lead": LEAD,
    "place": PLACE,
    "line": "GB 0",
    "adult": "yes",
    "least": "8",
}
PARTS = (
    Part(Step.SLIDE, "hello", "welcome"),
    Part(Step.QUIZ, "quiz-1", "quiz"),
    Part(Step.POLL, "poll-1", "quiz"),
)
STATE = State(CODE, host_digest(SECRET), Group.FROM_13, PARTS, LEAD, PLACE, LINE)
ASKING = replace(STATE, at=1)


@dataclass
class Host:
    """Somebody who has opened a room."""

    client: FlaskClient
    code: str
    words: tuple[str, ...]

    def desk(self) -> str:
        """The page of the desk."""
        return self.client.get("/teach/room/desk").text

    def press(self, word: str) -> TestResponse:
        """Presses a button of the desk as it is now."""
        version = re.search(r'name="version" value="(\d+)"', self.desk())
        assert version is not None
        return self.client.post("/teach/room/desk", data={"do": word, "version": version[1]})

    def to_question(self, *, coins: bool = False) -> str:
        """Goes on to the next question that is open; its key."""
        phone = joined(self)
        for _ in range(100):
            self.press("next")
            screen = phone.get(self.address).text
            if 'name="question"' in screen and ("data-coins" in screen) is coins:
                return question(screen)
        raise AssertionError("the room has no such question")

    @property
    def address(self) -> str:
        """The page of the room on a phone."""
        return f"/join/{self.code}"


def quick(app: Flask) -> FlaskClient:
    """A browser whose pages are not checked: the rooms' pages are checked in ``tests/site``, and a class is many."""
    client = app.test_client()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return client


def opened(app: Flask, **changes: str) -> Host:
    """A host with a room that was just opened."""
    client = quick(app)
    page = client.post("/teach/room/open", data=OPENING | changes, follow_redirects=True)
    assert (page.status_code, page.request.path) == (200, "/teach/room/opened")
    code = re.search(r'class="code">([0-9A-Z-]{9})<', page.text)
    assert code is not None
    words = tuple(re.findall(r"<li>([a-z]+)</li>", page.text))
    return Host(client, code[1], words)


def joined(host: Host) -> FlaskClient:
    """A phone that has joined."""
    phone = quick(host.client.application)
    assert phone.post("/join", data={"code": host.code}).status_code == 303
    return phone


def question(screen: str) -> str:
    """The key of the question on a phone's screen."""
    found = re.search(r'name="question" value="([^"]+)"', screen)
    assert found is not None
    return found[1]


def send(host: Host, phone: FlaskClient, key: str, choice: str) -> TestResponse:
    """Answers, as the buttons do."""
    return phone.post(f"{host.address}/answer", data={"question": key, "choice": choice})


def answers(host: Host) -> int:
    """How many have answered, as the desk says."""
    found = re.search(r"data-answers>(\d+)<", host.desk())
    assert found is not None
    return int(found[1])
