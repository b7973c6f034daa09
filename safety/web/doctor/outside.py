"""What can be seen of a site by asking it, as any visitor can. Each check asks once or twice and judges.

It cannot see whether a proxy writes a log, or where it puts what it collects: that is said, with the line to look at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from safety.config import LOCAL_NAMES, MEBIBYTE
from safety.web import tool_pages
from safety.web.doctor import arriving, machine
from safety.web.doctor.arriving import Pair
from safety.web.doctor.asking import PORTS, Answer, Ask, Begin, NotAsked, Site
from safety.web.doctor.finding import Finding, fine, look, wrong
from safety.web.release import PREFIX
from safety.web.uploads import FORM_BYTES

HOME, PRIVATE, NOWHERE, LEAVE = "/", "/check", "/this-page-is-not-there", "/leave"
HEALTH, SECURITY = "/healthz", "/.well-known/security.txt"
UPLOAD: Final = "/photos/send"
# The largest policy is that of the first.
PAGES: Final = (tool_pages.PHOTOS.path, HOME, tool_pages.CASE.path, PRIVATE, HEALTH, NOWHERE)
PLAIN: Final = {"Accept-Encoding": "identity"}
AS_BROWSER: Final = {"Accept-Encoding": "gzip, deflate, br"}
STRANGER: Final = "doctor.invalid"
# As large as the cookies of a long check, a host and a pupil together.
COOKIE: Final = {"Cookie": f"doctor={'0' * 7000}"}
EARLY_SECONDS, PATIENCE_SECONDS = 8.0, 2.0
_COMPRESSED: Final = ("br", "gzip", "zstd")


@dataclass(frozen=True)
class Visit:
    """A site, how to ask it, and how this copy of the app would answer; ``app`` is None when it does not start."""

    site: Site
    ask: Ask
    ask_plainly: Ask
    begin: Begin
    app: Ask | None
    upload_bytes: int
    now: Callable[[], datetime]

    @property
    def is_trial(self) -> bool:
        """Whether it is a try on this machine, without https."""
        return self.site.scheme == "http" and self.site.name in LOCAL_NAMES


def check(visit: Visit) -> Iterator[Finding]:
    """All findings on the site, by asking; the first says whether it can be asked at all."""
    try:
        first = visit.ask(HOME, PLAIN)
    except NotAsked as error:
        yield wrong("address", f"{visit.site.address} cannot be asked: {error}.", "Does it run, and is it reached?")
        return
    yield fine("address", f"{visit.site.address} answers.")
    yield from encrypted(visit)
    yield from _guarded("http", redirect(visit))
    yield from _guarded("outside clock", clock(visit))
    if first.status != 200:
        yield refused(visit, first)
        return
    if visit.app is None:
        yield look("headers", "They cannot be compared: the texts of this copy have faults.", "Correct them first.")
    else:
        yield from _guarded("pages", pages(visit, visit.app))
        yield from _guarded("static files", static(visit, visit.app))
    yield from _guarded("pages", reasked(visit))
    yield from _guarded("cache", caches(visit))
    yield from _guarded("wrong host", strangers(visit))
    yield from _guarded("forwarding", forged(visit))
    yield from _guarded("large cookies", large_request(visit))
    yield from _guarded("health", healthy(visit))
    yield from _guarded("security.txt", security(visit))
    yield from _guarded("uploads", uploads(visit))


def _guarded(name: str, found: Iterator[Finding]) -> Iterator[Finding]:
    """What is ``found``; a check that gets no answer says so, and the others go on."""
    try:
        yield from found
    except NotAsked as error:
        yield look(name, f"This could not be checked: {error}.", "Run the command again.")


def refused(visit: Visit, answer: Answer) -> Finding:
    """The start page does not come."""
    if answer.status in (400, 421):
        says = f"The site refuses the host name {visit.site.host} (status {answer.status})."
        do = "Is it in HOSTS? Does the proxy pass the header Host on? nginx: proxy_set_header Host $http_host;"
        return wrong("host name", says, do)
    if answer.status in (502, 503, 504):
        return wrong("address", f"The proxy gets no page (status {answer.status}).", "Does the site run behind it?")
    if 300 <= answer.status < 400:
        place = urlsplit(answer.first("location")).netloc or "another page"
        return wrong("address", f"It leads on to {place}.", "Run the command with that address, if it is yours.")
    return wrong("address", f"The start page answers {answer.status}.", "Look into the log of the site.")


def encrypted(visit: Visit) -> Iterator[Finding]:
    """Whether visitors are asked over https; the certificate was checked on the way."""
    if visit.site.scheme == "https":
        yield fine("https", "The certificate is good.")
    elif visit.is_trial:
        yield look("https", "This is plain http on this machine.", "Good for a try. Visitors need https.")
    else:
        says = "This is plain http: others can read and change what passes."
        yield wrong("https", says, "Let a proxy do https (docs/deploy.md), and run the command with https://")


def redirect(visit: Visit) -> Iterator[Finding]:
    """Whether who types the name alone ends on https. The redirect is read, never followed."""
    if visit.site.scheme != "https" or visit.site.port != PORTS["https"]:
        return
    try:
        answer = visit.ask_plainly(HOME, PLAIN)
    except NotAsked:
        yield look("http", "Nobody answers on plain http.", "Who types the name in an old browser finds nothing.")
        return
    place = answer.first("location")
    if answer.status in (301, 302, 307, 308) and place.startswith(visit.site.address):
        yield fine("http", "Plain http leads to https.")
    else:
        says = f"Plain http answers {answer.status} and does not lead to {visit.site.address}."
        yield wrong("http", says, "Let the proxy lead every address of it to https.")


def clock(visit: Visit) -> Iterator[Finding]:
    """Whether the clock outside is ours."""
    ahead = arriving.seconds_ahead(visit.ask(HEALTH, PLAIN), visit.now())
    if ahead is None:
        yield look("outside clock", "The answer does not say its time.", "Let the proxy pass the header Date on.")
    else:
        yield machine.apart("outside clock", "The clock of who answers", ahead)


def pages(visit: Visit, app: Ask) -> Iterator[Finding]:
    """Whether pages arrive with every header as the app sends it, of this release, and unchanged."""
    start = app(HOME, PLAIN)
    ours, theirs = arriving.release(start), arriving.release(visit.ask(HOME, PLAIN))
    yield _release(ours, theirs)
    pairs = [_pair(visit, app, path, theirs, ours) for path in PAGES]
    for pair in pairs:
        if pair.theirs.status != pair.ours.status:
            yield _status(pair)
    alike = [pair for pair in pairs if pair.theirs.status == pair.ours.status]
    yield from arriving.compare(alike)
    for pair in alike:
        if pair.path in (HOME, tool_pages.PHOTOS.path):
            yield arriving.page(pair, is_same_release=ours == theirs)


def _pair(visit: Visit, app: Ask, path: str, theirs: str, ours: str) -> Pair:
    return Pair(path, app(path, PLAIN), arriving.of_release(visit.ask(path, PLAIN), theirs, ours))


def _release(ours: str, theirs: str) -> Finding:
    if ours == theirs:
        return fine("release", f"It serves this very release of scripts and styles ({ours}).")
    says = f"It serves the release {theirs or 'of nothing'}; this copy is {ours}."
    return wrong("release", says, "Restart the site after an update, on every server; empty the cache in front.")


def _status(pair: Pair) -> Finding:
    says = f"{pair.path} answers {pair.theirs.status} instead of {pair.ours.status}."
    if pair.theirs.status in (502, 520):
        size = sum(len(name) + len(value) + 4 for name, value in pair.ours.headers)
        says = f"{says} Its headers are {size // 1024 + 1} KB, more than the proxy takes."
        return wrong("pages", says, "nginx: proxy_buffer_size 16k; and proxy_buffers 8 16k;")
    return wrong("pages", says, "Does the proxy keep this address for itself?")


def static(visit: Visit, app: Ask) -> Iterator[Finding]:
    """Whether scripts and styles arrive byte by byte, compressed, and are kept for a year."""
    path = f"/{PREFIX}/{arriving.release(app(HOME, PLAIN))}/css/site.css"
    ours, theirs = app(path, PLAIN), visit.ask(path, PLAIN)
    if theirs.status != 200:
        yield wrong("static files", f"{path} answers {theirs.status}.", "Is the site of this very version?")
        return
    yield from arriving.compare([Pair(path, ours, theirs)])
    if theirs.body == ours.body:
        yield fine("static files", "They arrive byte by byte.")
    else:
        yield wrong("static files", f"{path} arrives changed.", "Switch off what changes files on the way.")
    yield _compressed("static files", visit.ask(path, AS_BROWSER))


def _compressed(check: str, answer: Answer) -> Finding:
    if answer.first("content-encoding") in _COMPRESSED:
        return fine(check, f"Compressed ({answer.first('content-encoding')}).")
    return wrong(check, "Not compressed.", "Let the proxy pass the header Accept-Encoding on.")


def reasked(visit: Visit) -> Iterator[Finding]:
    """Whether a page that a browser has already is not sent again."""
    answer = visit.ask(HOME, AS_BROWSER)
    yield _compressed("pages", answer)
    tag = answer.first("etag")
    again = visit.ask(HOME, AS_BROWSER | {"If-None-Match": tag}) if tag else answer
    if again.status == 304:
        yield fine("pages", "A page that the browser has already is not sent again (304).")
    else:
        do = "Let the proxy pass ETag and If-None-Match on; let the site compress, not the proxy."
        yield wrong("pages", "A page that the browser has already is sent again.", do)


def caches(visit: Visit) -> Iterator[Finding]:
    """Whether something on the way keeps a page that is nobody else's."""
    found = list(arriving.kept(visit.ask(PRIVATE, PLAIN), visit.ask(PRIVATE, PLAIN), PRIVATE))
    # A browser that only looks ahead gets another answer, so a kept one shows.
    ahead = visit.ask(LEAVE, PLAIN | {"Sec-Purpose": "prefetch"})
    if ahead.status == 204 and visit.ask(LEAVE, PLAIN).status == 204:
        found.append(arriving.cached(LEAVE, "an answer to another request"))
    yield from found or [fine("cache", "No sign that something on the way keeps private pages.")]


