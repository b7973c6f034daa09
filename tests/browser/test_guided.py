"""The guided look: what no program can judge, asked one by one, with the picture under a magnifier."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, expect

from tests.browser.photo_page import choose, open_tool
from tests.browser.served import Seen
from tests.browser.test_every_page import NARROW, OVERFLOWING, WIDE, findings

HOSTILE_NAME = "<img src=x onerror=alert(1)> \u202e2026.jpg"
WIDTH, HEIGHT = 800, 600
# A red square in a grey picture, and where its middle is, as parts of the width and height.
RED, SQUARE = (200, 0, 0), (150, 150, 200, 200)
AT_SQUARE = (175 / WIDTH, 175 / HEIGHT)
NEVER = "No box and no cut makes a nude or sexual picture of someone under 18 safe to send."
FOR_ANYONE = [
    "Is there a face, even a small one?",
    "Is there a window, and can you see through it?",
    "Is there a mirror, or something shiny?",
    "Is there a uniform, a team shirt or a name badge?",
    "Is there a screen that is on?",
    "Can you read a letter, a label, a ticket or a number plate?",
    "Does the name of the file tell something?",
]
FOR_ADULTS = [
    "Is there a tattoo, a birthmark or jewellery that people know?",
    "Does it show more of a body than you want others to see?",
    "Would someone know the room or the bedding?",
]
OPEN_BROKEN = """async (address) => {
  const { openGuided } = await import(address);
  openGuided({ picture: new Blob(["no picture"]), name: "a.jpg", opener: document.querySelector("#choose") });
}"""


def photo() -> FilePayload:
    """A grey photo with a red square."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), (120, 120, 120))
    picture.paste(RED, SQUARE)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=95)
    return FilePayload(name=HOSTILE_NAME, mimeType="image/jpeg", buffer=file.getvalue())


def dialog_of(page: Page) -> Locator:
    """The dialog of the guided look."""
    return page.get_by_role("dialog", name="Look closer")


def opened(page: Page, who: str = "") -> Locator:
    """The dialog about our photo, where the first question is asked when `who` is an answer."""
    choose(open_tool(page), photo())
    page.locator("[data-action=look]:visible").click()
    dialog = dialog_of(page)
    # Its script is loaded with the first click: a key that is pressed before would close nothing.
    expect(heading(dialog)).to_be_focused()
    if who:
        dialog.get_by_label(who).check()
        press(dialog, "Start")
        expect(dialog.locator("[data-part=stage] > img")).to_be_visible()
    return dialog


def press(dialog: Locator, name: str) -> None:
    """Presses a button."""
    dialog.get_by_role("button", name=name, exact=True).click()


def heading(dialog: Locator) -> Locator:
    """The heading in front."""
    return dialog.locator("h2:visible")


def asked(dialog: Locator, answer: str = "Skip") -> list[str]:
    """All questions to the end, each answered the same."""
    found = []
    while dialog.locator("[data-part=step]").is_visible():
        found.append(heading(dialog).inner_text())
        press(dialog, answer)
    return found


def is_red_in_lens(page: Page) -> bool:
    """Whether the middle of the lens shows the red square."""
    box = page.locator("#guided .lens").bounding_box()
    assert box
    shown = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    red, green, _ = shown.getpixel((box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))  # type: ignore[misc]  # three numbers
    return red > 150 and green < 60


def size_in_lens(dialog: Locator) -> float:
    """How many times wider the picture is in the lens than on the stage."""
    lens, stage = (dialog.locator(f"{place} > img").bounding_box() for place in (".lens", ".stage"))
    assert lens
    assert stage
    return round(lens["width"] / stage["width"], 1)


def point_at(dialog: Locator, x: float, y: float) -> tuple[float, float]:
    """A point of the screen: `x` and `y` are parts of the picture's width and height."""
    box = dialog.locator(".stage > img").bounding_box()
    assert box
    return box["x"] + x * box["width"], box["y"] + y * box["height"]


