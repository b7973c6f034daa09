/**
 * The plan for the `meta` box of a HEIC, HEIF or AVIF file: tables with the picture only, in the same space.
 * Source: ISO/IEC 14496-12 section 8.11; ISO/IEC 23008-12 sections 6 and 9; AV1 image file format, section 2.
 */

import { ascii, concat, ljust, toBytes, zeros } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { overlap } from "../spans.js";
import { freeHead } from "./boxes.js";
import { BoxReport } from "./heif_box_report.js";
import { ItemReport, TONE_MAP } from "./heif_report.js";
import { FULL_BOX_BYTES, PICTURE_HANDLER, StillTables, isOwnFile } from "./heif_tables.js";
import { ItemContents, distinct, firstBytes, spans, total } from "./item_contents.js";
import { CODED, DERIVED, KEPT_REFERENCES, derivedBytes, inputsOf, keptItems } from "./kept_items.js";
import { KeptProperties } from "./kept_properties.js";

/**
 * @import { InPlace } from "../inplace.js"
 * @import { Draft } from "../plan.js"
 * @import { Box, BoxReader } from "./boxes.js"
 * @import { Item, ReferenceTable } from "./items.js"
 */

const BOX_HEAD_BYTES = 8;
// A handler without a name; one byte more is an empty name.
const HANDLER_BYTES = 32;
const DERIVED_HEAD_BYTES = 12;

/**
 * Coded data of kept items, that of dropped items that have their finding, and whether that brand has to go.
 * @typedef {{ranges: [number, number][], dropped: [number, number][], dropsToneMap: boolean}} Still
 */

/**
 * Put everything inside the meta box on the sheet and the findings into the draft.
 * @param {Box} meta @param {BoxReader} reader @param {InPlace} sheet @param {Draft} draft
 * @returns {Still}
 */
export function planMeta(meta, reader, sheet, draft) {
  return new MetaPlanner(meta, reader, sheet, draft).run();
}

/** Chooses what stays, then writes the tables again. */
class MetaPlanner {
  #meta;
  #source;
  #sheet;
  #draft;
  #tables;
  #contents;
  #properties;
  #inputs;
  #kept;

  /** @param {Box} meta @param {BoxReader} reader @param {InPlace} sheet @param {Draft} draft */
  constructor(meta, reader, sheet, draft) {
    this.#meta = meta;
    this.#source = reader.source;
    this.#sheet = sheet;
    this.#draft = draft;
    const tables = new StillTables(meta, reader);
    this.#tables = tables;
    this.#contents = new ItemContents(this.#source, tables.locationTable.locations, tables.boxes.get("idat"));
    this.#properties = new KeptProperties(tables.propertyTable, this.#source, draft.options);
    this.#inputs = inputsOf(tables.references, tables.items);
    /** @param {number} number */
    const isAlpha = (number) => this.#properties.isAlpha(number);
    this.#kept = keptItems(tables.primary.number, tables.items, this.#inputs, tables.references, isAlpha);
  }

