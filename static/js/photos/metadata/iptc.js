/**
 * What Photoshop's resource block gives away: IPTC captions and names, previews, links, copies of others.
 *
 * Source: Adobe Photoshop file formats (image resource blocks); IPTC-IIM 4.2 chapter 3 (data sets).
 */

import { ascii, startsWith, toNumber, u16, u32 } from "../bytes.js";
import { NOWHERE } from "../extents.js";
import { makeFinding, strip } from "../findings.js";
import { JPEG_MARK, thumbnail } from "../previews.js";
import { reportExif } from "./exif_report.js";
import { compactTime } from "./moments.js";
import { profileNames } from "./profile_names.js";
import { VALUE_MAX_BYTES, readTerminated, readText, utf16 } from "./text.js";
import { reportXmp } from "./xmp.js";

/**
 * @import { Extents } from "../extents.js"
 * @import { Finding, Place } from "../findings.js"
 */

export const PHOTOSHOP_MARK = ascii("Photoshop 3.0\0");

const RESOURCE_MARK = ascii("8BIM");
const CAPTION = 0x03f0;
const IPTC = 0x0404;
const URL = 0x040b;
const PROFILE = 0x040f;
const URLS = 0x041e;
const VERSION = 0x0421;
const EXIFS = [0x0422, 0x0423];
const XMP = 0x0424;
const PREVIEWS = [0x0409, 0x040c];
// Kind, width, height, bytes of a row, sizes, bits and planes stand before the picture.
const PREVIEW_HEAD_BYTES = 28;
const RESOURCES_MAX = 1024;
const DATA_SETS_MAX = 10000;
const URLS_MAX = 64;

/** @type {Map<number, [string, string]>} */
const DATA_SETS = new Map();
for (const [code, name, ...numbers] of /** @type {[string, string, ...number[]][]} */ ([
  ["description", "value", 5, 40, 103, 105],
  ["keywords", "value", 25],
  ["location", "name", 26, 27, 90, 92, 95, 100, 101],
  ["software", "value", 65],
  ["person", "values", 80, 110, 115, 116, 122],
  ["contact", "values", 118],
  ["caption", "value", 120],
])) {
  for (const number of numbers) DATA_SETS.set(number, [code, name]);
}

// When it was made, and when it was scanned.
const DATES_AND_CLOCKS = [[55, 60], [62, 63]];
const MOMENTS = DATES_AND_CLOCKS.flat();

/**
 * Findings for a chain of 8BIM resources at `offset` in the file.
 * @param {Uint8Array} block @param {string} part @param {number} offset @param {Extents} [extents]
 * @returns {Finding[]}
 */
export function reportResources(block, part, offset, extents = NOWHERE) {
  const found = [];
  for (const [number, start, size] of resources(block)) {
    const resource = block.subarray(start, start + size);
    const where = extents.part(start, size);
    for (const finding of resourceFindings(number, resource, { part, offset }, where)) found.push(finding);
  }
  if (found.length) return found;
  return [makeFinding("vendor-data", { part, offset }, block.length, { fourcc: part })];
}

/**
 * Findings for bare IPTC data sets, without the resources around them.
 * @param {Uint8Array} block @param {string} part @param {number} offset
 * @returns {Finding[]}
 */
export function reportIptc(block, part, offset) {
  const texts = new Map();
  /** @param {string} code @param {string} name @param {string} text */
  const say = (code, name, text) => {
    const key = `${code} ${name}`;
    if (!texts.has(key)) texts.set(key, { code, name, said: new Set() });
    texts.get(key).said.add(text);
  };
  const moments = new Map();
  for (const [number, raw] of dataSets(block)) {
    const known = DATA_SETS.get(number);
    if (known) {
      say(...known, readText(raw));
    } else if (MOMENTS.includes(number) && !moments.has(number)) {
      moments.set(number, readText(raw));
    }
  }
  for (const [date, clock] of DATES_AND_CLOCKS) {
    say("time", "value", compactTime(moments.get(date) ?? "", moments.get(clock) ?? ""));
  }
  const findings = [];
  for (const { code, name, said } of texts.values()) {
    const told = [...said].filter(Boolean);
    if (!told.length) continue;
    findings.push(makeFinding(code, { part, offset }, block.length, { [name]: told.join("; ") }));
  }
  return findings;
}

