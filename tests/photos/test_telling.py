"""What the command line says."""

import errno
from collections import Counter
from pathlib import Path

import pytest

from safety.photos.command_line.gather import Found, Item
from safety.photos.command_line.task import Doing, Result, Task
from safety.photos.command_line.telling import complaint, lines, name_of, reason, shown, summary
from safety.photos.findings import Place, make_finding
from safety.photos.outcome import Ending, Outcome
from safety.photos.recognise import Format

ITEM = Item(Path("IMG_20240131_102030.jpg"), 1)
FINDINGS = tuple(make_finding("comment", Place("COM", number), 1, value=f"word {number}") for number in range(7))


def cleaned(*findings: object, **named: object) -> Result:
    """A file that was cleaned."""
    return Result(ITEM, Outcome(Ending.CLEANED, Format.JPEG, findings), **named)  # type: ignore[arg-type]  # as given


def test_the_worst_five_are_said() -> None:
    """And how many more there are."""
    said = lines(Task(Doing.COPY_INTO), cleaned(*FINDINGS, output=Path("photo-1.jpg")))
    assert len(said) == 7
    assert said[0].endswith("→ photo-1.jpg")
    assert "word 4" in said[5]
    assert said[6] == "  and 2 more"
    assert not any("more" in line for line in lines(Task(Doing.COPY_INTO), cleaned(*FINDINGS[:5])))


def test_a_name_that_stays_is_told() -> None:
    """In place only: a copy has another."""
    in_place = lines(Task(Doing.IN_PLACE), cleaned(output=Path("x"), other_names=1))
    assert ["date" in line or "camera" in line or "another name" in line for line in in_place[1:]] == [True] * 3
    assert "→" not in in_place[0]
    assert len(lines(Task(Doing.COPY_INTO), cleaned(output=Path("x")))) == 1


def test_coded_anew_is_not_the_same_picture() -> None:
    """We do not say what does not hold."""
    said = lines(Task(Doing.COPY_INTO, is_deep=True), cleaned())
    assert "coded anew" in said[0]
    assert "same picture" not in said[0]


def test_names_cannot_rewrite_the_screen() -> None:
    """Nor hide what they are."""
    assert shown(Path("a\x1b[2Jb\n\u202ec")) == "a [2Jb c"
    assert shown(Path("\x07")) == "-"
    assert name_of(Item(Path("-"), 0, is_stream=True)) == "Standard input"


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "The disk is full."), (errno.EXDEV, "cross-device"), (None, "")],
)
def test_reasons_of_the_system(number: int | None, said: str) -> None:
    """In our words, in the system's, or none."""
    error = OSError(number, "x") if number else OSError("x")
    assert said in reason(error) if said else reason(error) == ""
    assert "cannot be read or written" in (complaint(Result(ITEM, problem=error)) or "")


def test_summary_names_what_there_was() -> None:
    """And nothing else."""
    found = Found()
    assert summary(Counter(), found) == "No photo or video was found."
    found.links, found.hidden, found.devices = 1, 2, 3
    endings = Counter({"cleaned": 2, "already-clean": 1, "failed": 4, "refused": 3, "left-alone": 5})
    said = "2 cleaned, 1 already clean, 3 refused, 4 failed."
    assert summary(endings, found) == f"{said} Left alone: 5 of another kind, 1 linked, 2 hidden, 3 no files."
