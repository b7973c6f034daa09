"""What the command line understands, and how it ends.

Exit status 0 cleaned or already clean (inspect: readable), 2 refused, 1 failed, 64 wrong usage; with
several files the worst (1, then 2) wins. 130 after Ctrl+C. Messages about errors go to standard error.

Source: design documents product.md (Commands) and metadata.md, section 1; sysexits.h (64).
"""

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

from safety.photos.command_line.run import FAILED, OK, STOPPED, run_task
from safety.photos.command_line.usage import UsageError, make_task

WRONG_USAGE: Final = 64
_WIDTH: Final = 110
_ABOUT: Final = "See what photos and videos give away, and take it out. Nothing leaves this computer."
_MORE: Final = """\
A clean copy is the same picture, bit for bit. It gets a name that says nothing, photo-1.jpg or video-1.mp4:
the next that is free, beside the original or in OUT. Only a file that you name as OUT is replaced.

A folder needs --recursive. The copies of all its files then lie side by side in OUT, since names of folders
tell things too. Links, hidden files and devices in a folder are left alone and counted; so are other files,
unless their names say that they are photos or videos.

FILE can be -, standard input; its clean copy then goes to standard output, unless there is an OUT.

Exit status: 0 cleaned or already clean; 2 a file was refused; 1 a file could not be read or written; of
several the worst, which is 1, then 2. 64 wrong usage. 130 stopped by Ctrl+C.
"""


class _AsWritten(argparse.RawDescriptionHelpFormatter):
    """argparse asks for the width of the terminal for each argument; loading that takes longer than all the rest."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH)


class _Parser(argparse.ArgumentParser):
    """argparse ends with status 2 on wrong usage, which here means refused."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit status."""
    parser = _make_parser()
    options = parser.parse_args(arguments)
    try:
        task = make_task(options)
    except UsageError as error:
        parser.error(str(error))
    return run_task(task, options.files, as_json=options.json)


def run() -> NoReturn:
    """`main` for a shell: it also ends well when somebody stops it, or reads no further, as in `… | head`."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stop)
    # A name in another alphabet must not end a command on a screen that lacks its letters.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status = _status_of_main()
        sys.stdout.flush()
    except BrokenPipeError:
        status = FAILED
    # Nothing is left to tidy up, and Python would take longer for that than for a photo.
    os._exit(status)


def _status_of_main() -> int:
    try:
        return main()
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else OK
    except KeyboardInterrupt:
        return STOPPED


def _stop(number: int, frame: object) -> NoReturn:
    # As an exception, so that files on their way are removed.
    raise SystemExit(128 + number)


def _make_parser() -> _Parser:
    parser = _Parser(prog="python -m safety.photos", description=_ABOUT, epilog=_MORE, formatter_class=_AsWritten)
    commands = parser.add_subparsers(dest="command", required=True, metavar="clean|inspect")
    clean = commands.add_parser("clean", help="write a clean copy, or clean in place", formatter_class=_AsWritten)
    where = clean.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", metavar="OUT", help="a new file, a folder that exists, or -")
    where.add_argument("--in-place", action="store_true", help="replace each file, keeping its name")
    clean.add_argument("--deep", action="store_true", help="code the picture anew too, with a little loss")
    inspect = commands.add_parser("inspect", help="say what a file gives away", formatter_class=_AsWritten)
    inspect.add_argument("--tags", action="store_true", help="also all tags that the camera wrote, as a table")
    for command in (clean, inspect):
        command.epilog = _MORE
        command.add_argument("-r", "--recursive", action="store_true", help="all files in folders")
        command.add_argument("--json", action="store_true", help="one JSON object a line")
        command.add_argument("files", nargs="+", metavar="FILE")
    return parser