def strangers(visit: Visit) -> Iterator[Finding]:
    """Whether the site answers to a name that is not its own."""
    answer = visit.ask(HOME, PLAIN | {"Host": STRANGER})
    place = urlsplit(answer.first("location")).hostname
    # Caddy says 200 and nothing else for a name that is not in its file.
    is_nothing = answer.status == 200 and not answer.body
    if answer.status >= 400 or is_nothing or (300 <= answer.status < 400 and place == visit.site.name):
        yield fine("wrong host", f"A host name that is not the site's gets no page ({answer.status}).")
    elif place == STRANGER:
        do = "Let the proxy answer to your own names only."
        yield wrong("wrong host", "A host name that is not the site's comes back in a redirect.", do)
    else:
        says = f"A host name that is not the site's is answered with {answer.status}."
        yield wrong("wrong host", says, "Does the proxy write a Host of its own? Let it pass the visitor's on.")


def forged(visit: Visit) -> Iterator[Finding]:
    """Whether a visitor can make up the headers by which a proxy says who asks."""
    made_up = {"X-Forwarded-Host": STRANGER, "X-Forwarded-Proto": "http", "X-Forwarded-For": "192.0.2.1"}
    honest, answer = visit.ask(SECURITY, PLAIN), visit.ask(SECURITY, PLAIN | made_up)
    is_strict = [bool(one.first(arriving.STRICT)) for one in (honest, answer)]
    if (answer.status, answer.body, is_strict[0]) == (honest.status, honest.body, is_strict[1]):
        yield fine("forwarding", "X-Forwarded-Host and -Proto that a visitor makes up change nothing.")
        return
    do = "Let the proxy nearest to visitors set X-Forwarded-Host, -Proto and -For itself, whatever came in."
    yield wrong("forwarding", "A visitor can make up X-Forwarded-Host or -Proto, and the site believes it.", do)


