"""What must be true of every answer, whatever it is: headers, cookies, addresses.

Written out here a second time on purpose: a change of the site's own list must not change the test.
"""

from __future__ import annotations

import re
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from werkzeug.test import TestResponse

CONTENT_SECURITY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "unshared",
}
# The pages that work on the device alone: each directive is one word, or the addresses of single files of this host.
OFFLINE = "/offline"
SEARCH = "/search"
NOTICES = tuple(
    f"/help/notices/{kind}"
    for kind in (
        "take-it-down", "dmca", "gdpr", "dsa", "platform", "search", "host", "school", "person", "question",
    )
)  # fmt: skip
TOOLS = ("/photos", "/passwords", "/passwords/lock", "/passwords/class", "/help/case", *NOTICES, OFFLINE, SEARCH)
TOOL_CONTENT_SECURITY = {
    **dict.fromkeys(("default-src", "frame-src", "connect-src"), "'none'"),
    **dict.fromkeys(("base-uri", "frame-ancestors"), "'none'"),
    "media-src": "blob:",
    "require-trusted-types-for": "'script'",
    "trusted-types": "unshared",
}
RELEASE = r"static/[0-9a-f]{12}/"
TOOL_FILES: dict[str, tuple[set[str], str]] = {
    "script-src": (set(), RELEASE + r"(?:js|vendor)/[a-z_/]+\.js"),
    "worker-src": (set(), RELEASE + r"js/(?:photos/(?:tags_)?|passwords/(?:lock_)?)engine\.js"),
    "child-src": (set(), RELEASE + r"js/(?:photos/(?:tags_)?|passwords/(?:lock_)?)engine\.js"),
    "style-src": (set(), RELEASE + r"css/[a-z_/]+\.css"),
    "font-src": (set(), RELEASE + r"vendor/atkinson/latin(?:-ext)?\.woff2"),
    "img-src": ({"blob:"}, RELEASE + r"icon\.svg"),
    "manifest-src": ({"'none'"}, ""),
    "form-action": ({"'none'"}, ""),
}
# What the page that keeps the tools on a device loads instead: its own worker, and the icons.
OFFLINE_FILES: dict[str, tuple[set[str], str]] = TOOL_FILES | {
    "worker-src": (set(), r"offline\.js"),
    "child-src": (set(), r"offline\.js"),
    "img-src": ({"blob:"}, RELEASE + r"(?:icon\.svg|icons/(?:notes|units|list)\.(?:png|svg))"),
    "manifest-src": (set(), r"offline/(?:notes|units|list)\.webmanifest"),
}
# The race of a class, the case file and the notices need no worker.
FILES_WITHOUT_WORKER = TOOL_FILES | dict.fromkeys(("worker-src", "child-src"), ({"'none'"}, ""))
# The search loads its index, too, which a view makes; without JavaScript its form goes to the page itself.
SEARCH_FILES: dict[str, tuple[set[str], str]] = FILES_WITHOUT_WORKER | {
    "script-src": (set(), RELEASE + r"js/[a-z_/]+\.js|search/index\.js"),
    "form-action": (set(), "search"),
}
OTHER_FILES = {
    OFFLINE: OFFLINE_FILES,
    SEARCH: SEARCH_FILES,
    "/passwords/class": FILES_WITHOUT_WORKER,
    "/help/case": FILES_WITHOUT_WORKER,
    **dict.fromkeys(NOTICES, FILES_WITHOUT_WORKER),
}
# The worker of the page that keeps loads nothing: it fetches pages that are the same for everybody, and the files of
# a release.
KEEPER = "/offline.js"
KEEPER_CONTENT_SECURITY = {
    **dict.fromkeys(("default-src", "form-action", "base-uri", "frame-ancestors", "trusted-types"), "'none'"),
    "require-trusted-types-for": "'script'",
}
KEEPER_FETCHES: dict[str, tuple[set[str], str]] = {
    "connect-src": (
        set(),
        rf"offline|photos|passwords(?:/(?:lock|class|words))?|leave|search(?:/index\.js)?|talk/|(?:talk|teach|help)(?:/[a-z0-9/-]+)?|{RELEASE}",
    ),
}
# For a minute, for one more while it asks, and for a day where the site does not answer.
NETWORK_CACHES = "max-age=60, stale-while-revalidate=60, stale-if-error=86400"
STATIC_CONTENT_SECURITY = "default-src 'none'; frame-ancestors 'none'"
EXACT = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "X-Frame-Options": "DENY",
}
NEVER = (
    "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Link", "NEL", "Refresh", "Report-To",
    "Reporting-Endpoints", "Server", "X-Powered-By",
)  # fmt: skip
DENIED_FEATURES = {"camera", "display-capture", "geolocation", "microphone", "payment", "usb", "serial", "hid", "midi"}
PLAIN_NAMES = {"unshared", "unshared-host", "unshared-pupil"}
COOKIE_NAMES = {"http": PLAIN_NAMES, "https": PLAIN_NAMES | {f"__Host-{name}" for name in PLAIN_NAMES}}
COOKIE_ROOMS = ("/check", "/passwords/accounts", "/leave", "/teach/room", "/join")
# In the same folder, yet the same for everybody.
PUBLIC_OF_THE_CHECK = re.compile(r"/check/(?:short|all(?:/\d+)?)")
COOKIE_BYTES = 3072


