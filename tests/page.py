"""The checker of pages: everything that every page of the site must be, whoever fetches it."""

from __future__ import annotations

import gzip
import re
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary
from xml.etree.ElementTree import Element

import brotli
import html5lib
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect
from werkzeug.test import TestResponse

from tests import policy

ROOMS = (
    "Check",
    "Photos",
    "Passwords",
    "Talk",
    "Teach",
    "Join",
    "Help",
    "About",
    "New",
    "Privacy",
    "Sources",
    "Tools",
    "Search",
)
# A title stands in the browser's history and in the list of tabs: it names a place, never a topic.
TITLES = {"Unshared", "List", "Units", *(f"{room} · Unshared" for room in ROOMS)}
MAX_BYTES = 60 * 1024
NEUTRAL = "/leave"
FIELDS = ("input", "select", "textarea")
UNLABELLED = ("hidden", "submit", "button", "reset", "image")
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers", "list")
FORBIDDEN = ("style", "base", "iframe", "object", "embed", "frame", "applet", "font", "center")
SCHEMES = ("https", "tel", "sms", "mailto")
# A picture that was inside a visitor's file: it is in the page itself, and no request is made for it.
OWN_PICTURE = "data:image/jpeg;base64,/9j/"
COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
IMPORT = re.compile(r"""(?:import|from)\s*["'](\.[^"']+)["']""")
LATER = re.compile(r"""import\(["'](\.[^"']+)["']\)""")
answers: WeakKeyDictionary[Flask, dict[tuple[str, str], tuple[int, str]]] = WeakKeyDictionary()


def check_page(response: TestResponse, app: Flask) -> list[str]:
    """Every fault of the page in ``response``."""
    text = body(response)
    tree, broken = parse(text)
    if tree is None:
        return broken
    neutral = response.request.path == NEUTRAL
    faults = [*faults_in(text, neutral), *_links(tree, app), *_weight(text, tree, app)]
    return faults + (_only_these(response, tree, app) if policy.is_tool(response) else [])


@lru_cache(maxsize=512)
def faults_in(text: str, neutral: bool = False) -> tuple[str, ...]:
    """The faults that a page shows by itself."""
    tree, broken = parse(text)
    if tree is None:
        return tuple(broken)
    found = [*_outline(tree), *_ids(tree), *_labels(tree), *_inline(tree), *_hosts(tree), *_forms(tree), *_leads(tree)]
    if not neutral and [link.get("href") for link in tree.iter("a") if _has_class(link, "leave")] != ["/leave"]:
        found.append("there is no way to leave")
    return tuple(found)


def body(response: TestResponse) -> str:
    """The page as text, whatever it was compressed with."""
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(response.headers.get("Content-Encoding", ""), bytes)
    return unpack(response.get_data()).decode()


