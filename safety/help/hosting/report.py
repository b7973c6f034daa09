"""What was found about a site, in lines for a terminal: where a notice goes, and what each of them can do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from safety.help.hosting.answer import Network, Registrar, Way
from safety.help.hosting.find import Found
from safety.help.hosting.question import Refusal
from safety.help.hosting.web import Trouble

LOOK_UP: Final = "https://lookup.icann.org/"
CLOUDFLARE: Final = "https://abuse.cloudflare.com/"

REFUSED: Final = {
    Refusal.NO_NAME: "This is no link and no name of a site. Write it as in example.com, or paste the whole link.",
    Refusal.NO_WEB: "This is no link to a web site. A link begins with https:// or http://.",
    Refusal.PRIVATE: "This is a name or an address inside a home, an office or a computer. The internet cannot see it.",
    Refusal.ONION: "Sites that end in .onion hide their host, so no register knows it. The police or a hotline can "
    "take the link.",
    Refusal.TWO_WAYS: "This name has a letter that is written in two ways. Copy it from the address bar of a browser, "
    "where it begins with xn--.",
}

_TROUBLE: Final = {
    Trouble.NOT_THERE: "The register does not know it.",
    Trouble.NO_ANSWER: "The register did not answer. Try again later.",
    Trouble.TOO_MUCH: "The register's answer was too long to be one.",
    Trouble.NOT_SAFE: "The register's answer led to a place that is not safe to ask.",
    Trouble.NO_REGISTER: "There is no public register for this ending or network.",
    Trouble.BROKEN: "The register's answer could not be read.",
}

_FIRST: Final = (
    "The page was not opened. Only the name system and the public registers were asked.",
    "",
    "Is somebody in the picture under 18, or are you not sure? Then do not write to the site or the host.",
    "Give the link to the hotline of your country (https://www.inhope.org/) or to the police.",
)

_LAST: Final = (
    "For a notice: the exact link, that you are the person shown, that you did not agree, how to reach you.",
    "Do not attach the picture. Do not pay, and do not send ID to a site.",
)


def lines(found: Found) -> Iterator[str]:
    """The report."""
    yield f"Site: {found.question.host}"
    yield from _FIRST
    for network in found.networks:
        yield ""
        yield from _network(network)
    if not found.addresses:
        yield ""
        yield "HOST: the name leads to no public address now. The site may be gone, or this computer is not online."
    if found.seller is not None:
        yield ""
        yield from _seller(found.seller)
    yield from ("", *_LAST)


def helps(found: Found) -> bool:
    """Whether there is at least one place to write to."""
    networks = any(isinstance(one, Network) and (one.abuse or one.is_cloudflare) for one in found.networks)
    return networks or (isinstance(found.seller, Registrar) and bool(found.seller.abuse))


def _network(network: Network | Trouble) -> Iterator[str]:
    if isinstance(network, Trouble):
        yield f"HOST: {_TROUBLE[network]} You can look yourself: {LOOK_UP}"
        return
    owner = ", ".join(dict.fromkeys((*network.owners, network.name))) or "a network without a name"
    if network.is_cloudflare:
        yield f"IN FRONT OF THE SITE: {owner}"
        yield "  It usually does not hold the picture, and it cannot delete it. It passes a report on to the real host."
        yield f"  Use its form, not email: {CLOUDFLARE} (non-consensual sexually explicit imagery)"
        yield "  Where the form lets you choose, the owner of the site need not be told."
        return
    yield f"HOST (or the network it is in): {owner}"
    yield "  The host can take the picture away. Write here first."
    yield from _ways(network.abuse)


def _seller(seller: Registrar | Trouble) -> Iterator[str]:
    if isinstance(seller, Trouble):
        yield f"REGISTRAR: {_TROUBLE[seller]} You can look yourself: {LOOK_UP}"
        return
    yield f"REGISTRAR of {seller.name or 'the name'}: {seller.seller or 'not named'}"
    yield "  It sold the name. It cannot delete a picture; it can pass a notice on or switch the name off."
    yield from _ways(seller.abuse)


def _ways(way: Way) -> Iterator[str]:
    yield from (f"  Notices go to: {email}" for email in way.emails)
    yield from (f"  Form: {form}" for form in way.forms)
    if not way:
        yield "  No address for notices is in the register. Look for 'abuse' on its own web site."
