"""The site as people start it, watched by strace: whatever somebody sends is in nothing that the process writes.

Words of our own go into every field, file, header, cookie, path and query, broken requests too. docs/privacy.md says
how, and what this cannot see.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserType, Cookie, expect
from sqlalchemy import MetaData, create_engine, select

from safety.config import ROOT
from safety.web import sealed
from tests import policy, postgres, tracing
from tests.browser.keeping import keep
from tests.browser.test_room_forgets import browser, files
from tests.browser.typist import STORED, TYPED, Typist, pages_to_type_on
from tests.canary import Canaries
from tests.process import start
from tests.site.table import VISITS
from tests.tracing import Call
from tests.walking import ADDRESS, Visitor, broken_requests, code_of

# What the host types is shown to the class: it comes back to others, and nowhere else.
FOR_THE_CLASS = {f"/teach/room/open: {name}{how}" for name in ("lead", "place") for how in ("", TYPED)}
PHOTOS = ("/photos/send: file", "/api/photos")
# The one other program: it reads photos, and marks itself as the first to end when memory is short.
READER = str(ROOT / "safety/photos/guarded.py").encode()
# Python asks this machine, where such a service runs, for the home folder of the user it runs as.
NAMES_OF_USERS = "/var/run/nscd/socket"
NO_FILES = {"/dev/null", "/proc/self/oom_score_adj"}
# Nothing is typed into the race of a class, nor where tools are kept.
NO_WORDS = ("/passwords/class", "/offline")
# What a browser remembers of forms that a page answered, so that it can open the tab again; why a page, not a redirect.
LEFT_IN_TABS = {
    "/photos/send": "the finds and the clean copy are the answer, for who has no JavaScript",
    "/passwords/send": "the measure is the answer, for who has no JavaScript",
    "/help/notices/0/send": "the text is the answer, for who has no JavaScript",
    "/teach/open": "the saved lesson is the answer",
    "/teach/totals": "the totals together are the answer",
    "/check/saved": "six words with a slip, or a file that is none: what is wrong is the answer",
    "/teach/room/back": "a code or words with a slip: what is wrong is the answer",
    "/join": "a code with a slip: what is wrong is the answer",
}
COOKIES = {name for cookie in sealed.COOKIES for name in (cookie.name, cookie.secure_name)}
OWN = re.compile(r"TCP(?:v6)?:\[127\.0\.0\.1:(\d+)->127\.0\.0\.1:(\d+)\]")
LOG_LINE = re.compile(r"(?:\S+ )?(?:[a-z-]+(?: [a-z]+=\d+)*|Unshared is at http://127\.0\.0\.1:\d+ .*)")


@dataclass(frozen=True)
class Typed:
    """What somebody with JavaScript typed, and what their browser held before and after they left."""

    typist: Typist
    cookies: tuple[Cookie, ...]
    after_leaving: tuple[Cookie, ...]
    stored: dict[str, str]
    profile: Path


@dataclass(frozen=True)
class Run:
    """What was sent, and what the process did meanwhile."""

    canaries: Canaries
    visitors: tuple[Visitor, ...]
    calls: tuple[Call, ...]
    log: str
    started_with: bytes
    instance: Path
    database: str
    typed: Typed | None

    @property
    def served(self) -> tuple[Call, ...]:
        """The calls from the first request on."""
        first = next(at for at, call in enumerate(self.calls) if call.name.startswith("recv") and _connection(call))
        return self.calls[first:]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """The site goes through everything once, on each database."""
    if tracing.why_not():
        pytest.skip(tracing.why_not())
    if request.param == "postgresql" and postgres.programs() is None:
        pytest.skip("there is no PostgreSQL server on this machine")
    instance = tmp_path_factory.mktemp("proof") / "instance"
    address = postgres.new_database() if request.param == "postgresql" else f"sqlite:///{instance / 'unshared.db'}"
    settings = {"UNSHARED_ENV": "production", "HOSTS": "127.0.0.1", "PROXIES": "1", "DATABASE_URL": address}
    settings |= {"SECRET_KEY": secrets.token_urlsafe(32), "PYTHONDONTWRITEBYTECODE": "1"}
    written, canaries = instance.with_name("calls"), Canaries()
    with start(instance, under=tracing.command(written), **settings) as process:
        visitors = sent_everywhere(canaries, process.port)
        folder, kind = instance.with_name("browser"), request.getfixturevalue("browser_type")
        typed = typed_everywhere(kind, folder, process.url, visitors) if request.param == "sqlite" else None
        started_with = b"".join(Path(f"/proc/{process.pid}/{name}").read_bytes() for name in ("cmdline", "environ"))
    calls = tuple(tracing.calls(written))
    yield Run(canaries, visitors, calls, process.log(), started_with, instance, address, typed)
    written.unlink()


def sent_everywhere(canaries: Canaries, port: int) -> tuple[Visitor, ...]:
    """A visitor who walks everything, a host with a pupil, and requests that are none."""
    visitor, host, pupil = (Visitor(port, canaries) for _ in range(3))
    host.walk("/teach/room", stays=lambda path: path in ("/teach/room", "/teach/room/opened"))
    opened = host.ask("GET", "/teach/room/opened")
    code = code_of(opened)
    pupil.walk(f"/join/{code}", f"/join/{code}/wall", stays=lambda path: path.startswith("/join"))
    host.walk("/teach/room/desk", stays=lambda path: path.startswith("/teach/room"))
    visitor.walk("/")
    for path in sorted({visit.path for visit in VISITS}):
        word = canaries.word(f"every path: {path}")
        visitor.ask("GET", f"{path}/{word}")
        visitor.send(path, [("words", word), (canaries.word(f"every path: a name at {path}"), "x")])
        visitor.ask("POST", path, f'{{"{canaries.word(f"JSON to {path}")}": 1}}'.encode(), "application/json")
    visitor.ask("GET", "/leave")
    broken_requests(canaries, port)
    return visitor, host, pupil


def typed_everywhere(kind: BrowserType, folder: Path, url: str, visitors: tuple[Visitor, ...]) -> Typed:
    """A browser with the tools kept in it, in which somebody types on every page that the walk found, and leaves."""
    (folder / "chosen").mkdir(parents=True)
    with browser(kind, folder / "profile") as context:
        context.set_extra_http_headers({"X-Forwarded-Proto": "https"})
        page = context.pages[0]
        typist = Typist(page, url, visitors[0].canaries, folder / "chosen")
        keep(page, url)
        for path in pages_to_type_on(visitors[0].answers):
            typist.visit(path)
        page.goto(url + "/help")
        cookies, stored = tuple(context.cookies()), page.evaluate(STORED)
        page.get_by_role("link", name="Leave this site").click()
        expect(page.locator("h1")).to_have_text("Length and weight")
        return Typed(typist, cookies, tuple(context.cookies()), stored, folder / "profile")


def _connection(call: Call) -> str:
    found = OWN.fullmatch(call.target)
    return found[2] if found and call.name != "connect" else ""


def test_every_word_reached_the_process(run: Run) -> None:
    """The proof saw what it is about: all fields of all forms, and every route that takes something."""
    arrived: set[str] = set()
    for call in run.calls:
        if call.name.startswith("recv") and _connection(call):
            arrived |= run.canaries.found(call.content)
    missed = {place for place in run.canaries.places.values() if not place.startswith(("broken", "every path"))}
    missed = {place for place in missed if TYPED not in place}
    # A header, a query or a field can be cut in two by the end of a read.
    assert len(missed - arrived) < len(missed) // 50, sorted(missed - arrived)[:20]
    forms = {place.partition(":")[0] for place in arrived if place.startswith("/")}
    assert len(forms) > 30, sorted(forms)
    assert any(place.endswith("pixels") for place in arrived)


@pytest.mark.promise("logs-are-empty-of-you")
@pytest.mark.promise("no-answers-stored")
@pytest.mark.promise("photo-in-memory")
@pytest.mark.promise("password-in-memory")
@pytest.mark.promise("notice-in-memory")
@pytest.mark.promise("search-stays")
def test_nothing_that_was_sent_is_given_to_a_file_or_to_anybody_else(run: Run) -> None:
    """Each byte that leaves the process: to no file, database or other; to a visitor only what they just sent."""
    arrived: dict[str, set[str]] = {}
    faults = set()
    for call in run.calls:
        connection = _connection(call)
        places = run.canaries.found(call.content) if call.gives or call.name.startswith("recv") else set()
        if call.name.startswith("recv") and connection:
            arrived.setdefault(connection, set()).update(places)
        elif call.gives and connection:
            strange = places - arrived.get(connection, set()) - FOR_THE_CLASS
            faults |= {f"{place} came back to another request" for place in strange if not place.startswith("some")}
        elif call.gives:
            # Photos are read by a process of their own, which has no files and no network.
            to_reader = call.target.startswith("pipe:")
            places = {place for place in places if not (to_reader and place.startswith(PHOTOS))}
            places |= {"the visitor's address"} if ADDRESS.encode() in call.content else set()
            faults |= {f"{place} went to {call.target}" for place in places}
    assert faults == set()


@pytest.mark.promise("photo-in-memory")
def test_no_file_but_the_databases_is_made(run: Run) -> None:
    """From the first request on; names of files hold nothing either, and no memory is shared with a file."""
    own = re.compile(re.escape(str(run.instance / "unshared.db")) + r"(-wal|-shm|-journal)?")
    made = {name.decode() for call in run.served if call.makes for name in call.texts} | {
        call.target for call in run.calls if call.maps
    }
    assert {name for name in made if not own.fullmatch(name)} <= NO_FILES
    assert {place for call in run.calls if not call.gives and not call.name.startswith("recv")
            for place in run.canaries.found(call.content)} == set()  # fmt: skip


@pytest.mark.promise("no-third-party")
def test_the_process_calls_nobody(run: Run) -> None:
    """No connection but to the database, no question for a name, no other program."""
    database = urlsplit(run.database).query.removeprefix("host=")
    called = [call for call in run.served if call.name in ("connect", "execve", "socket", "sendmmsg")]
    allowed = {NAMES_OF_USERS, *([f"{database}/.s.PGSQL.5432"] if database else [])}
    assert {call.words for call in called if "AF_INET" in call.words} == set()
    started = [call.texts for call in called if call.name == "execve"]
    assert started
    assert {words[2:5] for words in started} == {(b"-I", b"-B", READER)}
    assert {text.decode() for call in called if call.name == "connect" for text in call.texts} <= allowed


@pytest.mark.promise("logs-are-empty-of-you")
def test_log_arguments_and_folder_hold_nothing(run: Run) -> None:
    """Both streams, what the process was started with, and every file of the site, database and its log included."""
    assert run.canaries.found(run.log.encode()) == set()
    assert [line for line in run.log.splitlines() if not LOG_LINE.fullmatch(line)] == []
    assert run.canaries.found(run.started_with) == set()
    files = [path for path in run.instance.rglob("*") if path.is_file()]
    assert files
    assert {place for path in files for place in run.canaries.found(path.read_bytes())} == set()


@pytest.mark.promise("no-answers-stored")
@pytest.mark.promise("kept-check-sealed")
def test_no_cell_of_a_table_holds_anything(run: Run) -> None:
    """Every row of every table; there are rows, since a check was kept."""
    engine, known = create_engine(run.database.replace("postgresql:", "postgresql+psycopg:")), MetaData()
    known.reflect(engine)
    with engine.connect() as connection:
        cells = [cell for table in known.tables.values() for row in connection.execute(select(table)) for cell in row]
    engine.dispose()
    assert len(known.tables) > 2
    assert any(isinstance(cell, bytes) for cell in cells)
    whole = b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in cells)
    assert run.canaries.found(whole) == set()


@pytest.mark.promise("cookie-is-sealed")
def test_no_cookie_and_no_header_holds_anything(run: Run) -> None:
    """Cookies are ours by name and tell nothing; no header of any answer repeats what was sent."""
    answers = [answer for visitor in run.visitors for answer in visitor.answers]
    headers = [(name, value) for answer in answers for name, value in answer.headers.items()]
    given = {value.partition("=")[0] for name, value in headers if name == "Set-Cookie"}
    assert given
    assert given <= COOKIES
    assert run.canaries.found("\n".join(f"{name}: {value}" for name, value in headers).encode()) == set()


@pytest.mark.promise("six-words-nowhere")
def test_six_words_go_to_their_owner_alone(run: Run) -> None:
    """Words that were shown are in nothing else that the process gave away."""
    pages = [
        answer.body.decode() for visitor in run.visitors for answer in visitor.answers if b'class="six"' in answer.body
    ]
    shown = {tuple(re.findall(r"<li>([a-z]+)</li>", page.partition('class="six"')[2])[:6]) for page in pages}
    assert shown
    given = [call.content for call in run.served if call.gives and not _connection(call)]
    assert [words for words in shown for content in given if all(word.encode() in content for word in words)] == []


@pytest.fixture
def typed(run: Run) -> Typed:
    """The half with JavaScript; the database makes no difference to it."""
    assert run.typed is not None
    return run.typed


with_javascript = pytest.mark.parametrize("run", ["sqlite"], indirect=True)


@with_javascript
def test_somebody_typed_on_every_tool(run: Run, typed: Typed) -> None:
    """The half with JavaScript saw what it is about: each tool that takes words got some, and forms were sent."""
    pages = {place.partition(":")[0] for place in typed.typist.kept}
    tools = {path for path in policy.TOOLS if path not in NO_WORDS}
    assert tools <= pages, sorted(tools - pages)
    assert "/talk/agreement" in pages
    arrived = {
        place for call in run.calls if call.name.startswith("recv") for place in run.canaries.found(call.content)
    }
    assert {"/passwords/send: password" + TYPED, "/teach/room/open: lead" + TYPED} <= typed.typist.sent.keys() & arrived


@with_javascript
@pytest.mark.promise("photo-stays")
@pytest.mark.promise("password-stays")
@pytest.mark.promise("lock-stays")
@pytest.mark.promise("case-stays")
@pytest.mark.promise("notice-stays")
@pytest.mark.promise("search-stays")
def test_what_was_typed_and_not_sent_reached_nobody(run: Run, typed: Typed) -> None:
    """In all that the server received, paths, headers and bodies, is no word but those of forms that were sent."""
    received = [call for call in run.calls if call.name.startswith("recv") and _connection(call)]
    arrived = {place for call in received for place in run.canaries.found(call.content)}
    assert arrived & typed.typist.kept == set()


@with_javascript
@pytest.mark.promise("no-answers-in-addresses")
def test_what_was_typed_goes_to_the_address_of_its_form_alone(run: Run, typed: Typed) -> None:
    """In no address, and in no request but the post that its form names: no script takes it elsewhere meanwhile."""
    asked: dict[str, str] = {}
    strange = set()
    for call in run.calls:
        connection = _connection(call)
        if not (call.name.startswith("recv") and connection):
            continue
        head = call.content.partition(b"\r\n")[0].decode("latin-1")
        if head.endswith(" HTTP/1.1"):
            asked[connection] = head
        places = {place for place in run.canaries.found(call.content) if TYPED in place}
        words = asked.get(connection, "").split(" ")
        strange |= {f"{place} in {words[:2]}" for place in places if words[:2] != ["POST", place.partition(":")[0]]}
    assert typed.typist.sent
    assert strange == set()


@with_javascript
@pytest.mark.promise("kept-only-when-asked")
@pytest.mark.promise("case-stays")
def test_scripts_keep_no_word_in_the_browser(run: Run, typed: Typed) -> None:
    """Storage, databases and caches hold no word, though a case file is there, sealed, and the tools are kept."""
    assert typed.typist.at_hand == set()
    assert "notes" in typed.stored["databases"]
    assert "/search" in typed.stored["caches"]
    assert {place for text in typed.stored.values() for place in run.canaries.found(text.encode())} == set()


@with_javascript
@pytest.mark.promise("cookie-is-sealed")
@pytest.mark.promise("leave")
def test_only_our_sealed_cookies_and_none_after_leaving(run: Run, typed: Typed) -> None:
    """By name only ours, out of the reach of scripts, with no word in them; 'Leave this site' takes them back."""
    assert typed.cookies
    assert {cookie["name"] for cookie in typed.cookies} <= COOKIES
    assert all(cookie["httpOnly"] for cookie in typed.cookies)
    assert run.canaries.found(repr(typed.cookies).encode()) == set()
    assert typed.after_leaving == ()


@with_javascript
def test_the_browsers_folder_holds_only_what_a_page_answered(run: Run, typed: Typed) -> None:
    """After it has closed: in its memory of tabs what was sent and answered by a page, and nothing anywhere else."""
    held = {name: run.canaries.found(content) for name, content in files(typed.profile).items()}
    held = {name: places for name, places in held.items() if places}
    assert {name.rpartition("/")[0] for name in held} <= {"Default/Sessions"}
    answered = {place for place, by_page in typed.typist.sent.items() if by_page}
    left = set().union(*held.values())
    assert left <= answered
    forms = {re.sub("notices/[a-z-]+", "notices/0", place.partition(":")[0]) for place in left}
    assert forms <= set(LEFT_IN_TABS)
