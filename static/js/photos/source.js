/** Random access to the bytes of one file, in memory or a Blob, and a search that never holds the whole. */

import { indexOf, latin1, rstrip } from "./bytes.js";
import { CleanError, damaged } from "./errors.js";
import { MEBIBYTE } from "./limits.js";

/**
 * The bytes of one file. What it gives may be views: nobody may write to them.
 * @typedef {object} Source
 * @property {number} size
 * @property {(offset: number, length: number) => Uint8Array} read exactly so many bytes; throws: CleanError
 * @property {(offset: number, length: number) => Uint8Array} window up to so many bytes, fewer at the end
 */

/** Gives the index of the first match in a window, or -1. @typedef {(window: Uint8Array) => number} Matcher */

export const FIRST_WINDOW_BYTES = 4096;
export const LARGEST_WINDOW_BYTES = 128 * 1024;

// Each read costs a browser a millisecond, so a photo is read at once.
const WHOLE_MAX_BYTES = 16 * MEBIBYTE;
// Of a larger file, headers are small and stand close together: one read serves several of them.
const BLOCK_BYTES = 64 * 1024;
const BLOCKS_MAX = 64;

/** A file that is in memory already. What it gives are views: nobody may write to them. */
export class BytesSource {
  /** @param {Uint8Array} content */
  constructor(content) {
    this.content = content;
    this.size = content.length;
  }

  /**
   * Exactly `length` bytes. Throws: CleanError damaged, when the range leaves the file.
   * @param {number} offset @param {number} length
   * @returns {Uint8Array}
   */
  read(offset, length) {
    checkRange(this.size, offset, length);
    return this.content.subarray(offset, offset + length);
  }

  /**
   * Up to `length` bytes from `offset`, fewer at the end.
   * @param {number} offset @param {number} length
   * @returns {Uint8Array}
   */
  window(offset, length) {
    const start = Math.max(offset, 0);
    return this.content.subarray(start, start + Math.max(length, 0));
  }
}

/** A file on the visitor's disk, of any size, read by position; in a worker only. */
export class BlobSource {
  #reader = new FileReaderSync();
  /** @type {Map<number, Uint8Array>} */
  #blocks = new Map();
  #blockBytes;

  /** @param {Blob} blob @param {number} [wholeMaxBytes] */
  constructor(blob, wholeMaxBytes = WHOLE_MAX_BYTES) {
    this.blob = blob;
    this.size = blob.size;
    this.#blockBytes = blob.size <= wholeMaxBytes ? Math.max(blob.size, 1) : BLOCK_BYTES;
  }

  /**
   * Exactly `length` bytes. Throws: CleanError damaged or changed-while-reading.
   * @param {number} offset @param {number} length
   */
  read(offset, length) {
    checkRange(this.size, offset, length);
    const first = Math.floor(offset / this.#blockBytes);
    const at = offset - first * this.#blockBytes;
    if (at + length > this.#blockBytes) return this.#readAll(offset, offset + length);
    return this.#block(first).subarray(at, at + length);
  }

  /**
   * Up to `length` bytes from `offset`, fewer at the end of the file.
   * @param {number} offset @param {number} length
   */
  window(offset, length) {
    const start = Math.max(offset, 0);
    return this.read(Math.min(start, this.size), Math.max(Math.min(length, this.size - start), 0));
  }

  /** @param {number} number */
  #block(number) {
    let block = this.#blocks.get(number);
    // The one that was used least recently goes first.
    if (block) this.#blocks.delete(number);
    else block = this.#readAll(number * this.#blockBytes, Math.min((number + 1) * this.#blockBytes, this.size));
    this.#blocks.set(number, block);
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size > BLOCKS_MAX) this.#blocks.delete(oldest);
    return block;
  }

  /** @param {number} start @param {number} end */
  #readAll(start, end) {
    if (start >= end) return new Uint8Array();
    let bytes;
    try {
      bytes = new Uint8Array(this.#reader.readAsArrayBuffer(this.blob.slice(start, end)));
    } catch {
      throw new CleanError("changed-while-reading");
    }
    if (bytes.length !== end - start) throw new CleanError("changed-while-reading");
    return bytes;
  }
}

/**
 * Throws: CleanError damaged, when `length` bytes from `offset` are not all inside `size`.
 * @param {number} size @param {number} offset @param {number} length
 */
export function checkRange(size, offset, length) {
  if (offset < 0 || length < 0 || offset + length > size) throw damaged("size");
}

/**
 * A matcher for `search`: a byte that `test(window, at)` holds for, found at memory speed.
 * @param {number} byte @param {(window: Uint8Array, at: number) => boolean} test
 * @returns {Matcher}
 */
export function byteWhere(byte, test) {
  return (window) => {
    let at = window.indexOf(byte);
    while (at >= 0 && !test(window, at)) at = window.indexOf(byte, at + 1);
    return at;
  };
}

/** A matcher for `search`: these bytes. @param {Uint8Array} needle @returns {Matcher} */
export const literally = (needle) => (window) => indexOf(window, needle);

/**
 * A matcher for `search`: a regular expression over Latin-1 text.
 * @param {RegExp} expression
 * @returns {Matcher}
 */
export const pattern = (expression) => (window) => latin1(window).search(expression);

/**
 * Offset of the first match between `start` and `end`, or null. `matcher` gives the index of the first match
 * in a window or -1; `longest` is the longest text it can match, so that one across two windows is found.
 * @param {Source} source @param {Matcher} matcher @param {number} start @param {number} end
 * @param {number} longest
 * @returns {number | null}
 */
export function search(source, matcher, start, end, longest) {
  // Windows grow: a hostile file with a match every few bytes must not cost a large one per match.
  let windowBytes = FIRST_WINDOW_BYTES;
  while (start < end) {
    const window = source.window(start, Math.min(windowBytes, end - start));
    const found = matcher(window);
    if (found >= 0) return start + found;
    if (window.length < longest || start + window.length >= end) return null;
    start += window.length - (longest - 1);
    windowBytes = Math.min(windowBytes * 2, LARGEST_WINDOW_BYTES);
  }
  return null;
}

/**
 * The smallest `end` such that the bytes taken off are all `byte` (a number), not going below `start`.
 * @param {Source} source @param {number} start @param {number} end @param {number} byte
 * @returns {number}
 */
export function trimEnd(source, start, end, byte) {
  while (start < end) {
    const windowStart = Math.max(start, end - FIRST_WINDOW_BYTES);
    const left = rstrip(source.window(windowStart, end - windowStart), byte).length;
    if (left) return windowStart + left;
    end = windowStart;
  }
  return end;
}
