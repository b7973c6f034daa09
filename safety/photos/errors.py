"""The one error of the engine, and the HTTP status the site answers it with.

Source: design document metadata.md, section 13.
"""

from typing import Final

ERROR_STATUS: Final = {
    "empty": 422,
    "not-recognised": 415,
    "unsupported-format": 415,
    "unsupported-variant": 415,
    "damaged": 422,
    "too-large": 413,
    "too-many-parts": 422,
    "too-deep": 422,
    "changed-while-reading": 409,
    "internal-check-failed": 500,
}


class CleanError(Exception):
    """A file that cannot be cleaned with certainty: a code of `ERROR_STATUS` and values for its words.

    `values` hold keys of the tables in `words` ("format", "detail"), numbers as text, or the "task" when it
    was the deep clean; never anything taken from the file.
    """

    def __init__(self, code: str, **values: str) -> None:
        if code not in ERROR_STATUS:
            raise KeyError(code)
        super().__init__(code)
        self.code = code
        self.values = tuple(sorted(values.items()))


def damaged(detail: str) -> CleanError:
    """The error for a file whose structure contradicts itself; `detail` is a key of `words.DETAILS`."""
    return CleanError("damaged", detail=detail)
