/**
 * A walk over the segments of a JPEG, one at a time, from SOI to EOI.
 * It finds the ends of things and nothing more; `jpeg` decides about them.
 *
 * Source: ITU-T T.81 annex B (markers, segments, entropy-coded data).
 */

import { u16 } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_JPEG_SEGMENTS } from "../limits.js";
import { byteWhere, search, trimEnd } from "../source.js";

/** @import { Source } from "../source.js" */

export const GAP = 0x00;
export const TEM = 0x01;
export const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;

const MARKER = byteWhere(0xff, (window, at) => {
  const next = window[at + 1];
  return (next >= 0x01 && next <= 0xcf) || (next >= 0xd8 && next <= 0xfe);
});

/**
 * One stretch of the file: `start` is the marker's first byte, `content` what follows the length, `end` the
 * first byte after. For SOS `contentEnd` is the end of its header and `end` that of its scan; else they are
 * the same. A GAP belongs to no segment. `isCut`: the file, or the part walked over, ends inside it.
 */
export class Segment {
  /**
   * @param {number} marker @param {number} start @param {number} content @param {number} contentEnd
   * @param {number} end @param {boolean} [isCut]
   */
  constructor(marker, start, content, contentEnd, end, isCut = false) {
    this.marker = marker;
    this.start = start;
    this.content = content;
    this.contentEnd = contentEnd;
    this.end = end;
    this.isCut = isCut;
  }

  /** Bytes from marker to end. */
  get size() {
    return this.end - this.start;
  }

  /** What the segment holds, without marker and length. @param {Source} source @returns {Uint8Array} */
  read(source) {
    return source.read(this.content, this.contentEnd - this.content);
  }
}

/**
 * At most `most` segments after the SOI at `start`, up to and with EOI or `end`, or the end of the file.
 * @param {Source} source @param {number} [start] @param {number} [most] @param {number} [end]
 * @returns {Generator<Segment>}
 */
export function* walk(source, start = 0, most = MAX_JPEG_SEGMENTS, end = source.size) {
  let at = start + 2;
  for (let count = 0; count < most; count += 1) {
    const found = search(source, MARKER, at, end, 2);
    const gapEnd = found ?? end;
    if (gapEnd > at) yield new Segment(GAP, at, at, gapEnd, gapEnd);
    if (found === null) return;
    const segment = segmentAt(source, found, end);
    yield segment;
    if (segment.marker === EOI || segment.isCut) return;
    at = segment.end;
  }
  throw new CleanError("too-many-parts");
}

/** @param {Source} source @param {number} start @param {number} limit */
function segmentAt(source, start, limit) {
  const marker = source.read(start + 1, 1)[0];
  if (marker === TEM || marker === SOI || marker === EOI) {
    return new Segment(marker, start, start + 2, start + 2, start + 2);
  }
  const content = start + 4;
  if (content > limit) return new Segment(marker, start, limit, limit, limit, true);
  const length = u16(source.read(start + 2, 2), 0);
  if (length < 2) throw damaged("size");
  const end = start + 2 + length;
  if (end > limit) return new Segment(marker, start, content, limit, limit, true);
  return new Segment(marker, start, content, end, marker === SOS ? scanEnd(source, end, limit) : end);
}

/**
 * Where the coded data from `start` ends; fill bytes before the next marker are not part of it.
 * @param {Source} source @param {number} start @param {number} limit
 * @returns {number}
 */
export function scanEnd(source, start, limit) {
  const found = search(source, MARKER, start, limit, 2);
  return found === null ? limit : trimEnd(source, start, found, 0xff);
}
