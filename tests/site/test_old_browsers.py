"""Every script of ours can be read by the oldest browsers it is for: Safari 15.4, Chrome, Edge and Firefox 100.

A single form that one of them does not know keeps the whole file from loading. Newer functions of the language, such
as findLast and toSorted, are for TypeScript to see (`.ci/types`), which checks against the list of ECMAScript 2022.
Source: MDN browser compatibility data, checked 2026-11-23.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted(
    [*(ROOT / "static/js").rglob("*.js"), *(ROOT / "static/vendor").rglob("*.js"), *(ROOT / "templates").rglob("*.js")]
)
# It holds the words for workers of its own, which `lock/archive/make.js` forbids it to start.
STARTS_NONE = "static/vendor/zip/zip.js"
NEWER = {
    "looks behind in a regular expression (Safari 16.4)": re.compile(r"\(\?<[=!]"),
    "has a static block in a class (Safari 16.4)": re.compile(r"\bstatic\s*\{"),
    "starts a worker that is a module (Firefox 114)": re.compile(r"""\btype:\s*["']module["']"""),
}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_scripts_have_no_newer_form(script: Path) -> None:
    """Nothing that a browser of the floor stops at."""
    text = script.read_text(encoding="utf-8")
    if script == ROOT / STARTS_NONE:
        text = text.replace('{type:"module"}', "", 1)
    assert [told for told, form in NEWER.items() if form.search(text)] == []
