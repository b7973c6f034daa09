"""Somebody with JavaScript who types a word of their own into every field of a page, and presses its buttons.

No list of fields stands here. Buttons that delete, close or lock are left alone. Of what was typed, only the forms that
a page posts honestly may reach the server: the typist notes which those were, and whether a page or a redirect came.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ElementHandle, Page, expect

from tests import policy
from tests.browser import notebook, talk_tools
from tests.browser.ready import READY
from tests.browser.walk import ADDRESSES
from tests.canary import Canaries
from tests.walking import Answer, hostile_files

TYPED = ", with JavaScript"
FIELDS = "input, textarea, [contenteditable=true], [contenteditable='']"
# No word can be typed into these: what is there instead is a value that they take.
VALUES = {
    "date": "2026-05-04",
    "datetime-local": "2026-05-04T09:30",
    "time": "09:30",
    "number": "7",
    "month": "2026-05",
}
NO_FIELDS = ("hidden", "checkbox", "radio", "submit", "button", "range", "color", "reset")
HARMFUL = re.compile(r"delete|remove|lock it now|close|throw|start again", re.IGNORECASE)
ROUNDS = 3
CALM_MS = 120
LOOK = """(one) => ({
  name: one.name || one.id || one.dataset.field || one.className || one.tagName, kind: one.type || "text",
  open: one.checkVisibility({visibilityProperty: true}) && !one.disabled && !one.readOnly,
  done: (window.typedInto ??= new WeakSet()).has(one),
  action: one.form && one.form.method === "post" ? new URL(one.form.action).pathname : "",
})"""
# Folds are opened, every box is ticked once, and of each choice another is taken each round.
CHOOSE = """(round) => {
  const seen = (one) => one.checkVisibility() && !one.disabled;
  window.chosen ??= new WeakSet();
  const isNew = (one) => seen(one) && !window.chosen.has(one) && window.chosen.add(one);
  document.querySelectorAll("main details:not([open])").forEach((fold) => { fold.open = true; });
  const groups = Map.groupBy([...document.querySelectorAll("main input[type=radio]")].filter(seen), (one) => one.name);
  groups.forEach((choices) => choices[round % choices.length].click());
  document.querySelectorAll("main input[type=checkbox]").forEach((one) => {
    if (isNew(one) && !one.checked) one.click();
  });
  document.querySelectorAll("main select").forEach((one) => {
    if (!isNew(one) || one.value) return;
    one.value = [...one.options].map((option) => option.value).find(Boolean) ?? "";
    one.dispatchEvent(new Event("input", {bubbles: true}));
    one.dispatchEvent(new Event("change", {bubbles: true}));
  });
}"""
# Buttons that no form posts with; on a page that can post nothing, all of them.
PRESS = """([harmful, everything]) => {
  window.pressed ??= new WeakSet();
  const posts = (one) => one.type === "submit" && one.form?.method === "post" && !everything;
  const found = [...document.querySelectorAll("main button, dialog button")].filter((one) =>
    one.checkVisibility() && !one.disabled && !posts(one) && !window.pressed.has(one) &&
    !new RegExp(harmful, "i").test(one.textContent));
  for (const one of found) {
    window.pressed.add(one);
    if (one.isConnected && one.checkVisibility()) one.click();
  }
  return found.length;
}"""
# What scripts keep by name for one tab and for the site.
AT_HAND = "() => JSON.stringify([{...localStorage}, {...sessionStorage}])"
# What they keep in databases and caches; sealed bytes are given as the letters of their numbers.
STORED = """async () => {
  const said = (_, value) => {
    if (value instanceof ArrayBuffer) value = new Uint8Array(value);
    return ArrayBuffer.isView(value) ? Array.from(value, (byte) => String.fromCharCode(byte)).join("") : value;
  };
  const done = (asked) => new Promise((yes, no) => {
    asked.onsuccess = () => yes(asked.result);
    asked.onerror = () => no(asked.error);
  });
  const found = {databases: "", caches: ""};
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const table = database.transaction(store).objectStore(store);
      found.databases += JSON.stringify([name, store, await done(table.getAll())], said);
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const asked of await cache.keys()) {
      found.caches += `${name} ${asked.url} ${await (await cache.match(asked)).text()}`;
    }
  }
  return found;
}"""


@dataclass
class Typist:
    """Who types: ``kept`` are the places whose words must stay, ``sent`` those that a form posted."""

    page: Page
    url: str
    canaries: Canaries
    folder: Path
    typed: set[str] = field(default_factory=set)
    sent: dict[str, bool] = field(default_factory=dict)
    at_hand: set[str] = field(default_factory=set)

    @property
    def kept(self) -> set[str]:
        """The places that nothing was posted from."""
        return self.typed - self.sent.keys()

    def word(self, place: str) -> str:
        """A word for a place, which is noted."""
        self.typed.add(place + TYPED)
        return self.canaries.word(place + TYPED)

    def visit(self, path: str) -> None:
        """Opens a page, types everywhere and presses everything, and sends each of its forms once."""
        self._open(path)
        self._use(path)
        self.at_hand |= self.canaries.found(self.page.evaluate(AT_HAND).encode())
        for at, action in enumerate(self._actions() if path not in policy.TOOLS else ()):
            if at:
                self._open(path)
                self._use(path)
            self._send(action)

    def _open(self, path: str) -> None:
        self.page.goto(self.url + path)
        if BEFORE.get(path):
            BEFORE[path](self)

    def _use(self, path: str) -> None:
        for at in range(ROUNDS):
            self.page.evaluate(CHOOSE, at)
            count = sum(self.fill(path, one) for one in self.page.query_selector_all(FIELDS))
            count += self.page.evaluate(PRESS, [HARMFUL.pattern, path in policy.TOOLS])
            # A script that sends or keeps what was typed may do so a moment later.
            self.page.wait_for_timeout(CALM_MS)
            if at and not count:
                break

    def fill(self, path: str, one: ElementHandle) -> bool:
        """Types or chooses something new in a field that is open and was not met; says whether it did."""
        seen: dict[str, Any] = one.evaluate(LOOK)
        # A field for a file is hidden behind its button.
        if seen["done"] or seen["kind"] in NO_FIELDS or not (seen["open"] or seen["kind"] == "file"):
            return False
        one.evaluate("(one) => window.typedInto.add(one)")
        place = f"{seen['action'] or path}: {seen['name']}"
        if seen["kind"] == "file":
            self._choose(one, place)
        else:
            word = self.word(place) if seen["kind"] not in VALUES else VALUES[seen["kind"]]
            one.fill({"email": f"{word}@example.org", "url": f"https://{word}.example/"}.get(seen["kind"], word))
        return True

    def _choose(self, one: ElementHandle, place: str) -> None:
        """Files from a folder, as people choose them: a field for one gets the photo."""
        before = set(self.canaries.places.values())
        files = hostile_files(self.canaries, place + TYPED)
        self.typed |= set(self.canaries.places.values()) - before
        for name, content in files:
            (self.folder / name).write_bytes(content)
        several = one.evaluate("(one) => one.multiple")
        one.set_input_files([self.folder / name for name, _ in (files if several else files[:1])])

    def _actions(self) -> list[str]:
        """Where forms with fields to type into go to."""
        looks = [one.evaluate(LOOK) for one in self.page.query_selector_all(FIELDS)]
        return sorted({seen["action"] for seen in looks if seen["action"] and seen["kind"] not in NO_FIELDS})

    def _send(self, action: str) -> None:
        form = self.page.locator(f"form[action$='{action}'][method=post]").filter(visible=True).first
        button = form.locator("button:not([type=button])").filter(visible=True).first
        if not button.count():
            return
        # Its own check of what was typed is not what this is about.
        form.evaluate("(form) => { form.noValidate = true; }")
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as answer:
            button.click()
        self.page.wait_for_load_state()
        redirect = 300 <= answer.value.status < 400
        for place in self.typed:
            if place.startswith(f"{urlsplit(answer.value.url).path}: "):
                self.sent[place] = self.sent.get(place, False) or not redirect


def _begin_notebook(typist: Typist) -> None:
    """The case file, begun with a passphrase of its own and written in by its own forms; then left to the machine."""
    page, word = typist.page, typist.word
    page.wait_for_selector(READY)
    secret = " ".join(word(f"/help/case: passphrase {number}") for number in range(3))
    page.locator("[name=case-age][value=adult]").check()
    page.locator("#case-passphrase").fill(secret)
    page.locator("#case-passphrase-again").fill(secret)
    page.get_by_label("I know that nobody can open it").check()
    page.get_by_role("button", name="Begin the notebook").click()
    notebook.expect_open(page)
    for kind, fields in notebook.ENTRIES.items():
        texts = {name: word(f"/help/case: {kind} {name}") for name, value in fields.items() if not value[:2].isdigit()}
        dates = {name: value for name, value in fields.items() if value[:2].isdigit()}
        addresses = {name: f"https://example.org/{text}" for name, text in texts.items() if name == "address"}
        notebook.write(page, kind, **(texts | dates | addresses))
    report = notebook.report(page)
    report.locator("#report-number").fill(word("/help/case: report number"))
    report.get_by_role("button", name="Save it").click()
    notebook.expect_saved(page)


def _adults(typist: Typist) -> None:
    """The tool that locks files comes after the question who is in the picture."""
    page = typist.page
    page.wait_for_selector(READY)
    page.get_by_label("Everyone is 18 or older").check()
    for one in page.query_selector_all("#choose"):
        typist.fill("/passwords/lock", one)
    secret = " ".join(typist.word(f"/passwords/lock: passphrase {number}") for number in range(3))
    page.locator("#passphrase").fill(secret)
    page.locator("#again").fill(secret)
    page.get_by_label("I have written it down.").check()
    page.get_by_role("button", name="Lock the files").click()
    expect(page.get_by_role("heading", name="Locked, and tried")).to_be_visible()


def _play(typist: Typist) -> None:
    """The game for two is played to its end, where both write down what they agree on."""
    talk_tools.play(typist.page)


def _not_afraid(typist: Typist) -> None:
    """A letter to a person has its fields only for adults who are not afraid; other choices take them away again."""
    page = typist.page
    page.wait_for_selector(READY)
    page.locator("input[name=age][value=adult]").check()
    page.locator("input[name=afraid][value=no]").check()
    assert sum(typist.fill("/help/notices/person", one) for one in page.query_selector_all(FIELDS))


def _photos(typist: Typist) -> None:
    """Photos are looked into before any button is pressed."""
    page = typist.page
    page.wait_for_selector(READY)
    for one in page.query_selector_all("#choose"):
        typist.fill("/photos", one)
    expect(page.locator("[data-file][data-outcome]")).to_have_count(3)


# What the machine cannot find its way through: two fields that must hold the same, a gate, work that takes time.
BEFORE: dict[str, Callable[[Typist], None]] = {
    "/help/case": _begin_notebook,
    "/help/notices/person": _not_afraid,
    "/passwords/lock": _adults,
    "/photos": _photos,
    **{path: _play for path in ADDRESSES if path.startswith("/talk/same-page/")},
}


def pages_to_type_on(answers: Sequence[Answer]) -> list[str]:
    """One page of each kind, by its scripts and its fields to type or choose a file in, and every tool."""
    found: set[str] = set()
    kinds: set[object] = set()
    for answer in answers:
        tree = answer.tree if answer.method == "GET" and answer.status == 200 else None
        if tree is None:
            continue
        scripts = tuple(sorted(one.get("src", "") for one in tree.iter("script")))
        fields = [one for one in tree.iter() if one.tag in ("input", "textarea")]
        kind = (
            scripts,
            frozenset(
                one.get("name") or one.get("id") or "" for one in fields if one.get("type", "text") not in NO_FIELDS
            ),
        )
        if kind not in kinds or answer.path in policy.TOOLS:
            kinds.add(kind)
            found.add(answer.path)
    return sorted(found)
