/**
 * The two headers of a BMP: what they say of the picture, and how they read when only that is left.
 * Source: design document metadata.md, section 11; Microsoft "Bitmap storage" (BITMAPFILEHEADER,
 * BITMAPINFOHEADER, BITMAPV4HEADER, BITMAPV5HEADER); OS/2 2.x presentation manager (BITMAPINFOHEADER2).
 */

import { ascii, isZero, latin1, toBytes, toNumber } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";

/** @import { Source } from "../source.js" */

const FILE_BYTES = 14;
const CORE = 12;
const INFO = 40;
const OS2 = 64;
const V4 = 108;
const V5 = 124;
const UNCOMPRESSED = 0;
const RUNS_OF_8 = 1;
const RUNS_OF_4 = 2;
const MASKS = 3;
const MASKS_WITH_ALPHA = 6;
const VARIANTS = new Map([
  [UNCOMPRESSED, [1, 2, 4, 8, 16, 24, 32]],
  [RUNS_OF_8, [8]],
  [RUNS_OF_4, [4]],
  [MASKS, [16, 32]],
  [MASKS_WITH_ALPHA, [16, 32]],
]);
const MASK_BYTES = new Map([
  [MASKS, 12],
  [MASKS_WITH_ALPHA, 16],
]);
const INDEXED_BITS_MAX = 8;

// The colour space is a number whose four letters stand backwards in the file.
const SRGB = "BGRs";
const WINDOWS = " niW";
const CALIBRATED = "\0\0\0\0";
export const LINKED = "KNIL";
export const EMBEDDED = "DEBM";
const INTENTS = [1, 2, 4, 8];

// Offsets in the file.
const FILE_SIZE = 2;
const RESERVED = 6;
const PICTURE_START = 10;
const WIDTH = 18;
const COMPRESSION = 30;
const PICTURE_BYTES = 34;
const PRINT_SIZE = 38;
const COLOURS = 46;
const OS2_HINTS = 54;
const SPACE = 70;
const PRIMARIES = 74;
const INTENT = 122;
const PROFILE_START = 126;
const PROFILE_LENGTH = 130;
const LAST = 134;

/**
 * @typedef {{raw: Uint8Array, size: number, rows: number, rowBytes: number, usedRowBytes: number,
 *   pictureStart: number, pictureBytes: number, tableBytes: number}} HeaderFields
 */

/**
 * What a BMP says of itself. `raw` are both headers and the masks behind them; sizes in bytes.
 * `rowBytes` is 0 for a picture coded in runs, whose size is then `pictureBytes`.
 */
export class Header {
  /** @param {HeaderFields} fields */
  constructor(fields) {
    this.raw = fields.raw;
    this.size = fields.size;
    this.rows = fields.rows;
    this.rowBytes = fields.rowBytes;
    this.usedRowBytes = fields.usedRowBytes;
    this.pictureStart = fields.pictureStart;
    this.pictureBytes = fields.pictureBytes;
    this.tableBytes = fields.tableBytes;
  }

  /** Size of one colour: three bytes, in all but the oldest form with a reserved one behind them. */
  get tableEntryBytes() {
    return this.size === CORE ? 3 : 4;
  }

  /** The colour space; empty in forms that have none. */
  get space() {
    return this.size >= V4 ? latin1(this.raw.subarray(SPACE, SPACE + 4)) : "";
  }

  /**
   * Offset in the file and length of the profile, or of the name of one; zeros for none.
   * @returns {number[]}
   */
  get profileRange() {
    if (this.size !== V5 || ![LINKED, EMBEDDED].includes(this.space)) return [0, 0];
    return [FILE_BYTES + number(this.raw, PROFILE_START), number(this.raw, PROFILE_LENGTH)];
  }

  /** True when it describes its colours by numbers of its own. */
  get hasPrimaries() {
    return this.space === CALIBRATED && !isZero(this.raw.subarray(PRIMARIES, PRIMARIES + 48));
  }

  /** True when it says how many pixels make a metre. */
  get hasPrintSize() {
    return this.size >= INFO && !isZero(this.raw.subarray(PRINT_SIZE, PRINT_SIZE + 8));
  }
}

/**
 * The header of a file. Throws CleanError damaged or unsupported-variant.
 * @param {Source} source
 * @returns {Header}
 */
