"""The engine of the case file on a page of the site, asked from Python."""

from __future__ import annotations

import base64
from typing import Any

from playwright.sync_api import Page

from tests.browser.engine_page import QUIET_PAGE, address
from tests.browser.served import Site

MODULES = (
    "canonical", "deadlines", "diary", "document", "errors", "export", "fields", "fingerprint", "merge", "moments",
    "passphrase", "record", "sealing", "session", "store",
)  # fmt: skip
# All that the modules give, as `c.name`; what they throw becomes "!code" by `told`.
START = """
async (addresses) => {
  globalThis.c = Object.assign({}, ...(await Promise.all(addresses.map((address) => import(address)))));
  c.bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  c.text64 = (bytes) => c.base64(new Uint8Array(bytes));
  c.told = async (work) => {
    try { return await work(); } catch (error) {
      if (!(error instanceof c.CaseError)) throw error;
      return "!" + error.code + (error.values.code ? ":" + error.values.code : "");
    }
  };
  let count = 0;
  // Marks of a test: each sitting has a letter, each minute comes once.
  c.mark = (by = "a", minute = ++count) => ({
    id: (by + String(++count)).padEnd(16, "0"), by: by.repeat(16), count,
    at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString().slice(0, 19) + "Z",
  });
  // A key takes a second; tests need one for each passphrase.
  const keys = new Map();
  c.keyOf = async (passphrase, salt = new Uint8Array(16).map((_, at) => at)) => {
    if (!keys.has(passphrase)) keys.set(passphrase, await c.makeKey(passphrase, salt));
    return keys.get(passphrase);
  };
}
"""


class CasePage:
    """A page on which the modules of the engine are loaded as `c`."""

    def __init__(self, page: Page, site: Site, path: str = QUIET_PAGE) -> None:
        self.page = page
        self.addresses = [address(site, f"js/help/case/{name}.js") for name in MODULES]
        page.goto(path)
        self.load()

    def load(self) -> None:
        """Loads the modules, also after the page was loaded anew."""
        self.page.evaluate(START, self.addresses)

    def run(self, body: str, value: Any = None) -> Any:
        """What the body of an async function of ``it`` gives; a refusal is ``!code``."""
        return self.page.evaluate(f"async (it) => c.told(async () => {{ {body} }})", value)


def encoded(content: bytes) -> str:
    """Bytes for `c.bytes`."""
    return base64.b64encode(content).decode("ascii")
