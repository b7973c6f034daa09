/**
 * Where the samples of a track are: the chunk offsets, the samples in each chunk, the bytes of each sample.
 * It gives whole chunks, since the samples of a chunk follow each other without a gap. Times do not matter.
 *
 * Source: ISO/IEC 14496-12 sections 8.7.3 (stsz, stz2), 8.7.4 (stsc), 8.7.5 (stco, co64); QuickTime File
 * Format, sound sample descriptions (bytes of uncompressed sound).
 */

import { u32 } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_CHUNKS, MAX_FILE_BYTES, MAX_SAMPLES } from "../limits.js";
import { LARGEST_WINDOW_BYTES } from "../source.js";
import { MediaRanges } from "./media_ranges.js";

/**
 * @import { Source } from "../source.js"
 * @import { Node } from "./box_tree.js"
 * @import { Box } from "./boxes.js"
 */

/** @type {Record<number, "getUint8" | "getUint16" | "getUint32" | "getBigUint64">} */
const READERS = { 1: "getUint8", 2: "getUint16", 4: "getUint32", 8: "getBigUint64" };

/** @typedef {Uint8Array | Uint16Array | Uint32Array | Float64Array} Numbers */

/** @type {Record<number, new (count: number) => Numbers>} */
const ARRAYS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array };

/**
 * How many bytes so many samples of a sound take, when the table of sizes only says 1; zeros for unknown.
 * @typedef {{samples: number, bytes: number}} Packing
 */

/** Chunks and sample sizes that may still be read, shared by the tracks of a movie. */
export class Budget {
  #chunksLeft = MAX_CHUNKS;
  #samplesLeft = MAX_SAMPLES;

