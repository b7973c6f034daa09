/**
 * JPEG inside a TIFF: what of its streams stays where it is; all else in them becomes zero.
 * Nothing moves, so a segment that goes keeps its four first bytes and holds zeros.
 * Source: design document metadata.md, sections 4 and 8; TIFF Technical Note 2; ITU-T T.81 annex B.
 */

import { ascii, equal, isZero, startsWith } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_JPEG_SEGMENTS } from "../limits.js";
import { checkRange } from "../source.js";
import { SegmentReport } from "./jpeg_report.js";
import { EOI, GAP, SOI, SOS, TEM, scanEnd, walk } from "./markers.js";
import { JPEG_LS, isPicturePart, isWhole } from "./structure.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Segment } from "./markers.js"
 */

const START_MARK = new Uint8Array([0xff, 0xd8]);
const APP0 = 0xe0;
const APP14 = 0xee;
const COMMENT = 0xfe;
// Longer stretches between segments are not read: they go, or the file is refused.
const READ_GAP_BYTES = 65536;
// Version and density of JFIF, without the size of its thumbnail; all of Adobe's numbers.
/** @type {Map<number, [Uint8Array, number, number]>} */
const KEPT_BYTES = new Map([
  [APP0, [ascii("JFIF\0"), 14, 12]],
  [APP14, [ascii("Adobe"), 12, 12]],
]);

/** @type {[null, number, number]} */
const NOTHING_KEPT = [null, 0, 0];

/** Collects over all pages what is kept of their streams, each walked once, and where reported parts were. */
export class JpegStreams {
  #segmentsLeft = MAX_JPEG_SEGMENTS;
  #bytesLeft;
  /** @type {Set<string>} */
  #walked = new Set();

  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    /** @type {[number, number][]} */
    this.kept = [];
    /** @type {[number, number][]} */
    this.reported = [];
    this.source = source;
    this.report = new SegmentReport(source, draft);
    this.draft = draft;
    this.#bytesLeft = source.size;
  }

  /** Reports what was waiting for its other pieces. */
  finish() {
    this.report.finish();
  }

  /**
   * The tables that all strips share, a stream without a picture. Throws CleanError.
   * @param {number} start @param {number} end
   */
  takeTables(start, end) {
    if (this.#isNew(start, end)) this.#takeStream(start, end);
  }

  /**
   * A strip or tile, a stream with a picture. Throws CleanError.
   * @param {number} start @param {number} end
   */
  takeStrip(start, end) {
    if (this.#isNew(start, end) && !this.#takeStream(start, end)) throw damaged("no-picture");
  }

  /**
   * Strips and interchange stream of old-style JPEG, which may lie over each other. Throws CleanError.
   * @param {[number, number][]} spans
   */
  takeOld(spans) {
    for (const [start, end] of putTogether(spans)) {
      if (!this.#isNew(start, end)) continue;
      if (this.#isStart(start, end)) this.#takeStream(start, end);
      else this.#takeCoded(start, end);
    }
  }

  /**
   * False when this stream was walked before. Throws CleanError damaged, when streams overlap.
   * @param {number} start @param {number} end
   */
  #isNew(start, end) {
    checkRange(this.source.size, start, end - start);
    const key = `${start} ${end}`;
    if (this.#walked.has(key)) return false;
    this.#walked.add(key);
    // Streams that do not overlap are together no longer than the file.
    this.#bytesLeft -= end - start;
    if (this.#bytesLeft < 0) throw damaged("size");
    return true;
  }

  /** @param {number} start @param {number} end */
  #isStart(start, end) {
    return equal(this.source.read(start, Math.min(2, end - start)), START_MARK);
  }

  /**
   * Walks over a stream that begins with SOI; true when it has a picture.
   * @param {number} start @param {number} end
   */
  #takeStream(start, end) {
    if (!this.#isStart(start, end)) throw damaged("order");
    this.#keep(start, start + 2);
    return this.#takeSegments(start, end, false);
  }

  /** Old-style strips begin in the middle of a scan. @param {number} start @param {number} end */
  #takeCoded(start, end) {
    const codedEnd = scanEnd(this.source, start, end);
    this.#keep(start, codedEnd);
    this.#takeSegments(codedEnd - 2, end, true);
  }

  /** @param {number} start @param {number} end @param {boolean} hasScan */
  #takeSegments(start, end, hasScan) {
    for (const segment of walk(this.source, start, this.#segmentsLeft, end)) {
      this.#segmentsLeft -= 1;
      this.#take(segment, hasScan);
      hasScan = hasScan || segment.marker === SOS;
    }
    return hasScan;
  }

  /** @param {Segment} segment @param {boolean} hasScan */
  #take(segment, hasScan) {
    const marker = segment.marker;
    if (marker === GAP) {
      this.#takeGap(segment, hasScan);
    } else if (JPEG_LS.includes(marker)) {
      throw new CleanError("unsupported-variant", { format: "tiff" });
    } else if (segment.isCut || marker === SOI || (marker === TEM && hasScan)) {
      throw damaged("order");
    } else if (marker === EOI || marker === TEM) {
      this.#keep(segment.start, segment.end);
    } else if (isPicturePart(marker)) {
      this.#takePart(segment);
    } else if ((marker >= 0xe0 && marker <= 0xef) || marker === COMMENT) {
      this.#takeOther(segment, !hasScan);
    } else {
      // Decoders stop at a marker that they do not know.
      throw damaged("order");
    }
  }

  /** @param {Segment} gap @param {boolean} hasScan */
  #takeGap(gap, hasScan) {
    const content = gap.size <= READ_GAP_BYTES ? gap.read(this.source) : null;
    if (content?.every((byte) => byte === 0xff)) {
      this.#keep(gap.start, gap.end);
    } else if (hasScan && !(content && isZero(content))) {
      // Behind a broken place in a scan, a decoder goes on in what would become zero.
      throw damaged("order");
    }
  }

  /** @param {Segment} segment */
  #takePart(segment) {
    if (!isWhole(segment.marker, segment.read(this.source))) throw damaged("size");
    this.#keep(segment.start, segment.end);
  }

  /** @param {Segment} segment @param {boolean} isBeforeScan */
  #takeOther(segment, isBeforeScan) {
    const content = segment.read(this.source);
    const [mark, needed, kept] = KEPT_BYTES.get(segment.marker) ?? NOTHING_KEPT;
    const isKept = isBeforeScan && mark !== null && startsWith(content, mark) && content.length >= needed;
    const keptEnd = segment.content + (isKept ? kept : 0);
    this.#keep(segment.start, keptEnd);
    if (isZero(content.subarray(keptEnd - segment.content))) return;
    this.reported.push([keptEnd, segment.end]);
    if (!isKept) {
      this.report.dropped(segment, content);
    } else if (segment.marker === APP0 && content[12] && content[13]) {
      this.draft.find("thumbnail", "JFIF", segment.start, content.length - needed);
    } else {
      this.report.hidden(segment);
    }
  }

  /** @param {number} start @param {number} end */
  #keep(start, end) {
    const last = this.kept.at(-1);
    if (last?.[1] === start) last[1] = end;
    else this.kept.push([start, end]);
  }
}

/**
 * Spans that overlap made one. Those that only touch are streams of their own.
 * @param {[number, number][]} spans
 * @returns {[number, number][]}
 */
function putTogether(spans) {
  /** @type {[number, number][]} */
  const joined = [];
  for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = joined.at(-1);
    if (last && start < last[1]) last[1] = Math.max(end, last[1]);
    else if (end > start) joined.push([start, end]);
  }
  return joined;
}
