/**
 * The plan for a PNG or APNG: chunks from an allow-list, everything else left out.
 *
 * It does not inflate the picture: bytes hidden inside IDAT behind the end of its zlib stream stay.
 * Source: PNG specification (third edition) section 11 (chunk contents).
 */

import { ascii, concat, toBytes, zeros } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { INFLATE_MAX_BYTES, REPORT_MAX_BYTES } from "../limits.js";
import { rebuildProfile } from "../metadata/icc.js";
import { UPRIGHT, canonicalExif, readOrientation } from "../metadata/orientation.js";
import { profileNames } from "../metadata/profile_names.js";
import { isPublicProfile } from "../metadata/profiles.js";
import { Draft } from "../plan.js";
import { END_CHUNK, SIGNATURE_BYTES, endsLater, walkChunks } from "./chunks.js";
import { ChunkReport, exifBlock, inflate } from "./png_report.js";

/**
 * @import { Source } from "../source.js"
 * @import { Chunk } from "./chunks.js"
 */

const GREY = 0;
const COLOUR = 2;
const PALETTE = 3;
const ALPHA_TYPES = [4, 6];

/** @typedef {(length: number) => boolean} Rule */

/** @param {number} first @param {number} last @returns {Rule} */
const from = (first, last) => (length) => length >= first && length <= last;
/** @param {...number} lengths @returns {Rule} */
const only = (...lengths) => (length) => lengths.includes(length);

// Lengths that decoders accept, in bytes: a longer one would be a hiding place.
const SINGLE = new Map([
  ["cHRM", only(32)],
  ["gAMA", only(4)],
  ["sRGB", only(1)],
  ["cICP", only(4)],
  ["mDCV", only(24)],
  ["mDCv", only(24)],
  ["cLLI", only(8)],
  ["cLLi", only(8)],
  ["sBIT", from(1, 4)],
  ["bKGD", only(1, 2, 6)],
  ["pHYs", only(9)],
  ["acTL", only(8)],
]);
const TRANSPARENCY_BYTES = new Map([[GREY, only(2)], [COLOUR, only(6)], [PALETTE, from(1, 256)]]);
const COLOUR_CHUNKS = ["cHRM", "gAMA", "sRGB", "cICP", "mDCV", "mDCv", "cLLI", "cLLi"];
const KEPT_CODES = new Map([["tRNS", "transparency"], ["pHYs", "print-size"], ["acTL", "animation"]]);
const HEADER_BYTES = 13;
const APPLE_BYTES = 4;
const FRAME_BYTES = new Map([["fcTL", only(26)], ["fdAT", from(4, Infinity)]]);
const STORED_BLOCK_BYTES = 65535;

/**
 * Fill `draft`. Throws: CleanError damaged, unsupported-variant or too-many-parts.
 * @param {Source} source @param {Draft} draft
 */
export function planPng(source, draft) {
  const planner = new PngPlanner(source, draft);
  for (const chunk of walkChunks(source)) planner.take(chunk);
  planner.write();
}

