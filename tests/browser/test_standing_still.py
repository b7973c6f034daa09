"""Nothing moves while a page that a script makes into a tool is on its way: what comes has its room from the start."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

MOVES = """
window.moves = [];
new PerformanceObserver((list) => window.moves.push(...list.getEntries().filter((one) => !one.hadRecentInput)))
  .observe({ type: "layout-shift", buffered: true });
"""
# A page, and what is there when its scripts are done.
TOOLS = {
    "/photos": "#proof",
    "/passwords": "#maker button",
    "/passwords/lock": "#proof",
    "/help/case": "[data-part=start]",
    "/search": "[data-part=stays]",
    "/offline": "#keep",
}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", TOOLS)
def test_nothing_moves_when_the_tool_comes(page: Page, path: str, width: int) -> None:
    """The browser itself counts what it had to move."""
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(MOVES)
    page.goto(path)
    expect(page.locator(TOOLS[path]).first).to_be_visible()
    # Two frames later the browser has told of the last one.
    moves = page.evaluate(
        """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
             done(window.moves.map((move) => move.sources.map((one) => one.node?.id || one.node?.nodeName))))))"""
    )
    assert moves == []
