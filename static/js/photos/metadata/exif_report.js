/**
 * What an EXIF block gives away, as findings. It never influences what is kept.
 * Source: Exif 3.0 tables of tags.
 */

import { ascii, equal, startsWith } from "../bytes.js";
import { NOWHERE } from "../extents.js";
import { makeFinding, strip } from "../findings.js";
import { REPORT_MAX_BYTES } from "../limits.js";
import { JPEG_MARK, reportPictures, thumbnail } from "../previews.js";
import { readDirectories } from "./exif.js";
import { reportNote } from "./maker_notes.js";
import { readableTime } from "./moments.js";
import { LATITUDE_LIMIT, LONGITUDE_LIMIT, degreesText, fraction } from "./position.js";
import { isPrompt } from "./prompts.js";
import { decodeWide, readTerminated, readText, utf16 } from "./text.js";
import { reportXmp } from "./xmp.js";

/**
 * @import { ByteOrder } from "../bytes.js"
 * @import { Extents } from "../extents.js"
 * @import { Finding, Place } from "../findings.js"
 * @import { Directories, Entry } from "./exif.js"
 * @import { Fraction } from "./position.js"
 */

export const MAKE = 0x010f;
export const MODEL = 0x0110;
export const HOST = 0x013c;
export const LENS_MAKE = 0xa433;
export const LENS_MODEL = 0xa434;
export const UNIQUE_MODEL = 0xc614;
export const MAKER_NOTE = 0x927c;
export const PRIVATE_NOTE = 0xc634;
export const XMP_PACKET = 0x02bc;

/** @type {[number, string][]} */
const TEXTS = [
  [0x000b, "software"],
  [0x010d, "description"],
  [0x010e, "description"],
  [0x0131, "software"],
  [0xa436, "description"],
  [0xa439, "software"],
  [0xa43a, "software"],
  [0xa43b, "software"],
  [0xa43c, "software"],
  [0x9c9b, "description"],
  [0x9c9c, "comment"],
  [0x9c9e, "keywords"],
  [0x9c9f, "description"],
];
const PEOPLE = [0x013b, 0x8298, 0xa430, 0xa437, 0xa438, 0x9c9d];
const SERIALS = [0xa420, 0xa431, 0xa435, 0xc62f, 0xc68b];
const TIMES = [0x9003, 0x9004, 0x0132];
const OFFSET_TIME = 0x9011;
const USER_COMMENT = 0x9286;
const WIDE_TEXT_START = 0x9c9b;
const WIDE_TEXT_END = 0x9ca0;
const LATITUDE_SIDE = 1;
const LATITUDE = 2;
const LONGITUDE_SIDE = 3;
const LONGITUDE = 4;
// Altitude, speed, track, direction of view, destination, positioning error: each of them hints at a place.
const PLACE_HINTS = [5, 6, 12, 13, 14, 15, 16, 17, 20, 22, 31];
const GPS_TIME = 7;
const GPS_AREA = 28;
const GPS_DATE = 29;
const PREVIEW_START = 0x0201;
const PREVIEW_SIZE = 0x0202;
const STRIP_SIZE = 0x0117;

/**
 * Findings for an EXIF block that starts with its TIFF header; `extents` say where its own bytes are.
 * @param {Uint8Array} block @param {string} part @param {number} offset @param {Extents} [extents]
 * @returns {Finding[]}
 */
export function reportExif(block, part, offset, extents = NOWHERE) {
  const place = { part, offset };
  const directories = readDirectories(block);
  if (!directories) return [makeFinding("unknown-part", place, block.length, { fourcc: part })];
  const report = new Report(directories, place, block.length, extents);
  const found = [...report.findings()];
  found.push(...reportPictures(block, part, offset, extents, report.toldPictures));
  // Settings such as exposure have no sentence of their own; the block is still named.
  return found.length ? found : [makeFinding("vendor-data", place, block.length, { fourcc: part })];
}

/**
 * Findings for directories of `size` bytes that are read already; none when they say nothing known.
 * @param {Directories} directories @param {Place} place @param {number} size @param {Extents} [extents]
 * @returns {Finding[]}
 */
