"""The sentence for every code of a password's strength, in English.

Does not translate: pages pass each sentence through gettext when they show it. `_` only marks the sentences,
so that they are found for translation.
"""

from safety.passwords.strength import Advice, Time, Weakness


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

ONLINE = {
    Time.SECONDS: _("On a sign-in page that limits wrong tries, guessing it may take seconds."),
    Time.MINUTES: _("On a sign-in page that limits wrong tries, guessing it may take minutes."),
    Time.HOURS: _("On a sign-in page that limits wrong tries, guessing it may take hours."),
    Time.DAYS: _("On a sign-in page that limits wrong tries, guessing it may take days."),
    Time.MONTHS: _("On a sign-in page that limits wrong tries, guessing it may take months."),
    Time.YEARS: _("On a sign-in page that limits wrong tries, guessing it may take years."),
    Time.CENTURIES: _("On a sign-in page that limits wrong tries, guessing it may take centuries."),
}

STOLEN = {
    Time.SECONDS: _("If someone steals a site's stored passwords, guessing it may take seconds."),
    Time.MINUTES: _("If someone steals a site's stored passwords, guessing it may take minutes."),
    Time.HOURS: _("If someone steals a site's stored passwords, guessing it may take hours."),
    Time.DAYS: _("If someone steals a site's stored passwords, guessing it may take days."),
    Time.MONTHS: _("If someone steals a site's stored passwords, guessing it may take months."),
    Time.YEARS: _("If someone steals a site's stored passwords, guessing it may take years."),
    Time.CENTURIES: _("If someone steals a site's stored passwords, guessing it may take centuries."),
}

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

ADVICE = {
    Advice.LONGER: _("You can make it longer. Use 15 characters or more when nothing else protects the account."),
    Advice.RANDOM_WORDS: _(
        "You can use four or more words picked at random, with spaces between them. Symbols are optional."
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

CAPPED = _("We measured the first 32 characters. Yours is longer, and that is fine.")
"""For Strength.capped."""

LIMITS = (
    _("These times are estimates. A site that stores passwords badly gives much less time."),
    _("We cannot tell whether this password was stolen before, or whether someone knows it."),
    _("Our word lists are mostly English. Other languages and song lines may look stronger than they are."),
)
"""What the measure cannot say, for every result."""
