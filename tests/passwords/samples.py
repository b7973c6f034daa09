"""Made-up passwords, built as people build theirs. The same five hundred every time; none was anybody's.

The words, names and much-used passwords in them are those of the public lists of zxcvbn.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from random import Random

from zxcvbn.frequency_lists import FREQUENCY_LISTS

EACH = 50
SYMBOLS = "!?.#*$-_"
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "1qaz2wsx3edc4rfv")
SWAPS = str.maketrans("aeiots", "43!0+5")
_LISTS = {name: [word for word in words if word.isalpha()] for name, words in FREQUENCY_LISTS.items()}
_NAMES = _LISTS["female_names"] + _LISTS["male_names"]


def _word(random: Random, most: int = 20_000) -> str:
    return random.choice(_LISTS["english_wikipedia"][:most])


def _digits(random: Random, fewest: int = 1, most: int = 4) -> str:
    return "".join(random.choices(string.digits, k=random.randint(fewest, most)))


def _much_used(random: Random) -> str:
    # All of the server's list: the browser has two thirds of it.
    return random.choice(FREQUENCY_LISTS["passwords"])


def _much_used_and_more(random: Random) -> str:
    return random.choice(FREQUENCY_LISTS["passwords"][:5_000]).capitalize() + _digits(random) + random.choice(SYMBOLS)


def _name_and_year(random: Random) -> str:
    return random.choice(_NAMES).capitalize() + str(random.randint(1950, 2026))


def _names(random: Random) -> str:
    between = random.choice(("", " ", "&", "+", "-"))
    return random.choice(_NAMES) + between + random.choice(_LISTS["surnames"]) + random.choice(("", "1", "!", "123"))


def _word_and_more(random: Random) -> str:
    return _word(random).capitalize() + _digits(random) + random.choice(SYMBOLS)


def _swapped(random: Random) -> str:
    return random.choice((_word, _much_used))(random).translate(SWAPS) + random.choice(("", "!", "1", "2020"))


def _walk(random: Random) -> str:
    keys = random.choice(KEYS)
    start = random.randrange(len(keys) - 4)
    walk = keys[start : start + random.randint(4, 8)]
    return random.choice((walk, walk[::-1], walk + walk, walk + _digits(random), walk.capitalize() + "!"))


def _date(random: Random) -> str:
    day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(1940, 2026)
    form = random.choice(
        ("{0}.{1}.{2}", "{0:02}{1:02}{2}", "{2}-{1:02}-{0:02}", "{0}/{1}/{3:02}", "{1:02}{0:02}{3:02}")
    )
    return random.choice(("", "", _word(random, 2_000))) + form.format(day, month, year, year % 100)


def _chance(random: Random) -> str:
    return "".join(random.choices(string.ascii_letters + string.digits + SYMBOLS, k=random.randint(5, 20)))


def _random_words(random: Random) -> str:
    return random.choice((" ", "-", "", ".")).join(_word(random) for _ in range(random.randint(3, 5)))[:32]


KINDS: tuple[Callable[[Random], str], ...] = (
    _much_used, _much_used_and_more, _name_and_year, _names, _word_and_more,
    _swapped, _walk, _date, _chance, _random_words,
)  # fmt: skip


def samples() -> Iterator[tuple[str, str]]:
    """Kind and text of each sample, fifty of a kind; none is longer than the server measures."""
    random = Random(20_261_123)  # noqa: S311  # the same samples every time
    for kind in KINDS:
        for _ in range(EACH):
            yield kind.__name__.strip("_").replace("_", " "), kind(random)
