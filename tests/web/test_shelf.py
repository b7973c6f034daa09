"""Answers that are kept for a day: how many, how long, and by how many threads at once."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest

from safety.web.shelf import OWN_BYTES, Answer, Shelf

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
BODY_BYTES = 1000
# Without headers all are equally large.
SIZE = OWN_BYTES + BODY_BYTES


def answer(letter: str = "a", count: int = BODY_BYTES) -> Answer:
    """An answer of ``count`` letters."""
    return Answer("200 OK", (), (), letter, letter.encode() * count)


@pytest.fixture
def shelf() -> Shelf:
    """One with room for three."""
    shelf = Shelf(3 * SIZE)
    assert shelf.find("nothing", TODAY) is None
    return shelf


def test_the_one_that_nobody_asked_for_longest_goes_first(shelf: Shelf) -> None:
    """Who asks for a page keeps it there; the bytes together stay below the bound."""
    for key in "abc":
        shelf.keep(key, answer(key), TODAY)
    assert shelf.find("a", TODAY) == answer("a")
    shelf.keep("d", answer("d"), TODAY)
    assert [key for key in "abcd" if shelf.find(key, TODAY)] == ["a", "c", "d"]
    assert shelf.taken_bytes == 3 * SIZE


def test_an_answer_that_replaces_another_takes_its_room(shelf: Shelf) -> None:
    """The count of bytes stays true, so the bound does."""
    for count in (10, 500, 20):
        shelf.keep("a", answer("a", count), TODAY)
    assert (len(shelf), shelf.taken_bytes) == (1, OWN_BYTES + 20)


def test_what_is_larger_than_the_shelf_is_not_kept(shelf: Shelf) -> None:
    """It is gone at once, and the bytes are given back."""
    shelf.keep("large", answer("a", 4 * SIZE), TODAY)
    assert (len(shelf), shelf.taken_bytes) == (0, 0)


def test_headers_count(shelf: Shelf) -> None:
    """A policy of some kilobytes is room that is taken, too."""
    shelf.keep("a", Answer("200 OK", (("name", "x" * 94),), (), "", b""), TODAY)
    assert shelf.taken_bytes == OWN_BYTES + 98


@pytest.mark.parametrize("day", [TOMORROW, TODAY - timedelta(days=1)])
def test_another_day_begins_with_nothing(shelf: Shelf, day: date) -> None:
    """At midnight, and where a clock is set back, every page is made anew."""
    shelf.keep("a", answer(), TODAY)
    assert shelf.find("a", day) is None
    assert shelf.find("a", TODAY) is None
    assert (len(shelf), shelf.taken_bytes) == (0, 0)


def test_what_was_made_yesterday_is_not_kept_for_today(shelf: Shelf) -> None:
    """A page that was on its way at midnight does not come in late."""
    shelf.find("a", TOMORROW)
    shelf.keep("a", answer(), TODAY)
    assert shelf.find("a", TOMORROW) is None


def test_all_can_be_forgotten(shelf: Shelf) -> None:
    """And it works as before afterwards."""
    shelf.keep("a", answer(), TODAY)
    shelf.forget()
    assert (shelf.find("a", TODAY), shelf.taken_bytes) == (None, 0)
    shelf.keep("a", answer(), TODAY)
    assert shelf.find("a", TODAY) == answer()


def test_threads_neither_lose_count_nor_get_each_others_answers() -> None:
    """Eight threads keep, find and forget at once: each gets what belongs to its key, and the bytes add up."""
    shelf, wrong = Shelf(20 * SIZE), list[str]()

    def work(number: int) -> None:
        for at in range(400):
            letter = chr(ord("a") + (at * 7 + number) % 26)
            shelf.keep(letter, answer(letter), TODAY)
            found = shelf.find(letter, TODAY)
            if found is not None and found != answer(letter):
                wrong.append(letter)
            if at % 150 == 0:
                shelf.forget()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert shelf.taken_bytes == len(shelf) * SIZE <= 20 * SIZE
