"""The static files, packed once for all tests: packing them takes longer than most tests, and a site's start waits."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from safety.config import OWNER_ALONE
from safety.web import assets
from safety.web.release import PREFIX, Release

# Beside what pytest keeps; a folder for each release of the files, as in a site's own folder.
KEPT = Path(__file__).parent.parent / ".pytest_cache" / "packed"


def put_into(instance: Path) -> None:
    """Puts the files into the folder of a new site, where it looks for them before it packs any itself."""
    target = instance / PREFIX
    if not target.exists():
        instance.mkdir(mode=OWNER_ALONE, parents=True, exist_ok=True)
        shutil.copytree(_packed(), target / _packed().name)


@cache
def _packed() -> Path:
    return assets.prepare(Release(), KEPT)
