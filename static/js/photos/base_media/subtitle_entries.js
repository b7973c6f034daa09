/**
 * The sample descriptions of subtitles that stay: how to show the texts, and no notes of their writers.
 * The names of fonts stay, and so do the styles and regions of WebVTT.
 * Source: design document metadata.md, section 10 (stsd); the standards are named in subtitle_entries.py.
 */

import { ascii, concat, latin1, startsWith } from "../bytes.js";
import { damaged } from "../errors.js";
import { MAX_CONFIGURATION_BYTES } from "../limits.js";
import { cleanConfiguration, differing, first } from "./configuration.js";
import { Fields } from "./fields.js";
import { Cleaned } from "./property_content.js";

/**
 * @import { BoxSheet } from "./box_sheet.js"
 * @import { Box, BoxReader } from "./boxes.js"
 * @import { MovieReport } from "./movie_report.js"
 */

const ENTRY_BYTES = 8;
const TIMED_TEXT_BYTES = 38;
const QUICKTIME_BYTES = 51;
/** @type {[number, number]} */
const INDEX = [6, 8];
// Flags, justification, background and box; font and face; foreground. What is between them is reserved.
/** @type {[number, number][]} */
const QUICKTIME_PARTS = [INDEX, [8, 30], [38, 42], [45, 51]];
const XML_TEXTS = 3;
const XML_MAX_BYTES = 4096;
const XML_WORDS = [
  "http://www.w3.org/ns/ttml http://www.w3.org/ns/ttml#parameter http://www.w3.org/ns/ttml#styling" +
    " http://www.w3.org/ns/ttml#metadata http://www.w3.org/ns/ttml/profile/imsc1/text" +
    " http://www.w3.org/ns/ttml/profile/imsc1/image http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt" +
    " http://www.smpte-ra.org/schemas/2052-1/2013/smpte-tt urn:ebu:tt:metadata urn:ebu:tt:style",
  // Where to find a schema; nobody looks there.
  "",
  "image/png image/jpeg font/otf font/ttf font/woff application/x-font-opentype",
].map((words) => new Set(words.split(" ")));
const WEB_MARK = "WEBVTT";
const WEB_BLOCKS = ["STYLE", "REGION"];
const WEB_SPACES = " \t\n\r\v\f";
const NO_PACKING = { samples: 0, bytes: 0 };

/** Goes through the entries of one track, which are all of a kind in `SUBTITLE_ENTRIES`. */
export class SubtitleEntryPlanner {
  #reader;
  #source;
  #sheet;
  #report;

  /** @param {BoxReader} reader @param {BoxSheet} sheet @param {MovieReport} report */
  constructor(reader, sheet, report) {
    this.#reader = reader;
    this.#source = reader.source;
    this.#sheet = sheet;
    this.#report = report;
  }

  /** Put one entry on the sheet. @param {Box} entry */
  plan(entry) {
    const isTimed = entry.kind === "tx3g" || this.#isTimedText(entry);
    if (entry.kind === "text" && !isTimed) {
      this.#quicktime(entry);
      return NO_PACKING;
    }
    let length = isTimed ? TIMED_TEXT_BYTES : ENTRY_BYTES;
    this.#sheet.keepParts(entry, [INDEX[0], length]);
    if (entry.kind === "stpp") length += this.#xmlTexts(entry);
    for (const child of this.#reader.children(entry, length)) this.#child(entry, child);
    return NO_PACKING;
  }

  /**
   * True for a `text` with the fields of `tx3g`, as FFmpeg writes it; QuickTime's has other bytes there.
   * @param {Box} entry
   */
  #isTimedText(entry) {
    const start = entry.content + TIMED_TEXT_BYTES + 4;
    return entry.kind === "text" && latin1(this.#source.window(start, 4)) === "ftab";
  }

  /** The fields, and the name of the font behind its length. @param {Box} entry */
  #quicktime(entry) {
    this.#sheet.keepParts(entry, ...QUICKTIME_PARTS);
    const start = entry.content + QUICKTIME_BYTES;
    if (start < entry.end) {
      const length = 1 + this.#source.read(start, 1)[0];
      this.#sheet.sheet.keep(start, Math.min(length, entry.end - start));
    }
  }

