/**
 * What programs and phones hang onto the end of a picture: found by the mark at its end, told apart by parts.
 * Pictures and videos inside are left to `tail`. Trailers without a length of their own are only named. Every
 * offset is compared with the file first: a trailer that points elsewhere is none.
 *
 * Source: AXS AFCP 1.2; ExifTool 13.59, tag names of Samsung, FotoStation, PhotoMechanic, CanonVRD, Trailer.
 */

import { ascii, endsWith, latin1, startsWith, toNumber, u16, u32 } from "../bytes.js";
import { makeFinding } from "../findings.js";
import { REPORT_MAX_BYTES } from "../limits.js";
import { reportIptc } from "../metadata/iptc.js";
import { momentText } from "../metadata/moments.js";
import { VALUE_MAX_BYTES, readText } from "../metadata/text.js";

/**
 * @import { Finding } from "../findings.js"
 * @import { Source } from "../source.js"
 */

/** @typedef {{name: string, start: number, end: number, parts: Part[]}} Trailer */

const TRAILERS_MAX = 8;
const PARTS_MAX = 64;
const FOOTER_BYTES = 64;
const SAMSUNG_FOOTER_BYTES = 8;
const AFCP_FOOTER_BYTES = 12;
const FOTOSTATION_FOOTER_BYTES = 10;
const MECHANIC_FOOTER_BYTES = 12;
const SAMSUNG_MARK = ascii("SEFT");
const FOTOSTATION_MARK = ascii("\xa1\xb2\xc3\xd4");
const MECHANIC_MARK = ascii("cbipcbbl");
const VRD_MARK = ascii("CANON OPTIONAL DATA\0");
const VRD_AROUND_BYTES = 0x5c;
const IPTC = "IPTC";
const TEXT = "text";
const AFCP_KINDS = new Map([["IPTC", IPTC], ["TEXT", TEXT]]);
const AFCP_PICTURES = ["Nail", "PrVw"];
const SAMSUNG_TIME = "Image_UTC_Data";
const SAMSUNG_COUNTRY = "MCC_Data";
const SAMSUNG_SOUND = "SoundShot_0";
/** @type {[Uint8Array, string][]} */
const NAMED_ONLY = [
  [ascii("\xff\xff\xff\xff\x1b*9HWfu\x84\x93\xa2\xb1"), "vivo"],
  [ascii("8db42d694ccc418790edff439fe026bf"), "Insta360"],
  [ascii("\0\0\0\0\0\0/NIKON APP"), "Nikon"],
];

/** One part of a trailer: what kind it is, or the maker's own name for it, and where it is. */
class Part {
  /** @param {string} kind @param {number} start @param {number} size @param {boolean} [isMedia] */
  constructor(kind, start, size, isMedia = false) {
    this.kind = kind;
    this.start = start;
    this.size = size;
    this.isMedia = isMedia;
  }

  /**
   * What a part that is no picture and no video gives away; none when it says nothing.
   * @param {Source} source
   * @returns {Finding[]}
   */
  findings(source) {
    const { kind, start, size } = this;
    const place = { part: "trailer", offset: start };
    const text = readText(source.read(start, Math.min(size, VALUE_MAX_BYTES)));
    if (kind === IPTC) {
      return reportIptc(source.read(start, Math.min(size, REPORT_MAX_BYTES)), place.part, start);
    }
    if (kind === TEXT) return [makeFinding("comment", place, size, { value: text })];
    if (kind === SAMSUNG_TIME && /^[0-9]{1,15}$/.test(text)) {
      return [makeFinding("time", place, size, { value: momentText(Math.floor(Number(text) / 1000)) })];
    }
    if (kind === SAMSUNG_COUNTRY && text) {
      return [makeFinding("location", place, size, { name: `mobile country code ${text}` })];
    }
    if (!kind) return [];
    const code = kind.toLowerCase().includes("depth") ? "depth-layer" : "vendor-data";
    const fourcc = kind.startsWith(SAMSUNG_SOUND) ? "sound recording" : kind;
    return [makeFinding(code, place, size, { fourcc })];
  }
}

/**
 * The trailers at the end of the file that begin at `start` or later, in the order of the file.
 * @param {Source} source @param {number} start
 * @returns {Trailer[]}
 */
export function findTrailers(source, start) {
  const found = [];
  let end = source.size;
  while (found.length < TRAILERS_MAX && start < end) {
    const trailer = findOne(source, start, end);
    if (trailer === null) break;
    found.unshift(trailer);
    end = trailer.start;
  }
  return found;
}

/**
 * A trailer: whose it is, and where it begins and ends.
 * @param {string} name @param {number} start @param {number} end @param {Part[]} [parts]
 */
function makeTrailer(name, start, end, parts = []) {
  return { name, start, end, parts };
}

/** @param {Source} source @param {number} start @param {number} end */
function findOne(source, start, end) {
  const footer = readFooter(source, start, end);
  for (const find of [samsung, afcp, fotostation, photoMechanic, canon]) {
    const trailer = find(source, footer, end);
    if (trailer && start <= trailer.start && trailer.start < end) return trailer;
  }
  return null;
}

/** @param {Source} source @param {number} start @param {number} end */
function readFooter(source, start, end) {
  return source.window(Math.max(end - FOOTER_BYTES, start), Math.min(FOOTER_BYTES, end - start));
}

