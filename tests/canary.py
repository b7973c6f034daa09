"""Words that nobody else writes: one for each place that something is sent from, found again in any bytes.

All words of a run begin with the same eight letters, so one search finds every one of them: in UTF-8, UTF-16 and
UTF-32, percent-encoded, quoted-printable, as HTML or JSON writes letters by number, in base64, hexadecimal, backwards,
in capitals.
It does not see a word that was hashed, encrypted or compressed.
"""

from __future__ import annotations

import base64
import codecs
import html
import re
import secrets
import string
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

MARK_LETTERS = 8
PLACE_LETTERS = 4
# A cookie's base64 has no plus and no slash.
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
_NUMBERED = re.compile(rb"\\u00([0-9a-f]{2})")


def _letters(count: int) -> str:
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(count))


@dataclass
class Canaries:
    """The words of one run, and the place that each stands for."""

    mark: str = field(default_factory=lambda: _letters(MARK_LETTERS))
    places: dict[str, str] = field(default_factory=dict)

    def word(self, place: str) -> str:
        """A word for ``place`` that was not used before."""
        number, letters = len(self.places), ""
        for _ in range(PLACE_LETTERS):
            number, digit = divmod(number, len(string.ascii_lowercase))
            letters = string.ascii_lowercase[digit] + letters
        self.places[self.mark + letters] = place
        return self.mark + letters

    def words(self, content: bytes) -> set[str]:
        """The words that stand in ``content`` in letters, as they are."""
        return {one.decode() for one in re.findall(rb"%s[a-z]{4}" % self.mark.encode(), content)}

    def found(self, content: bytes) -> set[str]:
        """The places whose words are in ``content`` in any form; 'some place' where the form does not tell which."""
        if not content:
            return set()
        places: set[str] = set()
        for form in _forms(content):
            places |= {self.places.get(word, "some place") for word in self.words(form.lower())}
        if any(needle in content.translate(_URL_SAFE) for needle in self._in_base64()):
            places.add("some place, in base64")
        low = content.lower()
        if self.mark.encode().hex().encode() in low or self.mark[::-1].encode() in low:
            places.add("some place, in hexadecimal or backwards")
        return places

    def _in_base64(self) -> list[bytes]:
        """What is the same in base64 whatever stands before and after the eight letters, for both cases of them."""
        found = []
        for text in (self.mark, self.mark.upper()):
            for before in range(3):
                coded = base64.b64encode(b"\0" * before + text.encode())
                first, last = -(-before * 8 // 6), (before + len(text)) * 8 // 6
                found.append(coded[first:last])
        return found


def _forms(content: bytes) -> list[bytes]:
    forms = [content]
    if b"\0" in content:
        forms.append(content.replace(b"\0", b""))
    if b"%" in content:
        forms.append(unquote_to_bytes(content))
    if b"=\n" in content or b"=\r\n" in content:
        forms.append(re.sub(rb"=\r?\n", b"", content))
    if b"=" in content:
        forms.append(re.sub(rb"=([0-9A-F]{2})", lambda code: bytes.fromhex(code[1].decode()), content))
    if b"&#" in content:
        forms.append(html.unescape(content.decode("latin-1")).encode("utf-8"))
    if b"\\u00" in content.lower():
        forms.append(_NUMBERED.sub(lambda code: codecs.decode(code[1], "hex"), content.lower()))
    return forms
