"""The file of totals holds what the class saw and not one number more."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from safety.library.schema import Library
from safety.library.teach_schema import Step
from safety.teach.counting.totals import COLUMNS, Total, Totals, as_csv, mark_of
from safety.teach.room.reveal import Ending, Result
from tests.teach.counting import made


def rows(content: bytes) -> list[dict[str, str]]:
    """The lines of the file as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_every_closed_question_is_in_the_file_in_order(library: Library) -> None:
    """What was revealed comes in the order of the lesson; a question that is still open does not."""
    kept = rows(as_csv(made.totals(library)))
    kinds = list(dict.fromkeys((row["kind"], row["ending"]) for row in kept))
    assert kinds == [
        ("before", "coins"), ("quiz", "bars"), ("poll", "bars"), ("vote", "most"), ("exit", "spread"),
        ("poll", "too-few"), ("after", "coins"),
    ]  # fmt: skip
    assert all(row["asks"] for row in kept)


def test_numbers_are_the_shown_ones(library: Library) -> None:
    """Each bar stands there with its words, and so does the rest; together they are all who answered."""
    quiz = [row for row in rows(as_csv(made.totals(library))) if row["kind"] == "quiz"]
    asked = next(one for one in library.questions if one.id == quiz[0]["question"])
    assert [(row["choice"], row["says"], row["answers"]) for row in quiz] == [
        ("1", asked.choices[0].says, "6"),
        ("2", asked.choices[1].says, "17"),
        ("rest", "", "2"),
    ]
    assert {row["of"] for row in quiz} == {"25"}


def test_a_merged_choice_stays_merged(library: Library) -> None:
    """The choice that the class did not see has no line of its own."""
    poll = [row for row in rows(as_csv(made.totals(library))) if row["kind"] == "poll" and row["ending"] == "bars"]
    assert "2" not in [row["choice"] for row in poll]
    assert poll[-1]["choice"] == "rest"
    assert sum(int(row["answers"]) for row in poll) >= 25


def test_most_names_the_choice_without_a_number(library: Library) -> None:
    """All and nearly all look alike, in the file too."""
    vote = [row for row in rows(as_csv(made.totals(library))) if row["kind"] == "vote"]
    assert [(row["choice"], row["answers"]) for row in vote] == [("1", "")]


def test_coins_are_kept_as_they_were_sent(library: Library) -> None:
    """Yes, no and passes, so that classes can be added."""
    before = [row for row in rows(as_csv(made.totals(library))) if row["kind"] == "before"]
    assert [(row["choice"], row["answers"]) for row in before] == [("yes", "14"), ("no", "9"), ("rest", "2")]


def test_nothing_of_the_people_is_in_the_file(library: Library) -> None:
    """No code, lead, place or help line, and no day."""
    text = as_csv(made.totals(library)).decode()
    assert made.CODE not in text
    assert "Canary" not in text
    assert "202" not in text


def test_letters_of_a_room_tell_rooms_apart_and_are_no_number() -> None:
    """Two rooms have two marks, and no spreadsheet reads one as a number."""
    marks = {mark_of(bytes([at]) * 32) for at in range(50)}
    assert len(marks) == 50
    assert all(len(mark) == 10 and mark.isalpha() and mark.isascii() for mark in marks)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "|", "%"])
def test_no_cell_is_a_formula(start: str) -> None:
    """Whatever words come in, a spreadsheet calculates nothing."""
    hostile = start + "HYPERLINK(1)"
    total = Total(Step.POLL, hostile, hostile, (hostile, "b"), Result(Ending.BARS, 9, (5, 4)))
    cells = [
        cell for row in csv.reader(io.StringIO(as_csv(Totals(hostile, (total,))).decode("utf-8-sig"))) for cell in row
    ]
    assert [cell for cell in cells if cell.startswith(start)] == []


def test_a_room_without_results_is_a_head_alone(library: Library) -> None:
    """Nothing revealed, nothing kept."""
    empty = replace(made.a_room(library), results=())
    assert as_csv(made.totals(library, empty)).decode("utf-8-sig").split() == [",".join(COLUMNS)]


def test_a_question_that_is_gone_is_left_out(library: Library) -> None:
    """Content may change while a room is open."""
    room = made.state((Step.QUIZ, "no-such-question", Result(Ending.BARS, 9, (5, 4))))
    assert made.totals(library, room).questions == ()


def test_turns_of_a_scene_bear_its_title_and_what_was_said(library: Library) -> None:
    """The way through a scene is part of what the class said: two turns of one scene can be told apart."""
    scene = library.scenes[0]
    first = Result(Ending.BARS, 9, tuple([5, 4, *[None] * len(scene.turns[0].choices)][: len(scene.turns[0].choices)]))
    room = made.state((Step.SCENE, scene.id, first))
    kept = made.totals(library, room).questions
    assert [one.kind for one in kept] == [Step.SCENE]
    assert kept[0].asks.startswith(scene.title)
    assert scene.turns[0].says in kept[0].asks
