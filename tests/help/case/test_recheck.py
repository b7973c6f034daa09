"""The command that asks whether reported links still answer, on one's own computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from safety.help.case.asking import Answer, Ending
from safety.help.case.recheck import CANNOT, MEANS, SAID, main
from safety.help.case.sealed import Why
from tests.help.case.samples import LINK, PASSPHRASE, canonical, case, entry, sealed

OTHERS = "3" * 16
REPORTED = "https://example.org/reported"
TWO = canonical(
    case(
        entries=[
            entry("link", LINK, address=REPORTED),
            entry("link", OTHERS, address="https://example.net/not-reported\u202e"),
            entry("link", "4" * 16, address=REPORTED),
            entry("report", "5" * 16, links=[LINK, "4" * 16, "9" * 16]),
        ]
    )
)


class Asked:
    """Stands in for the way out, and keeps what was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.links: list[str] = []
        self.pauses: list[float] = []
        self._answers = list(answers)

    def __call__(self, link: str) -> Answer:
        self.links.append(link)
        return self._answers.pop(0) if self._answers else Answer(Ending.ANSWERS, 200)

    def run(self, *arguments: str, passphrase: str = PASSPHRASE) -> int:
        """The command, with this passphrase typed."""
        return main(arguments, ask=self, typed=lambda _: passphrase, pause=self.pauses.append)


Keep = Callable[[str], str]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Seals a text into a file, and gives its path."""

    def kept(text: str) -> str:
        path = tmp_path / "notes.sealed"
        path.write_bytes(sealed(text))
        return str(path)

    return kept


def test_reported_links_are_asked_once(keep: Keep, capsys: pytest.CaptureFixture[str]) -> None:
    """One line each, and what it means; nothing else is asked."""
    asked = Asked()
    assert asked.run(keep(TWO)) == 0
    assert asked.links == [REPORTED]
    told = capsys.readouterr().out
    assert f"answers (200)                         {REPORTED}" in told
    assert MEANS[Ending.ANSWERS] in told
    assert "may be the picture or another page" in told


def test_every_link_can_be_asked(keep: Keep, capsys: pytest.CaptureFixture[str]) -> None:
    """With --all, and a pause in between; nothing in a link turns a line of the screen round."""
    asked = Asked(Answer(Ending.GONE, 404), Answer(Ending.MOVED, 200, "example.com"))
    assert asked.run("--all", keep(TWO)) == 0
    assert asked.links == [REPORTED, "https://example.net/not-reported\u202e"]
    assert asked.pauses == [2.0]
    told = capsys.readouterr().out
    assert "\u202e" not in told
    assert "sends visitors on (200), to example.com" in told


@pytest.mark.parametrize("ending", [Ending.NO_ANSWER, Ending.NOT_ASKED])
def test_a_link_without_answer_shows_in_the_status(keep: Keep, ending: Ending) -> None:
    """So that a script notices."""
    assert Asked(Answer(ending)).run(keep(TWO)) == 1


@pytest.mark.parametrize("more", [(), ("--all",)])
def test_a_case_of_somebody_under_18_is_refused(
    keep: Keep, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    """Nothing is asked, whatever the options; it says what helps instead."""
    asked = Asked()
    assert asked.run(*more, keep(canonical(case("under-18")))) == 2
    assert asked.links == []
    assert "under 18" in capsys.readouterr().err


def test_who_asks_is_warned_before_the_passphrase(keep: Keep, capsys: pytest.CaptureFixture[str]) -> None:
    """The sites see the internet address of this computer."""
    seen = []

    def typed(_: str) -> str:
        seen.append(capsys.readouterr().err)
        return PASSPHRASE

    main([keep(TWO)], ask=Asked(), typed=typed, pause=lambda _: None)
    assert "sees the internet address of this computer" in seen[0]


def test_a_wrong_passphrase_is_said_calmly(keep: Keep, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is asked."""
    asked = Asked()
    assert asked.run(keep(TWO), passphrase="another one") == 2
    assert asked.links == []
    assert CANNOT[Why.WRONG_PASSPHRASE] in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", sealed("{}")[:-1], sealed("no case")])
def test_other_files_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes) -> None:
    """Each with what is wrong."""
    path = tmp_path / "a"
    path.write_bytes(content)
    assert Asked().run(str(path)) == 2
    assert capsys.readouterr().err.strip().splitlines()[-1] in CANNOT.values()


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """Like a folder in its place, and nobody who types."""

    def nobody(_: str) -> str:
        raise EOFError

    assert Asked().run(str(tmp_path / "none")) == 2
    assert Asked().run(str(tmp_path)) == 2
    path = tmp_path / "a"
    path.write_bytes(sealed(TWO))
    assert main([str(path)], ask=Asked(), typed=nobody) == 2


def test_a_case_without_reported_links_says_so(keep: Keep, capsys: pytest.CaptureFixture[str]) -> None:
    """And how all are asked."""
    assert Asked().run(keep(canonical(case(entries=[entry("link", LINK)])))) == 2
    assert "--all" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [(), ("a", "b"), ("--photo", "a")])
def test_wrong_usage_has_its_own_status(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """64, as of all our commands, and how it is used."""
    assert main(arguments) == 64
    assert "usage:" in capsys.readouterr().err


def test_help_tells_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    """With the exit status of each ending."""
    assert main(["--help"]) == 0
    assert "64 wrong usage" in capsys.readouterr().out


def test_nothing_is_written(keep: Keep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file but the sealed one is there afterwards."""
    path = keep(TWO)
    monkeypatch.chdir(tmp_path)
    Asked().run(path)
    assert [one.name for one in tmp_path.rglob("*")] == ["notes.sealed"]


def test_every_ending_has_its_words() -> None:
    """What it is called, what it means, and why a file cannot be opened."""
    assert SAID.keys() == MEANS.keys() == set(Ending)
    assert CANNOT.keys() == set(Why)
