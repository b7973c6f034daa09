"""Keeping the sealed case in real Chromium: reload, two tabs, a full disk, another passphrase, wiping."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from safety.help.case.record import read
from safety.help.case.sealed import opened, parts
from tests.browser.case_page import CasePage
from tests.browser.served import Site
from tests.help.case.samples import CANARY

PASSPHRASE = "copper ladder window moss"
OTHER = "velvet engine orchard nine"
BEGIN = """
c.store = new c.Store();
c.session = await c.Session.start(c.store, it, c.newCase("adult", c.newMark()));
c.say = (words) => c.session.update((record) => c.add(record, "said", { words }, c.newMark()));
c.words = (session = c.session) => session.record.entries.map(({ fields }) => fields.words);
"""
UNLOCK = """
c.store = new c.Store();
c.session = await c.Session.unlock(c.store, it);
c.say = (words) => c.session.update((record) => c.add(record, "said", { words }, c.newMark()));
c.words = (session = c.session) => session.record.entries.map(({ fields }) => fields.words);
"""
SAY = "await c.say(it); return c.words();"
WORDS = "return c.words();"
# Everything that a page keeps, as letters: a number a byte.
KEPT = """
const kept = await c.store.read();
return [c.text64(kept.sealed), Object.keys(kept), (await indexedDB.databases()).map(({ name }) => name),
  Object.keys(localStorage), Object.keys(sessionStorage), document.cookie, location.href];
