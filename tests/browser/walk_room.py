"""Ways to the screens of a room: the host's, the wall, a phone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

Open = Callable[[Page, str], None]


def _opened(page: Page, base_url: str, activity: str) -> None:
    page.goto(base_url + "/teach/room")
    # As a run sheet does it.
    page.evaluate(
        """(activity) => {
          for (const [name, value] of [["group", "13-15"], ["plan", `${activity} 5`]]) {
            const field = Object.assign(document.createElement("input"), {type: "hidden", name, value});
            document.querySelector("form.open-room").append(field);
          }
        }""",
        activity,
    )
    page.get_by_label("Your safeguarding lead").fill("Ms Okafor")
    page.get_by_label("Where and when").fill("Room 12, at the break")
    page.get_by_label("A help line").select_option("GB 0")
    page.get_by_label("A second adult").check()
    page.get_by_role("button", name="Open the room").click()
    page.get_by_text("Show my six words").click()


def _room(activity: str, address: str = "") -> Open:
    """A room that begins with ``activity``: the page after opening, or the one at ``address`` for who has joined."""

    def open_(page: Page, base_url: str) -> None:
        _opened(page, base_url, activity)
        if not address:
            return
        code = page.locator("b.code").inner_text()
        page.goto(f"{base_url}/join/{code}")
        page.get_by_role("button", name="Join").click()
        page.get_by_text("Ms Okafor").wait_for()
        page.goto(base_url + address.replace("CODE", code))

    return open_


ROOM_STATES: dict[str, Open] = {
    "room just opened": _room("quiz"),
    "desk of a scene": _room("practise-group-chat", "/teach/room/desk"),
    "room to close": _room("quiz", "/teach/room/close"),
    "totals of a room": _room("quiz", "/teach/room/totals"),
    "wall of a scene": _room("practise-group-chat", "/join/CODE/wall"),
    "phone with a question": _room("quiz", "/join/CODE"),
    "phone with quiet texts": _room("quiet-reading", "/join/CODE"),
}
