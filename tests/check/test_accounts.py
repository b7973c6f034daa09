"""The accounts to look after first: the check's own items and ticks, in an order of their own."""

from __future__ import annotations

import pytest
from flask import Flask

from safety.check.accounts import STEPS, Account, choose_accounts
from safety.check.answers import Answers
from safety.check.choose import Mark
from safety.library.schema import Library
from tests.conftest import CheckingClient, visitor
from tests.journeys import start_check

PATH = "/passwords/accounts"


def test_the_email_comes_first_and_every_kind_has_its_steps(library: Library) -> None:
    """Five kinds in their order, each with items of the check that exist."""
    plan = choose_accounts(library.items, Answers(), {})
    assert [group.topic for group in plan.groups] == list(Account)
    assert [row.item.id for row in plan.rows] == [id_ for ids in STEPS.values() for id_ in ids]
    assert plan.rows[0].item.id == "email-strong"


def test_no_item_stands_twice() -> None:
    """A tick belongs to one place."""
    ids = [id_ for ids in STEPS.values() for id_ in ids]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("word", ["passkey", "two-step"])
def test_a_second_lock_beside_the_password_is_told(library: Library, word: str) -> None:
    """Passkeys and two-step sign-in are both among the steps."""
    plan = choose_accounts(library.items, Answers(), {})
    assert any(word in row.item.title.lower() for row in plan.rows)


def test_marks_are_counted(library: Library) -> None:
    """Done counts as done; what is not for me does not count at all."""
    plan = choose_accounts(library.items, Answers(), {"email-strong": Mark.DONE, "phone-number": Mark.NOT_FOR_ME})
    assert (plan.done, plan.total) == (1, len(plan.rows) - 1)


def test_reading_sets_no_cookie_and_the_first_tick_does(client: CheckingClient) -> None:
    """Who only reads leaves no trace here; the first tick is remembered without any question before."""
    assert "Set-Cookie" not in client.get(PATH).headers
    marked = client.post(PATH, data={"mark": "email-strong done"})
    assert marked.headers["Location"] == f"{PATH}#n1"
    assert [line.split("=")[0] for line in marked.headers.getlist("Set-Cookie")] == ["unshared"]
    assert 'value="email-strong open" aria-pressed="true"' in client.get(PATH).text


def test_a_tick_here_is_a_tick_in_the_check_and_back(client: CheckingClient) -> None:
    """One item has one tick, wherever it is shown."""
    start_check(client)
    client.post(PATH, data={"mark": "two-factor done"})
    assert 'value="two-factor open" aria-pressed="true"' in client.get("/check/plan").text
    client.post("/check/plan", data={"mark": "two-factor open"})
    assert 'value="two-factor done" aria-pressed="false"' in client.get(PATH).text


def test_a_first_tick_keeps_the_questions_of_the_check_open(app: Flask) -> None:
    """The check still asks from its first question on."""
    client = visitor(app)
    client.post(PATH, data={"mark": "email-strong later"})
    assert 'name="question" value="who"' in client.get("/check").text


@pytest.mark.parametrize("mark", ["", "email-strong", "email-strong canary", "canary done"])
def test_what_is_no_mark_is_refused(client: CheckingClient, mark: str) -> None:
    """Nothing is remembered of it."""
    answer = client.post(PATH, data={"mark": mark})
    assert answer.status_code == 400
    assert "Set-Cookie" not in answer.headers
