"""The archive that the page saves all files in: read by Python's own reader, and refused where it cannot be right."""

from __future__ import annotations

import base64
import io
import stat
import zipfile
import zlib

import pytest
from playwright.sync_api import Page

from tests.browser.engine_page import EnginePage, encoded
from tests.browser.served import Site

ZIP = """
async (files) => {
  const heard = [];
  const entries = files.map(([name, content]) => ({ name, content: new Blob([bytes(content)]) }));
  const archive = await engine.zip(entries, (done, of) => heard.push([done, of]));
  return [await base64(archive), archive.type, heard];
}
"""
REFUSED = """
async ([name, count, mebibytes]) => {
  // Large and yet of no size in memory: the same piece again and again.
  const piece = new Blob([new Uint8Array(2 ** 20)]);
  const content = new Blob(Array(mebibytes).fill(piece));
  const many = Array.from({ length: count }, (_, number) => ({ name: name.replace("#", number), content }));
  try { return await engine.zip(many); } catch (error) { return error.code; }
}
"""
SUMS = """
async ([script, content, cuts]) => {
  const { crc32 } = await import(script);
  const all = bytes(content);
  return cuts.map((cut) => crc32(all.subarray(cut), crc32(all.subarray(0, cut))));
}
"""


@pytest.fixture
def engine(page: Page, site: Site) -> EnginePage:
    """The engine on a page."""
    return EnginePage(page, site)


def zipped(engine: EnginePage, files: dict[str, bytes]) -> tuple[zipfile.ZipFile, str, list[list[int]]]:
    """The archive, opened; its type; and what was told on the way."""
    archive, kind, heard = engine.page.evaluate(ZIP, [[name, encoded(content)] for name, content in files.items()])
    return zipfile.ZipFile(io.BytesIO(base64.b64decode(archive))), kind, heard


def test_python_reads_it(engine: EnginePage) -> None:
    """Every file in it is whole, also an empty one and one that is read in several windows."""
    long = (bytes(range(251)) * 4_300)[: 2**20 + 12_345]
    files = {"photo-1.jpg": b"small", "photo-2.jpg": long, "photo-3.png": b"", "фото-4.jpg": b"\0" * 7}
    archive, kind, _ = zipped(engine, files)
    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()} == files
    assert kind == "application/zip"


def test_it_says_nothing_of_the_visitor(engine: EnginePage) -> None:
    """One date for all, no system, no rights, no comment, and nothing between the files."""
    files = {"photo-1.jpg": b"one", "photo-2.jpg": b"two"}
    archive, _, _ = zipped(engine, files)
    for file in archive.infolist():
        assert file.date_time == (1980, 1, 1, 0, 0, 0)
        assert (file.create_system, file.external_attr, file.extra, file.comment) == (0, 0, b"", b"")
        assert (file.compress_type, file.flag_bits) == (zipfile.ZIP_STORED, 0x800)
    assert stat.S_IMODE(archive.infolist()[0].external_attr >> 16) == 0
    assert archive.comment == b""
    again, _, _ = zipped(engine, files)
    assert again.fp is not None
    assert archive.fp is not None
    assert again.fp.seek(0) == archive.fp.seek(0) == 0
    assert again.fp.read() == archive.fp.read()


def test_how_far_it_is_gets_told(engine: EnginePage) -> None:
    """In bytes of all files, up to all of them."""
    _, _, heard = zipped(engine, {"photo-1.jpg": b"12345", "photo-2.jpg": bytes(2**20 + 1)})
    total = 5 + 2**20 + 1
    assert heard == [[5, total], [5 + 2**20, total], [total, total]]


def test_what_would_need_more_is_refused(engine: EnginePage) -> None:
    """From 4 GB on, and from 65,536 files on, with a code that tells which; nothing is read before."""
    assert engine.page.evaluate(REFUSED, ["photo-#.jpg", 4, 1024]) == "zip-too-large"
    assert engine.page.evaluate(REFUSED, ["photo-#.jpg", 2**16, 0]) == "zip-too-many"


def test_two_files_of_one_name_are_a_fault(engine: EnginePage) -> None:
    """One would hide the other when the archive is opened."""
    assert engine.page.evaluate(REFUSED, ["photo.jpg", 2, 0]) == "internal-check-failed"


def test_the_checksum_goes_on(engine: EnginePage) -> None:
    """Over windows of any length it is that of the whole."""
    content = (bytes(range(251)) * 4)[:1000]
    cuts = [0, 1, 7, 8, 9, 500, 999, 1000]
    sums = engine.page.evaluate(SUMS, [engine.address("zip.js"), encoded(content), cuts])
    assert sums == [zlib.crc32(content)] * len(cuts)