/**
 * Number, start and size of the content of each resource, as far as they are whole.
 * @param {Uint8Array} block
 */
function* resources(block) {
  let at = 0;
  for (let count = 0; count < RESOURCES_MAX; count += 1) {
    if (!startsWith(block, RESOURCE_MARK, at) || at + 7 > block.length) return;
    // The name is a byte of length and its text, together padded to an even size.
    const nameEnd = at + 6 + ((block[at + 6] + 2) & ~1);
    const start = nameEnd + 4;
    if (start > block.length) return;
    const size = u32(block, nameEnd);
    if (start + size > block.length) return;
    yield [u16(block, at + 4), start, size];
    at = start + size + (size & 1);
  }
}

/** @param {number} number @param {Uint8Array} resource @param {Place} place @param {Extents} extents */
function resourceFindings(number, resource, place, extents) {
  if (number === IPTC) return reportIptc(resource, place.part, place.offset);
  if (EXIFS.includes(number)) return reportExif(resource, place.part, place.offset, extents);
  if (number === XMP) return reportXmp(resource, place.part, place.offset);
  if (PREVIEWS.includes(number)) return [preview(resource, place, extents)];
  if (number === PROFILE) {
    return [makeFinding("colour-profile", place, resource.length, profileNames(resource))];
  }
  const [code, name, text] = resourceText(number, resource);
  return text ? [makeFinding(code, place, resource.length, { [name]: text })] : [];
}

/** @param {Uint8Array} resource @param {Place} place @param {Extents} extents */
function preview(resource, place, extents) {
  const isJpeg = startsWith(resource, JPEG_MARK, PREVIEW_HEAD_BYTES);
  const where = isJpeg ? extents.part(PREVIEW_HEAD_BYTES, resource.length - PREVIEW_HEAD_BYTES) : NOWHERE;
  return thumbnail(place, resource.length, where);
}

/**
 * Code, name of the value, and the text of a resource that is one; an empty text for any other.
 * @param {number} number @param {Uint8Array} resource
 */
function resourceText(number, resource) {
  if (number === CAPTION) {
    return ["caption", "value", resource.length ? readText(resource.subarray(1, 1 + resource[0])) : ""];
  }
  if (number === URL) return ["web-link", "values", readTerminated(resource)];
  if (number === URLS) return ["web-link", "values", [...addresses(resource)].join("; ")];
  // Four bytes of version, a flag, and the program that wrote the file.
  if (number === VERSION) return ["software", "value", wideText(resource, 5)[0]];
  return ["", "", ""];
}

/** The texts of a list of links: each follows a type and an ID of four bytes. @param {Uint8Array} resource */
function* addresses(resource) {
  const count = Math.min(toNumber(resource.subarray(0, 4)), URLS_MAX);
  let at = 4;
  for (let number = 0; number < count; number += 1) {
    const [text, end] = wideText(resource, at + 8);
    at = end;
    if (text) yield text;
  }
}

/**
 * A text of 16-bit letters behind their number, and where it ends.
 * @param {Uint8Array} resource @param {number} at
 * @returns {[string, number]}
 */
function wideText(resource, at) {
  const end = at + 4 + 2 * toNumber(resource.subarray(at, at + 4));
  const raw = resource.subarray(at + 4, Math.min(end, at + 4 + VALUE_MAX_BYTES));
  return [strip(utf16(raw, "big").replaceAll("\0", " ")), end];
}

/**
 * Number and content of each data set of record 2, as far as they are whole.
 * @param {Uint8Array} block
 * @returns {Generator<[number, Uint8Array]>}
 */
function* dataSets(block) {
  let at = 0;
  for (let count = 0; count < DATA_SETS_MAX; count += 1) {
    if (at + 5 > block.length || block[at] !== 0x1c) return;
    const size = u16(block, at + 3);
    // The high bit announces an extended size, which no text of a person needs.
    if (size & 0x8000 || at + 5 + size > block.length) return;
    if (block[at + 1] === 2) yield [block[at + 2], block.subarray(at + 5, at + 5 + size)];
    at += 5 + size;
  }
}
