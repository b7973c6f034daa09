"""The short names of items: two bytes made from the id, so that a plan fits into a cookie.

The content checker sees to it that no two items share one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2s


def item_key(id_: str) -> int:
    """The two-byte name of an item."""
    return int.from_bytes(blake2s(id_.encode(), digest_size=2).digest())


def same_keys(ids: Iterable[str]) -> Mapping[int, tuple[str, ...]]:
    """The keys that more than one id would have."""
    named: dict[int, tuple[str, ...]] = {}
    for id_ in ids:
        named[item_key(id_)] = (*named.get(item_key(id_), ()), id_)
    return {key: names for key, names in named.items() if len(names) > 1}
