"""Public pages, ready to send: made once a day in each process, packed once, and answered before Flask begins.

Nothing of a visitor can be in a page that is kept, since nothing of a visitor was there when it was made: it comes from
a request of our own with the scheme, the host, the address and the language that was asked for. No cookie, no query, no
other header, no address of who asks. Only pages in the list below are made so, under the one address that the site
itself gives them, and only good answers that `caching` calls public are kept. Everything else goes to Flask as it came:
posts, pages of one visitor, other spellings of an address, odd hosts, and all of a class network, where the answer
depends on who asks.

Pages read the day and no finer time, so what is kept lasts until midnight UTC.

Source: RFC 9110 (HTTP), 8.8.3 ETag, 9.3.2 HEAD, 12.5.3 Accept-Encoding, 13.1.2 If-None-Match, 15.4.5 Not Modified,
checked 2026-11-23.
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Final, NamedTuple
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import brotli  # type: ignore[import-untyped]  # brotli ships no types
from flask import Flask
from werkzeug.datastructures import Accept
from werkzeug.exceptions import HTTPException
from werkzeug.http import parse_accept_header, parse_etags
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Response

from safety.config import MEBIBYTE, USUAL_PORTS, Config
from safety.web import caching
from safety.web.language import wanted
from safety.web.shelf import Answer, Shelf

# Pages that are the same for everybody, by endpoint. What is not here is never kept.
SAME_FOR_EVERYBODY: Final = frozenset(
    [
        "case.start", "check.everything", "check.one", "counting.start", "help.beside", "help.coverage",
        "help.first_hour", "help.host", "help.look_again", "help.safety", "help.services", "help.start", "help.steps",
        "help.way_back", "help.work", "notices.all", "notices.ask", "notices.form", "offline.manifest",
        "offline.start", "offline.worker", "pages.about", "pages.home", "pages.new", "pages.privacy", "pages.robots",
        "pages.sources", "passwords.dice_list", "passwords.form", "passwords.leaked", "passwords.lock",
        "passwords.race_page", "passwords.start", "photos.form", "photos.start", "photos_api.document", "search.index",
        "search.start", "short.doors", "talk.note", "talk.scene", "talk.scenes", "talk.situation", "talk.start",
        "talk.talk", "talk.told_me", "talk_reading.easy", "talk_reading.teen", "talk_reading.teens",
        "talk_reading.together", "talk_reading.together_page", "talk_tools.agreement", "talk_tools.cards",
        "talk_tools.my_say", "talk_tools.same_page", "talk_tools.same_page_of", "talk_tools.tell", "teach.bring",
        "teach.cards", "teach.disclosure", "teach.letters", "teach.of_plan", "teach.office", "teach.quiet",
        "teach.run_sheet", "teach.teach",
    ]
)  # fmt: skip
# Where most visits begin.
DOORS: Final = (
    "pages.home", "help.start", "help.services", "photos.start", "passwords.start", "talk.start", "teach.teach",
)  # fmt: skip
READING = ("GET", "HEAD")
MOST_BYTES = 32 * MEBIBYTE
# Of two who ask for the same page at once, one makes it. A few pages share a lock; that only costs waiting.
LOCKS = 64
# At 11 the largest page takes five times as long to pack and is a fiftieth smaller; at 5 all are an eighth larger.
BROTLI_QUALITY, GZIP_LEVEL = 10, 9
BROTLI, GZIP, PLAIN = "br", "gzip", "identity"
# The best first; of those that a browser takes equally, the first is sent.
CODINGS = (BROTLI, GZIP, PLAIN)
# They tell of a body, and who has the page already gets none.
_OF_A_BODY = frozenset(["content-encoding", "content-length", "content-type"])


class Asked(NamedTuple):
    """All that a public page depends on."""

    scheme: str
    host: str
    path: str
    language: str
    coding: str


def init(app: Flask, config: Config) -> None:
    """Answers public pages before Flask; on a class network not, where pages depend on who asks."""
    if config.lan:
        return
    ready = ReadyPages(app, config.allows_host, lambda: datetime.now(UTC).date())
    app.wsgi_app = ready  # type: ignore[method-assign]  # the documented way to wrap a Flask app
    app.extensions["ready-pages"] = ready


class ReadyPages:
    """The site ``app`` with its public pages kept; ``today`` is the day that pages are made for."""

    def __init__(self, app: Flask, allows_host: Callable[[str, str], bool], today: Callable[[], date]) -> None:
        self.shelf = Shelf(MOST_BYTES)
        self.site: WSGIApplication = app.wsgi_app
        self._addresses = app.url_map.bind("localhost")
        self._languages = app.extensions["languages"]
        self._allows_host, self._today = allows_host, today
        self._making = tuple(threading.Lock() for _ in range(LOCKS))

    def open_doors(self, host: str) -> None:
        """Makes the first pages of the rooms, as they are asked for at ``host``, before there is anybody to wait.

        Reading a template for the first time takes several times as long as making a page with it.
        """
        language = wanted("", self._languages)
        for endpoint in DOORS:
            self._made(Asked("https", host, self._addresses.build(endpoint), language, BROTLI))

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers as a WSGI application."""
        answer = self._answer(environ)
        if answer is None:
            return self.site(environ, start_response)
        if _has_it(environ.get("HTTP_IF_NONE_MATCH", ""), answer):
            start_response("304 NOT MODIFIED", list(answer.unchanged))
            return []
        start_response(answer.status, list(answer.headers))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]

    def _answer(self, environ: WSGIEnvironment) -> Answer | None:
        asked = self._asked(environ)
        if asked is None:
            return None
        kept = self.shelf.find(asked, self._today())
        return self._made(asked) if kept is None and self._is_listed(asked.path) else kept

    def _asked(self, environ: WSGIEnvironment) -> Asked | None:
        """What of the request a page may depend on; None where the request is not a plain one."""
        scheme, host = environ["wsgi.url_scheme"], environ.get("HTTP_HOST", "").lower()
        is_plain = environ["REQUEST_METHOD"] in READING and not environ.get("SCRIPT_NAME") and scheme in USUAL_PORTS
        # As it was sent: without the port that is usual, what is left of "localhost:80:80" is a host by itself.
        if not (is_plain and self._allows_host(host, scheme)):
            return None
        host, path = host.removesuffix(f":{USUAL_PORTS[scheme]}"), environ.get("PATH_INFO", "")
        language = wanted(environ.get("HTTP_ACCEPT_LANGUAGE", ""), self._languages)
        return Asked(scheme, host, path, language, coding_for(environ.get("HTTP_ACCEPT_ENCODING", "")))

    def _is_listed(self, path: str) -> bool:
        """Whether ``path`` is the address that the site itself gives a listed page: no other spelling of it."""
        try:
            endpoint, values = self._addresses.match(path, method="GET")
        except HTTPException:
            return False
        return endpoint in SAME_FOR_EVERYBODY and self._addresses.build(endpoint, values) == path

    def _made(self, asked: Asked) -> Answer:
        with self._making[hash(asked) % LOCKS]:
            day = self._today()
            kept = self.shelf.find(asked, day)
            if kept is not None:
                return kept
            response = self._rendered(asked)
            if not _is_public(response):
                # Packing takes longer than it saves: this answer is sent once.
                return packed(response, PLAIN)
            answer = packed(response, asked.coding)
            self.shelf.keep(asked, answer, day)
            return answer

    def _rendered(self, asked: Asked) -> Response:
        """The site's answer to a request that says nothing but what ``asked`` holds."""
        said = [("Accept-Language", asked.language)]
        builder = EnvironBuilder(asked.path, base_url=f"{asked.scheme}://{asked.host}", headers=said)
        return Response.from_app(self.site, builder.get_environ(), buffered=True)


