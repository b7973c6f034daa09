/**
 * What follows the end of a picture: other pictures, a video with sound, trailers of phones, or leftovers.
 * All of it is removed whatever it is; this only finds words for it.
 *
 * Source: ISO/IEC 14496-12 section 8.2.2 (mvhd).
 */

import { ascii, endsWith, indexOf, latin1, rstrip, startsWith, toNumber } from "../bytes.js";
import { CleanError } from "../errors.js";
import { makeFinding, showing } from "../findings.js";
import { MAX_JPEG_SEGMENTS, MAX_TAIL_PARTS } from "../limits.js";
import { layerCode } from "../metadata/xmp.js";
import { JPEG_MARK } from "../previews.js";
import { pattern, search } from "../source.js";
import { EOI, walk } from "./markers.js";
import { frameSize, isFrame } from "./structure.js";
import { findTrailers, nameOfRest } from "./trailers.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Segment } from "./markers.js"
 * @import { Trailer } from "./trailers.js"
 */

export const PART = "after the picture";

const START = pattern(/\xff\xd8\xff[\xc0-\xfe]|ftyp(?:[a-zA-Z0-9]{3}|qt {2})/);
const START_LONGEST = 8;
const BOXES_MAX = 1000;
const ISO_GAIN_MAP = ascii("urn:iso:std:iso:ts:21496:-1");
const STILLS = ["heic", "heix", "heim", "heis", "mif1", "avif", "MiHE", "MiPr"];
const LAST_BYTES = 512;
const OLD_PICTURE_BYTES = 100;
const PNG_END = ascii("IEND\xaeB`\x82");
const JPEG_END = ascii("\xff\xd9");
const FTYP = ascii("ftyp");

/**
 * Notes what the bytes from `start` to the end of the file are; `layers` are codes for pictures there.
 * @param {Draft} draft @param {number} start @param {string[]} [layers]
 */
export function reportTail(draft, start, layers = []) {
  const trailers = findTrailers(draft.source, start);
  const report = new TailReport(draft, layers);
  report.parts(start, trailers.length ? trailers[0].start : draft.source.size);
  for (const trailer of trailers) report.trailer(trailer);
}

/** Names one part after another. All pictures share one budget of segments, so time is bounded. */
class TailReport {
  /** @param {Draft} draft @param {string[]} layers */
  constructor(draft, layers) {
    this.draft = draft;
    this.source = draft.source;
    this.layers = layers.values();
    this.segmentsLeft = MAX_JPEG_SEGMENTS;
  }

  /** Notes the parts between two offsets. @param {number} start @param {number} end */
  parts(start, end) {
    for (let count = 0; count < MAX_TAIL_PARTS; count += 1) {
      if (start >= end) return;
      start = this.onePart(start, end);
    }
    this.leftover(start, end);
  }

  /** Notes what is in a trailer, and the trailer itself. @param {Trailer} trailer */
  trailer(trailer) {
    const size = trailer.end - trailer.start;
    this.draft.find("vendor-data", PART, trailer.start, size, { fourcc: trailer.name });
    let at = trailer.start;
    for (const part of [...trailer.parts].sort((one, other) => one.start - other.start)) {
      // A directory whose parts overlap would have the same bytes read again and again.
      if (part.start < at) continue;
      at = part.start + part.size;
      if (part.isMedia) {
        this.parts(part.start, part.start + part.size);
      } else {
        this.draft.addAll(part.findings(this.source));
      }
    }
  }

  /**
   * Notes the part that begins at `start`; gives where it ends.
   * @param {number} start @param {number} end
   * @returns {number}
   */
  onePart(start, end) {
    const head = this.source.window(start, Math.min(8, end - start));
    if (startsWith(head, JPEG_MARK)) return this.picture(start, end);
    if (startsWith(head, FTYP, 4)) {
      const size = toNumber(head.subarray(0, 4));
      if (size >= 8 && size <= 512) return this.video(start, end);
    }
    return this.leftover(start, this.nextStart(start + 1, end));
  }

  /**
   * Notes bytes of unknown meaning; gives `end`.
   * @param {number} start @param {number} end
   * @returns {number}
   */
  leftover(start, end) {
    const name = nameOfRest(this.source, start, end);
    if (name) {
      this.draft.find("vendor-data", PART, start, end - start, { fourcc: name });
    } else if (end > start) {
      this.draft.find("leftover-data", PART, start, end - start, { end: this.endOfOldPicture(start, end) });
    }
    return end;
  }

