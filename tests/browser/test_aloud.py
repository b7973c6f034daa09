"""Reading aloud in real Chromium: only with a voice of the device, sentence by sentence, quiet at once when told.

The browser of the tests has no voice, so one of ours stands in for it: it says nothing and writes down what it was
given.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

STORY, TEEN = "/talk/together/ask-first", "/talk/teens/threatened"
# Voices as {lang, localService}; `heard` holds what was spoken, `silenced` how often it was cut off.
FAKE = """(voices) => {
  window.heard = [];
  window.silenced = 0;
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  const fake = new EventTarget();
  fake.getVoices = () => window.voices;
  fake.speak = (utterance) => window.heard.push(utterance);
  fake.cancel = () => { window.silenced += 1; };
  window.voices = voices;
  Object.defineProperty(window, "speechSynthesis", { value: fake, configurable: true });
}"""
HERE = '{ lang: "en-GB", localService: true, default: true }'
AWAY = '{ lang: "en-US", localService: false, default: true }'
UNSAID = '{ lang: "en-US", default: true }'
GERMAN = '{ lang: "de-DE", localService: true, default: true }'
END = "() => window.heard[window.heard.length - 1].dispatchEvent(new Event('end'))"


def opened(page: Page, path: str, *voices: str) -> Page:
    """The page at ``path`` in a browser with these voices, when its script has run."""
    page.add_init_script(f"({FAKE})([{', '.join(voices)}])")
    page.goto(path)
    page.locator("#print").wait_for()
    page.wait_for_load_state()
    return page


def spoken(page: Page) -> list[str]:
    """What was spoken until now."""
    said: list[str] = page.evaluate("() => window.heard.map((one) => one.text)")
    return said


def marked(page: Page) -> str:
    """The sentence that is marked."""
    return "".join(page.locator(".now").all_text_contents()).strip()


@pytest.mark.parametrize("voices", [(), (AWAY,), (UNSAID,), (GERMAN,), (AWAY, GERMAN)])
def test_without_a_voice_of_the_device_there_is_no_button(page: Page, voices: tuple[str, ...]) -> None:
    """A voice elsewhere would be sent the text; one of another language would read nonsense."""
    opened(page, STORY, *voices)
    expect(page.locator("#aloud")).to_be_hidden()


def test_the_button_comes_and_goes_with_the_voice(page: Page) -> None:
    """Browsers learn of their voices late."""
    opened(page, STORY)
    expect(page.locator("#aloud")).to_be_hidden()
    arrive = f"() => {{ window.voices = [{HERE}]; speechSynthesis.dispatchEvent(new Event('voiceschanged')); }}"
    page.evaluate(arrive)
    expect(page.get_by_role("button", name="Read aloud")).to_be_visible()
    page.evaluate(arrive.replace(HERE, AWAY))
    expect(page.locator("#aloud")).to_be_hidden()


def test_a_voice_of_the_device_is_taken_before_the_default(page: Page) -> None:
    """Also when the browser's own choice is a voice elsewhere."""
    opened(page, STORY, AWAY, HERE)
    page.get_by_role("button", name="Read aloud").click()
    assert page.evaluate("() => window.heard[0].voice.localService") is True


def test_each_sentence_is_read_and_marked_in_turn(page: Page) -> None:
    """All the words of the page, once, in order; the buttons and hidden parts are not read."""
    opened(page, STORY, HERE)
    words = page.evaluate(
        """() => [...document.querySelectorAll("#text :is(h1, h2, p, li)")]
          .filter((one) => !one.closest(".aloud") && !one.querySelector("p"))
          .map((one) => one.textContent).join(" ").split(/\\s+/).filter(Boolean).join(" ")"""
    )
    page.get_by_role("button", name="Read aloud").click()
    assert marked(page) == spoken(page)[-1] == "Read together · age 5 to 7 · about 5 minutes"
    page.evaluate(END)
    assert marked(page) == "Ask first"
    while page.locator(".now").count():
        page.evaluate(END)
    assert " ".join(" ".join(spoken(page)).split()) == words
    expect(page.get_by_role("button", name="Read aloud")).to_be_visible()
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()


