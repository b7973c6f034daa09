/** Bytes: reading and writing numbers and Latin-1 text, comparing, searching, joining. */

import { damaged } from "./errors.js";

/** @typedef {"big" | "little"} ByteOrder */

const PIECE = 8192;

/** What Python calls ValueError, LookupError or ArithmeticError: a stumble over a hostile file. */
export class Stumble extends Error {}

/** @param {string} text of Latin-1 characters @returns {Uint8Array} */
export const ascii = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** @param {Uint8Array} bytes One character a byte. @returns {string} */
export function latin1(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + PIECE));
  }
  return text;
}

/** @param {Uint8Array} some @param {Uint8Array} others @returns {boolean} */
export const equal = (some, others) => some.length === others.length && startsWith(some, others);

/** @param {Uint8Array} bytes @param {Uint8Array} prefix @param {number} [at] @returns {boolean} */
export function startsWith(bytes, prefix, at = 0) {
  if (at < 0 || at + prefix.length > bytes.length) return false;
  for (let index = 0; index < prefix.length; index++) {
    if (bytes[at + index] !== prefix[index]) return false;
  }
  return true;
}

/** @param {Uint8Array} bytes @param {Uint8Array} suffix @returns {boolean} */
export const endsWith = (bytes, suffix) => startsWith(bytes, suffix, bytes.length - suffix.length);

/** @param {ArrayLike<number>[]} parts @returns {Uint8Array<ArrayBuffer>} */
export function concat(parts) {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/**
 * Where `needle` starts, wholly between `from` and `end`; -1 when it is not there.
 * @param {Uint8Array} bytes @param {Uint8Array} needle @param {number} [from] @param {number} [end]
 * @returns {number}
 */
export function indexOf(bytes, needle, from = 0, end = bytes.length) {
  if (from > end) return -1;
  // A view that ends there, so that no search goes further.
  const part = bytes.subarray(from, end);
  if (!needle.length) return from <= bytes.length ? from : -1;
  for (let at = part.indexOf(needle[0]); at >= 0; at = part.indexOf(needle[0], at + 1)) {
    if (startsWith(part, needle, at)) return from + at;
  }
  return -1;
}

/** @param {Uint8Array} bytes @returns {boolean} */
export function isZero(bytes) {
  for (let at = 0; at < bytes.length; at++) if (bytes[at]) return false;
  return true;
}

/** @param {Uint8Array} bytes @returns {string} */
export function hex(bytes) {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/**
 * The number that all these bytes are, at most eight; of none it is 0 (as Python's int.from_bytes).
 * @param {Uint8Array} bytes @param {ByteOrder} [order]
 * @returns {number}
 */
export function toNumber(bytes, order = "big") {
  let number = 0;
  for (let index = 0; index < bytes.length; index++) {
    number = number * 256 + bytes[order === "big" ? index : bytes.length - 1 - index];
  }
  if (number > Number.MAX_SAFE_INTEGER) throw damaged("size");
  return number;
}

/** @param {Uint8Array} bytes @param {number} at @param {number} length @param {ByteOrder} order */
function field(bytes, at, length, order) {
  if (at < 0 || at + length > bytes.length) throw new RangeError();
  return toNumber(bytes.subarray(at, at + length), order);
}

/** @param {Uint8Array} bytes @param {number} at @param {ByteOrder} [order] @returns {number} */
export const u16 = (bytes, at, order = "big") => field(bytes, at, 2, order);

/** @param {Uint8Array} bytes @param {number} at @param {ByteOrder} [order] @returns {number} */
export const u32 = (bytes, at, order = "big") => field(bytes, at, 4, order);

/**
 * Throws: damaged, for more than 2^53 - 1.
 * @param {Uint8Array} bytes @param {number} at @param {ByteOrder} [order]
 * @returns {number}
 */
export const u64 = (bytes, at, order = "big") => field(bytes, at, 8, order);

/**
 * Throws: Stumble, when it does not fit.
 * @param {number} number @param {number} length @param {ByteOrder} [order]
 * @returns {Uint8Array}
 */
export function toBytes(number, length, order = "big") {
  const bytes = new Uint8Array(length);
  let left = number;
  for (let index = 0; index < length; index++) {
    bytes[order === "big" ? length - 1 - index : index] = left % 256;
    left = Math.floor(left / 256);
  }
  if (number < 0 || left) throw new Stumble();
  return bytes;
}

/** @param {number} length @returns {Uint8Array<ArrayBuffer>} */
export const zeros = (length) => new Uint8Array(length);

/**
 * The bytes, with zeros behind them up to `length`.
 * @param {Uint8Array} bytes @param {number} length
 * @returns {Uint8Array}
 */
export function ljust(bytes, length) {
  return bytes.length < length ? concat([bytes, zeros(length - bytes.length)]) : bytes;
}

/**
 * The bytes without those at the end that are `byte`.
 * @param {Uint8Array} bytes @param {number} [byte]
 * @returns {Uint8Array}
 */
export function rstrip(bytes, byte = 0) {
  let end = bytes.length;
  while (end && bytes[end - 1] === byte) end--;
  return bytes.subarray(0, end);
}
