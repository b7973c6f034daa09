"""The small server stops without dropping anybody, and waits for nobody for ever."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from typing import Any

import pytest
from waitress import wasyncore

from safety.config import Config
from safety.web.serving import stopping
from safety.web.serving.server import make_server
from tests.serving import TIMEOUT_SECONDS, until

pytestmark = pytest.mark.usefixtures("network")


class Slow:
    """A site that answers when it is let."""

    def __init__(self) -> None:
        self.has_begun, self.may_end = threading.Event(), threading.Event()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.has_begun.set()
        self.may_end.wait(TIMEOUT_SECONDS)
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "4")])
        return [b"done"]


@contextmanager
def asked(site: Slow, config: Config) -> Iterator[tuple[Any, threading.Thread, HTTPConnection]]:
    """A server that works for a visitor, its thread, and the visitor's connection."""
    server = make_server(site, replace(config, host="127.0.0.1", port=0))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    with closing(HTTPConnection("127.0.0.1", server.effective_port, timeout=TIMEOUT_SECONDS)) as visitor:
        visitor.request("GET", "/")
        assert site.has_begun.wait(TIMEOUT_SECONDS)
        yield server, thread, visitor
    site.may_end.set()
    server.task_dispatcher.shutdown()
    wasyncore.close_all(server._map)


def test_an_answer_on_its_way_is_finished(config: Config) -> None:
    """Asked to stop while it works, it closes its door, finishes, and ends."""
    site = Slow()
    with asked(site, config) as (server, thread, visitor):
        server.asyncore.ask()
        assert until(lambda: not any(one.accepting for one in list(server._map.values())))
        assert thread.is_alive()
        site.may_end.set()
        assert visitor.getresponse().read() == b"done"
        thread.join(TIMEOUT_SECONDS)
        assert not thread.is_alive()


def test_who_never_ends_keeps_nobody(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a limited time it stops all the same."""
    monkeypatch.setattr(stopping, "STOP_SECONDS", 0.2)
    with asked(Slow(), config) as (server, thread, _):
        server.asyncore.ask()
        thread.join(TIMEOUT_SECONDS)
        assert not thread.is_alive()