def test_a_sentence_runs_through_links_and_emphasis(page: Page) -> None:
    """It is one sentence to the ear, and marked in all its parts; the link in it still works."""
    opened(page, TEEN, HERE)
    page.get_by_role("button", name="Read aloud").click()
    sentence = "Take It Down is free and works in every country."
    while spoken(page)[-1] != sentence:
        page.evaluate(END)
    assert marked(page) == sentence
    assert page.locator(".now").count() == 2
    expect(page.locator("#text a", has_text="Take It Down")).to_have_attribute("href", "https://takeitdown.ncmec.org/")


def test_pause_reads_the_same_sentence_again_and_stop_begins_anew(page: Page) -> None:
    """With the keyboard alone; the focus is never lost."""
    opened(page, STORY, HERE)
    page.get_by_role("button", name="Read aloud").press("Enter")
    page.evaluate(END)
    page.get_by_role("button", name="Pause").press("Enter")
    assert page.evaluate("() => window.silenced") >= 1
    assert marked(page) == "Ask first"
    page.get_by_role("button", name="Read on").press("Enter")
    assert spoken(page)[-2:] == ["Ask first", "Ask first"]
    page.get_by_role("button", name="Stop").press("Enter")
    expect(page.get_by_role("button", name="Read aloud")).to_be_focused()
    assert marked(page) == ""


def test_what_an_older_sentence_reports_changes_nothing(page: Page) -> None:
    """A browser that tells late of a sentence that was cut off does not skip the next."""
    opened(page, STORY, HERE)
    page.get_by_role("button", name="Read aloud").click()
    page.get_by_role("button", name="Pause").click()
    page.evaluate(END)
    assert len(spoken(page)) == 1
    expect(page.get_by_role("button", name="Read on")).to_be_visible()


def test_a_voice_that_fails_pauses(page: Page) -> None:
    """Nothing goes on by itself after a fault."""
    opened(page, STORY, HERE)
    page.get_by_role("button", name="Read aloud").click()
    page.evaluate("() => window.heard[0].dispatchEvent(new Event('error'))")
    expect(page.get_by_role("button", name="Read on")).to_be_visible()


@pytest.mark.parametrize(
    "how",
    [
        "() => document.documentElement.classList.add('covered')",
        "() => dispatchEvent(new Event('pagehide'))",
        """() => {
          Object.defineProperty(document, "hidden", { value: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
    ],
    ids=["leaving", "another page", "another tab"],
)
def test_who_leaves_has_quiet_at_once(page: Page, how: str) -> None:
    """A voice that goes on after the page is covered would give everything away."""
    opened(page, TEEN, HERE)
    page.get_by_role("button", name="Read aloud").click()
    before = page.evaluate("() => window.silenced")
    page.evaluate(how)
    page.wait_for_function(f"() => window.silenced > {before}")
    expect(page.locator("#aloud [data-part=pause]")).to_be_hidden()


def test_without_script_there_is_no_button(without_script: Page) -> None:
    """What cannot work is not shown, and the page is there to read."""
    without_script.goto(STORY)
    expect(without_script.locator("#aloud")).to_be_hidden()
    expect(without_script.get_by_text("First we ask.")).to_be_visible()


def test_large_letters_need_no_script_and_reach_the_paper(without_script: Page) -> None:
    """A tick makes the letters of the page larger, on the screen and in print."""
    without_script.goto(TEEN)
    size = "() => parseFloat(getComputedStyle(document.querySelector('#text li')).fontSize)"
    small = without_script.evaluate(size)
    without_script.get_by_label("Large letters").check()
    assert without_script.evaluate(size) > small * 1.2
    without_script.emulate_media(media="print")
    # 18 points, in pixels.
    assert without_script.evaluate(size) == pytest.approx(24)
