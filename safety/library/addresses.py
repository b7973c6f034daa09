"""What is wrong with an address that a text gives as its source or sends somebody to.

It reads the address alone: nothing is fetched, so it cannot say whether the page is still there.
"""

from __future__ import annotations

from urllib.parse import urlsplit

# Pages that repeat others, sell something, or are written by machine: our research met them and no fact rests on them.
REPEATERS = (
    "0x1.co ailawsusa.com aicerts.ai aboutusagency.com aipolicydesk.com britaintodaynews.com customsmobile.com "
    "dmcacompare.com en.mashdigi.com genuineonlinebusinesses.com google-support.mirrorblogs.com groundy.com "
    "myadultattorney.com news.linkzpulse.com news.quarkybyte.com owlbrief.com particle.news peopleofinternet.com "
    "policyrisk.com respicio.ph techbriefly.com vidianews.com weedep.com zazoom.it"
)
NO_SOURCE = frozenset(REPEATERS.split())


def wrong(url: str) -> tuple[str, str] | None:
    """What is wrong with ``url`` and what to write instead, or None; an empty one is nobody's fault."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        host, parts = "", urlsplit("")
    if parts.scheme != "https":
        return "The address is not https.", "an https address"
    if "." not in host or any(character.isspace() for character in url):
        return "This is no address.", "https://, then the address as the browser shows it"
    if host in NO_SOURCE:
        return f"{host} is not a page that we rest a fact on.", "the organisation's own page, or a well-known one"
    return None
