"""The photo engine in a real browser: time, memory, the page's main thread, bytes loaded and bytes sent.

python bench/on_device.py

The files are made by code. Beside each figure stands a peer from the same run: the Python engine on the same file,
or the same picture drawn anew on a canvas of the browser. Memory is told on Linux only.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402  # the project is not installed as a package

from bench.peers import files as made  # noqa: E402  # as above
from bench.peers.processes import memory_bytes  # noqa: E402  # as above
from safety.photos.deliver import clean_to  # noqa: E402  # as above
from safety.photos.outcome import clean_bytes  # noqa: E402  # as above
from tests.browser.engine_page import EnginePage  # noqa: E402  # as above
from tests.browser.served import Site, launch_options, serve  # noqa: E402  # as above

MEBIBYTE, GIBIBYTE = 2**20, 2**30
ROUNDS, PHOTOS = 21, 100
LONG_TASK_MS = 50
TIMEOUT_MS = 120_000
PICK = """
() => document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "pick", multiple: true }))
"""
CLEAN = """
async () => {
  const file = document.getElementById("pick").files[0];
  const begun = performance.now();
  const { kind, proof } = await engine.clean(file, file.name);
  return [performance.now() - begun, kind, proof];
}
"""
DRAW = """
async () => {
  const file = document.getElementById("pick").files[0];
  const begun = performance.now();
  const picture = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  await canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 });
  return [performance.now() - begun, "drawn", null];
}
"""
WATCH = """
globalThis.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((task) => task.duration)))
  .observe({ type: "longtask", buffered: true });
"""
# To hand over so many files takes the driver of the browser a while, which is not the page's: so they are chosen
# beside it, and the page gets them in a task of its own.
CHOOSE = """
() => setTimeout(() => {
  const field = document.querySelector("input[type=file][multiple]:not(#pick)");
  field.files = document.getElementById("pick").files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
})
"""
ENDED = "(count) => document.querySelectorAll('[data-file][data-outcome]').length === count"


def milliseconds(work: Callable[[], object]) -> float:
    """How long it takes once, the middle of many."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def in_browser(page: Page, script: str) -> float:
    """How long a script says that it took, the middle of many."""
    told = [page.evaluate(script) for _ in range(ROUNDS)]
    if not {kind for _, kind, _ in told} <= {"cleaned", "drawn"}:
        sys.exit("The photo was not cleaned.")
    return statistics.median(taken for taken, _, _ in told)


def chosen(browser: Browser, site: Site, path: Path) -> Page:
    """A page with the engine started, and the file chosen in it."""
    page = browser.new_context(base_url=site.url).new_page()
    page.set_default_timeout(TIMEOUT_MS)
    EnginePage(page, site)
    page.evaluate(PICK)
    page.set_input_files("#pick", path)
    return page


def one_photo(browser: Browser, site: Site, folder: Path) -> None:
    """A photo of 12 megapixels, inspected, cleaned, read again and compared."""
    photo = folder / "photo.jpg"
    photo.write_bytes(made.jpeg(4000, 3000))
    page = chosen(browser, site, photo)
    ours, drawn = in_browser(page, CLEAN), in_browser(page, DRAW)
    python = milliseconds(lambda: clean_bytes(photo.read_bytes()))
    page.context.close()
    row("JPEG, 12 megapixels, in the browser", f"{ours:.1f} ms", "< 50 ms")
    row("the same, by the Python engine", f"{python:.1f} ms", f"{python / ours:.2f} of it")
    row("the same, drawn anew by the browser", f"{drawn:.0f} ms", f"{drawn / ours:.1f} times as long")


