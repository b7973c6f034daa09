/**
 * The coded data of items as ranges of the file, wherever their locations say it is.
 * Source: ISO/IEC 14496-12 sections 8.11.3 (iloc) and 8.11.11 (idat).
 */

import { concat } from "../bytes.js";
import { damaged } from "../errors.js";

/**
 * @import { Source } from "../source.js"
 * @import { Box } from "./boxes.js"
 * @import { Location } from "./item_locations.js"
 */

/** Offsets and lengths in the file; what a location says relative to `idat` is moved to where that is. */
export class ItemContents {
  #source;
  #locations;
  #idat;
  /** @type {Map<number, [number, number][]>} */
  #existing = new Map();

  /** @param {Source} source @param {Map<number, Location>} locations @param {Box | undefined} idat */
  constructor(source, locations, idat) {
    this.#source = source;
    this.#locations = locations;
    this.#idat = idat;
  }

  /** @param {number} number @returns {boolean} */
  isInIdat(number) {
    return this.#locations.get(number)?.isInIdat ?? false;
  }

  /**
   * All ranges of an item; empty for none. Throws damaged, when one is not where it should be.
   * @param {number} number
   * @returns {[number, number][]}
   */
  whole(number) {
    const location = this.#locations.get(number);
    if (!location) return [];
    const [start, end] = this.#area(location);
    for (const [offset, length] of location.extents) {
      // Without a length an extent means all there is, of which no writer of pictures makes use.
      if (!length || start + offset + length > end) throw damaged("size");
    }
    return location.extents.map(([offset, length]) => [start + offset, length]);
  }

  /**
   * The parts of an item's ranges that are there; it never throws.
   * @param {number} number
   * @returns {[number, number][]}
   */
  existing(number) {
    let known = this.#existing.get(number);
    if (!known) {
      const location = this.#locations.get(number);
      known = location ? this.#clipped(location) : [];
      this.#existing.set(number, known);
    }
    return known;
  }

  /** @param {Location} location @returns {[number, number][]} */
  #clipped(location) {
    const [start, end] = this.#area(location);
    /** @type {[number, number][]} */
    const clipped = location.extents.map(([offset, length]) => {
      return [start + offset, Math.min(length, end - start - offset)];
    });
    return clipped.filter(([, length]) => length > 0);
  }

  /**
   * The bytes of these ranges, one behind the other.
   * @param {[number, number][]} ranges
   * @returns {Uint8Array}
   */
  read(ranges) {
    return concat(ranges.map(([offset, length]) => this.#source.read(offset, length)));
  }

  /** @param {Location} location */
  #area(location) {
    if (!location.isInIdat) return [0, this.#source.size];
    return this.#idat ? [this.#idat.content, this.#idat.end] : [0, 0];
  }
}

/**
 * As much of the ranges as makes `length` bytes, or all of them.
 * @param {[number, number][]} ranges @param {number} length
 * @returns {[number, number][]}
 */
export function firstBytes(ranges, length) {
  /** @type {[number, number][]} */
  const taken = [];
  for (const [offset, available] of ranges) {
    const piece = Math.min(available, length);
    if (piece <= 0) break;
    taken.push([offset, piece]);
    length -= piece;
  }
  return taken;
}

/** Bytes of all ranges. @param {[number, number][]} ranges @returns {number} */
export function total(ranges) {
  return ranges.reduce((sum, [, length]) => sum + length, 0);
}

/**
 * The ranges in the order of the file, each once.
 * @param {[number, number][]} ranges
 * @returns {[number, number][]}
 */
export function distinct(ranges) {
  const apart = new Map(ranges.map((range) => [range.join(), range]));
  return [...apart.values()].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

/** The ranges as start and end. @param {[number, number][]} ranges @returns {[number, number][]} */
export function spans(ranges) {
  return ranges.map(([offset, length]) => [offset, offset + length]);
}
