/**
 * Where the coded data of each item is: in the file, or in the `idat` box beside the tables.
 * Source: ISO/IEC 14496-12 section 8.11.3 (iloc).
 */

import { concat, toBytes, zeros } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_EXTENTS, MAX_FILE_BYTES, MAX_ITEMS } from "../limits.js";
import { Fields, fullBox, unsigned } from "./fields.js";

/** @typedef {{isInIdat: boolean, extents: [number, number][], entry: Uint8Array}} Location */

const IN_FILE = 0;
const IN_IDAT = 1;
const FIELD_SIZES = [0, 4, 8];

/** `iloc`: by item number `{isInIdat, extents, entry}`, where `entry` is what is written for it. */
export class LocationTable {
  #version;
  #offsetBytes;
  #lengthBytes;
  #baseBytes;
  #indexBytes;
  #sizes;
  #step;
  #numberBytes;
  #extentsLeft = MAX_EXTENTS;

  /** @param {Uint8Array} content */
  constructor(content) {
    const fields = new Fields(content);
    [this.#version] = fields.versionAndFlags();
    if (this.#version > 2) throw new CleanError("unsupported-variant");
    const sizes = fields.raw(2);
    this.#offsetBytes = sizes[0] >> 4;
    this.#lengthBytes = sizes[0] & 15;
    this.#baseBytes = sizes[1] >> 4;
    this.#indexBytes = this.#version ? sizes[1] & 15 : 0;
    this.#sizes = Uint8Array.of(sizes[0], (this.#baseBytes << 4) | this.#indexBytes);
    const all = [this.#offsetBytes, this.#lengthBytes, this.#indexBytes, this.#baseBytes];
    if (all.some((size) => !FIELD_SIZES.includes(size))) throw damaged("size");
    this.#step = this.#offsetBytes + this.#lengthBytes + this.#indexBytes;
    this.#numberBytes = this.#version === 2 ? 4 : 2;
    /** @type {Map<number, Location>} */
    this.locations = new Map();
    const count = fields.number(this.#numberBytes);
    if (count > MAX_ITEMS) throw new CleanError("too-many-parts");
    for (let index = 0; index < count; index += 1) this.#take(fields);
    this.rest = fields.rest;
  }

  /** @param {Fields} fields */
  #take(fields) {
    const rawNumber = fields.raw(this.#numberBytes);
    const construction = this.#version ? fields.number(2) & 15 : IN_FILE;
    // Data in another file, or made of pieces of other items: nobody writes it, few can read it.
    if (construction > IN_IDAT || fields.number(2) !== 0) throw new CleanError("unsupported-variant");
    const rawBase = fields.raw(this.#baseBytes);
    const rawCount = fields.raw(2);
    const count = unsigned(rawCount);
    this.#extentsLeft -= count;
    if (this.#extentsLeft < 0) throw new CleanError("too-many-parts");
    const rawExtents = fields.raw(count * this.#step);
    const number = unsigned(rawNumber);
    if (this.locations.has(number)) throw damaged("order");
    const head = concat([rawNumber, this.#version ? toBytes(construction, 2) : zeros(0), zeros(2)]);
    const entry = concat([head, rawBase, rawCount, this.#withoutIndex(rawExtents)]);
    const extents = this.#extents(rawExtents, count, unsigned(rawBase));
    this.locations.set(number, { isInIdat: construction === IN_IDAT, extents, entry });
  }

  /**
   * The extents as they are written: with zeros for the index, which only a third construction uses.
   * @param {Uint8Array} raw
   */
  #withoutIndex(raw) {
    if (!this.#indexBytes) return raw;
    const written = raw.slice();
    for (let at = 0; at < raw.length; at += this.#step) written.fill(0, at, at + this.#indexBytes);
    return written;
  }

  /** @param {Uint8Array} raw @param {number} count @param {number} base @returns {[number, number][]} */
  #extents(raw, count, base) {
    /** @type {[number, number][]} */
    const extents = [];
    const endOfOffset = this.#indexBytes + this.#offsetBytes;
    // Extents without any field, for an item whose data is nowhere, take no bytes.
    for (let index = 0; index < count; index += 1) {
      const at = index * this.#step;
      const offset = base + unsigned(raw.subarray(at + this.#indexBytes, at + endOfOffset));
      const length = unsigned(raw.subarray(at + endOfOffset, at + this.#step));
      if (offset > MAX_FILE_BYTES || length > MAX_FILE_BYTES) throw damaged("size");
      extents.push([offset, length]);
    }
    return extents;
  }

  /** The box with the kept entries only. @param {Set<number>} kept @returns {Uint8Array} */
  write(kept) {
    const entries = [];
    for (const [number, location] of this.locations) if (kept.has(number)) entries.push(location.entry);
    const count = toBytes(entries.length, this.#numberBytes);
    return fullBox("iloc", this.#version, 0, concat([this.#sizes, count, ...entries]));
  }
}
