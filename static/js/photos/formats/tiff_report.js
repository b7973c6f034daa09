/**
 * What the tags that are left out of a TIFF give away. Nothing here decides what is kept.
 * Source: design document metadata.md, sections 8 and 12; TIFF 6.0 appendix A; the numbers of private tags as
 * their owners registered them (Adobe, GDAL, ImageJ, GeoTIFF, C2PA).
 */

import { startsWith } from "../bytes.js";
import { Extents } from "../extents.js";
import { makeFinding, showing } from "../findings.js";
import { Directories, EXIF_DIRECTORY, GPS_DIRECTORY } from "../metadata/exif.js";
import { reportDirectories } from "../metadata/exif_report.js";
import { reportIptc, reportResources } from "../metadata/iptc.js";
import { readTerminated } from "../metadata/text.js";
import { reportXmp } from "../metadata/xmp.js";
import { ReadingBudget } from "../reading.js";
import { merge } from "../spans.js";
import { WHOLE_NUMBERS } from "./tiff_directory.js";
import { INTERCHANGE, INTERCHANGE_BYTES, STRIP_BYTES, STRIP_OFFSETS } from "./tiff_tags.js";

/**
 * @import { Finding } from "../findings.js"
 * @import { Entry } from "../metadata/exif.js"
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Directory, TiffReader } from "./tiff_directory.js"
 */

const PART = "TIFF";
const XMP = 700;
const IPTC = 33723;
const PHOTOSHOP = 34377;
const JPEG_MARK = new Uint8Array([0xff, 0xd8, 0xff]);
// Reading a directory of EXIF takes longer than finding it; the pages of one document say the same.
const DETAILED_PAGES = 32;

const TEXTS = new Map([
  [285, ["description", "value"]],
  [333, ["description", "value"]],
  [337, ["device", "host"]],
  [32781, ["serial", "values"]],
]);
/** @type {Map<number, [string, string]>} */
const KINDS = new Map(
  /** @type {[number[], string, string][]} */ ([
    [[33550, 33922, 34264, 34735, 34736, 34737], "location", "GeoTIFF"],
    [[37724], "original-picture", "Photoshop"],
    [[52545], "provenance", "C2PA"],
    [[288, 289], "hidden-bytes", "free bytes"],
    [[18246, 18249], "vendor-data", "Rating"],
    [[42112, 42113], "vendor-data", "GDAL"],
    [[50341], "vendor-data", "PrintIM"],
    [[50838, 50839], "vendor-data", "ImageJ"],
  ]).flatMap(([tags, code, name]) => tags.map((tag) => [tag, [code, name]])),
);
const UNKNOWN = ["unknown-part", ""];
const NAMED_TAGS = 8;
// Tags of TIFF, Exif and DNG, of which `exif_report` tells those that say something: first and end.
const TOLD_TOGETHER = [
  [0, 0x8000],
  [0x8298, 0x829e],
  [0x8769, 0x8840],
  [0x9000, 0xa700],
  [0xc612, 0xc7b6],
];
/** @typedef {(block: Uint8Array, part: string, offset: number, extents?: Extents) => Finding[]} Read */

/** @type {Map<number, [string, Read]>} */
const BLOCKS = new Map([
  [XMP, ["XMP", reportXmp]],
  [IPTC, ["IPTC", reportIptc]],
  [PHOTOSHOP, ["Photoshop", reportResources]],
]);

/** Notes findings about tags and pages; all share one budget. */
export class TagReport {
  #budget = new ReadingBudget();
  #detailedLeft = DETAILED_PAGES;

  /** @param {Source} source @param {Draft} draft @param {TiffReader} reader */
  constructor(source, draft, reader) {
    this.source = source;
    this.draft = draft;
    this.reader = reader;
  }

