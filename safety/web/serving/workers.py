"""granian, for a busy site: several processes on one port, set so that it keeps our promises.

The content is read once, and every process has it from the one that started them, in the same memory. With the signal
HUP the content is read again, and one process after the other begins anew; where the new texts have a fault, the old
ones stay. New code needs a new start.

All of them take visitors from one socket, so who waits on it waits through a change of processes too. It needs Linux;
elsewhere waitress serves alone.

Source: tcp(7), TCP_USER_TIMEOUT; granian 2.8.7, `server/mp.py`; checked 2026-11-23.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import socket
from collections.abc import Callable
from typing import Any

from flask import Flask
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.net import SocketHolder  # type: ignore[attr-defined]  # it is from there that its workers take it
from granian.server.mp import MPServer

from safety.config import Config
from safety.library.faults import ContentError
from safety.web import errors
from safety.web.logs import LOG, event, unexpected
from safety.web.serving.bodies import Room
from safety.web.serving.gateway import REFUSALS, Gateway
from safety.web.serving.server import HEAD_BYTES, MAX_CONNECTIONS
from safety.web.serving.stopping import STOP_SECONDS
from safety.web.uploads import FORM_BYTES

# No byte of a head comes, or none of an answer is taken: the connection is closed.
SILENCE_MILLISECONDS = 30_000
# A new process answers already when the old one is told to stop.
BEGIN_SECONDS = 1.0
MakeSite = Callable[[], Flask]


class Workers:
    """The processes of a site; ``again`` makes the site anew from the content as it is then."""

    def __init__(self, site: Flask, config: Config, again: MakeSite) -> None:
        self.site, self._config, self._again = site, config, again

    def run(self, listening: socket.socket) -> None:
        """Serves whom ``listening`` lets in, until it is stopped."""
        if multiprocessing.get_start_method() != "fork":
            multiprocessing.set_start_method("fork", force=True)
        server = make_server(self._config, listening)
        server.on_reload(self.read_again)
        gc.freeze()
        server.serve(target_loader=self.begin, wrap_loader=False)  # type: ignore[arg-type]  # it means a WSGI site

    def read_again(self) -> None:
        """Takes the content as it is now, if it has no fault."""
        try:
            self.site = self._again()
        except ContentError as error:
            LOG.error("%s", error)
        except Exception as error:
            # Half-copied content, or no memory: the site that is there goes on.
            unexpected(error)
        else:
            event("content-read-again")

    def begin(self) -> Gateway:
        """What a process does first; it then answers with the site as it is at that moment."""
        # Until granian sets its own it would take a signal to stop for one to the process that it was copied from.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        for begin in self.site.extensions.get("at-start", ()):
            begin()
        config = self._config
        room = Room(config.max_bodies_bytes // config.workers)
        pages = errors.refusals(self.site, REFUSALS)
        return Gateway(self.site, room, pages, config.max_upload_bytes + FORM_BYTES)


class OneSocketServer(MPServer):
    """granian, with all workers on one socket that is there already.

    By itself it lets each open its own: who waits on that is cut off when the worker is replaced, another site on the
    same port shares its visitors, and who never reads an answer is kept for ever.
    """

    listening: socket.socket
    _shd: Any

    def _init_shared_socket(self) -> None:
        self._sso = self.listening
        holder: Any = SocketHolder
        self._shd = holder(self.listening.fileno(), False, MAX_CONNECTIONS)

    def _reload(self, spawn_target: Any, target_loader: Any) -> None:
        super()._reload(spawn_target, target_loader)  # type: ignore[no-untyped-call]  # granian gives it no types
        # A process that was replaced on purpose is none that crashed: with one crash soon after, all would end.
        self.respawned_wrks.clear()


def listen(config: Config) -> socket.socket:
    """The socket of the site, on which visitors may wait already.

    Raises:
        OSError: the host is not of this machine, or the port is taken.
    """
    family = socket.getaddrinfo(config.host, config.port, type=socket.SOCK_STREAM)[0][0]
    made = socket.create_server((config.host, config.port), family=family, backlog=MAX_CONNECTIONS)
    # Connections have these from it.
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, SILENCE_MILLISECONDS)
    return made


def make_server(config: Config, listening: socket.socket) -> MPServer:
    """granian with our settings."""
    made = OneSocketServer(
        "site",
        address=config.host,
        port=config.port,
        interface=Interfaces.RSGI,
        workers=config.workers,
        http=HTTPModes.http1,
        websockets=False,
        backlog=MAX_CONNECTIONS,
        backpressure=MAX_CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=SILENCE_MILLISECONDS, max_buffer_size=HEAD_BYTES),
        # What it says below an error names processes only; an access log is never wanted.
        log_level=LogLevels.error,
        log_access=False,
        respawn_failed_workers=True,
        respawn_interval=BEGIN_SECONDS,
        workers_kill_timeout=int(STOP_SECONDS),
    )
    made.listening = listening
    return made
