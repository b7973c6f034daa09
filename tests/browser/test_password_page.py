"""The page for passwords: it measures while one types, on the device, and what is typed goes nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from safety.passwords.strength import Strength, measure
from tests.browser.conftest import Troubles
from tests.browser.served import Seen, Site
from tests.passwords.samples import samples

CANARY = "canary Jessica2009!"
SMILEYS = "😀" * 9
HABITS = (
    "password", "p4ssw0rd!", "drowssap", "passwordpassword", "jennifer1987", "14.02.1998", "p0okmnji98", "abcdefgh",
    "tenancy", "Xz!2019#", "crumpet yodel trapeze gizmo", "v7#Kq2!mZp9&Lx4wRt", "пароль", SMILEYS,
)  # fmt: skip
SAME_SCORE_LEAST = 0.95
SAME_WEAKNESSES_LEAST = 0.9
MEASURE_ALL = """
async ([script, address, passwords]) => {
  const { Meter } = await import(script);
  const answers = [];
  let hear;
  const meter = new Meter(address, ({ strength }) => strength && hear(strength));
  for (const password of passwords) {
    const heard = new Promise((done) => (hear = done));
    meter.measure(password);
    answers.push(await heard);
    // Its loop ends before the next is asked.
    await null;
  }
  return answers;
}
"""
BUSY_WORKER = "addEventListener('message', ({ data: { id, task } }) => {\n" + (
    "  while (task === 'measure');\n  postMessage({ id, answer: true });\n});\n"
)
STORED = "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])"


@pytest.fixture
def tool(page: Page) -> Page:
    """The page, its tool shown."""
    page.goto("/passwords")
    expect(page.locator("#tool")).to_be_visible()
    return page


def answer_to(page: Page, password: str) -> str:
    """Types and waits for the answer; gives its headline."""
    page.locator("#password").fill(password)
    headline = page.locator("[data-part=headline]")
    expect(headline).not_to_be_empty()
    expect(headline).to_be_visible()
    return headline.text_content() or ""


def parts(page: Page) -> list[str]:
    """What stands beside the parts, in order."""
    return page.locator(".part > span").all_text_contents()


def codes(strength: Strength) -> dict[str, Any]:
    """The server's answer as the browser gives it."""
    return {"score": strength.score, "weaknesses": [weakness.value for weakness in strength.weaknesses]}


def test_without_script_there_is_the_other_way(without_script: Page) -> None:
    """Nothing of the tool is seen, nothing claims that nothing is sent, and the form is one link away."""
    without_script.goto("/passwords")
    expect(without_script.locator("#tool")).to_be_hidden()
    without_script.get_by_role("link", name="Open the test").click()
    expect(without_script.get_by_text("What you type is sent to this server.")).to_be_visible()


@pytest.mark.promise("password-stays")
def test_nothing_is_sent_while_typing(tool: Page, arrived: Callable[[], list[Seen]]) -> None:
    """Focus loads the engine; typing, showing, measuring and clearing ask the server for nothing at all."""
    tool.locator("#password").focus()
    answer_to(tool, "first")
    before = len(arrived())
    tool.locator("#password").fill("")
    tool.locator("#password").press_sequentially(CANARY)
    expect(tool.locator(".part").first).to_be_visible()
    tool.get_by_role("button", name="Show", exact=True).click()
    expect(tool.locator(".part bdi").nth(1)).to_have_text("Jessica")
    assert "canary" not in tool.evaluate(STORED)
    tool.get_by_role("button", name="Clear what I typed").click()
    assert arrived()[before:] == []
    assert [one.method for one in arrived() if one.method != "GET"] == []


@pytest.mark.promise("password-stays")
def test_it_measures_with_the_network_off(tool: Page) -> None:
    """Once the lists are there, the network is not needed."""
    answer_to(tool, "first")
    tool.context.set_offline(True)
    assert answer_to(tool, "123456") == "A guessing program tries this password very early."


def test_the_engine_is_loaded_when_it_is_wanted(tool: Page, arrived: Callable[[], list[Seen]]) -> None:
    """Who only reads does not pay for the word lists."""
    tool.wait_for_load_state("networkidle")
    assert not any(one.path.endswith("engine.js") for one in arrived())
    tool.locator("#password").focus()
    answer_to(tool, "123456")
    assert [one.path for one in arrived() if one.path.endswith("engine.js")] != []