export function reportDirectories(directories, place, size, extents = NOWHERE) {
  return [...new Report(directories, place, size, extents).findings()];
}

/** Looks through the directories once; each method gives the findings of one kind. */
class Report {
  /** @param {Directories} directories @param {Place} place @param {number} size @param {Extents} extents */
  constructor(directories, place, size, extents) {
    this.directories = directories;
    this.place = place;
    this.size = size;
    this.extents = extents;
    this.reader = directories.reader;
    /** @type {number[]} */
    this.toldPictures = [];
    this.all = new Map([...directories.exif, ...directories.main]);
  }

  *findings() {
    yield* this.location();
    yield* this.times();
    yield* this.devices();
    yield* this.joined("person", PEOPLE);
    yield* this.joined("serial", SERIALS);
    yield* this.texts();
    yield* this.notes();
    yield* this.packet();
    yield* this.preview();
  }

  /** @param {string} code @param {Record<string, string>} [values] @returns {Finding} */
  make(code, values = {}) {
    return makeFinding(code, this.place, this.size, values);
  }

  /** @param {number} tag @returns {string} */
  text(tag) {
    const entry = this.all.get(tag);
    if (!entry) return "";
    const raw = this.reader.raw(entry);
    const isWide = tag >= WIDE_TEXT_START && tag < WIDE_TEXT_END;
    return isWide ? utf16(raw, "little").split("\0", 1)[0] : readTerminated(raw);
  }

  /** @returns {Generator<Finding>} */
  *location() {
    const { gps } = this.directories;
    const lat = this.degrees(LATITUDE, LATITUDE_SIDE, "S", LATITUDE_LIMIT);
    const lon = this.degrees(LONGITUDE, LONGITUDE_SIDE, "W", LONGITUDE_LIMIT);
    if (lat && lon) {
      yield this.make("location", { lat, lon });
    } else if ([LATITUDE, LONGITUDE, ...PLACE_HINTS].some((tag) => gps.has(tag))) {
      yield this.make("location");
    }
    const area = gps.get(GPS_AREA);
    const name = area ? codedText(this.reader.raw(area), this.reader.order) : "";
    if (name) yield this.make("location", { name });
  }

  /**
   * @param {number} tag @param {number} sideTag @param {string} negativeSide @param {number} limit
   * @returns {string}
   */
  degrees(tag, sideTag, negativeSide, limit) {
    const side = this.directories.gps.get(sideTag);
    const letter = side ? String.fromCharCode(...this.reader.raw(side).subarray(0, 1)) : "";
    const parts = this.fractions(this.directories.gps.get(tag));
    return degreesText(parts, letter === negativeSide || letter === negativeSide.toLowerCase(), limit);
  }

  /** @param {Entry | undefined} entry @returns {Fraction[]} */
  fractions(entry) {
    const pairs = entry ? this.reader.rationals(entry) : [];
    if (!pairs.length || pairs[0][1] === 0) return [];
    // Some cameras write 0/0 for the minutes or seconds that they do not know.
    return pairs.slice(0, 3).map(([top, bottom]) => (bottom ? fraction(top, bottom) : fraction(0)));
  }

  /** @returns {Generator<Finding>} */
  *times() {
    const zone = this.text(OFFSET_TIME);
    // Cameras write the same moment three times; only the first one goes with the zone.
    const texts = [...new Set(TIMES.map((tag) => readableTime(this.text(tag))).filter(Boolean))];
    for (const [number, text] of texts.entries()) {
      yield this.make("time", { value: number ? text : strip(`${text} ${zone}`) });
    }
    yield* this.satelliteTime();
  }

  /** @returns {Generator<Finding>} */
  *satelliteTime() {
    const { gps } = this.directories;
    const day = gps.get(GPS_DATE);
    const hour = gps.get(GPS_TIME);
    const date = day ? readTerminated(this.reader.raw(day)) : "";
    const pairs = hour ? this.reader.rationals(hour).slice(0, 3) : [];
    const numbers = pairs.filter(([, bottom]) => bottom).map(([top, bottom]) => Math.floor(top / bottom));
    const clock = numbers.map((number) => String(number).padStart(2, "0")).join(":");
    const value = strip(`${readableTime(date)} ${clock}`);
    if (value) yield this.make("time", { value: `${value} UTC` });
  }

