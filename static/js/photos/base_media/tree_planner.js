/**
 * What the planners of `moov`, `trak` and `moof` have in common: rules by the place where a box stands.
 */

import { damaged } from "../errors.js";
import { HEAD_BYTES, usedBytes } from "./box_sizes.js";
import { descriptionBytes, groupKind, membershipBytes, subsamplesBytes } from "./sample_groups.js";

/**
 * @import { BoxSheet } from "./box_sheet.js"
 * @import { Node } from "./box_tree.js"
 * @import { BoxReader } from "./boxes.js"
 * @import { MovieReport } from "./movie_report.js"
 */

/** What becomes of a box. @typedef {(node: Node) => void} Rule */
/** For each container what becomes of its children. @typedef {Record<string, Record<string, Rule>>} Rules */

/** Goes down a tree; `rules` has for each container what may stand in it. All else becomes an empty box. */
export class TreePlanner {
  /** @param {BoxReader} reader @param {BoxSheet} sheet @param {MovieReport} report */
  constructor(reader, sheet, report) {
    this.reader = reader;
    this.source = reader.source;
    this.sheet = sheet;
    this.report = report;
    /** @type {Rules} */
    this.rules = {};
    // The kinds of sample groups whose descriptions stay, of the track that is being planned.
    /** @type {Set<string>} */
    this.groups = new Set();
    this.container = this.container.bind(this);
    this.sized = this.sized.bind(this);
    this.remove = this.remove.bind(this);
  }

  /** Keep the head, and do with each child what its rule says. Throws CleanError. @param {Node} node */
  container(node) {
    const rules = this.rules[node.kind];
    node.checkSingle(Object.keys(rules));
    this.sheet.keepHead(node.box);
    for (const child of node.children) (rules[child.kind] ?? this.remove)(child);
  }

  /** Keep as much as the box's own numbers account for. Throws damaged. @param {Node} node */
  sized(node) {
    const length = usedBytes(node.kind, this.head(node));
    if (length === null) throw damaged("order");
    this.sheet.keepFirst(node.box, length);
  }

  /** Make it an empty box, and tell what it was. @param {Node} node */
  remove(node) {
    this.report.box(node.box);
    this.sheet.free(node.box);
  }

  /** The first bytes of the content. @param {Node} node @returns {Uint8Array} */
  head(node) {
    return this.source.window(node.box.content, Math.min(HEAD_BYTES, node.box.contentBytes));
  }

  /**
   * The kinds of sample groups that an `stbl` or `traf` describes in a way that stays.
   * @param {Node} node
   * @returns {Set<string>}
   */
  describedGroups(node) {
    const heads = node.all("sgpd").map((child) => this.head(child));
    return new Set(heads.filter((head) => descriptionBytes(head) !== null).map(groupKind));
  }

  /** Rules for the boxes about groups and parts of samples. @returns {Record<string, Rule>} */
  groupRules() {
    return {
      sgpd: (node) => this.#keepOrRemove(node, descriptionBytes(this.head(node))),
      sbgp: (node) => this.#memberships(node),
      subs: (node) => this.#keepOrRemove(node, subsamplesBytes(this.source, node.box)),
    };
  }

  /** @param {Node} node */
  #memberships(node) {
    const head = this.head(node);
    this.#keepOrRemove(node, this.groups.has(groupKind(head)) ? membershipBytes(head) : null);
  }

  /** @param {Node} node @param {number | null} length */
  #keepOrRemove(node, length) {
    if (length === null) this.remove(node);
    else this.sheet.keepFirst(node.box, length);
  }
}

/**
 * One rule for several kinds, given in one text.
 * @param {string} kinds @param {Rule} rule
 * @returns {Record<string, Rule>}
 */
export function forKinds(kinds, rule) {
  return Object.fromEntries(kinds.split(" ").map((kind) => [kind, rule]));
}
