/**
 * The directories of a TIFF: the chain of its pages, their entries and their values, read strictly.
 * What private directories (EXIF, GPS) point to is only located, as far as it is inside the file.
 * Source: design document metadata.md, sections 8 and 14; TIFF 6.0 section 2 (header, directories, types).
 */

import { toBytes, u16, u32 } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_DIRECTORY_ENTRIES, MAX_TIFF_ENTRIES, MAX_TIFF_PAGES, MAX_TIFF_STRIPS } from "../limits.js";
import { DirectoryReader, EXIF_DIRECTORY, GPS_DIRECTORY, TYPE_BYTES, readHeader } from "../metadata/exif.js";
import { checkRange } from "../source.js";

/**
 * @import { Entry } from "../metadata/exif.js"
 * @import { Source } from "../source.js"
 */

export const HEADER_BYTES = 8;
export const INLINE_BYTES = 4;
const INTEROPERABILITY_DIRECTORY = 0xa005;
export const WHOLE_NUMBERS = new Set([1, 3, 4]);
const POINTERS = [EXIF_DIRECTORY, GPS_DIRECTORY, INTEROPERABILITY_DIRECTORY];
const POINTER_KINDS = [4, 13];
const ENTRY_BYTES = 12;

/** A whole file that looks like bytes, for `DirectoryReader`; nothing of it is held. */
class SourceBlock {
  /** @param {Source} source */
  constructor(source) {
    this.source = source;
    this.length = source.size;
  }

  /** @param {number} start @param {number} [end] @returns {Uint8Array} */
  subarray(start, end = this.length) {
    const stop = Math.min(end, this.length);
    return this.source.window(Math.min(start, this.length), Math.max(stop - start, 0));
  }
}

/** One directory: its place, its entries in the order of the file, and the offset of the next one. */
export class Directory {
  /** @param {number} offset @param {Entry[]} entries @param {number} nextOffset */
  constructor(offset, entries, nextOffset) {
    this.offset = offset;
    this.entries = entries;
    this.nextOffset = nextOffset;
  }

  /** Start and end in the file. @returns {[number, number]} */
  get span() {
    return [this.offset, this.offset + directoryBytes(this.entries.length)];
  }

  /** The first entry of a tag. @param {number} tag @returns {Entry | null} */
  entry(tag) {
    return this.entries.find((entry) => entry.tag === tag) ?? null;
  }
}

/**
 * Size of a directory with so many entries, with its count and the offset of the next one.
 * @param {number} count
 */
function directoryBytes(count) {
  return 2 + ENTRY_BYTES * count + 4;
}

/** Reads one file. Its directories share a budget of entries, its pages one of strips, so time is bounded. */
export class TiffReader {
  #entriesLeft = MAX_TIFF_ENTRIES;
  #stripsLeft = MAX_TIFF_STRIPS;
  /** @type {Map<number, Entry[]>} */
  #known = new Map();

  /** @param {Source} source */
  constructor(source) {
    const block = new SourceBlock(source);
    const header = readHeader(block);
    if (!header) throw new CleanError("unsupported-variant", { format: "tiff" });
    this.source = source;
    this.directories = new DirectoryReader(block, header.order);
    this.order = header.order;
    this.firstOffset = header.firstOffset;
  }

  /**
   * The directories of the chain. Throws CleanError damaged, for a loop or one outside; too-many-parts.
   * @returns {Directory[]}
   */
  pages() {
    const found = new Map();
    let offset = this.firstOffset;
    while (offset) {
      if (found.has(offset)) throw damaged("order");
      if (found.size >= MAX_TIFF_PAGES) throw new CleanError("too-many-parts");
      const page = this.#page(offset);
      found.set(offset, page);
      offset = page.nextOffset;
    }
    return [...found.values()];
  }

