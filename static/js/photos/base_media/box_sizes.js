/**
 * How many bytes of a box its own numbers account for; what is behind them is read by nobody.
 * It knows the boxes of movies that are kept whole. It does not judge the numbers themselves.
 *
 * Source: ISO/IEC 14496-12 sections 8.3 to 8.16; QuickTime File Format (tapt, load, gmin, stps, text).
 */

import { Stumble } from "../bytes.js";

// No size depends on more of the content than this.
export const HEAD_BYTES = 64;

/**
 * Bytes of content that a box uses, by its first `HEAD_BYTES`; null for a box that is not in the list.
 * @param {string} kind @param {Uint8Array} head
 * @returns {number | null}
 */
export function usedBytes(kind, head) {
  const size = SIZES[kind];
  return size ? size(head) : null;
}

/**
 * An unsigned number, high byte first; missing bytes count as zero. Above 2^53 it is only nearly right.
 * @param {Uint8Array} head @param {number} offset @param {number} [length]
 * @returns {number}
 */
export function number(head, offset, length = 4) {
  let value = 0;
  for (let at = offset; at < offset + length; at++) value = value * 256 + (head[at] ?? 0);
  return value;
}

/** How many bits of a number are set. @param {number} bits @returns {number} */
export function bitCount(bits) {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count++;
  return count;
}

/** @typedef {(head: Uint8Array) => number} Size */

/** @param {number} size @returns {Size} */
const fixed = (size) => () => size;
/** @param {number} size @param {number} laterSize @returns {Size} */
const byVersion = (size, laterSize) => (head) => (head[0] > 0 ? laterSize : size);

/**
 * A count and that many entries; the last size is that of later versions.
 * @param {number} countAt @param {number} size @param {number} [laterSize]
 * @returns {Size}
 */
const table = (countAt, size, laterSize = size) => (head) =>
  countAt + 4 + number(head, countAt) * (head[0] > 0 ? laterSize : size);

/** @param {Uint8Array} head @param {number} at */
function byteAt(head, at) {
  if (at >= head.length) throw new Stumble();
  return head[at];
}

/** @param {Uint8Array} head */
const sampleSizes = (head) => (number(head, 4) ? 12 : 12 + 4 * number(head, 8));
/** @param {Uint8Array} head */
const compactSizes = (head) => 12 + Math.floor((number(head, 8) * byteAt(head, 7) + 7) / 8);
/** @param {Uint8Array} head */
const paddingBits = (head) => 8 + Math.floor((number(head, 4) + 1) / 2);

/** @param {Uint8Array} head */
function segmentIndex(head) {
  const start = head[0] > 0 ? 28 : 20;
  return start + 4 + number(head, start + 2, 2) * 12;
}

/** @param {Uint8Array} head */
function randomAccess(head) {
  // Three lengths of two bits each, one less than they mean.
  const lengths = byteAt(head, 11);
  const numbers = 3 + ((lengths >> 4) & 3) + ((lengths >> 2) & 3) + (lengths & 3);
  return 16 + number(head, 12) * ((head[0] > 0 ? 16 : 8) + numbers);
}

/** @param {Uint8Array} head */
function fragmentHeader(head) {
  const flags = number(head, 1, 3);
  return 8 + (flags & 1 ? 8 : 0) + 4 * bitCount(flags & 0x3a);
}

/** @param {Uint8Array} head */
function run(head) {
  const flags = number(head, 1, 3);
  return 8 + 4 * bitCount(flags & 5) + number(head, 4) * 4 * bitCount(flags & 0xf00);
}

/** @type {Record<string, Size>} */
const SIZES = Object.fromEntries(
  /** @type {[string, Size][]} */ ([
    ["clef prof enof vmhd", fixed(12)],
    ["smhd mfhd mfro", fixed(8)],
    ["nmhd sthd", fixed(4)],
    ["load gmin", fixed(16)],
    ["trex", fixed(24)],
    ["text", fixed(36)],
    ["mehd tfdt", byVersion(8, 12)],
    ["cslg", byVersion(24, 44)],
    ["elst", table(4, 12, 20)],
    ["stts ctts stsh co64", table(4, 8)],
    ["stss stps stco", table(4, 4)],
    ["stsc", table(4, 12)],
    ["stsz", sampleSizes],
    ["stz2", compactSizes],
    ["padb", paddingBits],
    ["sidx", segmentIndex],
    ["tfra", randomAccess],
    ["tfhd", fragmentHeader],
    ["trun", run],
    ]).flatMap(([kinds, size]) => kinds.split(" ").map((kind) => [kind, size])),
);
