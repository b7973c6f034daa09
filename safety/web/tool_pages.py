"""The pages that work on the device alone, and the files that each of them may load.

Only the first scripts are written down; what they load is read from them, so the list is never longer or shorter
than what the page needs.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Final

from safety.library.codes import NoticeKind
from safety.web.content_security import Files
from safety.web.release import Release

_ADDRESS_IN_STYLE = re.compile(r"""url\("([^"]+)"\)""")


@dataclass(frozen=True)
class ToolPage:
    """A page at ``path`` with the names of its static files, and the addresses of what a view answers."""

    path: str
    scripts: tuple[str, ...]
    workers: tuple[str, ...]
    styles: tuple[str, ...]
    pictures: tuple[str, ...]
    keepers: tuple[str, ...] = ()
    manifests: tuple[str, ...] = ()

    def all_scripts(self, release: Release) -> tuple[str, ...]:
        """Its scripts and all modules that they load, sorted."""
        return release.modules_of(*self.scripts)

    def runs(self, release: Release) -> tuple[str, ...]:
        """Everything that runs on it: all scripts and the workers."""
        return self.all_scripts(release) + self.workers

    def files(self, release: Release) -> Files:
        """The addresses of all that it may load."""
        fonts = dict.fromkeys(font for style in self.styles for font in _fonts(style, release.text(style)))
        names = (self.all_scripts(release), self.workers, self.styles, tuple(fonts), self.pictures)
        scripts, workers, styles, letters, pictures = (tuple(map(release.address, some)) for some in names)
        return Files(scripts, (*workers, *self.keepers), styles, letters, pictures, self.manifests)


# `leave.js`, `site.css` and the icon come with the layout of every page.
PHOTOS: Final = ToolPage(
    path="/photos",
    scripts=("js/leave.js", "js/photos/page.js"),
    workers=("js/photos/engine.js", "js/photos/tags_engine.js"),
    styles=("css/site.css", "css/tool.css", "css/photos.css", "css/map.css", "css/cover.css", "css/guided.css"),
    pictures=("icon.svg",),
)
PASSWORDS: Final = ToolPage(
    path="/passwords",
    scripts=("js/leave.js", "js/passwords/page.js"),
    workers=("js/passwords/engine.js",),
    styles=("css/site.css", "css/passwords.css", "css/maker.css"),
    pictures=("icon.svg",),
)
LOCK: Final = ToolPage(
    path="/passwords/lock",
    scripts=("js/leave.js", "js/passwords/lock.js"),
    workers=("js/passwords/lock_engine.js",),
    styles=("css/site.css", "css/tool.css", "css/lock.css"),
    pictures=("icon.svg",),
)
LEAKED: Final = ToolPage(
    path="/passwords/leaked",
    scripts=("js/leave.js", "js/passwords/leaked.js"),
    workers=(),
    styles=("css/site.css", "css/passwords.css"),
    pictures=("icon.svg",),
)
CLASS: Final = ToolPage(
    path="/passwords/class",
    scripts=("js/leave.js", "js/passwords/class.js"),
    workers=(),
    styles=("css/site.css", "css/class.css"),
    pictures=("icon.svg",),
)
CASE: Final = ToolPage(
    path="/help/case",
    scripts=("js/leave.js", "js/help/case.js"),
    workers=(),
    styles=("css/site.css", "css/tool.css", "css/case.css"),
    pictures=("icon.svg",),
)
NOTICES: Final = {
    kind.value: ToolPage(
        path=f"/help/notices/{kind.value}",
        scripts=("js/leave.js", "js/help/notices.js"),
        workers=(),
        styles=("css/site.css", "css/tool.css", "css/notices.css"),
        pictures=("icon.svg",),
    )
    for kind in NoticeKind
}
ICONS: Final = ("notes", "units", "list")
OFFLINE: Final = ToolPage(
    path="/offline",
    scripts=("js/leave.js", "js/pages/offline.js"),
    workers=(),
    styles=("css/site.css", "css/offline.css"),
    pictures=("icon.svg", *(f"icons/{icon}.{kind}" for icon in ICONS for kind in ("png", "svg"))),
    keepers=("/offline.js",),
    manifests=tuple(f"/offline/{icon}.webmanifest" for icon in ICONS),
)
# Its index is made from the content, so the view adds that script itself.
SEARCH_SCRIPT: Final = "js/pages/search.js"
SEARCH: Final = ToolPage(
    path="/search",
    scripts=("js/leave.js", SEARCH_SCRIPT),
    workers=(),
    styles=("css/site.css", "css/search.css"),
    pictures=("icon.svg",),
)
ALL: Final = (PHOTOS, PASSWORDS, LOCK, LEAKED, CLASS, CASE, *NOTICES.values(), OFFLINE, SEARCH)


def _fonts(style: str, text: str) -> list[str]:
    """The names of the files that the style sheet ``style`` asks for; we use no other files in one."""
    return [
        posixpath.normpath(posixpath.join(posixpath.dirname(style), name)) for name in _ADDRESS_IN_STYLE.findall(text)
    ]