def huge_video(browser: Browser, site: Site, folder: Path) -> None:
    """A video of a gigabyte, and the memory of all processes of the browser meanwhile."""
    video = folder / "video.mp4"
    made.huge_movie(video, GIBIBYTE)
    page = chosen(browser, site, video)
    with Peak() as peak:
        taken, kind, proof = page.evaluate(CLEAN)
    page.context.close()
    begun = time.perf_counter()
    clean_to(video, folder / "clean.mp4")
    python = time.perf_counter() - begun
    row(f"video, {video.stat().st_size / GIBIBYTE:.2f} GB, {kind}", f"{taken:.0f} ms", "< 1000 ms")
    row("memory on top", peak.told, "< 100 MB")
    row("compared byte by byte", "yes" if proof["isCompared"] else "no, too large", "")
    row("the same, by the Python engine, with writing", f"{python * 1000:.0f} ms", "")
    for path in (video, folder / "clean.mp4"):
        path.unlink()


def many_photos(browser: Browser, site: Site, folder: Path) -> None:
    """A hundred photos at once on the page itself: is it ever busy for long?"""
    original = folder / "original.jpg"
    original.write_bytes(made.jpeg(4000, 3000, 20))
    photos = [folder / f"photo-{number:03d}.jpg" for number in range(PHOTOS)]
    for photo in photos:
        shutil.copyfile(original, photo)
    context = browser.new_context(base_url=site.url)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.set_default_timeout(TIMEOUT_MS)
    page.goto("/photos")
    page.wait_for_load_state("networkidle")
    page.evaluate(PICK)
    loading = page.evaluate("() => longTasks.splice(0)")
    page.set_input_files("#pick", photos)
    page.wait_for_function("() => document.getElementById('pick').files.length > 1")
    page.evaluate("() => longTasks.splice(0)")
    before = len(site.seen)
    begun = time.perf_counter()
    with Peak() as peak:
        page.evaluate(CHOOSE)
        page.wait_for_function(ENDED, arg=PHOTOS)
    seconds = time.perf_counter() - begun
    tasks = page.evaluate("() => longTasks")
    context.close()
    size = original.stat().st_size / MEBIBYTE
    row(f"{PHOTOS} photos of {size:.1f} MB on the page", f"{seconds:.1f} s", "")
    row("longest task of the page meanwhile", longest(tasks), f"none above {LONG_TASK_MS} ms")
    row("longest task while the page loaded", longest(loading), "")
    row("memory on top", peak.told, "")
    row("requests at the server meanwhile", str(len(site.since(before))), "0")


def longest(tasks: list[float]) -> str:
    """What an observer of long tasks has seen."""
    return f"{max(tasks):.0f} ms, {len(tasks)} above {LONG_TASK_MS} ms" if tasks else f"below {LONG_TASK_MS} ms"


def code(site: Site, instance: Path) -> None:
    """The scripts as they come over the wire."""
    folder = instance / Path(site.app.jinja_env.globals["asset"]("js/photos")).relative_to("/")  # type: ignore[operator]  # a function of one name
    for name in ("engine.js", "tags_engine.js"):
        size = (folder / f"{name}.br").stat().st_size
        row(f"{name}, compressed", f"{size / 1024:.1f} KB", "< 25 KB" if name == "engine.js" else "")
    pages = sum(path.stat().st_size for path in [folder / "page.js.br", *folder.glob("page/**/*.js.br")])
    row("scripts of the page, compressed", f"{pages / 1024:.1f} KB", "")


class Peak:
    """The most memory that the browser took while the block ran, on top of what it had."""

    told = "not known here"

    def __enter__(self) -> Peak:
        self._before = self._most = memory_bytes()
        self._is_over = threading.Event()
        self._watch = threading.Thread(target=self._look)
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._watch.join()
        if self._before:
            self.told = f"{(self._most - self._before) / MEBIBYTE:.0f} MB"

    def _look(self) -> None:
        while not self._is_over.wait(0.02):
            self._most = max(self._most, memory_bytes())


def row(*cells: Any) -> None:
    """A line of the table."""
    print(f"| {' | '.join(cells)} |", flush=True)


def main() -> None:
    """The table, as Markdown."""
    print("| what | measured | wanted, or beside ours |\n| --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder, instance = Path(name), Path(name, "instance")
        with serve(instance) as site:
            browser = playwright.chromium.launch(**launch_options())
            code(site, instance)
            for bench in (one_photo, huge_video, many_photos):
                bench(browser, site, folder)
            browser.close()


if __name__ == "__main__":
    main()
