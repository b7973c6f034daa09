/**
 * Messages inside the configuration of a coded picture or video, without the text that encoders leave there.
 * Source: ISO/IEC 14496-15 sections 5.3.3 and 8.3.3; ITU-T H.265 sections 7.3.1 and 7.3.5 and annex D;
 * ITU-T H.264 sections 7.3.1 and 7.3.2.3; AV1 ISO media file format binding, 2.3; AV1 bitstream, 5.3 and 5.8.
 */

import { ascii, indexOf } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { Fields } from "./fields.js";

/**
 * How the units of one codec are told apart; `sets` are parameter sets.
 * @typedef {{headBytes: number, kind: (first: number) => number, sets: number[], messages: number[]}} Coding
 */

/**
 * A configuration, and how many bytes of an encoder's text and of others it lost.
 * @typedef {{content: Uint8Array, encoderBytes: number, hiddenBytes: number}} Scrubbed
 */

export const FILLING = 0x78;
const ESCAPE = ascii("\0\0\x03");

// Profiles whose configuration ends with chroma format, bit depths and extensions.
const AVC_HIGH_PROFILES = [100, 110, 122, 144, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135];
// Messages that change the look, with their greatest length: frame packing, display orientation, active sets,
// mastering display, light level, transfer characteristics, ambient light, alpha.
const KEPT_MESSAGES = new Map([
  [45, 16], [47, 4], [129, 32], [137, 24], [144, 4], [147, 1], [148, 8], [165, 4],
]);
const ENCODER_MESSAGE = 5;

const SEQUENCE_UNIT = 1;
const DELIMITER_UNIT = 2;
const METADATA_UNIT = 5;
const PADDING_UNIT = 15;
// Light level and mastering display, each with its number before it and one byte of end marks behind it.
const KEPT_METADATA = new Map([[1, 6], [2, 26]]);

/** @type {Coding} */
const HEVC = { headBytes: 2, kind: (first) => (first >> 1) & 63, sets: [32, 33, 34], messages: [39, 40] };
/** @type {Coding} */
const AVC = { headBytes: 1, kind: (first) => first & 31, sets: [7, 8, 13, 15], messages: [6] };

/**
 * What `hvcC` becomes: `{content, encoderBytes, hiddenBytes}`.
 * @param {Uint8Array} content
 * @returns {Scrubbed}
 */
export function scrubHevc(content) {
  const sheet = new Sheet(content);
  const fields = new Fields(content);
  fields.raw(22);
  for (let arrays = fields.number(1); arrays > 0; arrays -= 1) {
    fields.raw(1);
    takeUnits(sheet, fields, fields.number(2), HEVC);
  }
  sheet.fill(range(fields.at, content.length), 0);
  return sheet.finish();
}

/** What `avcC` becomes. @param {Uint8Array} content @returns {Scrubbed} */
export function scrubAvc(content) {
  const sheet = new Sheet(content);
  const fields = new Fields(content);
  const head = fields.raw(5);
  takeUnits(sheet, fields, fields.number(1) & 31, AVC);
  takeUnits(sheet, fields, fields.number(1), AVC);
  // Older writers leave the end of it out.
  if (AVC_HIGH_PROFILES.includes(head[1]) && fields.rest.length >= 4) {
    fields.raw(3);
    takeUnits(sheet, fields, fields.number(1), AVC);
  }
  sheet.fill(range(fields.at, content.length), 0);
  return sheet.finish();
}

/** What `av1C` becomes. @param {Uint8Array} content @returns {Scrubbed} */
export function scrubAv1(content) {
  const sheet = new Sheet(content);
  const fields = new Fields(content);
  fields.raw(4);
  while (fields.rest.length) {
    const head = fields.number(1);
    fields.raw((head >> 2) & 1);
    const length = head & 2 ? variableNumber(fields) : fields.rest.length;
    const start = fields.at;
    const unit = fields.raw(length);
    const kind = (head >> 3) & 15;
    if (kind === METADATA_UNIT && length <= (KEPT_METADATA.get(unit[0]) ?? 0)) continue;
    if (kind === METADATA_UNIT || kind === PADDING_UNIT) {
      sheet.fill(range(start, fields.at), FILLING);
    } else if (kind !== SEQUENCE_UNIT && (kind !== DELIMITER_UNIT || length)) {
      throw new CleanError("unsupported-variant");
    }
  }
  return sheet.finish();
}

/**
 * What one HEVC message unit of its own becomes; one of another kind becomes x in all but its head.
 * @param {Uint8Array} content
 * @returns {Scrubbed}
 */
