/**
 * Inflates a zlib stream up to a size, as Python's decompressobj().decompress() does.
 * Source: RFC 1950 (zlib), RFC 1951 (deflate).
 */

import { Stumble } from "./bytes.js";

/** The tables of a code. @typedef {{counts: number[], symbols: number[], most: number}} Code */

/** @typedef {{output: Uint8Array, end: number, isFinished: boolean}} Inflated */

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115,
  131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
  2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
/** @param {number} symbol */
const distanceBits = (symbol) => (symbol < 4 ? 0 : (symbol >> 1) - 1);
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MOST_BITS = 15;
const FIRST_BYTES = 16 * 1024;

/** Thrown when the stream ends too early, or there is no room for more. */
class Stop extends Error {}

class Inflater {
  /** @param {Uint8Array} content @param {number} maxBytes */
  constructor(content, maxBytes) {
    this.content = content;
    this.maxBytes = maxBytes;
    this.output = new Uint8Array(Math.min(FIRST_BYTES, maxBytes));
    this.length = this.at = this.held = this.count = 0;
  }

  /** The next bits, the lowest first. @param {number} wanted @returns {number} */
  bits(wanted) {
    while (this.count < wanted) {
      if (this.at >= this.content.length) throw new Stop();
      this.held |= this.content[this.at++] << this.count;
      this.count += 8;
    }
    const value = this.held & ((1 << wanted) - 1);
    this.held >>>= wanted;
    this.count -= wanted;
    return value;
  }

  /** The next symbol of a code. @param {Code} code @returns {number} */
  symbol({ counts, symbols, most }) {
    let code = 0, first = 0, index = 0;
    for (let length = 1; length <= most; length++) {
      code |= this.bits(1);
      const count = counts[length];
      if (code - count < first) return symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Stumble();
  }

  /** @param {number} byte */
  put(byte) {
    if (this.length >= this.maxBytes) throw new Stop();
    if (this.length === this.output.length) {
      const larger = new Uint8Array(Math.min(this.maxBytes, this.length * 2));
      larger.set(this.output);
      this.output = larger;
    }
    this.output[this.length++] = byte;
  }

  stored() {
    this.held = this.count = 0;
    const size = this.bits(16);
    if ((size ^ this.bits(16)) !== 0xffff) throw new Stumble();
    for (let left = size; left; left--) {
      if (this.at >= this.content.length) throw new Stop();
      this.put(this.content[this.at++]);
    }
  }

  /** @param {Code} literals @param {Code} distances */
  block(literals, distances) {
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol < 256) this.put(symbol);
      else if (symbol === 256) return;
      else this.copy(symbol - 257, distances);
    }
  }

  /** @param {number} symbol @param {Code} distances */
  copy(symbol, distances) {
    if (symbol >= LENGTHS.length) throw new Stumble();
    const length = LENGTHS[symbol] + this.bits(LENGTH_BITS[symbol]);
    const far = this.symbol(distances);
    if (far >= DISTANCES.length) throw new Stumble();
    const distance = DISTANCES[far] + this.bits(distanceBits(far));
    // In this order, as zlib does it.
    if (this.length >= this.maxBytes) throw new Stop();
    if (distance > this.length) throw new Stumble();
    for (let left = length; left; left--) this.put(this.output[this.length - distance]);
  }

  dynamic() {
    const literals = this.bits(5) + 257;
    const distances = this.bits(5) + 1;
    const codes = this.bits(4) + 4;
    if (literals > 286 || distances > 30) throw new Stumble();
    const sizes = new Array(19).fill(0);
    for (let index = 0; index < codes; index++) sizes[ORDER[index]] = this.bits(3);
    const lengths = this.lengths(code(sizes, false), literals + distances);
    if (!lengths[256]) throw new Stumble();
    this.block(code(lengths.slice(0, literals), true), code(lengths.slice(literals), true));
  }

  /** @param {Code} sizes @param {number} count @returns {number[]} */
  lengths(sizes, count) {
    /** @type {number[]} */
    const lengths = [];
    while (lengths.length < count) {
      // No code at all: each bit stands for a length of zero.
      const symbol = sizes.most ? this.symbol(sizes) : this.bits(1) * 0;
      if (symbol < 16) {
        lengths.push(symbol);
        continue;
      }
      if (symbol === 16 && !lengths.length) throw new Stumble();
      const value = symbol === 16 ? lengths[lengths.length - 1] : 0;
      const times = symbol === 16 ? 3 + this.bits(2) : symbol === 17 ? 3 + this.bits(3) : 11 + this.bits(7);
      if (lengths.length + times > count) throw new Stumble();
      for (let left = times; left; left--) lengths.push(value);
    }
    return lengths;
  }

  run() {
    const header = this.bits(8) * 256 + this.bits(8);
    if (header % 31 || (header >> 8 & 15) !== 8 || header >> 12 > 7) throw new Stumble();
    if (header & 32) {
      this.bits(16);
      this.bits(16);
      throw new Stumble();
    }
    for (let isLast = 0; !isLast;) {
      isLast = this.bits(1);
      const kind = this.bits(2);
      if (kind === 3) throw new Stumble();
      if (kind === 0) this.stored();
      else if (kind === 1) this.block(FIXED, FIXED_DISTANCES);
      else this.dynamic();
    }
    this.held = this.count = 0;
    let sum = 0;
    for (let left = 4; left; left--) sum = sum * 256 + this.bits(8);
    if (sum !== adler32(this.output.subarray(0, this.length))) throw new Stumble();
  }
}

