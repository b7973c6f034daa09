/**
 * A sheet in which nothing moves, in the terms of boxes: keep the head, keep some parts, make a box empty.
 * It remembers which bytes have a finding already, so that the rest of what became zero can be told as well.
 *
 * Source: ISO/IEC 14496-12 section 8.1.2 (free box).
 */

import { ascii } from "../bytes.js";
import { damaged } from "../errors.js";

/**
 * @import { InPlace } from "../inplace.js"
 * @import { Box } from "./boxes.js"
 */

const USER_TYPE_BYTES = 16;

/** Puts boxes on a sheet; whatever is not put there becomes zero. */
export class BoxSheet {
  /** @type {[number, number][]} */
  #told = [];

  /** @param {InPlace} sheet */
  constructor(sheet) {
    this.sheet = sheet;
  }

  /** Keep size and type. @param {Box} box */
  keepHead(box) {
    this.sheet.keep(box.start, headBytes(box));
  }

  /**
   * Keep the head and the first bytes of the content. Throws damaged, when it has fewer.
   * @param {Box} box @param {number} length
   */
  keepFirst(box, length) {
    this.keepParts(box, [0, length]);
  }

  /**
   * Keep the head and parts of the content, each from start to end. Throws damaged.
   * @param {Box} box @param {...[number, number]} parts
   */
  keepParts(box, ...parts) {
    this.keepHead(box);
    for (const [start, end] of parts) {
      if (end > box.contentBytes) throw damaged("size");
      this.sheet.keep(box.content + start, end - start);
    }
  }

  /** Put other bytes there. Throws damaged. @param {number} offset @param {Uint8Array} literal */
  write(offset, literal) {
    this.sheet.write(offset, literal);
  }

  /** Make it an empty `free` box of the same size; the caller has told what it was. @param {Box} box */
  free(box) {
    this.keepHead(box);
    this.sheet.write(box.start + 4, ascii("free"));
    this.tell(box.start, box.end);
  }

  /** Remember that these bytes have a finding. @param {number} start @param {number} end */
  tell(start, end) {
    if (end > start) this.#told.push([start, end]);
  }

  /**
   * Start and end of what is in `zeroed` (offset, length) and neither told here nor in `told` (start, end).
   * Both have to be in ascending order.
   * @param {[number, number][]} zeroed @param {Iterable<[number, number]>} told
   * @returns {Generator<[number, number]>}
   */
  untold(zeroed, told) {
    const own = [...this.#told].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return without(without(ends(zeroed), own), told);
  }
}

/**
 * Bytes of size and type; the user type of a `uuid` box does not count.
 * @param {Box} box
 * @returns {number}
 */
export function headBytes(box) {
  return box.headBytes - (box.userType.length ? USER_TYPE_BYTES : 0);
}

/**
 * The spans with the holes cut out; start and end each, both ascending, the spans without overlap.
 * @param {Iterable<[number, number]>} spans @param {Iterable<[number, number]>} holes
 * @returns {Generator<[number, number]>}
 */
export function* without(spans, holes) {
  const rest = holes[Symbol.iterator]();
  let hole = rest.next().value;
  for (const [start, end] of spans) {
    let at = start;
    while (hole && hole[0] < end) {
      if (hole[0] > at) yield [at, hole[0]];
      at = Math.max(at, hole[1]);
      // A hole that goes on behind this span may cover the next one too.
      if (hole[1] >= end) break;
      hole = rest.next().value;
    }
    if (at < end) yield [at, end];
  }
}

/** @param {[number, number][]} ranges @returns {Generator<[number, number]>} */
function* ends(ranges) {
  for (const [offset, length] of ranges) yield [offset, offset + length];
}
