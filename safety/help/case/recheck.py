"""``python -m safety.help recheck FILE``: whether the links of a sealed case still answer, from one's own computer.

It refuses the case of somebody under 18, whoever asks. It reads no page, and writes nothing to the disk.
"""

from __future__ import annotations

import argparse
import getpass
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NoReturn

from safety.help.case.asking import Answer, Asker, Ending
from safety.help.case.record import Case, read
from safety.help.case.sealed import MAX_BYTES, CannotOpen, Sealed, Why, opened, parts
from safety.library.codes import Age

OK, UNASKED, REFUSED, WRONG_USAGE = 0, 1, 2, 64
PAUSE_SECONDS: Final = 2.0
MAX_SHOWN_CHARACTERS: Final = 300
ABOUT: Final = """\
Asks whether the links in a sealed case file still answer. It is only for a case in which the person in the picture
was 18 or older.
"""
MORE: Final = """\
FILE is the sealed file that the case page gives. Only links that a report names are asked, or with --all every link.
Only the first lines of each answer are read: no page, no picture. Nothing is written to the disk.
The sites see the internet address of this computer.

Exit status: 0 every link was asked and something came back; 1 one or more gave no answer; 2 the file was refused or
could not be opened; 64 wrong usage.
"""
WARNING: Final = """\
Each site that is asked sees the internet address of this computer, as with any visit.
If the person who did this may run one of these sites, use a computer elsewhere. Ctrl+C stops here.
"""
UNDER_18: Final = """\
This case is about someone under 18, or no age was given. This program asks about no link of such a case.
What helps: ask the service that you reported to, with the report number. The police or a hotline can look.
"""
SAID: Final = {
    Ending.ANSWERS: "answers",
    Ending.MOVED: "sends visitors on",
    Ending.GONE: "says: not there",
    Ending.CLOSED: "lets nobody look",
    Ending.TROUBLE: "has trouble",
    Ending.NO_ANSWER: "no answer",
    Ending.NOT_ASKED: "was not asked",
}
MEANS: Final = {
    Ending.ANSWERS: "Something is at this address. It may be the picture or another page.",
    Ending.MOVED: "The address leads somewhere else. Many sites do this when a page is gone.",
    Ending.GONE: "The site says that nothing is at this address now. It can be elsewhere.",
    Ending.CLOSED: "The site did not let this program in. A person with an account may see more.",
    Ending.TROUBLE: "The site does not work at the moment. Ask again on another day.",
    Ending.NO_ANSWER: "Nobody answered. The site may be down, or it may not let this computer in.",
    Ending.NOT_ASKED: "This program asks only about links to public web sites.",
}
CANNOT: Final = {
    Why.NOT_SEALED: "This is not a sealed case file.",
    Why.NEWER: "This file was made by a newer version. Update this program first.",
    Why.TOO_LARGE: "This file is too large for a case file.",
    Why.DAMAGED: "This file is cut or damaged. Try another copy of it.",
    Why.WRONG_PASSPHRASE: "The passphrase does not fit. Nothing is lost: try again.",
}
Ask = Callable[[str], Answer]


class _Parser(argparse.ArgumentParser):
    """argparse ends with status 2 on wrong usage, which here means refused."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


def main(
    arguments: Sequence[str],
    *,
    ask: Ask | None = None,
    typed: Callable[[str], str] = getpass.getpass,
    pause: Callable[[float], None] = time.sleep,
) -> int:
    """Runs the command with what follows ``recheck``; gives its exit status."""
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else OK
    try:
        case = _open(Path(options.file), typed)
    except CannotOpen as error:
        return _refuse(CANNOT[error.why])
    except (OSError, EOFError):
        return _refuse("The file cannot be read, or no passphrase was typed.")
    if case.age != Age.ADULT:
        return _refuse(UNDER_18.rstrip())
    links = links_of(case, every=options.all)
    if not links:
        return _refuse("No report in this case names a link. With --all every link of it is asked.")
    return _tell(links, ask or Asker().ask, pause)


def links_of(case: Case, *, every: bool) -> tuple[str, ...]:
    """The links that a report names, or all of them; each once, in their order."""
    reported = {link for report in case.of("report") for link in report.fields["links"]}
    wanted = [entry for entry in case.of("link") if every or entry.id in reported]
    return tuple(dict.fromkeys(entry.fields["address"] for entry in wanted))


def _parser() -> _Parser:
    parser = _Parser(
        prog="python -m safety.help recheck",
        description=ABOUT,
        epilog=MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--all", action="store_true", help="also the links that no report names")
    parser.add_argument("file", metavar="FILE", help="the sealed file")
    return parser


def _open(path: Path, typed: Callable[[str], str]) -> Case:
    with path.open("rb") as file:
        sealed: Sealed = parts(file.read(MAX_BYTES + 1))
    sys.stderr.write(WARNING)
    return read(opened(sealed, typed("Passphrase: ")))


def _refuse(reason: str) -> int:
    sys.stderr.write(f"{reason}\n")
    return REFUSED


def _tell(links: Sequence[str], ask: Ask, pause: Callable[[float], None]) -> int:
    """A table as the answers come, then what they mean."""
    endings: list[Ending] = []
    for number, link in enumerate(links, start=1):
        if number > 1:
            pause(PAUSE_SECONDS)
        answer = ask(link)
        endings.append(answer.ending)
        sys.stdout.write(f"{number:>4}  {_said(answer):<36}  {_shown(link)}\n")
        sys.stdout.flush()
    sys.stdout.write("\n")
    for ending in dict.fromkeys(endings):
        sys.stdout.write(f"{SAID[ending]}: {MEANS[ending]}\n")
    return UNASKED if {Ending.NO_ANSWER, Ending.NOT_ASKED} & set(endings) else OK


def _said(answer: Answer) -> str:
    number = f" ({answer.status})" if answer.status else ""
    return f"{SAID[answer.ending]}{number}" + (f", to {_shown(answer.to)}" if answer.to else "")


def _shown(text: str) -> str:
    """A text as a terminal may show it: nothing in it moves the cursor or turns the line round."""
    return "".join(letter for letter in text if letter.isprintable())[:MAX_SHOWN_CHARACTERS]
