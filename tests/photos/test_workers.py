"""Several processes give what one would give, in the same order, and leave nothing behind."""

import os
import time
from pathlib import Path

import pytest

from safety.photos.command_line.gather import Item
from safety.photos.command_line.workers import in_parallel

ITEMS = [Item(Path(str(number)), 100) for number in range(200)]
ROOT = Path(__file__).resolve().parents[2]


def double(item: Item) -> tuple[int, int]:
    """Twice the number, and who did it; the first ones are slow."""
    if int(item.path.name) < 3:
        time.sleep(0.05)
    return 2 * int(item.path.name), os.getpid()


def end(item: Item) -> int:
    """Ends its process, as the system does when memory is short."""
    os._exit(9)


def stumble(item: Item) -> int:
    """A fault of ours."""
    raise TypeError(item.path.name)


def test_results_come_in_the_order_of_the_files() -> None:
    """Whoever was faster; and the work was done elsewhere."""
    results = list(in_parallel(double, ITEMS, drop=lambda result: None))
    assert [number for number, _ in results] == [2 * number for number in range(200)]
    assert os.getpid() not in {process for _, process in results}


def test_what_nobody_takes_is_dropped() -> None:
    """Who stops early waits for what is under way, and can tidy it up."""
    dropped: list[tuple[int, int]] = []
    results = in_parallel(double, ITEMS, drop=dropped.append)
    assert next(results)[0] == 0
    results.close()
    numbers = [number // 2 for number, _ in dropped]
    assert numbers == sorted(numbers)
    assert 0 < len(numbers) < len(ITEMS)
    # Also the one in hand, which may not have been used, and those that came together with it.
    assert numbers[:20] == list(range(20))


def test_process_that_is_ended_is_an_error() -> None:
    """Not an endless wait."""
    with pytest.raises(ChildProcessError):
        list(in_parallel(end, ITEMS, drop=lambda result: None))


def test_our_own_faults_are_not_hidden() -> None:
    """The work itself has to say what is to be borne."""
    with pytest.raises(TypeError):
        list(in_parallel(stumble, ITEMS[:3], drop=lambda result: None))
