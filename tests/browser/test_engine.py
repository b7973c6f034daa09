"""The photo engine in its worker, as the page asks it: every file ends in one way, whatever happens."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Page

from safety.photos.names import neutral_name, told_by_name
from safety.photos.outcome import clean_bytes
from safety.photos.recognise import Format
from tests.browser.conftest import Troubles
from tests.browser.engine_page import EnginePage, address, encoded
from tests.browser.served import Seen, Site
from tests.photos import movie_samples, samples

PLACES = "US United States\n4044-8000,Pittsburgh"
TOLD = samples.after_start(samples.segment(0xE1, samples.XMP_MARK + samples.xmp()))
PLAIN = samples.jpeg()
WITHOUT_POLICY = """
async ([script, addresses, content]) => {
  Object.defineProperty(globalThis, "trustedTypes", { value: undefined });
  const { Engine } = await import(script);
  const engine = new Engine(addresses);
  await engine.ready;
  const file = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  return (await engine.clean(new Blob([file]), "")).kind;
}
"""
# Numbers of the files in the order in which their answers came.
IN_TURN = """
async (contents) => {
  const ended = [];
  const all = contents.map((content, number) =>
    engine.clean(new Blob([bytes(content)]), "").then(({ kind }) => ended.push([number, kind])));
  // The first question is put as soon as this function waits.
  await null; await null; await null;
  globalThis.workers[0].terminate();
  globalThis.workers[0].dispatchEvent(new ErrorEvent("error"));
  await Promise.all(all);
  return ended;
}
"""
# What names of files tell, with digits of other scripts, numbers beside a date, and letters of two halves.
NAMES = (
    "IMG_20240131_101010.jpg", "2024-01-31 10.20.30.png", "120240131.jpg", "20240131.jpg", "202401311.jpg",
    "x19991231y.gif", "2024.13.01.jpg", "IMG-20240131-WA0001.jpg", "WhatsApp Image.jpeg", "Screen Shot 1.png",
    "PXL_2024.jpg", "٢٠٢٤٠١٣١.jpg", "٣20240131.jpg", "😀20240131.mp4", "p1.jpg", "p1234.jpg", "holiday.jpg", "",
)  # fmt: skip
TELL = """
async ([script, names]) => {
  const { neutralName, toldByName } = await import(script);
  return [names.map(toldByName), ["jpeg", "quicktime"].map((format) => neutralName(7, format))];
}
"""
COMPARE = """
async ([same, source, plan]) => {
  const [{ compareKept }, { BytesSource }, { Bytes, Keep, Plan, Zero }] = await Promise.all([same, source, plan]
    .map((address) => import(address)));
  const file = new BytesSource(Uint8Array.of(1, 2, 3, 4, 5));
  const made = new Plan("jpeg", [], [], [new Keep(0, 2), new Bytes(Uint8Array.of(9)), new Zero(2), new Keep(4, 1)], 5);
  const copy = (...numbers) => new BytesSource(Uint8Array.of(...numbers));
  const told = (...how) => {
    try { return compareKept(made, file, ...how); } catch (error) { return error.code; }
  };
  return [told(copy(1, 2, 9, 0, 0, 5)), told(copy(1, 2, 9, 0, 0, 6)), told(copy(1, 7, 9, 0, 0, 5)),
    told(copy(1, 2, 9, 0, 0, 6), 2)];
}
"""


@pytest.fixture
def engine(page: Page, site: Site) -> EnginePage:
    """The engine on a page."""
    return EnginePage(page, site)


def test_a_file_is_cleaned(engine: EnginePage) -> None:
    """The bytes of the server's engine, what was in the file, what its name tells, and the proof."""
    told, clean = engine.clean(TOLD, "IMG_20240131_101010.jpg")
    expected = clean_bytes(TOLD)
    assert clean == expected.content
    assert [told["kind"], told["format"], told["extension"], told["isVideo"]] == ["cleaned", "jpeg", "jpg", False]
    assert told["told"] == [["date", "2024-01-31"], ["camera", ""]]
    assert {finding["code"] for finding in told["findings"]} == {finding.code for finding in expected.findings}
    assert told["proof"] == {"left": 0, "sameBytes": len(PLAIN), "isCompared": True}


def test_the_other_endings(engine: EnginePage) -> None:
    """Clean already, with the file itself and no proof; refused, with the reason; a video is told as one."""
    told, clean = engine.clean(PLAIN)
    assert (told["kind"], told["proof"], clean) == ("already-clean", None, PLAIN)
    told, clean = engine.clean(b"%PDF-1.7", "invoice.pdf")
    assert (told["kind"], told["refusal"]["code"], clean) == ("refused", "unsupported-format", None)
    assert engine.clean(movie_samples.mp4())[0]["isVideo"]


def test_options_reach_the_engine(engine: EnginePage) -> None:
    """Without its colour profile, a picture that kept one is another file."""
    content = samples.after_start(samples.profile_segments(samples.profile()))
    kept, dropped = engine.clean(content)[1], engine.clean(content, keepsColourProfile=False)[1]
    assert kept is not None
    assert dropped is not None
    assert len(dropped) < len(kept)


