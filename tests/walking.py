"""A visitor who goes everywhere and sends a word of their own with everything: found by walking pages and forms.

No list of pages or fields stands here, so what is added to the site is walked too. Every request is a connection of its
own, and bears a word in its query, in each header that a browser may send, and in the cookies of others.
"""

from __future__ import annotations

import http.client
import re
import socket
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from io import BytesIO
from urllib.parse import urlencode, urlsplit
from xml.etree.ElementTree import Element

from PIL import Image, PngImagePlugin

from tests.canary import Canaries
from tests.page import parse

TIMEOUT_SECONDS = 30
ADDRESS = "203.0.113.77"
HEADERS = (
    "User-Agent", "Referer", "Accept-Language", "X-Request-Id", "From", "Authorization", "If-None-Match",
    "Forwarded", "Via", "X-Forwarded-User", "Sec-CH-UA", "X-Real-IP", "Purpose", "X-Something",
)  # fmt: skip
TEXTS = ("text", "search", "password", "url", "email", "tel", "number", "hidden")
BOUNDARY = "a-boundary-of-the-walk"
Fields = list[tuple[str, str]]
Files = list[tuple[str, str, bytes]]
SEPARATE = ("/leave", "/static/")
# A form that carries what was answered before is another one each time.
MOST_KINDS = 16


@dataclass(frozen=True)
class Answer:
    """What came back, and what was asked for."""

    method: str
    path: str
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def tree(self) -> Element | None:
        """The page."""
        kind = self.headers.get_content_type()
        return parse(self.body.decode())[0] if kind == "text/html" and self.body else None


@dataclass
class Visitor:
    """Somebody with cookies; ``sent`` are the words they sent, ``headers`` those that are in every request."""

    port: int
    canaries: Canaries
    cookies: dict[str, str] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    done: dict[str, set[str]] = field(default_factory=dict)
    headers: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        word = self.canaries.word
        self.headers = {name: f"{word(f'header {name}')}, x" for name in HEADERS}
        self.headers["X-Forwarded-For"] = f"{word('header X-Forwarded-For')}, {ADDRESS}"
        self.headers |= {word("name of a header"): "x", "Sec-Fetch-Site": "same-origin", "X-Forwarded-Proto": "https"}
        self.others = f"{word('name of a cookie')}={word('cookie of others')}"

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> Answer:
        """The answer to one request, with words in its query and headers."""
        word = self.canaries.word
        query = f"{word(f'name in the query of {path}')}={word(f'query of {path}')}"
        cookies = "; ".join([*(f"{name}={value}" for name, value in self.cookies.items()), self.others])
        headers = self.headers | {"Cookie": cookies} | ({"Content-Type": kind} if kind else {})
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT_SECONDS)) as connection:
            connection.request(method, f"{path}?{query}", body or None, headers)
            found = connection.getresponse()
            answer = Answer(method, path, found.status, found.headers, found.read())
        for line in answer.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(line).items():
                self.cookies.pop(name, None)
                if morsel.value:
                    self.cookies[name] = morsel.value
        self.answers.append(answer)
        return answer

    def send(self, path: str, fields: Fields, files: Files = []) -> Answer:  # noqa: B006  # it is only read
        """What a form sends."""
        if not files:
            return self.ask("POST", path, urlencode(fields).encode(), "application/x-www-form-urlencoded")
        lines = [f'name="{name}"\r\n\r\n{value}'.encode() for name, value in fields]
        lines += [f'name="{name}"; filename="{called}"\r\n\r\n'.encode() + content for name, called, content in files]
        head = f"--{BOUNDARY}\r\nContent-Disposition: form-data; ".encode()
        body = b"".join(head + line + b"\r\n" for line in lines) + f"--{BOUNDARY}--\r\n".encode()
        return self.ask("POST", path, body, f"multipart/form-data; boundary={BOUNDARY}")

    def walk(self, *starts: str, stays: Callable[[str], bool] = lambda path: True) -> None:
        """Every page that links and forms lead to from ``starts``, and every kind of form with each of its buttons."""
        paths, forms = deque(starts), deque[Element]()
        while paths or forms:
            answers = self._fill(forms.popleft()) if forms else self._open(paths.popleft(), stays)
            for answer in answers:
                tree = answer.tree
                paths.extend(_leads(answer, tree))
                forms.extend(tree.iter("form") if tree is not None else ())

    def _open(self, path: str, stays: Callable[[str], bool]) -> Iterator[Answer]:
        if path not in self.seen and not path.startswith(SEPARATE) and stays(path):
            self.seen.add(path)
            yield self.ask("GET", path)

    def _fill(self, form: Element) -> Iterator[Answer]:
        """The answers to a form of a kind that was not met before: filled in with each button, and all wrong."""
        action = form.get("action", "").partition("#")[0]
        buttons = {(one.get("name", ""), one.get("value", "")) for one in form.iter("button")} or {("", "")}
        for name, value in sorted(buttons):
            if self._is_new(action, f"{sorted(names(form, seen=True))} {name} {value if value.isalpha() else ''}"):
                fields, files = self._filled(form, action)
                yield self.send(action, [*fields, *([(name, value)] if name else [])], files)
        if self._is_new(action, str(sorted(names(form, seen=True)))):
            word = self.canaries.word
            wrong = [(one, word(f"{action}: {one}, wrong")) for one in sorted(names(form))]
            wrong.append((word(f"{action}: name of a field"), word(f"{action}: a field that is not there")))
            yield self.send(action, wrong)

    def _is_new(self, action: str, kind: str) -> bool:
        known = self.done.setdefault(re.sub(r"\d+", "0", action), set())
        if kind in known or len(known) >= MOST_KINDS:
            return False
        known.add(kind)
        return True

    def _filled(self, form: Element, action: str) -> tuple[Fields, Files]:
        fields: Fields = []
        files: Files = []
        chosen: set[str] = set()
        for one in form.iter():
            name, kind = one.get("name", ""), one.get("type", "text")
            if not name:
                continue
            if one.tag == "textarea" or (one.tag == "input" and kind in TEXTS and kind != "hidden"):
                fields.append((name, self.canaries.word(f"{action}: {name}")))
            elif one.tag == "select":
                values = [option.get("value", option.text or "") for option in one.iter("option")]
                fields.append((name, next((value for value in values if value), "")))
            elif kind == "file":
                files += [(name, *file) for file in hostile_files(self.canaries, f"{action}: {name}")]
            elif one.tag == "input" and (kind in ("hidden", "checkbox") or (kind == "radio" and name not in chosen)):
                chosen.add(name)
                fields.append((name, one.get("value", "on")))
        return fields, files


