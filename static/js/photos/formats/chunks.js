/**
 * A walk over the chunks of a PNG, one at a time, up to IEND.
 *
 * Checksums are not looked at: they are copied with their chunk.
 * Source: PNG specification (third edition) section 5.3 (chunk layout).
 */

import { ascii, latin1, u32 } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_PNG_CHUNKS } from "../limits.js";
import { literally, search } from "../source.js";

/** @import { Source } from "../source.js" */

export const SIGNATURE_BYTES = 8;
export const END_CHUNK = ascii("\0\0\0\0IEND\xaeB`\x82");

const AROUND_BYTES = 12;
const LARGEST = 2 ** 31 - 1;

/**
 * One chunk: its type, where it starts, the bytes it holds, and where it ends (checksum included).
 *
 * `isCut` says that the file ends inside it; the type is empty when not even that is there.
 */
export class Chunk {
  /**
   * @param {string} kind @param {number} start @param {number} length @param {number} end
   * @param {boolean} isCut
   */
  constructor(kind, start, length, end, isCut) {
    this.kind = kind;
    this.start = start;
    this.length = length;
    this.end = end;
    this.isCut = isCut;
  }

  /**
   * What the chunk holds. Throws: CleanError damaged, when it is cut.
   * @param {Source} source
   * @returns {Uint8Array}
   */
  read(source) {
    return source.read(this.start + 8, this.length);
  }

  get size() {
    return this.end - this.start;
  }
}

/**
 * The chunks up to and with IEND or the end of the file. A run of whole IDAT comes as one chunk.
 *
 * Throws: CleanError damaged, for a type that is not four letters or a length of 2 GiB and more;
 * too-many-parts.
 * @param {Source} source
 * @returns {Generator<Chunk>}
 */
export function* walkChunks(source) {
  let at = SIGNATURE_BYTES;
  let runStart = 0;
  for (let count = 0; count < MAX_PNG_CHUNKS; count++) {
    const head = at + 8 <= source.size ? source.read(at, 8) : null;
    const length = head ? u32(head, 0) : 0;
    const kind = head ? latin1(head.subarray(4)) : "";
    const end = at + AROUND_BYTES + length;
    // A picture has thousands of these: they are passed over quickly.
    if (kind === "IDAT" && end <= source.size && length <= LARGEST) {
      runStart ||= at;
      at = end;
      continue;
    }
    if (runStart) {
      yield new Chunk("IDAT", runStart, at - runStart - AROUND_BYTES, at, false);
      runStart = 0;
    }
    const chunk = makeChunk(source.size, at, length, kind);
    if (at < source.size) yield chunk;
    if (chunk.isCut || chunk.kind === "IEND") return;
    at = chunk.end;
  }
  throw new CleanError("too-many-parts");
}

/** @param {number} size @param {number} at @param {number} length @param {string} kind */
function makeChunk(size, at, length, kind) {
  if (!kind) return new Chunk("", at, 0, size, true);
  if (length > LARGEST || !/^[A-Za-z]{4}$/.test(kind)) throw damaged("size");
  const end = at + AROUND_BYTES + length;
  return new Chunk(kind, at, length, Math.min(end, size), end > size);
}

/**
 * True when a cut chunk has the file's last chunk inside it: then its length is a lie, not a cut.
 * @param {Source} source @param {Chunk} chunk
 * @returns {boolean}
 */
export function endsLater(source, chunk) {
  return search(source, literally(END_CHUNK), chunk.start + 8, source.size, END_CHUNK.length) !== null;
}
