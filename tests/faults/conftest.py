"""What tests of faults share: they reach servers on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import packed
from tests.process import Process, start

NewInstance = Callable[[], Path]


@pytest.fixture(autouse=True)
def reaches_this_machine(network: None) -> None:
    """Every test here starts the site as people do, and visits it."""


@pytest.fixture(scope="session")
def new_instance(tmp_path_factory: pytest.TempPathFactory) -> NewInstance:
    """Makes folders for a site's files, in which the static files are ready and nothing else is."""

    def make() -> Path:
        instance = tmp_path_factory.mktemp("site") / "instance"
        packed.put_into(instance)
        return instance

    return make


@pytest.fixture(scope="session")
def site(new_instance: NewInstance) -> Iterator[Process]:
    """A site on SQLite, as it is without any setting, that nothing is done to. Those of other kinds have their own."""
    with start(new_instance()) as process:
        yield process
