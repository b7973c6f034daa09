/**
 * The boxes of an ISO base media file: type, place and size, one level at a time.
 * Source: ISO/IEC 14496-12 section 4.2.
 */

import { ascii, concat, hex, latin1, toBytes, u32, u64 } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_BOX_DEPTH, MAX_BOXES, MAX_FILE_BYTES } from "../limits.js";

/** @import { Source } from "../source.js" */

const HEAD_BYTES = 8;
const LARGE_HEAD_BYTES = 16;
const UUID_BYTES = 16;

/** One box: `kind` of four letters, where header, content and end are; `userType` in hexadecimal or "". */
export class Box {
  /**
   * @param {string} kind @param {number} start @param {number} content @param {number} end
   * @param {number} depth @param {string} [userType]
   */
  constructor(kind, start, content, end, depth, userType = "") {
    this.kind = kind;
    this.start = start;
    this.content = content;
    this.end = end;
    this.depth = depth;
    this.userType = userType;
  }

  get size() {
    return this.end - this.start;
  }

  get headBytes() {
    return this.content - this.start;
  }

  get contentBytes() {
    return this.end - this.content;
  }

  get name() {
    return this.kind;
  }
}

/** Walks the boxes of one file; all walks share one budget, so time is bounded. */
export class BoxReader {
  #left = MAX_BOXES;

  /** @param {Source} source */
  constructor(source) {
    this.source = source;
  }

  /** @returns {Generator<Box>} */
  topLevel() {
    return this.walk(0, this.source.size, 0);
  }

  /**
   * The boxes inside a box, behind `skip` bytes of its content.
   * @param {Box} box @param {number} [skip]
   * @returns {Generator<Box>}
   */
  children(box, skip = 0) {
    return this.walk(box.content + skip, box.end, box.depth + 1);
  }

  /** @param {number} start @param {number} end @param {number} depth @returns {Generator<Box>} */
  *walk(start, end, depth) {
    if (depth > MAX_BOX_DEPTH) throw new CleanError("too-deep");
    while (end - start >= HEAD_BYTES) {
      this.#left -= 1;
      if (this.#left < 0) throw new CleanError("too-many-parts");
      const box = this.#box(start, end, depth);
      yield box;
      start = box.end;
    }
  }

  /** @param {number} start @param {number} end @param {number} depth */
  #box(start, end, depth) {
    const head = this.source.read(start, HEAD_BYTES);
    const kind = latin1(head.subarray(4));
    let size = u32(head, 0);
    let content = start + HEAD_BYTES;
    if (size === 1) {
      size = u64(this.source.read(start + HEAD_BYTES, 8), 0);
      content = start + LARGE_HEAD_BYTES;
    } else if (size === 0) {
      // To the end of the file, which only the last box of the file may say.
      if (depth) throw damaged("size");
      size = end - start;
    }
    let userType = "";
    if (kind === "uuid") {
      userType = hex(this.source.read(content, UUID_BYTES));
      content += UUID_BYTES;
    }
    if (size > MAX_FILE_BYTES || start + size > end || content > start + size) throw damaged("size");
    return new Box(kind, start, content, start + size, depth, userType);
  }
}

/**
 * The header of an empty box of `size` bytes; at least eight. Sizes above 32 bits take 16 bytes.
 * @param {number} size
 * @returns {Uint8Array}
 */
export function freeHead(size) {
  if (size < 2 ** 32) return concat([toBytes(size, 4), ascii("free")]);
  return concat([ascii("\0\0\0\x01free"), toBytes(size, 8)]);
}