def coding_for(accepted: str) -> str:
    """The form for a browser that sends ``accepted`` as Accept-Encoding."""
    choice = parse_accept_header(accepted, Accept)
    best = max(CODINGS, key=choice.quality)
    return best if choice.quality(best) > 0 else PLAIN


def packed(response: Response, coding: str) -> Answer:
    """``response`` as it is sent in ``coding``; what is packed has a validator."""
    etag, body = response.get_etag()[0], response.get_data()
    response.vary.add("Accept-Encoding")
    if coding == BROTLI:
        body = brotli.compress(body, quality=BROTLI_QUALITY)
    elif coding == GZIP:
        body = gzip.compress(body, GZIP_LEVEL, mtime=0)
    if coding != PLAIN:
        response.content_encoding, etag = coding, f"{etag}-{coding}"
        response.set_etag(etag)
    response.content_length = len(body)
    # The server tells when it answers; when the page was made is another time.
    del response.headers["Date"]
    headers = tuple(response.headers)
    unchanged = tuple(pair for pair in headers if pair[0].lower() not in _OF_A_BODY)
    return Answer(response.status, headers, unchanged, etag or "", body)


def _is_public(response: Response) -> bool:
    says = response.headers
    is_whole = says.get("Cache-Control") == caching.PUBLIC and "ETag" in says
    return is_whole and "Set-Cookie" not in says and "Clear-Site-Data" not in says


def _has_it(validators: str, answer: Answer) -> bool:
    return bool(validators and answer.etag) and parse_etags(validators).contains_weak(answer.etag)
