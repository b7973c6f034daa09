"""The plan for ISO base media files: HEIC, HEIF, AVIF, MP4, MOV, M4V, 3GP. What is at the top level, and the media.

Nothing moves: what goes becomes an empty box or zeros in place, and the file ends after the last box that stays.
Pictures are for `heif`, films for `movie` and `fragments`.

Source: design document metadata.md, sections 9.2 and 10; ISO/IEC 14496-12 sections 4.3 (ftyp) and 8.1 (mdat,
free); MP4 registration authority (brands).
"""

from collections.abc import Iterator
from typing import Final

from safety.photos.base_media.box_sheet import BoxSheet
from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.base_media.fragments import FragmentPlanner
from safety.photos.base_media.heif import Still, plan_meta
from safety.photos.base_media.heif_tables import PICTURE_HANDLER, handler_of
from safety.photos.base_media.media_ranges import MediaRanges, keep_media, merged
from safety.photos.base_media.movie import Movie, plan_movie
from safety.photos.base_media.movie_report import MovieReport
from safety.photos.errors import CleanError, damaged
from safety.photos.inplace import InPlace, is_zero
from safety.photos.plan import Draft
from safety.photos.recognise import recognise
from safety.photos.source import Source

_TYPES: Final = (b"ftyp", b"styp")
_FRAGMENTS: Final = (b"moof", b"mfra", b"sidx", b"ssix", b"pdin")
_KEPT: Final = (*_TYPES, *_FRAGMENTS, b"meta", b"moov", b"mdat")
_TONE_MAP, _PLAIN = b"tmap", b"isom"
_BRAND_BYTES, _TYPE_HEAD_BYTES, _TYPE_MAX_BYTES = 4, 8, 4096
# Brands that say how a file has to be read. Those of camera makers only say who made it.
_BRANDS: Final = frozenset(
    brand.ljust(4)
    for brand in (
        b"isom iso2 iso3 iso4 iso5 iso6 iso7 iso8 iso9 isoa isob isoc mp41 mp42 mp71 avc1 avc2 avc3 avc4 hvc1 hev1"
        b" qt M4V M4VH M4VP M4A M4B M4P f4v F4V dash msdh msix sims lmsg risx cmfc cmff cmf2 cmfs cfsd cfhd chdf cvid"
        b" caac ca4s cud8 cvvc av01 vp08 vp09 dby1 db1p db4h db4g dvi1 mmp4 MSNV hdr1 3ge6 3ge7 3ge9"
        b" 3gf9 3gg6 3gg9 3gh9 3gm9 3gt9 mif1 mif2 mif3 msf1 miaf"
        b" MiHB MiHE MiHA MiAB MiAN MiBu MiPr MiAC MiCm heic heix heim heis hevc hevx hevm hevs hevd heoi heif avif"
        b" avis avio avci avcs MA1A MA1B jpeg jpgs j2ki j2is vvic vvis tmap pred geo1 unif 1pic iso0 iso1"
    ).split()
)
_MOBILE_BRANDS: Final = (b"3gp", b"3g2", b"3gr", b"3gs")


def plan_isobmff(source: Source, draft: Draft) -> None:
    """Fill `draft`. Raises: CleanError damaged, unsupported-variant, too-many-parts or too-deep."""
    try:
        _FilePlanner(source, draft).run()
    except CleanError as error:
        if error.code != "unsupported-variant" or error.values:
            raise
        raise CleanError(error.code, format=recognise(source).value) from error


