"""While the database does not answer one request asks it, and all others are told at once."""

from __future__ import annotations

import psycopg
import pytest
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as NoFreeConnection
from werkzeug.exceptions import ServiceUnavailable

from safety.web.storage.answering import Answering

LOST = OperationalError("statement", None, psycopg.OperationalError("no connection"))
BUSY = OperationalError("statement", None, psycopg.errors.LockNotAvailable("busy"))


def fail(answering: Answering, error: Exception) -> None:
    """A request that meets ``error``; it is answered with 503."""
    with pytest.raises(ServiceUnavailable), answering.asked():
        raise error


def test_a_lost_database_is_asked_by_one_at_a_time() -> None:
    """While the one asks, the next is told at once; when the one was answered, all may ask."""
    answering = Answering()
    fail(answering, LOST)
    with answering.asked() as answered:
        with pytest.raises(ServiceUnavailable), answering.asked():
            pytest.fail("the second asked too")
        answered()
        with answering.asked() as also:
            also()
    with answering.asked(), answering.asked():
        pass


def test_one_that_asked_in_vain_leaves_its_place() -> None:
    """The next request asks again: it comes back without a hand."""
    answering = Answering()
    for _ in range(3):
        fail(answering, LOST)
    with answering.asked() as answered:
        answered()


@pytest.mark.parametrize(
    "error", [BUSY, NoFreeConnection(), IntegrityError("statement", None, Exception("of SQLite, without a state"))]
)
def test_what_is_busy_or_refuses_is_not_lost(error: Exception) -> None:
    """The request gets 503 and nobody else does."""
    answering = Answering()
    fail(answering, error)
    with answering.asked(), answering.asked():
        pass


def test_a_fault_of_our_own_stays_one() -> None:
    """It is no word about the database."""
    answering = Answering()
    with pytest.raises(KeyError), answering.asked():
        raise KeyError
    with answering.asked(), answering.asked():
        pass
