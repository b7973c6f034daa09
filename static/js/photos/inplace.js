/**
 * What becomes of each byte of a file in which nothing may move: kept, written anew, or zero.
 * Source: design document metadata.md, section 1 (reachability, canonical ops).
 */

import { equal, isZero as allZero } from "./bytes.js";
import { CleanError, damaged } from "./errors.js";
import { MAX_OPS } from "./limits.js";
import { FIRST_WINDOW_BYTES, LARGEST_WINDOW_BYTES, checkRange } from "./source.js";

/**
 * @import { Draft } from "./plan.js"
 * @import { Source } from "./source.js"
 */

/** @param {[number, number]} some @param {[number, number]} other */
const byPlace = (some, other) => some[0] - other[0] || some[1] - other[1];

/**
 * A sheet over the whole file; what nobody keeps or writes becomes zero.
 *
 * Kept ranges may overlap each other; a written part wins over a kept range below it, but two written
 * parts may not overlap.
 */
export class InPlace {
  #source;
  /** @type {[number, number][]} */
  #kept = [];
  /** @type {Map<number, Uint8Array>} */
  #written = new Map();

  /** @param {Source} source */
  constructor(source) {
    this.#source = source;
  }

  /**
   * Keep a range. Throws: CleanError damaged, outside the file; too-many-parts.
   * @param {number} offset @param {number} length
   */
  keep(offset, length) {
    checkRange(this.#source.size, offset, length);
    if (!length) return;
    const last = this.#kept[this.#kept.length - 1];
    if (last && last[1] === offset) {
      last[1] = offset + length;
      return;
    }
    if (this.#kept.length >= MAX_OPS) throw new CleanError("too-many-parts");
    this.#kept.push([offset, offset + length]);
  }

  /**
   * Put these bytes there. Throws: CleanError damaged, outside the file or twice at one place.
   * @param {number} offset @param {Uint8Array} literal
   */
  write(offset, literal) {
    checkRange(this.#source.size, offset, literal.length);
    if (!literal.length) return;
    const before = this.#written.get(offset);
    if (!before) this.#written.set(offset, literal);
    else if (!equal(before, literal)) throw damaged("order");
  }

  /**
   * Start and end of the kept ranges, sorted, those that touch or overlap made one.
   * @returns {[number, number][]}
   */
  keptRanges() {
    /** @type {[number, number][]} */
    const merged = [];
    for (const [start, end] of [...this.#kept].sort(byPlace)) {
      const last = merged[merged.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(end, last[1]);
      else merged.push([start, end]);
    }
    return merged;
  }

  /**
   * Write the file up to `end` into the draft; gives offset and length of all that became zero.
   * A gap that is zero already is kept, so that a clean file stays as it is. Throws: CleanError.
   * @param {Draft} draft @param {number} end
   * @returns {[number, number][]}
   */
  finish(draft, end) {
    /** @type {[number, number][]} */
    const zeroed = [];
    let at = 0;
    for (const [start, stop, literal] of this.#parts(end)) {
      if (start > at && !this.#passGap(draft, at, start)) zeroed.push([at, start - at]);
      if (literal) draft.rewrite(literal, start);
      else draft.keep(start, stop - start);
      at = stop;
    }
    if (end > at && !this.#passGap(draft, at, end)) zeroed.push([at, end - at]);
    return zeroed;
  }

  /**
   * Keep the gap when it is zero already, and say so; else make it zero.
   * @param {Draft} draft @param {number} start @param {number} end
   */
  #passGap(draft, start, end) {
    const isClear = isZero(this.#source, start, end);
    if (isClear) draft.keep(start, end - start);
    else draft.zero(end - start);
    return isClear;
  }

  /**
   * Written and kept parts in order, without overlap: start, stop and the new bytes or null.
   * @param {number} end
   * @returns {Generator<[number, number, Uint8Array | null]>}
   */
  *#parts(end) {
    const writes = [...this.#written].sort((some, other) => some[0] - other[0]);
    const kept = this.keptRanges().values();
    const next = () => kept.next().value ?? null;
    let current = next();
    let at = 0;
    for (const [offset, literal] of writes) {
      if (offset < at || offset + literal.length > end) throw damaged("order");
      while (current && current[0] < offset) {
        yield [current[0], Math.min(current[1], offset), null];
        current = rest(current, offset) ?? next();
      }
      at = offset + literal.length;
      yield [offset, at, literal];
      while (current && current[0] < at) current = rest(current, at) ?? next();
    }
    while (current) {
      if (current[1] > end) throw damaged("size");
      yield [current[0], current[1], null];
      current = next();
    }
  }
}

/**
 * What is left of a span from `start` on.
 * @param {[number, number]} span @param {number} start
 * @returns {[number, number] | null}
 */
const rest = (span, start) => (span[1] > start ? [Math.max(span[0], start), span[1]] : null);

/**
 * True when all bytes from `start` to `end` are zero; it stops at the first that is not.
 * @param {Source} source @param {number} start @param {number} end
 * @returns {boolean}
 */
export function isZero(source, start, end) {
  // Windows grow, since most gaps that are not zero show it in their first bytes.
  let windowBytes = FIRST_WINDOW_BYTES;
  while (start < end) {
    const window = source.window(start, Math.min(windowBytes, end - start));
    if (!window.length || !allZero(window)) return false;
    start += window.length;
    windowBytes = Math.min(windowBytes * 2, LARGEST_WINDOW_BYTES);
  }
  return true;
}
