/**
 * What the planners of `moov`, `trak` and `moof` have in common: rules by the place where a box stands.
 */

import { damaged } from "../errors.js";
import { HEAD_BYTES, usedBytes } from "./box_sizes.js";
import { descriptionBytes, groupKind, membershipBytes, subsamplesBytes } from "./sample_groups.js";

/** Goes down a tree; `rules` has for each container what may stand in it. All else becomes an empty box. */
export class TreePlanner {
  constructor(reader, sheet, report) {
    this.reader = reader;
    this.source = reader.source;
    this.sheet = sheet;
    this.report = report;
    this.rules = {};
    // The kinds of sample groups whose descriptions stay, of the track that is being planned.
    this.groups = new Set();
    this.container = this.container.bind(this);
    this.sized = this.sized.bind(this);
    this.remove = this.remove.bind(this);
  }

  /** Keep the head, and do with each child what its rule says. Throws CleanError. */
  container(node) {
    const rules = this.rules[node.kind];
    node.checkSingle(Object.keys(rules));
    this.sheet.keepHead(node.box);
    for (const child of node.children) (rules[child.kind] ?? this.remove)(child);
  }

  /** Keep as much as the box's own numbers account for. Throws damaged. */
  sized(node) {
    const length = usedBytes(node.kind, this.head(node));
    if (length === null) throw damaged("order");
    this.sheet.keepFirst(node.box, length);
  }

  /** Make it an empty box, and tell what it was. */
  remove(node) {
    this.report.box(node.box);
    this.sheet.free(node.box);
  }

  /** The first bytes of the content. */
  head(node) {
    return this.source.window(node.box.content, Math.min(HEAD_BYTES, node.box.contentBytes));
  }

  /** The kinds of sample groups that an `stbl` or `traf` describes in a way that stays. */
  describedGroups(node) {
    const heads = node.all("sgpd").map((child) => this.head(child));
    return new Set(heads.filter((head) => descriptionBytes(head) !== null).map(groupKind));
  }

  /** Rules for the boxes about groups and parts of samples. */
  groupRules() {
    return {
      sgpd: (node) => this.#keepOrRemove(node, descriptionBytes(this.head(node))),
      sbgp: (node) => this.#memberships(node),
      subs: (node) => this.#keepOrRemove(node, subsamplesBytes(this.source, node.box)),
    };
  }

  #memberships(node) {
    const head = this.head(node);
    this.#keepOrRemove(node, this.groups.has(groupKind(head)) ? membershipBytes(head) : null);
  }

  #keepOrRemove(node, length) {
    if (length === null) this.remove(node);
    else this.sheet.keepFirst(node.box, length);
  }
}

/** One rule for several kinds, given in one text. */
export function forKinds(kinds, rule) {
  return Object.fromEntries(kinds.split(" ").map((kind) => [kind, rule]));
}