def test_without_script_the_questions_can_be_read(without_script: Page) -> None:
    """Each opens, with its drawing and what helps; those for adults are not there, and no button is."""
    without_script.goto("/photos")
    questions = without_script.locator(".looks details")
    assert questions.locator("summary").all_inner_texts() == FOR_ANYONE
    questions.nth(1).locator("summary").click()
    expect(questions.nth(1).locator("svg .spot")).to_be_visible()
    expect(questions.nth(1)).to_contain_text("Cover what is behind the glass with a filled box.")
    expect(without_script.locator(".looks button")).to_be_hidden()
    expect(without_script.locator(".looks .care-note")).to_contain_text(NEVER)


@pytest.mark.parametrize("who", ["I would rather not say", "Someone may be under 18"])
def test_who_may_be_under_18_is_asked_nothing_for_adults(page: Page, who: str) -> None:
    """Not telling counts as under 18. It is said plainly, at the start and at the end, and where to talk."""
    dialog = opened(page)
    note = dialog.locator(".care-note:visible")
    expect(note).to_contain_text(NEVER)
    dialog.get_by_label(who).check()
    expect(note).to_contain_text("it is not your fault")
    press(dialog, "Start")
    assert asked(dialog, "I see something") == FOR_ANYONE
    expect(note).to_contain_text(NEVER)
    expect(note.get_by_role("link")).to_have_attribute("href", "/help")
    assert not any(words in page.locator("body").inner_text() for words in FOR_ADULTS)


def test_adults_are_asked_more(page: Page) -> None:
    """Once everyone in the picture is 18 or older; going back on it takes the questions away again."""
    dialog = opened(page, "Everyone is 18 or older")
    assert asked(dialog) == [*FOR_ANYONE[:-1], *FOR_ADULTS, FOR_ANYONE[-1]]
    expect(dialog.locator(".care-note:visible")).to_have_count(0)
    for _ in range(11):
        dialog.get_by_role("button", name="Back", exact=True).click()
    dialog.get_by_label("I would rather not say").check()
    expect(dialog.locator(".care-note:visible")).to_contain_text(NEVER)
    press(dialog, "Start")
    assert asked(dialog) == FOR_ANYONE


def test_what_was_seen_is_listed_with_what_helps(page: Page) -> None:
    """A list and no score. An answer can be changed by going back."""
    dialog = opened(page, "I would rather not say")
    press(dialog, "I see something")
    press(dialog, "Nothing there")
    press(dialog, "Back")
    expect(dialog.get_by_role("button", name="Nothing there")).to_have_attribute("aria-pressed", "true")
    press(dialog, "I see something")
    asked(dialog, "Nothing there")
    expect(heading(dialog)).to_have_text("What you saw")
    assert dialog.locator("h3:visible").all_inner_texts() == ["A face", "A window, and what is behind it"]
    expect(dialog.locator("[data-part=list]")).to_contain_text("Ask the person before you share the photo.")
    expect(dialog.locator("[data-part=skipped]")).to_be_hidden()


def test_nothing_seen(page: Page) -> None:
    """It promises nothing: others may notice more. What was skipped is said."""
    dialog = opened(page, "I would rather not say")
    asked(dialog)
    expect(heading(dialog)).to_have_text("You saw nothing to change")
    expect(dialog).to_contain_text("may still notice more than you do")
    expect(dialog.locator("[data-part=skipped]")).to_be_visible()
    expect(dialog.get_by_role("button", name="Cover something")).to_be_hidden()


def test_covering_is_the_next_step(page: Page) -> None:
    """What stands in the picture can be covered at once; the name of a file cannot."""
    dialog = opened(page, "I would rather not say")
    for _ in FOR_ANYONE[:-1]:
        press(dialog, "Nothing there")
    press(dialog, "I see something")
    expect(dialog.get_by_role("button", name="Cover something")).to_be_hidden()
    press(dialog, "Back")
    press(dialog, "Back")
    press(dialog, "I see something")
    press(dialog, "Nothing there")
    press(dialog, "Cover something")
    expect(page.locator("dialog[open]")).to_have_attribute("id", "cover")


def test_the_name_of_the_file_is_shown_as_it_is(page: Page) -> None:
    """A name is what a stranger may have written: it is text, and kept apart from ours."""
    dialog = opened(page, "I would rather not say")
    for _ in FOR_ANYONE[:-1]:
        press(dialog, "Nothing there")
    expect(dialog.locator("[data-part=name]:visible bdi")).to_have_text(HOSTILE_NAME)
    expect(dialog.locator(".stage")).to_be_hidden()