  /** @param {number} offset */
  #page(offset) {
    const count = this.directories.number(this.source.read(offset, 2));
    if (count > MAX_DIRECTORY_ENTRIES) throw new CleanError("too-many-parts");
    checkRange(this.source.size, offset, directoryBytes(count));
    this.#count(count);
    return new Directory(offset, [...this.directories.entries(offset)], this.directories.nextOffset(offset));
  }

  /** @param {number} entries */
  #count(entries) {
    this.#entriesLeft -= entries;
    if (this.#entriesLeft < 0) throw new CleanError("too-many-parts");
  }

  /**
   * The entries of an EXIF, GPS or interoperability directory, as far as they are inside the file.
   * @param {number} offset
   * @returns {Entry[]}
   */
  privateEntries(offset) {
    const known = this.#known.get(offset);
    if (known) return known;
    const isInside = offset > 0 && offset < this.source.size;
    const entries = isInside ? [...this.directories.entries(offset)] : [];
    this.#count(entries.length);
    this.#known.set(offset, entries);
    return entries;
  }

  /**
   * The first `most` values as bytes. Throws CleanError damaged, when they are not inside the file.
   * @param {Entry} entry @param {number} most
   * @returns {Uint8Array}
   */
  raw(entry, most) {
    const size = TYPE_BYTES[entry.kind] * Math.min(entry.count, most);
    if (entry.valueBytes <= INLINE_BYTES) return entry.inline.subarray(0, size);
    return this.source.read(this.directories.number(entry.inline), size);
  }

  /**
   * The first `most` whole numbers of a value. Throws CleanError damaged, when they are none.
   * @param {Entry} entry @param {number} most
   * @returns {number[]}
   */
  numbers(entry, most) {
    if (!WHOLE_NUMBERS.has(entry.kind)) throw damaged("size");
    return this.unpack(entry.kind, this.raw(entry, most));
  }

  /**
   * The first `most` offsets of strips. Throws CleanError damaged or too-many-parts.
   * @param {Entry} entry @param {number} most
   * @returns {number[]}
   */
  strips(entry, most) {
    this.#stripsLeft -= Math.min(entry.count, most);
    if (this.#stripsLeft < 0) throw new CleanError("too-many-parts");
    return this.numbers(entry, most);
  }

  /**
   * The first number of a tag; `other` when the tag is not there.
   * @param {Directory} page @param {number} tag @param {number} other
   * @returns {number}
   */
  number(page, tag, other) {
    const entry = page.entry(tag);
    return (entry && this.numbers(entry, 1)[0]) ?? other;
  }

  /** Whole numbers from bytes. @param {number} kind @param {Uint8Array} raw @returns {number[]} */
  unpack(kind, raw) {
    const size = TYPE_BYTES[kind];
    const read = size === 4 ? u32 : u16;
    if (size === 1) return [...raw];
    return Array.from({ length: raw.length / size }, (_, at) => read(raw, at * size, this.order));
  }

  /** Bytes from whole numbers. @param {number} kind @param {number[]} numbers @returns {Uint8Array} */
  pack(kind, numbers) {
    const size = TYPE_BYTES[kind];
    const packed = new Uint8Array(numbers.length * size);
    numbers.forEach((number, at) => packed.set(toBytes(number, size, this.order), at * size));
    return packed;
  }

  /**
   * The offset that an entry of EXIF, GPS or interoperability gives; 0 when it gives none.
   * @param {Entry} entry
   * @returns {number}
   */
  pointer(entry) {
    return POINTER_KINDS.includes(entry.kind) ? this.directories.number(entry.inline) : 0;
  }

  /**
   * Where the values of these entries are, with the private directories they lead to and their values.
   * @param {Entry[]} entries
   * @returns {[number, number][]}
   */
  reached(entries) {
    /** @type {[number, number][]} */
    const spans = [];
    const waiting = [...entries];
    const seen = new Set();
    while (waiting.length) {
      const entry = /** @type {Entry} */ (waiting.pop());
      const place = this.directories.span(entry);
      if (place) spans.push([place[0], place[0] + place[1]]);
      const offset = POINTERS.includes(entry.tag) ? this.pointer(entry) : 0;
      if (offset && !seen.has(offset)) {
        seen.add(offset);
        const inside = this.privateEntries(offset);
        waiting.push(...inside);
        spans.push([offset, offset + directoryBytes(inside.length)]);
      }
    }
    return spans;
  }

  /**
   * Where the strips of a page are that goes, those inside; pairs are tags of offsets and sizes.
   * @param {Directory} page @param {[number, number][]} pairs
   * @returns {[number, number][]}
   */
  parts(page, pairs) {
    /** @type {[number, number][]} */
    const spans = [];
    for (const [startTag, sizeTag] of pairs) {
      const starts = page.entry(startTag);
      const sizes = page.entry(sizeTag);
      if (!(starts && sizes && this.#isNumbers(starts) && this.#isNumbers(sizes))) continue;
      const read = this.strips(starts, starts.count);
      this.numbers(sizes, read.length).forEach((size, at) => {
        if (read[at] + size <= this.source.size) spans.push([read[at], read[at] + size]);
      });
    }
    return spans;
  }

  /** True when the whole value is in the entry or in the file. @param {Entry} entry @returns {boolean} */
  isInside(entry) {
    return entry.valueBytes <= INLINE_BYTES || Boolean(this.directories.span(entry));
  }

  /** @param {Entry} entry */
  #isNumbers(entry) {
    return WHOLE_NUMBERS.has(entry.kind) && this.isInside(entry);
  }
}