def faults(response: TestResponse) -> list[str]:
    """Everything that is wrong with the answer around its page."""
    return [*_headers(response), *_cookies(response), *_caching(response), *_location(response)]


def directives(text: str) -> dict[str, str]:
    """A Content-Security-Policy as a mapping."""
    return dict(part.split(" ", 1) for part in text.split("; "))


def _headers(response: TestResponse) -> list[str]:
    found = [
        f"{name}: {response.headers.get(name)}" for name, value in EXACT.items() if response.headers.get(name) != value
    ]
    found += [f"{name} is sent" for name in NEVER if name in response.headers]
    features = dict(part.split("=", 1) for part in response.headers.get("Permissions-Policy", "none=").split(", "))
    if set(features.values()) != {"()"} or not features.keys() >= DENIED_FEATURES:
        found.append(f"Permissions-Policy: {features}")
    return found + _content_security(response)


def _content_security(response: TestResponse) -> list[str]:
    text = response.headers.get("Content-Security-Policy", "")
    if response.request.path.startswith("/static/") and response.status_code != 404:
        return [] if text == STATIC_CONTENT_SECURITY else [f"Content-Security-Policy: {text}"]
    rules = directives(text) if text else {}
    if is_tool(response):
        files = OTHER_FILES.get(response.request.path, TOOL_FILES)
        return _exact_security(rules, response.request.host, TOOL_CONTENT_SECURITY, files)
    if is_keeper(response):
        return _exact_security(rules, response.request.host, KEEPER_CONTENT_SECURITY, KEEPER_FETCHES)
    wider = {
        name: rules.get(name) for name, rule in CONTENT_SECURITY.items() if rules.get(name) not in (rule, "'none'")
    }
    more = rules.keys() - CONTENT_SECURITY.keys()
    return [f"Content-Security-Policy: {wider} {more}"] if wider or more else []


def is_tool(response: TestResponse) -> bool:
    """Whether it is a page that works on the device alone."""
    return (
        response.request.path in TOOLS and response.status_code in (200, 304) and response.request.method != "OPTIONS"
    )


def is_keeper(response: TestResponse) -> bool:
    """Whether it is the service worker."""
    return (
        response.request.path == KEEPER and response.status_code in (200, 304) and response.request.method != "OPTIONS"
    )


def _exact_security(
    rules: dict[str, str], host: str, fixed: dict[str, str], files: dict[str, tuple[set[str], str]]
) -> list[str]:
    wrong = {name: rules.get(name) for name, rule in fixed.items() if rules.get(name) != rule}
    for name, (words, pattern) in files.items():
        address = re.compile(rf"{re.escape(host)}/(?:{pattern})")
        given = set(rules.get(name, "").split())
        named = given - words
        if not words <= given or bool(named) != bool(pattern) or not all(map(address.fullmatch, named)):
            wrong[name] = rules.get(name)
    more = rules.keys() - fixed.keys() - files.keys()
    return [f"Content-Security-Policy of a tool: {wrong} {more}"] if wrong or more else []


def _cookies(response: TestResponse) -> list[str]:
    found = []
    path, scheme = response.request.path, response.request.scheme
    for line in response.headers.getlist("Set-Cookie"):
        if not path.startswith(COOKIE_ROOMS):
            found.append(f"an unplanned cookie: {line}")
        for name, cookie in SimpleCookie(line).items():
            wanted = {"path": "/", "domain": "", "httponly": True, "samesite": "Strict", "secure": scheme == "https"}
            if scheme == "https" and name in PLAIN_NAMES:
                wanted["secure"] = False
            kept = {key: cookie[key] or False if key == "secure" else cookie[key] for key in wanted}
            if name not in COOKIE_NAMES[scheme] or kept != wanted:
                found.append(f"the cookie {name}: {kept}")
            if cookie["expires"] and cookie.value:
                found.append(f"the cookie {name} outlives the session")
            if len(cookie.value) > COOKIE_BYTES:
                found.append(f"the cookie {name} has {len(cookie.value)} bytes")
    return found


def is_private(path: str) -> bool:
    """Whether the page at ``path`` is made for one visitor."""
    return path.startswith(COOKIE_ROOMS) and not PUBLIC_OF_THE_CHECK.fullmatch(path)


def _caching(response: TestResponse) -> list[str]:
    if response.request.path.startswith("/static/"):
        return []
    kept = response.headers.get("Cache-Control")
    path = response.request.path
    private = is_private(path) or response.request.method == "POST"
    private = private or response.status_code not in (200, 304)
    network = response.headers.get("CDN-Cache-Control")
    if private and (kept != "no-store" or network is not None or "ETag" in response.headers):
        return [f"a private answer may be kept: {kept} {network}"]
    has_languages = "Accept-Language" in response.headers.get("Vary", "")
    if kept == "no-cache" and network != (None if has_languages else NETWORK_CACHES):
        return [f"CDN-Cache-Control: {network}"]
    if kept not in ("no-cache", "no-store"):
        return [f"Cache-Control: {kept}"]
    return []


def _location(response: TestResponse) -> list[str]:
    target = urlsplit(response.headers.get("Location", ""))
    if target.query or (target.netloc and response.request.path != "/leave"):
        return [f"a redirect to {response.headers['Location']}"]
    return []
