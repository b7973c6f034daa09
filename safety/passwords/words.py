"""The sentence for every code of a password's strength, in English.

Does not translate: pages pass each sentence through gettext when they show it. `_` only marks the sentences,
so that they are found for translation.
"""

from safety.passwords.strength import GENERAL, Advice, Time, Weakness


def _(text: str) -> str:
    return text


SCORES = (
    _("A guessing program tries this password very early."),
    _("A guessing program needs little time for this password."),
    _("This password slows guessing down a little."),
    _("This password slows guessing down well."),
    _("This password is hard to guess."),
)
"""What the score means; the score is the place in the list."""

TIMES = {
    Time.SECONDS: _("seconds or less"),
    Time.MINUTES: _("minutes"),
    Time.HOURS: _("hours"),
    Time.DAYS: _("days"),
    Time.MONTHS: _("months"),
    Time.YEARS: _("years"),
    Time.CENTURIES: _("centuries"),
}
"""How long guessing may take, as a page shows it under the name of the attack."""

WEAKNESSES = {
    Weakness.EMPTY: _("There is nothing to measure yet."),
    Weakness.TOO_SHORT: _("It has fewer than 15 characters."),
    Weakness.COMMON_PASSWORD: _("Many people use this password, so it is tried first."),
    Weakness.NEAR_COMMON: _("Part of it is, or is close to, a password that many people use."),
    Weakness.WORD: _("Much of it is ordinary words, and there are not enough of them."),
    Weakness.NAME: _("It seems to contain a name. Someone who knows you may try names."),
    Weakness.DATE: _("It seems to contain a date. Someone who knows you may try birthdays."),
    Weakness.YEAR: _("It seems to contain a year. Years are tried early."),
    Weakness.KEYBOARD_WALK: _("It uses keys that lie next to each other."),
    Weakness.SEQUENCE: _("It uses letters or numbers in their usual order, such as abc or 987."),
    Weakness.REPEAT: _("It repeats the same characters or the same word."),
    Weakness.LEET: _("It swaps letters for look-alikes, such as 0 for o. Guessing programs try these swaps too."),
    Weakness.REVERSED: _("It has a word spelled backwards. Guessing programs try that too."),
}

PARTS = {
    Weakness.COMMON_PASSWORD: _("a password many people use"),
    Weakness.NEAR_COMMON: _("much used in passwords"),
    Weakness.WORD: _("a word"),
    Weakness.NAME: _("a name"),
    Weakness.DATE: _("a date"),
    Weakness.YEAR: _("a year"),
    Weakness.KEYBOARD_WALK: _("keys side by side"),
    Weakness.SEQUENCE: _("in usual order"),
    Weakness.REPEAT: _("repeated"),
    Weakness.LEET: _("swapped letters"),
    Weakness.REVERSED: _("backwards"),
}
"""What a part of the password is like, in few words; no part can be empty or too short."""

NO_PATTERN = _("no pattern we know")
"""For a part without any of these."""

ADVICE = {
    Advice.LONGER: _("You can make it longer. Use 15 characters or more when nothing else protects the account."),
    Advice.RANDOM_WORDS: _(
        "You can use words that chance picked, with spaces between them. Six hold well. Symbols are optional."
    ),
    Advice.AVOID_COMMON: _("You can choose something that other people do not use."),
    Advice.AVOID_NAMES: _("You can leave out names of people, pets and places that you know."),
    Advice.AVOID_DATES: _("You can leave out birthdays, years and other dates."),
    Advice.AVOID_WALKS: _("You can leave out rows of keys, abc, 123 and repeats."),
    Advice.AVOID_SWAPS: _("You can add another word in place of swapped letters or reversed words."),
    Advice.KEEP: _("You do not need to change it at set times. Change it if someone else may know it."),
    Advice.UNIQUE: _("Use it for one account only. A thief tries a stolen password on other accounts too."),
    Advice.MANAGER: _("A password manager can make long passwords and remember them for you."),
    Advice.SECOND_STEP: _("Where you can, turn on two-step sign-in. Then a password alone does not open the account."),
}

ALWAYS = (Advice.KEEP, *GENERAL)
"""Told apart from what would help most: it does not hang on what was found."""

CAPPED = _("We measured the first {n} characters. Yours is longer, and that is fine.")
"""For Strength.capped, with the number of them."""

LIMITS = (
    _("These times are estimates. A site that stores passwords badly gives much less time."),
    _("We cannot tell whether this password was stolen before, or whether someone knows it."),
    _("Our word lists are mostly English. Other languages and song lines may look stronger than they are."),
)
"""What the measure cannot say, for every result."""
