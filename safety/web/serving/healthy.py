"""Whether the site of this machine answers, for a container's health check: ``python -m safety.web.serving.healthy``.

It asks under the first name of HOSTS, since the site answers to no other, and says nothing.
"""

from __future__ import annotations

import http.client
import os
import sys
from collections.abc import Mapping
from contextlib import closing

TIMEOUT_SECONDS = 5


def is_healthy(settings: Mapping[str, str]) -> bool:
    """Whether the port of ``settings`` answers as it should."""
    name = settings.get("HOSTS", "").split(",")[0].strip() or "localhost"
    with closing(http.client.HTTPConnection("127.0.0.1", int(settings.get("PORT") or 8000), TIMEOUT_SECONDS)) as asked:
        try:
            asked.request("GET", "/healthz", headers={"Host": name})
            return asked.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False


if __name__ == "__main__":
    sys.exit(0 if is_healthy(os.environ) else 1)