/**
 * Lengths of the codes of all symbols, as tables. Throws: Stumble, for what is no code.
 * @param {number[]} lengths @param {boolean} mayBeOneBit
 */
function code(lengths, mayBeOneBit) {
  const counts = new Array(MOST_BITS + 1).fill(0);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;
  let left = 1, most = 0;
  for (let length = 1; length <= MOST_BITS; length++) {
    left = left * 2 - counts[length];
    if (left < 0) throw new Stumble();
    if (counts[length]) most = length;
  }
  if (left && most && !(mayBeOneBit && most === 1)) throw new Stumble();
  const starts = [0, 0];
  for (let length = 1; length < MOST_BITS; length++) starts.push(starts[length] + counts[length]);
  /** @type {number[]} */
  const symbols = [];
  lengths.forEach((length, symbol) => {
    if (length) symbols[starts[length]++] = symbol;
  });
  return { counts, symbols, most: most || +mayBeOneBit };
}

/** @param {number} count @param {number} value */
const times = (count, value) => new Array(count).fill(value);
const FIXED = code([...times(144, 8), ...times(112, 9), ...times(24, 7), ...times(8, 8)], true);
const FIXED_DISTANCES = code(times(32, 5), true);

/**
 * What a zlib stream holds, at most `maxBytes` of it; `end` is where reading ended. Throws: Stumble.
 * @param {Uint8Array} content @param {number} maxBytes
 * @returns {Inflated}
 */
export function inflate(content, maxBytes) {
  const inflater = new Inflater(content, maxBytes);
  let isFinished = true;
  try {
    inflater.run();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    isFinished = false;
  }
  return { output: inflater.output.subarray(0, inflater.length), end: inflater.at, isFinished };
}

/** @param {Uint8Array} content @returns {number} */
export function adler32(content) {
  let low = 1, high = 0;
  for (let at = 0; at < content.length;) {
    for (const end = Math.min(at + 3800, content.length); at < end; at++) high += low += content[at];
    low %= 65521;
    high %= 65521;
  }
  return high * 65536 + low;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? byte >>> 1 ^ 0xedb88320 : byte >>> 1;
  return byte;
});

/** @param {Uint8Array} content @returns {number} */
export function crc32(content) {
  let sum = -1;
  for (const byte of content) sum = sum >>> 8 ^ CRC_TABLE[(sum ^ byte) & 255];
  return ~sum >>> 0;
}