def large_request(visit: Visit) -> Iterator[Finding]:
    """Whether a visitor with a long check, whose cookies are large, still gets pages."""
    status = visit.ask(PRIVATE, PLAIN | COOKIE).status
    if status == 200:
        yield fine("large cookies", "A request with 7 KB of cookies is answered.")
    else:
        says = f"A request with 7 KB of cookies is answered with {status}."
        yield wrong("large cookies", says, "Let the proxy take headers of 16 KB: large_client_header_buffers 4 16k;")


def healthy(visit: Visit) -> Iterator[Finding]:
    """Whether the site says that it is well, and nobody keeps that."""
    answer = visit.ask(HEALTH, PLAIN)
    if answer.status == 200 and answer.body.startswith(b"ok"):
        yield fine("health", f"{HEALTH} says ok.")
    else:
        yield wrong("health", f"{HEALTH} answers {answer.status}.", "Look into the log of the site.")


def security(visit: Visit) -> Iterator[Finding]:
    """Whether who finds a weakness learns whom to tell, and the site knows its own address."""
    lines = visit.ask(SECURITY, PLAIN).text
    said = {name: value.strip() for name, _, value in (line.partition(":") for line in lines.splitlines())}
    expires = re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", said.get("Expires", ""))
    if not expires or datetime.fromisoformat(expires[0]) <= visit.now():
        yield wrong("security.txt", "It has no day of expiry, or has expired.", "See that nothing keeps an old one.")
    canonical = said.get("Canonical", "")
    if canonical != visit.site.address + SECURITY:
        says = f"The site takes its own address for {canonical.removesuffix(SECURITY) or 'nothing'}."
        do = "Let the proxy pass on Host and X-Forwarded-Proto, and set PROXIES to the number of your proxies."
        yield wrong("address", says, do)
    elif expires:
        yield fine("security.txt", f"It names {said.get('Contact', 'nobody')} and the address of the site.")


