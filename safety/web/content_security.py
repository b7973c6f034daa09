"""The Content-Security-Policy of every page: the common one, and the narrower one of a page that is a tool.

A tool page works on the device alone. Its policy names each file that it may load by its exact address, so
that no script on it can load or send anything else. It cannot stop a way that no such policy knows: opening
another page, WebRTC, or one of the allowed addresses with something added behind a question mark.
Source: CSP Level 3, Trusted Types (W3C), checked 2026-11-23.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

COMMON = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "unshared",
}
# A static file loads nothing itself; a worker obeys the policy of its own file.
STATIC = "default-src 'none'; frame-ancestors 'none'"
NONE = "'none'"
SELF = "'self'"
OWN_PICTURES = "blob:"
# What a policy can name: no IPv6 address, nothing that a name of a host does not have.
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::[0-9]{1,5})?")
_ADDRESS = re.compile(
    r"/static/[0-9a-f]{12}/[a-z0-9_/-]+\.[a-z0-9]+|/offline\.js|/offline/[a-z]+\.webmanifest|/search/index\.js"
)
_SERVICE = re.compile(r"(?:https://[a-z0-9.-]+|http://(?:127\.0\.0\.1|localhost))(?::[0-9]{1,5})?/[a-z]+/")
# The talks are a hundred pages that are the same for everybody, and no other folder of pages is named whole.
_PAGE_OR_RELEASE = re.compile(r"(?:/[a-z0-9-]+)+|/search/index\.js|/talk/|/static/[0-9a-f]{12}/")
_PAGE = re.compile(r"(?:/[a-z0-9-]+)+")


@dataclass(frozen=True)
class Files:
    """The addresses of all that a tool page may load.

    ``asks`` is the folder of a service that it may ask, ``posts`` the page that its form may be sent to.
    """

    scripts: tuple[str, ...]
    workers: tuple[str, ...]
    styles: tuple[str, ...]
    fonts: tuple[str, ...]
    pictures: tuple[str, ...]
    manifests: tuple[str, ...] = ()
    asks: str = ""
    posts: str = ""

    def __post_init__(self) -> None:
        kinds = (self.scripts, self.workers, self.styles, self.fonts, self.pictures, self.manifests)
        for address in (address for kind in kinds for address in kind):
            if not _ADDRESS.fullmatch(address):
                raise ValueError(f"not the address of one static file, worker or manifest: {address}")
        if self.asks and not _SERVICE.fullmatch(self.asks):
            raise ValueError(f"not the folder of a service: {self.asks}")
        if self.posts and not _PAGE.fullmatch(self.posts):
            raise ValueError(f"not the address of a page: {self.posts}")


def common(narrowed: tuple[str, ...] = ()) -> str:
    """The common policy, with the directives ``narrowed`` forbidden."""
    unknown = set(narrowed) - COMMON.keys()
    if unknown:
        raise ValueError(f"not directives of the policy: {sorted(unknown)}")
    return _written(COMMON | dict.fromkeys(narrowed, NONE))


def exact(host: str, files: Files) -> str:
    """The policy of a tool page on ``host``, which may load ``files`` and nothing else."""
    if not _HOST.fullmatch(host):
        return _written(_TOOL | _UNNAMEABLE | ({"form-action": SELF} if files.posts else {}))
    workers = _sources(host, files.workers)
    # Without a scheme it is the one of the page, or https. Safari before 15.5 knows child-src for workers only.
    return _written(
        _TOOL
        | {
            "script-src": _sources(host, files.scripts),
            "worker-src": workers,
            "child-src": workers,
            "style-src": _sources(host, files.styles),
            "font-src": _sources(host, files.fonts),
            "img-src": f"{OWN_PICTURES} {_sources(host, files.pictures)}",
            "manifest-src": _sources(host, files.manifests),
            "connect-src": files.asks or NONE,
            "form-action": _sources(host, (files.posts,) if files.posts else ()),
        }
    )


def keeper(host: str, addresses: tuple[str, ...]) -> str:
    """The policy of a service worker on ``host``, which may fetch ``addresses`` of pages and of a release's folder."""
    for address in addresses:
        if not _PAGE_OR_RELEASE.fullmatch(address):
            raise ValueError(f"not the address of a page or a release: {address}")
    fetched = _sources(host, addresses) if _HOST.fullmatch(host) else NONE
    return _written(_KEEPER | {"connect-src": fetched})


# In the order in which they are written; what a page may load is filled in.
_TOOL = {
    "default-src": NONE,
    "script-src": NONE,
    "worker-src": NONE,
    "child-src": NONE,
    "frame-src": NONE,
    "style-src": NONE,
    "font-src": NONE,
    "img-src": OWN_PICTURES,
    "media-src": OWN_PICTURES,
    "manifest-src": NONE,
    "connect-src": NONE,
    "form-action": NONE,
    "base-uri": NONE,
    "frame-ancestors": NONE,
    "require-trusted-types-for": "'script'",
    "trusted-types": "unshared",
}
_KEEPER = {
    "default-src": NONE,
    "connect-src": NONE,
    "base-uri": NONE,
    "form-action": NONE,
    "frame-ancestors": NONE,
    "require-trusted-types-for": "'script'",
    "trusted-types": NONE,
}
# Where no file can be named, the page keeps its looks and runs no script: it works without.
_UNNAMEABLE = {"style-src": SELF, "font-src": SELF, "img-src": SELF}


def _sources(host: str, addresses: tuple[str, ...]) -> str:
    return " ".join(f"{host}{address}" for address in addresses) or NONE


def _written(rules: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in rules.items())
