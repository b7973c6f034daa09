"""The forms and reading pages beside the check: help, passwords, photos, talk."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Troubles
from tests.browser.served import Seen, Site
from tests.browser.walk import ADDRESSES, GPS, telling_photo

WORDS = "Tr0ub4dour-made-up"


@pytest.fixture(params=["with script", "without script"])
def either(request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]) -> Iterator[Page]:
    """A page in a browser with JavaScript, then in one without: these forms need none."""
    context = new_context(java_script_enabled=request.param == "with script")
    yield context.new_page()
    assert context.cookies() == [], "reading, photos, passwords and help set no cookie"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A small JPEG that tells where, when and with what it was taken."""
    path = tmp_path / "canary-name.jpg"
    path.write_bytes(telling_photo())
    return path


def test_numbers_of_a_country(either: Page, arrived: Callable[[], list[Seen]]) -> None:
    """From the first help page: country, emergency number first, numbers that a phone can call."""
    either.goto("/help")
    either.get_by_label("Your country").select_option(label="United Kingdom")
    either.get_by_role("button", name="Show numbers").click()
    expect(either.locator("h1")).to_contain_text("United Kingdom")
    expect(either.locator("main a.number").first).to_have_text("999")
    numbers = either.locator("main a.number").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    assert len(numbers) >= 3
    assert [number for number in numbers if not re.fullmatch(r"tel:[+*#0-9-]+", number)] == []
    expect(either.get_by_role("heading", name="Helplines of the whole world")).to_be_visible()
    assert not any("GB" in one.path or "GB" in one.headers.get("referer", "") for one in arrived())


def test_links_to_call_hold_numbers_only(page: Page, base_url: str) -> None:
    """Whatever country is chosen: a phone that is asked to call gets a number, and no word with it."""
    page.goto("/help/services")
    codes = page.locator("#country option").evaluate_all("(all) => all.map((one) => one.value).filter((code) => code)")
    assert len(codes) > 20
    wrong: list[str] = []
    for code in codes:
        answer = page.request.post(f"{base_url}/help/services", form={"country": code}, headers={"Origin": base_url})
        links = re.findall(r'href="tel:([^"]*)"', answer.text())
        wrong += [f"{code} {link}" for link in links if not re.fullmatch(r"[+*#0-9-]{2,}", link)]
    assert "; ".join(wrong) == ""


def test_password_is_measured_and_not_echoed(either: Page, arrived: Callable[[], list[Seen]]) -> None:
    """The warning stands before the field; the answer shows a verdict, not what was typed."""
    either.goto("/passwords/send")
    expect(either.get_by_text("Please do not type a real password.")).to_be_visible()
    field = either.locator("#password")
    expect(either.locator("label[for=password]")).to_be_visible()
    assert field.get_attribute("autocomplete") == "off"
    assert field.get_attribute("spellcheck") == "false"
    field.fill(WORDS)
    either.get_by_role("button", name="Send and measure").click()
    expect(either.locator("#result")).to_be_visible()
    assert WORDS not in either.content()
    assert not any(WORDS in f"{one.path}{one.query}{one.headers}" for one in arrived())


@pytest.mark.parametrize("typed", ["<b>x</b>", "ÄÖ パス🙂 word", "a" * 200])
def test_odd_passwords_are_measured(page: Page, typed: str) -> None:
    """Letters of all kinds, and the longest the field takes."""
    page.goto("/passwords/send")
    page.locator("#password").fill(typed)
    page.get_by_role("button", name="Send and measure").click()
    expect(page.locator("#result")).to_be_visible()
    assert typed not in page.content()


def send_photo(page: Page, photo: Path | list[Path], button: str) -> None:
    """Opens the form, chooses one file or several and presses ``button``."""
    page.goto("/photos/send")
    expect(page.get_by_text("What you choose goes to this server.")).to_be_visible()
    page.locator("input[type=file]").set_input_files(photo)
    page.get_by_role("button", name=button).click()


def test_photo_is_looked_into(either: Page, photo: Path, arrived: Callable[[], list[Seen]]) -> None:
    """The page says where, when and which phone, in words, and does not repeat the file's name."""
    send_photo(either, photo, "Show what is inside")
    expect(either.locator("h1")).to_contain_text("This photo gives away")
    found = either.locator("ul.finds").first.inner_text()
    assert "52.5" in found
    assert "Canary Phones" in found
    assert "2026" in found
    assert "canary-name" not in either.content()
    (sent,) = [one for one in arrived() if one.method == "POST"]
    assert sent.path == "/photos/send"
    assert sent.body_bytes > photo.stat().st_size


