"""The page of what has changed: by year, each entry with its day, kind, source and a way on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

from safety.library.keys import item_key
from safety.library.news_schema import Exact
from safety.library.schema import Library
from safety.pages.news import by_year, items_of
from tests.conftest import CheckingClient


def test_years_and_entries_go_from_new_to_old(library: Library) -> None:
    """No entry is lost, and the order does not hang on that of the file."""
    years = by_year(reversed(library.news))
    assert [year.number for year in years] == sorted({one.changed.year for one in library.news}, reverse=True)
    shown = [entry for year in years for entry in year.entries]
    assert [entry.changed for entry in shown] == sorted((one.changed for one in library.news), reverse=True)
    assert {entry.id for entry in shown} == {entry.id for entry in library.news}


def test_nothing_at_all_gives_no_year() -> None:
    """An empty table is an empty page."""
    assert by_year(()) == ()


def test_an_entry_leads_to_its_actions_in_its_order(library: Library) -> None:
    """The first is the one that the page links; an action that is not there is passed over."""
    first, second = library.items[3].id, library.items[1].id
    entry = replace(library.news[0], items=(first, "none", second))
    assert [item.id for item in items_of(entry, library.items)] == [first, second]


def test_the_page_shows_every_entry_with_its_source(client: CheckingClient, library: Library) -> None:
    """Title, what changed, when, and where it is from; older years are there too."""
    page = unescape(client.get("/new").text)
    for entry in library.news:
        assert f"<h3>{entry.title}</h3>" in page
        assert entry.what in page
        for source in entry.sources:
            assert f'href="{source.url}"' in page
    assert len({item_key(entry.id) for entry in library.news}) == len(library.news)


def test_a_month_shows_no_day(client: CheckingClient, library: Library) -> None:
    """We do not pretend to know the day."""
    entry = next(entry for entry in library.news if entry.exact is Exact.MONTH)
    page = unescape(client.get("/new").text)
    line = re.findall(r'<p class="small muted">([^<]*)</p>\s*<h3>' + re.escape(entry.title), page)[0]
    assert line.startswith(f"{entry.changed:%B %Y} · ")


def test_the_page_says_what_it_does_not_know_and_asks_for_no_address(client: CheckingClient) -> None:
    """An honest line, a way to be reminded without an account, and no field to type into."""
    page = client.get("/new").text
    assert "We do not see every change" in page
    assert 'action="/check/reminder"' in page
    assert "<input" not in page[page.index("<main") :]
    assert "<title>New · Unshared</title>" in page


def test_the_days_of_the_entries_are_no_later_than_today(library: Library) -> None:
    """News is what has happened; what is to come is said in the words."""
    assert all(entry.changed <= date.today() for entry in library.news)  # noqa: DTZ011  # a day's difference is no matter
