/**
 * The tables of a `meta` box about pictures, read together.
 * Source: ISO/IEC 14496-12 section 8.11.1 (meta).
 */

import { ascii, equal, latin1 } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_TABLE_BYTES } from "../limits.js";
import { Fields } from "./fields.js";
import { LocationTable } from "./item_locations.js";
import { PropertyTable } from "./item_properties.js";
import { ItemTable, ReferenceTable, readPrimary } from "./items.js";

/**
 * @import { Source } from "../source.js"
 * @import { Box, BoxReader } from "./boxes.js"
 * @import { Item, Reference } from "./items.js"
 */

export const PICTURE_HANDLER = "pict";
export const FULL_BOX_BYTES = 4;
// One data reference, to this file itself. Anything else would name other files.
const OWN_FILE = ascii("\0\0\0\x24dinf\0\0\0\x1cdref\0\0\0\0\0\0\0\x01\0\0\0\x0curl \0\0\0\x01");
const KNOWN = ["hdlr", "pitm", "dinf", "iinf", "iloc", "iref", "iprp", "idat"];

/** The children of the box: those with a meaning by kind, the others in a list. */
export class StillTables {
  #meta;
  #reader;
  #end;

  /** @param {Box} meta @param {BoxReader} reader */
  constructor(meta, reader) {
    if (meta.size > MAX_TABLE_BYTES) throw new CleanError("too-many-parts");
    const head = reader.source.read(meta.content, Math.min(meta.contentBytes, 4));
    if (new Fields(head).versionAndFlags()[0] !== 0) throw new CleanError("unsupported-variant");
    this.#meta = meta;
    this.#reader = reader;
    /** @type {Map<string, Box>} */
    this.boxes = new Map();
    /** @type {Box[]} */
    this.others = [];
    this.#end = meta.content + FULL_BOX_BYTES;
    for (const child of reader.children(meta, FULL_BOX_BYTES)) {
      this.#take(child);
      this.#end = child.end;
    }
    this.handler = this.#read("hdlr");
    if (latin1(this.handler.subarray(8, 12)) !== PICTURE_HANDLER) throw new CleanError("unsupported-variant");
    this.primary = readPrimary(this.#read("pitm"));
    this.itemTable = new ItemTable(this.#needed("iinf"), reader);
    this.locationTable = new LocationTable(this.#read("iloc"));
    const references = this.boxes.get("iref");
    this.referenceTable = references ? new ReferenceTable(references, reader) : null;
    this.propertyTable = new PropertyTable(this.boxes.get("iprp"), reader);
  }

  /** @param {Box} child */
  #take(child) {
    if (!KNOWN.includes(child.kind)) this.others.push(child);
    else if (this.boxes.has(child.kind)) throw damaged("order");
    else this.boxes.set(child.kind, child);
  }

  /** All items by number. @returns {Map<number, Item>} */
  get items() {
    return this.itemTable.items;
  }

  /** All references between items: `{kind, source, targets}`. @returns {Reference[]} */
  get references() {
    return this.referenceTable?.references ?? [];
  }

  /**
   * Start and end of the bytes that are behind the last field or the last box of a table.
   * @returns {Generator<[number, number]>}
   */
  *unused() {
    /** @param {string} kind */
    const end = (kind) => this.#needed(kind).end;
    yield [this.#end, this.#meta.end];
    yield [end("pitm") - this.primary.rest.length, end("pitm")];
    yield [end("iloc") - this.locationTable.rest.length, end("iloc")];
    yield [this.itemTable.end, end("iinf")];
    if (this.referenceTable) yield* this.referenceTable.unused;
    yield* this.propertyTable.unused;
  }

  /**
   * The tables that name items which are not there: numbers are as good as letters for hiding a text.
   * @returns {Box[]}
   */
  withStrangers() {
    /** @type {Set<number>} */
    const named = new Set();
    for (const { source, targets } of this.references) {
      named.add(source);
      for (const target of targets) named.add(target);
    }
    /** @type {[string, {keys: () => Iterable<number>}][]} */
    const tables = [
      ["iloc", this.locationTable.locations],
      ["iprp", this.propertyTable.associations],
      ["iref", named],
    ];
    const strange = tables.filter(([, numbers]) => [...numbers.keys()].some((number) => !this.items.has(number)));
    return strange.map(([kind]) => this.#needed(kind));
  }

  /** @param {string} kind */
  #needed(kind) {
    const box = this.boxes.get(kind);
    if (!box) throw damaged("no-picture");
    return box;
  }

  /** @param {string} kind */
  #read(kind) {
    const box = this.#needed(kind);
    return this.#reader.source.read(box.content, box.contentBytes);
  }
}

/**
 * True for a `dinf` box that says what holds without it: the data is in this file.
 * @param {Box} box @param {Source} source
 * @returns {boolean}
 */
export function isOwnFile(box, source) {
  return box.size === OWN_FILE.length && equal(source.window(box.start, box.size), OWN_FILE);
}

/**
 * What a `meta` box is about: "pict" for pictures; "" when it does not say.
 * @param {Box} meta @param {BoxReader} reader
 * @returns {string}
 */
export function handlerOf(meta, reader) {
  for (const child of reader.children(meta, FULL_BOX_BYTES)) {
    if (child.kind === "hdlr") return latin1(reader.source.window(child.content + 8, 4));
  }
  return "";
}