def test_the_field_gives_nothing_away(tool: Page) -> None:
    """Letters are dots at first; the field has no name, is in no form, and nobody is asked to remember it."""
    field = tool.locator("#password")
    asked = "(one, name) => one.getAttribute(name)"
    assert [field.evaluate(asked, name) for name in ("name", "autocomplete", "spellcheck", "type")] == [
        None, "off", "false", "text",
    ]  # fmt: skip
    assert field.evaluate("(one) => one.form") is None
    assert field.evaluate("(one) => getComputedStyle(one).webkitTextSecurity") == "disc"
    shown = tool.get_by_role("button", name="Show", exact=True)
    answer_to(tool, "Jessica2009!")
    assert tool.locator(".part bdi").all_text_contents() == ["•" * 7, "•" * 4, "•"]
    shown.click()
    expect(shown).to_have_attribute("aria-pressed", "true")
    assert field.evaluate("(one) => getComputedStyle(one).webkitTextSecurity") == "none"
    assert tool.locator(".part bdi").all_text_contents() == ["Jessica", "2009", "!"]
    assert field.evaluate(asked, "value") is None


def test_the_answer_names_the_parts_and_both_times(tool: Page) -> None:
    """Which part is a name and which a year stands in words beside it, never in colour alone."""
    assert answer_to(tool, "Jessica2009!") == "This password slows guessing down a little."
    assert parts(tool) == ["a name", "a year", "no pattern we know"]
    expect(tool.locator("[data-part=online]")).to_have_text("years")
    expect(tool.locator("[data-part=stolen]")).to_have_text("minutes")
    expect(tool.get_by_role("img", name="2 of 4")).to_be_visible()
    expect(tool.get_by_text("It seems to contain a name.")).to_be_visible()
    expect(tool.get_by_text("You can leave out names")).to_be_visible()


def test_the_newest_text_wins(tool: Page) -> None:
    """However fast one types, the answer in the end is the one to what stands there."""
    tool.locator("#password").press_sequentially("123456")
    tool.locator("#password").fill("gizmo tulip yodel broom crumb otter")
    expect(tool.locator("[data-part=headline]")).to_have_text("This password is hard to guess.")
    assert tool.locator("[data-part=parts-section]").is_hidden()


def test_what_is_typed_is_text(tool: Page) -> None:
    """A tag is shown as it is."""
    tool.get_by_role("button", name="Show", exact=True).click()
    answer_to(tool, "<img src=x onerror=alert(1)>2009 Jessica")
    assert "<img" in "".join(tool.locator(".part bdi").all_text_contents())
    assert tool.locator(".part img").count() == 0


def test_an_example_leads_to_its_answer(tool: Page) -> None:
    """Who does not know what to type presses a button, and reads on at the answer."""
    tool.get_by_role("button", name="P4ssw0rd123").focus()
    tool.keyboard.press("Enter")
    expect(tool.locator("[data-part=headline]")).to_be_focused()
    expect(tool.locator("#password")).to_have_value("P4ssw0rd123")
    assert "swapped letters" in parts(tool)[0]


def test_by_keyboard_alone(tool: Page) -> None:
    """Field, answer and clearing are reached by Tab; clearing leads back to the empty field."""
    tool.locator("#password").focus()
    tool.keyboard.type("Jessica2009!")
    expect(tool.locator("[data-part=headline]")).to_be_visible()
    for _ in range(8):
        tool.keyboard.press("Tab")
        if tool.evaluate("() => document.activeElement.dataset.part") == "clear":
            break
    tool.keyboard.press("Enter")
    expect(tool.locator("#password")).to_be_focused()
    expect(tool.locator("#password")).to_have_value("")
    expect(tool.locator("[data-part=headline]")).to_be_hidden()


@pytest.mark.promise("password-stays")
def test_the_way_back_shows_nothing(tool: Page) -> None:
    """After another page, the browser's own button brings back an empty field."""
    answer_to(tool, "Jessica2009!")
    tool.get_by_role("link", name="About").click()
    tool.wait_for_url("**/about")
    tool.go_back()
    expect(tool.locator("#tool")).to_be_visible()
    expect(tool.locator("#password")).to_have_value("")
    expect(tool.locator(".part")).to_have_count(0)


