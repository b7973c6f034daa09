/**
 * A small reader of EXIF blocks: directories and their entries, never more than the block holds. A block is a
 * Uint8Array, or what has its `length` and `subarray(start, end)`.
 * Source: TIFF 6.0 section 2; Exif 3.0 section 4.6.
 */

import { ascii, startsWith, toNumber } from "../bytes.js";
import { MAX_DIRECTORY_ENTRIES } from "../limits.js";

/** @import { ByteOrder } from "../bytes.js" */

/** @typedef {{order: ByteOrder, firstOffset: number}} BlockHeader */
/** @typedef {{length: number, subarray: (start: number, end?: number) => Uint8Array}} Block */

export const EXIF_DIRECTORY = 0x8769;
export const GPS_DIRECTORY = 0x8825;
const VALUE_MAX_BYTES = 4096;

// Bytes of one value, by type number 1 to 12; 13 is a directory offset.
export const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** One entry of a directory: `inline` are its last four bytes, a value or an offset in the block. */
export class Entry {
  /** @param {number} tag @param {number} kind @param {number} count @param {Uint8Array} inline */
  constructor(tag, kind, count, inline) {
    this.tag = tag;
    this.kind = kind;
    this.count = count;
    this.inline = inline;
  }

  /** Size of the whole value, as the entry claims it; 0 for a type that does not exist. */
  get valueBytes() {
    return this.kind < TYPE_BYTES.length ? TYPE_BYTES[this.kind] * this.count : 0;
  }
}

/**
 * The byte order and the offset of the first directory of a TIFF structure, or null when it is not one.
 * @param {Block} block
 * @returns {BlockHeader | null}
 */
export function readHeader(block) {
  const head = block.subarray(0, 8);
  const order = startsWith(head, ascii("MM\0*")) ? "big" : startsWith(head, ascii("II*\0")) ? "little" : "";
  return order && head.length >= 8 ? { order, firstOffset: toNumber(head.subarray(4), order) } : null;
}

/** Reads directories of one block; it follows no pointer by itself, so it cannot go in circles. */
export class DirectoryReader {
  /** @param {Block} block @param {ByteOrder} order */
  constructor(block, order) {
    this.block = block;
    this.order = order;
  }

  /** An unsigned number in the block's byte order. @param {Uint8Array} raw @returns {number} */
  number(raw) {
    return toNumber(raw, this.order);
  }

  /**
   * The entries of the directory at `offset` that are wholly inside the block.
   * @param {number} offset
   * @returns {Generator<Entry>}
   */
  *entries(offset) {
    const count = Math.min(this.number(this.block.subarray(offset, offset + 2)), MAX_DIRECTORY_ENTRIES);
    const table = this.block.subarray(offset + 2, offset + 2 + 12 * count);
    for (let at = 0; at + 12 <= table.length; at += 12) {
      /** @param {number} from @param {number} to */
      const part = (from, to) => table.subarray(at + from, at + to);
      yield new Entry(this.number(part(0, 2)), this.number(part(2, 4)), this.number(part(4, 8)), part(8, 12));
    }
  }

  /**
   * Offset of the directory that follows the one at `offset`; 0 for none.
   * @param {number} offset
   * @returns {number}
   */
  nextOffset(offset) {
    const after = offset + 2 + 12 * this.number(this.block.subarray(offset, offset + 2));
    return after + 4 <= this.block.length ? this.number(this.block.subarray(after, after + 4)) : 0;
  }

  /**
   * Start and size of a value of more than four bytes in the block; null when it is not wholly inside.
   * @param {Entry} entry
   * @returns {[number, number] | null}
   */
  span(entry) {
    const start = this.number(entry.inline);
    const size = entry.valueBytes;
    return size > 4 && start + size <= this.block.length ? [start, size] : null;
  }

  /**
   * The value's bytes, at most 4,096 of them; empty when they are not inside the block.
   * @param {Entry} entry
   * @returns {Uint8Array}
   */
  raw(entry) {
    if (entry.valueBytes <= 4) return entry.inline.subarray(0, entry.valueBytes);
    const [start, size] = this.span(entry) ?? [0, 0];
    return this.block.subarray(start, start + Math.min(size, VALUE_MAX_BYTES));
  }

  /** Numerators and denominators of a RATIONAL value. @param {Entry} entry @returns {[number, number][]} */
  rationals(entry) {
    const raw = entry.kind === 5 ? this.raw(entry) : new Uint8Array();
    /** @type {[number, number][]} */
    const found = [];
    for (let end = 8; end <= raw.length; end += 8) {
      found.push([this.number(raw.subarray(end - 8, end - 4)), this.number(raw.subarray(end - 4, end))]);
    }
    return found;
  }
}

/** What an EXIF block holds: entries by tag, the first of each; `preview` is the thumbnail's directory. */
export class Directories {
  /**
   * @param {DirectoryReader} reader and four maps of entries by tag @param {Map<number, Entry>} main
   * @param {Map<number, Entry>} exif @param {Map<number, Entry>} gps @param {Map<number, Entry>} preview
   */
  constructor(reader, main, exif, gps, preview) {
    this.reader = reader;
    this.main = main;
    this.exif = exif;
    this.gps = gps;
    this.preview = preview;
  }
}

/**
 * The four directories that are reported on, or null when the block is not EXIF.
 * @param {Uint8Array} block
 * @returns {Directories | null}
 */
export function readDirectories(block) {
  const header = readHeader(block);
  if (!header) return null;
  const reader = new DirectoryReader(block, header.order);
  const main = byTag(reader, header.firstOffset);
  return new Directories(
    reader,
    main,
    byTag(reader, pointer(reader, main, EXIF_DIRECTORY)),
    byTag(reader, pointer(reader, main, GPS_DIRECTORY)),
    byTag(reader, reader.nextOffset(header.firstOffset)),
  );
}

/** @param {DirectoryReader} reader @param {number} offset @returns {Map<number, Entry>} */
function byTag(reader, offset) {
  const found = new Map();
  for (const entry of offset ? reader.entries(offset) : []) {
    if (!found.has(entry.tag)) found.set(entry.tag, entry);
  }
  return found;
}

/** @param {DirectoryReader} reader @param {Map<number, Entry>} main @param {number} tag */
function pointer(reader, main, tag) {
  const entry = main.get(tag);
  return entry ? reader.number(entry.inline) : 0;
}
