/**
 * What a signed history of a picture (Content Credentials, C2PA) gives away: who made it with what, and
 * pictures. It reads no signature and no CBOR: it looks for a few known names.
 * Source: C2PA specification 2.2; RFC 8949 section 3 (text strings of CBOR).
 */

import { ascii, latin1, toNumber } from "../bytes.js";
import { NOWHERE } from "../extents.js";
import { makeFinding } from "../findings.js";
import { reportPictures } from "../previews.js";
import { LATITUDE_LIMIT, LONGITUDE_LIMIT } from "./position.js";
import { readText } from "./text.js";
import { coordinateText } from "./xmp.js";

/**
 * @import { Extents } from "../extents.js"
 * @import { Finding } from "../findings.js"
 */

const GENERATOR = "claim_generator";
const GENERATOR_INFO = "claim_generator_info";
const NAME = "dname"; // CBOR: a text of four letters
const NAME_WINDOW_BYTES = 128;
const SHORT_TEXT = 0x60;
const TEXT_OF_ONE = 0x78;
const TEXT_OF_TWO = 0x79;
const SHORT_MAX = 24;
const PERSON = '"Person"';
const PERSON_WINDOW_BYTES = 512;
const PERSON_NAME = /"name"[ \t-\r]?:[ \t-\r]?"([^"\\]{1,200})"/;
const PEOPLE_MAX = 16;
const POSITION = /"(?:exif|EXIF):GPS(Latitude|Longitude)"[ \t-\r]?:[ \t-\r]?"([^"]{1,32})"/g;

/**
 * Findings for JUMBF boxes; `isKnown` says that they stand where only a signed history may stand.
 * @param {Uint8Array} block @param {string} part @param {number} offset @param {Extents} [extents]
 * @param {boolean} [isKnown]
 * @returns {Finding[]}
 */
export function reportHistory(block, part, offset, extents = NOWHERE, isKnown = false) {
  const place = { part, offset };
  // One letter a byte.
  const text = latin1(block);
  /** @param {string} code @param {Record<string, string>} values */
  const make = (code, values) => makeFinding(code, place, block.length, values);
  if (!isKnown && !text.includes("c2pa")) return [make("vendor-data", { fourcc: part })];
  const found = [make("provenance", { generator: generatorOf(text) })];
  const people = new Set(peopleOf(text));
  if (people.size) found.push(make("person", { values: [...people].join("; ") }));
  const position = new Map(Array.from(text.matchAll(POSITION), (match) => [match[1], match[2]]));
  if (position.size) {
    const lat = coordinateText(plain(position.get("Latitude") ?? ""), LATITUDE_LIMIT);
    const lon = coordinateText(plain(position.get("Longitude") ?? ""), LONGITUDE_LIMIT);
    found.push(make("location", lat && lon ? { lat, lon } : {}));
  }
  return [...found, ...reportPictures(block, part, offset, extents)];
}

/** @param {string} letters */
function plain(letters) {
  return readText(ascii(letters));
}

/**
 * The names of the first people: each stands in the same braces as the word for a person.
 * @param {string} text
 */
function* peopleOf(text) {
  let at = text.indexOf(PERSON);
  for (let count = 0; count < PEOPLE_MAX && at >= 0; count++) {
    const first = Math.max(at - PERSON_WINDOW_BYTES, 0);
    const brace = text.slice(first, at).lastIndexOf("{");
    const end = text.slice(at, at + PERSON_WINDOW_BYTES).indexOf("}");
    const match = end >= 0 ? PERSON_NAME.exec(text.slice(brace < 0 ? 0 : first + brace, at + end)) : null;
    if (match) yield plain(match[1]);
    at = text.indexOf(PERSON, at + PERSON.length);
  }
}

/** The program that signed; empty when its name is not where it is expected. @param {string} text */
function generatorOf(text) {
  const infoAt = text.indexOf(GENERATOR_INFO);
  if (infoAt >= 0) {
    const nameAt = text.slice(infoAt, infoAt + NAME_WINDOW_BYTES).indexOf(NAME);
    return nameAt >= 0 ? cborText(text, infoAt + nameAt + NAME.length) : "";
  }
  const at = text.indexOf(GENERATOR);
  return at >= 0 ? cborText(text, at + GENERATOR.length) : "";
}

/** @param {string} text @param {number} at */
function cborText(text, at) {
  const kind = at < text.length ? text.charCodeAt(at) : 0;
  if (kind >= SHORT_TEXT && kind < SHORT_TEXT + SHORT_MAX) {
    return plain(text.slice(at + 1, at + 1 + kind - SHORT_TEXT));
  }
  if (kind !== TEXT_OF_ONE && kind !== TEXT_OF_TWO) return "";
  const start = at + 1 + (kind === TEXT_OF_TWO ? 1 : 0) + 1;
  return plain(text.slice(start, start + toNumber(ascii(text.slice(at + 1, start)))));
}
