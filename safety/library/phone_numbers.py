"""Whether what stands in a table can be dialled in its country.

Words that the page shows around a number are allowed: ``(mobile)`` behind it, ``WhatsApp`` before it. It reads the form
only: nobody can tell from it whether someone answers, which is why `content update-report` exists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import phonenumbers

# The lines of the whole world that have a number are in the United States.
GLOBAL = ("US",)
WORDS_BEFORE = re.compile(r"^(?:Text message to|WhatsApp|SMS to)\s+")
REMARK_BEHIND = re.compile(r"\s+\([^()]*\)$")
# In use, and not in the library's tables: helplines of four figures, and a number that WhatsApp knows without its 9.
IN_USE = frozenset([("GR", "1018"), ("GR", "1056"), ("PH", "1383"), ("PH", "1553"), ("BR", "+55 61 9610-0180")])
# 000 and 016 are whole; 0800 37 has lost its end.
LONGEST_SHORT_WITH_0 = 3


def is_country(code: str) -> bool:
    """Whether ``code`` is the ISO 3166 code of a country or territory with telephones."""
    return code in phonenumbers.SUPPORTED_REGIONS


def dialled(text: str) -> str:
    """The number in ``text`` without the words around it."""
    return REMARK_BEHIND.sub("", WORDS_BEFORE.sub("", text))


def can_be_dialled(text: str, countries: Iterable[str]) -> bool:
    """Whether ``text`` has the form of a number, long or short, in one of ``countries``."""
    number = dialled(text)
    return any(_in_country(number, country) for country in countries)


def _in_country(number: str, country: str) -> bool:
    if (country, number) in IN_USE:
        return True
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return False
    # The tables of short numbers have gaps: there the length decides, but for what begins like a long number.
    cut_off = number.startswith("0") and len(number) > LONGEST_SHORT_WITH_0
    short = not cut_off and phonenumbers.is_possible_short_number_for_region(parsed, country)
    return short or phonenumbers.is_valid_number(parsed)
