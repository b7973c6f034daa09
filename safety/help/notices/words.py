"""What a form says of an answer that it cannot use, in English, for the server's form and for the browser's.

Does not translate: pages pass each sentence through gettext when they show it. `_` only marks the sentences,
so that they are found for translation.
"""

from safety.help.notices.judge import Wrong


def _(text: str) -> str:
    return text


WRONG = {
    Wrong.TOO_LONG: _("This is too long. There is room for {most} characters."),
    Wrong.TOO_MANY: _("These are too many links for one text. Make a second one after the first 50."),
    Wrong.NO_LINK: _("Line {line} is no full link. A link begins with https:// or http://, then the name of a site."),
    Wrong.NO_EMAIL: _("This is no e-mail address. One looks like name@example.org."),
    Wrong.NO_AGE: _("Write a number from 0 to 120, in digits."),
    Wrong.NO_CHILD_AGE: _("Write a number from 0 to 17, in digits. Was the person older? Change the first answer."),
}
"""Under the code of the fault; ``{line}`` counts the links, ``{most}`` is the length that fits."""

MISSING = _("{element}: the box is not ticked. Wanted by: {wanted}.")
"""A statement that was not ticked."""

MISSING_FIELD = _("{element}: “{field}” is still open. Wanted by: {wanted}.")
"""A field that was not filled."""