class _FilePlanner:
    """Sorts the boxes of the top level, puts them on one sheet, and fills the draft from it."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._reader = BoxReader(source)
        self._sheet = BoxSheet(InPlace(source))
        self._report = MovieReport(source, draft, self._sheet)
        self._boxes: list[Box] = []
        self._read_end = 0

    def run(self) -> None:
        """Read all boxes and write the plan."""
        self._read_boxes()
        meta, moov = self._single(self._pictures()), self._single([box for box in self._boxes if box.kind == b"moov"])
        still = plan_meta(meta, self._reader, self._sheet.sheet, self._draft) if meta else Still((), (), False)
        movie = plan_movie(moov, self._reader, self._sheet, self._report, self._draft.options) if moov else Movie()
        # A still may have all its data in `meta`, so its ranges do not say whether it is there.
        if meta is None and not movie.has_picture_or_sound:
            raise damaged("no-picture")
        fragments = FragmentPlanner(movie, self._reader, self._sheet, self._report)
        types = [box for box in self._boxes if box.kind == b"ftyp"][:1]
        kept = {box for box in self._boxes if box in (meta, moov, *types) or _stays(box, fragments)}
        end = max(box.end for box in kept)
        for box in self._boxes:
            if box not in kept:
                self._remove(box, end)
            elif box.kind in _TYPES:
                self._put_brands(box, still.drops_tone_map)
            elif box.kind in _FRAGMENTS:
                fragments.plan(box)
            elif box.kind == b"mdat":
                self._sheet.keep_head(box)
        self._report.rest(self._read_end, self._source.size)
        self._put_media(still, movie, fragments.kept_spans)
        self._finish(end, merged([*movie.dropped_spans.values(), _spans(still.dropped)]))

    def _read_boxes(self) -> None:
        """The boxes up to the first thing that is none, which may only be something behind the last one."""
        try:
            for box in self._reader.top_level():
                self._boxes.append(box)
                self._read_end = box.end
        except CleanError as error:
            kinds = {box.kind for box in self._boxes}
            is_kept_kind = bytes(self._source.window(self._read_end + 4, 4)) in _KEPT
            if error.code != "damaged" or is_kept_kind or not kinds & {b"moov", b"meta"}:
                raise

    def _pictures(self) -> list[Box]:
        """The `meta` boxes that are about pictures; others describe the file and go."""
        return [box for box in self._boxes if box.kind == b"meta" and self._is_about_pictures(box)]

    def _is_about_pictures(self, meta: Box) -> bool:
        try:
            return handler_of(meta, self._reader) == PICTURE_HANDLER
        except CleanError as error:
            if error.code != "damaged":
                raise
            return False

    @staticmethod
    def _single(boxes: list[Box]) -> Box | None:
        """The only one, None for none. Raises: CleanError damaged, when there are more: readers differ then."""
        if len(boxes) > 1:
            raise damaged("order")
        return boxes[0] if boxes else None

    def _remove(self, box: Box, end: int) -> None:
        """Tell what it was; in the middle of the file it leaves an empty box behind."""
        self._report.box(box)
        if box.end <= end:
            self._sheet.free(box)

    def _put_brands(self, box: Box, drops_tone_map: bool) -> None:
        """`ftyp` and `styp`: brands that nobody needs, or that would promise too much, become the major one."""
        if not _TYPE_HEAD_BYTES <= box.content_bytes <= _TYPE_MAX_BYTES:
            raise damaged("size")
        content = self._source.read(box.content, box.content_bytes // _BRAND_BYTES * _BRAND_BYTES)
        brands = [content[at : at + _BRAND_BYTES] for at in range(0, len(content), _BRAND_BYTES)]
        gone = {brand for brand in brands[:1] + brands[2:] if not _is_known(brand)}
        dropped = gone | ({_TONE_MAP} if drops_tone_map else set())
        major = _PLAIN if brands[0] in dropped else brands[0]
        others = (major if brand in dropped else brand for brand in brands[2:])
        self._sheet.keep_head(box)
        self._sheet.write(box.content, b"".join((major, brands[1], *others)))
        if gone:
            self._report.brands(box, _BRAND_BYTES * len(gone))

    def _put_media(self, still: Still, movie: Movie, fragments: MediaRanges) -> None:
        media = [(box.content, box.end) for box in self._boxes if box.kind == b"mdat"]
        kept = [*movie.kept_spans, fragments, _spans(still.ranges)]
        keep_media(kept, movie.dropped_spans.values(), media, self._sheet.sheet)

    def _finish(self, end: int, told: Iterator[tuple[int, int]]) -> None:
        """Fill the draft, and tell of bytes that nothing used; `told` are those of dropped tracks and pictures."""
        zeroed = self._sheet.sheet.finish(self._draft, end)
        gaps = (gap for gap in self._sheet.untold(zeroed, told) if not is_zero(self._source, *gap))
        boxes = iter(self._boxes)
        box = next(boxes)
        found: list[tuple[int, int]] = []
        for gap in gaps:
            while gap[0] >= box.end:
                self._report.hidden(box, found)
                box, found = next(boxes), []
            found.append(gap)
        self._report.hidden(box, found)


def _is_known(brand: bytes) -> bool:
    is_mobile = brand[:3] in _MOBILE_BRANDS and brand[3:].isalnum()
    return brand in _BRANDS or is_mobile


def _stays(box: Box, fragments: FragmentPlanner) -> bool:
    """True for the boxes of the top level that may be there any number of times."""
    return box.kind in (b"styp", b"mdat") or (box.kind in _FRAGMENTS and fragments.index_bytes(box) is not None)


def _spans(ranges: tuple[tuple[int, int], ...]) -> MediaRanges:
    spans = MediaRanges()
    for offset, length in ranges:
        spans.add(offset, offset + length)
    return spans
