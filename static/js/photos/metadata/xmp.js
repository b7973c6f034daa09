/**
 * What an XMP packet gives away, by looking for known names. No XML parser, so nothing can expand. Prefixes
 * are taken as everybody writes them. Packets are looked through as strings with one letter a byte.
 * Source: XMP specification part 1, section 7.
 */

import { ascii, latin1, startsWith } from "../bytes.js";
import { makeFinding, strip } from "../findings.js";
import { unescaped } from "./entities.js";
import { readableTime } from "./moments.js";
import { LATITUDE_LIMIT, LONGITUDE_LIMIT } from "./position.js";
import { decimalText, degreesText, isWithin, parseNumber } from "./position.js";
import { isPrompt } from "./prompts.js";
import { utf16 } from "./text.js";
import * as names from "./xmp_names.js";

/**
 * @import { ByteOrder } from "../bytes.js"
 * @import { Finding, Place } from "../findings.js"
 */

const VALUE_WINDOW_BYTES = 2048;
const OCCURRENCES_MAX = 16;
const COLONS_MAX = 200_000;
// Not \s, which takes more than the six spaces of ASCII.
const LOCAL_NAME = /:([A-Za-z][A-Za-z0-9_-]{0,63})/g;
const NAME_END = /^[ \t-\r=/>]/;
const ATTRIBUTE = /^[ \t-\r]{0,8}=[ \t-\r]{0,8}(?:"([^"<]*)|'([^'<]*))/;
const TAG = /<[^<>]*>/;
const COORDINATE =
  /^([0-9]{1,3})(?:,([0-9]{1,2}(?:\.[0-9]{1,12})?))?(?:,([0-9]{1,2}(?:\.[0-9]{1,12})?))?([NSEW])$/;
/** @type {[string, string[]][]} */
const LAYER_MARKS = [
  ["hdr-layer", ["hdrgm:", "HDRGainMap:", "hdrgainmap"]],
  ["matte-layer", ["effectsmatte", "semanticskinmatte", "semantichairmatte", "semanticteethmatte"]],
  ["depth-layer", ["depthBlurEffect:", "aux:disparity", "aux:depth", "GDepth:"]],
];
/** @type {[string, ByteOrder][]} */
const WIDE = [["\xff\xfe", "little"], ["\xfe\xff", "big"], ["<\0", "little"], ["\0<", "big"]];

const SEMANTIC = "Item:Semantic";
const DEVICE_NAMES = ["tiff:Make", "tiff:Model", "aux:Lens", "exifEX:LensModel"];
const ITEMS_OF_NO_PICTURE = ["Primary", "MotionPhoto"];

// The prefixes under which each known name is looked for.
const PREFIXES = new Map();
for (const full of new Set([...names.everyName(), SEMANTIC, ...DEVICE_NAMES])) {
  const [prefix, local] = full.split(":");
  PREFIXES.set(local, [...(PREFIXES.get(local) ?? []), prefix]);
}

/**
 * Findings for an XMP packet (UTF-8 or UTF-16).
 * @param {Uint8Array} packet @param {string} part @param {number} offset
 * @returns {Finding[]}
 */
export function reportXmp(packet, part, offset) {
  const place = { part, offset };
  const found = [...new Report(asUtf8(packet), place).findings()];
  return found.length ? found : [makeFinding("vendor-data", place, packet.length, { fourcc: part })];
}

/**
 * Codes for the pictures that follow the first one, in their order.
 * @param {Uint8Array} packet
 * @returns {string[]}
 */
export function pictureLayers(packet) {
  const items = new Report(asUtf8(packet), { part: "XMP", offset: 0 }).values(SEMANTIC);
  return items
    .filter((item) => !ITEMS_OF_NO_PICTURE.includes(item))
    .map((item) => (Object.hasOwn(names.LAYERS, item) ? names.LAYERS[item] : "extra-picture"));
}

/** What a picture is whose own packet this is. @param {Uint8Array} packet @returns {string} */
export function layerCode(packet) {
  const text = latin1(packet);
  const row = LAYER_MARKS.find(([, marks]) => marks.some((mark) => text.includes(mark)));
  return row ? row[0] : "extra-picture";
}

/** @param {Uint8Array} packet */
function asUtf8(packet) {
  const row = WIDE.find(([mark]) => startsWith(packet, ascii(mark)));
  return row ? new TextEncoder().encode(utf16(packet, row[1])) : packet;
}

/** Finds names in one packet; each method gives the findings of one kind. */
class Report {
  /** @param {Uint8Array} packet @param {Place} place */
  constructor(packet, place) {
    this.text = latin1(packet);
    this.place = place;
    this.places = findNames(this.text);
  }