  /**
   * Notes a small copy of the picture, which a page can show when it is one whole JPEG.
   * @param {Directory} page @param {[number, number][]} spans
   */
  droppedPage(page, spans) {
    this.draft.add(this.#smallCopy(page, total(spans)));
  }

  /**
   * Notes what the tags say that are left out of one page; `spans` is where all of it is.
   * @param {Directory} page @param {Entry[]} entries @param {[number, number][]} spans
   */
  dropped(page, entries, spans) {
    const found = [];
    const alike = new Map();
    for (const entry of entries) {
      const tag = entry.tag;
      if (tag === INTERCHANGE) {
        found.push(this.#smallCopy(page, this.#onlyNumber(page, INTERCHANGE_BYTES)));
      } else if (BLOCKS.has(tag)) {
        found.push(...this.#block(entry, page));
      } else if (TEXTS.has(tag)) {
        found.push(...this.#text(entry, page));
      } else if (KINDS.has(tag) || !TOLD_TOGETHER.some(([first, end]) => first <= tag && tag < end)) {
        const [code, name] = KINDS.get(tag) ?? UNKNOWN;
        const key = `${code} ${name}`;
        if (!alike.has(key)) alike.set(key, { code, name, group: [] });
        alike.get(key).group.push(entry);
      }
    }
    for (const { code, name, group } of alike.values()) found.push(this.#kind(code, name, group, page));
    const size = total(spans);
    found.push(...this.#described(page, entries, size));
    if (entries.length && !found.length) {
      found.push(makeFinding("vendor-data", { part: PART, offset: page.offset }, size, { fourcc: PART }));
    }
    this.draft.addAll(found);
  }

  /**
   * Offset and size of a value; those of its page's directory when it has no place of its own.
   * @param {Entry} entry @param {Directory} page
   * @returns {[number, number]}
   */
  #span(entry, page) {
    const [start, end] = page.span;
    return this.reader.directories.span(entry) ?? [start, end - start];
  }

  /**
   * One finding for all tags of a page that say the same.
   * @param {string} code @param {string} name @param {Entry[]} entries @param {Directory} page
   */
  #kind(code, name, entries, page) {
    const spans = entries.map((entry) => this.#span(entry, page));
    const numbers = entries.slice(0, NAMED_TAGS).map((entry) => entry.tag);
    const size = total(spans.map(([start, length]) => [start, start + length]));
    const values = { fourcc: name || `tag ${numbers.join(", ")}` };
    return makeFinding(code, { part: PART, offset: spans[0][0] }, size, values);
  }

  /** @param {Entry} entry @param {Directory} page */
  #text(entry, page) {
    const [code, name] = TEXTS.get(entry.tag) ?? UNKNOWN;
    const text = readTerminated(this.reader.directories.raw(entry));
    const [offset, size] = this.#span(entry, page);
    return text ? [makeFinding(code, { part: PART, offset }, size, { [name]: text })] : [];
  }

  /** @param {Entry} entry @param {Directory} page */
  #block(entry, page) {
    const [name, read] = /** @type {[string, Read]} */ (BLOCKS.get(entry.tag));
    const [start, size] = this.#span(entry, page);
    /** @type {Finding[]} */
    let found = [];
    if (this.reader.directories.span(entry) && this.#budget.take(size)) {
      const extents = entry.tag === PHOTOSHOP ? [Extents.at(start, size)] : [];
      found = read(this.source.read(start, size), name, start, ...extents);
    }
    if (found.length) return found;
    return [makeFinding("vendor-data", { part: name, offset: start }, size, { fourcc: name })];
  }

  /**
   * Findings for texts, and for the EXIF and GPS directories the tags lead to.
   * @param {Directory} page @param {Entry[]} entries @param {number} size
   */
  #described(page, entries, size) {
    /** @type {Map<number, Entry>} */
    const main = new Map();
    for (const entry of entries) {
      if (!BLOCKS.has(entry.tag) && !TEXTS.has(entry.tag) && !main.has(entry.tag)) main.set(entry.tag, entry);
    }
    const exif = this.#privateTags(main, EXIF_DIRECTORY);
    const gps = this.#privateTags(main, GPS_DIRECTORY);
    const hasPrivate = exif.size > 0 || gps.size > 0;
    const place = { part: hasPrivate ? "Exif" : PART, offset: page.offset };
    this.#detailedLeft -= 1;
    /** @type {Finding[]} */
    let found = [];
    if (this.#detailedLeft >= 0) {
      const directories = new Directories(this.reader.directories, main, exif, gps, new Map());
      found = reportDirectories(directories, place, size);
    }
    if (!hasPrivate || found.length) return found;
    return [makeFinding("vendor-data", place, size, { fourcc: "Exif" })];
  }

  /** @param {Map<number, Entry>} main @param {number} tag @returns {Map<number, Entry>} */
  #privateTags(main, tag) {
    const entry = main.get(tag);
    const found = new Map();
    for (const inside of entry ? this.reader.privateEntries(this.reader.pointer(entry)) : []) {
      // A packet has a budget of its own.
      if (inside.tag !== XMP && !found.has(inside.tag)) found.set(inside.tag, inside);
    }
    return found;
  }

  /** @param {Directory} page @param {number} size */
  #smallCopy(page, size) {
    const finding = makeFinding("thumbnail", { part: PART, offset: page.offset }, size);
    const jpeg = this.#jpegOf(page);
    return jpeg ? showing(finding, "image/jpeg", jpeg) : finding;
  }

  /**
   * Offset and length of the one JPEG that a small copy is made of.
   * @param {Directory} page
   * @returns {[number, number] | null}
   */
  #jpegOf(page) {
    for (const [startTag, sizeTag] of [
      [INTERCHANGE, INTERCHANGE_BYTES],
      [STRIP_OFFSETS, STRIP_BYTES],
    ]) {
      const start = this.#onlyNumber(page, startTag);
      const size = this.#onlyNumber(page, sizeTag);
      const isInside = size > 0 && size <= this.source.size - start;
      if (isInside && startsWith(this.source.window(start, 3), JPEG_MARK)) return [start, size];
    }
    return null;
  }

  /** @param {Directory} page @param {number} tag */
  #onlyNumber(page, tag) {
    const entry = page.entry(tag);
    const isOne = entry && entry.count === 1 && WHOLE_NUMBERS.has(entry.kind);
    return isOne ? this.reader.numbers(entry, 1)[0] : 0;
  }
}

/** Bytes in the spans, each counted once. @param {[number, number][]} spans */
function total(spans) {
  return merge(spans).reduce((sum, [start, end]) => sum + end - start, 0);
}
