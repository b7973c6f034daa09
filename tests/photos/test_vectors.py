"""The engine answers as the vectors say, and the vectors are about the samples of today."""

import json
from typing import Any

import pytest

from safety.photos.errors import ERROR_STATUS
from safety.photos.planner import PLANNERS
from tests.photos import vectors

STORED = json.loads(vectors.FILE.read_text(encoding="utf-8"))
SAMPLES = {entry["file"]: entry for entry in STORED["samples"]}
HOSTILE = {entry["file"]: entry for entry in STORED["hostile"]}
CONTENTS = vectors.unpacked(STORED["samples"]) | vectors.unpacked(STORED["hostile"])
HOW = "run `python -m tests.photos.vectors` and look at what changed"


def stored_answer(entry: dict[str, Any]) -> dict[str, Any]:
    """The answer in an entry."""
    return {key: value for key, value in entry.items() if key not in ("file", "sha256_in", "content")}


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_is_answered_the_same(name: str) -> None:
    """Format, ops, findings and digest, or the error."""
    assert vectors.answer(CONTENTS[name]) == stored_answer(SAMPLES[name]), HOW


@pytest.mark.parametrize("entry", STORED["damaged"], ids=lambda entry: entry["file"])
def test_damaged_sample_is_answered_the_same(entry: dict[str, Any]) -> None:
    """Each cut and each wrong size."""
    content = CONTENTS[entry["file"]]
    cuts = [[length, vectors.short_answer(content[:length])] for length, _ in entry["cuts"]]
    assert cuts == entry["cuts"], HOW
    patches = [
        [offset, literal, vectors.short_answer(vectors.patched(content, offset, bytes.fromhex(literal)))]
        for offset, literal, _ in entry["patches"]
    ]
    assert patches == entry["patches"], HOW


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_sample_is_answered_the_same(name: str) -> None:
    """Files that are built to take long."""
    assert vectors.short_answer(CONTENTS[name]) == HOSTILE[name]["answer"], HOW


def test_every_sample_is_there() -> None:
    """A new hiding place, format or hostile file comes into the vectors too."""
    assert list(SAMPLES) == list(vectors.samples()), HOW
    assert list(HOSTILE) == list(vectors.hostile()), HOW
    assert [entry["file"] for entry in STORED["damaged"]] == [name for name in SAMPLES if name.endswith(": all of it")]


def test_samples_are_those_of_today() -> None:
    """What the code makes today says the same as what is stored; the bytes may come from another encoder."""
    made = {name: vectors.gist(vectors.answer(content)) for name, content in vectors.samples().items()}
    stored = {name: vectors.gist(stored_answer(entry)) for name, entry in SAMPLES.items()}
    assert [name for name in made if made[name] != stored[name]] == [], HOW


def test_vectors_say_something() -> None:
    """Every planner has files that are cleaned; damage is refused or cleaned, each time in its own way."""
    formats = {entry["format"] for entry in SAMPLES.values() if "format" in entry}
    assert {PLANNERS[format_] for format_ in formats} == set(PLANNERS.values())
    for entry in STORED["damaged"]:
        answers = {answer for *_, answer in [*entry["cuts"], *entry["patches"]]}
        assert "damaged" in answers
        assert len(answers - set(ERROR_STATUS)) > 1


def test_vectors_stay_small() -> None:
    """They are part of the project, and of every copy of it."""
    assert vectors.FILE.stat().st_size <= vectors.MAX_BYTES


def test_changed_content_is_seen() -> None:
    """A content that is not the one of its digest is not replayed."""
    first, second = ({**entry} for entry in STORED["samples"][:2])
    first["content"], second["content"] = vectors.packed(b"other"), first["content"]
    with pytest.raises(ValueError, match=first["file"]):
        vectors.unpacked([first, second])


def test_patch_is_where_it_is_said_to_be() -> None:
    """It stands over other bytes and moves none."""
    assert vectors.patched(b"abcdef", 2, b"XY") == b"abXYef"
