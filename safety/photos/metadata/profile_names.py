"""What a colour profile says about the device it was made for: its name, maker, model and serial number.

Apple writes the numbers that a display gives over its cable; others only texts. It decides nothing.

Source: ICC.1:2022 sections 7.2, 7.3, 10.15 (multiLocalizedUnicode); ICC.1:2001-04 section 6.5.17
(textDescription); Apple's tag `mmod` as ColorSync writes it, after the identification of VESA E-EDID 1.4, 3.4.
"""

from typing import Final

from safety.photos.limits import MAX_ICC_TAGS
from safety.photos.metadata.text import VALUE_MAX_BYTES, read_terminated

_TABLE_AT, _ENTRY_BYTES = 128, 12
_NAMED: Final = ((b"desc", "name"), (b"dmnd", "maker"), (b"dmdd", "model"))
_NUMBERS_BYTES = 24
_LETTER_MASK = 0x1F


def profile_names(profile: bytes) -> dict[str, str]:
    """Values for a finding: `name`, `maker`, `model` and `serial`, as far as the profile has them."""
    tags = _tags(profile)
    values = {value: _text(tags.get(signature, b"")) for signature, value in _NAMED}
    numbers = tags.get(b"mmod", b"")
    if len(numbers) >= _NUMBERS_BYTES:
        values["maker"] = values["maker"] or _maker(numbers[8:12])
        values["model"] = values["model"] or numbers[12:16].hex().lstrip("0").upper()
        values["serial"] = numbers[16:24].hex().lstrip("0").upper()
    return {name: text for name, text in values.items() if text}


def _tags(profile: bytes) -> dict[bytes, bytes]:
    """The contents by signature, as far as they are inside the profile; of each the beginning."""
    count = min(int.from_bytes(profile[_TABLE_AT : _TABLE_AT + 4], "big"), MAX_ICC_TAGS)
    found: dict[bytes, bytes] = {}
    for at in range(_TABLE_AT + 4, _TABLE_AT + 4 + count * _ENTRY_BYTES, _ENTRY_BYTES):
        start = int.from_bytes(profile[at + 4 : at + 8], "big")
        size = int.from_bytes(profile[at + 8 : at + 12], "big")
        found.setdefault(profile[at : at + 4], profile[start : start + min(size, VALUE_MAX_BYTES)])
    return found


def _text(content: bytes) -> str:
    """The text of a description, in the first of its languages."""
    if content[:4] == b"mluc":
        length, start = int.from_bytes(content[20:24], "big"), int.from_bytes(content[24:28], "big")
        return content[start : start + length].decode("utf-16-be", "replace").strip("\0 ")
    if content[:4] == b"desc":
        return read_terminated(content[12 : 12 + int.from_bytes(content[8:12], "big")])
    return read_terminated(content[8:]) if content[:4] == b"text" else ""


def _maker(raw: bytes) -> str:
    """The three letters of a maker, five bits each, as in "APP" for Apple."""
    number = int.from_bytes(raw, "big")
    letters = [number >> shift & _LETTER_MASK for shift in (10, 5, 0)]
    return "".join(chr(ord("A") + letter - 1) for letter in letters) if all(1 <= one <= 26 for one in letters) else ""