def test_clean_copy_is_the_same_picture(either: Page, photo: Path) -> None:
    """A download with a neutral name: the same pixels, none of what was found; it is clean when sent again."""
    with either.expect_download() as download:
        send_photo(either, photo, "Give me a clean copy")
    name = download.value.suggested_filename
    assert name.endswith(".jpg")
    assert "canary" not in name
    clean = download.value.path().read_bytes()
    with Image.open(io.BytesIO(clean)) as after, Image.open(photo) as before:
        assert after.tobytes() == before.tobytes()
        assert not after.getexif().get_ifd(GPS)
    assert b"Canary" not in clean
    again = photo.with_name("again.jpg")
    again.write_bytes(clean)
    send_photo(either, again, "Give me a clean copy")
    expect(either.locator("h1")).to_have_text("This photo is clean already")


def test_several_clean_copies_come_as_one_zip(either: Page, photo: Path, tmp_path: Path) -> None:
    """Chosen together and downloaded together, under neutral names; what is left out is told in the zip."""
    other = tmp_path / "canary-letter.pdf"
    other.write_bytes(b"%PDF-1.7 not a photo")
    with either.expect_download() as download:
        send_photo(either, [photo, other, photo], "Give me a clean copy")
    assert download.value.suggested_filename == "photos.zip"
    with ZipFile(download.value.path()) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == ["photo-1.jpg", "photo-3.jpg", "NOT-CLEANED.txt"]
        told = opened.read("NOT-CLEANED.txt").decode()
    assert "File 2 of 3" in told
    assert "canary" not in told


def test_several_photos_are_looked_into(either: Page, photo: Path, tmp_path: Path) -> None:
    """On one page, each by the name that its owner knows."""
    other = tmp_path / "<b>canary-letter.pdf"
    other.write_bytes(b"%PDF-1.7 not a photo")
    send_photo(either, [photo, other], "Show what is inside")
    expect(either.locator("h1")).to_have_text("What these 2 files give away")
    expect(either.locator("section.card h2")).to_have_text([f"1. {photo.name}", "2. <b>canary-letter.pdf"])


@pytest.mark.parametrize("button", ["Show what is inside", "Give me a clean copy"])
def test_other_files_are_refused_in_words(page: Page, tmp_path: Path, troubles: Troubles, button: str) -> None:
    """A file that is no photo we know gets a sentence, and its name is not repeated."""
    troubles.allow("Failed to load resource: the server responded with a status of 4")
    other = tmp_path / "canary-letter.jpg"
    other.write_bytes(b"%PDF-1.7 not a photo")
    send_photo(page, other, button)
    expect(page.locator("h1")).to_have_text("We could not take this file")
    assert "canary-letter" not in page.content()


def test_talk_is_read_without_script(without_script: Page) -> None:
    """The page for an age, and from it the scene to practise."""
    page = without_script
    page.goto("/talk")
    page.get_by_role("link", name="11 and 12", exact=True).first.click()
    for heading in ("For tonight", "How to start", "Words that open a talk", "Questions to ask"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    page.get_by_role("link", name="A picture of a classmate").click()
    expect(page).to_have_url("/talk/scenes/classmate-picture")


def test_reading_sets_no_cookie_and_keeps_nothing(either: Page, site: Site) -> None:
    """Walking through every page leaves no cookie behind, and no page asks for anything of another host."""
    for path in ADDRESSES:
        if path != "/leave":
            either.goto(path)
    stored = either.context.storage_state()
    assert stored["cookies"] == []
    assert stored["origins"] == []


def test_links_of_our_own_lead_somewhere(page: Page, site: Site) -> None:
    """Each link to a page or a place of this site finds it."""
    broken: list[str] = []
    others: dict[str, str] = {}
    for path in ADDRESSES:
        page.goto(path)
        links = page.locator("a[href]").evaluate_all("(all) => all.map((one) => [one.href, one.getAttribute('href')])")
        for address, written in links:
            if written.startswith("#") and page.locator(f"[id='{written[1:]}']").count() != 1:
                broken.append(f"{path}: {written}")
            own = address.startswith(site.url) and address.removeprefix(site.url).partition("#")[0]
            # The scripts that /privacy lists: tests/page.py asks for each.
            if own and not own.startswith("/static/") and own not in ADDRESSES:
                others[own] = f"{path}: {written}"
    broken += [link for address, link in others.items() if not page.request.get(address).ok]
    assert broken == []


def test_print_button_prints(page: Page) -> None:
    """The run sheet's button is there with JavaScript, and opens the print dialogue."""
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto("/teach/healthy-sharing-45")
    page.get_by_role("button", name="Print this run sheet").click()
    assert page.evaluate("() => window.printed === true")


def test_print_button_is_not_there_without_script(without_script: Page) -> None:
    """A button that can do nothing is not shown."""
    without_script.goto("/teach/healthy-sharing-45")
    expect(without_script.get_by_role("button", name="Print this run sheet")).to_be_hidden()
