/**
 * The fields of one box, read front to back: whole numbers and bytes, never beyond its end.
 * Source: ISO/IEC 14496-12 section 4.2.
 */

import { ascii, concat, toBytes } from "../bytes.js";
import { damaged } from "../errors.js";

/**
 * Bytes as one big-endian number, 0 for none; above 2^53 one near to it.
 * @param {Uint8Array} content
 * @returns {number}
 */
export function unsigned(content) {
  let number = 0;
  for (const byte of content) number = number * 256 + byte;
  return number;
}

/** A place in the content of a box; every read moves it on. */
export class Fields {
  #content;
  #at = 0;

  /** @param {Uint8Array} content */
  constructor(content) {
    this.#content = content;
  }

  /** What has not been read yet. */
  get rest() {
    return this.#content.subarray(this.#at);
  }

  /** Bytes read so far. */
  get at() {
    return this.#at;
  }

  /** @param {number} length @returns {Uint8Array} */
  raw(length) {
    const end = this.#at + length;
    if (end > this.#content.length) throw damaged("size");
    const piece = this.#content.subarray(this.#at, end);
    this.#at = end;
    return piece;
  }

  /** @param {number} length @returns {number} */
  number(length) {
    return unsigned(this.raw(length));
  }

  /** @returns {number[]} */
  versionAndFlags() {
    return [this.number(1), this.number(3)];
  }

  /**
   * The bytes before the next zero byte, which is passed; null when nothing at all is left.
   * @returns {Uint8Array | null}
   */
  text() {
    if (this.#at >= this.#content.length) return null;
    const found = this.#content.indexOf(0, this.#at);
    const end = found < 0 ? this.#content.length : found;
    const text = this.#content.subarray(this.#at, end);
    this.#at = Math.min(end + 1, this.#content.length);
    return text;
  }
}

/**
 * A box with version and flags.
 * @param {string} kind @param {number} version @param {number} flags @param {Uint8Array} content
 * @returns {Uint8Array}
 */
export function fullBox(kind, version, flags, content) {
  return plainBox(kind, concat([toBytes(version, 1), toBytes(flags, 3), content]));
}

/**
 * A box; its size fits into 32 bits.
 * @param {string} kind @param {Uint8Array} content
 * @returns {Uint8Array}
 */
export function plainBox(kind, content) {
  return concat([toBytes(content.length + 8, 4), ascii(kind), content]);
}
