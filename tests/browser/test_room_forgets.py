"""A room on the real server as it is started, with real browsers: what is left when it is closed.

The pages say what the site deletes. A browser keeps some things of its own accord, and no page can keep it from that:
the address of the room in its history. So the tests say exactly what is left, and where.
"""

from __future__ import annotations

import base64
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, BrowserType, Page, expect

from tests import postgres
from tests.browser.conftest import PATIENCE_MS
from tests.browser.served import launch_options
from tests.process import Client, Process, start

LEAD, PLACE = "Canary Okafor", "Canary attic, at the break"
OPENING = {"workshop": "healthy-sharing-45", "lead": LEAD, "place": PLACE, "line": "GB 0", "adult": "yes", "least": "8"}
CLASS = 8


@contextmanager
def browser(kind: BrowserType, folder: Path) -> Iterator[BrowserContext]:
    """A browser as people have it, which keeps its profile in ``folder``."""
    context = kind.launch_persistent_context(str(folder), **launch_options())
    context.set_default_timeout(PATIENCE_MS)
    try:
        yield context
    finally:
        context.close()


@dataclass
class Lesson:
    """What was sent and given while the room was open; none of it may be left."""

    code: str
    words: tuple[str, ...]
    cookies: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    stored: tuple[bytes, ...] = ()

    @property
    def plain(self) -> tuple[bytes, ...]:
        """Everything but the words and the code, as bytes that a file may hold."""
        sealed = [base64.urlsafe_b64decode(cookie + "=" * (-len(cookie) % 4)) for cookie in self.cookies]
        texts = (*self.cookies, *self.questions, *self.sent)
        return (*_written(*texts), *sealed, *self.stored)

    @property
    def codes(self) -> tuple[bytes, ...]:
        """The code in every form in which it is written."""
        short = self.code.replace("-", "")
        return _written(self.code, self.code.lower(), short, short.lower())

    def has_words(self, content: bytes) -> bool:
        """Whether all six words stand in ``content``: one alone is a word of any text."""
        return all(any(form in content for form in _written(word)) for word in self.words)


def _written(*texts: str) -> tuple[bytes, ...]:
    """``texts`` as Linux programs and as Chromium's sessions write them, in forms too."""
    forms = {form for text in texts for form in (text, text.replace(" ", "+"), text.replace(" ", "%20"))}
    return tuple(form.encode(kind) for form in sorted(forms) for kind in ("utf-8", "utf-16-le"))


def files(folder: Path) -> dict[str, bytes]:
    """Every file of ``folder`` and what it holds; a browser links its lock to nothing."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def holding(found: dict[str, bytes], *needles: bytes) -> list[str]:
    """The files that hold one of ``needles``."""
    return [name for name, content in found.items() if any(needle in content for needle in needles)]


def history(profile: Path) -> set[tuple[str, str]]:
    """Paths and titles that the browser remembers."""
    with closing(sqlite3.connect(profile / "Default" / "History")) as connection:
        rows = connection.execute("SELECT url, title FROM urls").fetchall()
    return {(re.sub(r"^http://[^/]+", "", address), title) for address, title in rows}


def cookies(profile: Path) -> list[str]:
    """The cookies on the disk, by name: their values are encrypted there, and no search would find them."""
    (file,) = (path for path in profile.rglob("Cookies") if path.is_file())
    with closing(sqlite3.connect(file)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM cookies")]


def open_room(page: Page, url: str) -> Lesson:
    """The host opens a room by its form, looks at the words, and goes to the desk."""
    page.goto(url + "/teach/room")
    page.get_by_label("A ready workshop").select_option(OPENING["workshop"])
    page.get_by_label("Your safeguarding lead").fill(LEAD)
    page.get_by_label("Where and when").fill(PLACE)
    page.get_by_label("A help line").select_option(OPENING["line"])
    page.get_by_label("A second adult").check()
    page.get_by_role("button", name="Open the room").click()
    page.get_by_text("Show my six words").click()
    lesson = Lesson(page.locator("b.code").inner_text(), tuple(page.locator(".six li").all_inner_texts()))
    page.get_by_role("link", name="On to the desk").click()
    expect(page.get_by_role("heading", name="Your desk")).to_be_visible()
    return lesson


def to_question(desk: Page) -> str:
    """Goes on to the next question that coins do not change; gives it."""
    while True:
        version = desk.locator("[data-room]").get_attribute("data-version")
        next_ = desk.get_by_role("button", name="Next", exact=True)
        (next_ if next_.count() else desk.get_by_role("button", name="Skip", exact=True)).click()
        expect(desk.locator(f"[data-room][data-version='{version}']")).to_have_count(0)
        asks = desk.get_by_role("button", name="Close and show results").count()
        if asks and not desk.get_by_role("heading", name="Do you agree?").count():
            return desk.locator(".asks").inner_text()


def rows(database: Path) -> tuple[bytes, ...]:
    """The sealed cells of the room, as they stand in the files while it is open."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        found = connection.execute("SELECT id, sealed, '' FROM rooms").fetchall()
        found += connection.execute("SELECT question, slot, choice FROM room_answers").fetchall()
    return tuple(cell[:40] for row in found for cell in row if cell)


