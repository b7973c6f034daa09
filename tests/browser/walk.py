"""Ways through the site that several tests take, and the list of its pages."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from PIL import Image
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, expect

from tests.browser import notebook, talk_tools
from tests.browser.keeping import keep

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


def _all_done(page: Page, base_url: str) -> None:
    _plan("/check/plan", TEEN)(page, base_url)
    for id_ in item_ids(page):
        marked(page.context, base_url, f"{id_} done")
    page.reload()


def _asked(screen: str, *taps: str) -> Open:
    """The questions of help, answered by taps until ``screen`` is in front."""

    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + "/help")
        page.get_by_role("button", name="Start").click()
        for tap in taps:
            page.get_by_role("button", name=tap, exact=True).click()
        expect(page.locator("h1")).to_have_text(screen)

    return open_


def _help_steps(age: str) -> Open:
    def open_(page: Page, base_url: str) -> None:
        _asked("How old was the person in the picture?", "No", "No")(page, base_url)
        page.get_by_role("button", name=age, exact=True).click()
        page.get_by_role("button", name="Show me the steps now").click()
        page.get_by_role("button", name="All steps on one page").click()
        expect(page.locator(".step-list")).to_be_visible()

    return open_


def _country(code: str) -> Open:
    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + "/help/services")
        page.locator("select[name=country]").select_option(code)
        page.get_by_role("button", name="Show numbers").click()
        page.wait_for_load_state()

    return open_


def _covered(age: str, app: str) -> Open:
    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + "/help/coverage")
        page.locator(f"input[name=age][value={age}]").check()
        page.get_by_role("button", name="Next: which app").click()
        page.locator("#app").select_option(app)
        page.get_by_role("button", name="Show what reaches it").click()
        page.locator("#instead").wait_for()

    return open_


def _way_back(page: Page, base_url: str) -> None:
    page.goto(base_url + "/help/way-back")
    page.locator("select[name=country]").select_option("DE")
    page.get_by_role("button", name="Show the rule").click()
    page.get_by_role("heading", name="Germany: ask first").wait_for()


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


def _notice(kind: str, *, whole: bool) -> Open:
    def open_(page: Page, base_url: str) -> None:
        page.goto(f"{base_url}/help/notices/{kind}")
        page.get_by_label("18 or over").check()
        if whole:
            page.get_by_label("I am the person in the picture").check()
            page.locator("#links").fill("https://example.org/a/1\nhttps://example.org")
            page.locator("#no-consent").check()
        page.get_by_role("button", name="Make the text").click()
        page.locator("#letter" if whole else "[data-part=summary]").wait_for()

    return open_


def _notice_sent(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/help/notices/take-it-down/send")
    page.locator("#links").fill("example")
    page.get_by_role("button", name="Send and make the text").click()
    page.locator("#not-yet").wait_for()


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


def _scene(page: Page, base_url: str) -> None:
    page.goto(base_url + "/talk/scenes/classmate-picture")
    while not page.locator(".end:visible").count():
        page.locator(".choice:not([open]) > summary:visible").last.click()


def _same_page(screen: str) -> Open:
    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + "/talk/same-page/13-15")
        talk_tools.play(page, until=screen)

    return open_


def _agreement(page: Page, base_url: str) -> None:
    page.goto(base_url + "/talk/agreement")
    page.locator("[data-part=tick]").first.check()
    page.get_by_role("button", name="Change the words").first.click()


def _sorted(page: Page, base_url: str) -> None:
    page.goto(base_url + "/talk/my-say")
    talk_tools.sort_kinds(page)


def _told(page: Page, base_url: str) -> None:
    page.goto(base_url + "/talk/tell")
    page.locator("#made").wait_for()
    for name in ("who", "much", "needs"):
        page.locator(f"input[name={name}]").first.check()


def _notebook(age: str, then: Callable[[Page], None] | None = None) -> Open:
    def open_(page: Page, base_url: str) -> None:
        notebook.begin(page, age, base_url)
        for kind, fields in notebook.ENTRIES.items():
            notebook.write(page, kind, **fields)
        if then:
            then(page)

    return open_


def _tools_kept(page: Page, base_url: str) -> None:
    keep(page, base_url)


# Every address that a visitor can open by itself.
ADDRESSES = (
    "/",
    "/check",
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
)
# What is at an address after something was answered or sent.
STATES: dict[str, Open] = {
    **{f"question {ADULT[number][0]}": _question(number) for number in range(1, len(ADULT))},
    "plan of an adult": _plan("/check/plan", ADULT),
    "plan of a teen, marked": _plan("/check/plan", TEEN, marks=9),
    "plan, all done": _all_done,
    "two plans": _plans,
    "plan on paper": _plan("/check/print", ADULT),
    "question of danger": _asked("Is anyone in danger now, or thinking of suicide?"),
    "numbers, no country": _asked("Help right now", "Yes"),
    "question of the device": _asked("First: is this device safe for you?", "No", "Yes"),
    "question of what has happened": _asked("What has happened?", "No", "No", "18 or over", "Me"),
    "question of the country": _asked("Which country are you in?", "No", "No", *["Skip this question"] * 5),
    "one step": _asked("What you can do now", "Show me the steps now"),
    "steps, under 18": _help_steps("Under 18"),
    "steps, adult": _help_steps("18 or over"),
    "services in GB": _country("GB"),
    "notice, made": _notice("platform", whole=True),
    "notice, not whole": _notice("take-it-down", whole=False),
    "notice, sent and not whole": _notice_sent,
    "services in US": _country("US"),
    "coverage of an app": _covered("under-18", "instagram"),
    "coverage of a chat": _covered("adult", "whatsapp"),
    "way back in DE": _way_back,
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
    "scene, opened": _scene,
    "same page, asked": _same_page("question"),
    "same page, to choose": _same_page("choose"),
    "same page, opened": _same_page("opened"),
    "same page, agreed": _same_page("agree"),
    "agreement, filled in": _agreement,
    "my say, sorted": _sorted,
    "two lines to tell": _told,
    "notebook, under 18": _notebook("not-sure"),
    "notebook, form of a report": _notebook("adult", lambda page: notebook.report(page)),
    "notebook, to give": _notebook("adult", lambda page: notebook.to_tab(page, "Give to someone")),
    "notebook, to keep": _notebook("adult", lambda page: notebook.to_tab(page, "Keep or delete")),
    "notebook as a document": _notebook("adult", notebook.show_document),
    "notebook, locked": _notebook("not-sure", notebook.lock),
    "tools kept": _tools_kept,
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
    "/check/plan",
    "/check/print",
    "/check/reminder",
    "/check/start",
    "/offline.js",
)
