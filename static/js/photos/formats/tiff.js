/**
 * The plan for a TIFF: tags from an allow-list, and the bytes they lead to; all else becomes zero in place.
 * Source: design document metadata.md, sections 2, 3.2, 8 and 14; TIFF 6.0 sections 2, 3, 15 and 22.
 */

import { CleanError, damaged } from "../errors.js";
import { HEADER_BYTES, TiffReader } from "./tiff_directory.js";
import { JpegStreams } from "./tiff_jpeg.js";
import { PagePlanner } from "./tiff_page.js";
import { TagReport } from "./tiff_report.js";
import { TiffSheet } from "./tiff_sheet.js";
import {
  INTERCHANGE,
  INTERCHANGE_BYTES,
  LENGTH,
  NEW_SUBFILE_TYPE,
  RAW_TAGS,
  RULES,
  STRIP_BYTES,
  STRIP_OFFSETS,
  SUBFILE_TYPE,
  TILE_BYTES,
  TILE_OFFSETS,
  WIDTH,
} from "./tiff_tags.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Directory } from "./tiff_directory.js"
 */

const REDUCED_BIT = 1;
const REDUCED_TYPE = 2;
/** @type {[number, number][]} */
const PART_TAGS = [
  [STRIP_OFFSETS, STRIP_BYTES],
  [TILE_OFFSETS, TILE_BYTES],
  [INTERCHANGE, INTERCHANGE_BYTES],
];

/** Fills `draft`. Throws CleanError. @param {Source} source @param {Draft} draft */
export function planTiff(source, draft) {
  new TiffPlanner(source, draft).run();
}

/** Decides which pages stay, and puts them together again. */
class TiffPlanner {
  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.source = source;
    this.draft = draft;
    this.reader = new TiffReader(source);
    this.sheet = new TiffSheet(source);
    this.streams = new JpegStreams(source, draft);
    this.report = new TagReport(source, draft, this.reader);
  }

  run() {
    const pages = this.reader.pages();
    if (pages.some((page) => page.entries.some((entry) => RAW_TAGS.has(entry.tag)))) {
      throw new CleanError("unsupported-format", { format: "raw" });
    }
    const kept = pages.filter((page, number) => this.isKept(page, number === 0));
    if (!pages.length) throw damaged("no-picture");
    this.writePages(kept);
    this.streams.finish();
    for (const [start, end] of this.streams.kept) this.sheet.keep(start, end);
    this.sheet.passOver(this.streams.reported);
    // The header is checked like a part that is written, since nothing may lie over it.
    this.sheet.write(0, this.source.read(0, HEADER_BYTES));
    this.sheet.finish(this.draft);
  }

  /**
   * True for the pages that show the picture; the others are noted and go.
   * @param {Directory} page @param {boolean} isFirst
   * @returns {boolean}
   */
  isKept(page, isFirst) {
    const hasParts = Boolean(page.entry(STRIP_OFFSETS) || page.entry(TILE_OFFSETS));
    const hasPicture = hasParts || Boolean(page.entry(INTERCHANGE));
    const isSized = Boolean(page.entry(WIDTH) && page.entry(LENGTH));
    if (isFirst) {
      if (!(hasPicture && isSized)) throw damaged("no-picture");
      return true;
    }
    const isReduced =
      this.reader.number(page, NEW_SUBFILE_TYPE, 0) & REDUCED_BIT ||
      this.reader.number(page, SUBFILE_TYPE, 0) === REDUCED_TYPE;
    // Without strips it is a thumbnail as EXIF has it behind the first directory.
    if (hasParts && isSized && !isReduced) return true;
    this.drop(page, hasPicture);
    return false;
  }

  /** @param {Directory} page @param {boolean} hasPicture */
  drop(page, hasPicture) {
    const hidden = page.entries.filter((entry) => !RULES.has(entry.tag));
    let spans = this.reader.reached(hidden);
    this.report.dropped(page, hidden, spans);
    if (hasPicture) {
      spans = spans.concat(this.reader.parts(page, PART_TAGS));
      this.report.droppedPage(page, spans);
    }
    this.sheet.remove([page.span, ...spans]);
    // Two pages can share a value such as the number of bits, which is no secret.
    this.sheet.passOver(this.reader.reached(page.entries));
    if (!(hasPicture || hidden.length)) {
      const [start, end] = page.span;
      this.draft.find("unknown-part", "TIFF", start, end - start, { fourcc: "page" });
    }
  }

  /** @param {Directory[]} kept */
  writePages(kept) {
    const planner = new PagePlanner(this.source, this.draft, this.reader, this.sheet, this.streams);
    kept.forEach((page, number) => planner.write(page, kept[number + 1]?.offset ?? 0, this.report));
  }
}
