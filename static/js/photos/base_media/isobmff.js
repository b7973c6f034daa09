/**
 * The plan for ISO base media files (HEIC, HEIF, AVIF, MP4, MOV, M4V, 3GP): the top level and the media.
 * Nothing moves: what goes becomes an empty box or zeros in place, and the file ends after the last box kept.
 *
 * Source: ISO/IEC 14496-12 sections 4.3 (ftyp) and 8.1 (mdat, free); MP4 registration authority (brands).
 */

import { ascii, latin1 } from "../bytes.js";
import { CleanError, damaged, isDamage } from "../errors.js";
import { InPlace, isZero } from "../inplace.js";
import { recognise } from "../recognise.js";
import { BoxSheet } from "./box_sheet.js";
import { BoxReader } from "./boxes.js";
import { FragmentPlanner } from "./fragments.js";
import { planMeta } from "./heif.js";
import { PICTURE_HANDLER, handlerOf } from "./heif_tables.js";
import { MediaRanges, keepMedia, merged } from "./media_ranges.js";
import { Movie, planMovie } from "./movie.js";
import { MovieReport } from "./movie_report.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Box } from "./boxes.js"
 * @import { Still } from "./heif.js"
 */

const TYPES = ["ftyp", "styp"];
const FRAGMENTS = ["moof", "mfra", "sidx", "ssix", "pdin"];
const KEPT = [...TYPES, ...FRAGMENTS, "meta", "moov", "mdat"];
const BRAND_BYTES = 4;
const TYPE_HEAD_BYTES = 8;
const TYPE_MAX_BYTES = 4096;
// Brands that say how a file has to be read. Those of camera makers only say who made it.
const BRANDS = new Set(
  (
    "isom iso2 iso3 iso4 iso5 iso6 iso7 iso8 iso9 isoa isob isoc mp41 mp42 mp71 avc1 avc2 avc3 avc4" +
    " hvc1 hev1 qt M4V M4VH M4VP M4A M4B M4P f4v F4V dash msdh msix sims lmsg risx cmfc cmff cmf2 cmfs" +
    " cfsd cfhd chdf cvid caac ca4s cud8 cvvc av01 vp08 vp09 dby1 db1p db4h db4g dvi1 mmp4 MSNV hdr1" +
    " 3ge6 3ge7 3ge9 3gf9 3gg6 3gg9 3gh9 3gm9 3gt9 mif1 mif2 mif3 msf1 miaf MiHB MiHE MiHA MiAB MiAN" +
    " MiBu MiPr MiAC MiCm heic heix heim heis hevc hevx hevm hevs hevd heoi heif avif avis avio avci" +
    " avcs MA1A MA1B jpeg jpgs j2ki j2is vvic vvis tmap pred geo1 unif 1pic iso0 iso1"
  )
    .split(" ")
    .map((brand) => brand.padEnd(BRAND_BYTES)),
);

/**
 * Fill `draft`. Throws damaged, unsupported-variant, too-many-parts or too-deep.
 * @param {Source} source @param {Draft} draft
 */
export function planIsobmff(source, draft) {
  try {
    new FilePlanner(source, draft).run();
  } catch (error) {
    if (!(error instanceof CleanError) || error.code !== "unsupported-variant") throw error;
    if (Object.keys(error.values).length) throw error;
    throw new CleanError(error.code, { format: recognise(source) });
  }
}

