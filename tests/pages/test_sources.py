"""The list of sources names everything that a fact rests on, once, with a title and the day somebody looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from safety.library.schema import Library
from safety.pages.sources import cited
from tests.conftest import CheckingClient


def test_every_table_of_help_is_in_the_list(library: Library) -> None:
    """Services, platforms, laws, coverage, advice of a country, helplines: no source is left out."""
    listed = {source.url for source in cited(library)}
    tables = (library.services, library.platforms, library.laws, library.coverage, library.received)
    for record in (row for table in tables for row in table):
        assert record.source_url in listed, record
    assert {line.source_url for country in library.countries for line in country.lines} <= listed


def test_every_source_has_a_title_that_is_no_address(library: Library) -> None:
    """People read titles; an address says nothing to them."""
    assert [source for source in cited(library) if not source.title or "://" in source.title] == []


def test_a_source_stands_once_with_its_latest_day(library: Library) -> None:
    """Two rows that rest on one page make one line, checked on the later of their days."""
    old, new = library.laws[0], replace(library.laws[0], id="new", reviewed=date(2027, 1, 1))
    found = cited(replace(library, laws=(old, new)))
    (row,) = [source for source in found if source.url == old.source_url]
    assert row.checked == date(2027, 1, 1)
    assert len({source.url for source in found}) == len(found)


def test_the_page_shows_laws_and_platforms(client: CheckingClient, library: Library) -> None:
    """A reader can open what a law or a menu was read from."""
    shown = client.get("/sources").text
    for record in (library.laws[0], library.platforms[0], library.coverage[0]):
        assert f'href="{record.source_url.replace("&", "&amp;")}"' in shown