/** Takes chunk after chunk. What follows the first IDAT waits, since the orientation goes before it. */
class PngPlanner {
  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.source = source;
    this.draft = draft;
    this.rest = new Draft(source);
    this.report = new ChunkReport(source, draft);
    /** @type {Set<string>} */
    this.seen = new Set();
    this.colourType = -1;
    /** @type {Chunk | null} */
    this.exif = null;
    /** @type {Chunk | null} */
    this.end = null;
  }

  /** Decide about one chunk. @param {Chunk} chunk */
  take(chunk) {
    const kind = chunk.kind;
    if (!this.seen.size && kind !== "IHDR" && kind !== "CgBI") throw damaged("order");
    if (chunk.isCut) this.takeCut(chunk);
    else if (["IDAT", "fdAT", "fcTL"].includes(kind)) this.takePicture(chunk);
    else if (["IHDR", "CgBI", "PLTE", "IEND"].includes(kind)) this.takeCritical(chunk);
    else if (!(kind.charCodeAt(0) & 0x20)) throw new CleanError("unsupported-variant", { format: "png" });
    else this.takeExtra(chunk);
    this.seen.add(kind);
  }

  /** @returns {Draft} */
  out() {
    return this.seen.has("IDAT") ? this.rest : this.draft;
  }

  /** @param {Chunk} chunk */
  keep(chunk) {
    this.out().keep(chunk.start, chunk.size);
  }

  /** @param {Chunk} chunk */
  takeCut(chunk) {
    if ((chunk.kind !== "IDAT" && chunk.kind !== "fdAT") || !this.seen.has("IHDR")) {
      this.report.hidden(chunk);
    } else if (endsLater(this.source, chunk)) {
      throw damaged("size");
    } else if (chunk.kind === "IDAT" || this.seen.has("acTL")) {
      // Never before the first IDAT is seen, so that the orientation stays in front of it.
      this.rest.keep(chunk.start, chunk.size);
    }
  }

  /** @param {Chunk} chunk */
  takePicture(chunk) {
    if (!this.seen.has("IHDR")) throw damaged("order");
    if (chunk.kind !== "IDAT" && !this.seen.has("acTL")) {
      // Without acTL these frames are in the file and on no screen.
      this.report.unusedFrame(chunk);
      return;
    }
    const fits = FRAME_BYTES.get(chunk.kind) ?? from(0, 2 ** 31 - 1);
    if (!fits(chunk.length)) throw damaged("size");
    const out = chunk.kind === "IDAT" ? this.rest : this.out();
    out.keep(chunk.start, chunk.size);
  }

  /** @param {Chunk} chunk */
  takeCritical(chunk) {
    if (this.seen.has(chunk.kind)) throw damaged("order");
    if (chunk.kind === "IEND") this.end = chunk;
    else if (chunk.kind === "PLTE") this.takePalette(chunk);
    else if (chunk.length !== (chunk.kind === "IHDR" ? HEADER_BYTES : APPLE_BYTES)) throw damaged("size");
    else this.takeHeader(chunk);
  }

  /** @param {Chunk} chunk */
  takeHeader(chunk) {
    if (!this.seen.size) this.draft.keep(0, SIGNATURE_BYTES);
    if (chunk.kind === "IHDR") {
      this.colourType = chunk.read(this.source)[9];
      if (ALPHA_TYPES.includes(this.colourType)) this.draft.noteKept("transparency");
    }
    this.keep(chunk);
  }

  /** @param {Chunk} chunk */
  takePalette(chunk) {
    const isPalette = chunk.length % 3 === 0 && from(3, 768)(chunk.length);
    if (!isPalette || this.seen.has("IDAT")) throw damaged("size");
    if (this.colourType === GREY || this.colourType === 4) this.report.hidden(chunk);
    else this.keep(chunk);
  }

  /** @param {Chunk} chunk */
  takeExtra(chunk) {
    const { kind } = chunk;
    const fits = kind === "tRNS" ? (TRANSPARENCY_BYTES.get(this.colourType) ?? only()) : SINGLE.get(kind);
    if (kind === "eXIf") {
      this.takeExif(chunk);
    } else if (kind === "iCCP" && !["iCCP", "PLTE", "IDAT"].some((one) => this.seen.has(one))) {
      this.takeProfile(chunk);
    } else if (!fits) {
      this.report.dropped(chunk);
    } else if (this.seen.has(kind) || !fits(chunk.length) || this.seen.has("IDAT")) {
      // Given twice, with a wrong length or behind the picture, decoders ignore it.
      this.report.hidden(chunk);
    } else {
      this.noteKept(chunk);
      this.keep(chunk);
    }
  }

  /** @param {Chunk} chunk */
  noteKept(chunk) {
    const code = COLOUR_CHUNKS.includes(chunk.kind) ? "colours" : KEPT_CODES.get(chunk.kind);
    if (code) this.draft.noteKept(code);
  }

  /** @param {Chunk} chunk */
  takeExif(chunk) {
    if (!this.exif && chunk.length <= REPORT_MAX_BYTES) this.exif = chunk;
    else this.report.dropped(chunk);
  }

  /** @param {Chunk} chunk */
  takeProfile(chunk) {
    const original = this.inflatedProfile(chunk);
    const names = profileNames(original);
    /** @param {string} code @param {Record<string, string>} [values] */
    const find = (code, values) => this.draft.find(code, "iCCP", chunk.start, chunk.size, values);
    if (!this.draft.options.keepsColourProfile) {
      find("colour-profile", names);
      return;
    }
    const profile = rebuildProfile(original);
    if (!profile) {
      find("colour-profile-damaged", names);
      return;
    }
    this.draft.noteKept("colours");
    const literal = makeChunk("iCCP", concat([ascii("icc\0\0"), deflateStored(profile)]));
    const differs = this.draft.rewrite(literal, chunk.start) || chunk.size !== literal.length;
    if (differs) find("colour-profile", names);
    if (!isPublicProfile(profile)) find("colour-profile-custom");
  }

  /**
   * The profile as it came; empty when it cannot be read or is too large.
   * @param {Chunk} chunk
   * @returns {Uint8Array}
   */
  inflatedProfile(chunk) {
    if (chunk.length > REPORT_MAX_BYTES) return zeros(0);
    const content = chunk.read(this.source);
    const end = content.indexOf(0);
    const isZipped = end >= 0 && content[end + 1] === 0;
    return isZipped ? inflate(content.subarray(end + 2), INFLATE_MAX_BYTES) : zeros(0);
  }

  /** Write the plan. Throws: CleanError damaged, when there is no picture. */
  write() {
    if (!this.rest.outputBytes || !this.seen.has("IDAT")) throw damaged("no-picture");
    this.writeExif();
    this.draft.extend(this.rest);
    if (!this.end) {
      this.draft.find("damaged-end", "end", this.source.size, 0);
      return;
    }
    this.draft.rewrite(END_CHUNK, this.end.start);
    if (this.end.length) this.draft.find("hidden-bytes", "IEND", this.end.start, this.end.length);
    this.report.leftover(this.end.end);
  }

  writeExif() {
    if (!this.exif) return;
    const content = this.exif.read(this.source);
    const orientation = readOrientation(exifBlock(content));
    /** @type {Uint8Array} */
    let literal = zeros(0);
    if (orientation !== UPRIGHT) {
      literal = makeChunk("eXIf", canonicalExif(orientation));
      this.draft.noteKept("orientation");
    }
    if (this.draft.rewrite(literal, this.exif.start) || this.exif.size !== literal.length) {
      this.report.exif(this.exif, content);
    }
  }
}

