"""The entries of news: dated, sourced, about actions that are there, and asking nobody for a copy of a picture."""

from __future__ import annotations

from datetime import timedelta

import pytest

from safety.library.news_schema import Exact, News, NewsKind
from safety.library.schema import Library
from tests.library.conftest import Copy

FILE = "en/pages/news.toml"
# What is broken in the first entry that has everything, and what the checker says of it.
BROKEN = {
    "no source": (r'\[\[news\.sources\]\]\ntitle = "ARY[^\n]*\nurl[^\n]*\nchecked[^\n]*\n', "", "has no source"),
    "a repeater": (r"https://arynews\.tv[^\"]*", "https://groundy.com/x", "not a page that we rest a fact on"),
    "an action that is not there": (r'^items = \["two-factor"\]', 'items = ["none"]', "The item none is not"),
    "a month with a day": (r"^changed = 2026-05-08", 'exact = "month"\nchanged = 2026-05-08', "the first stands here"),
    "added too early": (r"^changed = 2026-05-08", "changed = 2027-05-08", "is added when it has come"),
    "a kind that is none": (r'^kind = "app"', 'kind = "rumour"', "not one of the known words"),
    "an id with a space": (r'^id = "instagram[^"]*"', 'id = "two words"', "small letters"),
    "a title that is long": (r'^title = "Instagram ended', f'title = "{"a" * 80}Instagram ended', "title has"),
    "a link without words": (r'^do = "Choose an app[^"]*"', 'do = ""\nto = "/help"', "The link has no words"),
    "a link to plain http": (r'^do = "Choose an app', 'to = "http://example.org"\ndo = "Choose', "not https"),
    "a request for a copy": (r'^do = "Choose an app[^"]*"', 'do = "Take a screenshot of the picture"', "asks someone"),
    "a seed that is none": (r'^seed = \["tip-stay-informed", "tip-encrypted', 'seed = ["none", "tip-encrypted', "none"),
    "an unknown key": (r'^kind = "app"', 'kind = "app"\nmood = "calm"', "mood is not known"),
}


@pytest.fixture
def news(content: Copy) -> Copy:
    """A copy of the content whose first entry of news is the one about Instagram."""
    entries = content.read(FILE).split("\n\n[[news]]\n")
    one = next(entry for entry in entries if entry.startswith('id = "instagram'))
    content.write(FILE, "[[news]]\n" + one.replace("\nadded", '\nitems = ["two-factor"]\nadded', 1) + "\n")
    return content


def test_the_small_copy_has_no_fault(news: Copy) -> None:
    """Only then do the faults below come from what a test broke."""
    assert news.faults() == ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_entry_is_named(news: Copy, name: str) -> None:
    """Where it is, what is wrong, what to write."""
    pattern, instead, what = BROKEN[name]
    news.edit(FILE, pattern, instead)
    faults = news.faults()
    assert any(what in fault.what for fault in faults), faults
    assert all(fault.file == FILE and fault.line >= 1 and fault.write for fault in faults)


def test_only_a_change_of_ours_needs_no_source(news: Copy) -> None:
    """What we changed on this site, we know."""
    news.edit(FILE, BROKEN["no source"][0], "")
    news.edit(FILE, r'^kind = "app"', 'kind = "site"')
    assert news.faults() == ()


@pytest.mark.parametrize(
    ("head", "faults"),
    [
        ('retired = 2026-11-23\nreplaced = ["view-once"]', 0),
        ("retired = 2026-11-23", 0),
        ('replaced = ["view-once"]', 1),
        ('retired = 2026-11-23\nreplaced = ["none"]', 1),
    ],
)
def test_a_retired_action_leads_to_one_that_is_there(content: Copy, head: str, faults: int) -> None:
    """Nobody is sent from one retired action to another, or to nothing."""
    text = content.read("en/check/two-factor.md").replace('id = "two-factor"', 'id = "a-step-that-went"')
    content.write("en/check/a-step-that-went.md", text.replace("reviewed =", f"{head}\nreviewed =", 1))
    assert [fault.file for fault in content.faults()] == ["en/check/a-step-that-went.md"] * faults


def test_the_newest_come_first(library: Library) -> None:
    """As the page shows them, whatever the order of the file."""
    days = [entry.changed for entry in library.news]
    assert days == sorted(days, reverse=True)
    assert len(library.news) >= 12


def test_every_kind_is_there_and_each_entry_leads_somewhere_or_needs_nothing(library: Library) -> None:
    """Apps, laws, services and this site; words to do have a link, or an action of the check."""
    assert {entry.kind for entry in library.news} == set(NewsKind)
    assert [entry.id for entry in library.news if entry.do and not (entry.to or entry.items)] == []


def test_what_is_not_law_yet_says_so(library: Library) -> None:
    """Nobody is told to count on a law that has not started."""
    by_id = {entry.id: entry for entry in library.news}
    assert "not law yet" in by_id["us-defiance-act"].title
    for id_ in ("uk-codes-for-known-pictures", "uk-crime-and-policing-act"):
        assert "We did not see that" in by_id[id_].what or "We found no day" in by_id[id_].what


def test_dates_agree_with_the_laws(library: Library) -> None:
    """A day that also stands in the table of laws is the same day."""
    laws = {law.id: f"{law.know} {law.deadline} {law.enforced_by}" for law in library.laws}
    for news_id, law_id in (
        ("us-removal-in-48-hours", "us-take-it-down-act"),
        ("india-two-hours", "in-it-rules"),
        ("singapore-commission", "sg-osra"),
        ("us-defiance-act", "us-defiance-act"),
    ):
        entry: News = next(entry for entry in library.news if entry.id == news_id)
        assert entry.exact is Exact.DAY
        assert f"{entry.changed.day} {entry.changed:%B %Y}" in laws[law_id]


def test_no_entry_was_added_before_it_came_or_after_today_s_review(library: Library) -> None:
    """What is shown as new since a visit rests on this day."""
    assert [one.id for one in library.news if not one.changed <= one.added <= one.reviewed] == []
    assert all(one.reviewed - one.added >= timedelta(0) for one in library.news)