  /**
   * Known names of namespaces and of types; spaces take the place of others. Gives the length of all.
   * @param {Box} entry
   */
  #xmlTexts(entry) {
    const start = entry.content + ENTRY_BYTES;
    const content = this.#source.read(start, Math.min(entry.contentBytes - ENTRY_BYTES, XML_MAX_BYTES));
    const texts = latin1(content).split("\0", XML_TEXTS);
    const old = ascii(texts.map((text) => `${text}\0`).join(""));
    if (texts.length < XML_TEXTS || old.length > content.length) throw damaged("size");
    const cleaned = ascii(texts.map((text, at) => `${only(XML_WORDS[at], text)}\0`).join(""));
    this.#sheet.write(start, cleaned);
    this.#report.configuration(entry, old, new Cleaned(cleaned, differing(old, cleaned)));
    return old.length;
  }

  /** @param {Box} entry @param {Box} box */
  #child(entry, box) {
    const clean = CLEANERS.get(`${entry.kind} ${box.kind}`);
    const isRead = clean && box.contentBytes <= MAX_CONFIGURATION_BYTES;
    const content = isRead ? this.#source.read(box.content, box.contentBytes) : new Uint8Array(0);
    const cleaned = isRead ? clean(content) : new Cleaned(null);
    if (cleaned.content === null) {
      this.#report.box(box);
      this.#sheet.free(box);
      return;
    }
    this.#sheet.keepHead(box);
    this.#sheet.write(box.content, cleaned.content);
    this.#report.configuration(box, content, cleaned);
  }
}

/** @param {Set<string>} known @param {string} text */
function only(known, text) {
  return text.replace(/[^ ]+/g, (word) => (known.has(word) ? word : " ".repeat(word.length)));
}

/** Numbers and names. @param {Uint8Array} content */
function fonts(content) {
  const fields = new Fields(content);
  for (let left = fields.number(2); left > 0; left -= 1) {
    fields.number(2);
    fields.raw(fields.number(1));
  }
  return first(content, fields.at);
}

/**
 * The mark of WebVTT, and blocks of styles and regions; empty lines take the place of all else.
 * @param {Uint8Array} content
 */
function webHead(content) {
  if (!startsWith(content, ascii(WEB_MARK))) return new Cleaned(null);
  const pieces = [WEB_MARK];
  let isKept = false;
  let isFirst = false;
  const rest = latin1(content.subarray(WEB_MARK.length));
  for (const [line] of rest.matchAll(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g)) {
    const text = withoutEnd(line);
    isKept = text !== "" && (isKept || (isFirst && WEB_BLOCKS.includes(text)));
    pieces.push(isKept ? line : "\n".repeat(line.length));
    isFirst = text === "";
  }
  const cleaned = ascii(pieces.join(""));
  return new Cleaned(cleaned, differing(content, cleaned));
}

/**
 * The line without spaces at its end; no expression, which would take long for many spaces.
 * @param {string} line
 */
function withoutEnd(line) {
  let end = line.length;
  while (end && WEB_SPACES.includes(line[end - 1])) end -= 1;
  return line.slice(0, end);
}

/** @param {Uint8Array} content */
const rates = (content) => cleanConfiguration("btrt", content);

const CLEANERS = new Map([
  ["tx3g ftab", fonts],
  ["text ftab", fonts],
  ["wvtt vttC", webHead],
  ["mp4s esds", (content) => cleanConfiguration("esds", content)],
  ["tx3g btrt", rates],
  ["wvtt btrt", rates],
  ["stpp btrt", rates],
]);
