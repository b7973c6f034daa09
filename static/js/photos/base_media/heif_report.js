/**
 * What the items that are left out of a HEIC or AVIF file give away: metadata, small copies, layers.
 * Source: ISO/IEC 23008-12 sections 6.4 and 6.5.8 and annex A (Exif and XMP items).
 */

import { latin1 } from "../bytes.js";
import { Extents, NOWHERE } from "../extents.js";
import { makeFinding, showingAll, strip } from "../findings.js";
import { distantExifBlock } from "../formats/png_report.js";
import { reportExif } from "../metadata/exif_report.js";
import { reportHistory } from "../metadata/provenance.js";
import { reportXmp } from "../metadata/xmp.js";
import { ReadingBudget } from "../reading.js";
import { distinct, firstBytes, total } from "./item_contents.js";
import { CODED, DERIVED } from "./kept_items.js";

/**
 * @import { Place } from "../findings.js"
 * @import { Draft } from "../plan.js"
 * @import { StillTables } from "./heif_tables.js"
 * @import { ItemContents } from "./item_contents.js"
 * @import { Item } from "./items.js"
 * @import { KeptProperties } from "./kept_properties.js"
 */

export const TONE_MAP = "tmap";
const XMP_TYPE = "application/rdf+xml";
const CREDENTIALS = ["application/c2pa", "application/x-c2pa-manifest-store"];
const PICTURES = new Set([...CODED, ...DERIVED, "hev1", "lhv1", "jpeg", "j2k1", "vvc1", "unci"]);
// What makers call auxiliary pictures; the first part that fits counts.
const LAYERS = [
  ["gainmap", "hdr-layer"],
  ["matte", "matte-layer"],
  ["depth", "depth-layer"],
  ["disparity", "depth-layer"],
  [":auxid:2", "depth-layer"],
  ["thumbnail", "thumbnail"],
];
const JPEG_MARK = "\xff\xd8\xff";
const SHOWN_RANGES_MAX = 64;
const SHOWN = ["thumbnail", "extra-picture"];

/** Notes one finding for each item that does not stay; parts of a dropped picture count as that picture. */
export class ItemReport {
  #draft;
  #items;
  #contents;
  #properties;
  #kept;
  #budget = new ReadingBudget();
  /** @type {Map<number, Set<string>>} */
  #roles = new Map();
  /** @type {Map<number, number[]>} */
  #parts = new Map();
  /** @type {Set<number>} */
  #isPart = new Set();

