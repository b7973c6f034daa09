"""Files of several classes are added once each, and a file that makes no sense is refused whole."""

from __future__ import annotations

import random

import pytest

from safety.library.schema import Library
from safety.library.teach_schema import Step
from safety.teach.counting import kept_files
from safety.teach.counting.kept_files import MAX_BYTES, Kept, NotTotals, add, read
from safety.teach.counting.randomised import Said
from safety.teach.counting.totals import COLUMNS, as_csv
from tests.teach.counting import made

HEAD = ",".join(COLUMNS)


def file(library: Library, yes: int, no: int, master: bytes = made.MASTER) -> bytes:
    """The totals of a class that was asked one belief before."""
    room = made.state((Step.BEFORE, library.beliefs[0].id, made.coins(yes, no)))
    return as_csv(made.totals(library, room, master))


def line(choice: str, answers: str, kind: str = "before", room: str = "abcdefghij", question: str = "own-fault") -> str:
    """A line of a file, written by hand."""
    return f"{room},{kind},{question},Words,coins,{choice},{choice},{answers},25"


def text(*lines: str) -> bytes:
    """A file with these lines."""
    return "\r\n".join((HEAD, *lines, "")).encode()


def test_a_kept_file_is_read_again(library: Library) -> None:
    """What the room wrote is what comes back, both before and after."""
    kept = read(as_csv(made.totals(library)))
    belief = library.beliefs[0].id
    assert kept.said == {(belief, Step.BEFORE): Said(14, 23), (belief, Step.AFTER): Said(18, 24)}


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_spreadsheet_of_another_country_is_read(separator: str) -> None:
    """Many save with semicolons, some spoil the accents, some leave empty lines."""
    content = text(line("yes", "10"), line("no", "8")).replace(b",", separator.encode()) + b"\r\n\r\n"
    assert read(content.replace(b"Words", b"W\xf6rds")).said == {("own-fault", Step.BEFORE): Said(10, 18)}


def test_classes_are_added(library: Library) -> None:
    """Two classes are two rooms, and their answers one sum."""
    added = add([read(file(library, 10, 12, b"a" * 32)), read(file(library, 9, 9, b"b" * 32))])
    assert added.rooms == 2
    assert list(added.said.values()) == [Said(19, 40)]


def test_the_same_class_counts_once(library: Library) -> None:
    """Twice the same file, or two of one room, do not make the numbers look surer than they are."""
    half = Kept("room", {("belief", Step.BEFORE): Said(5, 10)})
    whole = Kept("room", {("belief", Step.BEFORE): Said(5, 10), ("belief", Step.AFTER): Said(7, 10)})
    assert add([half, whole, half]) == add([whole])
    once = read(file(library, 10, 12))
    assert add([once, once]) == add([once])


def test_a_file_without_before_and_after_is_no_class() -> None:
    """It is ours and adds nothing."""
    assert add([read(text())]).rooms == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8\xff\xe0 a picture",
        b"a,b,c\r\n1,2,3\r\n",
        HEAD.encode()[:-3],
        text(line("yes", "10")),
        text(line("yes", "10"), line("yes", "10"), line("no", "3")),
        text(line("yes", "-1"), line("no", "3")),
        text(line("yes", "1e3"), line("no", "3")),
        text(line("yes", "٣"), line("no", "3")),
        text(line("yes", "9999999999999999999999"), line("no", "3")),
        text(line("yes", "1500"), line("no", "1500")),
        text(line("yes", "10", kind="quiz"), line("no", "3", kind="quiz")),
        text(line("yes", "10"), line("no", "3", room="otherroom")),
        text(line("yes", "10") + ",more", line("no", "3")),
        text(*[line("rest", "1")] * 3000),
        text('"unclosed,before'),
        b"x" * (MAX_BYTES + 1),
    ],
)
def test_a_file_that_makes_no_sense_is_refused(content: bytes) -> None:
    """It ends in one clear error, never in a wrong number."""
    with pytest.raises(NotTotals):
        read(content)


def test_any_bytes_are_read_or_refused(library: Library) -> None:
    """A file with bytes changed by chance, or cut anywhere, does nothing else."""
    whole, chance = as_csv(made.totals(library)), random.Random(7)  # noqa: S311  # the same bytes in every run
    for at in range(0, len(whole), 3):
        changed = bytearray(whole[: at or len(whole)])
        changed[chance.randrange(len(changed))] = chance.randrange(256)
        try:
            said = read(bytes(changed)).said
        except NotTotals:
            continue
        assert all(one.answers <= kept_files.MAX_ANSWERS for one in said.values())