def hold_lesson(desk: Page, phone: Page, url: str, database: Path) -> Lesson:
    """A room is opened, a phone joins by typing the code, answers one question and passes one; the room is closed."""
    lesson = open_room(desk, url)
    phone.goto(url + "/join")
    phone.get_by_label("The code on the wall").fill(lesson.code.lower())
    phone.get_by_role("button", name="Join").click()
    expect(phone.get_by_text(LEAD)).to_be_visible()
    for choice in ("0", "pass"):
        question = to_question(desk)
        expect(phone.locator(".asks")).to_have_text(question)
        key = phone.locator("input[name=question]").get_attribute("value")
        lesson.questions += (question,)
        lesson.sent += (f"question={key}&choice={choice}",)
        phone.locator(f"button[name=choice][value='{choice}']").click()
        expect(phone.get_by_text("Your answer is in")).to_be_visible()
    contexts = (desk.context, phone.context)
    lesson.cookies = tuple(cookie.get("value", "") for context in contexts for cookie in context.cookies())
    lesson.stored = rows(database)
    desk.get_by_role("link", name="Close the room").click()
    desk.get_by_role("button", name="Close and delete").click()
    expect(desk.get_by_role("heading", name="The room is closed")).to_be_visible()
    expect(phone.get_by_text("No room is open with this code")).to_be_visible()
    return lesson


@pytest.mark.promise("room-forgets")
@pytest.mark.promise("room-nameless")
def test_what_is_left_of_a_room(browser_type: BrowserType, tmp_path: Path) -> None:
    """On the server nothing. In the browsers the addresses, one with the code, which opens nothing any more.

    What the host typed, what was asked and answered, cookies and words are nowhere.
    """
    host, pupil, instance = tmp_path / "host", tmp_path / "pupil", tmp_path / "instance"
    with start(instance) as process, browser(browser_type, host) as hosts, browser(browser_type, pupil) as pupils:
        lesson = hold_lesson(hosts.pages[0], pupils.pages[0], process.url, instance / "unshared.db")
    assert (len(lesson.words), len(lesson.cookies), len(lesson.stored)) == (6, 2, 8)
    typed = _written(LEAD, PLACE)

    # The server: its copy of the project's own files aside, which hold every word of the list of words.
    kept = {name: content for name, content in files(instance).items() if not name.startswith("static/")}
    kept |= {"log": process.log().encode()}
    assert [line.split()[1:] for line in process.log().splitlines()[2:]] == [["room-opened"], ["room-closed"]]
    assert "unshared.db" in kept
    assert holding(kept, *lesson.plain, *lesson.codes, *typed) == []
    assert [name for name, content in kept.items() if lesson.has_words(content)] == []

    # The browsers.
    for profile in (host, pupil):
        kept = files(profile)
        assert holding(kept, *lesson.plain) == []
        assert cookies(profile) == []
        assert [name for name, content in kept.items() if lesson.has_words(content)] == []
        pages = [f"{process.url}{path}".encode() for path in ("/join", "/teach/room")]
        assert holding({name: content for name, content in kept.items() if "Cache" in name}, *pages) == []
    assert history(pupil) == {("/join", "Join · Unshared"), (f"/join/{lesson.code}", "Join · Unshared")}
    paths = ("/teach/room", "/teach/room/opened", "/teach/room/desk", "/teach/room/close")
    assert history(host) == {(path, "Teach · Unshared") for path in paths}
    assert holding(files(host), *lesson.codes) == []
    address = _written(f"/join/{lesson.code}")
    assert "Default/History" in holding(files(pupil), *address)
    assert holding(_without(files(pupil), address), *lesson.codes, *typed) == []
    assert holding(files(host), *typed) == []


