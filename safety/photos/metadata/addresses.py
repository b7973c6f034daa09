"""E-mail and web addresses that stand in texts of a file: they lead to a person, whatever the text is about.

Addresses in plain ASCII only, as programs make links of them; phone numbers cannot be told from other numbers.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from safety.photos.findings import Finding, make_finding

_TEXTS: Final = ("description", "keywords", "comment", "caption", "person")
_LETTER, _LABEL = "[A-Za-z]", "[A-Za-z0-9-]"
_KINDS: Final = (
    ("contact", re.compile(rf"[A-Za-z0-9._%+-]{{1,64}}@(?:{_LABEL}{{1,63}}\.){{1,8}}{_LETTER}{{2,24}}")),
    ("web-link", re.compile(r"(?:https?://|www\.)[^\s\"'<>();,]{3,}")),
)


def find_addresses(findings: Iterable[Finding]) -> Iterator[Finding]:
    """A finding for the addresses of each kind in each text."""
    for finding in findings:
        text = " ".join(text for _, text in finding.values) if finding.code in _TEXTS else ""
        for code, pattern in _KINDS:
            addresses = dict.fromkeys(match[0].rstrip(".") for match in pattern.finditer(text))
            if addresses:
                yield make_finding(code, finding.place, finding.bytes, values="; ".join(addresses))