  /**
   * The mark with which the rest of an older, larger file ends; empty when it does not look like one.
   * @param {number} start @param {number} end
   * @returns {string}
   */
  endOfOldPicture(start, end) {
    if (end - start < OLD_PICTURE_BYTES) return "";
    const first = Math.max(start, end - LAST_BYTES);
    const last = rstrip(this.source.window(first, end - first));
    if (indexOf(last, PNG_END) >= 0) return "IEND";
    return endsWith(last, JPEG_END) ? "EOI" : "";
  }

  /** @param {number} start @param {number} end @returns {number} */
  nextStart(start, end) {
    const found = search(this.source, START, start, end, START_LONGEST);
    if (found === null) return end;
    return this.source.read(found, 1)[0] === 0xff ? found : Math.max(found - 4, start);
  }

  /** @param {number} start @param {number} limit @returns {number} */
  picture(start, limit) {
    let end = start;
    let size = [0, 0];
    let code = "extra-picture";
    try {
      for (const segment of walk(this.source, start, this.segmentsLeft, limit)) {
        this.segmentsLeft -= 1;
        end = segment.end;
        if (isFrame(segment.marker) && !segment.isCut) size = frameSize(segment.read(this.source));
        if (code === "extra-picture") code = layer(this.source, segment);
        if (segment.marker === EOI) break;
      }
    } catch (error) {
      if (!(error instanceof CleanError)) throw error;
      // Not a whole picture: nothing more can be told apart.
      return this.leftover(start, limit);
    }
    const said = this.layers.next().value ?? "extra-picture";
    /** @type {Record<string, string>} */
    const values = size[0] && size[1] ? { w: String(size[0]), h: String(size[1]) } : {};
    const place = { part: PART, offset: start };
    const finding = makeFinding(code === "extra-picture" ? said : code, place, end - start, values);
    this.draft.add(showing(finding, "image/jpeg", [start, end - start]));
    return end;
  }

  /** @param {number} start @param {number} limit @returns {number} */
  video(start, limit) {
    let at = start;
    let seconds = "";
    for (let count = 0; count < BOXES_MAX && at + 8 <= limit; count += 1) {
      const { kind, content, end } = box(this.source, at, limit);
      if (/[^\0-\x7f]/.test(kind) || end <= at || end > limit) break;
      if (kind === "moov") seconds = movieSeconds(this.source, content, end);
      at = end;
    }
    const end = at > start ? at : limit;
    this.addVideo(start, end, { n: seconds });
    return end;
  }

  /** @param {number} start @param {number} end @param {Record<string, string>} values */
  addVideo(start, end, values) {
    const brand = latin1(this.source.window(start + 8, 4));
    const place = { part: PART, offset: start };
    if (STILLS.includes(brand)) {
      this.draft.add(makeFinding("extra-picture", place, end - start));
      return;
    }
    const finding = makeFinding("attached-video", place, end - start, values);
    this.draft.add(brand === "qt  " ? finding : showing(finding, "video/mp4", [start, end - start]));
  }
}

/** @param {Source} source @param {Segment} segment */
function layer(source, segment) {
  if (segment.isCut || (segment.marker !== 0xe1 && segment.marker !== 0xe2)) return "extra-picture";
  const content = segment.read(source);
  if (segment.marker === 0xe1) return layerCode(content);
  return startsWith(content, ISO_GAIN_MAP) ? "hdr-layer" : "extra-picture";
}

/**
 * Type, start of the content and end of the box at `start`.
 * @param {Source} source @param {number} start @param {number} limit
 */
function box(source, start, limit) {
  const head = source.read(start, 8);
  const kind = latin1(head.subarray(4));
  const size = toNumber(head.subarray(0, 4));
  if (size === 1) return { kind, content: start + 16, end: start + largeNumber(source.window(start + 8, 8)) };
  return { kind, content: start + 8, end: size ? start + size : limit };
}

/** The number, or one about as large above 2^53, where no file ends. @param {Uint8Array} bytes */
function largeNumber(bytes) {
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}

/**
 * Length of the movie from the header inside `moov`, in whole seconds, at least 1; empty when unknown.
 * @param {Source} source @param {number} start @param {number} end
 */
function movieSeconds(source, start, end) {
  for (let count = 0; count < BOXES_MAX && start + 8 <= end; count += 1) {
    const found = box(source, start, end);
    if (found.kind === "mvhd" && found.content + 32 <= source.size) {
      return headerSeconds(source.read(found.content, 32));
    }
    if (found.end <= start) break;
    start = found.end;
  }
  return "";
}

/** @param {Uint8Array} header */
function headerSeconds(header) {
  const view = new DataView(header.buffer, header.byteOffset);
  const isLong = header[0] === 1;
  const scale = BigInt(view.getUint32(isLong ? 20 : 12));
  const length = isLong ? view.getBigUint64(24) : BigInt(view.getUint32(16));
  if (!scale || !length) return "";
  return String((2n * length + scale) / (2n * scale) || 1n);
}
