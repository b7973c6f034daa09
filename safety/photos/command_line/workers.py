"""Work on many files with every processor, and give the results in the order of the files.

Processes are started afresh, on every system alike. None of them outlives the one that started it.
"""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Final, TypeVar

from safety.photos.command_line.gather import Item
from safety.photos.limits import MEBIBYTE

_Result = TypeVar("_Result")

# Small, since whoever stops the command waits for those that are under way.
_BATCH_FILES, _BATCH_BYTES = 16, 16 * MEBIBYTE
_BATCHES_AHEAD = 3
# Disks are not faster than this many processes, and Windows cannot wait for more than 61.
_MOST_PROCESSES = 16
_SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def in_parallel(
    work: Callable[[Item], _Result], items: Sequence[Item], drop: Callable[[_Result], None]
) -> Iterator[_Result]:
    """The results in order. `work` has to be known to other processes by its name.

    When nobody asks for more, those under way are waited for, and `drop` gets all results that are left; first
    the one given last, for which it has to do no harm when that was used.
    Raises: ChildProcessError, when the system ended one of the processes.
    """
    processes = min(os.cpu_count() or 1, len(items), _MOST_PROCESSES)
    with _undisturbed():
        pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_begin)
    running: deque[Future[list[_Result]]] = deque()
    ready: deque[_Result] = deque()
    batches = _batches(items)
    try:
        _submit(pool, work, islice(batches, processes * _BATCHES_AHEAD), running)
        while running:
            # It stays in the queue while we wait for it, and may be stopped.
            ready.extend(running[0].result())
            running.popleft()
            _submit(pool, work, islice(batches, 1), running)
            while ready:
                # It is taken away afterwards: whoever is stopped with it in hand may not have used it.
                yield ready[0]
                ready.popleft()
    except BrokenProcessPool as error:
        raise ChildProcessError from error
    finally:
        with _undisturbed():
            pool.shutdown(wait=True, cancel_futures=True)
            for future in running:
                if not future.cancelled() and future.exception() is None:
                    ready.extend(future.result())
            for result in ready:
                drop(result)


def _submit(
    pool: ProcessPoolExecutor,
    work: Callable[[Item], _Result],
    batches: Iterable[list[Item]],
    running: deque[Future[list[_Result]]],
) -> None:
    for batch in batches:
        with _undisturbed():
            running.append(pool.submit(_work_on, work, batch))


def _work_on(work: Callable[[Item], _Result], batch: Sequence[Item]) -> list[_Result]:
    return [work(item) for item in batch]


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        if batch and (len(batch) >= _BATCH_FILES or size + item.size > _BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += item.size
    if batch:
        yield batch


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A process that starts in this block does not get the signals with which a terminal ends a command."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        # Without the one that takes the results, a worker would wait for ever.
        os._exit(1)
