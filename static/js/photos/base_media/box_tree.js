/**
 * The boxes of a movie as a tree, down to those whose content is not boxes.
 * Only places where the standard has boxes are looked into, so the depth is that of the table.
 *
 * Source: ISO/IEC 14496-12 section 6.2.3 (order and nesting); QuickTime File Format, movie atoms.
 */

import { damaged } from "../errors.js";

/** @import { Box, BoxReader } from "./boxes.js" */

// For each container the containers that may stand in it.
/** @type {Record<string, string[]>} */
const CONTAINERS = {
  moov: ["trak", "mvex"],
  trak: ["edts", "tapt", "tref", "mdia"],
  mdia: ["minf"],
  minf: ["dinf", "stbl", "gmhd"],
  moof: ["traf"],
};
const REPEATABLE = ["trak", "trex", "traf", "trun", "sbgp", "sgpd", "subs", "tfra"];

/** A box and, of a container, the boxes in it. */
export class Node {
  /** @param {Box} box @param {Node[]} [children] */
  constructor(box, children = []) {
    this.box = box;
    this.children = children;
  }

  get kind() {
    return this.box.kind;
  }

  /**
   * The first box at the end of a path of types; null when there is none.
   * @param {...string} path
   * @returns {Node | null}
   */
  find(...path) {
    /** @type {Node | undefined} */
    let node = this;
    for (const kind of path) node = node?.children.find((child) => child.kind === kind);
    return node ?? null;
  }

  /** The children of one type. @param {string} kind @returns {Node[]} */
  all(kind) {
    return this.children.filter((child) => child.kind === kind);
  }

  /**
   * Throws damaged, when one of `kinds` is there twice and may not be: readers differ then.
   * @param {string[]} kinds
   */
  checkSingle(kinds) {
    const found = this.children
      .map((child) => child.kind)
      .filter((kind) => kinds.includes(kind) && !REPEATABLE.includes(kind));
    if (found.length !== new Set(found).size) throw damaged("order");
  }
}

/**
 * The tree of a `moov` or `moof`. Throws CleanError.
 * @param {Box} box @param {BoxReader} reader
 * @returns {Node}
 */
export function readTree(box, reader) {
  const containers = CONTAINERS[box.kind] ?? [];
  const children = [];
  for (const child of reader.children(box)) {
    children.push(containers.includes(child.kind) ? readTree(child, reader) : new Node(child));
  }
  return new Node(box, children);
}
