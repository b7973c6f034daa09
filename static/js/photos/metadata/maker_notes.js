/**
 * What the maker of a camera writes for itself, as far as it says which camera, whose, where, or links files:
 * a handful of entries of the common makers, in the clear.
 * Source: the entries as ExifTool 13.59 documents them.
 */

import { ascii, hex, isZero, startsWith } from "../bytes.js";
import { makeFinding } from "../findings.js";
import { DirectoryReader, readHeader } from "./exif.js";
import { readTerminated } from "./text.js";

/**
 * @import { ByteOrder } from "../bytes.js"
 * @import { Finding, Place } from "../findings.js"
 * @import { Entry } from "./exif.js"
 */

/** A note that was opened. @typedef {{maker: string, reader: DirectoryReader, directory: number}} Note */

const OLYMPUS_DIRECTORIES = [0x2010, 0x4000];

/** @type {Record<string, Record<number, string>>} */
const TAGS = {
  apple: { 0x000b: "serial", 0x0011: "live-link", 0x0015: "serial", 0x0020: "serial", 0x002b: "serial" },
  canon: { 0x0007: "software", 0x0009: "person", 0x000c: "serial", 0x0028: "serial", 0x0096: "serial" },
  fujifilm: { 0x0010: "serial" },
  motorola: { 0x5501: "serial" },
  nikon: { 0x001d: "serial", 0x00a0: "serial" },
  olympus: { 0x0101: "serial", 0x0102: "serial", 0x0202: "serial", 0x0404: "serial" },
  panasonic: {
    0x0025: "serial",
    0x0052: "serial",
    0x0065: "description",
    0x0066: "person",
    0x0067: "location",
    0x0069: "location",
    0x006b: "location",
    0x006d: "location",
    0x006f: "location",
    0x0080: "location",
  },
  pentax: { 0x0215: "serial", 0x0229: "serial" },
  ricoh: { 0x0005: "serial" },
  sigma: { 0x0002: "serial" },
};
/** @type {Record<string, string>} */
const VALUE_NAMES = { serial: "values", person: "values", location: "name" };
const IDENTIFIERS = ["serial", "live-link"];
const DIGITS_MIN = 4;
const HEXADECIMAL_BYTES = 16;
const BINARY_KINDS = [1, 7];
const PENTAX_NUMBERS = 5;

// How a note begins: its mark, maker, where its directory is, whether offsets count from the note, where its
// byte order stands, and its byte order.
/** @type {[string, string, number, boolean, number?, ByteOrder?][]} */
const LAYOUTS = [
  ["Apple iOS\0", "apple", 14, true, 12],
  ["OLYMPUS\0", "olympus", 12, true, 8],
  ["OM SYSTEM\0", "olympus", 16, true, 12],
  ["OLYMP\0", "olympus", 8, false],
  ["Panasonic\0", "panasonic", 12, false],
  ["FUJIFILM", "fujifilm", 12, true, 0, "little"],
  ["PENTAX \0", "pentax", 10, true, 8],
  ["AOC\0", "pentax", 6, false, 4],
  ["SIGMA\0\0\0", "sigma", 10, false],
  ["FOVEON\0\0", "sigma", 10, false],
  ["RICOH", "ricoh", 8, false],
  ["Ricoh", "ricoh", 8, false],
  ["MOT\0", "motorola", 8, true],
];
const NIKON_MARK = "Nikon\0\u0002";
const NIKON_HEADER_AT = 10;
const NOTE_MAX_BYTES = 1024 * 1024;

/**
 * Findings for the note at `start` of the block that `reader` reads; none when its maker is not known.
 * @param {DirectoryReader} reader @param {number} start @param {number} size @param {string} make
 * @param {Place} place
 * @returns {Finding[]}
 */
export function reportNote(reader, start, size, make, place) {
  const note = open(reader, start, size, make);
  if (!note) return [];
  /** @type {Map<string, Set<string>>} */
  const said = new Map();
  for (const entry of entries(note)) {
    const code = TAGS[note.maker][entry.tag];
    const text = code ? textOf(note.reader, entry, code) : "";
    if (text) said.set(code, (said.get(code) ?? new Set()).add(text));
  }
  return Array.from(said, ([code, texts]) =>
    makeFinding(code, place, size, { [VALUE_NAMES[code] ?? "value"]: [...texts].join("; ") }),
  );
}

/**
 * An opened note: whose, a reader whose offsets count as the note's do, and where its directory is.
 * @param {DirectoryReader} reader @param {number} start @param {number} size @param {string} make
 * @returns {Note | null}
 */
function open(reader, start, size, make) {
  const content = reader.block.subarray(start, start + Math.min(size, NOTE_MAX_BYTES));
  if (startsWith(content, ascii(NIKON_MARK))) {
    const inner = content.subarray(NIKON_HEADER_AT);
    const header = readHeader(inner);
    if (!header) return null;
    return { maker: "nikon", reader: new DirectoryReader(inner, header.order), directory: header.firstOffset };
  }
  for (const [mark, maker, directory, countsFromNote, orderAt = 0, fixed] of LAYOUTS) {
    if (startsWith(content, ascii(mark))) {
      const order = fixed ?? orderMark(content, orderAt) ?? reader.order;
      if (countsFromNote) return { maker, reader: new DirectoryReader(content, order), directory };
      return { maker, reader: new DirectoryReader(reader.block, order), directory: start + directory };
    }
  }
  // Canon's note is a directory without any mark.
  return make.toUpperCase().startsWith("CANON") ? { maker: "canon", reader, directory: start } : null;
}

/** @param {Uint8Array} content @param {number} at @returns {ByteOrder | undefined} */
function orderMark(content, at) {
  if (startsWith(content, ascii("MM"), at)) return "big";
  return startsWith(content, ascii("II"), at) ? "little" : undefined;
}

/**
 * The entries of the note, and those of Olympus's two directories inside it that name the camera.
 * @param {Note} note
 */
function* entries(note) {
  for (const entry of note.reader.entries(note.directory)) {
    yield entry;
    const isInner = OLYMPUS_DIRECTORIES.includes(entry.tag) && [4, 13].includes(entry.kind);
    if (note.maker === "olympus" && isInner) yield* note.reader.entries(note.reader.number(entry.inline));
  }
}

/**
 * A text as it stands, a number in digits, other bytes as hexadecimal; empty for zeros and for rubbish.
 * @param {DirectoryReader} reader @param {Entry} entry @param {string} code
 */
function textOf(reader, entry, code) {
  const raw = reader.raw(entry);
  if (isZero(raw)) return "";
  if ([3, 4].includes(entry.kind) && entry.count === 1) return String(reader.number(raw));
  // Model, date, country, and the number of the camera.
  if (entry.kind === 4 && entry.count === PENTAX_NUMBERS) return String(reader.number(raw.subarray(-4)));
  const text = readTerminated(raw);
  if (!IDENTIFIERS.includes(code)) return text;
  // Programs that move a note without mending its offsets leave anything where a number was.
  const letters = text.replace(/[^0-9A-Za-z]/g, "").length;
  const isPlain = /^[ -~]*$/.test(text);
  if (isPlain && letters >= Math.max(Math.floor(text.length / 2), DIGITS_MIN)) return text;
  const isBinary = BINARY_KINDS.includes(entry.kind) && raw.length >= HEXADECIMAL_BYTES;
  return isBinary ? hex(raw.subarray(0, HEXADECIMAL_BYTES)) : "";
}
