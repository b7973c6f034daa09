/**
 * The properties of items: the list of them, and which item has which. Positions in the list are their names.
 * Source: ISO/IEC 23008-12 section 9.3 (iprp, ipco, ipma).
 */

import { concat, toBytes, zeros } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_REFERENCES } from "../limits.js";
import { Fields, fullBox, plainBox } from "./fields.js";

/** @import { Box, BoxReader } from "./boxes.js" */

/** @typedef {{position: number, isEssential: boolean}} Association */

const WIDE_FLAG = 1;

/** `iprp`: the property boxes, and of each item the associations `{position, isEssential}` in their order. */
export class PropertyTable {
  /** @type {AssociationMap[]} */
  #maps = [];
  #hasContainer = false;

  /** @param {Box | undefined} box @param {BoxReader} reader */
  constructor(box, reader) {
    /** @type {Box[]} */
    this.properties = [];
    /** @type {Map<number, Association[]>} */
    this.associations = new Map();
    /** @type {Box[]} */
    this.others = [];
    /** @type {[number, number][]} */
    this.unused = [];
    if (!box) return;
    let end = box.content;
    for (const child of reader.children(box)) {
      this.#take(child, reader);
      end = child.end;
    }
    this.unused.push([end, box.end]);
  }

  /** @param {Box} child @param {BoxReader} reader */
  #take(child, reader) {
    if (child.kind === "ipco") {
      if (this.#hasContainer) throw damaged("order");
      this.#hasContainer = true;
      this.properties = [...reader.children(child)];
      this.unused.push([this.properties.at(-1)?.end ?? child.content, child.end]);
    } else if (child.kind === "ipma" && this.#hasContainer) {
      this.#takeMap(new AssociationMap(reader.source.read(child.content, child.contentBytes)), child);
    } else {
      this.others.push(child);
    }
  }

  /** @param {AssociationMap} table @param {Box} box */
  #takeMap(table, box) {
    this.#maps.push(table);
    this.unused.push([box.end - table.rest.length, box.end]);
    const count = this.#maps.reduce((sum, one) => sum + one.count, 0);
    if (count > MAX_REFERENCES) throw new CleanError("too-many-parts");
    for (const [number, associations] of table.entries) {
      if (this.associations.has(number)) throw damaged("order");
      if (associations.some((one) => one.position > this.properties.length)) throw damaged("size");
      this.associations.set(number, associations);
    }
  }

  /**
   * Pairs of a property of an item and its association, in their order.
   * @param {number} number
   * @returns {[Box, Association][]}
   */
  of(number) {
    const associations = (this.associations.get(number) ?? []).filter((one) => one.position);
    return associations.map((one) => [this.properties[one.position - 1], one]);
  }

  /**
   * The box with associations of kept items to kept properties; `writeProperty` gives each whole box.
   * @param {Set<number>} kept @param {Set<number>} keptPositions
   * @param {(position: number) => Uint8Array} writeProperty
   * @returns {Uint8Array}
   */
  write(kept, keptPositions, writeProperty) {
    if (!this.#hasContainer) return zeros(0);
    const properties = concat(this.properties.map((_, index) => writeProperty(index + 1)));
    const maps = this.#maps.map((table) => table.write(kept, keptPositions));
    return plainBox("iprp", concat([plainBox("ipco", properties), ...maps]));
  }
}

/** `ipma`: the positions of each item's properties. */
class AssociationMap {
  #version;
  #isWide;
  #numberBytes;

  /** @param {Uint8Array} content */
  constructor(content) {
    const fields = new Fields(content);
    const [version, flags] = fields.versionAndFlags();
    if (version > 1) throw new CleanError("unsupported-variant");
    this.#version = version;
    this.#isWide = (flags & WIDE_FLAG) !== 0;
    this.#numberBytes = version ? 4 : 2;
    /** @type {Map<number, Association[]>} */
    this.entries = new Map();
    this.count = 0;
    const entries = fields.number(4);
    for (let index = 0; index < entries; index += 1) this.#take(fields);
    this.rest = fields.rest;
  }

  /** @param {Fields} fields */
  #take(fields) {
    const number = fields.number(this.#numberBytes);
    const count = fields.number(1);
    this.count += 1 + count;
    if (this.count > MAX_REFERENCES) throw new CleanError("too-many-parts");
    if (this.entries.has(number)) throw damaged("order");
    const associations = [];
    for (let index = 0; index < count; index += 1) associations.push(this.#association(fields));
    this.entries.set(number, associations);
  }

  /** @param {Fields} fields */
  #association(fields) {
    const raw = fields.number(this.#isWide ? 2 : 1);
    const top = this.#isWide ? 1 << 15 : 1 << 7;
    return { position: raw & (top - 1), isEssential: (raw & top) !== 0 };
  }

  /** @param {Set<number>} kept @param {Set<number>} keptPositions @returns {Uint8Array} */
  write(kept, keptPositions) {
    const entries = [];
    for (const [number, associations] of this.entries) {
      if (!kept.has(number)) continue;
      entries.push(this.#writeEntry(number, associations.filter((one) => keptPositions.has(one.position))));
    }
    const content = concat([toBytes(entries.length, 4), ...entries]);
    return fullBox("ipma", this.#version, Number(this.#isWide), content);
  }

  /** @param {number} number @param {Association[]} associations */
  #writeEntry(number, associations) {
    const width = this.#isWide ? 2 : 1;
    const top = 1 << (8 * width - 1);
    const written = associations.map((one) => toBytes(one.position | (one.isEssential ? top : 0), width));
    return concat([toBytes(number, this.#numberBytes), toBytes(associations.length, 1), ...written]);
  }
}
