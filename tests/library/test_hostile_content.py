"""Texts of the site that somebody else has written: ids, links and files that lead out of their folder are faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from safety.library.load import load
from tests.library.conftest import Copy

ITEM = "en/check/two-factor.md"
IDS = ("../../etc/passwd", "a/b", "a b", "%2e%2e", "two-factor?x", "<b>", "\u0430bc", ".", "", "A", "a\\u0000b")
TEXTS = (
    "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](data:text/html,x)", "[a](//example.org)",
    "[a](/\\example.org)", "[a](http://example.org)", "[a](vbscript:x)", "[a](file:///etc/passwd)", "[a](../x)",
    "<script>x</script>", "<img src=x onerror=y>", "<svg/onload=x>", "<!-- x -->",
)  # fmt: skip


@pytest.mark.attack("V5.3.2", "writes a text whose id leads out of its folder, or into the address of another page")
def test_an_id_that_is_no_plain_word_is_a_fault(content: Copy) -> None:
    """Each of them is named, in the file in which it stands."""
    files = [f"en/check/{path.name}" for path in sorted((content.root / "en" / "check").glob("*.md"))]
    assert len(files) >= len(IDS)
    changed = dict(zip(files, IDS, strict=False))
    for file, id_ in changed.items():
        content.edit(file, r'^id = ".*"', f'id = "{id_}"')
    found = [(fault.file, fault.line) for fault in content.faults()]
    lines = {file: content.line(file, "id = ") for file in changed}
    assert [id_ for file, id_ in changed.items() if (file, lines[file]) not in found] == []


@pytest.mark.attack("V1.3.5", "writes a text with markup, a script or an address of another kind in it")
def test_a_text_with_more_than_words_is_a_fault(content: Copy) -> None:
    """Whatever is written: links of ours and https, and no elements; each is named with its line."""
    last = content.last_line(ITEM)
    content.write(ITEM, content.read(ITEM).rstrip("\n") + "".join(f"\n\n{text}" for text in TEXTS) + "\n")
    found = {fault.line for fault in content.faults() if fault.file == ITEM}
    assert [text for at, text in enumerate(TEXTS, 1) if last + 2 * at not in found] == []


@pytest.mark.attack("V1.3.7", "writes a text that is a template, to read the settings of the site")
def test_a_text_is_no_template(content: Copy) -> None:
    """Curly brackets and percent signs are letters: they stay as they stand."""
    content.edit(ITEM, r'^title = ".*"', 'title = "Look {{ 7*7 }} {% raw %} %(x)s {0.__class__}"')
    item = next(one for one in load(content.root)["en"].items if one.id == "two-factor")
    assert item.title == "Look {{ 7*7 }} {% raw %} %(x)s {0.__class__}"


@pytest.mark.attack("V5.3.2", "puts a link to a file outside into the folder of the texts")
def test_a_link_to_a_file_outside_is_a_fault(content: Copy, tmp_path: Path) -> None:
    """What is no text is not read as one, and none of its words are told."""
    outside = tmp_path / "secret.md"
    outside.write_text("SECRET_KEY=canary\n", encoding="utf-8")
    (content.root / "en" / "check" / "link.md").symlink_to(outside)
    found = content.faults()
    assert [fault for fault in found if fault.file == "en/check/link.md"]
    assert "canary" not in str(found)
