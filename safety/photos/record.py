"""A report as plain values for JSON: the one form that the service and the command line both give.

It does not write JSON, and says nothing about the file's name.

Source: design document metadata.md, section 12.
"""

from collections.abc import Callable
from typing import Any

from safety.photos.findings import Embedded, Finding
from safety.photos.outcome import Refusal, Report
from safety.photos.words import error_sentence, finding_sentence

Translate = Callable[[str], str]


def report_record(report: Report, translate: Translate = str) -> dict[str, Any]:
    """What a file gives away: format, clean, findings and kept; or error alone when it cannot be read.

    `clean` says that the file is its own clean copy, byte for byte.
    """
    if report.refusal is not None:
        return {"error": error_record(report.refusal, translate)}
    return {
        "format": report.format,
        "clean": report.is_clean,
        "findings": [finding_record(finding, translate) for finding in report.findings],
        "kept": list(report.kept),
    }


def finding_record(finding: Finding, translate: Translate = str) -> dict[str, Any]:
    """One finding; `embedded` is there when a picture or video inside the file can be shown."""
    record: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity,
        "place": {"part": finding.place.part, "offset": finding.place.offset},
        "bytes": finding.bytes,
        "values": dict(finding.values),
        "text": finding_sentence(finding).text(translate),
    }
    if finding.embedded is not None:
        record["embedded"] = _embedded_record(finding.embedded)
    return record


def error_record(refusal: Refusal, translate: Translate = str) -> dict[str, Any]:
    """Why there is no result: a code for programs, a sentence for people, and the values in it."""
    return {
        "code": refusal.code,
        "text": error_sentence(refusal.code, refusal.values).text(translate),
        "values": dict(refusal.values),
    }


def _embedded_record(embedded: Embedded) -> dict[str, Any]:
    ranges = [{"offset": offset, "length": length} for offset, length in embedded.ranges]
    return {"media_type": embedded.media_type, "ranges": ranges}
