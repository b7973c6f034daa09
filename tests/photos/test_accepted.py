"""What the pages ask for is what the engine cleans: no more and no less."""

from __future__ import annotations

import pytest

from safety.photos import accepted
from safety.photos.planner import PLANNERS
from safety.photos.recognise import Format


def test_every_format_that_is_cleaned_has_a_type_and_a_name() -> None:
    """A new planner cannot be forgotten on the page."""
    assert accepted.MEDIA_TYPES.keys() >= PLANNERS.keys()
    asked = accepted.accept_attribute().split(",")
    assert {accepted.MEDIA_TYPES[format_] for format_ in PLANNERS} <= set(asked)
    assert len(asked) == len(set(asked))


def test_nothing_is_asked_for_that_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """With fewer formats the page names fewer."""
    monkeypatch.setattr(accepted, "PLANNERS", {Format.JPEG: "", Format.M4V: "", Format.AVIF: ""})
    assert accepted.accept_attribute() == "image/jpeg,image/avif,video/x-m4v,.avif"
    assert accepted.format_names() == "JPEG, AVIF, MP4"


def test_names_are_the_ones_people_know(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several formats under one name are named once; our words are translated, in their order."""
    monkeypatch.setattr(accepted, "PLANNERS", dict.fromkeys(accepted.MEDIA_TYPES, ""))
    assert accepted.format_names() == "JPEG, PNG, WebP, GIF, TIFF, HEIC, AVIF, MP4, MOV, 3GP, JPEG XL, BMP"
    assert accepted.format_names(str.lower).startswith("jpeg, png")


def test_people_call_these_videos() -> None:
    """By format; nothing at all is no video."""
    assert accepted.is_video(Format.QUICKTIME)
    assert not accepted.is_video(Format.HEIC)
    assert not accepted.is_video(None)
