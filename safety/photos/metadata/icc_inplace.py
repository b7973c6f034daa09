"""A colour profile rebuilt without changing its length, for formats in which nothing may move.

What comes out goes in again unchanged. It does not shorten: the space won becomes zeros at the end.

Source: design document metadata.md, section 3.2, step 6; ICC.1:2022 section 7.3 (table).
"""

from safety.photos.metadata.icc import HEADER_BYTES, find_tags, neutral_header, rebuild_profile


def profile_in_place(profile: bytes) -> bytes | None:
    """The rebuilt profile in as many bytes as the old one, or None when it cannot be understood."""
    rebuilt = rebuild_profile(profile)
    if rebuilt is None:
        return None
    if len(rebuilt) <= len(profile):
        return len(profile).to_bytes(4, "big") + rebuilt[4:] + bytes(len(profile) - len(rebuilt))
    return _emptied(profile)


def _emptied(profile: bytes) -> bytes | None:
    """The profile with its colour tags where they are and zeros for all others, names included.

    None when a colour tag lies over the table, which gets shorter here.
    """
    size = int.from_bytes(profile[:4], "big")
    places = find_tags(profile[:size]) or {}
    table = len(places).to_bytes(4, "big") + b"".join(
        signature + start.to_bytes(4, "big") + (end - start).to_bytes(4, "big")
        for signature, (start, end) in places.items()
    )
    head = neutral_header(profile[:HEADER_BYTES], len(profile)) + table
    if any(start < len(head) for start, _ in places.values()):
        return None
    emptied = bytearray(len(profile))
    emptied[: len(head)] = head
    for start, end in places.values():
        emptied[start:end] = profile[start:end]
    return bytes(emptied)
