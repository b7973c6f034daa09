"""The framework by itself: an answer of so many bytes, from a view, on our own server with our own settings.

python -m bench.peers.bare PORT WORKERS
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from flask import Flask, Response

from safety.config import Config
from safety.web import logs
from safety.web.serving.bodies import Room
from safety.web.serving.gateway import Gateway
from safety.web.serving.server import make_server
from safety.web.serving.workers import Workers

site = Flask("bare", static_folder=None)


@site.get("/<int:count>")
def page(count: int) -> Response:
    """An answer of ``count`` bytes."""
    return Response(b"x" * count, content_type="text/html; charset=utf-8")


class BareWorkers(Workers):
    """Processes that answer with the bare framework."""

    def begin(self) -> Gateway:
        """What a process does first."""
        return Gateway(self.site, Room(0), lambda code, path: ([], b""), 0)


def main(port: int, workers: int) -> None:
    """Serves until it is stopped."""
    logs.init()
    config = Config(secret="", port=port, workers=workers)
    if workers:
        BareWorkers(site, config, lambda: site).run()
    else:
        make_server(site, config).run()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
