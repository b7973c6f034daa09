/**
 * The strips or tiles of one page: which bytes of them stay, and their offsets and sizes.
 * A size that claims more than uncompressed pixels need is set right, and so is the offset of an empty strip.
 * Source: design document metadata.md, section 8; TIFF 6.0 sections 3, 15 and 22; TIFF Technical Note 2.
 */

import { equal, ljust } from "../bytes.js";
import { damaged } from "../errors.js";
import { Entry } from "../metadata/exif.js";
import { INLINE_BYTES } from "./tiff_directory.js";
import { JPEG, OLD_JPEG, UNCOMPRESSED } from "./tiff_layout.js";
import {
  AC_TABLES,
  DC_TABLES,
  INTERCHANGE,
  INTERCHANGE_BYTES,
  QUANTISATION_TABLES,
  STRIP_BYTES,
  STRIP_OFFSETS,
  TILE_BYTES,
  TILE_OFFSETS,
} from "./tiff_tags.js";

/**
 * @import { Source } from "../source.js"
 * @import { Directory, TiffReader } from "./tiff_directory.js"
 * @import { JpegStreams } from "./tiff_jpeg.js"
 * @import { Layout } from "./tiff_layout.js"
 * @import { TiffSheet } from "./tiff_sheet.js"
 */

export const PART_TAGS = new Set([STRIP_OFFSETS, STRIP_BYTES, TILE_OFFSETS, TILE_BYTES]);
const QUANTISATION_BYTES = 64;
const CODE_LENGTHS = 16;

/** Keeps the strips and tiles of any page of one file. */
export class PartKeeper {
  /**
   * @param {Source} source @param {TiffReader} reader @param {TiffSheet} sheet @param {JpegStreams} streams
   */
  constructor(source, reader, sheet, streams) {
    this.source = source;
    this.reader = reader;
    this.sheet = sheet;
    this.streams = streams;
  }

  /**
   * Keeps the parts of a page; gives its entries of offsets and sizes. Throws CleanError.
   * @param {Directory} page @param {Layout} layout
   * @returns {Entry[]}
   */
  take(page, layout) {
    const tags = layout.isTiled ? [TILE_OFFSETS, TILE_BYTES] : [STRIP_OFFSETS, STRIP_BYTES];
    const [offsets, sizes] = tags.map((tag) => page.entry(tag));
    let starts = offsets ? this.reader.strips(offsets, layout.parts) : [];
    let lengths = sizes ? this.reader.numbers(sizes, starts.length) : [];
    if (!starts.length && !(layout.compression === OLD_JPEG && this.reader.number(page, INTERCHANGE, 0))) {
      throw damaged("no-picture");
    }
    if (layout.compression === UNCOMPRESSED) lengths = this.#keepRows(layout, starts, lengths);
    else starts = this.#keepCoded(page, layout, starts, lengths);
    const entries = [];
    if (offsets && starts.length) entries.push(this.#numbersEntry(offsets, starts));
    if (sizes && lengths.length) entries.push(this.#numbersEntry(sizes, lengths));
    return entries;
  }

  /**
   * Keeps as many bytes as the pixels need, which is also what readers take when a size is too small.
   * @param {Layout} layout @param {number[]} starts @param {number[]} lengths
   */
  #keepRows(layout, starts, lengths) {
    const keptLengths = [...lengths];
    starts.forEach((start, part) => {
      const length = lengths[part];
      if (start === 0 && length === 0) return;
      const needed = layout.neededBytes(part);
      this.sheet.keep(start, start + needed);
      if (length > needed) keptLengths[part] = needed;
    });
    return keptLengths;
  }

  /**
   * Keeps what is compressed; gives the offsets, that of an empty strip as 0.
   * @param {Directory} page @param {Layout} layout @param {number[]} starts @param {number[]} lengths
   */
  #keepCoded(page, layout, starts, lengths) {
    if (lengths.length < starts.length) throw damaged("size");
    /** @type {[number, number][]} */
    const all = starts.map((start, at) => [start, start + lengths[at]]);
    const spans = all.filter(([start, end]) => end > start);
    const isJpeg = layout.compression === JPEG;
    if (layout.compression === OLD_JPEG) this.#keepOldJpeg(page, layout, spans);
    else if (isJpeg) for (const [start, end] of spans) this.streams.takeStrip(start, end);
    else for (const [start, end] of spans) this.sheet.keep(start, end);
    return starts.map((start, at) => (lengths[at] ? start : 0));
  }

  /**
   * Strips, the interchange stream and the tables that stand for themselves.
   * @param {Directory} page @param {Layout} layout @param {[number, number][]} spans
   */
  #keepOldJpeg(page, layout, spans) {
    const start = this.reader.number(page, INTERCHANGE, 0);
    if (start) {
      const length = this.reader.number(page, INTERCHANGE_BYTES, 0);
      if (!length) throw damaged("size");
      spans.push([start, start + length]);
    }
    this.streams.takeOld(spans);
    for (const tag of [QUANTISATION_TABLES, DC_TABLES, AC_TABLES]) {
      const entry = page.entry(tag);
      for (const table of entry ? this.reader.numbers(entry, layout.samples) : []) {
        this.sheet.keep(table, table + this.#tableBytes(tag, table));
      }
    }
  }

  /** @param {number} tag @param {number} start */
  #tableBytes(tag, start) {
    if (tag === QUANTISATION_TABLES) return QUANTISATION_BYTES;
    return this.source.read(start, CODE_LENGTHS).reduce((sum, count) => sum + count, CODE_LENGTHS);
  }

  /**
   * The entry with these numbers, which are written where the old ones were unless they fit into it.
   * @param {Entry} entry @param {number[]} numbers
   */
  #numbersEntry(entry, numbers) {
    const literal = this.reader.pack(entry.kind, numbers);
    const { length } = literal;
    const start = this.reader.directories.number(entry.inline);
    let inline = entry.inline;
    if (length <= INLINE_BYTES) inline = ljust(literal, INLINE_BYTES);
    else if (equal(this.source.read(start, length), literal)) this.sheet.keep(start, start + length);
    else this.sheet.write(start, literal);
    return new Entry(entry.tag, entry.kind, numbers.length, inline);
  }
}