@lru_cache(maxsize=512)
def parse(text: str) -> tuple[Any, list[str]]:
    """The page as a tree, or what makes it no valid HTML."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    try:
        return parser.parse(text), []
    except html5lib.html5parser.ParseError as error:
        (line, column), code, _ = parser.errors[-1]
        return None, [f"no valid HTML: {code} at {line}:{column} {error}"]


def _outline(tree: Element) -> list[str]:
    found = []
    if not tree.get("lang") or tree.get("dir") not in ("ltr", "rtl"):
        found.append("the language or direction of the page is missing")
    titles = ["".join(title.itertext()) for title in tree.iter("title")]
    if len(titles) != 1 or titles[0] not in TITLES:
        found.append(f"the title names no place: {titles}")
    if (count := len(list(tree.iter("h1")))) != 1:
        found.append(f"there are {count} h1")
    asleep = _asleep(tree)
    found += [
        f"a heading or button says nothing: {one.tag}" for one in tree.iter() if one not in asleep and _is_mute(one)
    ]
    return found


def _asleep(tree: Element) -> set[Element]:
    """What nobody meets before a script wakes it: hidden parts, closed dialogs, and what copies are made of."""
    roots = (one for one in tree.iter() if one.tag in ("template", "dialog") or one.get("hidden") is not None)
    return {inner for root in roots for inner in root.iter()}


def _is_mute(element: Element) -> bool:
    speaks = element.tag in ("h1", "h2", "h3", "h4", "button", "a", "summary", "legend", "label")
    return speaks and not "".join(element.itertext()).strip() and not element.get("aria-label")


def _ids(tree: Element) -> list[str]:
    ids = [element.get("id", "") for element in tree.iter() if element.get("id") is not None]
    found = [
        f"the id {one!r} stands twice or is none" for one in sorted(set(ids)) if ids.count(one) > 1 or not one.strip()
    ]
    for element in tree.iter():
        for name in REFERENCES:
            named = element.get(name, "").split()
            found += [f"{name} names {one}, which is not there" for one in named if one not in ids]
    return found


def _labels(tree: Element) -> list[str]:
    labelled = {label.get("for") for label in tree.iter("label")}
    inside = {field for label in tree.iter("label") for field in label.iter() if field.tag in FIELDS}
    found = []
    for field in (
        element for element in tree.iter() if element.tag in FIELDS and element.get("type") not in UNLABELLED
    ):
        named = (
            field.get("aria-label") or field.get("aria-labelledby") or field.get("id") in labelled or field in inside
        )
        if not named:
            found.append(f"the field {field.get('name')} has no label")
        if field.get("autocomplete") is None and field.get("type") != "file":
            found.append(f"the browser may remember the field {field.get('name')}")
    found += ["an image has no alt"] * sum(image.get("alt") is None for image in tree.iter("img"))
    return found


def _inline(tree: Element) -> list[str]:
    found = [f"there is a <{element.tag}>" for element in tree.iter() if element.tag in FORBIDDEN]
    for element in tree.iter():
        found += [f"inline {name}" for name in element.attrib if name == "style" or name.startswith("on")]
        if element.tag == "script" and (not element.get("src") or (element.text or "").strip()):
            found.append("an inline script")
        if element.tag == "meta" and element.get("http-equiv"):
            found.append("a meta element acts as a header")
    return found


def _hosts(tree: Element) -> list[str]:
    found = []
    for element in tree.iter():
        for name in ("src", "srcset", "action", "formaction", "poster", "data", "ping", "background", "manifest"):
            value = element.get(name)
            shows_itself = element.tag == "img" and (value or "").startswith(OWN_PICTURE)
            if value is not None and not _is_own(value) and not shows_itself:
                found.append(f"<{element.tag} {name}> leads to {value}")
        href = element.get("href")
        if href is None or _is_own(href) or href.startswith("#"):
            continue
        if element.tag not in ("a", "area") or urlsplit(href).scheme not in SCHEMES:
            found.append(f"<{element.tag} href> leads to {href}")
    return found


def _is_own(address: str) -> bool:
    return address.startswith("/") and not address.startswith(("//", "/\\"))


def _forms(tree: Element) -> list[str]:
    found, inside, asleep = [], set(), _asleep(tree)
    for form in tree.iter("form"):
        inside |= set(form.iter())
        buttons = [one for one in form.iter("button") if one.get("type", "submit") == "submit" and one not in asleep]
        if form.get("method") != "post" or not form.get("action") or not buttons:
            found.append("a form does not work without script, or puts what is sent into the address")
    for button in tree.iter("button"):
        if button not in inside and not button.get("form") and button not in asleep:
            found.append("a button that only a script can make work is shown")
    return found


def _leads(tree: Element) -> list[str]:
    """HTML: what tells how to follow a link is left out while there is no address."""
    told = ("download", "target", "rel", "ping", "hreflang", "type", "referrerpolicy")
    empty = (link for link in tree.iter("a") if link.get("href") is None)
    return [f"a link without address has {name}" for link in empty for name in told if link.get(name) is not None]


def _links(tree: Element, app: Flask) -> list[str]:
    found = []
    for link in tree.iter("a"):
        target = urlsplit(link.get("href", ""))
        if target.scheme:
            continue
        if target.query:
            found.append(f"an address with a question mark: {link.get('href')}")
        status, there = (200, "") if not target.path else fetch(app, target.path)
        page = parse(there)[0] if target.path and status == 200 else tree
        if status not in (200, 303):
            found.append(f"a link leads nowhere: {target.path}")
        elif target.fragment and status == 200 and target.fragment not in {one.get("id") for one in page.iter()}:
            found.append(f"there is no #{target.fragment} on {target.path or 'this page'}")
    actions = {form.get("action", "") for form in tree.iter("form")}
    return found + [f"no route takes what is sent to {action}" for action in sorted(actions) if not _takes(app, action)]


def _takes(app: Flask, action: str) -> bool:
    try:
        app.url_map.bind("localhost").match(action.partition("#")[0], method="POST")
    except (HTTPException, RequestRedirect):
        return False
    return True


def fetch(app: Flask, path: str, accept: str = "identity") -> tuple[int, str]:
    """Status and text of ``path``, fetched once for each site. Bytes are read as Latin-1."""
    known = answers.setdefault(app, {})
    if (path, accept) not in known:
        response = app.test_client(use_cookies=False).get(path, headers={"Accept-Encoding": accept})
        raw = response.get_data()
        response.close()
        known[path, accept] = (
            response.status_code,
            raw.decode("latin-1" if accept != "identity" else "utf-8", "replace"),
        )
    return known[path, accept]


def _weight(text: str, tree: Element, app: Flask) -> list[str]:
    weight, found = len(brotli.compress(text.encode(), quality=5)), []
    at_once = loaded(tree, app, later=False)
    for path in sorted(loaded(tree, app)):
        status, packed = fetch(app, path, "br")
        # A tool loads its parts and its tables of the world when the page is there; its engine is none of these.
        weight += len(packed) if path in at_once else 0
        if status != 200:
            found.append(f"{path} is not there")
    if weight > MAX_BYTES:
        found.append(f"the page weighs {weight} bytes")
    return found


def _only_these(response: TestResponse, tree: Element, app: Flask) -> list[str]:
    """What the policy of a tool lets the page load is what the page loads, file by file."""
    rules, host = policy.directives(response.headers["Content-Security-Policy"]), response.request.host
    files = loaded(tree, app)
    # A script shows the pictures whose addresses it finds on the page.
    files |= {value for one in tree.iter() for value in one.attrib.values() if value.endswith((".svg", ".png"))}
    found = []
    for name, endings in (("script-src", (".js",)), ("style-src", (".css",)), ("img-src", (".svg", ".png"))):
        allowed = {word for word in rules[name].split() if word != "blob:"}
        needed = {host + path for path in files if path.endswith(endings)}
        if allowed != needed:
            found.append(f"{name} and what is loaded differ: {sorted(allowed ^ needed)}")
    return found


def loaded(tree: Element, app: Flask, *, later: bool = True) -> set[str]:
    """The addresses of the style sheets and scripts that a page loads, at once and ``later``; no fonts."""
    wanted = {link.get("href", "") for link in tree.iter("link") if link.get("as") != "font"}
    wanted |= {script.get("src", "") for script in tree.iter("script")}
    todo = {path for path in wanted if path.endswith((".js", ".mjs"))}
    while todo:
        script = todo.pop()
        code = COMMENT.sub("", fetch(app, script)[1])
        names = {_joined(script, name) for name in IMPORT.findall(code) + (LATER.findall(code) if later else [])}
        todo |= names - wanted
        wanted |= names
    return wanted


def _joined(base: str, name: str) -> str:
    parts = base.split("/")[:-1]
    for part in name.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _has_class(element: Element, name: str) -> bool:
    return name in element.get("class", "").split()
