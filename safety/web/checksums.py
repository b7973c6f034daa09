"""Checksums of the scripts that the photo page runs, and a command that compares a site with this copy.

    python -m safety.web.checksums https://example.org

It needs the standard library alone. It asks only for that page and its scripts, as any visitor does, and changes
nothing. It cannot know whether a site gives somebody else other files: run it where they are used.
Exit status: 0 all the same, 1 something differs or is missing, 2 the site cannot be asked, 64 wrong usage.
"""

from __future__ import annotations

import re
import sys
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPException
from typing import Final
from urllib.error import HTTPError
from urllib.parse import urlsplit

from safety.web import content_security, tool_pages
from safety.web.release import PREFIX, Release

PAGE: Final = tool_pages.PHOTOS
SAME, DIFFERENT, MISSING = "same", "different", "missing"
POLICY: Final = "Content-Security-Policy"
USAGE: Final = "Usage: python -m safety.web.checksums https://example.org"
EXIT_SAME, EXIT_DIFFERENT, EXIT_NOT_ASKED, EXIT_USAGE = 0, 1, 2, 64
_TIMEOUT_SECONDS = 20
_MAX_BYTES = 16 * 1024 * 1024
_RELEASE_ON_PAGE = re.compile(rf"/{PREFIX}/([0-9a-f]{{12}})/")


@dataclass(frozen=True)
class Answer:
    """What a site gave for one address."""

    status: int
    headers: Mapping[str, str]
    content: bytes


# Gets one address; an OSError when nobody answers.
Get = Callable[[str], Answer]


def of_scripts(release: Release, read: Callable[[str], bytes] | None = None) -> dict[str, str]:
    """The SHA-256 of every script that runs on the page, by name; ``read`` gives the file as it is served."""
    read = read or release.content
    return {name: sha256(read(name)).hexdigest() for name in sorted(PAGE.runs(release))}


def compare(site: str, release: Release, get: Get) -> Iterator[tuple[str, str]]:
    """How the policy of the page and each script of ``site`` compare with ``release``: name and finding.

    Raises:
        OSError: nobody answers.
    """
    answer = get(site + PAGE.path)
    found = _RELEASE_ON_PAGE.search(answer.content.decode("utf-8", "replace"))
    theirs = found[1] if found else release.name
    policy = content_security.exact(urlsplit(site).netloc, PAGE.files(release)).replace(release.name, theirs)
    yield f"{POLICY} of {PAGE.path}", _finding(answer, answer.headers.get(POLICY) == policy)
    for name, digest in of_scripts(release).items():
        answer = get(f"{site}/{PREFIX}/{theirs}/{name}")
        yield name, _finding(answer, sha256(answer.content).hexdigest() == digest)


def _finding(answer: Answer, is_same: bool) -> str:
    if answer.status != 200:
        return MISSING
    return SAME if is_same else DIFFERENT


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """An answer that leads elsewhere is not the file."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


def get_over_network(address: str) -> Answer:
    """What is at ``address``.

    Raises:
        OSError: nobody answers, or not in HTTP.
    """
    opener = urllib.request.build_opener(_NoRedirects)
    try:
        with opener.open(address, timeout=_TIMEOUT_SECONDS) as response:
            # Servers write the names of headers in their own ways.
            headers = {name.title(): value for name, value in response.headers.items()}
            return Answer(response.status, headers, response.read(_MAX_BYTES))
    except HTTPError as error:
        with error:
            return Answer(error.code, {}, b"")
    except HTTPException as error:
        raise OSError(str(error)) from error


def run(arguments: list[str], get: Get = get_over_network) -> int:
    """The command; gives its exit status."""
    site = arguments[0].rstrip("/") if len(arguments) == 1 else ""
    parts = urlsplit(site)
    if parts.scheme not in ("https", "http") or not parts.netloc or parts.path or parts.query or parts.fragment:
        sys.stderr.write(f"{USAGE}\n")
        return EXIT_USAGE
    wrong = 0
    try:
        for name, finding in compare(site, Release(), get):
            wrong += finding != SAME
            sys.stdout.write(f"{finding:<10} {name}\n")
    except OSError as error:
        sys.stderr.write(f"{site} could not be asked: {error}\n")
        return EXIT_NOT_ASKED
    sys.stdout.write(f"\n{_summary(wrong)}\n")
    return EXIT_DIFFERENT if wrong else EXIT_SAME


def _summary(wrong: int) -> str:
    if not wrong:
        return f"Everything that runs on {PAGE.path} is the same as in this copy."
    return f"Not the same as in this copy: {wrong}. Is it another version? Whoever runs the site knows which one it is."


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