  /** Count chunks. Throws too-many-parts. @param {number} count */
  takeChunks(count) {
    this.#chunksLeft -= count;
    if (this.#chunksLeft < 0) throw new CleanError("too-many-parts");
  }

  /** Count sample sizes. Throws too-many-parts. @param {number} count */
  takeSamples(count) {
    this.#samplesLeft -= count;
    if (this.#samplesLeft < 0) throw new CleanError("too-many-parts");
  }
}

/** All samples have the same size, or the bytes of a sound whose packing is known. */
class Equal {
  #size;
  #packings;

  /** @param {number} size @param {number} count @param {Packing[]} packings */
  constructor(size, count, packings) {
    this.count = count;
    this.#size = size;
    this.#packings = packings;
  }

  /**
   * Gives the bytes of each of the chunks from sample `at` on, by its index.
   * @param {number} at @param {number} perChunk @param {number} description
   * @returns {(chunk: number) => number}
   */
  ofChunks(at, perChunk, description) {
    const packing = this.#packings[description - 1];
    let size = perChunk * this.#size;
    if (this.#size === 1 && packing?.samples && packing.bytes) {
      size = Math.max(size, Math.ceil(perChunk / packing.samples) * packing.bytes);
    }
    return () => size;
  }
}

/** Each sample has its size. */
class Varied {
  #sizes;

  /** @param {Numbers} sizes */
  constructor(sizes) {
    this.count = sizes.length;
    this.#sizes = sizes;
  }

  /** @param {number} at @param {number} perChunk @returns {(chunk: number) => number} */
  ofChunks(at, perChunk) {
    return (chunk) => {
      const start = at + perChunk * chunk;
      let total = 0;
      for (let sample = start; sample < start + perChunk; sample++) total += this.#sizes[sample];
      return total;
    };
  }
}

/**
 * The chunks that an `stbl` lists; `packings` go with its sample descriptions. Throws CleanError.
 * @param {Source} source @param {Node} table @param {Packing[]} packings @param {Budget} budget
 * @returns {MediaRanges}
 */
export function chunkSpans(source, table, packings, budget) {
  const offsets = chunkOffsets(source, table, budget);
  const spans = new MediaRanges();
  const sizes = sampleSizes(source, table, packings, budget);
  let at = 0;
  for (const [first, last, perChunk, description] of runs(source, table, offsets.length)) {
    const samples = perChunk * (last - first);
    if (at + samples > sizes.count) throw damaged("size");
    const sizeOf = sizes.ofChunks(at, perChunk, description);
    offsets.subarray(first, last).forEach((start, chunk) => spans.add(start, start + sizeOf(chunk)));
    at += samples;
  }
  if (at !== sizes.count) throw damaged("size");
  return spans;
}

/**
 * `count` numbers of `width` bytes, high byte first, as a typed array. Throws damaged.
 * @param {Source} source @param {number} offset @param {number} count @param {number} width
 * @returns {Numbers}
 */
export function readNumbers(source, offset, count, width) {
  const numbers = new ARRAYS[width](count);
  const name = READERS[width];
  let done = 0;
  while (done < count) {
    const length = Math.min((count - done) * width, LARGEST_WINDOW_BYTES);
    const piece = source.read(offset + done * width, length);
    const view = new DataView(piece.buffer, piece.byteOffset, length);
    for (let at = 0; at < length; at += width) numbers[done++] = Number(view[name](at));
  }
  return numbers;
}

/**
 * The number of entries in a table behind its count, which have to be inside the box.
 * @param {Source} source @param {Box} box @param {number} countAt @param {number} entryBits
 */
function countOf(source, box, countAt, entryBits) {
  const count = u32(field(source, box, countAt), 0);
  if (countAt + 4 + Math.floor((count * entryBits + 7) / 8) > box.contentBytes) throw damaged("size");
  return count;
}

/** @param {Source} source @param {Box} box @param {number} offset */
function field(source, box, offset) {
  if (offset + 4 > box.contentBytes) throw damaged("size");
  return source.read(box.content + offset, 4);
}

/**
 * The box of one of two types, of which there has to be exactly one.
 * @param {Node} table @param {string} kind @param {string} otherKind
 */
function either(table, kind, otherKind) {
  const found = [...table.all(kind), ...table.all(otherKind)];
  if (found.length !== 1) throw damaged("order");
  return found[0];
}

/** @param {Source} source @param {Node} table @param {Budget} budget */
function chunkOffsets(source, table, budget) {
  const node = either(table, "stco", "co64");
  const width = node.kind === "stco" ? 4 : 8;
  const count = countOf(source, node.box, 4, 8 * width);
  budget.takeChunks(count);
  const offsets = readNumbers(source, node.box.content + 8, count, width);
  if (offsets.some((offset) => offset > MAX_FILE_BYTES)) throw damaged("size");
  return offsets;
}

/**
 * First chunk, end, samples in each chunk and sample description of each run of like chunks.
 * @param {Source} source @param {Node} table @param {number} chunks
 */
function* runs(source, table, chunks) {
  const node = table.find("stsc");
  if (!node) throw damaged("order");
  const count = countOf(source, node.box, 4, 96);
  if (!chunks) return;
  // A run has at least one chunk.
  if (!(count > 0 && count <= chunks)) throw damaged("size");
  const numbers = readNumbers(source, node.box.content + 8, 3 * count, 4);
  if (numbers[0] !== 1) throw damaged("order");
  for (let at = 0; at < numbers.length; at += 3) {
    const [first, perChunk, description] = numbers.subarray(at, at + 3);
    const following = numbers[at + 3] ?? chunks + 1;
    if (following <= first || perChunk === 0) throw damaged("order");
    yield [first - 1, following - 1, perChunk, description];
  }
}

/** @param {Source} source @param {Node} table @param {Packing[]} packings @param {Budget} budget */
function sampleSizes(source, table, packings, budget) {
  const node = either(table, "stsz", "stz2");
  let widthBits = 32;
  if (node.kind === "stsz") {
    const size = u32(field(source, node.box, 4), 0);
    if (size) return new Equal(size, u32(field(source, node.box, 8), 0), packings);
  } else {
    widthBits = field(source, node.box, 4)[3];
    if (![4, 8, 16].includes(widthBits)) throw damaged("size");
  }
  const count = countOf(source, node.box, 8, widthBits);
  budget.takeSamples(count);
  const at = node.box.content + 12;
  if (widthBits === 4) return new Varied(halves(source.read(at, Math.floor((count + 1) / 2)), count));
  return new Varied(readNumbers(source, at, count, widthBits / 8));
}

/** Numbers of four bits, two in each byte. @param {Uint8Array} packed @param {number} count */
function halves(packed, count) {
  const both = new Uint8Array(2 * packed.length);
  packed.forEach((pair, at) => both.set([pair >> 4, pair & 15], 2 * at));
  return both.subarray(0, count);
}
