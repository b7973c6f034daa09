"""Records are built by the types of their fields: nothing else passes, and nothing raises."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.library.build import Builder
from safety.library.document import Document, Region
from safety.library.schema import Item, Library, Text
from safety.library.talk_schema import Scene
from safety.library.text_schema import Source

EMPTY = Document("a.toml", {}, Region(("",), 1, 2), "", 1)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(
    st.dictionaries(
        st.sampled_from(["id", "title", "who", "minutes", "sources", "turns", "reviewed", "lead", "seed", "x"]), VALUES
    )
)
def test_any_table_gives_faults_and_never_an_error(table: dict[str, Any]) -> None:
    """An author who writes anything at all gets sentences back, not a traceback."""
    for kind in (Item, Scene, Text):
        builder = Builder(EMPTY)
        record = (
            builder.record(kind, table, EMPTY.region, sections=())
            if kind is not Scene
            else builder.record(kind, table, EMPTY.region)
        )
        assert (record is None) <= bool(builder.faults)
        assert all(fault.what and fault.write for fault in builder.faults)


def test_a_record_cannot_be_changed(library: Library) -> None:
    """Every request shares the records, so none can write into them."""
    with pytest.raises(FrozenInstanceError):
        library.items[0].title = "x"  # type: ignore[misc]  # what must not work
    for record in (library, library.items[0], library.scenes[0], library.workshops[0], library.countries[0]):
        for name in record.__dataclass_fields__:
            assert not isinstance(getattr(record, name), list | dict | set), name


def test_every_key_that_is_missing_is_named() -> None:
    """One fault for each, with a sample of what to write."""
    builder = Builder(EMPTY)
    assert builder.record(Source, {}, EMPTY.region) is None
    assert [fault.write for fault in builder.faults] == [
        'title = text in quotes, such as "…"',
        'url = text in quotes, such as "…"',
        "checked = a date, such as 2026-11-23",
    ]


def test_the_content_stands_in_its_folder(library: Library) -> None:
    """All of it is read: as many records as there are files."""
    folder = Path(__file__).parents[2] / "content" / "en"
    assert len(library.items) == len(list(folder.glob("check/*.md"))) >= 70
    assert len(library.steps) == len(list(folder.glob("help/steps/*.md")))
    assert len(library.scenes) == len(list(folder.glob("talk/scenes/*.toml")))
    assert [step.order for step in library.steps] == sorted(step.order for step in library.steps)
