"""How long work may take on a machine that may be slow or busy at the moment.

Seconds of a processor mean little by themselves: what else runs on the same core makes each of them worth less. So a
bound that is passed is compared with plain Python work, done in the same process right after.
"""

from __future__ import annotations

import time

# What `_plain_work` takes on the machine on which the bounds were chosen, while nothing else ran.
USUAL_SECONDS = 0.18
PIECES = 200_000


def is_in_time(spent: float, bound: float) -> bool:
    """Whether ``spent`` seconds of the processor are within ``bound`` seconds of the machine that bounds are for."""
    return spent < bound or spent < bound * _seconds_of_plain_work() / USUAL_SECONDS


def _seconds_of_plain_work() -> float:
    began = time.process_time()
    _plain_work()
    return time.process_time() - began


def _plain_work() -> None:
    """Much as an engine does with many small parts: it cuts, counts, keeps and sorts."""
    content = bytes(8 * PIECES)
    parts = [
        (int.from_bytes(content[at : at + 4], "big"), at, content[at + 4 : at + 8]) for at in range(0, len(content), 8)
    ]
    parts.sort(key=lambda part: (part[2], -part[1]))
