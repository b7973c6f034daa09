"""The photo engine of the browser makes the same of every vector as the one of the server, in real Chromium."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import render_template_string
from playwright.sync_api import Page

from safety.web.headers import STATIC
from tests.browser.served import Site
from tests.photos import vectors

SCRIPT = Path(__file__).with_name("photo_twin.js").read_text(encoding="utf-8")
STORED = json.loads(vectors.FILE.read_text(encoding="utf-8"))
SAMPLES = vectors.unpacked(STORED["samples"])
HOSTILE = vectors.unpacked(STORED["hostile"])
# A batch crosses from the test to the browser in one message.
BATCH_BYTES = 4 * 1024 * 1024
FILLER = bytes(range(255)) * 2000
HOW = "the engine of the browser differs from that of the server"

MODULES = ("errors", "outcome", "plan", "planner", "source", "splice")
ON_PAGE = f"""
async (data) => {{
  {SCRIPT}
  const load = (name) => import(`${{data.modules}}/${{name}}.js`);
  return replay(await Promise.all({json.dumps(MODULES)}.map(load)), data);
}}
"""
IMPORTS = "".join(f'import * as {name} from "./{name}.js";\n' for name in MODULES)
WORKER = f"{IMPORTS}{SCRIPT}\nlisten([{', '.join(MODULES)}]);\n"
# The policy of the site lets one script make addresses of scripts, once.
ASK_WORKER = """
(data) => new Promise((done, fail) => {
  globalThis.twinPolicy ??= trustedTypes.createPolicy("unshared", { createScriptURL: (url) => url });
  globalThis.twin ??= new Worker(twinPolicy.createScriptURL(data.worker), { type: "module" });
  twin.onerror = (event) => fail(new Error(`worker: ${event.message}`));
  twin.onmessage = (event) => (event.data.error ? fail(new Error(event.data.error)) : done(event.data.answers));
  twin.postMessage(data);
})
"""

Replay = Callable[..., list[Any]]


@pytest.fixture
def modules(site: Site) -> str:
    """The address of the engine, in which the hash of the release is a folder."""
    with site.app.test_request_context():
        return render_template_string("{{ asset('js/photos') }}")


@pytest.fixture
def on_page(page: Page, modules: str) -> Replay:
    """Answers of the engine on a page of the site, under the policy of that page."""
    page.goto("/photos")

    def ask(contents: Iterable[bytes], *, is_short: bool = False) -> list[Any]:
        return list(_answers(page, ON_PAGE, contents, {"modules": modules, "isShort": is_short}))

    return ask


@pytest.fixture
def in_worker(page: Page, modules: str) -> Replay:
    """Answers of the engine in a worker of such a page, which gets each file as a Blob."""
    worker = f"{modules}/photo_twin.js"
    headers = {**STATIC, "Content-Type": "text/javascript"}
    page.context.route(f"**{worker}", lambda route: route.fulfill(body=WORKER, headers=headers))
    page.goto("/photos")
    return lambda contents: list(_answers(page, ASK_WORKER, contents, {"worker": worker, "asBlobs": True}))


def _answers(page: Page, script: str, contents: Iterable[bytes], how: dict[str, Any]) -> Iterator[Any]:
    batch: list[str] = []
    for content in contents:
        batch.append(base64.b64encode(content).decode())
        if sum(map(len, batch)) > BATCH_BYTES:
            yield from page.evaluate(script, {"files": batch, **how})
            batch = []
    yield from page.evaluate(script, {"files": batch, **how})


def stored_answer(entry: dict[str, Any]) -> dict[str, Any]:
    """The answer in an entry."""
    return {key: value for key, value in entry.items() if key not in ("file", "sha256_in", "content")}


def test_samples_are_answered_the_same(on_page: Replay) -> None:
    """Format, ops, findings and digest, or the error."""
    answers = dict(zip(SAMPLES, on_page(SAMPLES.values()), strict=True))
    wrong = [entry["file"] for entry in STORED["samples"] if answers[entry["file"]] != stored_answer(entry)]
    assert wrong == [], HOW


def test_damaged_samples_are_answered_the_same(on_page: Replay) -> None:
    """Each cut and each wrong size."""
    cases: list[tuple[str, bytes, str]] = []
    for entry in STORED["damaged"]:
        name, content = entry["file"], SAMPLES[entry["file"]]
        for length, answer in entry["cuts"]:
            cases.append((f"{name}, cut to {length}", content[:length], answer))
        for offset, literal, answer in entry["patches"]:
            patched = vectors.patched(content, offset, bytes.fromhex(literal))
            cases.append((f"{name}, {literal} at {offset}", patched, answer))
    answers = on_page((content for _, content, _ in cases), is_short=True)
    assert [name for (name, _, answer), given in zip(cases, answers, strict=True) if answer != given] == [], HOW


def test_hostile_samples_are_answered_the_same(on_page: Replay) -> None:
    """Files that are built to take long."""
    answers = dict(zip(HOSTILE, on_page(HOSTILE.values(), is_short=True), strict=True))
    assert answers == {entry["file"]: entry["answer"] for entry in STORED["hostile"]}, HOW


def test_files_on_disk_are_cleaned_in_a_worker(in_worker: Replay) -> None:
    """Read as Blobs, put together from pieces of them, and read again before they are called clean."""
    answers = dict(zip(SAMPLES, in_worker(SAMPLES.values()), strict=True))
    wrong = [entry["file"] for entry in STORED["samples"] if answers[entry["file"]] != with_ending(entry)]
    assert wrong == [], HOW


def test_long_files_are_cleaned_in_a_worker(in_worker: Replay) -> None:
    """Those that are read in more than one piece."""
    whole = [content for name, content in SAMPLES.items() if name.endswith(": all of it")]
    contents = [content + FILLER + whole[0] for content in whole]
    contents += [content[: len(content) // 2] + FILLER + content[len(content) // 2 :] for content in whole]
    expected = [vectors.answer(content) for content in contents]
    ended = [answer if "error" in answer else {**answer, "ending": "cleaned"} for answer in expected]
    given = in_worker(contents)
    assert [number for number, answer in enumerate(ended) if answer != given[number]] == [], HOW


def with_ending(entry: dict[str, Any]) -> dict[str, Any]:
    """The answer, and how the cleaning ended."""
    answer = stored_answer(entry)
    if "ops" not in answer:
        return answer
    changes_nothing = answer["sha256_out"] == entry["sha256_in"]
    return {**answer, "ending": "already-clean" if changes_nothing else "cleaned"}
