/**
 * What becomes of the boxes that tell a decoder how to read a track: the same length, and only what it needs.
 * A box that is not on the list has no place there. Coded parameter sets are not looked into.
 * Source: design document metadata.md, section 10 (stsd); the standards are named in configuration.py.
 */

import { ascii, concat, latin1, startsWith } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { number } from "./box_sizes.js";
import { Fields, unsigned } from "./fields.js";
import { ALPHA_TYPES, Cleaned, cleanProperty } from "./property_content.js";
import { scrubMessageUnit } from "./sei.js";

const SHARED = new Set("hvcC avcC av1C pasp colr clap clli mdcv amve".split(" "));
const FULL_BOX_BYTES = 4;
const VENDOR_BYTES = 4;
const HEVC_MESSAGES = [39, 40];
const LAYERED_HEAD_BYTES = 5;
const STREAM_INFORMATION = 0;
const PADDING_BLOCK = 1;
const BLOCK_HEAD_BYTES = 4;
const STREAM = 3;
const DECODER = 4;
const SPECIFIC = 5;
const SYNCHRONISATION = 6;
const DECODER_BYTES = 13;
const SYNCHRONISATION_BYTES = 16;

/**
 * New content of the same length; null for a box that has no place there.
 * @param {string} kind @param {Uint8Array} content
 * @returns {Cleaned}
 */
export function cleanConfiguration(kind, content) {
  if (kind === "colr" && startsWith(content, ascii("nclc"))) return first(content, 10);
  if (SHARED.has(kind)) return cleanProperty(kind, content);
  const clean = CLEANERS.get(kind);
  return clean ? clean(content) : new Cleaned(null);
}

/** How many bytes are not zero. @param {Uint8Array} content @returns {number} */
export function nonZero(content) {
  let count = 0;
  for (const byte of content) if (byte) count += 1;
  return count;
}

/**
 * How many bytes differ.
 * @param {Uint8Array} old @param {Uint8Array} other of the same length
 * @returns {number}
 */
export function differing(old, other) {
  let count = 0;
  for (let at = 0; at < old.length; at += 1) if (old[at] !== other[at]) count += 1;
  return count;
}

/**
 * The first bytes, and zeros behind them.
 * @param {Uint8Array} content @param {number} length
 * @returns {Cleaned}
 */
export function first(content, length) {
  if (length > content.length) throw damaged("size");
  const cleaned = new Uint8Array(content.length);
  cleaned.set(content.subarray(0, length));
  return new Cleaned(cleaned, nonZero(content.subarray(length)));
}

/** @param {number} length @returns {(content: Uint8Array) => Cleaned} */
const plain = (length) => (content) => first(content, length);

/**
 * The name of the maker of the encoder comes first and goes.
 * @param {number} length
 * @returns {(content: Uint8Array) => Cleaned}
 */
const withoutVendor = (length) => (content) => {
  const used = first(content, length);
  const vendor = content.subarray(0, VENDOR_BYTES);
  const cleaned = /** @type {Uint8Array} */ (used.content).fill(0, 0, VENDOR_BYTES);
  return new Cleaned(cleaned, used.hiddenBytes, nonZero(vendor));
};

/** @param {Uint8Array} content */
function h263(content) {
  const hasRates = startsWith(content, ascii("\0\0\0\x10bitr"), 7);
  return withoutVendor(hasRates ? 23 : 7)(content);
}

/** Apple Lossless: 24 bytes, and the order of the channels where there is one. @param {Uint8Array} content */
function lossless(content) {
  const hasLayout = startsWith(content, ascii("\0\0\0\x18chan"), 28);
  return first(content, hasLayout ? 52 : 28);
}

/** @param {Uint8Array} content */
function opus(content) {
  if (content.length < 11) throw damaged("size");
  return first(content, content[10] ? 13 + content[1] : 11);
}

/**
 * Enhanced AC-3: each substream, and two bytes that say whether there are objects.
 * @param {Uint8Array} content
 */
function enhanced(content) {
  const fields = new Fields(content);
  for (let left = (fields.number(2) & 7) + 1; left > 0; left -= 1) {
    const substream = fields.number(3);
    fields.raw(substream >> 1 & 15 ? 1 : 0);
  }
  return first(content, fields.at + Math.min(fields.rest.length, 2));
}

/** @param {Uint8Array} content */
const channels = (content) => first(content, 16 + 20 * number(content, 12));

/** What an auxiliary track is for: only transparency has a place. @param {Uint8Array} content */
function alpha(content) {
  const name = latin1(content.subarray(FULL_BOX_BYTES)).split("\0", 1)[0];
  if (!ALPHA_TYPES.has(name)) return new Cleaned(null);
  return first(content, Math.min(FULL_BOX_BYTES + name.length + 1, content.length));
}

/** The second layer of an HEVC stream, as in stereo films. @param {Uint8Array} content */
function layered(content) {
  const fields = new Fields(content);
  const pieces = [fields.raw(LAYERED_HEAD_BYTES)];
  const arrays = fields.raw(1);
  pieces.push(arrays);
  let hidden = 0;
  let encoder = 0;
  for (let array = 0; array < arrays[0]; array += 1) {
    const head = fields.raw(3);
    pieces.push(head);
    for (let left = unsigned(head.subarray(1)); left > 0; left -= 1) {
      const length = fields.raw(2);
      let unit = fields.raw(unsigned(length));
      if (unit.length && HEVC_MESSAGES.includes(unit[0] >> 1 & 63)) {
        const scrubbed = scrubMessageUnit(unit);
        unit = scrubbed.content;
        hidden += scrubbed.hiddenBytes;
        encoder += scrubbed.encoderBytes;
      }
      pieces.push(length, unit);
    }
  }
  const rest = fields.rest;
  return new Cleaned(concat([...pieces, new Uint8Array(rest.length)]), hidden + nonZero(rest), encoder);
}