def _without(found: dict[str, bytes], needles: tuple[bytes, ...]) -> dict[str, bytes]:
    for needle in needles:
        found = {name: content.replace(needle, b"") for name, content in found.items()}
    return found


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[tuple[Process, Process]]:
    """Two processes of one site on a database that was empty."""
    if postgres.programs() is None:
        pytest.skip("there is no PostgreSQL server on this machine")
    settings = {"DATABASE_URL": postgres.new_database(), "SECRET_KEY": "s" * 40}
    with start(tmp_path / "one", **settings) as one, start(tmp_path / "two", **settings) as two:
        yield one, two


def test_a_room_is_one_room_in_two_processes(processes: tuple[Process, Process]) -> None:
    """The desk is at one, wall and phones at the other: each sees what the other did, to the end of the room."""
    one, two = processes
    host, wall, phones = Client(one), Client(two), [Client(two) for _ in range(CLASS)]
    page = host.post("/teach/room/open", **OPENING)
    code = page.find(r'class="code">([0-9A-Z-]{9})<')
    words = " ".join(re.findall(r"<li>([a-z]+)</li>", page.text))
    room = f"/join/{code}"
    for phone in phones:
        assert LEAD in phone.post("/join", code=code).text
    key = ""
    while not key:
        desk = host.get("/teach/room/desk")
        host.post("/teach/room/desk", do="next", version=desk.find(r'name="version" value="(\d+)"'))
        screen = phones[0].get(room).text
        asked = re.search(r'name="question" value="([^"]+)"', screen)
        key = asked[1] if asked and "data-coins" not in screen else ""
    for number, phone in enumerate(phones, 1):
        assert "Your answer is in" in phone.post(f"{room}/answer", question=key, choice="0").text
        assert host.get("/teach/room/desk").find(r"data-answers>(\d+)<") == str(number)
    assert wall.get(f"{room}/wall").find(r"data-answers>(\d+)<") == str(CLASS)
    desk = host.get("/teach/room/desk")
    host.post("/teach/room/desk", do="reveal", version=desk.find(r'name="version" value="(\d+)"'))
    seen = (host.get("/teach/room/desk"), wall.get(f"{room}/wall"), *(phone.get(room) for phone in phones))
    assert ['class="most"' in one_.text for one_ in seen] == [True] * len(seen)
    assert 'class="most"' in phones[0].post(f"{room}/answer", question=key, choice="1").text, "it is closed for good"
    assert "The room is closed" in host.post("/teach/room/close").text
    never = wall.get("/join/2222-2222")
    for answer in (wall.get(f"{room}/wall"), phones[0].get(room), phones[1].get(room), Client(two).get(room)):
        assert (answer.status, answer.text) == (404, never.text)
    assert (phones[2].post("/join", code=code).status, Client(two).post(room).status) == (422, 422)
    assert '"version":0' in wall.get(f"{room}/now").text
    assert Client(two).post("/teach/room/back", code=code, words=words).status == 422
    for process in processes:
        assert not any(word in process.log() for word in (code, code.replace("-", ""), LEAD, words))