def test_it_works_with_the_keyboard_alone(page: Page) -> None:
    """The focus goes with the question, and back to the button at the end."""
    opened(page)
    page.keyboard.press("Escape")
    opener = page.locator("[data-action=look]:visible")
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    dialog = dialog_of(page)
    expect(heading(dialog)).to_be_focused()
    until(page, dialog.get_by_role("button", name="Start"))
    page.keyboard.press("Enter")
    expect(heading(dialog)).to_be_focused()
    until(page, dialog.locator(".stage"))
    until(page, dialog.get_by_role("button", name="I see something"))
    page.keyboard.press("Enter")
    expect(heading(dialog)).to_have_text(FOR_ANYONE[1])
    expect(heading(dialog)).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def until(page: Page, wanted: Locator) -> None:
    """Presses Tab until ``wanted`` has the focus."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if wanted.evaluate("(one) => one === document.activeElement"):
            return
    raise AssertionError("Tab does not lead there")


def test_nothing_is_kept(page: Page) -> None:
    """Closed and opened again it knows no answer, no picture and no name."""
    dialog = opened(page, "Everyone is 18 or older")
    press(dialog, "I see something")
    press(dialog, "Close")
    expect(dialog).to_be_hidden()
    expect(page.locator("#guided :is(.stage, .lens) > img")).to_have_count(0)
    expect(page.locator("#guided [data-part=name] bdi")).to_have_text("")
    page.locator("[data-action=look]:visible").click()
    expect(dialog.get_by_label("I would rather not say")).to_be_checked()
    press(dialog, "Start")
    expect(dialog.get_by_role("button", name="I see something")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("() => localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_nothing_is_sent(page: Page, arrived: Callable[[], list[Seen]]) -> None:
    """Everything is there before it is opened: the server hears nothing of the look, its answers or its end."""
    open_tool(page)
    expect(page.locator(".looks button")).to_be_visible()
    page.wait_for_load_state("networkidle")
    before = len(arrived())
    choose(page, photo())
    page.locator("[data-action=look]:visible").click()
    dialog = dialog_of(page)
    press(dialog, "Start")
    asked(dialog, "I see something")
    press(dialog, "Done")
    assert [one.path for one in arrived()[before:]] == []


def test_the_magnifier_follows_the_pointer(page: Page) -> None:
    """Its middle shows what is under the pointer, also at the very edge, where the lens cannot go."""
    dialog = opened(page, "I would rather not say")
    page.mouse.move(*point_at(dialog, *AT_SQUARE))
    assert is_red_in_lens(page)
    page.mouse.move(*point_at(dialog, 0.7, 0.7))
    assert not is_red_in_lens(page)
    page.mouse.move(*point_at(dialog, 0.99, 0.99))
    lens, stage = (dialog.locator(place).bounding_box() for place in (".lens", ".stage"))
    assert lens
    assert stage
    assert lens["x"] + lens["width"] <= stage["x"] + stage["width"] + 1
    assert lens["y"] + lens["height"] <= stage["y"] + stage["height"] + 1


def test_the_magnifier_is_moved_by_keys(page: Page) -> None:
    """Arrows move it, plus and minus change it, and at the end it is off: then the picture is seen whole."""
    dialog = opened(page, "I would rather not say")
    dialog.locator(".stage").focus()
    # From four fifths of the picture to the square, a twentieth at a time.
    for key, presses in (("ArrowLeft", 12), ("ArrowUp", 10)):
        for _ in range(presses):
            page.keyboard.press(key)
    page.wait_for_function("() => !document.getAnimations().length")
    assert is_red_in_lens(page)
    assert size_in_lens(dialog) == 3
    page.keyboard.press("+")
    assert size_in_lens(dialog) == 4
    expect(dialog.locator("output")).to_have_text("4 times")
    dialog.get_by_role("button", name="Magnify more").click()
    assert size_in_lens(dialog) == 6
    for _ in range(5):
        page.keyboard.press("-")
        dialog.get_by_role("button", name="Magnify less").click()
    expect(dialog.locator(".lens")).to_be_hidden()
    expect(dialog.locator("output")).to_have_text("Off")


def test_a_finger_does_not_hide_what_is_magnified(new_context: Callable[..., BrowserContext]) -> None:
    """The lens is above the finger, or below it where there is no room above."""
    page = new_context(viewport=WIDE, has_touch=True).new_page()
    dialog = opened(page, "I would rather not say")
    for part, is_above in ((0.8, True), (0.05, False)):
        x, y = point_at(dialog, 0.5, part)
        page.touchscreen.tap(x, y)
        box = dialog.locator(".lens").bounding_box()
        assert box
        assert (box["y"] + box["height"] < y) if is_above else (box["y"] > y)


@pytest.mark.parametrize(("motion", "is_still"), [("reduce", True), ("no-preference", False)])
def test_reduced_motion(new_context: Callable[..., BrowserContext], motion: Any, is_still: bool) -> None:
    """Who asked for less motion sees the magnifier jump; for others it glides when a key moves it."""
    page = new_context(viewport=WIDE, reduced_motion=motion).new_page()
    dialog = opened(page, "I would rather not say")
    dialog.locator(".stage").press("ArrowLeft")
    seconds = dialog.locator(".lens").evaluate("(lens) => getComputedStyle(lens).transitionDuration")
    assert (seconds == "0s") is is_still


def test_a_picture_that_cannot_be_shown(page: Page) -> None:
    """It says so, and the questions can still be answered; the focus goes where the opener is, wherever it was."""
    page.goto("/photos")
    expect(page.locator(".looks button")).to_be_visible()
    entry = page.locator("script[src$='/photos/page.js']").get_attribute("src") or ""
    page.evaluate(OPEN_BROKEN, entry.replace("page.js", "page/guided.js"))
    dialog = dialog_of(page)
    press(dialog, "Start")
    expect(dialog.get_by_text("This browser cannot show the picture.")).to_be_visible()
    assert asked(dialog, "Nothing there") == FOR_ANYONE
    press(dialog, "Done")
    expect(page.locator("#choose")).to_be_focused()


def test_the_examples_need_no_photo(page: Page) -> None:
    """Our drawings, with the spot hidden until it is asked for; nobody is asked who is in a picture."""
    page.goto("/photos")
    page.get_by_role("button", name="Walk through the examples").click()
    dialog = dialog_of(page)
    expect(dialog.get_by_label("Everyone is 18 or older")).to_be_hidden()
    press(dialog, "Start")
    for question in FOR_ANYONE:
        expect(heading(dialog)).to_have_text(question)
        expect(dialog.locator(".stage > svg")).to_be_visible()
        expect(dialog.locator(".stage > svg .spot")).to_be_hidden()
        press(dialog, "Show the spot")
        expect(dialog.locator(".stage > svg .spot")).to_be_visible()
        expect(dialog.locator("[data-part=found]")).to_contain_text("What helps")
        press(dialog, "Next")
    expect(heading(dialog)).to_have_text("Those were the examples")
    press(dialog, "Done")
    expect(page.get_by_role("button", name="Walk through the examples")).to_be_focused()


def test_leaving_from_inside(page: Page) -> None:
    """The way out is in reach although the dialog lies over the page's own, and it is as fast."""
    dialog = opened(page)
    dialog.get_by_role("link", name="Leave this site").click()
    page.wait_for_url(lambda address: not address.endswith("/photos"))
    expect(page.locator("dialog")).to_have_count(0)
    page.go_back()
    assert not page.url.endswith("/photos")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["320", "1280"])
def test_every_part_is_for_everybody(page: Page, size: Any) -> None:
    """axe finds nothing at the start, at a question and at the end; nothing is wider than the screen."""
    page.set_viewport_size(size)
    dialog = opened(page)
    assert [*findings(page), *page.evaluate(OVERFLOWING)] == []
    dialog.get_by_label("Everyone is 18 or older").check()
    press(dialog, "Start")
    expect(dialog.locator(".stage > img")).to_be_visible()
    dialog.locator("details[data-part=hint]").evaluate("(hint) => { hint.open = true; }")
    assert [*findings(page), *page.evaluate(OVERFLOWING)] == []
    asked(dialog, "I see something")
    assert [*findings(page), *page.evaluate(OVERFLOWING)] == []
