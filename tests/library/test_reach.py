"""The table of platforms and actions, for whoever wants to know where a path has to be confirmed."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from safety.library.codes import App, Phone
from safety.library.reach import PLATFORMS, WIDTH, Reach, reach, table
from safety.library.schema import Item, Library
from safety.library.text_schema import Section
from tests.check.test_choose import item


def with_parts(id_: str, *parts: tuple[str, str], **fields: object) -> Item:
    """An item with these headings and marks."""
    return item(id_, sections=tuple(Section(*part, Markup("")) for part in parts), **fields)


MADE = (
    with_parts("a", ("iphone", "iOS 16"), ("android", "look for")),
    with_parts("b", ("iphone", ""), ("know", "")),
    with_parts("c", ("steps", ""), apps=(App.WHATSAPP,), phones=(Phone.IPHONE,)),
    with_parts("d", ("iphone", "look for"), ("steps", "")),
    with_parts("e", ("iphone", ""), retired=date(2026, 1, 1)),
)


def row(platform: str) -> Reach:
    """The row of one platform."""
    return next(one for one in reach(MADE) if one.platform == platform)


def test_each_platform_has_its_actions() -> None:
    """Confirmed, to be looked for, general; a retired one counts for nothing."""
    assert row("iphone") == Reach("iphone", ("a", "b"), ("d",), ("c",))
    assert row("android") == Reach("android", (), ("a",), ())
    assert row("whatsapp") == Reach("whatsapp", (), (), ("c",))
    assert row("samsung") == Reach("samsung", (), (), ())


def test_every_platform_of_the_check_has_a_row() -> None:
    """A new app is in the table from its first day, also when nothing is written for it."""
    wanted = [*(phone.value for phone in Phone if phone is not Phone.OTHER), *(app.value for app in App), "web"]
    assert [one.platform for one in reach(())] == list(PLATFORMS) == wanted


def test_the_table_can_be_read_in_a_terminal() -> None:
    """Columns below each other, then what nobody has confirmed, by platform."""
    lines = list(table(reach(MADE)))
    assert lines[0].split() == ["steps", "confirmed", "look", "for", "general"]
    assert lines[1].split() == ["iphone", "3", "2", "1", "1"]
    assert len({len(line) for line in lines[: len(PLATFORMS) + 1]}) == 1
    assert lines[lines.index("iphone: nobody has confirmed") + 1].strip() == "d"
    assert "samsung: nobody has confirmed" not in lines


def test_no_line_of_the_real_table_is_too_long(library: Library) -> None:
    """Every path of the content is counted, and the lines fit."""
    found = reach(library.items)
    paths = [part for one in library.items if not one.retired for part in one.sections if part.heading in PLATFORMS]
    assert sum(len(one.confirmed) + len(one.unconfirmed) for one in found) == len(paths)
    assert [line for line in table(found) if len(line) > WIDTH] == []
