"""The engine of the case file in real Chromium: sealing, the case, its diary, merging. Python is the second reader."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from safety.help.case import record
from safety.help.case.sealed import opened, parts
from tests.browser.case_page import CasePage, encoded
from tests.browser.served import Seen, Site
from tests.help.case import samples
from tests.help.case.samples import PASSPHRASE, canonical, sealed
from tests.help.case.test_sealed import END_OF_HEADER, HOSTILE_HEADERS, VECTORS, WHOLE

TEXTS = {**samples.GOOD, **samples.BAD, "newer": samples.NEWER}
# Every part, whatever was cut off or turned round.
JUDGE_CUTS = """
const whole = c.bytes(it.file);
const found = {};
for (const length of it.lengths) {
  const code = await c.told(async () => (await c.partsOf(whole.slice(0, length)), "whole"));
  found[code] = (found[code] ?? 0) + 1;
}
return found;
"""
JUDGE_FLIPS = """
const found = {};
const flipped = c.bytes(it.file);
for (const place of it.places) for (let bit = 0; bit < 8; bit++) {
  flipped[place] ^= 1 << bit;
  const code = await c.told(async () => (await c.partsOf(flipped), "whole"));
  flipped[place] ^= 1 << bit;
  found[code] = (found[code] ?? 0) + 1;
}
return found;
"""
# Two hundred times: three tabs change copies of one case at random; whatever way they come together, it is the same,
# and every word that one of them had not removed is there.
MERGE_AT_RANDOM = """
let seed = 1;
const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
const faults = [];
for (let round = 0; round < 200; round++) {
  let base = c.newCase("adult", c.mark());
  for (let at = 0; at < 3; at++) base = c.add(base, "said", { words: "begin " + at }, c.mark());
  const written = new Set();
  const tabs = await Promise.all(["b", "c", "d"].map(async (by) => {
    let mine = base;
    for (let step = 0; step < 4; step++) {
      const word = `${by} ${round} ${step}`;
      const entry = mine.entries[random(mine.entries.length || 1)];
      const what = random(4);
      if (what === 0) mine = c.add(mine, "said", { words: word }, c.mark(by));
      else if (what === 1 && entry) mine = c.change(mine, entry.id, { words: word }, c.mark(by));
      else if (what === 2 && entry) mine = c.remove(mine, entry.id);
      else mine = await c.append(mine, word, c.mark(by));
    }
    for (const { fields } of mine.entries) if (!fields.words.startsWith("begin")) written.add(fields.words);
    for (const { text } of mine.diary) written.add(text);
    return mine;
  }));
  const [x, y, z] = tabs;
  const all = c.merge(c.merge(x, y), z);
  const text = c.written(all);
  for (const other of [c.merge(x, c.merge(y, z)), c.merge(c.merge(z, x), y), c.merge(all, x), c.merge(y, all)]) {
    if (c.written(other) !== text) faults.push("another result in round " + round);
  }
  const there = new Set([...all.entries.map(({ fields }) => fields.words), ...all.diary.map(({ text }) => text)]);
  for (const word of written) if (!there.has(word)) faults.push("lost: " + word);
  c.read(text);
  const joined = await c.join(all, c.mark());
  if (!(await c.verify(joined.diary)).isWhole) faults.push("the diary is broken in round " + round);
  if (joined.diary.length && !c.lastHash(joined.diary)) faults.push("not joined in round " + round);
}
return faults;
"""


@pytest.fixture(scope="module")
def engine_page(browser: Browser, site: Site) -> Iterator[Page]:
    """One page for all tests here: the engine keeps nothing between two calls."""
    context = browser.new_context(base_url=site.url)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def engine(engine_page: Page, site: Site) -> CasePage:
    """The engine, loaded."""
    return CasePage(engine_page, site)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_both_engines_seal_the_same_bytes(engine: CasePage, vector: dict[str, Any]) -> None:
    """What the page seals has the sum that the vector says; Python's test makes the same bytes."""
    script = """
      const key = await c.makeKey(it.typed, Uint8Array.from(it.salt));
      const sealed = await c.seal(key, it.text.repeat(it.times), Uint8Array.from(it.iv));
      return [c.hex(await c.sha256(sealed)), sealed.length, key.aes.extractable];
    """
    given = vector | {name: list(bytes.fromhex(vector[name])) for name in ("salt", "iv")}
    assert engine.run(script, given) == [vector["sha256"], vector["bytes"], False]