"""
# A store that we wrote: its disk is full until `isFull` is false.
FULL_STORE = """
c.full = {
  kept: null, isFull: false,
  async read() { return this.kept; },
  async write(sealed, known, revision) {
    if (this.isFull) throw new c.CaseError("disk-full");
    if ((this.kept?.revision ?? "") !== known) throw new c.CaseError("conflict");
    this.kept = { sealed, revision };
  },
};
"""


@pytest.fixture
def engine(page: Page, site: Site) -> CasePage:
    """A page with the engine and a new case."""
    engine = CasePage(page, site)
    engine.run(BEGIN, PASSPHRASE)
    return engine


@pytest.fixture
def second(engine: CasePage, context: BrowserContext, site: Site) -> CasePage:
    """Another tab of the same browser, with the same case opened."""
    other = CasePage(context.new_page(), site)
    other.run(UNLOCK, PASSPHRASE)
    return other


def exported(engine: CasePage) -> bytes:
    """The sealed file that the page gives."""
    text: str = engine.run("return c.text64(await (await c.session.exported()).arrayBuffer());")
    return base64.b64decode(text)


def test_the_case_is_there_after_a_reload(engine: CasePage) -> None:
    """Sealed, under names that tell nothing, and nowhere else."""
    engine.run(SAY, CANARY)
    engine.page.reload()
    engine.load()
    assert engine.run(UNLOCK + WORDS, PASSPHRASE) == [CANARY]
    sealed, names, *elsewhere, address = engine.run(KEPT)
    assert CANARY.encode() not in base64.b64decode(sealed)
    assert read(opened(parts(base64.b64decode(sealed)), PASSPHRASE)).of("said")[0].fields["words"] == CANARY
    assert sorted(names) == ["revision", "sealed"]
    assert elsewhere == [["notes"], [], [], ""]
    assert address == f"{engine.page.url}"


def test_a_wrong_passphrase_opens_nothing(engine: CasePage) -> None:
    """And the right one still does."""
    assert engine.run(UNLOCK, OTHER) == "!wrong-passphrase"
    assert engine.run(UNLOCK + WORDS, PASSPHRASE) == []
    assert engine.run("return [await c.session.fits(it), await c.session.fits('not it')];", PASSPHRASE) == [True, False]


def test_there_is_one_case(engine: CasePage, second: CasePage) -> None:
    """A second one is not begun over the first; without one nothing opens."""
    assert second.run(BEGIN, OTHER) == "!conflict"
    engine.run("await c.session.wipe();")
    assert second.run(UNLOCK, PASSPHRASE) == "!not-there"


def test_two_tabs_lose_nothing(engine: CasePage, second: CasePage) -> None:
    """Both write at once, entries and diary; each has all in the end, and the diary is whole."""
    start = """
      c.writing = (async () => {
        for (let at = 0; at < 8; at++) {
          await c.say(it + at);
          await c.session.update((record) => c.append(record, it + "diary " + at, c.newMark()));
        }
      })();
    """
    engine.run(start, "first ")
    second.run(start, "second ")
    for tab in (engine, second):
        tab.run("await c.writing;")
    for tab in (engine, second):
        tab.run("await c.session.refresh();")
        assert sorted(tab.run(WORDS)) == sorted(f"{who} {at}" for who in ("first", "second") for at in range(8))
        notes, is_whole, is_joined = tab.run("""
          const { diary } = c.session.record;
          const texts = diary.map(({ text }) => text).filter(Boolean).sort();
          return [texts, (await c.verify(diary)).isWhole, c.lastHash(diary) !== ""];
        """)
        assert notes == sorted(f"{who} diary {at}" for who in ("first", "second") for at in range(8))
        assert (is_whole, is_joined) == (True, True)


def test_the_other_tab_hears_of_it(engine: CasePage, second: CasePage) -> None:
    """And takes it in without a reload; a tab never hears itself."""
    hear = "c.heard = []; c.store.listen(async (news) => c.heard.push([news, await c.session.refresh()]));"
    for tab in (engine, second):
        tab.run(hear)
    engine.run(SAY, "new")
    second.page.wait_for_function("() => c.heard.length === 1")
    assert second.run("return [c.heard, c.words()];") == [[["written", "changed"]], ["new"]]
    assert engine.run("return c.heard;") == []


def test_a_full_disk_keeps_the_old_and_the_new(page: Page, site: Site) -> None:
    """What the browser itself says is full: the old record stays, the new entry stays in memory and is saved later."""
    disk = page.context.new_cdp_session(page)
    disk.send("Storage.overrideQuotaForOrigin", {"origin": site.url, "quotaSize": 200_000})
    engine = CasePage(page, site)
    engine.run(BEGIN + "await c.say('old');", PASSPHRASE)
    before = engine.run(KEPT)[0]
    large = """
      const words = "new " + "word ".repeat(900);
      return c.session.update((record) => {
        for (let at = 0; at < 60; at++) record = c.add(record, "said", { words }, c.newMark());
        return record;
      });
    """
    assert engine.run(large) == "!disk-full"
    assert engine.run("return [c.session.isSaved, c.words().length];") == [False, 61]
    assert engine.run(KEPT)[0] == before
    disk.send("Storage.overrideQuotaForOrigin", {"origin": site.url})
    engine.run("await c.session.save();")
    assert engine.run("return c.session.isSaved;") is True
    assert len(engine.run(UNLOCK + WORDS, PASSPHRASE)) == 61


def test_nothing_is_lost_while_the_disk_is_full(engine: CasePage) -> None:
    """Many changes, an export and a new passphrase meanwhile; the first that can be saved saves them all."""
    script = (
        FULL_STORE
        + """
      const session = await c.Session.start(c.full, it, c.newCase("", c.newMark()));
      c.full.isFull = true;
      const codes = [];
      for (const words of ["a", "b"]) {
        codes.push(await c.told(() => session.update((r) => c.add(r, "said", { words }, c.newMark()))));
      }
      codes.push(await c.told(() => session.changePassphrase("another passphrase")));
      const file = new Uint8Array(await (await session.exported()).arrayBuffer());
      codes.push((await c.opened(file, it)).entries.length, session.isSaved);
      c.full.isFull = false;
      await session.update((r) => c.add(r, "said", { words: "d" }, c.newMark()));
      return [codes, c.words(await c.Session.unlock(c.full, it))];
    """
    )
    codes, words = engine.run(script, PASSPHRASE)
    assert codes == ["!disk-full", "!disk-full", "!disk-full", 2, False]
    assert words == ["a", "b", "d"]


def test_a_passphrase_that_cannot_be_saved_does_not_count(engine: CasePage) -> None:
    """The disk gets full just then: the old one goes on opening what is saved and what is exported."""
    script = (
        FULL_STORE
        + """
      const session = await c.Session.start(c.full, it, c.newCase("", c.newMark()));
      const write = c.full.write;
      c.full.write = async function (...how) { await write.apply(this, how); this.isFull = true; };
      const code = await c.told(() => session.changePassphrase("another passphrase"));
      Object.assign(c.full, { write, isFull: false });
      await session.update((r) => c.add(r, "said", { words: "later" }, c.newMark()));
      const file = new Uint8Array(await (await session.exported()).arrayBuffer());
      return [code, c.words(await c.Session.unlock(c.full, it)), (await c.opened(file, it)).entries.length];
    """
    )
    assert engine.run(script, PASSPHRASE) == ["!disk-full", ["later"], 1]


def test_a_browser_without_storage_says_so(engine: CasePage) -> None:
    """As some private windows: by a code, when reading and when writing."""
    script = """
      const none = { open: () => { throw new DOMException("", "SecurityError"); }, deleteDatabase: () => ({}) };
      const store = new c.Store({ indexedDB: none, BroadcastChannel });
      return [await c.told(() => store.read()), await c.told(() => store.write(new Uint8Array(), "", "a")),
        await store.persist()];
    """
    assert engine.run(script) == ["!no-storage", "!no-storage", False]


def test_a_refused_change_changes_nothing(engine: CasePage) -> None:
    """Neither in memory nor on the disk, and the next one works."""
    engine.run(SAY, "a")
    before = engine.run(KEPT)[0]
    assert engine.run(SAY, "data:image/png;base64,iVBORw0KGgo=") == "!wrong-field:picture"
    assert (engine.run(WORDS), engine.run(KEPT)[0]) == (["a"], before)
    assert engine.run(SAY, "b") == ["a", "b"]


def test_locking_waits_and_forgetting_does_not(engine: CasePage) -> None:
    """`lock` lets the last change be saved; `forget` drops all at once, and nothing comes back."""
    locked = "const saved = c.say('last'); await c.session.lock(); await saved; return c.told(() => c.session.record);"
    assert engine.run(locked) == "!locked"
    assert engine.run(UNLOCK + WORDS, PASSPHRASE) == ["last"]
    forgotten = """
      const late = c.told(() => c.say("late"));
      c.session.forget();
      return [await late, c.session.isLocked, await c.session.refresh(), await c.told(() => c.session.exported())];
    """
    assert engine.run(forgotten) == ["!locked", True, None, "!locked"]
    assert engine.run(UNLOCK + WORDS, PASSPHRASE) == ["last"]


def test_a_new_passphrase_in_another_tab(engine: CasePage, second: CasePage) -> None:
    """The old one opens nothing any more; the other tab asks for the new one, and what was typed there is not lost."""
    engine.run("await c.session.changePassphrase(it);", OTHER)
    engine.run(SAY, "after")
    assert second.run(SAY, "typed here") == "!new-passphrase"
    assert second.run("return [await c.session.refresh(), c.words(), c.session.isSaved];") == [
        "new-passphrase", ["typed here"], False,
    ]  # fmt: skip
    assert second.run("return c.session.rekey(it);", PASSPHRASE) == "!wrong-passphrase"
    assert sorted(second.run("await c.session.rekey(it); return c.words();", OTHER)) == ["after", "typed here"]
    assert engine.run(UNLOCK, PASSPHRASE) == "!wrong-passphrase"
    assert sorted(engine.run(UNLOCK + WORDS, OTHER)) == ["after", "typed here"]


def test_wiping_takes_everything(engine: CasePage, second: CasePage) -> None:
    """Record and database; the other tab is told, and its next saving does not bring it back."""
    engine.run(SAY, "a")
    second.run("c.heard = []; c.store.listen((news) => c.heard.push(news));")
    engine.run("await c.session.wipe();")
    second.page.wait_for_function("() => c.heard.includes('removed')")
    assert second.run("return c.session.refresh();") == "removed"
    assert second.run(SAY, "b") == "!removed"
    assert second.run("return c.store.read();") is None
    assert engine.run("return c.told(() => c.session.record);") == "!locked"
    engine.run("await new c.Store().removeAll();")
    assert engine.run("return indexedDB.databases();") == []


def test_a_case_is_carried_to_another_device(engine: CasePage, site: Site, new_context: Any) -> None:
    """Sealed; there it is put in the place of the new one, and later both come together."""
    engine.run(SAY, "here")
    file = base64.b64encode(exported(engine)).decode()
    other = CasePage(new_context().new_page(), site)
    other.run(BEGIN, OTHER)
    take = "await c.session.take(c.bytes(it[0]), it[1], it[2]); return c.words();"
    assert other.run(take, [file, PASSPHRASE, "merge"]) == "!other-case"
    assert other.run(take, [file, OTHER, "replace"]) == "!wrong-passphrase"
    assert other.run(take, [file[:-8], PASSPHRASE, "replace"]) == "!damaged"
    assert other.run(take, [file, PASSPHRASE, "replace"]) == ["here"]
    other.run(SAY, "there")
    engine.run(SAY, "meanwhile")
    back = base64.b64encode(exported(other)).decode()
    assert sorted(engine.run(take, [back, OTHER, "merge"])) == ["here", "meanwhile", "there"]
    assert engine.run("return c.session.isSaved;") is True
    assert len(engine.run(UNLOCK + WORDS, PASSPHRASE)) == 3


def test_another_case_in_its_place_is_told(engine: CasePage, second: CasePage) -> None:
    """A tab with the old case does not mix the two."""
    script = """
      const key = await c.makeKey(it);
      const sealed = await c.seal(key, c.written(c.newCase("", c.newMark())));
      await c.session.take(sealed, it, "replace");
    """
    engine.run(script, OTHER)
    assert second.run("return c.session.refresh();") == "other-case"
    assert second.run(SAY, "a") == "!other-case"


def test_what_the_page_exports_opens_in_python(engine: CasePage) -> None:
    """With the same passphrase."""
    engine.run(SAY, CANARY)
    assert read(opened(parts(exported(engine)), PASSPHRASE)).of("said")[0].fields["words"] == CANARY
