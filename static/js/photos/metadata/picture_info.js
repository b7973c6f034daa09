/**
 * What the older application segments of JPEG say in plain words: Olympus and Agfa, Ducky, Unicode comments.
 *
 * Source: ExifTool 13.59, tag names of APP12 and JPEG.
 */

import { ascii, indexOf, startsWith, u16 } from "../bytes.js";
import { makeFinding } from "../findings.js";
import { momentText } from "./moments.js";
import { VALUE_MAX_BYTES, decodeWide, readTerminated, readText } from "./text.js";

/** @import { Finding, Place } from "../findings.js" */

const INFO_MARK = ascii("[picture info]");
const DUCKY_MARK = ascii("Ducky");
const UNICODE_MARK = ascii("UNICODE\0");
// As Python's str.splitlines.
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
const NAMED = new Map([
  ["ID", ["device", "model"]],
  ["Type", ["device", "model"]],
  ["Version", ["software", "value"]],
]);
const DUCKY_TEXTS = new Map([
  [2, ["comment", "value"]],
  [3, ["person", "values"]],
]);

/**
 * Findings for the content of a segment; none when it is none of these.
 * @param {Uint8Array} content @param {Place} place @param {number} size
 * @returns {Finding[]}
 */
export function reportPictureInfo(content, place, size) {
  if (startsWith(content, DUCKY_MARK)) return [...ducky(content, place, size)];
  if (startsWith(content, UNICODE_MARK)) {
    const text = decodeWide(content.subarray(UNICODE_MARK.length), "big");
    return text ? [makeFinding("comment", place, size, { value: text })] : [];
  }
  return indexOf(content, INFO_MARK) < 0 ? [] : [...lines(content, place, size)];
}

/** @param {Uint8Array} content @param {Place} place @param {number} size */
function* lines(content, place, size) {
  yield makeFinding("device", place, size, { make: readTerminated(content) });
  for (const line of readText(content.subarray(0, VALUE_MAX_BYTES)).split(LINE_END)) {
    const equals = line.indexOf("=");
    const name = equals < 0 ? line : line.slice(0, equals);
    const value = equals < 0 ? "" : line.slice(equals + 1);
    if (name === "TimeDate" && /^[0-9]{1,10}$/.test(value)) {
      // A camera's clock, which knows no time zone.
      yield makeFinding("time", place, size, { value: momentText(Number(value)).replace(/ UTC$/, "") });
    } else if (name === "Serial#" && /[^#0]/.test(value)) {
      yield makeFinding("serial", place, size, { values: value });
    } else {
      const known = value && NAMED.get(name);
      if (known) yield makeFinding(known[0], place, size, { [known[1]]: value });
    }
  }
}

/**
 * Numbered parts of text, each behind the number of its letters.
 * @param {Uint8Array} content @param {Place} place @param {number} size
 */
function* ducky(content, place, size) {
  let at = DUCKY_MARK.length;
  while (at + 4 <= content.length) {
    const number = u16(content, at);
    const length = u16(content, at + 2);
    const known = DUCKY_TEXTS.get(number);
    const text = known ? decodeWide(content.subarray(at + 8, at + 4 + length), "big") : "";
    if (known && text) yield makeFinding(known[0], place, size, { [known[1]]: text });
    at += 4 + length;
  }
}