/**
 * Whose the bytes are that a trailer of unknown length ends with; empty when nobody's.
 * @param {Source} source @param {number} start @param {number} end
 * @returns {string}
 */
export function nameOfRest(source, start, end) {
  const footer = readFooter(source, start, end);
  if (latin1(footer.subarray(-8, -4)) === "jxrs" && footer[footer.length - 1] === 0) return "OnePlus";
  const named = NAMED_ONLY.find(([mark]) => endsWith(footer, mark));
  return named ? named[1] : "";
}

/**
 * A directory between SEFH and SEFT; its entries say how far before it their blocks begin.
 * @param {Source} source @param {Uint8Array} footer @param {number} end
 */
function samsung(source, footer, end) {
  if (!endsWith(footer, SAMSUNG_MARK)) return null;
  const size = toNumber(footer.subarray(-8, -4), "little");
  const directory = end - SAMSUNG_FOOTER_BYTES - size;
  if (size < 12 || directory < 0 || latin1(source.read(directory, 4)) !== "SEFH") return null;
  const blocks = [...samsungBlocks(source, directory, size)];
  const start = blocks.length ? Math.min(...blocks.map(([block]) => block)) : directory;
  return makeTrailer("Samsung", start, end, blocks.map(([, part]) => part));
}

/**
 * Where each block begins, and what it holds behind its type, the length of its name, and its name.
 * @param {Source} source @param {number} directory @param {number} size
 * @returns {Generator<[number, Part]>}
 */
function* samsungBlocks(source, directory, size) {
  const said = u32(source.read(directory + 8, 4), 0, "little");
  const count = Math.min(said, Math.floor((size - 12) / 12), PARTS_MAX);
  for (let number = 0; number < count; number += 1) {
    const entry = source.read(directory + 12 + 12 * number, 12);
    const back = u32(entry, 4, "little");
    const length = u32(entry, 8, "little");
    if (length < 8 || length > back || back > directory) return;
    const block = directory - back;
    const nameBytes = u32(source.read(block + 4, 4), 0, "little");
    const left = length - 8 - nameBytes;
    if (left < 0) return;
    const name = latin1(source.read(block + 8, Math.min(nameBytes, FOOTER_BYTES)));
    const start = block + 8 + nameBytes;
    yield [block, new Part(name, start, left, isMedia(source, start, left))];
  }
}

/** @param {Source} source @param {Uint8Array} footer @param {number} end */
function afcp(source, footer, end) {
  const mark = latin1(footer.subarray(-AFCP_FOOTER_BYTES).subarray(0, 4));
  if (mark !== "AXS!" && mark !== "AXS*") return null;
  const order = mark === "AXS!" ? "big" : "little";
  const start = toNumber(footer.subarray(-8, -4), order);
  if (start + 12 > end || latin1(source.read(start, 4)) !== mark) return null;
  const count = Math.min(u16(source.read(start + 6, 2), 0, order), PARTS_MAX);
  const parts = [];
  for (let at = start + 12; at < Math.min(start + 12 + 12 * count, end - 11); at += 12) {
    const entry = source.read(at, 12);
    const kind = latin1(entry.subarray(0, 4));
    const size = u32(entry, 4, order);
    const offset = u32(entry, 8, order);
    if (start <= offset && offset + size <= end) {
      // A preview has a head of at least ten bytes, which the walk over the part steps over.
      parts.push(new Part(AFCP_KINDS.get(kind) ?? "", offset, size, AFCP_PICTURES.includes(kind)));
    }
  }
  return makeTrailer("AFCP", start, end, parts);
}

/** @param {Source} source @param {Uint8Array} footer @param {number} end */
function fotostation(source, footer, end) {
  if (!endsWith(footer, FOTOSTATION_MARK) || footer.length < FOTOSTATION_FOOTER_BYTES) return null;
  const number = u16(footer, footer.length - 10);
  const whole = u32(footer, footer.length - 8);
  if (whole < FOTOSTATION_FOOTER_BYTES || whole > end) return null;
  const start = end - whole;
  const size = whole - FOTOSTATION_FOOTER_BYTES;
  const part = new Part(number === 1 ? IPTC : "", start, size, isMedia(source, start, size));
  return makeTrailer("FotoStation", start, end, [part]);
}

/** @param {Source} source @param {Uint8Array} footer @param {number} end */
function photoMechanic(source, footer, end) {
  if (!endsWith(footer, MECHANIC_MARK)) return null;
  const size = toNumber(footer.subarray(-MECHANIC_FOOTER_BYTES, -8));
  return makeTrailer("Photo Mechanic", end - MECHANIC_FOOTER_BYTES - size, end);
}

/** @param {Source} source @param {Uint8Array} footer @param {number} end */
function canon(source, footer, end) {
  if (!startsWith(footer, VRD_MARK) || footer.length < FOOTER_BYTES) return null;
  return makeTrailer("Canon", end - VRD_AROUND_BYTES - u32(footer, 0x14), end);
}

/** @param {Source} source @param {number} start @param {number} size */
function isMedia(source, start, size) {
  const head = latin1(source.window(start, Math.min(size, 8)));
  return head.startsWith("\xff\xd8\xff") || head.startsWith("ftyp", 4);
}
