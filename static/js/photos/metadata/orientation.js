/**
 * The two things in an EXIF block that show: which way up the picture is, and that its colours are Adobe RGB.
 * They are read from any block, and written as the smallest block that says them.
 *
 * Source: Exif 3.0, tags 274, 34665, 40961 and 40965; DCF 2.0 (JEITA CP-3461B), optional colour space:
 * ColorSpace 0xFFFF with interoperability index R03.
 */

import { ascii, concat, equal, toBytes, zeros } from "../bytes.js";
import { DirectoryReader, EXIF_DIRECTORY, readHeader } from "./exif.js";

/** @import { Entry } from "./exif.js" */

export const UPRIGHT = 1;
const ORIENTATION = 0x0112;
const COLOUR_SPACE = 0xa001;
const INTEROPERABILITY_DIRECTORY = 0xa005;
const INTEROPERABILITY_INDEX = 0x0001;
const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const UNCALIBRATED = 0xffff;
const ADOBE_RGB = ascii("R03\0");
const HEADER = ascii("MM\0*\0\0\0\x08");

/**
 * 1 to 8 from the first directory of an EXIF block, 1 when it has none.
 * @param {Uint8Array} block
 * @returns {number}
 */
export function readOrientation(block) {
  const header = readHeader(block);
  if (header === null) return UPRIGHT;
  const reader = new DirectoryReader(block, header.order);
  const value = number(reader, first(reader, header.firstOffset, ORIENTATION));
  return isTurned(value) ? value : UPRIGHT;
}

/**
 * True when the block says in both of its places that it is Adobe RGB.
 * @param {Uint8Array} block
 * @returns {boolean}
 */
export function readAdobeRgb(block) {
  const header = readHeader(block);
  if (header === null) return false;
  const reader = new DirectoryReader(block, header.order);
  const detail = pointer(reader, header.firstOffset, EXIF_DIRECTORY);
  const colourSpace = number(reader, first(reader, detail, COLOUR_SPACE));
  const index = first(reader, pointer(reader, detail, INTEROPERABILITY_DIRECTORY), INTEROPERABILITY_INDEX);
  const isIndex = index?.kind === ASCII && index.count === ADOBE_RGB.length && equal(index.inline, ADOBE_RGB);
  return isIndex && colourSpace === UNCALIBRATED;
}

/**
 * The block that says this and nothing else: 26, 74 or 86 bytes; empty for upright without Adobe RGB.
 * @param {number} orientation @param {boolean} [isAdobeRgb]
 * @returns {Uint8Array}
 */
export function canonicalExif(orientation, isAdobeRgb = false) {
  const main = isTurned(orientation) ? short(ORIENTATION, orientation) : zeros(0);
  if (!isAdobeRgb) return main.length ? concat([HEADER, directory([main])]) : main;
  // Each directory stands directly behind the one that points to it.
  const detailAt = HEADER.length + directory([main, long(EXIF_DIRECTORY, 0)]).length;
  const detail = short(COLOUR_SPACE, UNCALIBRATED);
  const indexAt = detailAt + directory([detail, long(INTEROPERABILITY_DIRECTORY, 0)]).length;
  return concat([
    HEADER,
    directory([main, long(EXIF_DIRECTORY, detailAt)]),
    directory([detail, long(INTEROPERABILITY_DIRECTORY, indexAt)]),
    directory([entry(INTEROPERABILITY_INDEX, ASCII, ADOBE_RGB.length, ADOBE_RGB)]),
  ]);
}

/** @param {number} value */
function isTurned(value) {
  return value >= 2 && value <= 8;
}

/**
 * The first entry with this tag in the directory at `offset`; null at 0, where no directory can be.
 * @param {DirectoryReader} reader @param {number} offset @param {number} tag
 */
function first(reader, offset, tag) {
  for (const found of offset ? reader.entries(offset) : []) if (found.tag === tag) return found;
  return null;
}

/** @param {DirectoryReader} reader @param {number} offset @param {number} tag */
function pointer(reader, offset, tag) {
  const found = first(reader, offset, tag);
  return found ? reader.number(found.inline) : 0;
}

/** The first SHORT or LONG; 0 for other types. @param {DirectoryReader} reader @param {Entry | null} found */
function number(reader, found) {
  const size = found?.kind === SHORT ? 2 : 4;
  return found && [SHORT, LONG].includes(found.kind) ? reader.number(found.inline.subarray(0, size)) : 0;
}

/** @param {Uint8Array[]} entries */
function directory(entries) {
  const table = concat(entries);
  return concat([toBytes(Math.floor(table.length / 12), 2), table, zeros(4)]);
}

/** @param {number} tag @param {number} value */
function short(tag, value) {
  return entry(tag, SHORT, 1, concat([toBytes(value, 2), zeros(2)]));
}

/** @param {number} tag @param {number} value */
function long(tag, value) {
  return entry(tag, LONG, 1, toBytes(value, 4));
}

/** @param {number} tag @param {number} kind @param {number} count @param {Uint8Array} inline */
function entry(tag, kind, count, inline) {
  return concat([toBytes(tag, 2), toBytes(kind, 2), toBytes(count, 4), inline]);
}
