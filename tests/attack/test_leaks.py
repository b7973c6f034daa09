"""What the running site tells of itself and of its visitors: nothing in answers, and counts in its log."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.attack import raw
from tests.attack.hostile import NAME
from tests.process import Process, start

pytestmark = pytest.mark.usefixtures("network")
TELLING = re.compile(rb"(?i)waitress|werkzeug|flask|granian|python/|traceback|sqlalchemy|jinja|/site-packages|wsgi")
SOURCES = (
    *(
        "/.git/HEAD",
        "/.git/config",
        "/.env",
        "/instance/secret",
        "/instance/unshared.db",
        "/app.py",
        "/safety/config.py",
    ),
    *(
        "/requirements.txt",
        "/pyproject.toml",
        "/compose.yaml",
        "/Dockerfile",
        "/config",
        "/console",
        "/debug",
        "/admin",
    ),
    *("/server-status", "/metrics", "/actuator/env", "/__debugger__?__debugger__=yes&cmd=resource&f=style.css"),
    *("/static/", "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"),
    *("/templates/layout.html", "/content/seed.toml", "/backup.zip", "/index.php", "/wp-login.php", "/.DS_Store"),
)
METHODS = ("TRACE", "TRACK", "CONNECT", "PUT", "DELETE", "PATCH", "PROPFIND", "DEBUG", "PURGE", "BAN", "FOO", "GETT")
PART = "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n"
LOGGED = f"{NAME}%0d%0aERROR%20{NAME}%1b[31m%25s%25n%7b0%7d"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """The site as people start it."""
    with start(tmp_path_factory.mktemp("leaks") / "instance") as running:
        yield running


@pytest.mark.attack("V13.4.1", "looks for the source, the history, the secret and the database at the usual addresses")
@pytest.mark.parametrize("path", SOURCES)
def test_no_file_of_the_project_is_served(site: Process, path: str) -> None:
    """There is no page there, in the same words as anywhere else."""
    answer = raw.ask(site.port, raw.get(path))[0]
    assert answer.status in (404, 400)
    assert b"There is no page here" in answer.body


@pytest.mark.attack("V13.4.2", "makes the site fail, and reads what it says of its programs, versions and folders")
@pytest.mark.parametrize(
    "sent",
    [
        raw.get("/"),
        raw.get("/nothing"),
        raw.get("/", host="Host: evil.example\r\n"),
        raw.get("/check", method="PUT"),
        raw.get("/api/photos/clean", "Content-Length: 0\r\n", method="POST"),
        f"POST /help/steps HTTP/1.1\r\n{raw.HOST}Content-Length: 99999999999\r\n\r\n",
        f"GET / HTTP/1.1\r\n{raw.HOST}X: {'x' * 300_000}\r\n\r\n",
        f"GET / HTTP/1.1\r\n{raw.HOST}Transfer-Encoding: gzip\r\n\r\n",
        "nonsense\r\n\r\n",
        raw.get("/talk/%ff%fe"),
    ],
    ids=["page", "404", "host", "405", "api", "413", "431", "501", "nonsense", "bytes"],
)
def test_no_answer_names_a_program(site: Process, sent: str) -> None:
    """No server, no version, no trace; and each refusal is our own page or its values."""
    answer = raw.ask(site.port, sent)[0]
    assert not TELLING.search(answer.head.encode("latin-1") + answer.body)
    assert not {"server", "x-powered-by", "via"} & {
        line.partition(":")[0].lower() for line in answer.head.split("\r\n")
    }
    assert answer.values("Content-Security-Policy") != []
    assert answer.values("X-Content-Type-Options") == ["nosniff"]


@pytest.mark.attack(
    "V13.4.4", "uses TRACE and other methods that servers know: to read headers, to write, to empty caches"
)
@pytest.mark.parametrize("method", METHODS)
def test_only_three_methods_do_anything(site: Process, method: str) -> None:
    """The others are refused on every kind of address, and nothing of the request comes back."""
    for path in ("/", "/check", "/healthz", "/api/photos/clean", "/static/x", "/nothing"):
        sent = raw.get(path, f"X-Canary: {NAME}\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n", method=method)
        answer = raw.ask(site.port, sent)[0]
        assert answer.status in (404, 405)
        assert NAME not in answer.head
        assert NAME.encode() not in answer.body


@pytest.mark.attack("V2.2.1", "writes a method in small letters, or one that is no word")
@pytest.mark.parametrize("method", ["get", "Post", "GE T", "", "G\x00T", "GET\t", "(", "A" * 33])
def test_a_method_is_a_word_in_capitals(site: Process, method: str) -> None:
    """A server in front may take it for another one."""
    assert [answer.status for answer in raw.ask(site.port, raw.get("/", method=method))] == [400]


@pytest.mark.attack(
    "V16.4.1", "writes lines, colours and format strings into the log: in path, query, headers, fields, cookies"
)
def test_the_log_has_none_of_an_attackers_words(site: Process) -> None:
    """Good requests, refused ones and broken ones leave no line with a word of theirs, and no line that is not ours."""
    before = site.log()
    marks = f"{NAME}\x1b[2J %s %(x)s {{0}}"
    headers = "".join(
        f"{name}: {marks}\r\n" for name in ("User-Agent", "Referer", "X-Forwarded-For", "Accept-Language")
    )
    body = f"question={LOGGED}&choice={LOGGED}&{LOGGED}=1"
    form = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    for path in (f"/{LOGGED}", f"/check?{LOGGED}", f"/talk/{LOGGED}", f"/join/{LOGGED}", f"/check/short/{LOGGED}"):
        raw.ask(site.port, raw.get(path, f"Cookie: unshared={NAME}; {NAME}=1\r\n" + headers.replace("\x1b", "")))
    for path in ("/check", "/help/steps", "/join", "/photos/send", "/teach/room/open", "/passwords/send"):
        for origin in ("Sec-Fetch-Site: same-origin\r\n", f"Origin: https://{NAME}.example\r\n"):
            raw.ask(site.port, raw.get(path, origin + form, method="POST") + body)
    broken = [f"{NAME} / HTTP/1.1\r\n\r\n", f"GET /{NAME} {NAME}\r\n\r\n", f"GET / HTTP/1.1\r\n{headers}\r\n"]
    broken += [f"GET http://[{NAME} HTTP/1.1\r\n{raw.HOST}\r\n", raw.get("/", host=f"Host: {NAME}\r\n")]
    for sent in broken:
        raw.ask(site.port, sent)
    written = site.log().removeprefix(before)
    assert NAME not in site.log()
    assert "\x1b" not in written
    assert all(re.fullmatch(r"[0-9T:-]{19} [a-z-]+( [a-z_]+=\d+)*", line) for line in written.splitlines()), written


@pytest.mark.attack("V15.2.2", "sends an address, headers or numbers of headers beyond all measure")
@pytest.mark.parametrize(
    ("path", "headers", "allowed"),
    [
        ("/" + "a" * 100_000, "", (404, 431)),
        ("/?" + "a=1&" * 50_000, "", (200, 431)),
        ("/", f"X: {'x' * 500_000}\r\n", (431,)),
        ("/", "".join(f"X-{number}: 1\r\n" for number in range(2_000)), (200,)),
        ("/", "".join(f"X-{number}: 1\r\n" for number in range(40_000)), (431,)),
        ("/", "Accept-Encoding: " + "br;q=0.1, " * 2_500 + "\r\n", (200,)),
        ("/check", "Accept-Language: " + "en;q=0.1, " * 2_500 + "\r\n", (200,)),
        ("/", "If-None-Match: " + '"x", ' * 6_000 + "\r\n", (200,)),
        ("/", "Range: bytes=" + "0-1," * 7_000 + "\r\n", (200,)),
    ],
    ids=["path", "query", "header", "many", "too-many", "codings", "languages", "validators", "ranges"],
)
def test_a_monstrous_head_is_answered_or_refused(
    site: Process, path: str, headers: str, allowed: tuple[int, ...]
) -> None:
    """One answer, and the next visitor has theirs."""
    answers = raw.ask(site.port, raw.get(path, headers))
    assert len(answers) == 1
    assert answers[0].status in allowed
    assert raw.ask(site.port, raw.get("/healthz"))[0].body == b"ok\n"


@pytest.mark.attack("V15.2.2", "sends a form of thousands of fields or parts, or one field beyond all measure")
@pytest.mark.parametrize("kind", ["fields", "field", "parts", "boundary", "nested"])
def test_a_monstrous_form_is_refused(site: Process, kind: str) -> None:
    """Before anything of it is kept; a page says what happened."""
    body, content_type = {
        "fields": ("a=1&" * 40_000, "application/x-www-form-urlencoded"),
        "field": ("age=" + "x" * 100_000, "application/x-www-form-urlencoded"),
        "parts": (f"{PART * 1000}--x--\r\n", "multipart/form-data; boundary=x"),
        "boundary": ("--x" * 50_000, f"multipart/form-data; boundary={'x' * 5000}"),
        "nested": ("a" + "[b]" * 30_000 + "=1", "application/x-www-form-urlencoded"),
    }[kind]  # fmt: skip
    head = f"Sec-Fetch-Site: same-origin\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n"
    for path in ("/help/steps", "/check", "/join", "/photos/send"):
        answer = raw.ask(site.port, raw.get(path, head, method="POST") + body)[0]
        # A form for files may be large; without a file it is refused as empty.
        assert answer.status in ((413, 422, 400) if path == "/photos/send" else (413,)), path
