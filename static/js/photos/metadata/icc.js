/**
 * A colour profile rebuilt from what changes colour, so that no names and numbers stay.
 *
 * The same profile in gives the same bytes out, and a rebuilt profile is rebuilt to itself.
 * Source: ICC.1:2022 sections 7.2 (header), 7.3 (table), 10 (types).
 */

import { ascii, concat, equal, latin1, startsWith, toBytes, toNumber, zeros } from "../bytes.js";
import { MAX_ICC_TAGS } from "../limits.js";

export const HEADER_BYTES = 128;
const TAG_ENTRY_BYTES = 12;
const NEUTRAL_DATE = ascii("\x07\xd0\0\x01\0\x01\0\0\0\0\0\0");

export const KEPT_TAGS = new Set(
  ("wtpt bkpt rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC chad chrm gamt cicp lumi A2B0 A2B1 A2B2 A2B3 B2A0 B2A1" +
    " B2A2 B2A3 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 pre0 pre1 pre2 clrt clot ncl2").split(" "),
);

const NAME_V4 = "mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\0\0\0\x06\0\0\0\x1c";
/** @type {[string, Uint8Array][]} */
const NAMES_V4 = [["desc", ascii(NAME_V4 + "\0R\0G\0B")], ["cprt", ascii(NAME_V4 + "\0C\0C\x000")]];
/** @type {[string, Uint8Array][]} */
const NAMES_V2 = [
  ["desc", concat([ascii("desc\0\0\0\0\0\0\0\x04RGB\0"), zeros(78)])],
  ["cprt", ascii("text\0\0\0\0CC0\0")],
];
// One, three, four, five and seven numbers of four bytes behind a head of twelve.
const CURVE_BYTES = [16, 24, 28, 32, 40];

/**
 * The bytes between two offsets as a number; fewer of them at the end.
 * @param {Uint8Array} bytes @param {number} start @param {number} end
 * @returns {number}
 */
export function number(bytes, start, end) {
  return toNumber(bytes.subarray(start, end));
}

/**
 * The profile with only what changes colour, or null when it cannot be understood.
 * @param {Uint8Array} profile
 * @returns {Uint8Array | null}
 */
export function rebuildProfile(profile) {
  const size = number(profile, 0, 4);
  const isWhole = size >= HEADER_BYTES + 4 && size <= profile.length;
  if (!isWhole || !startsWith(profile, ascii("acsp"), 36)) return null;
  const kept = readTags(profile.subarray(0, size));
  if (!kept) return null;
  const names = profile[8] >= 4 ? NAMES_V4 : NAMES_V2;
  return assemble(profile, new Map([...kept, ...names]));
}

/**
 * The tags that change colour, by signature; null when one of them is not inside the profile.
 * @param {Uint8Array} profile
 * @returns {Map<string, Uint8Array> | null}
 */
export function readTags(profile) {
  const places = findTags(profile);
  return places && new Map([...places].map(([name, [start, end]]) => [name, profile.subarray(start, end)]));
}

/**
 * Start and end of the tags that change colour, as far as their type reads; null as in `readTags`.
 * @param {Uint8Array} profile
 * @returns {Map<string, [number, number]> | null}
 */
export function findTags(profile) {
  const count = number(profile, HEADER_BYTES, HEADER_BYTES + 4);
  const tableEnd = HEADER_BYTES + 4 + count * TAG_ENTRY_BYTES;
  if (count > MAX_ICC_TAGS || tableEnd > profile.length) return null;
  /** @type {Map<string, [number, number]>} */
  const places = new Map();
  for (let at = HEADER_BYTES + 4; at < tableEnd; at += TAG_ENTRY_BYTES) {
    const signature = latin1(profile.subarray(at, at + 4));
    const start = number(profile, at + 4, at + 8);
    const size = number(profile, at + 8, at + 12);
    if (!KEPT_TAGS.has(signature) || places.has(signature)) continue;
    if (start + size > profile.length) return null;
    places.set(signature, [start, start + trim(profile.subarray(start, start + size)).length]);
  }
  return places;
}

/**
 * The part of a tag that its type reads, since anything can hide behind it.
 *
 * Tables (mft1, mft2, mAB, mBA) have no length of their own and are left as they are.
 * @param {Uint8Array} content
 */
function trim(content) {
  const kind = latin1(content.subarray(0, 4));
  let used = content.length;
  if (kind === "XYZ ") used = 20;
  else if (kind === "curv") used = 12 + 2 * number(content, 8, 12);
  else if (kind === "para") used = CURVE_BYTES[number(content, 8, 10)] ?? used;
  else if (kind === "sf32") used = 44;
  return content.subarray(0, used);
}

/**
 * Header, table and contents; sorted by signature, equal contents once, each padded to four bytes.
 * @param {Uint8Array} header @param {Map<string, Uint8Array>} tags
 */
function assemble(header, tags) {
  const table = [toBytes(tags.size, 4)];
  /** @type {Uint8Array[]} */
  const contents = [];
  /** @type {{content: Uint8Array, at: number}[]} */
  const places = [];
  let end = HEADER_BYTES + 4 + TAG_ENTRY_BYTES * tags.size;
  for (const signature of [...tags.keys()].sort()) {
    const content = /** @type {Uint8Array} */ (tags.get(signature));
    let place = places.find((one) => equal(one.content, content));
    if (!place) {
      place = { content, at: end };
      places.push(place);
      const padding = zeros((4 - (content.length % 4)) % 4);
      contents.push(content, padding);
      end += content.length + padding.length;
    }
    table.push(ascii(signature), toBytes(place.at, 4), toBytes(content.length, 4));
  }
  return concat([neutralHeader(header, end), ...table, ...contents]);
}

/**
 * The header without date, makers, creator and profile ID, for a profile of `size` bytes.
 * @param {Uint8Array} header @param {number} size
 * @returns {Uint8Array}
 */
export function neutralHeader(header, size) {
  return concat([
    toBytes(size, 4),
    zeros(4), // colour management module
    header.subarray(8, 24), // version, class, colour space, connection space
    NEUTRAL_DATE,
    header.subarray(36, 40), // acsp
    zeros(4), // platform
    header.subarray(44, 48), // flags
    zeros(8), // device maker and model
    header.subarray(56, 80), // attributes, intent, white point
    zeros(HEADER_BYTES - 80), // creator, profile id, reserved
  ]);
}