def test_what_takes_too_long_is_given_up(page: Page, site: Site) -> None:
    """After a second the page says so calmly; it stays alive, and the next answer comes."""
    calls = []

    def serve_once(route: Any) -> None:
        calls.append(route)
        if len(calls) > 1:
            route.continue_()
        else:
            route.fulfill(body=BUSY_WORKER, content_type="text/javascript")

    page.route("**/js/passwords/engine.js", serve_once)
    page.goto("/passwords")
    page.locator("#password").fill("long")
    expect(page.get_by_text("This one takes too long to measure on this device.").first).to_be_visible()
    expect(page.locator("[data-part=answer]")).to_be_hidden()
    assert answer_to(page, "123456") == "A guessing program tries this password very early."
    expect(page.locator("[data-part=long]")).to_be_hidden()


def test_the_page_says_when_it_cannot_measure(page: Page, troubles: Troubles) -> None:
    """It then claims nothing, and names the other way."""
    troubles.allow("engine.js")
    page.route("**/js/passwords/engine.js", lambda route: route.abort())
    page.goto("/passwords")
    page.locator("#password").fill("Jessica2009!")
    expect(page.locator("[data-part=broken]")).to_be_visible()
    expect(page.get_by_role("link", name="Another way, which sends the example to this server")).to_be_visible()


@pytest.fixture
def measured(page: Page, site: Site) -> Callable[..., list[dict[str, Any]]]:
    """Measures in a real browser, by the worker of the page."""

    def ask(*passwords: str) -> list[dict[str, Any]]:
        asset = site.app.jinja_env.globals["asset"]
        page.goto("/about")
        names = ("js/passwords/page/meter.js", "js/passwords/engine.js")
        answers: list[dict[str, Any]] = page.evaluate(MEASURE_ALL, [*map(asset, names), list(passwords)])
        return answers

    return ask


def test_both_engines_agree(measured: Callable[..., list[dict[str, Any]]]) -> None:
    """Of five hundred made-up passwords 95 in 100 get the same score here and on the server, or more."""
    made = [password for _, password in samples()]
    assert len(set(made)) == 500
    here, there = measured(*made), [codes(measure(password)) for password in made]
    same = Counter(
        name for one, other in zip(here, there, strict=True) for name, value in other.items() if one[name] == value
    )
    assert same["score"] >= SAME_SCORE_LEAST * len(made), same
    assert same["weaknesses"] >= SAME_WEAKNESSES_LEAST * len(made), same
    assert all(abs(one["score"] - other["score"]) <= 2 for one, other in zip(here, there, strict=True))


def test_the_same_codes_for_the_same_habits(measured: Callable[..., list[dict[str, Any]]]) -> None:
    """Each habit is told in the same words with and without JavaScript, part by part."""
    for password, here in zip(HABITS, measured(*HABITS), strict=True):
        there = measure(password)
        assert {name: here[name] for name in ("score", "weaknesses")} == codes(there), password
        assert here["advice"] == [advice.value for advice in there.advice], password
        assert [here["online"], here["stolen"]] == [there.online.value, there.stolen.value], password
        # A string of JavaScript counts a smiley as two.
        units = 2 if password == SMILEYS else 1
        told = [(part.characters * units, [one.value for one in part.weaknesses]) for part in there.parts]
        assert [(part["end"] - part["start"], part["weaknesses"]) for part in here["parts"]] == told, password


def test_words_of_the_language_itself_are_measured(measured: Callable[..., list[dict[str, Any]]]) -> None:
    """A name that every object in JavaScript knows is not taken for a word of rank nothing, which would win."""
    for one in measured("constructor", "__proto__", "constructorconstructor"):
        assert one["score"] < 4


def test_only_the_start_of_a_long_one_is_measured(tool: Page) -> None:
    """Ten dozen characters are measured as the first 64, in time, and the visitor is told."""
    answer_to(tool, "4@3!1|0$5%+7(2" * 9)
    expect(tool.get_by_text("We measured the first 64 characters.")).to_be_visible()
