"""Nothing that grows old is forgotten, and whoever looks again knows what to call, open and compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from safety.library.schema import Library
from safety.library.upkeep import Review, Task, Way, ahead, old, reviews, tasks
from safety.library.upkeep_report import WIDTH, report

DAY = date(2026, 11, 23)


def reviewed(library: Library) -> Iterator[Any]:
    """Every record of the library that bears a day of review, found by its fields."""
    for field in fields(library):
        value = getattr(library, field.name)
        for record in value if isinstance(value, tuple) else (value,):
            if is_dataclass(record) and hasattr(record, "reviewed"):
                yield record


def test_every_record_with_a_day_is_listed(library: Library) -> None:
    """A new table that nobody put on the list would grow old unseen."""
    listed = {(review.reviewed, review.place.rsplit("/", 1)[-1]) for review in reviews(library)}
    found = [(record.reviewed, getattr(record, "id", None) or record.code) for record in reviewed(library)]
    assert set(found) - listed == set()
    assert len(found) == len(reviews(library))
    assert len(found) > 300


def test_places_name_the_file_and_the_row(library: Library) -> None:
    """What is listed can be found in content/."""
    places = {review.place for review in reviews(library)}
    assert places >= {
        f"en/help/laws.toml/{library.laws[0].id}",
        f"en/help/platforms.toml/{library.platforms[0].id}",
        f"en/help/coverage.toml/{library.coverage[0].id}",
        f"en/help/crisis.toml/{library.countries[0].code}",
        f"en/help/crisis.toml/{library.directories[0].id}",
        f"en/help/services.toml/{library.services[0].id}",
        f"en/check/{library.items[0].id}",
        "en/help/safety",
    }


def test_old_is_more_than_the_days() -> None:
    """On the last day a text still counts; the day after it is listed."""
    found = [Review(DAY, "a"), Review(DAY + timedelta(days=1), "b")]
    assert list(old(found, DAY + timedelta(days=180), 180)) == []
    assert [review.place for review in old(found, DAY + timedelta(days=181), 180)] == ["a"]


def test_a_day_to_come_is_seen() -> None:
    """A slip in the year makes a row look fresh for ever."""
    found = [Review(DAY, "a"), Review(DAY.replace(year=2062), "b")]
    assert [review.place for review in ahead(found, DAY)] == ["b"]


def all_tasks(library: Library) -> tuple[Task, ...]:
    """What is to do when everything is old."""
    return tasks(library, DAY + timedelta(days=1000), 180)


def test_every_number_is_called_and_no_emergency_number(library: Library) -> None:
    """Helplines and services are on the list to call; nobody rings the police to see whether they answer."""
    called = {target for task in all_tasks(library) if task.way is Way.CALL for target in task.targets}
    assert called >= {service.phone for service in library.services if service.phone}
    assert called >= {line.phone for country in library.countries for line in country.lines if line.phone}
    by_country = [
        (task, country)
        for country in library.countries
        for task in all_tasks(library)
        if task.country == country.name and task.name == "Emergency numbers"
    ]
    assert len(by_country) >= len([country for country in library.countries if country.source_url])
    assert all(task.way is Way.OPEN for task, _ in by_country)
    assert all(f"police: {country.police or '?'}" in task.compare for task, country in by_country)


def test_every_address_is_opened(library: Library) -> None:
    """Ways in, next steps and sources: each is on one of the lists."""
    opened = {target for task in all_tasks(library) if task.way is not Way.CALL for target in task.targets}
    for record in (*library.platforms, *library.laws, *library.coverage, *library.services, *library.directories):
        for field in fields(record):
            if field.name == "url" or field.name.endswith("_url"):
                assert getattr(record, field.name) in opened | {""}, (record.id, field.name)
    assert {source.url for item in library.items for source in item.sources} <= opened


def test_laws_are_read_with_what_we_say_of_them(library: Library) -> None:
    """The reader compares the time, what a request holds and the next step."""
    law = next(law for law in library.laws if law.id == "us-take-it-down-act")
    (task,) = [task for task in all_tasks(library) if task.name == law.name]
    assert task.way is Way.READ
    assert task.targets == (law.source_url, law.then_url)
    assert any(law.deadline in part for part in task.compare)
    assert any(law.asks[0] in part for part in task.compare)
    assert any(law.then in part for part in task.compare)


def test_the_oldest_come_first(library: Library) -> None:
    """Half a list done is the more urgent half."""
    aged = replace(library.services[-1], reviewed=date(2025, 1, 1))
    found = tasks(replace(library, services=(*library.services[:-1], aged)), DAY, 0)
    assert found[0].name == aged.name
    assert [task.reviewed for task in found] == sorted(task.reviewed for task in found)
    assert [task.name for task in tasks(replace(library, services=(aged,)), DAY, 180)] == [aged.name] * len(
        [task for task in found if task.name == aged.name]
    )


def test_the_list_is_ready_to_print(library: Library) -> None:
    """To call, to open, to read; a box for each; lines that fit on paper, but for addresses."""
    today = DAY + timedelta(days=1000)
    lines = list(report(all_tasks(library), today, 180))
    headings = [line.split(" (")[0] for line, under in pairwise(lines) if set(under) == {"="}]
    assert headings == ["Call", "Open", "Read the law"]
    assert sum(line.startswith("[ ] ") for line in lines) == len(all_tasks(library))
    assert [line for line in lines if len(line) > WIDTH and "https://" not in line and "[ ]" not in line] == []
    assert f"{len(all_tasks(library))} things" in lines[0]
    assert "Never call an emergency number" in " ".join(lines)


def test_numbers_stand_by_country(library: Library) -> None:
    """Whoever speaks the language takes the part of a country: its name stands once above its numbers."""
    lines = list(report(all_tasks(library), DAY, 180))
    first_open = next(number for number, line in enumerate(lines) if line.startswith("Open ("))
    assert lines[:first_open].count("New Zealand") == 1


def test_nothing_old_is_said_so(library: Library) -> None:
    """An empty list and a list that failed look alike."""
    assert list(report(tasks(library, DAY, 180), DAY, 180)) == [f"Nothing is older than 180 days. {DAY}."]
