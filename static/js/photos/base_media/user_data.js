/**
 * What the texts of a movie give away: user data, iTunes and QuickTime metadata. All of it is removed.
 * It reads leniently, since nothing depends on it.
 * Source: design document metadata.md, section 12; QuickTime File Format (user data, metadata); 3GPP TS
 * 26.244 section 8 (asset information); ISO 6709 (positions as text).
 */

import { ascii, hex, indexOf, isZero, latin1 } from "../bytes.js";
import { CleanError } from "../errors.js";
import { makeFinding, showing, strip } from "../findings.js";
import { MAX_VALUE_CHARACTERS } from "../limits.js";
import {
  LATITUDE_LIMIT, LONGITUDE_LIMIT, decimalText, degreesText, fraction, isWithin, parseNumber, plus,
} from "../metadata/position.js";
import { readText } from "../metadata/text.js";
import { reportXmp } from "../metadata/xmp.js";
import { number } from "./box_sizes.js";

/**
 * @import { Finding } from "../findings.js"
 * @import { ReadingBudget } from "../reading.js"
 * @import { Box, BoxReader } from "./boxes.js"
 */

const JPEG_MARK = ascii("\xff\xd8\xff");
const SEARCHED_BYTES = 256;
const POSITION = /^([+-])([0-9]{2,6})(\.[0-9]{1,12})?([+-])([0-9]{3,7})(\.[0-9]{1,12})?/;
const KEYS_MAX = 1_000;
/** @type {Record<number, string>} */
const MEDIA_TYPES = { 13: "image/jpeg", 14: "image/png" };
const NOTHING = new Uint8Array(0);

/** @param {[string, string][]} rows @returns {Map<string, string>} */
const table = (rows) =>
  new Map(rows.flatMap(([code, names]) => names.split(" ").map((name) => [name, code])));

// Codes by the four letters of user data and of iTunes; ©-letters are Apple's and Adobe's.
const LETTERS = table([
  ["time", "©day date yrrc ©TIM purd"],
  ["software", "©swr FIRM ©PRG"],
  ["encoder", "©too ©enc ©fmt"],
  ["person", "©ART ©aut ©wrt ©com ©cpy ©dir ©prd ©prf ©src auth perf cprt aART ownr ©xpd ©dji"],
  ["description", "©nam ©des ©inf ©alb ©grp ©lyr titl dscp albm desc ldes"],
  ["description", "name ©ttl ©st3 gnre ©gen chpl tvsh tven"],
  ["keywords", "kywd keyw ©key catg"],
  ["comment", "©cmt ©req ©wrn"],
  ["serial", "CAME MUID GUMI BCID LENS ©snm cnID atID plID geID sfID akID"],
  ["contact", "apID ©url"],
]);
// And by the names of QuickTime's keys, without their prefix.
const NAMES = table([
  ["time", "creationdate year com.apple.photos.captured"],
  ["software", "software version"],
  ["live-link", "content.identifier still-image-time live-photo-info"],
  ["person", "author artist director producer publisher performer copyright"],
  ["person", "camera.owner credits originalartist"],
  ["description", "title displayname description information album genre"],
  ["keywords", "keywords"],
  ["comment", "comment"],
  ["serial", "camera.identifier photos.originating.signature camera.lens_identifier"],
  ["encoder", "encoder"],
]);
const PREFIXES = ["com.apple.quicktime.", "com.apple.", "com.android."];
const MAKES = ["©mak", "manu", "make", "manufacturer"];
const MODELS = ["©mod", "modl", "model"];
const LENSES = ["camera.lens_model", "©lns"];
// Numbers that are not text.
const BINARY = ["CAME", "MUID", "GUMI", "BCID"];
const POSITIONS = ["©xyz", "location.ISO6709"];
const PLACE_NAMES = ["location.name", "location.body", "location.note", "location.role", "©loc"];
const JOINED = ["person", "serial", "contact"];
const PICTURES = ["thmb", "CNTH", "covr", "thma", "snal", "tnal"];
const NOTES = new Map([
  ["GPMF", "GoPro"],
  ["NCDT", "Nikon"],
  ["PENT", "Pentax"],
  ["CNMN", "Canon"],
  ["TAGS", ""],
  ["frea", "Kodak"],
]);

/** @param {string} name @param {Box} box */
const placeOf = (name, box) => ({ part: name, offset: box.start });