  /** @returns {Generator<Finding>} */
  *findings() {
    yield* this.locations();
    for (const [code, value, row] of names.JOINED) {
      const texts = this.all(row);
      if (texts.length) yield this.make(code, { [value]: texts.join("; ") });
    }
    for (const [code, name] of names.SINGLE) {
      for (const text of this.values(name).slice(0, 1)) {
        const value = code === "time" ? readableTime(text) : text;
        yield this.make(isPrompt(text) ? "ai-prompt" : code, { value });
      }
    }
    yield* this.devices();
    yield* this.history();
    for (const [code, mark] of names.MARKS) {
      if (this.text.includes(mark)) yield this.make(code);
    }
  }

  /** @param {string} code @param {Record<string, string>} [values] @returns {Finding} */
  make(code, values = {}) {
    return makeFinding(code, this.place, this.text.length, values);
  }

  /** @returns {Generator<Finding>} */
  *locations() {
    let hasPosition = false;
    for (const [latitudeName, longitudeName] of names.LOCATIONS) {
      const latitude = this.first(latitudeName);
      const longitude = this.first(longitudeName);
      if (latitude && longitude) {
        hasPosition = true;
        const lat = coordinateText(latitude, LATITUDE_LIMIT);
        const lon = coordinateText(longitude, LONGITUDE_LIMIT);
        yield this.make("location", lat && lon ? { lat, lon } : {});
      }
    }
    const texts = this.all(names.PLACE_NAMES);
    if (texts.length) {
      yield this.make("location", { name: texts.join(", ") });
    } else if (!hasPosition && this.all(names.PLACE_HINTS).length) {
      yield this.make("location");
    }
  }

  /** @returns {Generator<Finding>} */
  *devices() {
    const make = this.first("tiff:Make");
    const model = this.first("tiff:Model");
    if (make || model) yield this.make("device", { make, model });
    const lens = this.first("aux:Lens") || this.first("exifEX:LensModel");
    if (lens) yield this.make("device", { lens });
  }

  /** @returns {Generator<Finding>} */
  *history() {
    const actions = this.all([names.HISTORY]);
    if (actions.length) yield this.make("software", { history: actions.join(", ") });
  }

  /** @param {string} name @returns {string} */
  first(name) {
    return this.values(name)[0] ?? "";
  }

  /** The texts of all these names, each once. @param {string[]} row @returns {string[]} */
  all(row) {
    return [...new Set(row.flatMap((name) => this.values(name)))];
  }

  /**
   * The texts of every attribute or element of this name, at most 16.
   * @param {string} name
   * @returns {string[]}
   */
  values(name) {
    return (this.places.get(name) ?? []).flatMap((at) => this.textsAt(at, at + name.length, name));
  }

  /** @param {number} at @param {number} after @param {string} name @returns {string[]} */
  textsAt(at, after, name) {
    const window = this.text.slice(after, after + VALUE_WINDOW_BYTES);
    if (!NAME_END.test(window)) return [];
    if (this.text[at - 1] === "<") return elementTexts(window.split(`</${name}`, 1)[0]);
    const attribute = ATTRIBUTE.exec(window);
    return attribute ? cleanTexts([attribute[1] || attribute[2] || ""]) : [];
  }
}

/**
 * Where each known name is, the first 16 places of each, in one pass from colon to colon.
 * @param {string} text
 * @returns {Map<string, number[]>}
 */
function findNames(text) {
  const places = new Map();
  let count = 0;
  for (const match of text.matchAll(LOCAL_NAME)) {
    for (const prefix of PREFIXES.get(match[1]) ?? []) {
      const at = match.index - prefix.length;
      // An end tag has no value, and a name counts 16 times at most.
      if (at >= 0 && text.startsWith(prefix, at) && text[at - 1] !== "/") {
        const name = prefix + match[0];
        const found = places.get(name) ?? [];
        if (found.length < OCCURRENCES_MAX) places.set(name, [...found, at]);
      }
    }
    if (++count >= COLONS_MAX) break;
  }
  return places;
}

/** The texts between the tags of one element, as in a list of names. @param {string} window */
function elementTexts(window) {
  const end = window.indexOf(">");
  const opening = end < 0 ? window : window.slice(0, end);
  return end < 0 || opening.endsWith("/") ? [] : cleanTexts(window.slice(end + 1).split(TAG));
}

/** @param {string[]} pieces */
function cleanTexts(pieces) {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  // Most of them are plain.
  /** @param {string} piece */
  const decoded = (piece) => (/^[\0-\x7f]*$/.test(piece) ? piece : decoder.decode(ascii(piece)));
  return pieces.map((piece) => unescaped(strip(decoded(piece)))).filter(Boolean);
}

/**
 * XMP's "40,26.767N" or a plain decimal, as a decimal with five digits; empty when it is neither.
 * @param {string} text @param {number} limit
 * @returns {string}
 */
export function coordinateText(text, limit) {
  const match = COORDINATE.exec(strip(text).toUpperCase());
  if (!match) {
    const number = parseNumber(text);
    return number && isWithin(number, limit) ? decimalText(number) : "";
  }
  const parts = match.slice(1, 4).flatMap((digits) => parseNumber(digits ?? "") ?? []);
  return degreesText(parts, "SW".includes(match[4]), limit);
}