def test_what_the_page_seals_opens_in_python(engine: CasePage) -> None:
    """With the same passphrase, and the text is a case that Python reads."""
    text = samples.GOOD["adult"]
    script = "return c.text64(await c.seal(await c.makeKey(it.passphrase), c.written(c.read(it.text))));"
    content = base64.b64decode(engine.run(script, {"passphrase": PASSPHRASE, "text": text}))
    assert opened(parts(content), PASSPHRASE) == text
    assert samples.CANARY.encode() not in content


def test_what_python_seals_opens_in_the_page(engine: CasePage) -> None:
    """The whole case comes back, letter by letter."""
    script = "return c.written(await c.opened(c.bytes(it.file), it.passphrase));"
    text = samples.GOOD["adult"]
    assert engine.run(script, {"file": encoded(sealed(text)), "passphrase": f" {PASSPHRASE}\t"}) == text


def test_each_saving_begins_anew(engine: CasePage) -> None:
    """The same text with the same key never has the same bytes, nor the same start."""
    script = """
      const key = await c.keyOf("one for many files");
      const ivs = new Set();
      for (let at = 0; at < 50; at++) ivs.add(c.hex((await c.partsOf(await c.seal(key, "a"))).iv));
      return ivs.size;
    """
    assert engine.run(script) == 50


def test_the_size_tells_little(engine: CasePage) -> None:
    """One word or ten pages: the same size."""
    script = """
      const key = await c.keyOf("one for many files");
      const sizes = [0, 5, 16000, 16380, 16381, 30000].map(async (n) => (await c.seal(key, "x".repeat(n))).length);
      return Promise.all(sizes);
    """
    small, *_, large = sizes = engine.run(script)
    assert sizes == [small] * 4 + [large] * 2
    assert large - small == 16 * 1024


def test_a_wrong_passphrase_is_told_from_damage(engine: CasePage) -> None:
    """Before and after a change on purpose under a right sum."""
    altered = bytearray(WHOLE[:-32])
    altered[-20] ^= 1
    script = "return c.told(() => c.opened(c.bytes(it.file), it.passphrase));"
    assert engine.run(script, {"file": encoded(WHOLE), "passphrase": "not this one"}) == "!wrong-passphrase"
    damaged = encoded(samples.with_sum(bytes(altered)))
    assert engine.run(script, {"file": damaged, "passphrase": PASSPHRASE}) == "!damaged"
    assert engine.run(script, {"file": damaged, "passphrase": " "}) == "!no-passphrase"


def test_a_file_cut_anywhere_is_seen(engine: CasePage) -> None:
    """At every length, before a passphrase is asked."""
    lengths = [*range(1, len(WHOLE))]
    assert engine.run(JUDGE_CUTS, {"file": encoded(WHOLE), "lengths": lengths}) == {"!damaged": len(lengths)}


def test_a_flipped_bit_is_seen(engine: CasePage) -> None:
    """Any in the header, and one in every few bytes behind."""
    places = [
        *range(16, END_OF_HEADER + 20),
        *range(END_OF_HEADER, len(WHOLE), 201),
        *range(len(WHOLE) - 32, len(WHOLE)),
    ]
    assert engine.run(JUDGE_FLIPS, {"file": encoded(WHOLE), "places": places}) == {"!damaged": len(places) * 8}


def test_hostile_files_are_refused(engine: CasePage) -> None:
    """Headers with a right sum, sizes, other kinds, later versions: as in Python, and no round of a key is made."""
    tail = WHOLE[END_OF_HEADER:-32]
    files = [samples.with_sum(samples.FIRST_LINE + line + b"\n" + tail) for line in HOSTILE_HEADERS.values()]
    files += [samples.with_sum(WHOLE[:END_OF_HEADER] + bytes(size)) for size in (0, 16384 + 15, 24576 + 16)]
    script = "return Promise.all(it.map((file) => c.told(() => c.partsOf(c.bytes(file)))));"
    assert engine.run(script, [encoded(file) for file in files]) == ["!damaged"] * len(files)
    others = [b"", b"\xff\xd8\xff\xe0", b"unshared-case-2\n" + bytes(99)]
    assert engine.run(script, [encoded(file) for file in others]) == ["!not-sealed", "!not-sealed", "!newer"]
    assert engine.run("return c.partsOf(new Uint8Array(c.SEALED_BYTES_MAX + 1));") == "!too-large"


@pytest.mark.parametrize("plain", [(16381).to_bytes(4) + bytes(16380), b"\0\0\0\2\xff\xff".ljust(16384, b"\0")])
def test_a_hostile_inside_is_refused(engine: CasePage, plain: bytes) -> None:
    """A length beyond the end, and what is no text."""
    script = "return c.open(await c.keyOf(it.passphrase), c.bytes(it.file));"
    assert engine.run(script, {"file": encoded(sealed("", plain=plain)), "passphrase": PASSPHRASE}) == "!damaged"