/**
 * Latitude and longitude of an ISO 6709 text; empty when it is none.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function positionValues(text) {
  const match = POSITION.exec(strip(text));
  if (!match) return {};
  const lat = angle(match[1], match[2], match[3], 2, LATITUDE_LIMIT);
  const lon = angle(match[4], match[5], match[6], 3, LONGITUDE_LIMIT);
  return lat && lon ? { lat, lon } : {};
}

/**
 * Degrees, degrees and minutes, or with seconds too, by how many digits there are.
 * @param {string} sign @param {string} whole @param {string} rest @param {number} degreeDigits
 * @param {number} limit
 */
function angle(sign, whole, rest, degreeDigits, limit) {
  const digits = [whole.slice(0, degreeDigits), ...(whole.slice(degreeDigits).match(/..?/g) ?? [])];
  const parts = digits.map((piece) => fraction(Number(piece)));
  const last = parts.length - 1;
  parts[last] = plus(parts[last], parseNumber(`0${rest ?? ""}`) ?? fraction(0));
  return degreesText(parts, sign === "-", limit);
}

/** Reads the children of `udta`, `meta` and `ilst`, and makes findings of them. */
export class UserDataReport {
  #reader;
  #source;
  #budget;
  #make = "";
  #model = "";

  /** @param {BoxReader} reader @param {ReadingBudget} budget */
  constructor(reader, budget) {
    this.#reader = reader;
    this.#source = reader.source;
    this.#budget = budget;
  }

  /** What a `udta` or `meta` says. @param {Box} box @returns {Finding[]} */
  findings(box) {
    this.#make = this.#model = "";
    const found = [];
    try {
      for (const finding of this.#inside(box)) found.push(finding);
    } catch (error) {
      // What was read until something is broken still counts.
      if (!(error instanceof CleanError)) throw error;
    }
    if (this.#make || this.#model) {
      const values = { make: this.#make, model: this.#model };
      found.push(makeFinding("device", placeOf(box.name, box), box.size, values));
    }
    return found;
  }

  /** @param {Box} box */
  *#inside(box) {
    if (box.kind === "meta") {
      yield* this.#metadata(box);
      return;
    }
    for (const child of this.#reader.children(box)) {
      if (child.kind === "meta") yield* this.#metadata(child);
      else if (!["free", "skip", "\0\0\0\0"].includes(child.kind)) yield* this.#one(child);
    }
  }

  /** @param {Box} box */
  *#metadata(box) {
    // QuickTime's own has no version and flags before its first child.
    const skip = latin1(this.#source.window(box.content + 4, 4)) === "hdlr" ? 0 : 4;
    /** @type {string[]} */
    let names = [];
    for (const child of this.#reader.children(box, skip)) {
      if (child.kind === "keys") {
        names = this.#keyNames(child);
      } else if (child.kind === "ilst") {
        for (const item of this.#reader.children(child)) yield* this.#item(item, names);
      } else if (!["hdlr", "free", "skip"].includes(child.kind)) {
        yield* this.#one(child);
      }
    }
  }

  /** @param {Box} box */
  #keyNames(box) {
    const names = [];
    for (const child of this.#reader.children(box, 8)) {
      names.push(readText(this.#read(child)));
      if (names.length >= KEYS_MAX) break;
    }
    return names;
  }

  /** @param {Box} item @param {string[]} names */
  *#item(item, names) {
    let name = names[number(ascii(item.kind), 0) - 1] ?? item.name;
    for (const child of this.#reader.children(item)) {
      if (child.kind === "name") name = readText(this.#read(child).subarray(4)) || name;
      else if (child.kind === "data") yield* this.#value(name, child);
    }
  }

  /** @param {string} name @param {Box} box */
  *#value(name, box) {
    const kind = number(this.#source.window(box.content, Math.min(8, box.contentBytes)), 0);
    const mediaType = MEDIA_TYPES[kind];
    if (mediaType && box.contentBytes > 8) {
      const found = makeFinding("thumbnail", placeOf(name, box), box.size);
      yield showing(found, mediaType, [box.content + 8, box.contentBytes - 8]);
      return;
    }
    yield* this.#told(short(name), kind <= 2 ? readText(this.#read(box).subarray(8)) : "", box);
  }

  /** A box of user data. @param {Box} box */
  *#one(box) {
    const name = box.name;
    if (PICTURES.includes(name)) {
      yield this.#picture(box);
    } else if (name === "loci") {
      yield* this.#place(box);
    } else if (NOTES.has(name)) {
      yield makeFinding("maker-notes", placeOf(name, box), box.size, { maker: NOTES.get(name) ?? "" });
    } else if (name === "XMP_") {
      const content = this.#read(box);
      if (content.length) yield* reportXmp(content, name, box.start);
    } else {
      yield* this.#told(name, this.#userText(box), box);
    }
  }

  /** @param {Box} box */
  #userText(box) {
    const content = this.#read(box);
    // Two digits a byte; no more of them are shown.
    if (BINARY.includes(box.name)) return hex(content.subarray(0, MAX_VALUE_CHARACTERS * 2));
    if (box.name[0] === "©") return readText(content.subarray(4, 4 + number(content, 0, 2)));
    // 3GPP: version, flags and language; some others: nothing at all before the text.
    const isFull = content.length >= 4 && isZero(content.subarray(0, 4));
    return isFull ? splitName(content.subarray(6))[0] : readText(content);
  }

  /**
   * One text: its four letters or key, and where it is.
   * @param {string} name @param {string} value @param {Box} box
   */
  *#told(name, value, box) {
    const place = placeOf(name, box);
    if (MAKES.includes(name)) {
      this.#make = value;
    } else if (MODELS.includes(name)) {
      this.#model = value;
    } else if (LENSES.includes(name)) {
      yield makeFinding("device", place, box.size, { lens: value });
    } else if (POSITIONS.includes(name)) {
      yield makeFinding("location", place, box.size, positionValues(value));
    } else if (PLACE_NAMES.includes(name)) {
      yield makeFinding("location", place, box.size, { name: value });
    } else {
      const code = LETTERS.get(name) ?? NAMES.get(name);
      // A clock at zero says nothing.
      if (!code || (code === "time" && /^[0:;. ]*$/.test(value))) {
        yield makeFinding("vendor-data", place, box.size, { fourcc: name });
      } else {
        yield makeFinding(code, place, box.size, { [JOINED.includes(code) ? "values" : "value"]: value });
      }
    }
  }