export function scrubMessageUnit(content) {
  const sheet = new Sheet(content);
  if (content.length) scrubUnit(sheet, 0, content.length, HEVC);
  return sheet.finish();
}

/** @param {Fields} fields */
function variableNumber(fields) {
  let number = 0;
  for (let place = 0; place < 8; place += 1) {
    const piece = fields.number(1);
    number += (piece & 127) * 2 ** (7 * place);
    if (piece < 128) return number;
  }
  throw damaged("size");
}

/** The bytes of a configuration while some of them are overwritten. */
class Sheet {
  #encoderBytes = 0;
  #hiddenBytes = 0;

  /** @param {Uint8Array} content */
  constructor(content) {
    this.content = content.slice();
  }

  /** @param {Iterable<number>} places @param {number} filling @param {boolean} [isEncoder] */
  fill(places, filling, isEncoder = false) {
    let changed = 0;
    for (const place of places) {
      changed += Number(this.content[place] !== filling);
      this.content[place] = filling;
    }
    if (isEncoder) this.#encoderBytes += changed;
    else this.#hiddenBytes += changed;
  }

  /** @returns {Scrubbed} */
  finish() {
    return { content: this.content, encoderBytes: this.#encoderBytes, hiddenBytes: this.#hiddenBytes };
  }
}

/** @param {number} start @param {number} end */
function* range(start, end) {
  for (let at = start; at < end; at += 1) yield at;
}

/** @param {Sheet} sheet @param {Fields} fields @param {number} count @param {Coding} coding */
function takeUnits(sheet, fields, count, coding) {
  for (let index = 0; index < count; index += 1) {
    const length = fields.number(2);
    const start = fields.at;
    fields.raw(length);
    if (length) scrubUnit(sheet, start, start + length, coding);
  }
}

/** @param {Sheet} sheet @param {number} start @param {number} end @param {Coding} coding */
function scrubUnit(sheet, start, end, coding) {
  const kind = coding.kind(sheet.content[start]);
  if (coding.sets.includes(kind)) return;
  const unit = sheet.content.slice(start, end);
  const escapes = escapesIn(unit);
  const skipped = new Set(escapes.map((place) => place + 2));
  // Two zeros before an escape must stay, or the escape would become a byte of the message.
  const fixed = new Set(escapes.flatMap((place) => [start + place, start + place + 1]));
  const places = [];
  for (let place = coding.headBytes; place < unit.length; place += 1) {
    if (!skipped.has(place)) places.push(start + place);
  }
  /** @param {number[]} some */
  const free = (some) => some.filter((place) => !fixed.has(place));
  if (!coding.messages.includes(kind)) {
    sheet.fill(free(places), FILLING);
    return;
  }
  for (const message of messagesIn(sheet.content, places)) {
    if (message.payload.length <= (KEPT_MESSAGES.get(message.kind) ?? -1)) continue;
    if (message.kind % 255 !== ENCODER_MESSAGE) sheet.fill(free([message.kindPlace]), ENCODER_MESSAGE);
    sheet.fill(free(message.payload), FILLING, message.kind === ENCODER_MESSAGE);
  }
}

/**
 * The messages in a unit, each with the last byte that tells its kind; too long ones end with the unit.
 * @param {Uint8Array} content @param {number[]} places
 */
function* messagesIn(content, places) {
  let count = places.length;
  while (count && content[places[count - 1]] === 0) count -= 1;
  // The last byte is the mark of the end, unless the unit is cut.
  if (count && content[places[count - 1]] === 0x80) count -= 1;
  let at = 0;
  let kind;
  let length;
  while (at < count) {
    [kind, at] = stretchedNumber(content, places, at, count);
    const kindPlace = places[at - 1];
    [length, at] = stretchedNumber(content, places, at, count);
    yield { kind, kindPlace, payload: places.slice(at, Math.min(at + length, count)) };
    at += length;
  }
}

/**
 * A number written as many times 255 and a rest, and where it ends.
 * @param {Uint8Array} content @param {number[]} places @param {number} at @param {number} count
 */
function stretchedNumber(content, places, at, count) {
  let number = 0;
  while (at < count) {
    const piece = content[places[at]];
    number += piece;
    at += 1;
    if (piece < 255) break;
  }
  return [number, at];
}

/**
 * Offsets of the escapes: two zeros and a three, which keeps start codes away and is no content.
 * @param {Uint8Array} unit
 */
function escapesIn(unit) {
  const found = [];
  let at = indexOf(unit, ESCAPE);
  while (at >= 0) {
    found.push(at);
    at = indexOf(unit, ESCAPE, at + ESCAPE.length);
  }
  return found;
}
