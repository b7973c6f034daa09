"""JavaScript modules as text: what they load and give, and what is refused by name."""

from __future__ import annotations

import pytest

from safety.web.modules import Import, ModuleError, in_order, loaded, loads, parse

HERE = "js/one.js"


def code(text: str) -> str:
    """What is left of a module."""
    return parse(HERE, text).code


@pytest.mark.parametrize(
    ("statement", "path", "names", "whole"),
    [
        ('import { a } from "./two.js";\n', "js/two.js", (("a", "a"),), ""),
        ('import { a, b as c } from "../two.js";\n', "two.js", (("a", "a"), ("b", "c")), ""),
        ('import {\n  a,\n  b as c,\n} from "./deep/two.js";\n', "js/deep/two.js", (("a", "a"), ("b", "c")), ""),
        ('import * as two from "./two.js";\n', "js/two.js", (), "two"),
    ],
)
def test_an_import_names_its_module(statement: str, path: str, names: tuple[tuple[str, str], ...], whole: str) -> None:
    """On one line or several; it is taken out of the code."""
    module = parse(HERE, f"{statement}use();\n")
    assert module.imports == (Import(path, names, whole),)
    assert module.code == "use();\n"


def test_every_form_of_export_is_known() -> None:
    """Functions, generators, classes, and constants, several in one statement too; `export` goes."""
    text = (
        "export function one() {}\nexport async function two() {}\nexport function* three() {}\n"
        "export class Four {}\nexport const five = (a, { b }) => [a, b], six = { a: 1, b: 2 };\n"
        'export const seven = "a, eight = 1;";\nexport const nine = /[;,]/;\nconst own = 1;\n'
    )
    module = parse(HERE, text)
    assert module.exports == ("one", "two", "three", "Four", "five", "six", "seven", "nine")
    assert module.code == text.replace("export ", "")


@pytest.mark.parametrize(
    "text",
    [
        "export default 1;\n",
        "export let a = 1;\n",
        "export var a = 1;\n",
        "export { a };\n",
        'export { a } from "./two.js";\n',
        'export * from "./two.js";\n',
        "export const { a } = b;\n",
        "export const [a] = b;\n",
        'import "./two.js";\n',
        'import two from "./two.js";\n',
        'import two, { a } from "./two.js";\n',
        'import { default as a } from "./two.js" with { type: "json" };\n',
        'import { "a-b" as c } from "./two.js";\n',
        "import { a } from './two.js';\n",
        'import { a } from "two";\n',
        'import { a } from "https://example.org/two.js";\n',
        'import { a } from "../../two.js";\n',
        '  import { a } from "./two.js";\n',
        "use(import.meta.url);\n",
        "use(import(name));\n",
        'use(import ("./two.js"));\n',
        "await use();\n",
        "const a = await use();\n",
        "for await (const a of b) {}\n",
    ],
)
def test_a_form_that_is_not_known_is_refused(text: str) -> None:
    """Rather than lost or misread; the error names the module."""
    with pytest.raises(ModuleError, match=HERE):
        parse(HERE, f"use();\n{text}")


def test_import_inside_a_worker_is_refused() -> None:
    """What it would load later is not in the joined file."""
    with pytest.raises(ModuleError, match=r"js/two\.js"):
        parse(HERE, 'use(import("./two.js"));\n')


def test_lines_of_comment_and_empty_lines_go() -> None:
    """Comments beside code stay, and so does everything that only looks like a comment."""
    kept = (
        'const address = "https://a"; // why\nconst two = `\n\n// not one\n${"/*"}\n`;\n'
        "const three = /\\/\\*[/*]/;\nconst four = 4 / 2 / 1;\nuse(/* seen */ four);\n"
        "const five = `a${`b ${4}` + use({ a: 1 })}`;\n/** @type {any} */ (five).use();\n"
    )
    text = f"/**\n * Words, import('./x.js').\n */\n\n  // export default\n{kept}/* one */ /* two\n"
    text = text.replace("/* one */ /* two\n", "/* one */\n\n")
    assert code(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        'const a = "import x";\n',
        "const a = 'export default';\n",
        "const a = `\nimport { b } from 'c';\nexport let d;\nawait e;\n`;\n",
        'const a = b.replace(/import "x"/g, 1);\n',
        "use(); // import.meta\n",
        "const important = exported, awaited = 1;\n",
        "async function a() {\n  await b();\n}\n",
    ],
)
def test_words_in_strings_and_comments_are_no_code(text: str) -> None:
    """They are left as they are."""
    assert code(text) == text


MODULES = {
    "a.js": '/** @type {import("./never.js").Never} */\nimport { b } from "./b.js";\nimport * as c from "./d/c.js";\n',
    "b.js": 'import { c } from "./d/c.js";\nexport const b = c;\n',
    "d/c.js": "export const c = 1;\n",
    "later.js": 'import { b } from "./b.js";\nconst open = () => import("./d/more.js");\nuse(open, b);\n',
    "d/more.js": 'import { c } from "./c.js";\nexport const more = c;\n',
}


def test_modules_come_in_the_order_in_which_they_run() -> None:
    """Each once, after what it imports."""
    assert [module.path for module in in_order("a.js", MODULES.__getitem__)] == ["d/c.js", "b.js", "a.js"]


def test_a_page_loads_what_it_imports_now_and_later() -> None:
    """Through any number of modules, each once; what only a comment names is not among them."""
    assert loaded(["later.js"], MODULES.__getitem__) == ("b.js", "d/c.js", "d/more.js", "later.js")
    assert loads("later.js", MODULES["later.js"]).paths == {"b.js", "d/more.js"}


def test_modules_that_import_each_other_are_refused() -> None:
    """The error shows the way round."""
    circle = {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}
    with pytest.raises(ModuleError, match=r"a\.js -> b\.js -> a\.js"):
        in_order("a.js", circle.__getitem__)
    assert loaded(["a.js"], circle.__getitem__) == ("a.js", "b.js")
