"""The log: names of events and counts."""

from __future__ import annotations

import logging

import pytest
from werkzeug.exceptions import ServiceUnavailable

from safety.web import limits, logs


def test_an_event_is_a_name_and_numbers(caplog: pytest.LogCaptureFixture) -> None:
    """What is written can be counted and tells of nobody."""
    with caplog.at_level(logging.INFO):
        logs.event("photo-cleaned", found=3, bytes=12)
    assert [record.getMessage() for record in caplog.records] == ["photo-cleaned found=3 bytes=12"]


def test_words_cannot_be_logged_as_counts() -> None:
    """A mistake in our own code raises before it writes a name."""
    with pytest.raises(ValueError, match="invalid literal"):
        logs.event("photo-cleaned", owner="Anna")  # type: ignore[arg-type]  # the mistake


def test_the_log_goes_to_the_error_stream_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second start in the same process does not write every line twice."""
    # Libraries that other tests load can switch logging off in this process: here it is as in a new one.
    logging.disable(logging.NOTSET)
    monkeypatch.setattr(logs.LOG, "disabled", False)
    monkeypatch.setattr(logs.LOG, "filters", [])
    monkeypatch.setattr(logs.LOG, "handlers", [])
    logs.init()
    logs.init()
    logs.event("started")
    assert capsys.readouterr().err.count("started") == 1


def test_the_libraries_write_no_requests() -> None:
    """Their request logs name addresses and what was asked for."""
    logs.init()
    for name in ("werkzeug", "waitress"):
        assert not logging.getLogger(name).isEnabledFor(logging.ERROR)


def test_more_work_than_there_is_room_for_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit counts work, gives places back, also after an error, and says when to come again."""
    monkeypatch.setattr(limits, "WAIT_SECONDS", 0)
    work = limits.WorkLimit(2)
    with work.place(), work.place():
        with pytest.raises(ServiceUnavailable) as caught, work.place():
            pytest.fail("there was a third place")
        assert caught.value.retry_after == limits.RETRY_SECONDS
    with pytest.raises(KeyError), work.place():
        raise KeyError
    with work.place(), work.place():
        pass
