/**
 * Many ranges of a file, sixteen bytes each: the chunks of the tracks, and which of them may stay.
 */

import { Stumble } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_KEPT_RANGES } from "../limits.js";

/** @import { InPlace } from "../inplace.js" */

/** Ranges of one track, start and end; they are given in ascending order of their starts. */
export class MediaRanges {
  /** @type {number[]} */
  #starts = [];
  /** @type {number[]} */
  #ends = [];

  /** Add one. @param {number} start @param {number} end */
  add(start, end) {
    if (end >= 2 ** 64) throw new Stumble();
    this.#starts.push(start);
    this.#ends.push(end);
  }

  /**
   * The range that was added first, which is what is played first; null when there is none.
   * @returns {number[] | null}
   */
  first() {
    return this.#starts.length ? [this.#starts[0], this.#ends[0]] : null;
  }

  /** All lengths together. */
  get totalBytes() {
    return this.#starts.reduce((total, start, at) => total + this.#ends[at] - start, 0);
  }

  /** @returns {Generator<[number, number]>} */
  *[Symbol.iterator]() {
    const starts = this.#starts;
    if (starts.every((start, at) => !at || starts[at - 1] <= start)) {
      for (let at = 0; at < starts.length; at++) yield [starts[at], this.#ends[at]];
      return;
    }
    const order = Uint32Array.from(starts.keys()).sort((a, b) => starts[a] - starts[b]);
    for (const at of order) yield [starts[at], this.#ends[at]];
  }
}

/**
 * The ranges of all groups in ascending order, those that touch or overlap made one, empty ones left out.
 * @param {Iterable<MediaRanges>} groups
 * @returns {Generator<[number, number]>}
 */
export function* merged(groups) {
  let start = 0;
  let end = 0;
  for (const [low, high] of inOrder([...groups])) {
    if (low === high) continue;
    if (low <= end && end > start) {
      end = Math.max(end, high);
      continue;
    }
    if (end > start) yield [start, end];
    start = low;
    end = high;
  }
  if (end > start) yield [start, end];
}

/**
 * All ranges of some groups by their starts. Halves are merged, so that many groups cost little.
 * @param {MediaRanges[]} groups
 * @returns {Generator<[number, number], void>}
 */
function* inOrder(groups) {
  if (groups.length < 2) {
    if (groups.length) yield* groups[0];
    return;
  }
  const half = groups.length >> 1;
  const left = inOrder(groups.slice(0, half));
  const right = inOrder(groups.slice(half));
  let a = left.next();
  let b = right.next();
  while (!a.done || !b.done) {
    if (!a.done && (b.done || a.value[0] <= b.value[0])) {
      yield a.value;
      a = left.next();
    } else if (!b.done) {
      yield b.value;
      b = right.next();
    }
  }
}

/**
 * Keep the ranges of kept tracks and pictures; `media` are start and end of the content of each `mdat`.
 * Throws damaged, when one leaves the media or has bytes that a dropped track claims as well; too-many-parts.
 * @param {MediaRanges[]} kept @param {Iterable<MediaRanges>} dropped @param {[number, number][]} media
 * @param {InPlace} sheet
 */
export function keepMedia(kept, dropped, media, sheet) {
  const others = merged(dropped);
  const homes = media[Symbol.iterator]();
  let other = others.next().value;
  let home = homes.next().value;
  let count = 0;
  for (const [start, end] of merged(kept)) {
    while (home && home[1] <= start) home = homes.next().value;
    if (!home || start < home[0] || end > home[1]) throw damaged("size");
    while (other && other[1] <= start) other = others.next().value;
    if (other && other[0] < end) throw damaged("order");
    if (count++ >= MAX_KEPT_RANGES) throw new CleanError("too-many-parts");
    sheet.keep(start, end - start);
  }
}
