"""There is one error, and its codes are closed."""

import pytest

from safety.photos.errors import CleanError


def test_values_are_in_a_fixed_order() -> None:
    """Two errors with the same values compare equal by them."""
    assert CleanError("damaged", b="2", a="1").values == (("a", "1"), ("b", "2"))


def test_unknown_code_is_our_own_fault() -> None:
    """A misspelt code is found when it is raised, not on the page that has no words for it."""
    with pytest.raises(KeyError):
        CleanError("dammaged")