/**
 * A chunk with its length and checksum.
 * @param {string} kind @param {Uint8Array} content
 * @returns {Uint8Array}
 */
export function makeChunk(kind, content) {
  const checked = concat([ascii(kind), content]);
  return concat([toBytes(content.length, 4), checked, toBytes(crc32(checked), 4)]);
}

/** @param {Uint8Array} content */
function crc32(content) {
  let sum = -1;
  for (const byte of content) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** @param {Uint8Array} content */
function adler32(content) {
  let low = 1;
  let high = 0;
  for (const byte of content) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

/**
 * A zlib stream that stores without compressing: the same bytes in every language.
 * @param {Uint8Array} content
 * @returns {Uint8Array}
 */
export function deflateStored(content) {
  const pieces = [ascii("\x78\x01")];
  for (let start = 0; start < content.length; start += STORED_BLOCK_BYTES) {
    const block = content.subarray(start, start + STORED_BLOCK_BYTES);
    const isLast = start + STORED_BLOCK_BYTES >= content.length;
    const { length } = block;
    pieces.push(Uint8Array.of(isLast ? 1 : 0), toBytes(length, 2, "little"));
    pieces.push(toBytes(length ^ 0xffff, 2, "little"), block);
  }
  return concat([...pieces, toBytes(adler32(content), 4)]);
}
