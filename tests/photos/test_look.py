"""What a page shows of files: the worst first, and small pictures only in such numbers as a phone can load."""

from __future__ import annotations

import base64

import pytest

from safety.photos import look
from safety.photos.findings import Finding, Place, make_finding
from safety.photos.look import Sent, look_at, look_at_all
from safety.photos.outcome import Report
from safety.photos.recognise import Format
from safety.photos.tags import Tag
from tests.photos import samples

SMALL = samples.jpeg()
PDF = b"%PDF-1.7"


def carrying(content: bytes, media_type: str = "image/jpeg", offset: int = 0) -> Finding:
    """A finding about a picture that is all of the file from `offset` on."""
    finding = make_finding("thumbnail", Place("Exif", offset), len(content))
    return finding.showing(media_type, (offset, len(content) - offset))


def previews(monkeypatch: pytest.MonkeyPatch, content: bytes, *findings: Finding, room_bytes: int = 10**6) -> list[str]:
    """The previews of a file in which these were found."""
    monkeypatch.setattr(look, "inspect_bytes", lambda content: Report(Format.JPEG, findings, ()))
    return list(look_at(Sent(1, "", len(content)), content, room_bytes).previews.values())


def test_a_small_picture_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """As an address that holds the picture, so that no request is needed for it."""
    head = b"data:image/jpeg;base64,".decode()
    assert previews(monkeypatch, SMALL, carrying(SMALL)) == [head + base64.b64encode(SMALL).decode()]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"<svg onload=x>", "image/jpeg"),
        (SMALL, "image/svg+xml"),
        (SMALL, "text/html"),
        (samples.png(), "image/png"),
        (SMALL + bytes(look.PREVIEW_MAX_BYTES), "image/jpeg"),
    ],
)
def test_nothing_else_is_shown(monkeypatch: pytest.MonkeyPatch, content: bytes, media_type: str) -> None:
    """No other kind, nothing that only says it is a JPEG, nothing large."""
    assert previews(monkeypatch, content, carrying(content, media_type)) == []


def test_a_finding_without_a_picture_has_no_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words alone."""
    assert previews(monkeypatch, SMALL, make_finding("thumbnail", Place("Exif", 0), 1)) == []


def test_previews_end_when_the_page_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of a page together stay within a bound, across files too."""
    one = len(previews(monkeypatch, SMALL, carrying(SMALL))[0])
    several = [carrying(SMALL + bytes(count), offset=0) for count in range(3)]
    content = SMALL + bytes(3)
    assert previews(monkeypatch, content, *several[:1], room_bytes=one - 1) == []
    assert len(previews(monkeypatch, content, *several, room_bytes=one)) == 1
    monkeypatch.setattr(look, "PREVIEWS_MAX_BYTES", 2 * one + 10)
    shown = look_at_all([(Sent(number, "", 1), content) for number in range(4)], lambda: True)
    assert sum(len(address) for each in shown for address in each.previews.values()) <= 2 * one + 10
    assert [len(each.previews) > 0 for each in shown] == [True, False, False, False]


def test_tags_are_shown_only_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else pays for them; all of a page together are bounded; a refused file has none."""
    asked: list[bytes] = []

    def table(content: bytes) -> tuple[Tag, ...]:
        asked.append(content)
        return (Tag("Image", "Make", "Acme"),) * 3

    monkeypatch.setattr(look, "tag_table", table)
    monkeypatch.setattr(look, "TAGS_MAX", 5)
    files = [(Sent(1, "", 1), SMALL), (Sent(2, "", 1), PDF), (Sent(3, "", 1), SMALL), (Sent(4, "", 1), SMALL)]
    assert [each.tags for each in look_at_all(files, lambda: True)] == [()] * 4
    assert asked == []
    shown = look_at_all(files, lambda: True, with_tags=True)
    assert [len(each.tags) for each in shown] == [3, 0, 2, 0]
    assert len(asked) == 2


def test_what_is_not_reached_in_time_has_no_report() -> None:
    """The others have theirs."""
    left = iter([True])
    shown = look_at_all([(Sent(1, "a", 1), SMALL), (Sent(2, "b", 1), SMALL)], lambda: next(left, False))
    assert [each.is_readable for each in shown] == [True, False]
    assert shown[1].groups == ()


def test_a_file_that_is_refused_is_not_readable() -> None:
    """There is nothing to tell but the reason."""
    shown = look_at(Sent(1, "a", 1), PDF, 0)
    assert (shown.is_readable, shown.groups) == (False, ())


def test_kinds_are_together_and_mere_notes_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the findings."""
    place = Place("x", 0)
    found = [make_finding(code, place, 1, value=str(at)) for at, code in enumerate(("time", "device", "time"))]
    found.append(make_finding("damaged-end", place, 1))
    monkeypatch.setattr(look, "inspect_bytes", lambda content: Report(Format.JPEG, tuple(found), ()))
    groups = look_at(Sent(1, "", 1), SMALL, 0).groups
    assert [[finding.code for finding in group] for group in groups] == [["time", "time"], ["device"]]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("IMG_1.jpg", "IMG_1.jpg"),
        ("a\u202egpj.exe", "a gpj.exe"),
        ("a\x1b[2J\nb", "a [2J b"),
        ("x" * 40, "x" * 40),
        ("IMG_1" + "x" * 180 + "_edited.jpeg", "IMG_1" + "x" * 20 + "…xx_edited.jpeg"),
        ("\u202e", ""),
    ],
)
def test_a_name_cannot_rewrite_the_page(name: str, shown: str) -> None:
    """Without control and direction marks, and short."""
    assert Sent(1, name, 1).shown_name == shown
