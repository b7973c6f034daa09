/**
 * What an entry of the case file can hold: the kinds, their fields and limits. Only text, days and numbers: no
 * picture, in no disguise. `safety/help/case/record.py` reads the same.
 */

import { isDay, isMarkId, isMoment } from "./moments.js";

const KINDS_OF_PICTURE = /\b(?:data|blob|filesystem):/i;
const NO_ADDRESS = /^(?:javascript|vbscript|file|about|view-source|chrome|content):/i;
const BYTES_AS_TEXT = /^[A-Za-z0-9+/_=-]+$/;
// Base64 in lines has 60 letters or more in each; no language has such words, and no link is one word of them.
const LINE_MIN = 60;
const BYTES_AS_TEXT_MIN = 300;
// All control characters but the new line.
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
const LAW = /^[a-z0-9-]{1,60}$/;
const HASH = /^[0-9a-f]{64}$/;
export const LINKS_MAX = 100;

/** The code of what is wrong with a value, or ''. @typedef {(value: any) => string} Rule */
/** @typedef {string | number | boolean | string[]} Value */
/** @typedef {{rule: Rule, isNeeded: boolean, empty: Value}} Field */
/** @typedef {"link" | "account" | "said" | "report" | "reminder" | "file"} Kind */

/**
 * Text as it is kept: new lines in one way, no control characters, no half letters, nothing around it.
 * @param {string} text
 * @returns {string}
 */
export function cleaned(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(CONTROLS, "");
  return new TextDecoder().decode(new TextEncoder().encode(lines)).trim();
}

/**
 * Whether a picture, or another file, is hidden in a text: an address that is one, or bytes written as letters.
 * @param {string} text
 * @returns {boolean}
 */
export function hidesPicture(text) {
  if (KINDS_OF_PICTURE.test(text)) return true;
  let run = 0;
  for (const word of text.split(/\s+/)) {
    run = word.length >= LINE_MIN && BYTES_AS_TEXT.test(word) ? run + word.length : 0;
    if (run >= BYTES_AS_TEXT_MIN) return true;
  }
  return false;
}

/** @param {number} most characters @param {RegExp | null} [never] @returns {Rule} */
const isText = (most, never = null) => (value) => {
  if (typeof value !== "string") return "not-text";
  if (value.length > most) return "too-long";
  if (hidesPicture(value)) return "picture";
  if (value !== cleaned(value)) return "not-text";
  return never?.test(value) ? "not-an-address" : "";
};
/** @param {(value: any) => boolean} fits @param {string} code @returns {Rule} */
const isOrEmpty = (fits, code) => (value) => (value === "" || fits(value) ? "" : code);
/** @param {string[]} values @returns {Rule} */
const isOneOf = (...values) => (value) => (values.includes(value) ? "" : "not-a-choice");
/** @param {Rule} rule @returns {Field} */
const text = (rule) => ({ rule, isNeeded: false, empty: "" });
/** @param {Field} field @returns {Field} */
const needed = (field) => ({ ...field, isNeeded: true });

const short = text(isText(200));
const long = text(isText(5000));
const address = text(isText(2000, NO_ADDRESS));
const moment = text(isOrEmpty(isMoment, "not-a-moment"));
const day = text(isOrEmpty(isDay, "not-a-day"));
/** @type {Rule} */
const isMarks = (value) => {
  const areMarks = Array.isArray(value) && value.length <= LINKS_MAX && value.every(isMarkId);
  return areMarks && new Set(value).size === value.length ? "" : "not-a-choice";
};

/** @type {Rule} */
const isCount = (value) => (Number.isSafeInteger(value) && value >= 0 ? "" : "not-a-fingerprint");

/** The fields of each kind. @type {Record<Kind, Record<string, Field>>} */
export const KINDS = {
  // Where the picture, or a threat, can be seen; `state` is what was found when it was looked at last.
  link: {
    address: needed(address), where: short, seen: moment,
    state: text(isOneOf("", "there", "gone")), looked: moment, note: long,
  },
  account: { name: needed(short), where: short, address, note: long },
  said: { words: needed(long), who: short, where: short, heard: moment },
  // `starts` is when the time of the law began, where that is not when the report was sent.
  report: {
    to: needed(short), sent: moment, number: short, way: short,
    law: text(isOrEmpty((id) => LAW.test(id), "not-a-choice")), starts: moment,
    links: { rule: isMarks, isNeeded: false, empty: [] },
    state: { rule: isOneOf("waiting", "answered", "refused", "done"), isNeeded: false, empty: "waiting" },
    answered: moment, answer: long,
  },
  reminder: {
    day: needed(day), what: short,
    isDone: { rule: (value) => (typeof value === "boolean" ? "" : "not-a-choice"), isNeeded: false, empty: false },
  },
  // For adults only: a screenshot that stays where it is. Its fingerprint proves later that it is the same file.
  file: {
    sha256: needed(text(isOrEmpty((value) => HASH.test(value), "not-a-fingerprint"))),
    bytes: { rule: isCount, isNeeded: false, empty: 0 },
    kept: short, shows: short, taken: moment,
  },
};

/** @param {unknown} kind @returns {kind is Kind} */
export const isKind = (kind) => typeof kind === "string" && Object.hasOwn(KINDS, kind);

/**
 * The fields of an entry as they are kept: those that are missing are empty, texts are cleaned.
 * @param {Kind} kind
 * @param {Record<string, Value>} given
 * @returns {Record<string, Value>}
 */
export function completed(kind, given) {
  const all = Object.entries(KINDS[kind]).map(([name, { empty }]) => [name, empty]);
  const kept = (/** @type {Value} */ value) => (typeof value === "string" ? cleaned(value) : value);
  const own = Object.entries(given).map(([name, value]) => [name, kept(value)]);
  return { ...Object.fromEntries(all), ...Object.fromEntries(own) };
}

/**
 * What is wrong with the fields of an entry, all of it.
 * @param {Kind} kind
 * @param {Record<string, unknown>} fields
 * @returns {{field: string, code: string}[]}
 */
export function faultsOf(kind, fields) {
  const known = KINDS[kind];
  const faults = [];
  const others = Object.keys(fields).filter((field) => !Object.hasOwn(known, field));
  for (const field of others) faults.push({ field, code: "unknown" });
  for (const [field, { rule, isNeeded }] of Object.entries(known)) {
    const value = fields[field];
    const code = isNeeded && (value === "" || value === undefined) ? "missing" : rule(value);
    if (code) faults.push({ field, code });
  }
  return faults;
}