/** Sorts the boxes of the top level, puts them on one sheet, and fills the draft from it. */
class FilePlanner {
  #source;
  #draft;
  #reader;
  #sheet;
  #report;
  /** @type {Box[]} */
  #boxes = [];
  #readEnd = 0;

  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.#source = source;
    this.#draft = draft;
    this.#reader = new BoxReader(source);
    this.#sheet = new BoxSheet(new InPlace(source));
    this.#report = new MovieReport(source, draft, this.#sheet);
  }

  /** Read all boxes and write the plan. */
  run() {
    this.#readBoxes();
    const meta = single(this.#pictures());
    const moov = single(this.#boxes.filter((box) => box.kind === "moov"));
    /** @type {Still} */
    const still = meta
      ? planMeta(meta, this.#reader, this.#sheet.sheet, this.#draft)
      : { ranges: [], dropped: [], dropsToneMap: false };
    const movie = moov
      ? planMovie(moov, this.#reader, this.#sheet, this.#report, this.#draft.options)
      : new Movie();
    // A still may have all its data in `meta`, so its ranges do not say whether it is there.
    if (!meta && !movie.hasPictureOrSound) throw damaged("no-picture");
    const fragments = new FragmentPlanner(movie, this.#reader, this.#sheet, this.#report);
    const type = this.#boxes.find((box) => box.kind === "ftyp");
    /** @param {Box} box */
    const isKept = (box) => [meta, moov, type].includes(box) || stays(box, fragments);
    const kept = new Set(this.#boxes.filter(isKept));
    // The boxes follow each other, so the last one that stays ends last.
    const { end } = /** @type {Box} */ ([...kept].pop());
    for (const box of this.#boxes) {
      if (!kept.has(box)) this.#remove(box, end);
      else if (TYPES.includes(box.kind)) this.#putBrands(box, still.dropsToneMap);
      else if (FRAGMENTS.includes(box.kind)) fragments.plan(box);
      else if (box.kind === "mdat") this.#sheet.keepHead(box);
    }
    this.#report.rest(this.#readEnd, this.#source.size);
    this.#putMedia(still, movie, fragments.keptSpans);
    this.#finish(end, merged([...movie.droppedSpans.values(), spans(still.dropped)]));
  }

  /** The boxes up to the first thing that is none, which may only be something behind the last one. */
  #readBoxes() {
    try {
      for (const box of this.#reader.topLevel()) {
        this.#boxes.push(box);
        this.#readEnd = box.end;
      }
    } catch (error) {
      const isKeptKind = KEPT.includes(latin1(this.#source.window(this.#readEnd + 4, 4)));
      const hasPicture = this.#boxes.some((box) => box.kind === "moov" || box.kind === "meta");
      if (!isDamage(error) || isKeptKind || !hasPicture) throw error;
    }
  }

  /** The `meta` boxes that are about pictures; others describe the file and go. */
  #pictures() {
    return this.#boxes.filter((box) => box.kind === "meta" && this.#isAboutPictures(box));
  }

  /** @param {Box} meta */
  #isAboutPictures(meta) {
    try {
      return handlerOf(meta, this.#reader) === PICTURE_HANDLER;
    } catch (error) {
      if (!isDamage(error)) throw error;
      return false;
    }
  }

  /**
   * Tell what it was; in the middle of the file it leaves an empty box behind.
   * @param {Box} box @param {number} end
   */
  #remove(box, end) {
    this.#report.box(box);
    if (box.end <= end) this.#sheet.free(box);
  }

  /**
   * `ftyp` and `styp`: brands that nobody needs, or that would promise too much, become the major one.
   * @param {Box} box @param {boolean} dropsToneMap
   */
  #putBrands(box, dropsToneMap) {
    if (box.contentBytes < TYPE_HEAD_BYTES || box.contentBytes > TYPE_MAX_BYTES) throw damaged("size");
    const content = latin1(this.#source.read(box.content, box.contentBytes));
    const [first, version, ...rest] = /** @type {string[]} */ (content.match(/.{4}/gs));
    const gone = new Set([first, ...rest].filter((brand) => !isKnown(brand)));
    /** @param {string} brand */
    const isDropped = (brand) => gone.has(brand) || (dropsToneMap && brand === "tmap");
    const major = isDropped(first) ? "isom" : first;
    const others = rest.map((brand) => (isDropped(brand) ? major : brand));
    this.#sheet.keepHead(box);
    this.#sheet.write(box.content, ascii([major, version, ...others].join("")));
    if (gone.size) this.#report.brands(box, BRAND_BYTES * gone.size);
  }

  /** @param {Still} still @param {Movie} movie @param {MediaRanges} fragments */
  #putMedia(still, movie, fragments) {
    /** @type {[number, number][]} */
    const media = this.#boxes.filter((box) => box.kind === "mdat").map((box) => [box.content, box.end]);
    const kept = [...movie.keptSpans, fragments, spans(still.ranges)];
    keepMedia(kept, movie.droppedSpans.values(), media, this.#sheet.sheet);
  }

  /**
   * Fill the draft, and tell of bytes that nothing used; `told` are those of dropped tracks and pictures.
   * @param {number} end @param {Iterable<[number, number]>} told
   */
  #finish(end, told) {
    const zeroed = this.#sheet.sheet.finish(this.#draft, end);
    const boxes = this.#boxes.values();
    let box = /** @type {Box} */ (boxes.next().value);
    /** @type {[number, number][]} */
    let found = [];
    for (const gap of this.#sheet.untold(zeroed, told)) {
      if (isZero(this.#source, ...gap)) continue;
      while (gap[0] >= box.end) {
        this.#report.hidden(box, found);
        box = /** @type {Box} */ (boxes.next().value);
        found = [];
      }
      found.push(gap);
    }
    this.#report.hidden(box, found);
  }
}

/**
 * The only one, undefined for none. Throws damaged, when there are more: readers differ then.
 * @param {Box[]} boxes
 */
function single(boxes) {
  if (boxes.length > 1) throw damaged("order");
  return boxes[0];
}

/** @param {string} brand */
const isKnown = (brand) => BRANDS.has(brand) || /^3g[p2rs][0-9A-Za-z]$/.test(brand);

/**
 * True for the boxes of the top level that may be there any number of times.
 * @param {Box} box @param {FragmentPlanner} fragments
 */
function stays(box, fragments) {
  if (FRAGMENTS.includes(box.kind)) return fragments.indexBytes(box) !== null;
  return box.kind === "styp" || box.kind === "mdat";
}

/** @param {[number, number][]} ranges */
function spans(ranges) {
  const found = new MediaRanges();
  for (const [offset, length] of ranges) found.add(offset, offset + length);
  return found;
}
