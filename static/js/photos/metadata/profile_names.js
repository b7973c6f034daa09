/**
 * What a colour profile says about the device it was made for: its name, maker, model and serial number.
 *
 * Apple writes the numbers that a display gives over its cable; others only texts. It decides nothing.
 * Source: ICC.1:2022 sections 7.2, 7.3, 10.15; ICC.1:2001-04 section 6.5.17; Apple's tag `mmod` as
 * ColorSync writes it, after the identification of VESA E-EDID 1.4, 3.4.
 */

import { ascii, hex, latin1, startsWith, zeros } from "../bytes.js";
import { strip } from "../findings.js";
import { MAX_ICC_TAGS } from "../limits.js";
import { number } from "./icc.js";
import { VALUE_MAX_BYTES, readTerminated } from "./text.js";

const TABLE_AT = 128;
const ENTRY_BYTES = 12;
const NAMED = [["desc", "name"], ["dmnd", "maker"], ["dmdd", "model"]];
const NUMBERS_BYTES = 24;
const LETTER_MASK = 0x1f;

/**
 * Values for a finding: `name`, `maker`, `model` and `serial`, as far as the profile has them.
 * @param {Uint8Array} profile
 * @returns {Record<string, string>}
 */
export function profileNames(profile) {
  const tags = readTags(profile);
  /** @type {Record<string, string>} */
  const values = {};
  for (const [signature, value] of NAMED) values[value] = text(tags.get(signature) ?? zeros(0));
  const numbers = tags.get("mmod") ?? zeros(0);
  if (numbers.length >= NUMBERS_BYTES) {
    values.maker ||= maker(number(numbers, 8, 12));
    values.model ||= digits(numbers.subarray(12, 16));
    values.serial = digits(numbers.subarray(16, 24));
  }
  return Object.fromEntries(Object.entries(values).filter(([, said]) => said));
}

/**
 * The contents by signature, as far as they are inside the profile; of each the beginning.
 * @param {Uint8Array} profile
 * @returns {Map<string, Uint8Array>}
 */
function readTags(profile) {
  const count = Math.min(number(profile, TABLE_AT, TABLE_AT + 4), MAX_ICC_TAGS);
  const found = new Map();
  for (let at = TABLE_AT + 4; at < TABLE_AT + 4 + count * ENTRY_BYTES; at += ENTRY_BYTES) {
    const signature = latin1(profile.subarray(at, at + 4));
    const start = number(profile, at + 4, at + 8);
    const size = Math.min(number(profile, at + 8, at + 12), VALUE_MAX_BYTES);
    if (!found.has(signature)) found.set(signature, profile.subarray(start, start + size));
  }
  return found;
}

/** The text of a description, in the first of its languages. @param {Uint8Array} content */
function text(content) {
  if (startsWith(content, ascii("mluc"))) {
    const start = number(content, 24, 28);
    const raw = content.subarray(start, start + number(content, 20, 24));
    const decoded = new TextDecoder("utf-16be", { ignoreBOM: true }).decode(raw);
    return strip(decoded, "\0 ");
  }
  if (startsWith(content, ascii("desc"))) {
    return readTerminated(content.subarray(12, 12 + number(content, 8, 12)));
  }
  return startsWith(content, ascii("text")) ? readTerminated(content.subarray(8)) : "";
}

/** @param {Uint8Array} raw */
function digits(raw) {
  return hex(raw).replace(/^0+/, "").toUpperCase();
}

/** The three letters of a maker, five bits each, as in "APP" for Apple. @param {number} code */
function maker(code) {
  const letters = [10, 5, 0].map((shift) => (code >>> shift) & LETTER_MASK);
  const isName = letters.every((letter) => letter >= 1 && letter <= 26);
  return isName ? String.fromCharCode(...letters.map((letter) => 64 + letter)) : "";
}
