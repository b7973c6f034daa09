"""The checker of pages sees what is wrong: without this its silence would mean nothing."""

from __future__ import annotations

import pytest
from flask import Flask, make_response
from flask.testing import FlaskClient

from safety import create_app
from safety.config import Config
from tests.conftest import make_app, visitor
from tests.page import faults_in

HEAD = '<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Unshared</title></head>'
LEAVE = '<a class="leave" href="/leave">Leave</a>'
GOOD = f"<!doctype html>{HEAD}<body>{LEAVE}<h1>Hello</h1></body></html>"
FORM = '<form method="post" action="/check"><button>Go</button></form>'
WRONG = {
    "no valid HTML": GOOD.replace("<h1>", "<h1><p>").replace("</h1>", "</h2>"),
    "an open element": GOOD.replace("</h1>", "</h1><ul><li>one</ul></div>"),
    "two h1": GOOD.replace("</h1>", "</h1><h1>Again</h1>"),
    "no h1": GOOD.replace("h1>", "h2>"),
    "no language": GOOD.replace(' lang="en"', ""),
    "a topic as title": GOOD.replace("Unshared</title>", "Sextortion</title>"),
    "an id twice": GOOD.replace("<h1>", '<p id="a"></p><p id="a"></p><h1>'),
    "a name that is not there": GOOD.replace("<h1>", '<section aria-labelledby="none"></section><h1>'),
    "an empty button": GOOD.replace("</h1>", "</h1>" + FORM.replace("Go", " ")),
    "no label": GOOD.replace("</h1>", "</h1>" + FORM.replace("<button>", '<input autocomplete="off"><button>')),
    "a remembered field": GOOD.replace("</h1>", "</h1>" + FORM.replace("<button>", "<label>A <input></label><button>")),
    "inline style": GOOD.replace("<h1>", '<h1 style="color:red">'),
    "a style element": GOOD.replace("</head>", "<style>p{}</style></head>"),
    "an inline handler": GOOD.replace("<h1>", '<h1 onclick="x()">'),
    "an inline script": GOOD.replace("</head>", "<script>x()</script></head>"),
    "a refresh": GOOD.replace("</head>", '<meta http-equiv="refresh" content="0;url=/x"></head>'),
    "a script of another host": GOOD.replace("</head>", '<script src="https://cdn.example/x.js"></script></head>'),
    "a style of another host": GOOD.replace("</head>", '<link rel="stylesheet" href="//cdn.example/x.css"></head>'),
    "an image of another host": GOOD.replace("<h1>", '<img alt="" src="https://pixel.example/x.gif"><h1>'),
    "a form to another host": GOOD.replace("</h1>", "</h1>" + FORM.replace("/check", "https://evil.example/")),
    "a plain link": GOOD.replace("<h1>", '<a href="http://plain.example/">x</a><h1>'),
    "a script link": GOOD.replace("<h1>", '<a href="javascript:x()">x</a><h1>'),
    "a link to save nothing": GOOD.replace("<h1>", '<a download="x.txt">x</a><h1>'),
    "a form that writes into the address": GOOD.replace("</h1>", "</h1>" + FORM.replace("post", "get")),
    "a form without button": GOOD.replace("</h1>", "</h1>" + FORM.replace("<button>Go</button>", "")),
    "a button without form": GOOD.replace("</h1>", "</h1><button>Go</button>"),
    "no way to leave": GOOD.replace(LEAVE, ""),
    "a frame": GOOD.replace("<h1>", '<iframe src="/x"></iframe><h1>'),
}


def test_a_good_page_has_no_fault() -> None:
    """The checker lets a plain page pass."""
    assert faults_in(GOOD) == ()


@pytest.mark.parametrize("name", WRONG)
def test_the_checker_sees(name: str) -> None:
    """Each kind of fault is seen."""
    assert WRONG[name] != GOOD
    assert faults_in(WRONG[name]) != ()


@pytest.fixture(scope="module")
def broken(config: Config) -> Flask:
    """A site with pages that break one rule each."""
    app = make_app(config)
    page = GOOD.replace("</h1>", "</h1>{}")
    cookie = make_response
    views = {
        "cookie": lambda: cookie(page.format(""), {"Set-Cookie": "seen=1; Path=/"}),
        "tracker": lambda: cookie(page.format(""), {"Access-Control-Allow-Origin": "*"}),
        "dead-link": lambda: page.format('<a href="/nowhere">x</a>'),
        "dead-fragment": lambda: page.format('<a href="/privacy#nothing">x</a>'),
        "own-fragment": lambda: page.format('<a href="#nothing">x</a>'),
        "query": lambda: page.format('<a href="/help?age=adult">x</a>'),
        "dead-form": lambda: page.format('<form method="post" action="/about"><button>Go</button></form>'),
        "heavy": lambda: page.format("".join(f"<p>{number * 7919**5:x}</p>" for number in range(9000))),
    }
    for name, view in views.items():
        app.add_url_rule(f"/broken/{name}", name, view)
    return app


@pytest.mark.parametrize(
    "name", ["cookie", "tracker", "dead-link", "dead-fragment", "own-fragment", "query", "dead-form", "heavy"]
)
def test_the_client_fails_on(broken: Flask, name: str) -> None:
    """What a page does around its HTML is seen too: cookies, headers, links, weight."""
    with pytest.raises(AssertionError, match=f"/broken/{name}"):
        visitor(broken).get(f"/broken/{name}")


def test_a_dropped_header_fails(config: Config) -> None:
    """A site that forgets its policy fails every test that fetches a page."""
    app = create_app(config)
    app.after_request_funcs[None] = [one for one in app.after_request_funcs[None] if "headers" not in one.__module__]
    with pytest.raises(AssertionError, match="Content-Security-Policy"):
        visitor(app).get("/about")


def test_a_wider_policy_fails(stranger: FlaskClient) -> None:
    """The policy is compared whole, not looked at for a word."""
    from tests import policy

    response = stranger.get("/about")
    response.headers["Content-Security-Policy"] += "; media-src *"
    assert policy.faults(response) != []
