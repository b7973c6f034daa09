/**
 * How a page of a TIFF is cut into strips or tiles, and how many bytes each needs when not compressed.
 * Source: TIFF 6.0 sections 3 (strips), 15 (tiles), 21 (YCbCr: order of subsampled data).
 */

import { CleanError, damaged } from "../errors.js";
import {
  BITS,
  COMPRESSION,
  IMAGE_DEPTH,
  LENGTH,
  PHOTOMETRIC,
  PLANAR,
  ROWS_PER_STRIP,
  SAMPLES,
  STRIP_OFFSETS,
  STRIP_ROW_COUNTS,
  SUBSAMPLING,
  TILE_DEPTH,
  TILE_LENGTH,
  TILE_OFFSETS,
  TILE_WIDTH,
  WIDTH,
} from "./tiff_tags.js";

/** @import { Directory, TiffReader } from "./tiff_directory.js" */

export const UNCOMPRESSED = 1;
export const OLD_JPEG = 6;
export const JPEG = 7;
export const PALETTE = 3;
const SEPARATE = 2;
const YCBCR = 6;
const LARGEST_SAMPLE_BITS = 128;
const NO_LIMIT = 2 ** 32 - 1;
// Fax, LZW, JPEG, Deflate, PackBits, LZMA, Zstandard: none of them has a place for texts.
const COMPRESSIONS = [UNCOMPRESSED, 2, 3, 4, 5, OLD_JPEG, JPEG, 8, 32771, 32773, 32946, 34925, 50000];

/**
 * @typedef {{width: number, length: number, samples: number, bits: number, compression: number,
 *   photometric: number, partWidth: number, partRows: number, parts: number, isTiled: boolean,
 *   isSeparate: boolean, block: number[]}} LayoutFields
 */

/** The numbers of one page; `partRows` is the height of its strips or tiles, `partWidth` their width. */
export class Layout {
  /** @param {LayoutFields} fields */
  constructor(fields) {
    this.width = fields.width;
    this.length = fields.length;
    this.samples = fields.samples;
    this.bits = fields.bits;
    this.compression = fields.compression;
    this.photometric = fields.photometric;
    this.partWidth = fields.partWidth;
    this.partRows = fields.partRows;
    this.parts = fields.parts;
    this.isTiled = fields.isTiled;
    this.isSeparate = fields.isSeparate;
    this.block = fields.block;
  }

  /**
   * Bytes of a strip or tile that is not compressed; above 2^53 about so many.
   * @param {number} part
   * @returns {number}
   */
  neededBytes(part) {
    let rows = this.partRows;
    if (!this.isTiled) {
      const first = (part % Math.ceil(this.length / this.partRows)) * this.partRows;
      rows = Math.min(this.partRows, this.length - first);
    }
    const [across, down] = this.block;
    if (across === 1 && down === 1) {
      const samples = this.isSeparate ? 1 : this.samples;
      return rows * Math.ceil((this.partWidth * samples * this.bits) / 8);
    }
    // A block has across times down values of brightness and two of colour.
    const blocksAcross = Math.ceil(this.partWidth / across);
    const blocksDown = Math.ceil(rows / down);
    return blocksDown * Math.ceil((blocksAcross * (across * down + 2) * this.bits) / 8);
  }
}

/**
 * The layout of a page. Throws CleanError damaged or unsupported-variant.
 * @param {TiffReader} reader @param {Directory} page
 * @returns {Layout}
 */
export function readLayout(reader, page) {
  /** @param {number} tag @param {number} other */
  const number = (tag, other) => reader.number(page, tag, other);
  const width = number(WIDTH, 0);
  const length = number(LENGTH, 0);
  const samples = number(SAMPLES, 1);
  const bits = largestBits(reader, page, samples);
  if (!(width && length && samples && bits > 0 && bits <= LARGEST_SAMPLE_BITS)) throw damaged("size");
  if (number(IMAGE_DEPTH, 1) > 1 || number(TILE_DEPTH, 1) > 1) throw unsupported();
  const isTiled = page.entry(TILE_OFFSETS) !== null;
  // A page that has both would hide a picture behind the other; readers disagree on tiles called strips.
  const hasStrips = page.entry(STRIP_OFFSETS) !== null;
  if ((isTiled && hasStrips) || isTiled !== (page.entry(TILE_WIDTH) !== null)) throw unsupported();
  const partWidth = isTiled ? number(TILE_WIDTH, 0) : width;
  const stripRows = isTiled ? 0 : Math.min(number(ROWS_PER_STRIP, NO_LIMIT) || length, length);
  const partRows = isTiled ? number(TILE_LENGTH, 0) : stripRows;
  if (!(partWidth && partRows)) throw damaged("size");
  const isSeparate = number(PLANAR, 1) === SEPARATE && samples > 1;
  const compression = number(COMPRESSION, UNCOMPRESSED);
  const photometric = number(PHOTOMETRIC, 0);
  const counted = Math.ceil(width / partWidth) * Math.ceil(length / partRows) * (isSeparate ? samples : 1);
  const parts = page.entry(STRIP_ROW_COUNTS)?.count || counted;
  const block = readBlock(reader, page, photometric, samples);
  const sizes = { width, length, samples, bits, compression, photometric, partWidth, partRows, parts };
  const layout = new Layout({ ...sizes, isTiled, isSeparate, block });
  checkVariant(layout, page);
  return layout;
}

/**
 * The largest number of bits that a sample has.
 * @param {TiffReader} reader @param {Directory} page @param {number} samples
 */
function largestBits(reader, page, samples) {
  const entry = page.entry(BITS);
  return entry ? reader.numbers(entry, samples).reduce((most, bits) => Math.max(most, bits), 0) : 1;
}

/**
 * Across and down, how many values of brightness share one pair of colour values.
 * @param {TiffReader} reader @param {Directory} page @param {number} photometric @param {number} samples
 */
function readBlock(reader, page, photometric, samples) {
  const entry = page.entry(SUBSAMPLING);
  if (photometric !== YCBCR || samples !== 3 || !entry) return [1, 1];
  const [across = 1, down = 1] = reader.numbers(entry, 2);
  if (!(across && down)) throw damaged("size");
  return [across, down];
}

/**
 * Throws CleanError unsupported-variant, for what could hide a file of its own or cannot be measured.
 * @param {Layout} layout @param {Directory} page
 */
function checkVariant(layout, page) {
  const isMeasured = layout.compression === UNCOMPRESSED;
  const hasRows = page.entry(STRIP_ROW_COUNTS) !== null;
  // Without its tag readers disagree about how YCbCr is subsampled, and in separate planes about its sizes.
  const isUnsure = layout.photometric === YCBCR && (layout.isSeparate || page.entry(SUBSAMPLING) === null);
  const isKnown = COMPRESSIONS.includes(layout.compression);
  if (!isKnown || (isMeasured && (hasRows || isUnsure))) throw unsupported();
}

function unsupported() {
  return new CleanError("unsupported-variant", { format: "tiff" });
}
