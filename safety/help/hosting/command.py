"""``python -m safety.help host ADDRESS``: prints where a notice about a site can be sent.

Exit status 0 somewhere to write to; 1 nowhere, or no answer; 2 refused, since the text is no public site; 64 wrong
usage. ADDRESS can be -, standard input, so that a link is not kept in the history of a shell.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Final, TextIO

from safety.help.hosting.find import Get, find
from safety.help.hosting.question import Refusal, read
from safety.help.hosting.report import REFUSED, helps, lines
from safety.help.hosting.web import Web
from safety.help.public import Resolve, look_up

OK, NOWHERE, NO_SITE, WRONG_USAGE = 0, 1, 2, 64
USAGE: Final = """\
usage: python -m safety.help host ADDRESS

Where to send a notice about a site: its host, whoever stands in front of it, and the registrar of its name.
ADDRESS is a link or a name such as example.com, or - to read it from standard input.
The page itself is never opened. Its name goes to the name system and to public registers; the rest of a link does not.
"""


def main(
    arguments: Sequence[str],
    *,
    resolve: Resolve = look_up,
    get: Callable[[], Get] = lambda: Web().get,
    typed: TextIO | None = None,
) -> int:
    """Runs the command with what follows ``host``; gives its exit status."""
    if list(arguments) in (["-h"], ["--help"]):
        sys.stdout.write(USAGE)
        return OK
    if len(arguments) != 1 or (arguments[0].startswith("-") and arguments[0] != "-"):
        sys.stderr.write(USAGE)
        return WRONG_USAGE
    text = arguments[0] if arguments[0] != "-" else (typed or sys.stdin).readline()
    question = read(text)
    if isinstance(question, Refusal):
        sys.stderr.write(REFUSED[question] + "\n")
        return NO_SITE
    found = find(question, resolve, get())
    sys.stdout.writelines(f"{line}\n" for line in lines(found))
    return OK if helps(found) else NOWHERE
