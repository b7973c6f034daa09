"""Regular expressions that a hostile text could keep busy: each is tried on texts that grow, in both languages."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from re import _constants as kinds  # type: ignore[attr-defined]  # the names of the parts of an expression
from re import _parser as parser  # type: ignore[attr-defined]  # the reader of expressions
from typing import Any

import pytest

from tests.attack.source import PYTHON, SCRIPTS, parsed, where

REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT)
WORDS = ("compile", "search", "match", "fullmatch", "sub", "findall", "finditer", "split")
SCRIPT_PATTERN = re.compile(
    r"(?<=[=(,:!&|?{};\s])/(?![/*\s])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+)/([dgimsuvy]*)(?=[\s.,;)\]:}])"
)
# More letters than any field that one of them reads; twice as many must not take much more than four times as long.
LENGTHS = (1000, 2000)
TIMES_AT_MOST, TRIES, TOO_SHORT_SECONDS = 12, 4, 0.02


def _patterns() -> Iterator[tuple[str, str]]:
    """Every expression in Python that stands as a text, with its place."""
    for path in PYTHON:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {f"re.{word}" for word in WORDS} and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    text = first.value if isinstance(first.value, str) else first.value.decode("latin-1")
                    yield where(path, node), text


def _inner(value: Any) -> Iterator[Any]:
    """The parts within a part of an expression."""
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _inner(one)


def _nested(pattern: Any, is_inside: bool = False) -> bool:
    """Whether a part that may come any number of times holds another such part and nothing that must stand between."""
    for kind, value in pattern:
        endless = kind in REPEATS and value[1] == kinds.MAXREPEAT
        if endless and is_inside:
            return True
        if any(_nested(one, _only_repeats(one) if endless else is_inside) for one in _inner(value)):
            return True
    return False


def _only_repeats(pattern: Any) -> bool:
    """Whether there is nothing in it that has to stand there once."""
    return all(_may_repeat(kind, value) for kind, value in pattern if kind is not kinds.AT)


def _may_repeat(kind: Any, value: Any) -> bool:
    if kind is kinds.BRANCH:
        return any(_only_repeats(one) for one in value[1])
    return kind in REPEATS or (kind is kinds.SUBPATTERN and _only_repeats(value[3]))


PATTERNS = tuple(_patterns())


def test_the_collection_holds_them() -> None:
    """They are found, and the reader knows a bad one from a good one."""
    assert len(PATTERNS) > 60
    for bad in (r"(a+)+$", r"((ab)*c*)*d", r"(\s*\w*)*x", r"(?:a*)+", r"(?:a|b*)*c"):
        assert _nested(parser.parse(bad)), bad
    for good in (r"(?:ab+c)+", r"[a-z]+-[a-z]+", r"(?:\d{1,3}\.)+", r"(?:,\s*\w)*"):
        assert not _nested(parser.parse(good)), good


@pytest.mark.attack("V15.2.2", "sends a text on which a search for a pattern takes for ever")
@pytest.mark.parametrize("pattern", [pattern for _, pattern in PATTERNS], ids=[place for place, _ in PATTERNS])
def test_no_pattern_repeats_what_repeats(pattern: str) -> None:
    """No part that may come any number of times holds only such parts: that is what takes time without end."""
    assert not _nested(parser.parse(pattern))


def _pumps(pattern: str) -> Iterator[tuple[str, str]]:
    """What is repeated, and what comes behind it: letters of the expression itself, and common ones."""
    own = "".join(dict.fromkeys(letter for letter in pattern if letter not in "\\^$*+?()[]{}|"))[:6]
    for pump in dict.fromkeys([*own, "a", "0", " ", "a ", "a@", own, '"']):
        if pump:
            yield pump, "\x00!"


def _seconds(compiled: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    compiled.search(text)
    return time.process_time() - start


@pytest.mark.attack("V15.2.2", "sends a long text, so that a search begins anew at each of its letters")
def test_time_grows_no_faster_than_the_square() -> None:
    """At twice the length about four times the time at most; measured in the process, again where it looks worse."""
    worse = []
    for place, pattern in PATTERNS:
        compiled = re.compile(pattern)
        for pump, end in _pumps(pattern):
            texts = [pump * (length // len(pump)) + end for length in LENGTHS]
            for _ in range(TRIES):
                short, long = (_seconds(compiled, text) for text in texts)
                if long < TOO_SHORT_SECONDS or long < TIMES_AT_MOST * short:
                    break
            else:
                worse.append((place, pump))
    assert worse == []


TIMER = """
const worse = [];
const time = (pattern, text) => { const start = process.cpuUsage().user; pattern.test(text);
  return process.cpuUsage().user - start; };
for (const [place, source, flags] of JSON.parse(require('fs').readFileSync(0, 'utf8'))) {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
  const own = [...new Set(source.replace(/[\\\\^$*+?()[\\]{}|]/g, ''))].slice(0, 6);
  for (const pump of [...own, 'a', '0', ' ', '-', 'a ', 'a@', 'a.', own.join('') || 'x', '<', '"', ':a']) {
    const texts = LENGTHS.map((length) => pump.repeat(length / pump.length) + '\\u0000!');
    let tries = 0, short = 0, long = 0;
    do { [short, long] = texts.map((text) => time(pattern, text)); tries += 1; }
    while (long > 20000 && long > TIMES * short && tries < TRIES);
    if (tries === TRIES) worse.push([place, pump]);
  }
}
process.stdout.write(JSON.stringify(worse));
"""


@pytest.mark.attack("V15.2.2", "opens a file that keeps an expression of our scripts busy until the page hangs")
def test_the_expressions_of_the_scripts_grow_no_faster_either() -> None:
    """Those that stand in our modules, in the engine that runs them."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node on this machine")
    found = [
        (path.name, match[1], match[2])
        for path in SCRIPTS
        for match in SCRIPT_PATTERN.finditer(path.read_text(encoding="utf-8"))
    ]
    assert len(found) > 20
    script = (
        TIMER.replace("LENGTHS", json.dumps(LENGTHS)).replace("TIMES", str(TIMES_AT_MOST)).replace("TRIES", str(TRIES))
    )
    done = subprocess.run([node, "-e", script], input=json.dumps(found), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
