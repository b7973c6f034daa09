"""The pages of a lesson: chosen, read, changed, saved and opened again, without a cookie and without a trace."""

from __future__ import annotations

import io
from itertools import product
from typing import Any

import pytest

from safety.library.lessons import MINUTES
from safety.library.schema import Library
from safety.library.teach_schema import Devices, Group
from safety.teach.saved_plan import MAX_BYTES
from tests.conftest import CheckingClient

LESSON: dict[str, Any] = {
    "group": "13-15", "minutes": "45", "devices": "none",
    "plan": ["welcome 5", "stories 14", "line-bank 8", "quiz 8", "close 6"],
}  # fmt: skip


@pytest.mark.parametrize(("group", "minutes", "devices"), list(product(Group, MINUTES, Devices)))
def test_every_lesson_opens(client: CheckingClient, group: Group, minutes: int, devices: Devices) -> None:
    """From the start page to its address: run sheet, slides, cover version and sheets."""
    answer = client.post("/teach", data={"group": group, "minutes": str(minutes), "devices": devices})
    assert answer.status_code == 303
    assert answer.location == f"/teach/{group}-{minutes}-{devices}"
    for end in ("", "/slides", "/cover", "/pupils"):
        page = client.get(answer.location + end)
        assert page.status_code == 200
        assert "Set-Cookie" not in page.headers
        assert page.headers["Cache-Control"] == "no-cache"


def test_the_run_sheet_has_all_its_parts(client: CheckingClient, library: Library) -> None:
    """Times, words, what to leave out, cards with notes, questions with answers, the card, where help is."""
    text = client.get("/teach/13-15-60-none").text
    for words in ("At a glance", "Ground rules", "What not to do", "Did it help?", "Responsible:", "Leave out", "Say"):
        assert words in text
    assert "/teach/disclosure" in text
    assert "minute 0 to" in text


def test_a_room_is_offered_where_there_are_devices(client: CheckingClient) -> None:
    """The plan goes along as closed fields."""
    text = client.get("/teach/13-15-60-devices").text
    assert 'action="/teach/room"' in text
    assert 'name="plan" value="welcome ' in text
    assert 'action="/teach/room"' not in client.get("/teach/13-15-60-none").text


def test_a_plan_is_changed_without_script(client: CheckingClient) -> None:
    """Up, out, in and other minutes; the note counts along, and nothing is kept anywhere."""
    page = client.post("/teach/edit", data=LESSON | {"do": "up line-bank"})
    assert page.text.index("line-bank 8") < page.text.index("stories 14")
    assert "4 minutes are free: 41 of 45." in page.text
    page = client.post("/teach/edit", data=LESSON | {"do": "out stories"})
    assert 'value="stories 14"' not in page.text
    page = client.post("/teach/edit", data=LESSON | {"do": "in", "new": "help-map"})
    assert 'value="help-map 8"' in page.text
    assert "4 minutes too many: 49 of 45." in page.text
    page = client.post("/teach/edit", data=LESSON | {"do": "edit", "length": ["5", "18", "8", "8", "6"]})
    assert "It fits: 45 of 45 minutes." in page.text
    assert "Set-Cookie" not in page.headers


def test_a_changed_plan_has_every_view(client: CheckingClient) -> None:
    """It has no address, so its views are buttons."""
    for word in ("sheet", "slides", "cover", "pupils"):
        page = client.post("/teach/edit", data=LESSON | {"do": word})
        assert page.status_code == 200
        assert '<button name="do" value="slides"' in page.text
        assert page.headers["Cache-Control"] == "no-store"
    assert "This plan takes 41 minutes. There are 45." in client.post("/teach/edit", data=LESSON | {"do": "sheet"}).text


def test_a_plan_is_saved_and_opened_again(client: CheckingClient) -> None:
    """The file comes as a download under its neutral name, and leads to the same editor."""
    saved = client.post("/teach/edit", data=LESSON | {"do": "save"})
    assert saved.headers["Content-Disposition"] == 'attachment; filename="workshop.json"'
    opened = client.post("/teach/open", data={"file": (io.BytesIO(saved.data), "canary-name.json")})
    assert opened.status_code == 200
    for line in LESSON["plan"]:
        assert f'value="{line}"' in opened.text
    assert "canary" not in opened.text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"x" * (MAX_BYTES + 1), "too large for a plan"),
        (b"<script>canary</script>", "not a plan that was saved here"),
    ],
)
def test_another_file_gets_a_calm_answer(client: CheckingClient, content: bytes, words: str) -> None:
    """It says what is in the way and that nothing is lost; it repeats nothing of the file."""
    page = client.post("/teach/open", data={"file": (io.BytesIO(content), "plan.json")})
    assert page.status_code == 422
    assert words in page.text
    assert "your file is as it was" in page.text
    assert "canary" not in page.text


@pytest.mark.parametrize(
    "changes",
    [
        {"group": "canary"}, {"minutes": "44"}, {"devices": ""}, {"plan": ["welcome 5"]},
        {"plan": ["welcome x", "close 6"]}, {"plan": ["welcome -5", "close 6"]},
        {"plan": ["welcome \u0665", "close 6"]},
        {"plan": ["welcome 5", "canary 5", "close 6"]}, {"length": ["5"]}, {"length": ["5", "5", "5", "5", "999"]},
    ],
    ids=str,
)  # fmt: skip
def test_what_no_page_sends_is_refused(client: CheckingClient, changes: dict[str, Any]) -> None:
    """And nothing of it is repeated."""
    page = client.post("/teach/edit", data=LESSON | changes)
    assert page.status_code == 400
    assert "canary" not in page.text


def test_an_unknown_button_changes_nothing(client: CheckingClient) -> None:
    """A forged word leads to the plan as it was."""
    page = client.post("/teach/edit", data=LESSON | {"do": "up canary"})
    assert page.status_code == 200
    assert all(f'value="{line}"' in page.text for line in LESSON["plan"])


@pytest.mark.parametrize("page", ["disclosure", "letters", "13-15-45-none", "parents-45-none/pupils"])
def test_every_gap_is_a_line_to_write_on(client: CheckingClient, page: str) -> None:
    """The sign that authors write for a gap is on no page."""
    text = client.get(f"/teach/{page}").text
    assert "(…)" not in text
    assert "______" in text


def test_the_quiet_texts_send_nothing(client: CheckingClient) -> None:
    """Which one somebody opens stays on the page: there is no form and no script but the one that leaves."""
    page = client.get("/teach/quiet")
    assert "<form" not in page.text
    assert page.text.count("<script") == 1
    assert page.text.count("<details") == 3 + 1
