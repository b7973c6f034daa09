"""Two threads are for reading only: whatever posts and the database do, a page from memory is answered."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import ExitStack, closing
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from safety.config import Config
from safety.web.serving.lanes import READING_THREADS, THREADS, Lanes, is_quick
from tests.serving import serve


class Task:
    """A connection with one request."""

    def __init__(self, path: str, *, error: bool = False, method: str = "GET") -> None:
        self.requests = [self]
        self.command, self.path, self.error = method, path, error
        self.cancelled = False

    def service(self) -> None:
        """Answers it."""

    def cancel(self) -> None:
        """Leaves it."""
        self.cancelled = True


@pytest.mark.parametrize(
    ("method", "path", "quick"),
    [
        ("GET", "/help", True),
        ("HEAD", "/", True),
        ("GET", "/checks", True),
        ("GET", "/teach", True),
        ("POST", "/help", False),
        ("GET", "/check/plan", False),
        ("GET", "/join/ABCD-EFGH/now", False),
        ("GET", "/teach/room/desk", False),
    ],
)
def test_what_is_quick(method: str, path: str, quick: bool) -> None:
    """Who reads a page that needs no database; the name of a page is not the beginning of another's."""
    assert is_quick(method, path) is quick


def test_the_slower_lane_leaves_threads_free() -> None:
    """Who came first goes first; but of the slower ones only so many at once, and those behind them pass by."""
    lanes = Lanes(2)
    posts, page = [Task(f"/{number}", method="POST") for number in range(3)], Task("/help")
    for task in (*posts, page):
        lanes.append(task)
    first, second = lanes.popleft(), lanes.popleft()
    assert [first.task, second.task] == posts[:2]
    assert lanes.popleft() is page
    assert not lanes
    first.service()
    assert len(lanes) == 1
    third = lanes.popleft()
    assert third.task is posts[2]
    third.cancel()
    second.service()
    assert posts[2].cancelled
    lanes.append(Task("", error=True, method=""))
    assert len(lanes) == 1


@pytest.mark.usefixtures("network")
def test_help_is_answered_while_all_posts_wait(config: Config) -> None:
    """More posts than there are threads, and none of them ends: a page still comes, and then all of them."""
    goes_on, waiting = threading.Event(), threading.Semaphore(0)

    def site(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "POST":
            waiting.release()
            goes_on.wait()
        start_response("200 OK", [("Content-Length", "2")])
        return [b"ok"]

    with serve(site, config) as served, ExitStack() as opened:
        posts = [opened.enter_context(closing(served.connect())) for _ in range(3 * THREADS)]
        try:
            for post in posts:
                post.request("POST", "/", b"x")
            for _ in range(THREADS - READING_THREADS):
                assert waiting.acquire(timeout=10)
            assert served.ask("GET", "/help").status == 200
            assert not waiting.acquire(blocking=False)
        finally:
            goes_on.set()
        assert [post.getresponse().status for post in posts] == [200] * len(posts)


def test_no_quick_page_asks_the_database(app: Flask, stranger: FlaskClient) -> None:
    """Every address that takes the lane of those who read answers from memory alone."""
    asked: list[str] = []
    here = threading.get_ident()

    def note(*words: Any) -> None:
        # Others of this process have threads of their own that do.
        if threading.get_ident() == here:
            asked.append(str(words[2]))

    event.listen(app.extensions["database"], "before_cursor_execute", note)
    try:
        paths = [
            rule.rule
            for rule in app.url_map.iter_rules()
            if "GET" in (rule.methods or ()) and not rule.arguments and is_quick("GET", rule.rule)
        ]
        assert len(paths) > 40
        for path in paths:
            stranger.get(path)
    finally:
        event.remove(app.extensions["database"], "before_cursor_execute", note)
    assert asked == []
