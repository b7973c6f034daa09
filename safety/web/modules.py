"""JavaScript modules as text: what one loads, what it gives, and its code without the comments between.

It knows the forms that our own modules use, and refuses the rest by name. It is no parser: it tells code from
comments, strings and regular expressions, and reads what stands at the start of a line.
Source: ECMAScript 2026, sections 12 (lexical grammar) and 16.2 (modules), checked 2026-11-23.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

# The text of a module, by its path below the static folder.
Read = Callable[[str], str]

# Written so that it ends at the first end of a comment, whatever has to follow.
_COMMENT = r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|//[^\n]*"
_TEXT = r""" "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' """
# A template may hold code in braces, which may hold braces and one template more.
_TEMPLATE = r"`(?:[^`\\$]|\\[\s\S]|\$(?!\{)|\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\})*`"
_PATTERN = r"(?P<before>[(,=:\[!&|?{;+\-*%<>~^]|\breturn)\s*/(?![/*])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*"
# A line that is empty or holds a comment alone; then whatever may hold what looks like code.
_PIECES = re.compile(
    rf"(?P<line>^[ \t]*(?:(?:{_COMMENT})[ \t]*)?\n)|(?P<comment>{_COMMENT})|{_TEXT}|{_TEMPLATE}|{_PATTERN}",
    re.MULTILINE | re.VERBOSE,
)
_WORDS = re.compile(r"[^\n]")
_IMPORT = re.compile(r"^import\b[^;]*;[ \t]*\n", re.MULTILINE)
_FORM = re.compile(r"""import\s+(?:\{(?P<names>[^}]*)\}|\*\s+as\s+(?P<all>\w+))\s+from\s+"(?P<from>[^"]+)";\s*""")
_NAME = re.compile(r"(\w+)(?:\s+as\s+(\w+))?")
_EXPORT = re.compile(r"^export (const|class|(?:async )?function\*?) (\w+)", re.MULTILINE)
_CONSTANT = re.compile(r"\s*(\w+)\s*=")
_LATER = re.compile(r"\bimport\(")
_LATER_FORM = re.compile(r"""import\("([^"]+)"\)""")
# What nobody may use once the known forms are taken out.
_UNKNOWN_IMPORT = re.compile(r"\bimport\b.*|^export\s*[{*].*", re.MULTILINE)
# A wait at the start of a line is one of the module itself.
_UNKNOWN = re.compile(r"^export\b.*|^(?:const .*|for )?\bawait\b.*", re.MULTILINE)
_RELATIVE = re.compile(r"\.{1,2}/[\w./-]+\.js")


class ModuleError(Exception):
    """A module is written in a way that is not understood here; the message says which and how."""


@dataclass(frozen=True)
class Import:
    """One import: the path of the other module, and its names with those they get here.

    ``names`` is empty when the whole module gets a name, ``whole``.
    """

    path: str
    names: tuple[tuple[str, str], ...]
    whole: str


@dataclass(frozen=True)
class Loads:
    """What a module loads: by import, and later with import(). ``code`` is the rest, without lines of comment."""

    code: str
    imports: tuple[Import, ...]
    later: tuple[str, ...]

    @property
    def paths(self) -> set[str]:
        """The paths of all of them."""
        return {one.path for one in self.imports}.union(self.later)


@dataclass(frozen=True)
class Module:
    """A module taken apart: ``code`` has no import, no `export` and no line of comment."""

    path: str
    code: str
    imports: tuple[Import, ...]
    exports: tuple[str, ...]


def loads(path: str, text: str) -> Loads:
    """What the module ``text`` at ``path`` loads.

    Raises:
        ModuleError: it uses a form of import that is not known here.
    """
    code = _PIECES.sub(lambda piece: "" if piece["line"] else piece[0], text)
    bare = _bare(code)
    spans = [match.span() for match in _IMPORT.finditer(bare)]
    imports = tuple(_import(path, code[start:end]) for start, end in spans)
    code, bare = _without(code, spans), _without(bare, spans)
    later = tuple(_later(path, code[match.start() :]) for match in _LATER.finditer(bare))
    _refuse(path, _UNKNOWN_IMPORT, _LATER.sub("", bare))
    return Loads(code, imports, later)


