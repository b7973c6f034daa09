/**
 * Where the bytes of a block are in the file, so that a finding about a part of it can say where it is.
 *
 * A block that was put together from pieces has an extent for each of them; one that was inflated or decoded
 * is nowhere in the file, and then no part of it is either.
 */

/** Pairs of offset and length in the file, in the order of the block; none when it is nowhere in it. */
export class Extents {
  /** @param {[number, number][]} [ranges] */
  constructor(ranges = []) {
    this.ranges = ranges;
  }

  /** One piece of the file. @param {number} offset @param {number} length @returns {Extents} */
  static at(offset, length) {
    return new Extents([[offset, length]]);
  }

  /**
   * Where a part of the block is; nowhere, when it is empty or not wholly inside.
   * @param {number} start @param {number} length
   * @returns {Extents}
   */
  part(start, length) {
    if (start < 0) return NOWHERE;
    /** @type {[number, number][]} */
    const found = [];
    let left = length;
    for (const [offset, size] of this.ranges) {
      if (start < size && left > 0) {
        const taken = Math.min(size - start, left);
        found.push([offset + start, taken]);
        left -= taken;
      }
      start = Math.max(start - size, 0);
    }
    return left ? NOWHERE : new Extents(found);
  }

  /**
   * Offset of the first byte in the file, `other` when there is none.
   * @param {number} other
   * @returns {number}
   */
  offsetOr(other) {
    return this.ranges.length ? this.ranges[0][0] : other;
  }
}

export const NOWHERE = new Extents();
