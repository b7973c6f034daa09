"""How fast pages feel on a cheap phone: Lighthouse, the median of five runs, and the first paint on a throttled line.

python bench/speed.py [RUNS [PAGE …]]

Lighthouse's own phone profile is used, with its calculated 'slow 4G' (1.6 Mbit/s, 150 ms each way and back) and a
processor four times slower. The first paint beside it is not calculated: Chromium itself is slowed down, each request
by those 150 ms and each byte by that line. Lighthouse is fetched by npm into .venv once; the browser is the tests' own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402  # the project is not installed as a package

from tests.browser.served import BROWSER_ARGUMENTS, launch_options  # noqa: E402  # as above
from tests.process import start  # noqa: E402  # as above

VERSION = "12.8.2"
HOME = ROOT / ".venv" / "lighthouse"
RUNS = 5
# Its browser does not always start, or end.
TRIES = 3
# One of every kind of page.
KINDS = (
    "/", "/check", "/check/all", "/check/copies", "/check/short", "/photos", "/photos/send", "/passwords",
    "/passwords/lock", "/talk", "/talk/8-10", "/talk/scenes", "/talk/same-page", "/teach", "/join", "/help",
    "/help/steps", "/help/services", "/help/coverage", "/help/notices/dmca", "/help/case", "/search", "/new",
    "/privacy", "/sources", "/offline",
)  # fmt: skip
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Not a fault of a page: hints that have no pass mark.
SILENT = ("insight", "render-blocking", "mainthread", "dom-size", "forced-reflow", "max-potential")
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
SLOWER = 4
PHONE = {"width": 412, "height": 823}
PAINT = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def lighthouse() -> Path:
    """The command, fetched where it is not there."""
    command = HOME / "node_modules" / ".bin" / "lighthouse"
    if not command.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        options = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(["npm", "install", "--prefix", HOME, *options, f"lighthouse@{VERSION}"], check=True)
    return command


def look(command: Path, address: str) -> dict[str, Any]:
    """What Lighthouse reports of one visit."""
    flags = " ".join(
        # Its value has spaces.
        f"{name}='{value}'" if value else name
        for name, _, value in (one.partition("=") for one in ("--headless", "--no-sandbox", *BROWSER_ARGUMENTS))
    )
    environment = os.environ | ({"CHROME_PATH": found} if (found := shutil.which("chromium")) else {})
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        arguments = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
        for left in reversed(range(TRIES)):
            visit = [command, address, *arguments]
            ended = subprocess.run(visit, check=not left, env=environment, stderr=subprocess.DEVNULL)
            if ended.returncode == 0:
                break
        read: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return read


def scores(reports: list[dict[str, Any]]) -> str:
    """The median of each category."""
    return "/".join(
        f"{median(100 * (one['categories'][name]['score'] or 0) for one in reports):.0f}" for name in CATEGORIES
    )


def metric(reports: list[dict[str, Any]], name: str) -> float:
    """The median of one figure."""
    return median(one["audits"][name].get("numericValue", float("nan")) for one in reports)


def faults(report: dict[str, Any]) -> str:
    """What the last visit failed in."""
    failed = [
        name
        for name, audit in report["audits"].items()
        if audit["score"] is not None and audit["score"] < 0.9 and not any(word in name for word in SILENT)
    ]
    return " ".join(failed)


def first_paint(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds until something is read on a first visit, and how much moved, with line and processor slowed."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=1.75, is_mobile=True, has_touch=True)  # type: ignore[arg-type]  # a literal
    try:
        page = context.new_page()
        page.add_init_script(PAINT)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(address, wait_until="networkidle")
        page.wait_for_function(f"() => ({PAINTED})() > 0")
        return float(page.evaluate(PAINTED)), float(page.evaluate("() => window.shifts"))
    finally:
        context.close()


def main(runs: int, pages: tuple[str, ...]) -> None:
    """Prints a table of all pages."""
    command = lighthouse()
    print(f"load before: {os.getloadavg()[0]:.1f}; median of {runs}; FCP in ms, as Lighthouse reckons and as seen")
    print(
        "| page | "
        + "/".join(CATEGORIES)
        + " | FCP reckoned | FCP seen | moved | not passed |\n|---|---|---|---|---|---|"
    )
    with (
        tempfile.TemporaryDirectory() as folder,
        start(Path(folder) / "instance") as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**launch_options())
        for path in pages:
            painted = [first_paint(browser, site.url + path) for _ in range(runs)]
            reports = [look(command, site.url + path) for _ in range(runs)]
            moved = max(metric(reports, "cumulative-layout-shift"), *(shift for _, shift in painted))
            reckoned, seen = metric(reports, "first-contentful-paint"), median(paint for paint, _ in painted)
            row = (path, scores(reports), f"{reckoned:.0f}", f"{seen:.0f}", f"{moved:.3f}", faults(reports[-1]))
            print(f"| {' | '.join(row)} |", flush=True)
        browser.close()
    print(f"load after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS, tuple(sys.argv[2:]) or KINDS)
