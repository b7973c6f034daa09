"""Wishes are read strictly: whoever misspells one is told, and does not get something else."""

from __future__ import annotations

import pytest

from safety.photos.wishes import MAX_LONGEST_SIDE, MIN_LONGEST_SIDE, WishError, Wishes, read_wishes


@pytest.mark.parametrize(
    ("fields", "wishes"),
    [
        ({}, Wishes()),
        ({"icc": "rebuild", "deep": "0"}, Wishes()),
        ({"icc": "drop"}, Wishes(keeps_colour_profile=False)),
        ({"deep": "1"}, Wishes(is_deep=True)),
        ({"deep": "1", "longest_side": "1280"}, Wishes(is_deep=True, longest_side=1280)),
        ({"deep": "1", "longest_side": str(MIN_LONGEST_SIDE)}, Wishes(is_deep=True, longest_side=MIN_LONGEST_SIDE)),
        ({"deep": "1", "longest_side": str(MAX_LONGEST_SIDE)}, Wishes(is_deep=True, longest_side=MAX_LONGEST_SIDE)),
    ],
)
def test_a_wish_is_read(fields: dict[str, str], wishes: Wishes) -> None:
    """Each field by itself, and the ends of the range."""
    assert read_wishes(fields) == wishes


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"ICC": "drop"}, "unknown-field"),
        ({"deep": "1", "longest-side": "1280"}, "unknown-field"),
        ({"icc": "keep"}, "wrong-value"),
        ({"icc": ""}, "wrong-value"),
        ({"deep": "yes"}, "wrong-value"),
        ({"longest_side": "1280"}, "wrong-value"),
        ({"deep": "0", "longest_side": "1280"}, "wrong-value"),
        *(
            ({"deep": "1", "longest_side": side}, "wrong-value")
            for side in ("", "x", "-1280", "1280.0", " 1280", "٤٥٦", "²", "9" * 5000)
        ),
        ({"deep": "1", "longest_side": str(MIN_LONGEST_SIDE - 1)}, "wrong-value"),
        ({"deep": "1", "longest_side": str(MAX_LONGEST_SIDE + 1)}, "wrong-value"),
    ],
)
def test_a_wrong_wish_is_refused(fields: dict[str, str], code: str) -> None:
    """Misspelt, out of range, or without the wish that it belongs to."""
    with pytest.raises(WishError) as caught:
        read_wishes(fields)
    assert caught.value.code == code
