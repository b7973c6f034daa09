"""The four endings, and the check of what was made."""

import pytest

from safety.photos import Ending, Outcome, clean_bytes, inspect_bytes
from safety.photos import outcome as outcome_module
from safety.photos.errors import CleanError
from safety.photos.findings import Place, make_finding
from safety.photos.outcome import Refusal, check_clean
from safety.photos.plan import Keep, Plan
from safety.photos.recognise import Format
from safety.photos.source import BytesSource
from tests.photos import samples

DIRTY = samples.after_start(samples.segment(0xFE, b"hello"))


def test_cleaned() -> None:
    """The clean file, its format, what was found and what was kept."""
    outcome = clean_bytes(samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6))))
    assert outcome.kind is Ending.CLEANED
    assert (outcome.format, outcome.extension, outcome.error_code) == (Format.JPEG, "jpg", "")
    assert outcome.kept == ("orientation",)
    assert outcome.findings[0].code == "location"


def test_already_clean() -> None:
    """The same bytes come back."""
    outcome = clean_bytes(samples.png())
    assert (outcome.kind, outcome.content, outcome.extension) == (Ending.ALREADY_CLEAN, samples.png(), "png")


def test_refused() -> None:
    """A code, its HTTP status, and no file."""
    outcome = clean_bytes(b"not a photo")
    assert outcome == Outcome(Ending.REFUSED, refusal=Refusal("not-recognised"))
    assert (outcome.content, outcome.extension, outcome.error_code) == (None, "", "not-recognised")
    assert outcome.refusal is not None
    assert outcome.refusal.status == 415


def test_too_large_is_refused_unread() -> None:
    """The limit counts before the format does."""
    outcome = clean_bytes(bytes(101), max_bytes=100)
    assert outcome.refusal == Refusal("too-large", (("bytes", "100"),))
    assert inspect_bytes(bytes(101), max_bytes=100).refusal == outcome.refusal


@pytest.mark.parametrize(
    "left",
    [DIRTY, DIRTY + b"tail", b"", b"broken", samples.png()],
    ids=["comment", "tail", "empty", "broken", "other format"],
)
def test_nothing_left_is_called_clean(left: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the engine makes a mistake, its own check says so and no file comes out."""
    monkeypatch.setattr(outcome_module, "splice_to_bytes", lambda *arguments: left)
    outcome = clean_bytes(DIRTY)
    assert (outcome.kind, outcome.error_code, outcome.content) == (Ending.FAILED, "internal-check-failed", None)


def test_result_that_could_be_cleaned_further_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even when nothing is found in it: cleaning twice must change nothing."""
    turned = clean_bytes(samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6)))).content
    assert turned is not None
    # Orientation before JFIF: nothing private, but not in the order that we write.
    disordered = turned[:2] + turned[20:56] + turned[2:20] + turned[56:]
    assert inspect_bytes(disordered).findings == ()
    monkeypatch.setattr(outcome_module, "splice_to_bytes", lambda *arguments: disordered)
    assert clean_bytes(DIRTY).kind is Ending.FAILED


def test_clean_is_not_taken_on_trust(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan that changes nothing and still has a finding of weight is our own mistake."""
    finding = make_finding("location", Place("x", 0), 1)
    file = samples.png()
    monkeypatch.setattr(
        outcome_module, "make_plan", lambda *_: Plan(Format.PNG, (finding,), (), (Keep(0, len(file)),), len(file))
    )
    assert clean_bytes(file).kind is Ending.FAILED


def test_check_passes_clean_files_only() -> None:
    """The check is the plan of the result: one Keep and nothing of weight."""
    check_clean(BytesSource(samples.jpeg()), Format.JPEG)
    with pytest.raises(CleanError):
        check_clean(BytesSource(DIRTY), Format.JPEG)


def test_inspecting_says_what_cleaning_does() -> None:
    """The same findings, and whether there is anything to clean."""
    report = inspect_bytes(DIRTY)
    assert report.findings == clean_bytes(DIRTY).findings
    assert not report.is_clean
    assert inspect_bytes(samples.jpeg()).is_clean


def test_inspecting_never_raises() -> None:
    """An unreadable file is a report with its reason."""
    report = inspect_bytes(samples.jpeg()[:9])
    assert (report.format, report.findings) == (None, ())
    assert report.refusal is not None
    assert report.refusal.code == "damaged"
