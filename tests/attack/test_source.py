"""Rules that hold in every file of the site, so that a whole kind of attack has no place to begin."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment, nodes

from tests.attack.source import PYTHON, SCRIPTS, TEMPLATES, calls, parsed, where

FILES = pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.name)
RUNS_TEXT = {"eval", "exec", "compile", "__import__", "input", "render_template_string", "Template", "from_string"}
READS_OBJECTS = ("pickle", "marshal", "shelve", "dill", "yaml", "jsonpickle")
READS_XML = ("xml", "lxml", "defusedxml")
# Spreads the questions of phones over time; nothing is secret about it.
CHANCE_IN_THE_OPEN = {"safety/teach/room/pace.py"}
# What a name is called that nobody may learn by trying.
SECRET = re.compile(r"(secret|digest|mac|token|signature|password|master|host_digest\(.*\))$")
# Checksums that everybody may know, and what the operator looks at on the own machine.
NO_SECRET = ("safety/web/checksums.py", "safety/web/doctor/settings.py")


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.attack("V1.3.2", "has words of his taken for a program")
def test_no_text_is_run() -> None:
    """No call that makes a program or a template of text, in Python or in the browser."""
    found = [where(path, node) for path in PYTHON for name, node in calls(path) if name.split(".")[-1] in RUNS_TEXT]
    allowed = re.compile(r"\bre\.compile\(")
    lines = [one for one in found if not allowed.search(_line(one))]
    assert lines == []
    sinks = re.compile(
        r"\beval\(|new Function\(|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|setTimeout\(['\"]"
    )
    assert [path.name for path in SCRIPTS if sinks.search(path.read_text(encoding="utf-8"))] == []


def _line(place: str) -> str:
    file, number = place.rsplit(":", 1)
    return (
        next(path for path in PYTHON if str(path).endswith(file))
        .read_text(encoding="utf-8")
        .splitlines()[int(number) - 1]
    )


@pytest.mark.attack("V1.5.2", "sends an object that runs when it is read")
def test_no_object_is_read_from_bytes() -> None:
    """Bytes become values only by readers that know values: JSON, our own forms."""
    found = {path.name: _imports(path) & {*READS_OBJECTS} for path in PYTHON}
    assert {name: modules for name, modules in found.items() if modules} == {}


@pytest.mark.attack("V1.5.1", "sends XML that opens files, asks other servers, or grows without end")
def test_no_parser_of_xml_is_used() -> None:
    """XMP is told by names, without a parser: there is none that could be told to open anything."""
    found = {path.name: {one for one in _imports(path) if one.split(".")[0] in READS_XML} for path in PYTHON}
    assert {name: modules for name, modules in found.items() if modules} == {}
    scripts = re.compile(r"DOMParser|XSLTProcessor|createContextualFragment")
    assert [path.name for path in SCRIPTS if scripts.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.attack("V1.2.5", "has words of his taken for a command of the system")
def test_no_shell_is_started() -> None:
    """No shell, and what is started is a list of words of our own."""
    shells = {"os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput", "pty.spawn"}
    for path in PYTHON:
        for name, node in calls(path):
            assert name not in shells, where(path, node)
            given = {word.arg: word.value for word in node.keywords}
            assert "shell" not in given, where(path, node)
            if name.startswith("subprocess."):
                assert not isinstance(node.args[0], (ast.Constant, ast.JoinedStr)), where(path, node)


@pytest.mark.attack("V1.2.4", "ends a question to the database and begins his own")
def test_no_question_to_the_database_is_put_together() -> None:
    """Every text that goes to the database stands in the source as it is; values travel apart from it."""
    for path in PYTHON:
        if "migrations" in path.parts:
            continue
        for name, node in calls(path):
            if name.split(".")[-1] in ("text", "exec_driver_sql", "literal_column") and node.args:
                reviewed = "# noqa: S608  # names of ours" in _line(where(path, node))
                assert _is_ours(node.args[0]) or reviewed, where(path, node)


def _is_ours(question: ast.expr) -> bool:
    """Whether a question is a text of ours, or one with fixed numbers of ours in it."""
    if isinstance(question, ast.JoinedStr):
        put_in = [ast.unparse(one.value) for one in question.values if isinstance(one, ast.FormattedValue)]
        return all(name.isupper() for name in put_in)
    return not isinstance(question, (ast.BinOp, ast.Call))


@pytest.mark.attack("V11.2.1", "measures how long a comparison takes, to learn a secret letter by letter")
def test_secrets_are_not_compared_letter_by_letter() -> None:
    """Wherever something secret is compared, the time tells nothing: no ``==`` on a name of a secret."""
    for path in (one for one in PYTHON if not one.as_posix().endswith(NO_SECRET)):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
                names = [ast.unparse(side) for side in (node.left, *node.comparators)]
                assert not any(SECRET.search(name) for name in names), f"{where(path, node)} {names}"


@pytest.mark.attack("V6.5.3", "foretells codes, words and keys from others that were drawn before")
def test_chance_is_the_systems_own() -> None:
    """No secret comes from the library for games, in Python or in the browser."""
    found = {path.as_posix() for path in PYTHON if "random" in _imports(path)}
    assert {name for name in found if not name.endswith(tuple(CHANCE_IN_THE_OPEN))} == set()
    assert [path.name for path in SCRIPTS if "Math.random" in path.read_text(encoding="utf-8")] == []


@pytest.mark.attack("V1.1.2", "finds a template that shows text without escaping it")
def test_every_template_escapes(app: Flask) -> None:
    """All of them are of a kind that is escaped, and none switches that off or marks words as markup."""
    environment: Environment = app.jinja_env
    for path in TEMPLATES:
        tree = environment.parse(path.read_text(encoding="utf-8"))
        filters = {one.name for one in tree.find_all(nodes.Filter)}
        assert not filters & {"safe", "xmlattr"}, path
        assert not list(tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier))), path
        if path.suffix != ".html":
            # Not escaped as a page is: everything that is put in goes through the filter for values of scripts.
            shown = [one for put in tree.find_all(nodes.Output) for one in put.nodes]
            assert all(_is_value(one) for one in shown), path
    assert environment.autoescape("any.html") if callable(environment.autoescape) else environment.autoescape


def _is_value(shown: nodes.Node) -> bool:
    return isinstance(shown, nodes.TemplateData) or (isinstance(shown, nodes.Filter) and shown.name == "tojson")


@pytest.mark.attack("V1.2.2", "has an address of another kind put into a link")
def test_no_template_puts_a_foreign_word_first_in_an_address(app: Flask) -> None:
    """Where a template writes an address, it is made by us or was checked when the content was read."""
    from tests.attack import hostile

    client = app.test_client()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    for address in ("javascript:xcanary()", "data:text/html,xcanary", "//xcanary.example", "vbscript:xcanary"):
        for path, field in (("/search", "words"), ("/join", "code"), ("/teach/room/open", "lead")):
            page = client.post(path, data={field: address}).text
            assert hostile.foreign(page) == []
            assert f'href="{address}' not in page
