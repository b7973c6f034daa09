"""Ways through the site that several tests take, and the list of its pages."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from PIL import Image
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, expect

from tests.browser.keeping import keep
from tests.browser.walk_help import HELP_STATES
from tests.browser.walk_room import ROOM_STATES
from tests.browser.walk_talk import TALK_STATES

GPS, MAKE, DATE = 0x8825, 0x010F, 0x0132
Answer = tuple[str, tuple[str, ...]]
ADULT: tuple[Answer, ...] = (
    ("who", ("adult",)),
    ("phone", ("iphone",)),
    ("apps", ("whatsapp", "icloud", "dating")),
    ("device", ("partner",)),
    ("careful", ("yes",)),
    ("intimate", ("yes",)),
)
TEEN: tuple[Answer, ...] = (
    ("who", ("teen",)),
    ("phone", ("android",)),
    ("apps", ("snapchat", "instagram")),
    ("device", ("nobody",)),
    ("careful", ("no",)),
)
CHILD: tuple[Answer, ...] = (
    ("who", ("child",)),
    ("phone", ("samsung",)),
    ("apps", ("tiktok",)),
    ("device", ("family",)),
    ("careful", ("no",)),
)


def post(context: BrowserContext, base_url: str, path: str, *fields: tuple[str, str]) -> None:
    """Posts a form as a page of the site would; the cookie lands in ``context``."""
    body = "&".join(f"{name}={value.replace(' ', '+')}" for name, value in fields)
    headers = {"Origin": base_url, "Content-Type": "application/x-www-form-urlencoded"}
    response = context.request.post(f"{base_url}{path}", data=body, headers=headers)
    assert response.ok, response.status


def answered(context: BrowserContext, base_url: str, answers: Sequence[Answer]) -> None:
    """Gives ``answers`` to the check without a page: for tests of what comes after."""
    for question, choices in answers:
        chosen = [("choice", choice) for choice in choices]
        post(context, base_url, "/check", ("question", question), ("go", "next"), *chosen)


def answer_on(page: Page, answers: Sequence[Answer]) -> None:
    """Answers each question on the page itself, with the mouse."""
    for question, choices in answers:
        expect(page.locator("input[name=question]")).to_have_value(question)
        for choice in choices:
            page.locator(f"input[name=choice][value='{choice}']").check()
        page.get_by_role("button", name="Next", exact=True).click()


def marked(context: BrowserContext, base_url: str, *marks: str) -> None:
    """Marks items ("id done") without a page."""
    for mark in marks:
        post(context, base_url, "/check/plan", ("mark", mark))


def item_ids(page: Page) -> list[str]:
    """The ids of the items of the plan in front, in order."""
    ids: list[str] = page.locator(".item .tick").evaluate_all("(all) => all.map((one) => one.value.split(' ')[0])")
    return ids


def item(page: Page, id_: str) -> Locator:
    """The item ``id_`` of the plan in front."""
    return page.locator(".item").filter(has=page.locator(f".tick[value^='{id_} ']"))


def ring(page: Page) -> str:
    """What the ring says, such as 1/40."""
    return page.locator(".ring text").text_content() or ""


Open = Callable[[Page, str], None]


def _at(path: str) -> Open:
    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + path)

    return open_


def _question(number: int) -> Open:
    def open_(page: Page, base_url: str) -> None:
        answered(page.context, base_url, ADULT[:number])
        page.goto(base_url + "/check")

    return open_


def _plan(path: str, answers: Sequence[Answer], marks: int = 0) -> Open:
    def open_(page: Page, base_url: str) -> None:
        answered(page.context, base_url, answers)
        page.goto(base_url + path)
        if marks:
            ids = item_ids(page)
            words = ("done", "later", "no")
            for number in range(marks):
                marked(page.context, base_url, f"{ids[number]} {words[number % 3]}")
            page.reload()

    return open_


def _plans(page: Page, base_url: str) -> None:
    answered(page.context, base_url, ADULT)
    post(page.context, base_url, "/check/start", ("do", "add"))
    answered(page.context, base_url, CHILD)
    page.goto(base_url + "/check/plan")


def _kept(button: str = "") -> Open:
    def open_(page: Page, base_url: str) -> None:
        _plan("/check/saved", ADULT)(page, base_url)
        page.get_by_role("button", name="Keep it and show me the words").click()
        page.locator(".six").wait_for()
        if button:
            page.goto(base_url + "/check/saved")
            page.get_by_role("button", name=button).click()
            page.locator("h2").first.wait_for(state="detached")

    return open_


def _all_done(page: Page, base_url: str) -> None:
    _plan("/check/plan", TEEN)(page, base_url)
    for id_ in item_ids(page):
        marked(page.context, base_url, f"{id_} done")
    page.reload()


def _password(page: Page, base_url: str) -> None:
    page.goto(base_url + "/passwords/send")
    page.locator("#password").fill("Summer2019!")
    page.get_by_role("button", name="Send and measure").click()
    page.locator("#result").wait_for()


def _password_on_device(page: Page, base_url: str) -> None:
    page.goto(base_url + "/passwords")
    page.locator("#password").fill("Jessica2009!")
    page.locator(".part").first.wait_for()


def _race(page: Page, base_url: str) -> None:
    page.goto(base_url + "/passwords/class")
    page.locator("input[value=careless]").check()
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Go on").wait_for()


def telling_photo() -> bytes:
    """A small JPEG that tells where, when and with what it was taken."""
    exif = Image.Exif()
    exif[MAKE], exif[DATE] = "Canary Phones", "2026:05:04 03:02:01"
    exif[GPS] = {1: "N", 2: (52.0, 30.0, 59.0), 3: "E", 4: (13.0, 22.0, 40.0)}
    file = io.BytesIO()
    Image.effect_noise((64, 48), 40).convert("RGB").save(file, "JPEG", exif=exif, quality=85)
    return file.getvalue()


def _photos(*contents: bytes, button: str = "Show what is inside") -> Open:
    files = [
        FilePayload(name=f"photo-{number}.jpg", mimeType="image/jpeg", buffer=content)
        for number, content in enumerate(contents)
    ]

    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + "/photos/send")
        page.locator("input[type=file]").set_input_files(files)
        page.get_by_role("button", name=button).click()
        page.locator("h1", has_text="Look inside photos").wait_for(state="detached")

    return open_


def _on_device(*contents: bytes) -> Open:
    files = [
        FilePayload(name=f"holiday-{number}.jpg", mimeType="image/jpeg", buffer=content)
        for number, content in enumerate(contents)
    ]

    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + "/photos")
        page.locator("#proof").wait_for()
        page.locator("#choose").set_input_files(files)
        expect(page.locator("[data-file][data-outcome]")).to_have_count(len(files))

    return open_


def _searched(words: str) -> Open:
    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + "/search")
        page.locator("[data-part=stays]").wait_for()
        page.locator("#words").fill(words)
        page.locator("[data-part=count]:not(:empty)").wait_for()

    return open_


def _tools_kept(page: Page, base_url: str) -> None:
    keep(page, base_url)


def _copies(path: str, answers: Sequence[Answer], threat: str, *ticks: str) -> Open:
    def open_(page: Page, base_url: str) -> None:
        answered(page.context, base_url, answers)
        post(page.context, base_url, "/check/copies/0", ("threat", threat))
        if answers == ADULT:
            ruled_out = [("hidden-album", "no"), ("other-apps", "no")]
            post(page.context, base_url, "/check/copies/3", ("everyone", "yes"), *ruled_out)
        for tick in ticks:
            post(page.context, base_url, "/check/copies", ("mark", f"{tick} done"))
        page.goto(base_url + path)

    return open_


def _lesson_changed(page: Page, base_url: str) -> None:
    page.goto(base_url + "/teach/13-15-60-devices")
    page.get_by_role("button", name="Change or save it").click()
    page.get_by_role("button", name="Leave out").first.click()
    page.get_by_text("minutes are free").wait_for()


# Every address that a visitor can open by itself.
ADDRESSES = (
    "/",
    "/check",
    "/check/copies",
    "/check/saved",
    "/check/short",
    "/check/short/before",
    "/check/short/evening",
    "/check/short/first",
    "/check/all",
    "/check/all/20501",
    "/check/all/18204",
    "/check/all/23242",
    "/new",
    "/photos",
    "/photos/send",
    "/passwords",
    "/passwords/accounts",
    "/passwords/class",
    "/passwords/leaked",
    "/passwords/lock",
    "/passwords/send",
    "/passwords/words",
    "/talk",
    "/talk/11-12",
    "/talk/8-10/starting",
    "/talk/13-15/threatened",
    "/talk/under-5/threatened",
    "/talk/for/grandparents",
    "/talk/told-me",
    "/talk/scenes",
    "/talk/scenes/classmate-picture",
    "/talk/scenes/telling-about-a-threat",
    "/talk/agreement",
    "/talk/cards",
    "/talk/my-say",
    "/talk/same-page",
    "/talk/same-page/8-10",
    "/talk/tell",
    "/talk/easy/first-ten-minutes",
    "/talk/teens",
    "/talk/teens/law",
    "/talk/teens/threatened",
    "/talk/together",
    "/talk/together/look-away",
    "/teach",
    "/teach/totals",
    "/teach/13-15-60-devices",
    "/teach/8-10-45-none/slides",
    "/teach/staff-60-none/cover",
    "/teach/healthy-sharing-45/pupils",
    "/teach/cards",
    "/teach/disclosure",
    "/teach/edit",
    "/teach/letters",
    "/teach/office",
    "/teach/quiet",
    "/teach/room",
    "/teach/room/back",
    "/join",
    "/help",
    "/help/steps",
    "/help/services",
    "/help/safety",
    "/help/coverage",
    "/help/first-hour",
    "/help/beside",
    "/help/work",
    "/help/way-back",
    "/help/look-again",
    "/help/host",
    "/help/case",
    "/help/notices",
    "/help/notices/take-it-down",
    "/help/notices/dmca",
    "/help/notices/school",
    "/help/notices/take-it-down/send",
    "/privacy",
    "/sources",
    "/about",
    "/leave",
    "/offline",
    "/search",
)
# What is at an address after something was answered or sent.
STATES: dict[str, Open] = {
    **{f"question {ADULT[number][0]}": _question(number) for number in range(1, len(ADULT))},
    "plan of an adult": _plan("/check/plan", ADULT),
    "plan of a teen, marked": _plan("/check/plan", TEEN, marks=9),
    "plan, all done": _all_done,
    "two plans": _plans,
    "page to show": _plan("/check/summary", ADULT),
    "six words": _kept(),
    "kept check to delete": _kept("Delete now"),
    "plan on paper": _plan("/check/print", ADULT),
    "evidence first": _copies("/check/copies/1", TEEN, "yes"),
    "part of the map": _copies("/check/copies/3", ADULT, "no"),
    "questions before the map": _copies("/check/copies/2", TEEN[:1], "no"),
    "map of an adult": _copies("/check/copies", ADULT, "no", "place-email", "stop-computer"),
    "map of a teen under threat": _copies("/check/copies", TEEN, "not-sure"),
    "map on paper": _copies("/check/copies/print", ADULT, "yes", "place-email"),
    "short check of an adult": _plan("/check/short/fresh", ADULT, marks=3),
    "short check for a child beside": _plan("/check/short/family", ADULT),
    "password measured": _password,
    "password measured on the device": _password_on_device,
    "race of a class": _race,
    "photo looked into": _photos(telling_photo()),
    "photos looked into": _photos(telling_photo(), b"%PDF-1.7 no photo", telling_photo()),
    "photo refused": _photos(b"%PDF-1.7 no photo"),
    "photos refused": _photos(b"%PDF-1.7 no photo", b"", button="Give me a clean copy"),
    "photo on the device": _on_device(telling_photo()),
    "photos on the device": _on_device(telling_photo(), b"%PDF-1.7 no photo", telling_photo()),
    "photo refused on the device": _on_device(b"%PDF-1.7 no photo"),
    **TALK_STATES,
    **HELP_STATES,
    **ROOM_STATES,
    "lesson changed": _lesson_changed,
    "tools kept": _tools_kept,
    "searched in danger": _searched("sextorsion"),
    "searched in vain": _searched("qqqqqxxxzz"),
    "no such page": _at("/nothing-here"),
}
PAGES: dict[str, Open] = {**{path: _at(path) for path in ADDRESSES}, **STATES}
# Addresses for machines, for posts only, or a state above.
NOT_PAGES = (
    "/api/openapi.json",
    "/api/photos/clean",
    "/api/photos/inspect",
    "/healthz",
    "/.well-known/security.txt",
    "/robots.txt",
    "/check/copies/again",
    "/check/copies/print",
    "/check/plan",
    "/check/print",
    "/check/summary",
    "/check/reminder",
    "/check/start",
    "/offline.js",
    "/search/index.js",
    "/teach/open",
    "/teach/room/close",
    "/teach/room/desk",
    "/teach/room/open",
    "/teach/room/opened",
    "/teach/room/totals",
    "/teach/room/totals.csv",
)
