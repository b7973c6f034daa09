"""The command line of help: ``python -m safety.help host ADDRESS`` and ``python -m safety.help recheck FILE``."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import Final

WRONG_USAGE: Final = 64
STOPPED: Final = 130
USAGE: Final = """\
usage: python -m safety.help host ADDRESS
       python -m safety.help recheck FILE

host     prints where a notice about a site can be sent; it never opens the page
recheck  asks whether the links of a sealed case file still answer

Add --help behind either for more.
"""


def main(arguments: Sequence[str]) -> int:
    """Runs one command; gives its exit status."""
    match list(arguments):
        case ["host", *rest]:
            from safety.help.hosting.command import main as host

            return host(rest)
        case ["recheck", *rest]:
            from safety.help.case.recheck import main as recheck

            return recheck(rest)
        case ["-h" | "--help"]:
            sys.stdout.write(USAGE)
            return 0
    sys.stderr.write(USAGE)
    return WRONG_USAGE


def run() -> int:
    """`main` for a shell: it ends well when somebody stops it, or when a screen lacks a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        return main(sys.argv[1:])
    except KeyboardInterrupt:
        return STOPPED


if __name__ == "__main__":
    sys.exit(run())
