/**
 * What becomes of the content of a property that a kept item has: as long, and only what shows the picture.
 * Source: ISO/IEC 23008-12 section 6.5; ISO/IEC 14496-12 sections 12.1.4 to 12.1.8; AV1 image format, 2.3.
 */

import { ascii, concat, latin1, ljust, toNumber, zeros } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_CONFIGURATION_BYTES, REPORT_MAX_BYTES } from "../limits.js";
import { profileInPlace } from "../metadata/icc_inplace.js";
import { scrubAv1, scrubAvc, scrubHevc, scrubMessageUnit } from "./sei.js";

/** @import { Scrubbed } from "./sei.js" */

// From 23008-12 and its HEVC, AVC and AV1 relatives.
export const ALPHA_TYPES = new Set([
  "urn:mpeg:hevc:2015:auxid:1",
  "urn:mpeg:avc:2015:auxid:1",
  "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha",
]);
export const PROFILE_KINDS = ["prof", "rICC"];
// Their messages are read byte by byte.
export const CONFIGURATION_KINDS = new Set(["hvcC", "avcC", "av1C"]);
const FULL_BOX_BYTES = 4;
const MESSAGE_UNITS = [39, 40];
const SUBTYPE_MAX_BYTES = 64;

/** New content of the old length, and how many bytes of what changed; `content` is null when it has to go. */
export class Cleaned {
  /** @param {Uint8Array | null} content @param {number} [hiddenBytes] @param {number} [encoderBytes] */
  constructor(content, hiddenBytes = 0, encoderBytes = 0) {
    this.content = content;
    this.hiddenBytes = hiddenBytes;
    this.encoderBytes = encoderBytes;
  }
}

/**
 * The content without what shows nothing.
 * @param {string} kind @param {Uint8Array} content
 * @returns {Cleaned}
 */
export function cleanProperty(kind, content) {
  return CLEANERS.get(kind)?.(content) ?? new Cleaned(null);
}

/**
 * The name in an `auxC` property that says what an auxiliary picture is for.
 * @param {Uint8Array} content
 * @returns {string}
 */
export function auxiliaryType(content) {
  const name = content.subarray(FULL_BOX_BYTES);
  const end = name.indexOf(0);
  return latin1(end < 0 ? name : name.subarray(0, end));
}

/**
 * The used part, and zeros up to the old length.
 * @param {Uint8Array} content @param {...ArrayLike<number>} parts
 */
function trimmed(content, ...parts) {
  const used = concat(parts);
  if (used.length > content.length) throw damaged("size");
  const cleaned = ljust(used, content.length);
  let changed = 0;
  for (let at = 0; at < content.length; at += 1) changed += Number(content[at] !== cleaned[at]);
  return new Cleaned(cleaned, changed);
}

/** @param {Uint8Array} content @param {number} length */
function first(content, length) {
  if (content.length < length) throw damaged("size");
  return content.subarray(0, length);
}

/** @param {Uint8Array} content */
function checkVersion(content) {
  if (first(content, FULL_BOX_BYTES)[0] !== 0) throw new CleanError("unsupported-variant");
}

/** @typedef {(content: Uint8Array) => Cleaned} Clean */

/** A property of so many bytes. @param {number} length @returns {Clean} */
function plain(length) {
  return (content) => trimmed(content, first(content, length));
}

/** One byte, of which these bits count. @param {number} mask @returns {Clean} */
function masked(mask) {
  return (content) => trimmed(content, [first(content, 1)[0] & mask]);
}

/** A full box of version 0 without flags, and so many bytes. @param {number} length @returns {Clean} */
function full(length) {
  return (content) => {
    checkVersion(content);
    return trimmed(content, zeros(FULL_BOX_BYTES), first(content.subarray(FULL_BOX_BYTES), length));
  };
}

/**
 * Bits of each channel; without the flag, and so without the names of channels that come with it.
 * @param {Uint8Array} content
 */
function depths(content) {
  checkVersion(content);
  const count = first(content, FULL_BOX_BYTES + 1)[FULL_BOX_BYTES];
  const used = first(content, FULL_BOX_BYTES + 1 + count);
  return trimmed(content, zeros(FULL_BOX_BYTES), used.subarray(FULL_BOX_BYTES));
}

/** @param {Uint8Array} content */
function layerSizes(content) {
  const isLarge = first(content, 1)[0] & 1;
  return trimmed(content, [isLarge], first(content, isLarge ? 13 : 7).subarray(1));
}

/** @param {Uint8Array} content */
function colour(content) {
  const kind = first(content, 4);
  if (latin1(kind) === "nclx") {
    const used = first(content, 11);
    return trimmed(content, used.subarray(0, 10), [used[10] & 0x80]);
  }
  if (PROFILE_KINDS.includes(latin1(kind)) && content.length <= REPORT_MAX_BYTES) {
    const rebuilt = profileInPlace(content.subarray(4));
    return new Cleaned(rebuilt && concat([kind, rebuilt]));
  }
  return new Cleaned(null);
}

/**
 * The type and, for HEVC, a message that says how alpha is meant; other auxiliary pictures have no place.
 * @param {Uint8Array} content
 */
function alpha(content) {
  checkVersion(content);
  const name = auxiliaryType(content);
  if (!ALPHA_TYPES.has(name)) return new Cleaned(null);
  const used = concat([zeros(FULL_BOX_BYTES), ascii(name), zeros(1)]);
  return trimmed(content, used, alphaMessage(content.subarray(used.length)));
}

/**
 * The message unit, with a length of four bytes before it or without; empty for anything else.
 * @param {Uint8Array} subtype
 */
function alphaMessage(subtype) {
  const start = subtype.subarray(0, 4);
  const head = toNumber(start) === subtype.length - 4 ? start : zeros(0);
  const unit = subtype.subarray(head.length);
  const isMessage = unit.length > 2 && MESSAGE_UNITS.includes((unit[0] >> 1) & 63);
  if (!isMessage || subtype.length > SUBTYPE_MAX_BYTES) return zeros(0);
  return concat([head, scrubMessageUnit(unit).content]);
}

/**
 * How a coded picture has to be read.
 * @param {(content: Uint8Array) => Scrubbed} scrub
 * @returns {Clean}
 */
function configuration(scrub) {
  return (content) => {
    // Their messages are read byte by byte.
    if (content.length > MAX_CONFIGURATION_BYTES) throw new CleanError("too-many-parts");
    const scrubbed = scrub(content);
    return new Cleaned(scrubbed.content, scrubbed.hiddenBytes, scrubbed.encoderBytes);
  };
}

const CLEANERS = new Map([
  ["ispe", full(8)],
  ["pixi", depths],
  ["pasp", plain(8)],
  ["colr", colour],
  ["clli", plain(4)],
  ["mdcv", plain(24)],
  ["amve", plain(8)],
  ["irot", masked(3)],
  ["imir", masked(1)],
  ["clap", plain(32)],
  ["iscl", full(8)],
  ["auxC", alpha],
  ["a1op", plain(1)],
  ["a1lx", layerSizes],
  ["lsel", plain(2)],
  ["hvcC", configuration(scrubHevc)],
  ["avcC", configuration(scrubAvc)],
  ["av1C", configuration(scrubAv1)],
]);
export const KNOWN_KINDS = new Set(CLEANERS.keys());
