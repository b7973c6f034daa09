"""Every action of the check, topic by topic, the same for everybody: no answer is known here.

Who reads it may be under 18, so what is for adults alone stands apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safety.library.codes import Audience, Topic
from safety.library.schema import Item


@dataclass(frozen=True)
class Shelf:
    """The actions of one topic, in the order of their titles."""

    topic: Topic
    items: tuple[Item, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.items)


def shelves(items: Iterable[Item], *, adults_only: bool) -> tuple[Shelf, ...]:
    """The actions that are for adults alone, or all the others; a topic without one is left out, a retired one too."""
    chosen = [item for item in items if not item.retired and for_adults_only(item) is adults_only]
    made = (Shelf(topic, _by_title(item for item in chosen if item.topic is topic)) for topic in Topic)
    return tuple(shelf for shelf in made if shelf.items)


def for_adults_only(item: Item) -> bool:
    """Whether nobody else's plan may hold ``item``."""
    return item.who == (Audience.ADULT,)


def replacing(item: Item, items: Iterable[Item]) -> tuple[Item, ...]:
    """What came in place of a retired ``item``."""
    return tuple(other for other in items if other.id in item.replaced)


def _by_title(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: item.title.casefold()))
