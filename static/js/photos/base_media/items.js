/**
 * The items of a picture file: which there are, which is the picture, and how they refer to each other.
 * Source: ISO/IEC 14496-12 sections 8.11.4 (pitm), 8.11.6 (iinf, infe), 8.11.12 (iref).
 */

import { ascii, concat, latin1, toBytes, zeros } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_ITEMS, MAX_REFERENCES } from "../limits.js";
import { Fields, fullBox, plainBox } from "./fields.js";

/** @import { Box, BoxReader } from "./boxes.js" */

/**
 * One item; `name` is up to its zero byte, `rest` what follows in the box.
 * @typedef {{number: number, kind: string, box: Box, version: number, isHidden: boolean, isProtected: boolean,
 *   name: Uint8Array | null, contentType: string, contentEncoding: string, rest: Uint8Array}} Item
 */

/**
 * From the item `source` to others.
 * @typedef {{kind: string, source: number, targets: readonly number[]}} Reference
 */

const HIDDEN_FLAG = 1;
/** @type {readonly number[]} */
const NO_TARGETS = Object.freeze([]);

/** Length of an item number in `pitm` and `iref`. @param {number} version */
function numberBytes(version) {
  if (version > 1) throw new CleanError("unsupported-variant");
  return version ? 4 : 2;
}

/** The item that is the picture; `rest` is what follows its number in the box. */
export class Primary {
  /** @param {number} number @param {number} version @param {Uint8Array} rest */
  constructor(number, version, rest) {
    this.number = number;
    this.version = version;
    this.rest = rest;
  }

  /** @returns {Uint8Array} */
  write() {
    return fullBox("pitm", this.version, 0, toBytes(this.number, numberBytes(this.version)));
  }
}

/** What `pitm` says. @param {Uint8Array} content @returns {Primary} */
export function readPrimary(content) {
  const fields = new Fields(content);
  const [version] = fields.versionAndFlags();
  return new Primary(fields.number(numberBytes(version)), version, fields.rest);
}

/** `iinf`: all items by number. */
export class ItemTable {
  #version;
  #countBytes;

  /** @param {Box} box @param {BoxReader} reader */
  constructor(box, reader) {
    const head = new Fields(reader.source.read(box.content, Math.min(box.contentBytes, 8)));
    [this.#version] = head.versionAndFlags();
    this.#countBytes = this.#version ? 4 : 2;
    const count = head.number(this.#countBytes);
    if (count > MAX_ITEMS) throw new CleanError("too-many-parts");
    /** @type {Map<number, Item>} */
    this.items = new Map();
    /** @type {Box[]} */
    this.others = [];
    this.end = box.content + head.at;
    for (const child of reader.children(box, head.at)) {
      this.#take(child, reader);
      this.end = child.end;
    }
    // A reader that stops at the count and one that reads on would see different pictures.
    if (this.items.size !== count) throw damaged("size");
  }

  /** @param {Box} child @param {BoxReader} reader */
  #take(child, reader) {
    if (child.kind !== "infe") {
      this.others.push(child);
      return;
    }
    const item = readItem(child, reader.source.read(child.content, child.contentBytes));
    if (this.items.has(item.number) || this.items.size >= MAX_ITEMS) throw damaged("order");
    this.items.set(item.number, item);
  }

  /** The box with the kept items only, without names. @param {Set<number>} kept @returns {Uint8Array} */
  write(kept) {
    const entries = [...this.items.values()].filter((item) => kept.has(item.number)).map(writeItem);
    return fullBox("iinf", this.#version, 0, concat([toBytes(entries.length, this.#countBytes), ...entries]));
  }
}

/**
 * `name` is null when the entry ends before it; `rest` is what follows the known fields.
 * @param {Box} box @param {Uint8Array} content
 */
function readItem(box, content) {
  const fields = new Fields(content);
  const [version, flags] = fields.versionAndFlags();
  if (version !== 2 && version !== 3) throw new CleanError("unsupported-variant");
  const number = fields.number(version === 2 ? 2 : 4);
  const isProtected = fields.number(2) !== 0;
  const kind = latin1(fields.raw(4));
  const name = fields.text();
  let contentType = "";
  let contentEncoding = "";
  if (kind === "mime") {
    contentType = latin1(fields.text() ?? zeros(0));
    contentEncoding = latin1(fields.text() ?? zeros(0));
  }
  const isHidden = (flags & HIDDEN_FLAG) !== 0;
  const rest = fields.rest;
  return { number, kind, box, version, isHidden, isProtected, name, contentType, contentEncoding, rest };
}

/** @param {Item} item */
function writeItem(item) {
  // An entry that ended before the name must not become longer.
  const name = zeros(item.name === null ? 0 : 1);
  const number = toBytes(item.number, item.version === 2 ? 2 : 4);
  const content = concat([number, zeros(2), ascii(item.kind), name]);
  return fullBox("infe", item.version, Number(item.isHidden), content);
}

/** `iref`: all references, in order; `unused` are start and end of the bytes behind known fields. */
export class ReferenceTable {
  #version;
  #numberBytes;
  #left = MAX_REFERENCES;

  /** @param {Box} box @param {BoxReader} reader */
  constructor(box, reader) {
    const head = new Fields(reader.source.read(box.content, Math.min(box.contentBytes, 4)));
    [this.#version] = head.versionAndFlags();
    this.#numberBytes = numberBytes(this.#version);
    /** @type {Reference[]} */
    this.references = [];
    /** @type {[number, number][]} */
    this.unused = [];
    let end = box.content + head.at;
    for (const child of reader.children(box, head.at)) {
      this.#take(child, new Fields(reader.source.read(child.content, child.contentBytes)));
      end = child.end;
    }
    this.unused.push([end, box.end]);
  }

  /** @param {Box} child @param {Fields} fields */
  #take(child, fields) {
    const source = fields.number(this.#numberBytes);
    const count = fields.number(2);
    this.#left -= count;
    if (this.#left < 0) throw new CleanError("too-many-parts");
    // Empty lists are one and the same, as `inputsOf` compares them.
    const numbers = Array.from({ length: count }, () => fields.number(this.#numberBytes));
    this.references.push({ kind: child.kind, source, targets: count ? numbers : NO_TARGETS });
    if (fields.rest.length) this.unused.push([child.end - fields.rest.length, child.end]);
  }

  /**
   * The box with the references of these kinds among the kept items; empty when there are none.
   * @param {Set<number>} kept @param {Set<string>} kinds
   * @returns {Uint8Array}
   */
  write(kept, kinds) {
    const parts = [];
    for (const reference of this.references) {
      if (!kinds.has(reference.kind) || !kept.has(reference.source)) continue;
      const targets = reference.targets.filter((number) => kept.has(number));
      if (targets.length) parts.push(this.#writeOne(reference, targets));
    }
    return parts.length ? fullBox("iref", this.#version, 0, concat(parts)) : zeros(0);
  }

  /** @param {Reference} reference @param {number[]} targets */
  #writeOne(reference, targets) {
    const numbers = targets.map((number) => toBytes(number, this.#numberBytes));
    const head = [toBytes(reference.source, this.#numberBytes), toBytes(targets.length, 2)];
    return plainBox(reference.kind, concat([...head, ...numbers]));
  }
}
