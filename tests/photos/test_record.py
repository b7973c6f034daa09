"""The record for programs: the same keys for every file, and nothing that JSON cannot say."""

from __future__ import annotations

import json

from safety.photos import inspect_bytes
from safety.photos.findings import Place, make_finding
from safety.photos.record import finding_record, report_record
from tests.photos import samples

DIRTY = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6)))


def test_a_report_says_format_findings_and_what_stays() -> None:
    """The keys that programs rely on, the worst finding first."""
    record = report_record(inspect_bytes(DIRTY))
    assert list(record) == ["format", "clean", "findings", "kept"]
    assert (record["format"], record["clean"], record["kept"]) == ("jpeg", False, ["orientation"])
    assert [finding["severity"] for finding in record["findings"]] == sorted(
        (finding["severity"] for finding in record["findings"]), reverse=True
    )
    first = record["findings"][0]
    assert set(first) - {"embedded"} == {"code", "severity", "place", "bytes", "values", "text"}
    assert (first["code"], first["values"]["lat"]) == ("location", "52.51630")
    assert first["values"]["lat"] in first["text"]
    assert set(first["place"]) == {"part", "offset"}
    assert json.loads(json.dumps(record)) == record


def test_a_clean_file_is_said_to_be_clean() -> None:
    """True and no finding that has to go."""
    record = report_record(inspect_bytes(samples.jpeg()))
    assert (record["clean"], record["findings"]) == (True, [])


def test_what_is_inside_is_told_by_its_ranges() -> None:
    """Only a finding that carries a picture has the key, with places in the file."""
    finding = make_finding("thumbnail", Place("Exif", 30), 9)
    assert "embedded" not in finding_record(finding)
    record = finding_record(finding.showing("image/jpeg", (40, 5), (60, 4)))
    ranges = [{"offset": 40, "length": 5}, {"offset": 60, "length": 4}]
    assert record["embedded"] == {"media_type": "image/jpeg", "ranges": ranges}


def test_a_refusal_has_nothing_but_its_reason() -> None:
    """A code for programs, a sentence for people, and the values of the sentence."""
    record = report_record(inspect_bytes(b"%PDF-1.7"))
    assert list(record) == ["error"]
    assert (record["error"]["code"], record["error"]["values"]) == ("unsupported-format", {"format": "pdf"})
    assert record["error"]["text"].startswith("We cannot clean PDF files.")


def test_sentences_are_translated_and_values_are_not() -> None:
    """The words of the site go through the translation, those of the file never do."""
    finding = make_finding("comment", Place("comment", 0), 1, value="secret")
    assert finding_record(finding, lambda text: f"<{text}>")["text"] == "<A comment: secret>"
    refused = inspect_bytes(b"")
    assert report_record(refused, str.upper)["error"]["text"] == "THIS FILE IS EMPTY."
