/**
 * What a file gives away, as values: a code, how bad it is, where it was, how big, and what it said.
 * Source: design document metadata.md, section 12.
 */

import { MAX_VALUE_CHARACTERS } from "./limits.js";

export const DANGER = 4, IDENTITY = 3, CIRCUMSTANCE = 2, TECHNICAL = 1, NOTE = 0;

/** @type {Record<string, number>} */
export const SEVERITIES = {
  location: DANGER,
  "location-track": DANGER,
  "attached-video": DANGER,
  "leftover-data": DANGER,
  thumbnail: DANGER,
  "original-picture": DANGER,
  "extra-picture": DANGER,
  person: IDENTITY,
  serial: IDENTITY,
  contact: IDENTITY,
  "web-link": IDENTITY,
  "maker-notes": IDENTITY,
  "live-link": IDENTITY,
  provenance: IDENTITY,
  "ai-prompt": IDENTITY,
  time: CIRCUMSTANCE,
  device: CIRCUMSTANCE,
  software: CIRCUMSTANCE,
  description: CIRCUMSTANCE,
  keywords: CIRCUMSTANCE,
  comment: CIRCUMSTANCE,
  caption: CIRCUMSTANCE,
  "depth-layer": CIRCUMSTANCE,
  "matte-layer": CIRCUMSTANCE,
  "vendor-data": CIRCUMSTANCE,
  "unknown-part": CIRCUMSTANCE,
  "hidden-bytes": CIRCUMSTANCE,
  "hdr-layer": TECHNICAL,
  "colour-profile": TECHNICAL,
  "colour-profile-custom": TECHNICAL,
  "colour-profile-damaged": TECHNICAL,
  encoder: TECHNICAL,
  language: TECHNICAL,
  "damaged-end": NOTE,
};

// Two of these are two things, even when the sentence is the same.
const PARTS = new Set(["attached-video", "extra-picture", "hdr-layer"]);

// From this severity on, a finding in our own output means that the cleaning failed.
export const MUST_BE_GONE = CIRCUMSTANCE;

// What Python's str.strip() takes off.
const SPACES =
  "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009" +
  "\u200a\u2028\u2029\u202f\u205f\u3000";
const BETWEEN = new RegExp(`[${SPACES}]+`);
const HIDDEN = /(?! )[\p{C}\p{Z}]/gu;

/**
 * The text without these characters around it. No expression: many spaces inside would take it long.
 * @param {string} text @param {string} [around]
 * @returns {string}
 */
export function strip(text, around = SPACES) {
  let start = 0;
  let end = text.length;
  while (start < end && around.includes(text[start])) start++;
  while (start < end && around.includes(text[end - 1])) end--;
  return text.slice(start, end);
}

/** The words of a text. @param {string} text @returns {string[]} */
export const split = (text) => text.split(BETWEEN).filter(Boolean);

/**
 * The first characters of a text, whole ones.
 * @param {string} text @param {number} length
 * @returns {string}
 */
export const cut = (text, length) => [...text.slice(0, length * 2)].slice(0, length).join("");

/** @typedef {{part: string, offset: number}} Place */
/** @typedef {{mediaType: string, ranges: [number, number][]}} Embedded */
/**
 * @typedef {{code: string, severity: number, place: Place, bytes: number, values: [string, string][],
 *   embedded: Embedded | null}} Finding
 */

/**
 * A finding with the severity of its code; values are cleaned and cut, empty ones left out.
 * @param {string} code @param {Place} place @param {number} size @param {Record<string, string>} [values]
 * @returns {Finding}
 */
export function makeFinding(code, place, size, values = {}) {
  /** @type {[string, string][]} */
  const shown = Object.entries(values).map(([name, text]) => [name, printable(text)]);
  const told = shown.filter(([, text]) => text);
  return { code, severity: SEVERITIES[code], place, bytes: size, values: told, embedded: null };
}

/**
 * The same finding with the picture or video it is about; ranges are offset and length in the file.
 * @param {Finding} finding @param {string} mediaType @param {...[number, number]} ranges
 * @returns {Finding}
 */
export const showing = (finding, mediaType, ...ranges) => showingAll(finding, mediaType, ranges);

/**
 * The same for ranges of which there can be more than a call has room for.
 * @param {Finding} finding @param {string} mediaType @param {[number, number][]} ranges
 * @returns {Finding}
 */
export const showingAll = (finding, mediaType, ranges) => ({ ...finding, embedded: { mediaType, ranges } });

/**
 * At most 200 characters without control or direction marks, which could rewrite a screen.
 * @param {string} text
 * @returns {string}
 */
export function printable(text) {
  // Cut before and after: the first cut bounds the work, the second is the promise.
  const spaced = cut(text, MAX_VALUE_CHARACTERS * 4).replace(HIDDEN, " ");
  return strip(cut(split(spaced).join(" "), MAX_VALUE_CHARACTERS));
}

/**
 * The findings, each said once, the worst first, then in the order of the file.
 * @param {Finding[]} findings
 * @returns {Finding[]}
 */
export function arrange(findings) {
  /** @param {Finding} some @param {Finding} other */
  const worse = (some, other) => other.severity - some.severity || some.place.offset - other.place.offset;
  const said = new Map();
  for (const finding of [...findings].sort(worse)) {
    const key = sameness(finding);
    if (!said.has(key)) said.set(key, finding);
  }
  return [...said.values()];
}

/** The key under which two findings say the same sentence. @param {Finding} finding */
function sameness({ code, values, place, bytes }) {
  if (values.length && !PARTS.has(code)) return JSON.stringify([code, values]);
  return JSON.stringify([code, place.part, place.offset, bytes]);
}
