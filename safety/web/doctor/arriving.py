"""Whether what a site sends arrives as it was sent: headers, policy, page. It compares; it has no list of its own.

What the app itself answers is the measure, so a header that changes there changes here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from safety.web.doctor.asking import Answer
from safety.web.doctor.finding import Finding, fine, look, wrong

# Written anew by each machine on the way, meant for those on the way, or compared elsewhere.
OF_THE_WAY: Final = frozenset([
    "connection", "keep-alive", "transfer-encoding", "content-length", "date", "etag", "vary",
    "accept-ranges", "trailer", "alt-svc", "cdn-cache-control", "last-modified",
])  # fmt: skip
# Each lets somebody else learn of visitors, keeps something in their browser, or opens what our policy closes.
HARMFUL: Final = frozenset([
    "set-cookie", "nel", "report-to", "reporting-endpoints", "content-security-policy-report-only",
    "refresh", "link", "access-control-allow-origin", "access-control-allow-credentials",
    "service-worker-allowed", "accept-ch",
])  # fmt: skip
POLICY: Final = "content-security-policy"
STRICT: Final = "strict-transport-security"
CACHED: Final = re.compile(r"\bhit\b", re.IGNORECASE)
CACHE_MARKS: Final = ("x-cache", "x-cache-status", "x-proxy-cache", "cf-cache-status", "cache-status")
PAGES_NAMED: Final = 3
_RELEASE: Final = re.compile(r"/static/([0-9a-f]{12})/")
_HOST_OF_FILE: Final = re.compile(r"(\S+?)/static/[0-9a-f]{12}/")


@dataclass(frozen=True)
class Pair:
    """What the app says for ``path``, and what arrived."""

    path: str
    ours: Answer
    theirs: Answer


def release(page: Answer) -> str:
    """The release of the static files that ``page`` asks for, or ''."""
    found = _RELEASE.search(page.text)
    return found[1] if found else ""


def of_release(answer: Answer, theirs: str, ours: str) -> Answer:
    """``answer`` with another name of the release, so that it alone makes no difference."""
    if not theirs or theirs == ours:
        return answer
    headers = tuple((name, value.replace(theirs, ours)) for name, value in answer.headers)
    return Answer(answer.status, headers, answer.body.replace(theirs.encode(), ours.encode()))


def compare(pairs: Iterable[Pair]) -> Iterator[Finding]:
    """All differences of headers; each is said once, with the pages it was seen on."""
    everything, seen = tuple(pairs), dict[tuple[str, str], list[Pair]]()
    for pair in everything:
        for difference in _differences(pair):
            seen.setdefault(difference, []).append(pair)
    for (kind, name), found in seen.items():
        yield _said(kind, name, found)
    if everything and not any(kind != "added" for kind, _ in seen):
        names = {name.lower() for pair in everything for name, _ in pair.ours.headers} - OF_THE_WAY
        says = f"All {len(names)} kinds arrive on {_pages(everything)} as the site sends them."
        yield fine("headers", says)


def _differences(pair: Pair) -> Iterator[tuple[str, str]]:
    ours, theirs = _by_name(pair.ours), _by_name(pair.theirs)
    for name, values in ours.items():
        arrived = theirs.get(name, [])
        if not arrived:
            yield "dropped", name
        elif len(arrived) > len(values):
            yield "doubled", name
        elif not _is_same(name, values, arrived):
            yield "changed", name
    # One server can leave out its name by an empty line only.
    yield from (("added", name) for name, values in theirs.items() if name not in ours and any(values))


def _by_name(answer: Answer) -> dict[str, list[str]]:
    found = dict[str, list[str]]()
    for name, value in answer.headers:
        if name.lower() not in OF_THE_WAY:
            found.setdefault(name.lower(), []).append(" ".join(value.split()))
    return found


def _is_same(name: str, ours: list[str], theirs: list[str]) -> bool:
    if name == "content-type":
        return [_plain(value) for value in ours] == [_plain(value) for value in theirs]
    if name == STRICT:
        return strict_seconds(theirs[0]) >= strict_seconds(ours[0])
    return ours == theirs


def _plain(value: str) -> str:
    return value.lower().replace(" ", "")


def strict_seconds(value: str) -> int:
    """For how long a browser asks this host over https only."""
    found = re.search(r"max-age=\"?([0-9]{1,12})", value, re.IGNORECASE)
    return int(found[1]) if found else 0


def _said(kind: str, name: str, pairs: list[Pair]) -> Finding:
    where, title = _pages(pairs), name.title()
    match kind:
        case "dropped" if name == STRICT:
            return _no_https(where)
        case "dropped":
            return wrong("headers", f"{title} does not arrive on {where}.", "Let the proxy pass it on.")
        case "doubled":
            do = "Let the site send it alone: take it out of the proxy's settings."
            return wrong("headers", f"{title} arrives twice on {where}.", do)
        case "changed" if name == POLICY:
            return _policy(where, pairs[0])
        case "changed":
            says = f"{title} arrives as '{_short(pairs[0].theirs.first(name))}' on {where}, the site sends another."
            return wrong("headers", says, "Let the proxy pass it on unchanged.")
        case _:
            return _added(title, where, pairs[0])


def _no_https(where: str) -> Finding:
    says = f"{STRICT.title()} does not arrive on {where}: the site does not know that visitors use https."
    do = "Let the proxy send X-Forwarded-Proto, and set PROXIES to the number of your proxies."
    return wrong("headers", says, f"{do} Is UNSHARED_ENV=production?")


def _policy(where: str, pair: Pair) -> Finding:
    theirs, ours = _host(pair.theirs), _host(pair.ours)
    if theirs and ours and theirs != ours:
        says = f"The policy of {where} names the host {theirs}; visitors ask {ours}, so no file of theirs loads."
        do = "Let the proxy pass the header Host on, with the port: nginx: proxy_set_header Host $http_host;"
        return wrong("host name", says, do)
    says = f"Content-Security-Policy arrives changed on {where}."
    return wrong("headers", says, "Let the site send it alone. Is the site of this very version?")


def _host(answer: Answer) -> str:
    found = _HOST_OF_FILE.search(answer.first(POLICY))
    return found[1] if found else ""


def _added(title: str, where: str, pair: Pair) -> Finding:
    value = _short(pair.theirs.first(title))
    if title.lower() in HARMFUL:
        says = f"{title}: {value} is added on {where}; the site never sends that."
        return wrong("headers", says, "Switch it off in the proxy, or in the service in front of it.")
    if title == "Server" or title == "X-Powered-By":
        return look("headers", f"{title}: {value} is added; it tells what you run.", "Switch it off if the proxy can.")
    return look("headers", f"{title}: {value} is added on {where}.", "Does it tell somebody of visitors?")


def page(pair: Pair, *, is_same_release: bool) -> Finding:
    """Whether a public page is, letter by letter, what this copy says."""
    name = "pages"
    if pair.ours.body == pair.theirs.body:
        return fine(name, f"{pair.path} is, letter by letter, what this copy says.")
    says = f"{pair.path} is not what this copy says."
    do = "Restart the site after an update; see that nothing on the way changes pages (scripts, minifying, banners)."
    return wrong(name, says, do) if is_same_release else look(name, says, do)


def kept(first: Answer, second: Answer, path: str) -> Iterator[Finding]:
    """Signs that something on the way keeps a page that is nobody else's; it was asked twice."""
    for answer in (first, second):
        marks = [f"{name}: {value}" for name in CACHE_MARKS for value in answer.all(name) if CACHED.search(value)]
        age = answer.first("age")
        if marks or (age.isdecimal() and int(age) > 0):
            yield cached(path, _short((marks or [f"Age: {age}"])[0]))
            return


def cached(path: str, sign: str) -> Finding:
    """A private page comes out of a cache."""
    do = "Let it keep nothing that says Cache-Control: no-store, before anybody uses the site."
    return wrong("cache", f"Something on the way keeps {path} and gives it to the next visitor ({sign}).", do)


def seconds_ahead(answer: Answer, now: datetime) -> float | None:
    """How far the clock of who answered is ahead of ``now``; None when the answer does not say."""
    try:
        return (parsedate_to_datetime(answer.first("date")) - now.astimezone(UTC)).total_seconds()
    except (TypeError, ValueError):
        return None


def _pages(pairs: Sequence[Pair]) -> str:
    shown, rest = [pair.path for pair in pairs[:PAGES_NAMED]], len(pairs) - PAGES_NAMED
    return ", ".join(shown) + (f" and {rest} more" if rest > 0 else "")


def _short(value: str) -> str:
    printable = "".join(letter for letter in value if letter.isprintable())
    return printable if len(printable) <= 60 else f"{printable[:57]}..."
