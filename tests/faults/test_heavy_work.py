"""More heavy work at once than a server can do: each is done or told 'busy', and reading goes on meanwhile."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from werkzeug.exceptions import ServiceUnavailable

from safety.web import limits
from safety.web.limits import WorkLimit
from tests.faults.visitors import Keeper, assert_calm
from tests.journeys import photo
from tests.process import Answer, Client, Process
from tests.serving import multipart

AT_ONCE = 32


def done(answers: list[Answer]) -> int:
    """How many were not told 'busy', which takes no time."""
    return sum(answer.status == 200 for answer in answers)


def at_once(process: Process, act: Callable[[Client], Answer]) -> list[Answer]:
    """What so many are answered, who ask again until somebody else has read four pages."""
    answers: list[Answer] = []
    read = threading.Event()

    def keep_on() -> None:
        """The work never ends while somebody reads, so reading cannot have waited for its end."""
        answers.append(act(Client(process)))
        while not read.is_set():
            answers.append(act(Client(process)))

    threads = [threading.Thread(target=keep_on) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    passed = []
    try:
        for path in ("/help", "/", "/talk", "/photos"):
            before = done(answers)
            assert Client(process).get(path).status == 200
            passed.append(done(answers) - before)
    finally:
        read.set()
        for thread in threads:
            thread.join()
    assert sum(passed) < AT_ONCE, f"who reads waits behind the others: {passed}"
    return answers


def assert_done_or_busy(answers: list[Answer]) -> None:
    """Some were done; each other is told so calmly."""
    found = Counter(answer.status for answer in answers)
    assert found[200] + found[503] == len(answers) >= AT_ONCE, found
    assert found[200] > 0
    for answer in answers:
        if answer.status == 503:
            assert_calm(answer)


def test_many_photos_at_once(site: Process) -> None:
    """Each comes back clean, or was not looked at."""
    body, headers = multipart(photo(1200), do="clean")
    assert_done_or_busy(at_once(site, lambda client: client.send("/photos/send", body, headers)))
    assert Client(site).send("/photos/send", body, headers).status == 200


def test_many_keys_from_words_at_once(site: Process) -> None:
    """Each opens the kept check, or was not tried."""
    words = Keeper.kept(site).words
    assert_done_or_busy(at_once(site, lambda client: client.post("/check/saved", do="open", words=words)))
    assert Client(site).post("/check/saved", do="open", words=words).status == 200


def test_who_waits_in_vain_spares_the_next_the_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """After one has waited for nothing, others are told at once, until a place was given back."""
    limit, waited = WorkLimit(1), []
    acquire = limit._free.acquire

    def noting(*, timeout: float) -> bool:
        waited.append(timeout)
        return acquire(timeout=0)

    monkeypatch.setattr(limit._free, "acquire", noting)
    with limit.place():
        for _ in range(3):
            with pytest.raises(ServiceUnavailable), limit.place():
                pass
    with limit.place():
        pass
    patient = limits.WAIT_SECONDS
    assert waited == [patient, patient, 0, 0, patient]
