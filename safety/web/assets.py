"""Static files: copied once per release, compressed beforehand, served for a year.

The hash of all files is a folder of their address, so relative addresses inside them just work. The script of
a worker is joined from its modules on the way; nothing that is made here is part of the project.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from safety.config import OWNER_ALONE
from safety.web import checksums, tool_pages
from safety.web.headers import STATIC, YEAR_SECONDS
from safety.web.release import PREFIX, Release

MAKING_SECONDS = 3600


def prepare(release: Release, target: Path) -> Path:
    """The folder below ``target`` that holds ``release``, made if it is not there; others go."""
    folder = target / release.name
    if not folder.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target) as work:
            _copy(release, Path(work) / "release")
            try:
                (Path(work) / "release").rename(folder)
            except OSError:
                # Another process of the same release was quicker.
                if not folder.is_dir():
                    raise
    for old in target.iterdir():
        if old.is_dir() and old != folder and not _is_being_made(old):
            shutil.rmtree(old, ignore_errors=True)
    return folder


def _is_being_made(folder: Path) -> bool:
    """Whether another process may be at work there; what one left that was killed is older."""
    return folder.name.startswith(tempfile.gettempprefix()) and time.time() - folder.stat().st_mtime < MAKING_SECONDS


def init(app: Flask, instance: Path) -> None:
    """Serves the static files before Flask, and gives templates ``asset('css/site.css')``."""
    release = Release()
    instance.mkdir(mode=OWNER_ALONE, parents=True, exist_ok=True)
    folder = prepare(release, instance / PREFIX)
    served = WhiteNoise(
        app.wsgi_app,
        max_age=YEAR_SECONDS,
        allow_all_origins=False,
        add_headers_function=_add_headers,
        immutable_file_test=lambda path, url: True,
        mimetypes={".webmanifest": "application/manifest+json"},
    )
    # Its own word for "for ever" is ten years.
    served.FOREVER = YEAR_SECONDS
    served.add_files(str(folder), prefix=f"{PREFIX}/{release.name}/")
    app.wsgi_app = served  # type: ignore[method-assign]  # the documented way to wrap a Flask app
    app.extensions["release"] = release
    app.extensions["checksums"] = checksums.of_scripts(release, lambda name: (folder / name).read_bytes())
    app.extensions["tool-files"] = {page.path: page.files(release) for page in tool_pages.ALL}
    app.jinja_env.globals["asset"] = release.address


def _add_headers(headers: Headers, path: str, url: str) -> None:
    for name, value in STATIC.items():
        headers[name] = value


def _copy(release: Release, target: Path) -> None:
    compressor = Compressor(quiet=True)
    # Nobody's browser asks for these; packing them would make the first start slow.
    unpacked = release.only_joined()
    for name in (*release.files, *release.joined):
        copy = target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(release.content(name))
        if name not in unpacked and compressor.should_compress(copy.name):
            for _ in compressor.compress(str(copy)):
                pass


if __name__ == "__main__":
    # An image packs its files when it is built: python -m safety.web.assets FOLDER
    prepare(Release(), Path(sys.argv[1]) / PREFIX)