def names(form: Element, *, seen: bool = False) -> set[str]:
    """The names of its fields; with ``seen`` of those that are not hidden."""
    fields = [one for one in form.iter() if one.get("name") and one.tag != "form"]
    return {one.get("name", "") for one in fields if not (seen and one.get("type") == "hidden")}


def _leads(answer: Answer, tree: Element | None) -> list[str]:
    """Where links on a page lead, and its redirect."""
    links = [link.get("href", "") for link in tree.iter("a")] if tree is not None else []
    return [urlsplit(one).path for one in (answer.headers.get("Location", ""), *links) if one[:1] == "/"]


def hostile_files(canaries: Canaries, place: str) -> list[tuple[str, bytes]]:
    """Files by name: a photo and a picture that tell much, and one that is no picture."""

    def word(of: str) -> str:
        return canaries.word(f"{place}, {of}")

    jpeg, png, known = BytesIO(), BytesIO(), Image.Exif()
    known[0x010F], known[0x013B], known[0x010E] = word("EXIF make"), word("EXIF artist"), word("EXIF description")
    Image.effect_noise((32, 32), 90).convert("RGB").save(jpeg, "JPEG", exif=known, comment=word("JPEG comment"))
    pixels = (word("pixels") * 2).encode()
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", word("PNG text"))
    # Numbers of colours are stored as they are; colours would be stored as differences.
    picture = Image.frombytes("P", (len(pixels), 8), pixels * 8)
    picture.putpalette(bytes(range(256)) * 3)
    picture.save(png, "PNG", pnginfo=text, compress_level=0)
    return [
        (f"{word('name of a photo')}.jpg", jpeg.getvalue() + word("bytes behind a photo").encode()),
        (f"{word('name of a picture')}.png", png.getvalue() + word("bytes behind a picture").encode()),
        (f"{word('name of a text')}.pdf", b"%PDF-1.7 " + word("a file that is no picture").encode()),
    ]


def broken_requests(canaries: Canaries, port: int) -> list[bytes]:
    """Requests that no browser sends, each with a word; they are sent, and what comes back is given."""

    def word(of: str) -> bytes:
        return canaries.word(f"broken request: {of}").encode()

    host = b"Host: 127.0.0.1\r\n"
    requests = [
        word("no request at all") + b"\r\n\r\n",
        b"GET /" + word("no version") + b"\r\n\r\n",
        b"GET /%zz%ff" + word("bad signs in the path") + b" HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n",
        b"TRACE /" + word("another method") + b" HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n",
        b"GET http://" + word("another host") + b".example/ HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: " + word("host") + b"\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + host + word("a header with no colon") + b"\r\n\r\n",
        b"POST /check HTTP/1.1\r\n" + host + b"Content-Length: " + word("length") + b"\r\n\r\n",
        b"POST /search HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\n" + word("size of a chunk") + b"\r\n",
        b"POST /search HTTP/1.1\r\n" + host + b"Content-Length: 999\r\n\r\nwords=" + word("half a body"),
        b"POST /api/photos/clean HTTP/1.1\r\n" + host + b"Content-Type: multipart/form-data; boundary="
        + word("boundary") + b"\r\nContent-Length: 12\r\nConnection: close\r\n\r\n" + word("a body with no part"),
        b"GET / HTTP/1.1\r\n" + host + b"X: " + word("a header that is too long") * 30_000 + b"\r\n\r\n",
    ]  # fmt: skip
    return [_raw(port, request) for request in requests]


def _raw(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT_SECONDS) as connection:
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))
        except ConnectionError:
            return b""


def code_of(answer: Answer) -> str:
    """The code of a room on the host's page."""
    found = re.search(rb'class="code">([0-9A-Z-]{9})<', answer.body)
    assert found is not None
    return found[1].decode()
