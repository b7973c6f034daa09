"""Static files: copied once per release, compressed beforehand, served for a year.

The hash of all files is a folder of their address, so relative addresses inside them just work.
"""

from __future__ import annotations

import shutil
import tempfile
from hashlib import blake2s
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from safety.web.headers import STATIC, YEAR_SECONDS

SOURCE = Path(__file__).resolve().parents[2] / "static"
PREFIX = "static"


def release(source: Path = SOURCE) -> str:
    """A short hash of every file below ``source`` and its name."""
    digest = blake2s(digest_size=6)
    for path in _files(source):
        name = path.relative_to(source).as_posix().encode()
        digest.update(len(name).to_bytes(4) + name + path.stat().st_size.to_bytes(8) + path.read_bytes())
    return digest.hexdigest()


def prepare(source: Path, target: Path) -> Path:
    """The folder below ``target`` that holds this release, made if it is not there; others go."""
    folder = target / release(source)
    if not folder.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target) as work:
            _copy(source, Path(work) / "release")
            try:
                (Path(work) / "release").rename(folder)
            except OSError:
                # Another process of the same release was quicker.
                if not folder.is_dir():
                    raise
    for old in target.iterdir():
        if old.is_dir() and old != folder and not old.name.startswith("tmp"):
            shutil.rmtree(old, ignore_errors=True)
    return folder


def init(app: Flask, instance: Path) -> None:
    """Serves the static files before Flask, and gives templates ``asset('css/site.css')``."""
    folder = prepare(SOURCE, instance / PREFIX)
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
    served.add_files(str(folder), prefix=f"{PREFIX}/{folder.name}/")
    app.wsgi_app = served  # type: ignore[method-assign]  # the documented way to wrap a Flask app
    app.jinja_env.globals["asset"] = lambda name: f"/{PREFIX}/{folder.name}/{name}"


def _add_headers(headers: Headers, path: str, url: str) -> None:
    for name, value in STATIC.items():
        headers[name] = value


def _copy(source: Path, target: Path) -> None:
    compressor = Compressor(quiet=True)
    for path in _files(source):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        if compressor.should_compress(copy.name):
            for _ in compressor.compress(str(copy)):
                pass


def _files(source: Path) -> list[Path]:
    served = (path for path in source.rglob("*") if path.is_file() and path.suffix not in (".py", ".toml"))
    return sorted(served)
