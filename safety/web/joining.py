"""Joins a worker's script and the modules that it imports into one script, which people can still read.

A policy that names each file of the photo engine would be a header of 14 KB, and a browser would ask for
a hundred files. Each module becomes a function that gives its exports; comments and empty lines go, and
nothing else is changed. What cannot be kept as it is, is refused.
"""

from __future__ import annotations

import posixpath
import textwrap

from safety.web.modules import Import, Module, ModuleError, Read, in_order

LINE_LENGTH = 115
_HEAD = """\
// {name} and the {count} modules that it imports, joined; only comments are left out.
"use strict";
const modules = {{}};
"""


def join(entry: str, read: Read) -> str:
    """One script that does what the module ``entry`` does; ``read`` gives the text of each path.

    Raises:
        ModuleError: a module uses a form that cannot be joined, or imports what is not exported.
    """
    modules = in_order(entry, read)
    exports = {module.path: set(module.exports) for module in modules}
    folder = posixpath.dirname(entry)
    parts = [_HEAD.format(name=posixpath.basename(entry), count=len(modules) - 1)]
    for module in modules:
        _check(module, exports)
        parts.append(_scope(module, folder))
    return "\n".join(parts)


def _check(module: Module, exports: dict[str, set[str]]) -> None:
    for one in module.imports:
        for name, _ in one.names:
            if name not in exports[one.path]:
                raise ModuleError(f"{module.path}: imports {name}, which {one.path} does not export")


def _scope(module: Module, folder: str) -> str:
    """The module as a function that runs at once and gives what it exports."""
    imports = "".join(_taken(one, folder) for one in module.imports)
    given = _wrapped("return { ", module.exports, " };") if module.exports else ""
    return f"modules[{_name(module.path, folder)}] = (() => {{\n{imports}{module.code}{given}}})();\n"


def _taken(one: Import, folder: str) -> str:
    source = f"modules[{_name(one.path, folder)}];"
    if one.whole:
        return f"const {one.whole} = {source}\n"
    names = tuple(name if name == here else f"{name}: {here}" for name, here in one.names)
    return _wrapped("const { ", names, f" }} = {source}")


def _name(path: str, folder: str) -> str:
    return f'"{posixpath.relpath(path, folder)}"'


def _wrapped(before: str, names: tuple[str, ...], after: str) -> str:
    return textwrap.fill(f"{before}{', '.join(names)}{after}", LINE_LENGTH, break_long_words=False) + "\n"