def test_the_page_reads_what_python_reads(engine: CasePage) -> None:
    """Each good case and each bad one ends alike in both."""
    script = "return Promise.all(it.map((text) => c.told(() => (c.read(text), 'read'))));"
    found = dict(zip(TEXTS, engine.run(script, list(TEXTS.values())), strict=True))
    wanted = dict.fromkeys(samples.GOOD, "read") | dict.fromkeys(samples.BAD, "!damaged") | {"newer": "!newer"}
    assert found == wanted


def test_what_the_page_writes_python_reads(engine: CasePage) -> None:
    """An entry of each kind, changed, removed, with a diary and a draft."""
    script = """
      let made = c.newCase("adult", c.mark());
      for (const [kind, fields] of Object.entries(it)) made = c.add(made, kind, fields, c.mark());
      made = c.change(made, made.entries[0].id, { note: " a\\r\\nb\\tc\\u0007 " }, c.mark());
      made = c.remove(made, c.entriesOf(made, "account")[0].id);
      made = await c.append(c.withDraft(made, "typed", c.mark()), "first", c.mark());
      made = await c.append(made, "second", c.mark(), made.diary[0].hash);
      return c.written(made);
    """
    text = engine.run(script, samples.FIELDS)
    case = record.read(text)
    assert [entry.kind for entry in case.entries] == ["link", "said", "report", "reminder", "file"]
    assert case.of("link")[0].fields["note"] == "a\nb c"
    diary = json.loads(text)["diary"]
    for entry in diary:
        own = {name: value for name, value in entry.items() if name != "hash"}
        assert hashlib.sha256(canonical(own).encode()).hexdigest() == entry["hash"]
    assert diary[1]["previous"] == [diary[1]["corrects"]] == [diary[0]["hash"]]


@pytest.mark.parametrize("answer", [None, "", "no", "Adult", "under-18"])
def test_no_answer_is_under_18(engine: CasePage, answer: str | None) -> None:
    """Only one word counts as adult."""
    assert engine.run("return c.newCase(it, c.mark()).age;", answer) == "under-18"


def test_under_18_no_file_is_spoken_of(engine: CasePage) -> None:
    """Nor read, whatever somebody chose; and what was known of files goes when the first answer was wrong."""
    script = """
      const child = c.newCase("", c.mark());
      let reads = 0;
      const file = { size: 3, arrayBuffer: () => (reads++, new ArrayBuffer(3)) };
      let adult = c.newCase("adult", c.mark());
      adult = c.add(adult, "file", await c.fingerprint(adult, new Blob(["abc"])), c.mark());
      const stricter = c.asUnder18(adult);
      return [
        await c.told(() => c.fingerprint(child, file)), reads,
        await c.told(() => c.add(child, "file", it, c.mark())), adult.entries[0].fields.sha256,
        stricter.age, stricter.entries.length, c.merge(adult, stricter).age, c.merge(stricter, adult).entries.length,
        c.read(c.written(stricter)).gone.length, c.readersOf(child).includes("service"),
        c.documentOf(child, "service", [], new Date()).reader,
      ];
    """
    found = engine.run(script, samples.FIELDS["file"])
    sum_of_abc = hashlib.sha256(b"abc").hexdigest()
    refused = ["!under-18", 0, "!under-18"]
    assert found == [*refused, sum_of_abc, "under-18", 0, "under-18", 0, 1, False, "police"]


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        ("link", {"address": "data:image/png;base64,iVBORw0KGgo="}, "picture"),
        ("said", {"words": "A1b2" * 80}, "picture"),
        ("link", {"address": "javascript:alert(1)"}, "not-an-address"),
        ("link", {"address": "  "}, "missing"),
        ("account", {}, "missing"),
        ("said", {"words": "a b " * 1300}, "too-long"),
        ("reminder", {"day": "2027-02-30"}, "not-a-day"),
        ("report", {"to": "a", "sent": "yesterday"}, "not-a-moment"),
        ("report", {"to": "a", "state": "lost"}, "not-a-choice"),
        ("file", {"sha256": "x"}, "not-a-fingerprint"),
        ("said", {"words": 1}, "not-text"),
        ("said", {"words": "a", "photo": "b"}, "unknown"),
    ],
)
def test_a_field_is_refused_by_a_code(engine: CasePage, kind: str, fields: dict[str, Any], code: str) -> None:
    """The page can say at once what is wrong; the case stays as it is."""
    script = "return c.add(c.newCase('adult', c.mark()), it.kind, it.fields, c.mark());"
    assert engine.run(script, {"kind": kind, "fields": fields}) == f"!wrong-field:{code}"