/** The stream information; comments and pictures become padding. @param {Uint8Array} content */
function flac(content) {
  const fields = new Fields(content);
  const pieces = [fields.raw(FULL_BOX_BYTES)];
  let hidden = 0;
  let isLast = false;
  while (!isLast) {
    let head = fields.raw(BLOCK_HEAD_BYTES);
    isLast = head[0] >= 0x80;
    let block = fields.raw(unsigned(head.subarray(1)));
    if ((head[0] & 0x7f) !== STREAM_INFORMATION) {
      hidden += nonZero(block);
      head = Uint8Array.of(head[0] & 0x80 | PADDING_BLOCK, ...head.subarray(1));
      block = new Uint8Array(block.length);
    }
    pieces.push(head, block);
  }
  const rest = fields.rest;
  return new Cleaned(concat([...pieces, new Uint8Array(rest.length)]), hidden + nonZero(rest));
}

/**
 * Descriptors from the list; of others only tag and length stay, so that nothing moves.
 * @param {Uint8Array} content
 */
function elementaryStream(content) {
  const cleaned = new Uint8Array(content.length);
  cleaned.set(content.subarray(0, FULL_BOX_BYTES));
  new Descriptors(content, cleaned).clean(FULL_BOX_BYTES, content.length, 0);
  return new Cleaned(cleaned, differing(content, cleaned));
}

/** Copies from the old bytes what stays. */
class Descriptors {
  #old;
  #new;

  /** @param {Uint8Array} old @param {Uint8Array} new_ */
  constructor(old, new_) {
    this.#old = old;
    this.#new = new_;
  }

  /**
   * Go through the descriptors from `start` to `end` that stand in one of the kind `parent`.
   * @param {number} start @param {number} end @param {number} parent
   */
  clean(start, end, parent) {
    while (start < end) {
      const [content, length] = this.#length(start + 1, end);
      const kind = this.#old[start];
      const isKnown = DESCRIPTORS.get(kind) === parent;
      if (!isKnown && parent === 0) {
        // Nothing follows behind the one descriptor of the box.
        if (start > FULL_BOX_BYTES) return;
        throw new CleanError("unsupported-variant");
      }
      this.#keep(start, content);
      if (isKnown) this.#take(kind, content, Math.min(content + length, end));
      start = content + length;
    }
  }

  /** @param {number} start @param {number} end */
  #keep(start, end) {
    this.#new.set(this.#old.subarray(start, end), start);
  }

  /**
   * Where the content of a descriptor starts, and how long it says to be.
   * @param {number} at @param {number} end
   */
  #length(at, end) {
    let length = 0;
    for (let turn = 0; turn < 4; turn += 1) {
      if (at >= end) throw damaged("size");
      const piece = this.#old[at];
      length = length << 7 | piece & 127;
      at += 1;
      if (piece < 128) break;
    }
    return [at, length];
  }

  /** @param {number} kind @param {number} start @param {number} end */
  #take(kind, start, end) {
    if (kind === SPECIFIC) {
      this.#keep(start, end);
    } else if (kind === SYNCHRONISATION) {
      const isCustom = start < end && this.#old[start] === 0;
      this.#keep(start, Math.min(end, start + (isCustom ? SYNCHRONISATION_BYTES : 1)));
    } else {
      const head = kind === DECODER ? DECODER_BYTES : this.#streamHead(start, end);
      if (start + head > end) throw damaged("size");
      this.#keep(start, start + head);
      this.clean(start + head, end, kind);
    }
  }

  /** @param {number} start @param {number} end */
  #streamHead(start, end) {
    if (start + 3 > end) throw damaged("size");
    const flags = this.#old[start + 2];
    // A stream that is somewhere else on the network.
    if (flags & 0x40) throw new CleanError("unsupported-variant");
    return 3 + (flags & 0x80 ? 2 : 0) + (flags & 0x20 ? 2 : 0);
  }
}

// Each descriptor with the one it stands in.
const DESCRIPTORS = new Map([[STREAM, 0], [DECODER, STREAM], [SYNCHRONISATION, STREAM], [SPECIFIC, DECODER]]);

const CLEANERS = new Map([
  ["hvcE", (content) => cleanProperty("hvcC", content)],
  ["lhvC", layered],
  ["vvcC", (content) => new Cleaned(content)],
  ["vpcC", (content) => first(content, content[0] > 0 ? 12 : 10)],
  ["dvcC", plain(24)],
  ["dvvC", plain(24)],
  ["dvwC", plain(24)],
  ["fiel", plain(2)],
  ["enda", plain(2)],
  ["gama", plain(4)],
  ["frma", plain(4)],
  ["btrt", plain(12)],
  ["ccst", plain(8)],
  ["srat", plain(8)],
  ["CoLL", plain(8)],
  ["SmDm", plain(28)],
  ["pcmC", plain(6)],
  ["auxi", alpha],
  ["esds", elementaryStream],
  ["dac3", plain(3)],
  ["dec3", enhanced],
  ["dOps", opus],
  ["dfLa", flac],
  ["alac", lossless],
  ["damr", withoutVendor(9)],
  ["d263", h263],
  ["chan", channels],
]);
