"""From words to keys: slow enough, bound to the site, and what is sealed tells neither content nor length."""

from __future__ import annotations

import os

import pytest

from safety.check.saved.sealing import LIGHT, STEP_BYTES, Work, keys, master, seal, unseal

QUICK = Work(1 << 4)
WORDS = ("abacus", "yoyo", "zoom", "sandpaper", "unfold", "grid")
NONCE, BOUND = bytes(12), b"place"


def test_the_same_words_give_the_same_keys_on_one_site_only() -> None:
    """Another salt, another word or another order is another check."""
    here = master(WORDS, b"this site", QUICK)
    assert here == master(list(WORDS), b"this site", QUICK)
    others = [master(WORDS, b"another site", QUICK), master(WORDS[::-1], b"this site", QUICK)]
    others.append(master((*WORDS[:5], "grief"), b"this site", QUICK))
    assert len({here, *others}) == 4


def test_a_master_that_was_made_once_stays_the_same() -> None:
    """The way from words to keys is in every kept check: it is fixed for good."""
    made = master(WORDS, bytes(32), LIGHT)
    assert made.hex() == "9efffd44bf922da7a5044f165d48d570d29a3e62da698ec1a5227e9dd2ea5fc8"
    assert keys(made).id.hex() == "08484e0cb9ab0b91d5d59a8730fd3c8098c122c50e22e69ce3eda7305622d5c2"


def test_the_key_the_place_and_the_mark_of_the_page_tell_nothing_of_each_other() -> None:
    """They are three values, and none is part of another; none is shown when a log prints them."""
    made = keys(bytes(range(32)))
    assert len({made.key, made.id, bytes.fromhex(made.page)}) == 3
    assert bytes.fromhex(made.page) not in made.key + made.id
    assert repr(made) == "Keys()"


@pytest.mark.parametrize("length", [0, 1, 100, STEP_BYTES - 4, STEP_BYTES - 3, 5000])
def test_what_is_sealed_comes_back(length: int) -> None:
    """Whole, at every length around a step."""
    content = os.urandom(length)
    assert unseal(bytes(32), seal(bytes(32), content, BOUND, NONCE), BOUND) == content


def test_the_length_tells_little() -> None:
    """One tick and a hundred ticks are as long."""
    lengths = {len(seal(bytes(32), bytes(length), BOUND, NONCE)) for length in range(0, STEP_BYTES - 4, 20)}
    assert lengths == {12 + STEP_BYTES + 16}


def test_whatever_was_changed_does_not_open() -> None:
    """Another key, another place, a bit, an end cut off: nothing comes back, and nothing breaks."""
    sealed = seal(bytes(32), b"content", BOUND, NONCE)
    assert unseal(bytes(31) + b"1", sealed, BOUND) is None
    assert unseal(bytes(32), sealed, b"elsewhere") is None
    for at in (0, 12, len(sealed) - 1):
        assert unseal(bytes(32), sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :], BOUND) is None
    for length in range(0, len(sealed), 7):
        assert unseal(bytes(32), sealed[:length], BOUND) is None


def test_a_length_that_lies_is_refused() -> None:
    """Only who has the key can seal such a thing, and even then nothing is read past the end."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    lying = NONCE + AESGCM(bytes(32)).encrypt(NONCE, (9).to_bytes(4) + b"short", BOUND)
    assert unseal(bytes(32), lying, BOUND) is None