def test_a_full_case_is_said(engine: CasePage) -> None:
    """By number and by size; nothing that was there is lost."""
    script = """
      let many = c.newCase("", c.mark());
      for (let at = 0; at < 1000; at++) many = { ...many, entries: [...many.entries, { id: String(at) }] };
      let large = c.newCase("", c.mark());
      const words = "ж ".repeat(2499) + "ж";
      let code = "";
      while (!code) code = await c.told(() => (large = c.add(large, "said", { words }, c.mark()), ""));
      return [await c.told(() => c.add(many, "said", { words: "a" }, c.mark())), code, large.entries.length > 100];
    """
    assert engine.run(script) == ["!case-full", "!case-full", True]


def test_a_break_in_the_diary_is_found(engine: CasePage) -> None:
    """Changed, left out, put in between, turned round, cut at the start: each is seen, and where."""
    script = """
      let made = c.newCase("", c.mark());
      for (const text of ["one", "two", "three"]) made = await c.append(made, text, c.mark());
      const [a, b, d] = made.diary;
      const other = (await c.append(c.newCase("", c.mark()), "other", c.mark())).diary[0];
      const tried = [[a, b, d], [a, { ...b, text: "2" }, d], [a, { ...b, at: a.at }, d], [a, d], [b, d], [b, a, d],
        [a, other, b, d], [a, b], []];
      const verdicts = [];
      for (const diary of tried) {
        const { isWhole, code, break: at } = await c.verify(diary);
        verdicts.push(isWhole ? "whole" : code + " " + [a, b, d, other].findIndex(({ hash }) => hash === at));
      }
      return verdicts;
    """
    # Without its last entry a chain is whole: only who was given the last hash can tell.
    broken = ["changed 1", "changed 1", "missing 1", "missing 0", "missing 0", "apart 3"]
    assert engine.run(script) == ["whole", *broken, "whole", "whole"]


def test_versions_come_together_in_any_order(engine: CasePage) -> None:
    """Nothing is lost, nothing comes twice, the diary stays whole."""
    assert engine.run(MERGE_AT_RANDOM) == []


def test_what_both_changed_is_kept_twice(engine: CasePage) -> None:
    """The later one keeps its place, the other stands beside it; what one removed and the other changed stays."""
    script = """
      let base = c.add(c.newCase("", c.mark()), "said", { words: "begin" }, c.mark());
      base = c.add(base, "said", { words: "second" }, c.mark());
      const [first, second] = base.entries.map(({ id }) => id);
      const here = c.remove(c.change(base, first, { words: "here" }, c.mark("b")), second);
      let there = c.change(base, first, { words: "there" }, c.mark("c"));
      there = c.withDraft(c.change(there, second, { words: "changed" }, c.mark("c")), "typed there", c.mark("c"));
      const both = c.merge(c.withDraft(here, "typed here", c.mark("b")), there);
      const again = c.merge(c.merge(there, both), here);
      const words = (id) => both.entries.find((entry) => entry.id === id).fields.words;
      return [both.entries.map(({ fields }) => fields.words).sort(), words(first), both.draft.text, both.gone.length,
        c.written(again) === c.written(both), await c.told(() => c.merge(both, c.newCase("", c.mark())))];
    """
    words = ["changed", "here", "there"]
    assert engine.run(script) == [words, "there", "typed here\n\ntyped there", 0, True, "!other-case"]


@pytest.mark.promise("case-stays")
def test_nothing_leaves_the_device(engine: CasePage, arrived: Callable[[], list[Seen]]) -> None:
    """From the first word to the sealed file, nothing reaches the server."""
    before = len(arrived())
    file = encoded((Path(__file__).parent / "case_page.py").read_bytes())
    script = """
      let made = c.add(c.newCase("adult", c.mark()), "link", { address: it.canary }, c.mark());
      made = c.add(made, "file", await c.fingerprint(made, new Blob([c.bytes(it.file)])), c.mark());
      made = await c.append(made, it.canary, c.mark());
      const sealed = await c.seal(await c.keyOf("one for many files"), c.written(made));
      c.table(made, (code) => code);
      return c.documentOf(made, "police", [], new Date()).links.length + Number(sealed.length > 0);
    """
    assert engine.run(script, {"canary": f"https://example.org/{samples.CANARY}", "file": file}) == 2
    assert arrived()[before:] == []
