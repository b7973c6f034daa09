/**
 * What the segments that are left out of a JPEG give away. Nothing here decides what is kept.
 *
 * Source: ExifTool 13.59, tag names of JPEG.
 */

import { ascii, concat, latin1, startsWith, toNumber } from "../bytes.js";
import { Extents, NOWHERE } from "../extents.js";
import { reportExif } from "../metadata/exif_report.js";
import { PHOTOSHOP_MARK, reportResources } from "../metadata/iptc.js";
import { reportPictureInfo } from "../metadata/picture_info.js";
import { reportHistory } from "../metadata/provenance.js";
import { readText } from "../metadata/text.js";
import { pictureLayers, reportXmp } from "../metadata/xmp.js";
import { JPEG_MARK, thumbnail } from "../previews.js";
import { ReadingBudget } from "../reading.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Segment } from "./markers.js"
 */

export const XMP_MARK = ascii("http://ns.adobe.com/xap/1.0/\0");
export const EXTENDED_XMP_MARK = ascii("http://ns.adobe.com/xmp/extension/\0");
// A checksum of 32 letters, the length of the whole, and the place of this piece.
const EXTENDED_HEAD_BYTES = EXTENDED_XMP_MARK.length + 40;
const EXIF_MARK = ascii("Exif\0");
const EXIF_HEAD_BYTES = 6;
const PREVIEW_MARK = ascii("JFXX\0");
const PREVIEW_HEAD_BYTES = 6;
// A mark, the number of the box and that of the piece; later pieces repeat the head of the box.
const JUMBF_MARK = ascii("JP");
const JUMBF_HEAD_BYTES = 8;
const JUMBF_NEXT_HEAD_BYTES = 16;
const COMMENT = 0xfe;
const IDENTIFIER_BYTES = 16;
/** @type {[number, Uint8Array, string][]} */
const KINDS = [
  [0xe2, ascii("urn:iso:std:iso:ts:21496:-1"), "hdr-layer"],
  [0xe2, ascii("ICC_PROFILE\0"), "colour-profile"],
  [0xeb, ascii("HDR_RI"), "hdr-layer"],
];

/** @typedef {{place: number, offset: number, piece: Uint8Array}} Piece */

/** A block that stands in several segments: of each piece its place in the block, its offset, and itself. */
class Joined {
  constructor() {
    this.first = 0;
    /** @type {Piece[]} */
    this.pieces = [];
  }

  /**
   * Takes the content behind its head; `place` is where it belongs, if the head says so.
   * @param {Segment} segment @param {Uint8Array} content @param {number} headBytes @param {number} [place]
   */
  add(segment, content, headBytes, place = 0) {
    if (!this.pieces.length) this.first = segment.start;
    const piece = content.subarray(headBytes);
    this.pieces.push({ place, offset: segment.content + content.length - piece.length, piece });
  }

  /** The whole block. */
  get block() {
    return concat(this.sorted().map(({ piece }) => piece));
  }

  /** Where the block is in the file. */
  get extents() {
    return new Extents(this.sorted().map(({ offset, piece }) => [offset, piece.length]));
  }

  /** @returns {Piece[]} */
  sorted() {
    return [...this.pieces].sort((one, other) => one.place - other.place);
  }
}

/**
 * Notes findings; pieces that belong together are read when all of them are there.
 * `layers` are codes for the pictures behind this one, as its XMP lists them.
 */
