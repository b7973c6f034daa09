"""For people under 18 no text asks for a copy of a picture, however it is worded."""

from __future__ import annotations

import pytest

from safety.library.copies import requests
from tests.library.conftest import Copy

ASKING = [
    "Save the picture.",
    "1. Save the picture as proof.",
    "## steps\nSave the picture.",
    "One step.\n\n## start (5-7)\nSave the picture.",
    "- **Save** the picture.",
    "* Then save the picture.",
    "Take a screenshot.",
    "Take screenshots of everything.",
    "TAKE A SCREEN SHOT OF IT.",
    "Screenshot it.",
    "Make a copy of the picture.",
    "First of all, keep the picture.",
    "Please, forward the nude to a teacher.",
    "You should save the photo.",
    "You can also send us the video.",
    "Your child should send you the picture.",
    "Always save the picture.",
    "Do not panic, save the picture.",
    "Do not delete it but save the picture.",
    "Never pay, but keep the picture.",
    "Open the chat and send the picture to us.",
    "Ask them to send you the nude.",
    "Remember to keep the picture.",
    "It helps to save the picture.",
    "Before you report: save the picture.",
    "If you find a picture, save it.",
    "There is a picture of you. Keep it as proof.",
    "Download the video first.",
    "Upload the images to this page.",
    "Attach the image to your report.",
    "E-mail the photo to the site.",
    "Share the nude with a friend you trust.",
    "Show the picture to a teacher.",
    "Print the photo.",
    "[Save the picture](/help) now.",
    '"Save the picture."',
    "Save\nthe picture.",
    "Save all the photos.",
    "We can help. You must upload the picture here.",
]
ALLOWED = [
    "Do not save the picture.",
    "Don't save the picture.",
    "Never send the picture to anyone.",
    "Nobody needs to save the picture.",
    "You do not have to show it to anyone.",
    "Do not look at, screenshot, copy or send the picture.",
    "Do not screenshot, save, copy, print, send or upload the picture, even as proof.",
    "If you do not have the picture, do not look for it and do not ask anyone to send it.",
    "Save the picture only if the police ask you to.",
    "Take It Down makes a code on your device: you choose the picture there.",
    "An app can save pictures by itself.",
    "A follower can still copy or pass on a picture.",
    "Look for **Save to Photos** and turn it off.",
    "Write down the link, the user name and the date.",
    "Tell one adult you trust.",
    "Keep private pictures off work and school devices.",
]


@pytest.mark.parametrize("text", ASKING)
def test_a_request_is_seen(text: str) -> None:
    """An instruction to save, send, screenshot, upload, copy or show is found."""
    assert list(requests(text)) != []


@pytest.mark.parametrize("text", ALLOWED)
def test_a_warning_or_a_description_passes(text: str) -> None:
    """Authors can warn, describe, and name the official services and the police."""
    assert list(requests(text)) == []


@pytest.mark.parametrize(
    "file",
    [
        "en/check/two-factor.md",
        "en/check/under-18-rule.md",
        "en/help/steps/write-down-under-18.md",
        "en/help/steps/threats-under-18.md",
    ],
)
@pytest.mark.parametrize("words", ["Save the picture as proof.", "- **Screenshot** the nude.", "Send the\npicture."])
def test_no_text_for_people_under_18_asks_for_a_copy(content: Copy, file: str, words: str) -> None:
    """The line of the request is named, in items for teens or parents and in steps for under 18."""
    content.write(file, content.read(file).rstrip("\n") + f"\n\n{words}\n")
    (fault,) = content.faults()
    assert (fault.file, fault.line) == (file, content.line(file, words.split("\n")[0]))
    assert fault.what.startswith("This asks someone under 18 for a copy of a picture")


@pytest.mark.parametrize("key", ["title", "why", "alert"])
def test_the_head_of_an_item_asks_for_no_copy(content: Copy, key: str) -> None:
    """Titles and warnings are read first of all."""
    content.edit("en/check/two-factor.md", rf"^{key} = .*", f'{key} = "Save the picture first."')
    (fault,) = content.faults()
    assert fault.line == content.line("en/check/two-factor.md", f"{key} = ")


@pytest.mark.parametrize(
    ("file", "pattern", "replacement"),
    [
        ("en/help/steps/write-down-under-18.md", r"^title = .*", 'title = "Save the picture"'),
        ("en/talk/scenes/classmate-picture.toml", r"^end = .*", 'end = "Save the picture for the school."'),
        ("en/talk/ages/11-12.md", r"^lead = .*", 'lead = "Save the picture for the school."'),
        ("en/teach/workshops/healthy-sharing-45.toml", r"^lead = .*", 'lead = "Save the picture for the school."'),
    ],
)
def test_talks_scenes_and_workshops_ask_for_no_copy(content: Copy, file: str, pattern: str, replacement: str) -> None:
    """The rule holds wherever the picture may show a child."""
    content.edit(file, pattern, replacement)
    (fault,) = content.faults()
    assert (fault.file, fault.line) == (file, content.line(file, replacement[:12]))


def test_adults_may_keep_evidence(content: Copy) -> None:
    """In a text that only adults see the words are allowed."""
    content.edit("en/check/view-once.md", r"\Z", "\n- Take a screenshot of the picture.\n")
    assert content.faults() == ()