def parse(path: str, text: str) -> Module:
    """The module ``text`` at ``path``.

    Raises:
        ModuleError: it uses a form that is not known here.
    """
    found = loads(path, text)
    if found.later:
        raise ModuleError(f"{path}: import() of {found.later[0]}, which has to be imported at the start")
    bare = _bare(found.code)
    exports: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _EXPORT.finditer(bare):
        exports += _constants(path, bare[match.start(2) :]) if match[1] == "const" else [match[2]]
        spans.append((match.start(), match.start(1)))
    _refuse(path, _UNKNOWN, _without(bare, spans))
    return Module(path, _without(found.code, spans), found.imports, tuple(exports))


def _refuse(path: str, unknown: re.Pattern[str], bare: str) -> None:
    if found := unknown.search(bare):
        raise ModuleError(f"{path}: a form that is not known here: {found[0].strip()}")


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text


def _bare(code: str) -> str:
    """The code with blanks for comments, strings and the like, as long as it was."""
    return _PIECES.sub(_blank, code)


def _blank(piece: re.Match[str]) -> str:
    before = piece["before"] or ""
    return before + _WORDS.sub(" ", piece[0][len(before) :])


def _import(path: str, statement: str) -> Import:
    form = _FORM.fullmatch(statement)
    if form is None:
        raise ModuleError(f"{path}: a form of import that is not known here: {statement.strip()}")
    names = []
    for part in filter(None, (name.strip() for name in (form["names"] or "").split(","))):
        name = _NAME.fullmatch(part)
        if name is None:
            raise ModuleError(f"{path}: a form of import that is not known here: {part}")
        names.append((name[1], name[2] or name[1]))
    return Import(_beside(path, form["from"]), tuple(names), form["all"] or "")


def _constants(path: str, bare: str) -> list[str]:
    """The names in `a = 1, b = 2;`, with which ``bare`` begins."""
    names, depth, start = [], 0, 0
    for at, character in enumerate(bare):
        depth += (character in "([{") - (character in ")]}")
        if depth or character not in ",;":
            continue
        name = _CONSTANT.match(bare, start, at)
        if name is None:
            break
        names.append(name[1])
        if character == ";":
            return names
        start = at + 1
    raise ModuleError(f"{path}: a form of export that is not known here: const {bare.partition(chr(10))[0]}")


def _later(path: str, code: str) -> str:
    form = _LATER_FORM.match(code)
    if form is None:
        raise ModuleError(f"{path}: import() of an address that is not written out: {code.partition(chr(10))[0]}")
    return _beside(path, form[1])


def _beside(path: str, name: str) -> str:
    """The path of the module that ``path`` calls ``name``."""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
    if not _RELATIVE.fullmatch(name) or joined.startswith(".."):
        raise ModuleError(f"{path}: only modules beside it can be imported, not {name}")
    return joined


def in_order(entry: str, read: Read) -> tuple[Module, ...]:
    """``entry`` and all that it imports, each after what it imports itself: the order in which they run.

    Raises:
        ModuleError: a module is not understood, or two import each other.
    """
    done: dict[str, Module] = {}
    _visit(entry, read, done, ())
    return tuple(done.values())


def _visit(path: str, read: Read, done: dict[str, Module], above: tuple[str, ...]) -> None:
    if path in above:
        circle = " -> ".join((*above[above.index(path) :], path))
        raise ModuleError(f"modules import each other: {circle}")
    if path in done:
        return
    module = parse(path, read(path))
    for one in module.imports:
        _visit(one.path, read, done, (*above, path))
    done[path] = module


def loaded(entries: Iterable[str], read: Read) -> tuple[str, ...]:
    """The paths of all modules that a page with the scripts ``entries`` loads, now or later, sorted."""
    seen, todo = set[str](), set(entries)
    while todo:
        path = todo.pop()
        seen.add(path)
        todo |= loads(path, read(path)).paths - seen
    return tuple(sorted(seen))