  /**
   * @param {Draft} draft @param {StillTables} tables @param {ItemContents} contents
   * @param {KeptProperties} properties @param {Set<number>} kept
   */
  constructor(draft, tables, contents, properties, kept) {
    this.#draft = draft;
    this.#items = tables.items;
    this.#contents = contents;
    this.#properties = properties;
    this.#kept = kept;
    for (const { kind, source, targets } of tables.references) {
      if (!this.#roles.has(source)) this.#roles.set(source, new Set());
      this.#roles.get(source)?.add(kind);
      for (const target of targets) this.#notePart(kind, source, target);
    }
  }

  /**
   * A picture is made of its inputs and of its alpha.
   * @param {string} kind @param {number} source @param {number} target
   */
  #notePart(kind, source, target) {
    const isAlpha = kind === "auxl" && this.#properties.isAlpha(source);
    if (kind !== "dimg" && !isAlpha) return;
    const [whole, part] = isAlpha ? [target, source] : [source, target];
    if (whole !== part && !this.#kept.has(whole) && !this.#kept.has(part) && this.#items.has(whole)) {
      if (!this.#parts.has(whole)) this.#parts.set(whole, []);
      this.#parts.get(whole)?.push(part);
      this.#isPart.add(part);
    }
  }

  /**
   * Note everything; gives where in the file the data is whose finding is noted.
   * @returns {[number, number][]}
   */
  run() {
    const noted = [];
    const seen = new Set(this.#kept);
    const numbers = [...this.#items.keys()];
    const wholes = numbers.filter((number) => !this.#isPart.has(number));
    // Pictures that are made of each other have no whole; they are noted one by one.
    for (const number of [...wholes, ...numbers]) {
      const group = this.#group(number, seen);
      const ranges = group.flatMap((member) => this.#contents.existing(member));
      if (group.length) this.#note(/** @type {Item} */ (this.#items.get(number)), ranges);
      for (const range of ranges) noted.push(range);
    }
    return distinct(noted);
  }

  /**
   * An item and what it is made of, without what was given before.
   * @param {number} number @param {Set<number>} seen
   */
  #group(number, seen) {
    /** @type {number[]} */
    const group = [];
    const waiting = [number];
    while (waiting.length) {
      const member = /** @type {number} */ (waiting.pop());
      if (!this.#items.has(member) || seen.has(member)) continue;
      seen.add(member);
      group.push(member);
      for (const part of this.#parts.get(member) ?? []) waiting.push(part);
    }
    return group;
  }

  /** @param {Item} item @param {[number, number][]} ranges */
  #note(item, ranges) {
    const size = total(ranges) || item.box.size;
    const own = this.#contents.existing(item.number);
    const place = { part: strip(item.kind), offset: own.length ? own[0][0] : item.box.start };
    if (item.kind === "Exif" || item.contentType === XMP_TYPE || CREDENTIALS.includes(item.contentType)) {
      this.#described(item, own, place, size);
      return;
    }
    const [code, values] = this.#meaning(item);
    const finding = makeFinding(code, place, size, values);
    const isShown = SHOWN.includes(code) && this.#isJpeg(own);
    this.#draft.add(isShown ? showingAll(finding, "image/jpeg", own) : finding);
  }

  /**
   * Metadata and signed histories, which can be read; a packed one is only named.
   * @param {Item} item @param {[number, number][]} ranges @param {Place} place @param {number} size
   */
  #described(item, ranges, place, size) {
    if (item.contentEncoding || !this.#budget.take(total(ranges))) {
      this.#draft.add(makeFinding("vendor-data", place, size, { fourcc: place.part }));
      return;
    }
    const content = this.#contents.read(ranges);
    const extents = ranges.length <= SHOWN_RANGES_MAX ? new Extents(ranges) : NOWHERE;
    if (item.kind === "Exif") {
      const block = distantExifBlock(content);
      const own = extents.part(content.length - block.length, block.length);
      this.#draft.addAll(reportExif(block, "Exif", place.offset, own));
    } else if (CREDENTIALS.includes(item.contentType)) {
      this.#draft.addAll(reportHistory(content, "C2PA", place.offset, extents, true));
    } else {
      this.#draft.addAll(reportXmp(content, "XMP", place.offset));
    }
  }

  /**
   * Code and values of the finding for an item.
   * @param {Item} item
   * @returns {[string, Record<string, string>]}
   */
  #meaning(item) {
    if (this.#roles.get(item.number)?.has("thmb")) return ["thumbnail", {}];
    const types = this.#properties.auxiliaryTypes(item.number);
    if (types.length && !this.#properties.isAlpha(item.number)) return layer(types);
    if (item.kind === TONE_MAP) return ["hdr-layer", {}];
    if (PICTURES.has(item.kind) || item.contentType.startsWith("image/")) {
      const [width, height] = this.#properties.dimensions(item.number);
      return ["extra-picture", width && height ? { w: String(width), h: String(height) } : {}];
    }
    const code = item.kind === "mime" || item.kind === "uri " ? "vendor-data" : "unknown-part";
    return [code, { fourcc: strip(item.kind) }];
  }

  /** @param {[number, number][]} ranges */
  #isJpeg(ranges) {
    if (ranges.length > SHOWN_RANGES_MAX) return false;
    return latin1(this.#contents.read(firstBytes(ranges, 3))) === JPEG_MARK;
  }
}

/**
 * What an auxiliary picture is, by the names of its types.
 * @param {string[]} types
 * @returns {[string, Record<string, string>]}
 */
function layer(types) {
  for (const name of types) {
    const lower = name.toLowerCase();
    const found = LAYERS.find(([part]) => lower.includes(part));
    if (found) return [found[1], {}];
  }
  return ["vendor-data", { fourcc: strip(types[0].slice(types[0].lastIndexOf(":") + 1)) }];
}