def test_a_fault_of_our_own_ends_one_file(engine: EnginePage) -> None:
    """It is told as failed, and the next file is cleaned."""
    told = engine.page.evaluate("() => engine.clean(null, '')")
    assert (told["kind"], told["refusal"]["code"]) == ("failed", "internal-check-failed")
    assert engine.clean(TOLD)[0]["kind"] == "cleaned"


def test_a_dead_worker_costs_the_file_in_its_hands(engine: EnginePage) -> None:
    """That one failed; those behind it are cleaned, in the order in which they were given."""
    ended = engine.page.evaluate(IN_TURN, [encoded(TOLD)] * 3)
    assert ended == [[0, "failed"], [1, "cleaned"], [2, "cleaned"]]
    assert engine.page.evaluate("() => workers.length") == 3


def test_a_dead_worker_is_started_anew_without_a_network(engine: EnginePage, arrived: Callable[[], list[Seen]]) -> None:
    """From what the browser has kept: nothing reaches the server."""
    engine.use_places(PLACES)
    engine.page.context.set_offline(True)
    before = len(arrived())
    engine.kill(0)
    told, clean = engine.clean(TOLD)
    assert clean == clean_bytes(TOLD).content
    assert "near" in dict(told["findings"][0]["values"])
    engine.kill(1)
    assert engine.tags(TOLD)
    assert arrived()[before:] == []


def test_places_get_names_once_the_table_is_there(engine: EnginePage) -> None:
    """Before that they are told without."""
    assert "near" not in dict(engine.clean(TOLD)[0]["findings"][0]["values"])
    engine.use_places(PLACES)
    assert dict(engine.clean(TOLD)[0]["findings"][0]["values"])["near"] == "Pittsburgh, United States"


def test_the_table_that_ships_is_understood(engine: EnginePage, site: Site) -> None:
    """As the page loads it."""
    table = address(site, "vendor/geonames/places.js")
    engine.page.evaluate("async (table) => engine.usePlaces((await import(table)).PLACES)", table)
    near = dict(engine.clean(TOLD)[0]["findings"][0]["values"])["near"]
    assert near.endswith("United States")


def test_a_file_that_changed_is_noticed(engine: EnginePage, tmp_path: Path) -> None:
    """After it was chosen: it is refused with the reason."""
    chosen = tmp_path / "a.jpg"
    chosen.write_bytes(TOLD)
    # Chromium counts in whole seconds, and sees none in the first one.
    os.utime(chosen, (1e9, 1e9))
    page = engine.page
    page.evaluate(
        "() => document.body.append(Object.assign(document.createElement('input'), {type: 'file', id: 'pick'}))"
    )
    page.set_input_files("#pick", chosen)
    chosen.write_bytes(TOLD + b"more")
    told = page.evaluate("() => engine.clean(document.getElementById('pick').files[0], '')")
    assert (told["kind"], told["refusal"]["code"]) == ("refused", "changed-while-reading")


def test_what_is_kept_is_compared(engine: EnginePage) -> None:
    """Byte by byte where the plan keeps a range; a larger file is not, and that is said."""
    addresses = [engine.address(name) for name in ("same.js", "source.js", "plan.js")]
    same, changed = {"sameBytes": 3, "isCompared": True}, "changed-while-reading"
    answers: Any = engine.page.evaluate(COMPARE, addresses)
    assert answers == [same, changed, changed, {"sameBytes": 3, "isCompared": False}]


def test_names_tell_what_they_tell_the_server(engine: EnginePage) -> None:
    """The same dates and makers, and the same neutral names."""
    told, neutral = engine.page.evaluate(TELL, [engine.address("names.js"), NAMES])
    assert told == [[list(pair) for pair in told_by_name(name)] for name in NAMES]
    assert neutral == [neutral_name(7, format_) for format_ in (Format.JPEG, Format.QUICKTIME)]


def test_only_its_own_addresses_are_trusted(engine: EnginePage, troubles: Troubles) -> None:
    """The policy of the page knows the two of the first engine, and nobody can make another."""
    script = engine.address("page/engine.js")
    other = (
        "async (script) => { const { Engine } = await import(script); new Engine({ engine: '/x.js', tags: '/x.js' }); }"
    )
    with pytest.raises(Error, match="not an address of"):
        engine.page.evaluate(other, script)
    troubles.allow("unshared")
    with pytest.raises(Error, match="unshared"):
        engine.page.evaluate("() => trustedTypes.createPolicy('unshared', { createScriptURL: (url) => url })")


def test_it_works_where_nothing_is_called_trusted(page: Page, site: Site) -> None:
    """In a browser without trusted types, where a page has none either."""
    page.route("**/without", lambda route: route.fulfill(body="<title>-</title>", content_type="text/html"))
    page.goto("/without")
    script, engine, tags = (address(site, f"js/photos/{name}.js") for name in ("page/engine", "engine", "tags_engine"))
    assert page.evaluate(WITHOUT_POLICY, [script, {"engine": engine, "tags": tags}, encoded(TOLD)]) == "cleaned"
