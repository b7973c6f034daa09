"""Zip archives as other programs make them, locked, unlocked and lying: what the lock page has to open or refuse."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import pyzipper

from tests.browser.walk import telling_photo

PDF = b"%PDF-1.7\n" + random.Random(5).randbytes(70_000)  # noqa: S311  # bytes that do not shrink, the same each time
PASSPHRASE = "six plain words chosen by nobody"
SEVEN_ZIP = shutil.which("7zz") or shutil.which("7z") or shutil.which("7za")


def archive(method: int = pyzipper.ZIP_STORED, files: dict[str, bytes] | None = None) -> bytes:
    """A zip that pyzipper locked with AES-256."""
    out = io.BytesIO()
    with pyzipper.AESZipFile(out, "w", compression=method, encryption=pyzipper.WZ_AES) as made:
        made.setpassword(PASSPHRASE.encode())
        for name, content in (files or {"Canary.jpg": telling_photo(), "deep/letter.pdf": PDF}).items():
            made.writestr(name, content)
    return out.getvalue()


def plain_zip(method: int = zipfile.ZIP_DEFLATED, files: dict[str, bytes] | None = None) -> bytes:
    """A zip without a lock."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in (files or {}).items():
            made.writestr(name, content)
    return out.getvalue()


def lying_zip(claimed_bytes: int) -> bytes:
    """A zip whose file grows to 3 MB, and that says another size of it."""
    content = bytearray(plain_zip(files={"bomb.txt": bytes(3_000_000)}))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.index(signature) + at
        content[place : place + 4] = claimed_bytes.to_bytes(4, "little")
    return bytes(content)


def old_zip(folder: Path) -> bytes:
    """A zip under the old lock, by 7-Zip."""
    (folder / "a.pdf").write_bytes(PDF)
    seven_zip("a", "-tzip", "-mem=ZipCrypto", f"-p{PASSPHRASE}", "old.zip", "a.pdf", folder=folder)
    return (folder / "old.zip").read_bytes()


def seven_zip(*arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Runs 7-Zip in a folder."""
    if SEVEN_ZIP is None:
        pytest.skip("7-Zip is not installed")
    return subprocess.run([SEVEN_ZIP, *arguments], cwd=folder, check=True, capture_output=True)