def uploads(visit: Visit) -> Iterator[Finding]:
    """Whether photos of the promised size pass, and reach the site as they are sent."""
    most = visit.upload_bytes // MEBIBYTE
    early = visit.begin(UPLOAD, visit.upload_bytes, PATIENCE_SECONDS)
    if early is not None and early.status == 413:
        says = f"The proxy refuses a photo that the site would take (up to {most} MB)."
        yield wrong("uploads", says, f"nginx: client_max_body_size {most + 2}m;")
    else:
        yield fine("uploads", f"A photo of {most} MB is not refused at once.")
    yield collecting(visit.begin(UPLOAD, visit.upload_bytes + FORM_BYTES + MEBIBYTE, EARLY_SECONDS))


def collecting(answer: Answer | None) -> Finding:
    """Whether the proxy passes on what is sent as it comes; ``answer`` came early to one that is too large."""
    do = "A proxy that collects may use its disk. nginx: proxy_request_buffering off;"
    if answer is None:
        says = "An upload that is too large gets no answer before all of it is sent: the proxy collects it first."
        return look("uploads", says, do)
    if answer.status == 413 and answer.first(arriving.POLICY):
        return fine("uploads", "The site refuses what is too large as soon as it begins: nothing collects it first.")
    says = f"Whether the proxy collects uploads cannot be seen: it answers {answer.status} itself."
    return look("uploads", says, do)
