"""The joined script of a worker: it does what its modules do, and can be read."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from safety.web.joining import LINE_LENGTH, join
from safety.web.modules import ModuleError
from safety.web.release import JOINED, Release

MODULES = {
    "js/work.js": (
        "/** The work. */\n"
        'import { Three, two as second } from "./two.js";\n'
        'import * as one from "../one.js";\n'
        "\nconst three = new Three();\n"
        "globalThis.said = [one.name, second(), three.name, typeof name, typeof this];\n"
    ),
    "js/two.js": (
        'import { name } from "../one.js";\n\n/** Two. */\nexport function two() {\n  return hidden + name;\n}\n'
        'const hidden = "two after ";\nexport class Three {\n  name = `three`;\n}\n'
    ),
    "one.js": 'export const name = "one", other = 2;\nglobalThis.count = (globalThis.count ?? 0) + 1;\n',
}
JOINED_TEXT = """\
// work.js and the 2 modules that it imports, joined; only comments are left out.
"use strict";
const modules = {};

modules["../one.js"] = (() => {
const name = "one", other = 2;
globalThis.count = (globalThis.count ?? 0) + 1;
return { name, other };
})();

modules["two.js"] = (() => {
const { name } = modules["../one.js"];
function two() {
  return hidden + name;
}
const hidden = "two after ";
class Three {
  name = `three`;
}
return { two, Three };
})();

modules["work.js"] = (() => {
const { Three, two: second } = modules["two.js"];
const one = modules["../one.js"];
const three = new Three();
globalThis.said = [one.name, second(), three.name, typeof name, typeof this];
})();
"""


def test_each_module_is_a_function_that_gives_its_exports() -> None:
    """In the order in which modules run; names of one are not seen in another."""
    assert join("js/work.js", MODULES.__getitem__) == JOINED_TEXT


@pytest.mark.skipif(not shutil.which("node"), reason="node is not here; browser tests run the joined engine")
def test_the_joined_script_does_what_the_modules_do() -> None:
    """Run for real: each module ran once, and each saw what it imported."""
    script = join("js/work.js", MODULES.__getitem__) + "console.log(JSON.stringify([said, count]));\n"
    done = subprocess.run(["node", "-"], input=script, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == '[["one","two after one","three","undefined","object"],1]'


def test_an_import_of_what_is_not_exported_is_refused() -> None:
    """A browser would refuse it too, at the visitor's."""
    modules = {**MODULES, "one.js": "export const other = 2;\n"}
    with pytest.raises(ModuleError, match=r"js/two\.js: imports name, which one\.js does not export"):
        join("js/work.js", modules.__getitem__)


def test_long_lists_of_names_are_wrapped() -> None:
    """So that no line is longer than our own."""
    names = [f"name{number}" for number in range(60)]
    one = "".join(f"export const {name} = 1;\n" for name in names)
    modules = {"work.js": f'import {{ {", ".join(names)} }} from "./one.js";\n', "one.js": one}
    joined = join("work.js", modules.__getitem__)
    assert max(map(len, joined.splitlines())) <= LINE_LENGTH
    assert all(joined.count(f"{name},") + joined.count(f"{name} }}") == 2 for name in names)


@pytest.mark.parametrize("name", JOINED)
def test_our_workers_are_joined(name: str) -> None:
    """Each is one script that loads nothing, and has no line that is a comment alone."""
    release = Release()
    joined = release.joined[name].decode()
    assert join(JOINED[name], release.text) == joined
    assert re.findall(r"^\s*(?:import|export)\b", joined, re.MULTILINE) == []
    assert re.findall(r"\bimportScripts\b|\bimport\(", joined) == []
    assert [line for line in joined.splitlines()[1:] if re.fullmatch(r"\s*(?://.*|/\*.*\*/)", line)] == []


@pytest.mark.skipif(not shutil.which("node"), reason="node is not here; browser tests run the joined engine")
@pytest.mark.parametrize("name", JOINED)
def test_our_joined_workers_are_valid(name: str) -> None:
    """Node reads each as a script."""
    subprocess.run(["node", "--check", "-"], input=Release().joined[name], capture_output=True, check=True)