  /** Put the box on the sheet and give what the top level needs. @returns {Still} */
  run() {
    /** @type {Map<number, [number, number][]>} */
    const ranges = new Map();
    for (const number of this.#kept) ranges.set(number, this.#keptRanges(number));
    this.#checkApart(ranges);
    this.#properties.choose(this.#kept);
    /** @type {[number, number][]} */
    const inIdat = [];
    /** @type {[number, number][]} */
    const inFile = [];
    for (const [number, own] of ranges) {
      const those = this.#contents.isInIdat(number) ? inIdat : inFile;
      for (const one of own) those.push(one);
    }
    this.#sheet.keep(this.#meta.start, this.#meta.headBytes);
    this.#sheet.write(this.#meta.content, this.#written(inIdat));
    for (const [offset, length] of inFile) this.#sheet.keep(offset, length);
    const dropped = this.#report(inIdat);
    const dropsToneMap = [...this.#tables.items.values()].some((item) => item.kind === TONE_MAP);
    return { ranges: distinct(inFile), dropped, dropsToneMap };
  }

  /**
   * Note all findings and what is kept on purpose; gives the ranges of dropped items.
   * @param {[number, number][]} inIdat
   * @returns {[number, number][]}
   */
  #report(inIdat) {
    const items = new ItemReport(this.#draft, this.#tables, this.#contents, this.#properties, this.#kept);
    const dropped = items.run();
    const boxes = new BoxReport(this.#source, this.#draft, this.#tables);
    boxes.boxes(this.#kept);
    boxes.itemData([...inIdat, ...dropped]);
    boxes.properties(this.#properties);
    for (const note of this.#properties.notes()) this.#draft.noteKept(note);
    return dropped;
  }

  /** Where the data of a kept item is. @param {number} number @returns {[number, number][]} */
  #keptRanges(number) {
    const item = /** @type {Item} */ (this.#tables.items.get(number));
    const isCoded = CODED.has(item.kind);
    if (item.isProtected || !(isCoded || DERIVED.has(item.kind))) throw new CleanError("unsupported-variant");
    const ranges = this.#contents.whole(number);
    if (isCoded) {
      if (!ranges.length) throw damaged("no-picture");
      return ranges;
    }
    const head = this.#contents.read(firstBytes(ranges, DERIVED_HEAD_BYTES));
    const length = derivedBytes(item.kind, head, this.#inputs.get(number)?.length ?? 0);
    const used = firstBytes(ranges, length);
    if (total(used) < length) throw damaged("size");
    return used;
  }

  /**
   * Throws damaged, when data of a dropped item is part of a picture that stays.
   * @param {Map<number, [number, number][]>} ranges
   */
  #checkApart(ranges) {
    const kept = [...ranges.values()].flat();
    const others = [...this.#tables.items.keys()].filter((number) => !this.#kept.has(number));
    const dropped = others.flatMap((number) => this.#contents.existing(number));
    if (overlap(spans(kept), spans(dropped))) throw damaged("order");
  }

  /**
   * The content of the box: the tables in their order, and the space won as one empty box.
   * @param {[number, number][]} inIdat
   */
  #written(inIdat) {
    const boxes = [...this.#tables.boxes.values()];
    const parts = boxes.map((box) => this.#table(box, inIdat));
    const taken = parts.reduce((sum, part) => sum + part.length, FULL_BOX_BYTES + HANDLER_BYTES);
    const space = this.#meta.contentBytes - taken;
    if (space < 0) throw damaged("size");
    let nameBytes = Math.min(space, 1);
    if (space - nameBytes < BOX_HEAD_BYTES) nameBytes = space;
    const rest = space - nameBytes;
    const free = rest ? ljust(freeHead(rest), rest) : zeros(0);
    parts[boxes.findIndex((box) => box.kind === "hdlr")] = handler(nameBytes);
    return concat([zeros(FULL_BOX_BYTES), ...parts, free]);
  }

  /**
   * One child of the box as it is written; the handler comes later, when the space is known.
   * @param {Box} box @param {[number, number][]} inIdat
   */
  #table(box, inIdat) {
    const tables = this.#tables;
    const nothing = zeros(0);
    switch (box.kind) {
      case "idat":
        return this.#itemData(box, inIdat);
      case "dinf":
        return isOwnFile(box, this.#source) ? this.#source.read(box.start, box.size) : nothing;
      case "pitm":
        return tables.primary.write();
      case "iinf":
        return tables.itemTable.write(this.#kept);
      case "iloc":
        return tables.locationTable.write(this.#kept);
      case "iref":
        return /** @type {ReferenceTable} */ (tables.referenceTable).write(this.#kept, KEPT_REFERENCES);
      case "iprp":
        return this.#properties.write(this.#kept);
      default:
        return nothing;
    }
  }

  /** @param {Box} box @param {[number, number][]} inIdat */
  #itemData(box, inIdat) {
    const content = zeros(box.contentBytes);
    for (const [offset, length] of inIdat) {
      content.set(this.#source.read(offset, length), offset - box.content);
    }
    return concat([toBytes(box.contentBytes + BOX_HEAD_BYTES, 4), ascii("idat"), content]);
  }
}

/** `hdlr` for pictures, with so many zeros for a name. @param {number} nameBytes */
function handler(nameBytes) {
  const size = toBytes(HANDLER_BYTES + nameBytes, 4);
  return concat([size, ascii("hdlr"), zeros(8), ascii(PICTURE_HANDLER), zeros(12 + nameBytes)]);
}