export function readHeader(source) {
  const size = number(source.read(FILE_BYTES, 4), 0);
  const compression = size >= INFO ? number(source.read(COMPRESSION, 4), 0) : UNCOMPRESSED;
  const masks = size === INFO ? (MASK_BYTES.get(compression) ?? 0) : 0;
  const raw = source.read(0, FILE_BYTES + size + masks);
  const numberBytes = size === CORE ? 2 : 4;
  const rowsAt = WIDTH + numberBytes;
  const width = signed(raw, WIDTH, numberBytes);
  const rows = Math.abs(signed(raw, rowsAt, numberBytes));
  const bits = number(raw, rowsAt + numberBytes + 2, 2);
  if (!VARIANTS.get(compression)?.includes(bits) || (size === OS2 && compression > RUNS_OF_4)) {
    throw new CleanError("unsupported-variant", { format: "bmp" });
  }
  if (width <= 0 || !rows) throw damaged("no-picture");
  const hasRows = compression !== RUNS_OF_8 && compression !== RUNS_OF_4;
  const pictureBytes = hasRows ? 0 : number(raw, PICTURE_BYTES);
  const pictureStart = number(raw, PICTURE_START);
  if (pictureStart < raw.length) throw damaged("order");
  if (pictureStart >= source.size || !(hasRows || pictureBytes)) throw damaged("no-picture");
  return new Header({
    raw,
    size,
    rows,
    rowBytes: hasRows ? Math.floor((width * bits + 31) / 32) * 4 : 0,
    usedRowBytes: Math.floor((width * bits + 7) / 8),
    pictureStart,
    pictureBytes,
    tableBytes: tableBytes(raw, size, bits, pictureStart - raw.length),
  });
}

/**
 * The headers of a picture up to `end`; `profile` is the place and length behind it, zeros for none.
 * @param {Header} header @param {number} end @param {number[]} profile
 * @returns {Uint8Array}
 */
export function cleanHeader(header, end, profile) {
  const fields = header.raw.slice();
  fields.set(little(end + profile[1]), FILE_SIZE);
  fields.fill(0, RESERVED, RESERVED + 4);
  if (header.size >= INFO && header.rowBytes && number(fields, PICTURE_BYTES)) {
    // Zero means that it follows from the rows. A picture that is cut may claim more than fits.
    const pictureBytes = header.rows * header.rowBytes;
    fields.set(little(pictureBytes < 2 ** 32 ? pictureBytes : 0), PICTURE_BYTES);
  }
  if (header.size === OS2) fields.fill(0, OS2_HINTS, OS2_HINTS + 24);
  if (header.size >= V4) cleanSpace(header, fields, profile);
  return fields;
}

/**
 * How many bytes of the headers changed that nothing uses; sizes and the profile's place aside.
 * @param {Header} header @param {Uint8Array} clean
 * @returns {number}
 */
export function hiddenHeaderBytes(header, clean) {
  const aside = [
    [FILE_SIZE, RESERVED],
    [PICTURE_BYTES, PRINT_SIZE],
  ];
  if ([LINKED, EMBEDDED].includes(header.space)) aside.push([SPACE, PRIMARIES], [PROFILE_START, LAST]);
  /** @param {number} at */
  const isAside = (at) => aside.some(([start, end]) => start <= at && at < end);
  return header.raw.filter((old, at) => old !== clean[at] && !isAside(at)).length;
}

/** @param {Header} header @param {Uint8Array} fields @param {number[]} profile */
function cleanSpace(header, fields, profile) {
  const space = header.space;
  const isLost = space === EMBEDDED && !profile[1];
  if (isLost || ![SRGB, WINDOWS, CALIBRATED, EMBEDDED].includes(space)) fields.set(ascii(SRGB), SPACE);
  // Primaries and gammas count for a calibrated space only.
  if (space !== CALIBRATED) fields.fill(0, PRIMARIES, PRIMARIES + 48);
  if (header.size === V5) {
    if (!INTENTS.includes(number(header.raw, INTENT))) fields.fill(0, INTENT, INTENT + 4);
    fields.set(little(profile[1] ? profile[0] - FILE_BYTES : 0), PROFILE_START);
    fields.set(little(profile[1]), PROFILE_LENGTH);
    fields.fill(0, LAST, LAST + 4);
  }
}

/**
 * Size of the colours that pixels can name; entries behind them, or of a deep picture, nothing uses.
 * @param {Uint8Array} raw @param {number} size @param {number} bits @param {number} room
 */
function tableBytes(raw, size, bits, room) {
  if (bits > INDEXED_BITS_MAX) return 0;
  const said = size >= INFO ? number(raw, COLOURS) : 0;
  return Math.min(Math.min(said || 1 << bits, 1 << bits) * (size === CORE ? 3 : 4), room);
}

/** The number at `at`, of fewer bytes where `raw` ends. @param {Uint8Array} raw @param {number} at */
function number(raw, at, length = 4) {
  return toNumber(raw.subarray(at, at + length), "little");
}

/**
 * A size in pixels: signed, but in the oldest form, where it has two bytes.
 * @param {Uint8Array} raw @param {number} at @param {number} length
 */
function signed(raw, at, length) {
  const size = number(raw, at, length);
  return length > 2 && size >= 2 ** 31 ? size - 2 ** 32 : size;
}

/** @param {number} value */
function little(value) {
  if (value >= 2 ** 32) throw damaged("size");
  return toBytes(value, 4, "little");
}
