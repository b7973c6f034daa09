"""The command line: python -m safety.photos clean FILE… [-o OUT | --in-place] and inspect FILE… [--json].

Exit status 0 cleaned or already clean (inspect: readable), 2 refused, 1 failed, 64 wrong usage; with
several files the worst (1, then 2) wins. Messages about errors go to standard error.

Source: design documents product.md (Commands) and metadata.md, section 1.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from safety.photos import words
from safety.photos.deliver import Delivery, clean_beside, clean_in_place, clean_to, inspect_file
from safety.photos.findings import Finding, printable
from safety.photos.names import told_by_name
from safety.photos.outcome import Ending, Refusal, Report

OK, FAILED, REFUSED, WRONG_USAGE = 0, 1, 2, 64
_SHOWN_FINDINGS = 5
_CANNOT_READ: Final = "This file cannot be read or written. Nothing was written."


class _Parser(argparse.ArgumentParser):
    """argparse ends with status 2 on wrong usage, which here means refused."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit status."""
    parser = _make_parser()
    options = parser.parse_args(arguments)
    if options.command == "inspect":
        return worst_status(_inspect(path, as_json=options.json) for path in options.files)
    is_one_file = options.output is not None and not options.output.is_dir()
    if is_one_file and len(options.files) > 1:
        parser.error("with several files, OUT has to be a folder that exists")
    if is_one_file and _is_among(options.output, options.files):
        parser.error("OUT is the file itself; use --in-place")
    return worst_status(_clean(path, options.output, in_place=options.in_place) for path in options.files)


def run() -> int:
    """`main` for a shell, where the reader of our output may leave early, as in `… | head`."""
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would complain once more when it closes the output at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return status


def worst_status(statuses: Iterable[int]) -> int:
    """The worst of them: failed, then refused, then fine."""
    ended = set(statuses)
    return next((status for status in (FAILED, REFUSED) if status in ended), OK)


def _make_parser() -> _Parser:
    parser = _Parser(prog="python -m safety.photos", description="See what a photo gives away, and take it out.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="clean|inspect")
    clean = commands.add_parser("clean", help="write a clean copy, or clean in place")
    clean.add_argument("files", nargs="+", type=Path, metavar="FILE")
    where = clean.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", type=Path, metavar="OUT", help="a new file, or a folder that exists")
    where.add_argument("--in-place", action="store_true", help="replace the file, keeping its name")
    inspect = commands.add_parser("inspect", help="say what a file gives away")
    inspect.add_argument("files", nargs="+", type=Path, metavar="FILE")
    inspect.add_argument("--json", action="store_true", help="one JSON object a line")
    return parser


def _is_among(output: Path, files: list[Path]) -> bool:
    return output.exists() and any(path.exists() and output.samefile(path) for path in files)


def _clean(path: Path, output: Path | None, *, in_place: bool) -> int:
    try:
        delivery = _deliver(path, output, in_place=in_place)
    except OSError as error:
        return _cannot_read(path, error)
    outcome = delivery.outcome
    if outcome.refusal is not None:
        _complain(path, outcome.refusal)
        return FAILED if outcome.kind is Ending.FAILED else REFUSED
    _say_cleaned(path, delivery, keeps_name=in_place)
    return OK


def _deliver(path: Path, output: Path | None, *, in_place: bool) -> Delivery:
    if in_place:
        return clean_in_place(path)
    if output is not None and not output.is_dir():
        return clean_to(path, output)
    return clean_beside(path, output if output is not None else path.parent)


def _say_cleaned(path: Path, delivery: Delivery, *, keeps_name: bool) -> None:
    outcome = delivery.outcome
    target = f" → {_shown(delivery.path)}" if delivery.path and not keeps_name else ""
    print(f"{_shown(path)}: {words.ENDINGS[outcome.kind]}{target}")
    _print_findings(outcome.findings)
    _print_kept(outcome.kept)
    for kind, value in told_by_name(path.name) if keeps_name else ():
        print(f"  {words.NAMES[kind].format(value=value)}")


def _inspect(path: Path, *, as_json: bool) -> int:
    try:
        report = inspect_file(path)
    except OSError as error:
        return _cannot_read(path, error)
    if as_json:
        print(json.dumps(_as_json(path, report)))
    if report.refusal is not None:
        _complain(path, report.refusal)
        return REFUSED
    if not as_json:
        print(f"{_shown(path)}: {words.FORMATS[report.format or '']}")
        _print_findings(report.findings)
        _print_kept(report.kept)
    return OK


def _as_json(path: Path, report: Report) -> dict[str, Any]:
    if report.refusal is not None:
        return {"file": str(path), "error": {"code": report.refusal.code, **dict(report.refusal.values)}}
    return {
        "file": str(path),
        "format": report.format,
        "clean": report.is_clean,
        "findings": [_finding_as_json(finding) for finding in report.findings],
        "kept": list(report.kept),
    }


def _finding_as_json(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "place": {"part": finding.place.part, "offset": finding.place.offset},
        "bytes": finding.bytes,
        "values": dict(finding.values),
        "text": words.finding_sentence(finding).text(),
    }


def _print_findings(findings: tuple[Finding, ...]) -> None:
    for finding in findings[:_SHOWN_FINDINGS]:
        print(f"  {words.finding_sentence(finding).text()}")
    more = len(findings) - _SHOWN_FINDINGS
    if more > 0:
        print(f"  and {more} more")


def _print_kept(kept: tuple[str, ...]) -> None:
    for code in kept:
        print(f"  Kept: {words.KEPT[code]}")


def _complain(path: Path, refusal: Refusal) -> None:
    print(f"{_shown(path)}: {words.error_sentence(refusal.code, refusal.values).text()}", file=sys.stderr)


def _cannot_read(path: Path, error: OSError) -> int:
    reason = os.strerror(error.errno) if error.errno else ""
    print(f"{_shown(path)}: {_CANNOT_READ} {reason}".rstrip(), file=sys.stderr)
    return FAILED


def _shown(path: Path) -> str:
    # A file's name can hold control characters as well.
    return printable(str(path)) or "-"


if __name__ == "__main__":
    sys.exit(run())
