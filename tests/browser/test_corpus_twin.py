"""The photo engine of the browser makes the same of real files as the one of the server.

They are chosen like those of a visitor, and read in the worker from the disk. Skipped where the corpus is not there.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from safety.web.headers import STATIC
from tests.browser import photo_twin
from tests.browser.engine_page import QUIET_PAGE, address
from tests.browser.served import Site
from tests.photos.reading import CORPUS

FILES = sorted(path for path in CORPUS.glob("*/*") if path.is_file())
# So many are chosen at a time.
CHOSEN = 60
CHOOSER = """
() => document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "pick", multiple: true }))
"""
ASK = """
(script) => new Promise((done, fail) => {
  globalThis.twinPolicy ??= trustedTypes.createPolicy("unshared", { createScriptURL: (url) => url });
  globalThis.twin ??= new Worker(twinPolicy.createScriptURL(script));
  twin.onerror = (event) => fail(new Error(`worker: ${event.message}`));
  twin.onmessage = ({ data }) => (data.error ? fail(new Error(data.error)) : done(data.answers));
  twin.postMessage({ files: [...document.getElementById("pick").files], isShort: false, asBlobs: true });
})
"""

pytestmark = pytest.mark.skipif(not FILES, reason="the corpus is not beside the project")


@pytest.fixture
def twin(page: Page, site: Site) -> str:
    """The address of the engine, joined with what asks it; the page has a field to choose files."""
    script = address(site, photo_twin.ENTRY)
    headers = {**STATIC, "Content-Type": "text/javascript"}
    page.context.route(f"**{script}", lambda route: route.fulfill(body=photo_twin.worker(), headers=headers))
    page.goto(QUIET_PAGE)
    page.evaluate(CHOOSER)
    return script


def test_real_files_are_answered_the_same(page: Page, twin: str) -> None:
    """Plan, findings, what stays, clean bytes and ending, or the code of the error."""
    wrong: list[str] = []
    for first in range(0, len(FILES), CHOSEN):
        chosen: list[Path] = FILES[first : first + CHOSEN]
        page.set_input_files("#pick", chosen)
        cases = [photo_twin.answered(f"{path.parent.name}/{path.name}", path.read_bytes()) for path in chosen]
        wrong += photo_twin.wrong(cases, page.evaluate(ASK, twin))
    assert wrong == []