  /** @returns {Generator<Finding>} */
  *devices() {
    const make = this.text(MAKE);
    const model = this.text(MODEL) || this.text(UNIQUE_MODEL);
    for (const value of [make, model].filter(isPrompt)) yield this.make("ai-prompt", { value });
    if ((make || model) && !isPrompt(make + model)) yield this.make("device", { make, model });
    if (this.text(HOST)) yield this.make("device", { host: this.text(HOST) });
    const lens = strip(`${this.text(LENS_MAKE)} ${this.text(LENS_MODEL)}`);
    if (lens) yield this.make("device", { lens });
  }

  /** @param {string} code @param {number[]} tags @returns {Generator<Finding>} */
  *joined(code, tags) {
    const texts = new Set(tags.map((tag) => this.text(tag)).filter(Boolean));
    if (texts.size) yield this.make(code, { values: [...texts].join("; ") });
  }

  /** @returns {Generator<Finding>} */
  *texts() {
    for (const [tag, code] of TEXTS) {
      const value = this.text(tag);
      if (value) yield this.make(isPrompt(value) ? "ai-prompt" : code, { value });
    }
    const value = this.userComment();
    if (value) yield this.make(isPrompt(value) ? "ai-prompt" : "comment", { value });
  }

  /** @returns {string} */
  userComment() {
    const entry = this.all.get(USER_COMMENT);
    return entry ? codedText(this.reader.raw(entry), this.reader.order) : "";
  }

  /** @returns {Generator<Finding>} */
  *notes() {
    const make = this.text(MAKE);
    for (const tag of [MAKER_NOTE, PRIVATE_NOTE]) {
      const entry = this.all.get(tag);
      if (entry && entry.valueBytes > 4) {
        const size = Math.min(entry.valueBytes, this.size);
        yield makeFinding("maker-notes", this.place, size, { maker: make });
        yield* reportNote(this.reader, this.reader.number(entry.inline), size, make, this.place);
      }
    }
  }

  *packet() {
    const entry = this.all.get(XMP_PACKET);
    const span = entry ? this.reader.span(entry) : null;
    if (span) {
      const [start, size] = span;
      const packet = this.reader.block.subarray(start, start + Math.min(size, REPORT_MAX_BYTES));
      yield* reportXmp(packet, this.place.part, this.place.offset);
    }
  }

  /** The thumbnail, which a page can show when it is a JPEG. @returns {Generator<Finding>} */
  *preview() {
    const start = this.previewNumber(PREVIEW_START);
    const size = this.previewNumber(PREVIEW_SIZE) || this.previewNumber(STRIP_SIZE);
    const isJpeg = equal(this.reader.block.subarray(start, start + JPEG_MARK.length), JPEG_MARK);
    if (isJpeg) this.toldPictures.push(start);
    if (size) {
      const where = isJpeg ? this.extents.part(start, size) : NOWHERE;
      yield thumbnail(this.place, Math.min(size, this.size), where);
    }
  }

  /** @param {number} tag @returns {number} */
  previewNumber(tag) {
    const entry = this.directories.preview.get(tag);
    const hasNumber = entry && (entry.kind === 3 || entry.kind === 4);
    return hasNumber ? this.reader.number(this.reader.raw(entry).subarray(0, 4)) : 0;
  }
}

/**
 * A text behind eight bytes that name its encoding; many writers put something else there.
 * @param {Uint8Array} raw @param {ByteOrder} order
 */
function codedText(raw, order) {
  const text = raw.subarray(8);
  const hasMark = (text[0] === 0xff && text[1] === 0xfe) || (text[0] === 0xfe && text[1] === 0xff);
  if (startsWith(raw, ascii("UNICODE\0")) && !hasMark) return decodeWide(text, order);
  return strip(readText(text), "\0 ");
}
