"""The keys of a room: what is stored under them means nothing without its code, and cannot be joined."""

from __future__ import annotations

import pytest

from safety.teach.room.keys import STATE_STEP_BYTES, Keys, Unreadable, master_of
from tests.teach.room.samples import CODE, FAST, KEYS, OTHER_KEYS


def test_another_code_or_another_site_finds_and_opens_nothing() -> None:
    """One letter of the code, or another salt: another place, and another key."""
    salted = Keys.of(master_of(CODE, b"another salt", FAST))
    assert len({KEYS.id, OTHER_KEYS.id, salted.id}) == 3
    for other in (OTHER_KEYS, salted):
        with pytest.raises(Unreadable):
            other.open_state(KEYS.seal_state(b"a state"))


def test_what_is_sealed_can_be_opened_and_its_length_tells_little() -> None:
    """Short and longer states look alike, and never the same twice."""
    for packed in (b"", b"short", b"x" * 900):
        sealed = KEYS.seal_state(packed)
        assert KEYS.open_state(sealed) == packed
        assert len(sealed) == len(KEYS.seal_state(b"another"))
    assert len(KEYS.seal_state(b"x" * STATE_STEP_BYTES)) > len(sealed)
    assert KEYS.seal_state(b"same") != KEYS.seal_state(b"same")


def test_the_answers_of_one_phone_cannot_be_joined() -> None:
    """For two questions the same phone has two places, and two phones have two at the same question."""
    one, two = KEYS.question("1"), KEYS.question("2")
    places = {KEYS.slot(pupil, question) for pupil in (b"a" * 16, b"b" * 16) for question in (one, two)}
    assert len(places) == 4
    assert one != OTHER_KEYS.question("1")


def test_an_answer_opens_only_in_its_own_place() -> None:
    """Moved to another phone's place or another question, or changed by a bit, it is unreadable; all look alike."""
    question, slot = KEYS.question("1"), KEYS.slot(b"a" * 16, KEYS.question("1"))
    sealed = KEYS.seal_choice(3, question, slot)
    assert KEYS.open_choice(sealed, question, slot) == 3
    assert len(sealed) == len(KEYS.seal_choice(255, question, slot))
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for bad, place in ((sealed, KEYS.slot(b"b" * 16, question)), (changed, slot), (b"", slot)):
        with pytest.raises(Unreadable):
            KEYS.open_choice(bad, question, place)


def test_keys_are_not_printed() -> None:
    """A log or an error page that names the object shows no key."""
    assert KEYS.master.hex() not in repr(KEYS)
    assert repr(KEYS.master) not in repr(KEYS)


def test_a_state_is_read_once_until_there_is_another() -> None:
    """The same sealed bytes are not opened again; others are, and bytes of another room never."""
    keys, reads = Keys.of(KEYS.master), []
    one, two = (keys.seal_state(content) for content in (b"one", b"two"))

    def read(packed: bytes) -> bytes:
        reads.append(packed)
        return packed

    assert [keys.read_state(sealed, read) for sealed in (one, one, two, two, one)] == [
        b"one", b"one", b"two", b"two", b"one",
    ]  # fmt: skip
    assert reads == [b"one", b"two", b"one"]
    with pytest.raises(Unreadable):
        keys.read_state(OTHER_KEYS.seal_state(b"one"), read)
