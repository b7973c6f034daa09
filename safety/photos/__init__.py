"""The photo engine: what a file gives away, and the same picture without it. It decodes no picture.

>>> from safety.photos import clean_bytes
>>> clean_bytes(b"").error_code
'empty'

`clean_bytes(content)` gives an `Outcome`: `kind`, `content`, `findings`, `kept`, `format`, `extension`,
`error_code`. `inspect_bytes(content)` gives a `Report`. `finding_sentence`, `error_sentence` and the
tables of `words` turn codes into text. JPEG, PNG with APNG, and WebP are cleaned; other formats are
recognised and refused. It does not look into coded picture data, and cannot see what a picture shows.
"""

from safety.photos.errors import ERROR_STATUS, CleanError
from safety.photos.findings import Finding, Place
from safety.photos.names import neutral_name
from safety.photos.outcome import Ending, Outcome, Refusal, Report, clean_bytes, inspect_bytes
from safety.photos.plan import Options
from safety.photos.recognise import Format
from safety.photos.words import Sentence, error_sentence, finding_sentence

__all__ = [
    "ERROR_STATUS",
    "CleanError",
    "Ending",
    "Finding",
    "Format",
    "Options",
    "Outcome",
    "Place",
    "Refusal",
    "Report",
    "Sentence",
    "clean_bytes",
    "error_sentence",
    "finding_sentence",
    "inspect_bytes",
    "neutral_name",
]
