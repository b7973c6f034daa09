"""Which tracks are subtitles that may stay when somebody asks for it.

They do not stay by themselves: drones of DJI write as subtitles where they fly, second by second. A track in which
that is seen goes all the same. What else the subtitles say, in words or in marks between them, is not judged, and
those of fragments are not looked at.

Source: design document metadata.md, sections 3.3 and 10; ISO/IEC 14496-12 sections 8.4.3 and 12.6; 3GPP TS 26.245
(tx3g); ISO/IEC 14496-30 (wvtt, stpp); QuickTime File Format (text, c608, c708).
"""

import re
from itertools import islice
from typing import Final

from safety.photos.base_media.box_tree import Node
from safety.photos.base_media.boxes import BoxReader
from safety.photos.base_media.sample_tables import Budget, chunk_spans
from safety.photos.errors import CleanError

SUBTITLE_HANDLERS: Final = frozenset((b"sbtl", b"subt", b"clcp", b"text"))
SUBTITLE_ENTRIES: Final = frozenset((b"tx3g", b"wvtt", b"stpp", b"c608", b"c708", b"text", b"mp4s"))
# A place in the subtitles of a drone, or among the keys of timed metadata.
PLACE: Final = re.compile(rb"GPS|[Ll]atitude|[Ll]ongitude|location\.ISO6709|\$G[PN](?:RMC|GGA)")

_CHUNKS, _CHUNK_BYTES = 64, 4096


def are_subtitles(track: Node, reader: BoxReader, budget: Budget) -> bool:
    """True for a `trak` of which every description is of a known kind of subtitles, and no place is seen.

    The caller has looked at the handler; `budget` is shared by all tracks that are looked into.
    """
    table = track.find(b"mdia", b"minf", b"stbl")
    stsd = table.find(b"stsd") if table else None
    if table is None or stsd is None:
        return False
    try:
        kinds = {entry.kind for entry in reader.children(stsd.box, 8)}
        return bool(kinds) and kinds <= SUBTITLE_ENTRIES and not _tells_a_place(table, reader, budget)
    except (CleanError, OverflowError):
        # The kept tracks are read again, strictly; here a broken one is only none that may stay.
        return False


def _tells_a_place(table: Node, reader: BoxReader, budget: Budget) -> bool:
    spans = chunk_spans(reader.source, table, (), budget)
    starts = (reader.source.window(start, min(end - start, _CHUNK_BYTES)) for start, end in islice(spans, _CHUNKS))
    return any(PLACE.search(start) for start in starts)
