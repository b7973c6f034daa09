/**
 * Several files in one, for saving them with one tap: a zip archive that stores and does not compress.
 *
 * No library: those we know hold each file in memory, or need streams that the floor of browsers lacks. This one
 * reads each file once, in windows, for its checksum, and gives a Blob made of the files' own Blobs, which the
 * browser reads when it saves. Nothing of the visitor is in it: no date, no user, no system.
 *
 * It writes no zip64, so it refuses what needs it. Source: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4.
 */

import { concat, toBytes } from "./bytes.js";
import { CleanError } from "./errors.js";
import { MEBIBYTE } from "./limits.js";
import { BlobSource } from "./source.js";

export const ZIP_MAX_BYTES = 2 ** 32 - 1;
export const ZIP_MAX_FILES = 2 ** 16 - 1;
const WINDOW_BYTES = MEBIBYTE;
const LOCAL_HEADER_BYTES = 30;
const CENTRAL_HEADER_BYTES = 46;
const END_BYTES = 22;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const NAMES_ARE_UTF_8 = 0x0800;
const STORED = 0;
// 1 January 1980, midnight: where the count of days begins.
const NO_TIME = 0;
const NO_DATE = 0x0021;

/** @typedef {{name: string, content: Blob}} Entry */

/**
 * The archive. Throws: CleanError zip-too-large or zip-too-many, and then the files are saved one by one;
 * changed-while-reading.
 * @param {Entry[]} entries with names that differ, all of them our own: `photo-1.jpg`
 * @param {(done: number, of: number) => void} tell is told how many bytes were read
 * @returns {Blob}
 */
export function zipOf(entries, tell = () => {}) {
  const names = entries.map(({ name }) => new TextEncoder().encode(name));
  checkNames(entries);
  checkSize(entries, names);
  const bytes = entries.reduce((sum, { content }) => sum + content.size, 0);
  /** @type {BlobPart[]} */
  const pieces = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let at = 0;
  let done = 0;
  entries.forEach(({ content }, number) => {
    const sum = checksum(content, (read) => tell(done + read, bytes));
    const fields = common(sum, content.size, names[number]);
    directory.push(centralHeader(fields, names[number], at));
    const header = concat([four(LOCAL_HEADER), fields, names[number]]);
    pieces.push(header, content);
    at += header.length + content.size;
    done += content.size;
  });
  const central = concat(directory);
  return new Blob([...pieces, central, end(entries.length, central.length, at)], { type: "application/zip" });
}

/** @param {Entry[]} entries */
function checkNames(entries) {
  const names = new Set(entries.map(({ name }) => name));
  if (names.size !== entries.length) throw new TypeError("two files of one name");
}

/** @param {Entry[]} entries @param {Uint8Array[]} names */
function checkSize(entries, names) {
  if (entries.length > ZIP_MAX_FILES) throw new CleanError("zip-too-many");
  const each = LOCAL_HEADER_BYTES + CENTRAL_HEADER_BYTES;
  const sizes = entries.map(({ content }, at) => each + 2 * names[at].length + content.size);
  if (sizes.reduce((sum, size) => sum + size, END_BYTES) > ZIP_MAX_BYTES) throw new CleanError("zip-too-large");
}

/** @param {number} number */
const two = (number) => toBytes(number, 2, "little");
/** @param {number} number */
const four = (number) => toBytes(number, 4, "little");

/** What both headers of a file say of it. @param {number} sum @param {number} size @param {Uint8Array} name */
function common(sum, size, name) {
  const how = [VERSION, NAMES_ARE_UTF_8, STORED, NO_TIME, NO_DATE].map(two);
  return concat([...how, ...[sum, size, size].map(four), two(name.length), two(0)]);
}

/** @param {Uint8Array} fields @param {Uint8Array} name @param {number} at */
function centralHeader(fields, name, at) {
  const noCommentOrAttributes = [two(0), two(0), two(0), four(0)];
  return concat([four(CENTRAL_HEADER), two(VERSION), fields, ...noCommentOrAttributes, four(at), name]);
}

/** @param {number} count @param {number} size @param {number} at */
function end(count, size, at) {
  return concat([four(END), two(0), two(0), two(count), two(count), four(size), four(at), two(0)]);
}

/** The CRC-32 of a Blob, read in windows. @param {Blob} blob @param {(done: number) => void} tell */
function checksum(blob, tell) {
  const source = new BlobSource(blob);
  let sum = 0;
  for (let at = 0; at < blob.size; at += WINDOW_BYTES) {
    const window = source.window(at, WINDOW_BYTES);
    sum = crc32(window, sum);
    tell(at + window.length);
  }
  return sum;
}

// Eight tables, so that a step of the sum takes eight bytes: four times as fast as one byte a step.
const TABLES = makeTables();

function makeTables() {
  const tables = Array.from({ length: 8 }, () => new Uint32Array(256));
  for (let byte = 0; byte < 256; byte++) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    tables[0][byte] = sum;
  }
  for (let table = 1; table < 8; table++) {
    for (let byte = 0; byte < 256; byte++) {
      const before = tables[table - 1][byte];
      tables[table][byte] = (before >>> 8) ^ tables[0][before & 255];
    }
  }
  return tables;
}

/**
 * The CRC-32 of these bytes, going on from the sum of those before them.
 * @param {Uint8Array} bytes
 * @param {number} before
 * @returns {number}
 */
export function crc32(bytes, before = 0) {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES;
  const whole = bytes.length - (bytes.length % 8);
  let sum = ~before;
  let at = 0;
  for (; at < whole; at += 8) {
    sum ^= bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    sum =
      t7[sum & 255] ^ t6[(sum >>> 8) & 255] ^ t5[(sum >>> 16) & 255] ^ t4[sum >>> 24] ^
      t3[bytes[at + 4]] ^ t2[bytes[at + 5]] ^ t1[bytes[at + 6]] ^ t0[bytes[at + 7]];
  }
  for (; at < bytes.length; at++) sum = (sum >>> 8) ^ t0[(sum ^ bytes[at]) & 255];
  return ~sum >>> 0;
}
