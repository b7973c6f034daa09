/**
 * The parts of a GIF behind its first colour table: images, extensions, and where each of them ends.
 *
 * It does not decode a picture: of its data only the lengths of the sub-blocks are read.
 * Source: GIF89a specification sections 15 (data sub-blocks), 20 to 27 (image, extensions, trailer).
 */

import { CleanError, damaged } from "../errors.js";
import { MAX_GIF_BLOCKS, MAX_GIF_PARTS } from "../limits.js";
import { search } from "../source.js";

/** @import { Source } from "../source.js" */

export const STRAY = 0x00, EXTENSION = 0x21, IMAGE = 0x2c, TRAILER = 0x3b;

const HAS_TABLE = 0x80, TABLE_SIZE = 0x07;
const DESCRIPTOR_BYTES = 10;
const WINDOW_BYTES = 64 * 1024;
/** @param {Uint8Array} window */
const notZero = (window) => window.findIndex((byte) => byte !== 0);

/**
 * One part: its first byte, for an extension its label, where it starts, where its sub-blocks begin, its end.
 *
 * `isCut` says that the file ends inside it; `blocks` can then lie behind that end.
 */
export class Part {
  /**
   * @param {number} mark @param {number} label @param {number} start @param {number} blocks
   * @param {number} end @param {boolean} isCut
   */
  constructor(mark, label, start, blocks, end, isCut) {
    this.mark = mark;
    this.label = label;
    this.start = start;
    this.blocks = blocks;
    this.end = end;
    this.isCut = isCut;
  }

  /** Bytes of the part that are in the file. */
  get size() {
    return this.end - this.start;
  }
}

/**
 * Size of the colour table that the flags of a screen or an image announce; 0 for none.
 * @param {number} flags
 * @returns {number}
 */
export function tableBytes(flags) {
  return flags & HAS_TABLE ? 3 << ((flags & TABLE_SIZE) + 1) : 0;
}

/**
 * The contents of the sub-blocks in `raw`, up to the empty one; the last may be cut.
 * @param {Uint8Array} raw
 * @returns {Generator<Uint8Array>}
 */
export function* splitBlocks(raw) {
  let at = 0;
  while (at < raw.length && raw[at]) {
    yield raw.subarray(at + 1, at + 1 + raw[at]);
    at += 1 + raw[at];
  }
}

/** Walks the parts of one file through one window, so that small sub-blocks cost no read each. */
export class PartReader {
  /** @param {Source} source */
  constructor(source) {
    this.source = source;
    /** @type {Uint8Array} */
    this.window = new Uint8Array();
    this.windowStart = 0;
    this.blocksLeft = MAX_GIF_BLOCKS;
  }

  /**
   * The parts from `at` up to and with the trailer or the end of the file.
   *
   * Throws: CleanError damaged, where a part begins with an unknown byte; too-many-parts.
   * @param {number} start
   * @returns {Generator<Part>}
   */
  *walk(start) {
    let at = start;
    for (let count = 0; count < MAX_GIF_PARTS; count++) {
      if (at >= this.source.size) return;
      const part = this.part(at);
      yield part;
      if (part.mark === TRAILER) return;
      at = part.end;
    }
    throw new CleanError("too-many-parts");
  }

  /** @param {number} at @returns {Part} */
  part(at) {
    const head = this.head(at);
    const [mark] = head;
    if (mark === IMAGE) {
      const table = head.length === DESCRIPTOR_BYTES ? tableBytes(head[9]) : 0;
      // The byte before the data says how long its first codes are.
      return this.withBlocks(IMAGE, 0, at, at + DESCRIPTOR_BYTES + table + 1);
    }
    if (mark === EXTENSION) return this.withBlocks(EXTENSION, head[1] ?? 0, at, at + 2);
    if (mark === TRAILER) return new Part(TRAILER, 0, at, at + 1, at + 1, false);
    if (mark === STRAY) {
      const end = search(this.source, notZero, at, this.source.size, 1) || this.source.size;
      return new Part(STRAY, 0, at, end, end, false);
    }
    // Browsers end the picture here and other readers skip the byte: nobody can say what is shown.
    throw damaged("order");
  }

  /** @param {number} at @returns {Uint8Array} */
  head(at) {
    this.moveWindow(at, DESCRIPTOR_BYTES);
    const position = at - this.windowStart;
    return this.window.subarray(position, position + DESCRIPTOR_BYTES);
  }

  /**
   * Make `length` bytes from `at` readable in the window, as far as they are in the file.
   * @param {number} at @param {number} length
   */
  moveWindow(at, length) {
    if (at >= this.windowStart && at <= this.windowStart + this.window.length - length) return;
    this.windowStart = at;
    this.window = this.source.window(at, WINDOW_BYTES);
  }

  /**
   * @param {number} mark @param {number} label @param {number} start @param {number} blocks
   * @returns {Part}
   */
  withBlocks(mark, label, start, blocks) {
    const end = this.blocksEnd(blocks);
    if (end === null) return new Part(mark, label, start, blocks, this.source.size, true);
    return new Part(mark, label, start, blocks, end, false);
  }

  /**
   * Where the sub-blocks end that begin at `at`, the empty one included; null when the file ends first.
   * @param {number} start
   * @returns {number | null}
   */
  blocksEnd(start) {
    let at = start;
    while (at < this.source.size) {
      this.moveWindow(at, 1);
      const { window } = this;
      const limit = window.length;
      let position = at - this.windowStart;
      let length = -1;
      let count = 0;
      while (position < limit && length) {
        length = window[position];
        position += length + 1;
        count++;
      }
      this.count(count);
      at = this.windowStart + position;
      if (!length) return at;
    }
    return null;
  }

  /** @param {number} blocks */
  count(blocks) {
    this.blocksLeft -= blocks;
    if (this.blocksLeft < 0) throw new CleanError("too-many-parts");
  }
}
