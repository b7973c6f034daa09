"""Writes ``static/vendor/zxcvbn/lists.js`` again: the words and keyboards by which a browser measures a password.

For developers: ``make vendor``. It needs pip, and refuses a wheel that is not the one the manifest names. The lists
are those of the Python package that measures on the server, the most used words first, and cut: the whole of them
would double what a visitor loads. The file is a script with two constants, LISTS (by name, words between commas)
and GRAPHS (by keyboard, for each key its neighbours).
"""

from __future__ import annotations

import ast
import json
import sys
import tomllib
from hashlib import sha256
from typing import Any, Final

from safety.web.vendored.vendoring import FOLDER, MANIFEST, wheel_files

NOTES: Final = (
    "// Word lists and keyboards of zxcvbn for Python, (C) 2016 Daniel Wolf, MIT; see LICENSE-PYTHON.txt.",
    "// Changed: the lists are cut. Made by make vendor; do not edit.",
)
# The lists that are cut, to the words that are used most.
LONGEST: Final = {"passwords": 20_000, "english_wikipedia": 20_000, "us_tv_and_film": 10_000, "surnames": 8_000}


def table(lists: dict[str, str], graphs: dict[str, Any]) -> str:
    """The text of the file; ``lists`` holds words between commas, the most used first."""
    cut = {name: ",".join(words.split(",")[: LONGEST.get(name)]) for name, words in lists.items()}
    return "\n".join(
        (*NOTES, f"export const LISTS = {_written(cut)};", f"export const GRAPHS = {_written(graphs)};", "")
    )


def _written(value: dict[str, Any]) -> str:
    rows = (f"  {key}: {json.dumps(one, ensure_ascii=False, separators=(',', ':'))}," for key, one in value.items())
    return "\n".join(("{", *rows, "}"))


def constant(source: str, name: str) -> ast.Dict:
    """The dictionary that a Python module assigns to ``name``; the module is read and not run."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            (target,) = node.targets
            if isinstance(target, ast.Name) and target.id == name:
                return node.value
    raise ValueError(f"there is no {name}")


def words_between_commas(lists: ast.Dict) -> dict[str, str]:
    """What stands in ``{"name": "a,b,c".split(",")}``."""
    found = {}
    for key, value in zip(lists.keys, lists.values, strict=True):
        if not (isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and key):
            raise ValueError("the lists are not written as they were")
        found[ast.literal_eval(key)] = ast.literal_eval(value.func.value)
    return found


def write(listed: dict[str, Any]) -> None:
    """Fetches the wheel that the manifest names and writes the file and its licence."""
    names = (listed["lists"], listed["graphs"], listed["terms"])
    lists, graphs, terms = (content.decode("utf-8") for content in wheel_files(listed, *names))
    words = words_between_commas(constant(lists, "FREQUENCY_LISTS"))
    text = table(words, ast.literal_eval(constant(graphs, "ADJACENCY_GRAPHS")))
    for name, content in ((listed["to"], text), (listed["terms_to"], terms)):
        target = FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for one in tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["words"]:
        write(one)
        if sha256((FOLDER / one["to"]).read_bytes()).hexdigest() != one["sha256"]:
            sys.exit(f"Not what the manifest says: {one['to']}")
