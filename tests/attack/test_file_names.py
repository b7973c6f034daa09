"""Names that a visitor gives to files: they reach no disk, no header and no archive, and are text on a page."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from flask import Flask

from safety.config import Config
from tests.attack import hostile
from tests.journeys import photo
from tests.page import body
from tests.teach.room.samples import quick

NAMES = (
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/shadow",
    "C:\\Users\\Public\\x.jpg",
    "\\\\server\\share\\x.jpg",
    "file:///etc/passwd",
    "CON",
    "aux.jpg",
    "NUL.tar.gz",
    "a.jpg:hidden",
    "x.jpg\x00.html",
    'a";filename="x.html',
    "a\r\nSet-Cookie: xcanary=1\r\n\r\n<html>",
    "\u202egpj.exe",
    "=cmd|' /C calc'!A0",
    "$(touch xcanary)`touch xcanary`;touch xcanary|touch xcanary",
    "-rf",
    "%2e%2e%2f%2e%2e%2fx",
    "..%c0%af..%c0%afx",
    ".htaccess",
    "x" * 3000 + ".jpg",
    hostile.MARKUP + ".jpg",
    hostile.TEMPLATES + ".jpg",
)
OURS = 'attachment; filename="photo-1.jpg"'
FILES = pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))


def _folders(config: Config) -> set[Path]:
    return {path for path in (*config.instance.rglob("*"), *Path.cwd().glob("*"), *Path("/tmp").glob("*xcanary*"))}  # noqa: S108  # looked into, not written to


@pytest.mark.attack("V5.3.2", "gives a file a name that leads elsewhere: dots, drives, devices, links, zero bytes")
@FILES
def test_a_name_makes_no_file(app: Flask, config: Config, name: str) -> None:
    """Looked into, cleaned, brought as a list, added as totals, opened as a plan: no file is there that was not."""
    before, client = _folders(config), quick(app)
    for path, fields in (
        ("/photos/send", {"do": "look"}),
        ("/photos/send", {"do": "clean"}),
        ("/api/photos/clean", {}),
        ("/check/saved", {"do": "bring", "words": "zoom " * 6}),
        ("/teach/totals", {}),
        ("/teach/open", {}),
    ):
        answer = client.post(path, data=fields | {"file": (io.BytesIO(photo()), name)})
        assert answer.status_code < 500
        assert hostile.foreign(body(answer) if answer.mimetype == "text/html" else "") == []
    assert _folders(config) - before <= {config.instance / f"unshared.db{end}" for end in ("-wal", "-shm", "")}


@pytest.mark.attack("V5.4.2", "gives a file a name that ends the header of the answer, or hides what the file is")
@FILES
def test_a_name_comes_back_in_no_header(app: Flask, name: str) -> None:
    """The clean copy has our name; the visitor's is nowhere in the answer."""
    answer = quick(app).post("/photos/send", data={"do": "clean", "file": (io.BytesIO(photo()), name)})
    # A line end in its name makes a part that is no file: there is none to clean.
    given = answer.headers.get("Content-Disposition") if answer.status_code == 422 else OURS
    assert answer.headers.get("Content-Disposition") == given
    assert "Set-Cookie" not in answer.headers
    assert name not in str(answer.headers)


@pytest.mark.attack("V5.4.1", "gives files names that lead out of the folder in which an archive is unpacked")
def test_an_archive_has_our_names_only(app: Flask, tmp_path: Path) -> None:
    """One zip of all: our names in a row, none twice, no links, and it unpacks where it should."""
    files = [(io.BytesIO(photo()), name) for name in NAMES]
    answer = quick(app).post("/photos/send", data={"do": "clean", "file": files})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="photos.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        names = [one.filename for one in archive.infolist()]
        assert names == [f"photo-{number}.jpg" for number in range(1, len(names) + 1)]
        assert len(names) > len(NAMES) / 2
        assert {one.external_attr >> 28 for one in archive.infolist()} <= {0, 8}
        archive.extractall(tmp_path / "out")
    assert {path.parent for path in tmp_path.rglob("*.jpg")} == {tmp_path / "out"}


@pytest.mark.attack("V1.2.1", "gives a file a name that is markup, to be shown next to what it gives away")
@FILES
def test_a_name_is_text_on_the_page(app: Flask, name: str) -> None:
    """With two files each is called by its name."""
    files = [(io.BytesIO(photo()), one) for one in (name, "other.jpg")]
    page = body(quick(app).post("/photos/send", data={"do": "look", "file": files}))
    assert hostile.foreign(page) == []
    assert "\u202e" not in page