export class SegmentReport {
  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.source = source;
    this.draft = draft;
    this.budget = new ReadingBudget();
    this.extendedXmp = new Joined();
    this.resources = new Joined();
    /** @type {Map<string, Joined>} */
    this.boxes = new Map();
    /** @type {string[]} */
    this.layers = [];
  }

  /**
   * Notes bytes that belong to no segment, or a segment that the end of the file cuts.
   * @param {Segment} segment
   */
  hidden(segment) {
    this.draft.find("hidden-bytes", "between segments", segment.start, segment.size);
  }

  /**
   * Notes what an EXIF segment says; `content` begins with its mark.
   * @param {Segment} segment @param {Uint8Array} content
   */
  exif(segment, content) {
    const block = content.subarray(EXIF_HEAD_BYTES);
    const extents = Extents.at(segment.content + EXIF_HEAD_BYTES, block.length);
    this.draft.addAll(reportExif(block, "Exif", segment.start, extents));
  }

  /** Notes what a segment says that is left out. @param {Segment} segment @param {Uint8Array} content */
  dropped(segment, content) {
    const { marker } = segment;
    if (!this.budget.take(content.length)) {
      this.unnamed(segment, new Uint8Array(0));
    } else if (marker === COMMENT) {
      this.draft.find("comment", "comment", segment.start, segment.size, { value: readText(content) });
    } else if (marker === 0xe1) {
      this.described(segment, content);
    } else if (marker === 0xed && startsWith(content, PHOTOSHOP_MARK)) {
      this.resources.add(segment, content, PHOTOSHOP_MARK.length);
    } else if (marker === 0xeb && startsWith(content, JUMBF_MARK)) {
      this.addBox(segment, content);
    } else if (marker === 0xe0 && startsWith(content, PREVIEW_MARK)) {
      this.preview(segment, content);
    } else {
      this.byKind(segment, content);
    }
  }

  /** Reads what was waiting for its other pieces. */
  finish() {
    const { extendedXmp: extended, resources } = this;
    if (extended.pieces.length) {
      this.draft.addAll(reportXmp(extended.block, "extended XMP", extended.first));
    }
    if (resources.pieces.length) {
      this.draft.addAll(reportResources(resources.block, "Photoshop", resources.first, resources.extents));
    }
    for (const boxes of this.boxes.values()) {
      this.draft.addAll(reportHistory(boxes.block, "JUMBF", boxes.first, boxes.extents));
    }
  }

  /** @param {Segment} segment @param {Uint8Array} content */
  described(segment, content) {
    if (startsWith(content, EXIF_MARK)) {
      this.exif(segment, content);
    } else if (startsWith(content, XMP_MARK)) {
      const packet = content.subarray(XMP_MARK.length);
      if (!this.layers.length) this.layers = pictureLayers(packet);
      this.draft.addAll(reportXmp(packet, "XMP", segment.start));
    } else if (startsWith(content, EXTENDED_XMP_MARK)) {
      const place = toNumber(content.subarray(EXTENDED_HEAD_BYTES - 4, EXTENDED_HEAD_BYTES));
      this.extendedXmp.add(segment, content, EXTENDED_HEAD_BYTES, place);
    } else {
      this.unnamed(segment, content);
    }
  }

  /** @param {Segment} segment @param {Uint8Array} content */
  addBox(segment, content) {
    const number = latin1(content.subarray(2, 4));
    const isFirst = !this.boxes.has(number);
    const joined = this.boxes.get(number) ?? new Joined();
    this.boxes.set(number, joined);
    joined.add(segment, content, isFirst ? JUMBF_HEAD_BYTES : JUMBF_NEXT_HEAD_BYTES);
  }

  /** @param {Segment} segment @param {Uint8Array} content */
  preview(segment, content) {
    const place = { part: identifier(segment, content), offset: segment.start };
    const size = content.length - PREVIEW_HEAD_BYTES;
    const isJpeg = startsWith(content, JPEG_MARK, PREVIEW_HEAD_BYTES);
    const where = isJpeg ? Extents.at(segment.content + PREVIEW_HEAD_BYTES, size) : NOWHERE;
    this.draft.add(thumbnail(place, segment.size, where));
  }

  /** @param {Segment} segment @param {Uint8Array} content */
  byKind(segment, content) {
    const name = identifier(segment, content);
    const kind = KINDS.find(([marker, mark]) => segment.marker === marker && startsWith(content, mark));
    if (kind) {
      this.draft.find(kind[2], name, segment.start, segment.size);
      return;
    }
    const found = reportPictureInfo(content, { part: name, offset: segment.start }, segment.size);
    this.draft.addAll(found);
    if (!found.length) this.unnamed(segment, content);
  }

  /** @param {Segment} segment @param {Uint8Array} content */
  unnamed(segment, content) {
    const name = identifier(segment, content);
    const code = isApplication(segment) ? "vendor-data" : "unknown-part";
    this.draft.find(code, name, segment.start, segment.size, { fourcc: name });
  }
}

/** @param {Segment} segment */
function isApplication(segment) {
  return segment.marker >= 0xe0 && segment.marker < 0xf0;
}

/**
 * The name of a segment: "APP6 GoPro", or its number.
 * @param {Segment} segment @param {Uint8Array} content
 */
function identifier(segment, content) {
  if (!isApplication(segment)) return `FF${segment.marker.toString(16).toUpperCase().padStart(2, "0")}`;
  const name = latin1(content.subarray(0, IDENTIFIER_BYTES)).split("\0", 1)[0];
  return `APP${segment.marker - 0xe0} ${/^[ -~]*$/.test(name) ? name : ""}`.trim();
}
