"""The photo engine on a page of the site, asked as the page of the photos asks it."""

from __future__ import annotations

import base64
from typing import Any

from playwright.sync_api import Page

from tests.browser.served import Site

# A page that does not start an engine of its own.
QUIET_PAGE = "/about"
START = """
async ([script, addresses]) => {
  const { Engine } = await import(script);
  globalThis.workers = [];
  const Started = globalThis.Worker;
  globalThis.Worker = class extends Started {
    constructor(...how) { super(...how); globalThis.workers.push(this); }
  };
  globalThis.bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  globalThis.base64 = async (blob) => {
    const pieces = [];
    for (const byte of new Uint8Array(await blob.arrayBuffer())) pieces.push(String.fromCharCode(byte));
    return btoa(pieces.join(""));
  };
  globalThis.engine = new Engine(addresses);
  await engine.ready;
}
"""
CLEAN = """
async ([content, name, options]) => {
  const { content: blob, ...told } = await engine.clean(new File([bytes(content)], name), name, options);
  return [told, blob && (await base64(blob))];
}
"""
TAGS = "async (content) => (await engine.tags(new Blob([bytes(content)]))).map((tag) => Object.values(tag))"
# As a browser tells the page when a worker ran out of memory.
KILL = """
(number) => {
  workers[number].terminate();
  workers[number].dispatchEvent(new ErrorEvent("error"));
}
"""


class EnginePage:
    """A page with the engine started in it."""

    def __init__(self, page: Page, site: Site, path: str = QUIET_PAGE) -> None:
        self.page = page
        self.site = site
        page.goto(path)
        page.evaluate(START, [self.address("page/engine.js"), self.workers])

    def address(self, name: str) -> str:
        """The address of a script of the engine."""
        return address(self.site, f"js/photos/{name}")

    @property
    def workers(self) -> dict[str, str]:
        """What an engine is made with."""
        return {"engine": self.address("engine.js"), "tags": self.address("tags_engine.js")}

    def use_places(self, text: str) -> None:
        """Gives the table of places."""
        self.page.evaluate("(text) => engine.usePlaces(text)", text)

    def clean(self, content: bytes, name: str = "a.jpg", **options: bool) -> tuple[dict[str, Any], bytes | None]:
        """How the file ended, and the clean file."""
        told, clean = self.page.evaluate(CLEAN, [encoded(content), name, options])
        return told, clean and base64.b64decode(clean)

    def tags(self, content: bytes) -> list[list[str]]:
        """Group, name and value of every tag."""
        rows: list[list[str]] = self.page.evaluate(TAGS, encoded(content))
        return rows

    def kill(self, number: int) -> None:
        """Ends the worker that was started as this one, as running out of memory does."""
        self.page.evaluate(KILL, number)


def address(site: Site, name: str) -> str:
    """Where the site serves a static file."""
    return str(site.app.jinja_env.globals["asset"](name))


def encoded(content: bytes) -> str:
    """Bytes for the page."""
    return base64.b64encode(content).decode("ascii")