  /** `loci`: language, name, role, then longitude, latitude and altitude in 65536ths. @param {Box} box */
  *#place(box) {
    const place = placeOf(box.name, box);
    const [name, rest] = splitName(this.#read(box).subarray(6));
    const [longitude, latitude] = [1, 5].map((at) => fraction(number(rest, at) | 0, 65_536));
    const areInside = isWithin(latitude, LATITUDE_LIMIT) && isWithin(longitude, LONGITUDE_LIMIT);
    const isTold = rest.length >= 9 && areInside;
    if (isTold) {
      const values = { lat: decimalText(latitude), lon: decimalText(longitude) };
      yield makeFinding("location", place, box.size, values);
    }
    if (name || !isTold) yield makeFinding("location", place, box.size, { name });
  }

  /** @param {Box} box */
  #picture(box) {
    const found = makeFinding("thumbnail", placeOf(box.name, box), box.size);
    const head = this.#source.window(box.content, Math.min(SEARCHED_BYTES, box.contentBytes));
    const at = indexOf(head, JPEG_MARK);
    return at < 0 ? found : showing(found, "image/jpeg", [box.content + at, box.contentBytes - at]);
  }

  /** @param {Box} box */
  #read(box) {
    return this.#budget.take(box.contentBytes) ? this.#source.read(box.content, box.contentBytes) : NOTHING;
  }
}

/** A key without the prefix of its maker; four letters stay as they are. @param {string} name */
function short(name) {
  const prefix = PREFIXES.find((one) => name.startsWith(one)) ?? "";
  return name.slice(prefix.length);
}

/**
 * A text in UTF-8 or UTF-16 up to its end mark, and what follows.
 * @param {Uint8Array} content
 * @returns {[string, Uint8Array]}
 */
function splitName(content) {
  if (!["\xfe\xff", "\xff\xfe"].includes(latin1(content.subarray(0, 2)))) {
    const found = content.indexOf(0);
    const end = found < 0 ? content.length : found;
    return [readText(content.subarray(0, end)), content.subarray(end + 1)];
  }
  let end = 0;
  while (end < content.length && !(content[end] === 0 && content[end + 1] === 0)) end += 2;
  return [readText(content.subarray(0, end)), content.subarray(end + 2)];
}
