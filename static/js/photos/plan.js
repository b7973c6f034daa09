/** The plan for one file: which bytes are copied, which are written anew, and what was found. */

import { concat, equal } from "./bytes.js";
import { CleanError } from "./errors.js";
import { arrange, makeFinding } from "./findings.js";
import { MAX_FINDINGS_PER_CODE, MAX_OPS } from "./limits.js";
import { findAddresses } from "./metadata/addresses.js";

/**
 * @import { Finding } from "./findings.js"
 * @import { Source } from "./source.js"
 */

/** Copy `length` bytes of the source from `offset`. */
export class Keep {
  /** @param {number} offset @param {number} length */
  constructor(offset, length) {
    this.offset = offset;
    this.length = length;
  }
}

/** Write these bytes. */
export class Bytes {
  /** @param {Uint8Array} literal */
  constructor(literal) {
    this.literal = literal;
    this.length = literal.length;
  }
}

/** Write `length` zero bytes. */
export class Zero {
  /** @param {number} length */
  constructor(length) {
    this.length = length;
  }
}

/** @typedef {Keep | Bytes | Zero} Op */

/** @param {Op[]} ops */
const total = (ops) => ops.reduce((sum, op) => sum + op.length, 0);

/** How to make the clean file, and what the source gives away. `ops` are in canonical form. */
export class Plan {
  /**
   * @param {string} format @param {Finding[]} findings @param {string[]} kept @param {Op[]} ops
   * @param {number} sourceBytes
   */
  constructor(format, findings, kept, ops, sourceBytes) {
    this.format = format;
    this.findings = findings;
    this.kept = kept;
    this.ops = ops;
    this.sourceBytes = sourceBytes;
  }

  /** True when the clean file is the source, byte for byte. */
  get changesNothing() {
    const [only] = this.ops;
    return this.ops.length === 1 && only instanceof Keep && !only.offset && only.length === this.sourceBytes;
  }

  /** Size of the clean file. */
  get outputBytes() {
    return total(this.ops);
  }
}

/** What stays, as the visitor wishes. @typedef {{keepsColourProfile: boolean, keepsSubtitles: boolean}} Options */

/** @type {Options} */
export const OPTIONS = { keepsColourProfile: true, keepsSubtitles: false };

/**
 * A plan while a format's planner is writing it: the only way for bytes to get into an output.
 *
 * Canonical form: neighbours are merged, nothing empty, and a rewritten part that equals the bytes
 * it replaces is a `Keep` of them, so that a clean file becomes one `Keep`.
 */
export class Draft {
  /** @type {Op[]} */
  #ops = [];
  /** @type {Map<string, number>} */
  #counts = new Map();

  /** @param {Source} source @param {Partial<Options>} [options] */
  constructor(source, options = {}) {
    this.source = source;
    this.options = { ...OPTIONS, ...options };
    /** @type {Finding[]} */
    this.findings = [];
    /** @type {Set<string>} */
    this.kept = new Set();
  }

  get #last() {
    return this.#ops[this.#ops.length - 1];
  }

  /** @param {Op} op */
  set #last(op) {
    this.#ops[this.#ops.length - 1] = op;
  }

  /**
   * Copy a range of the source. Throws: CleanError too-many-parts.
   * @param {number} offset @param {number} length
   */
  keep(offset, length) {
    const last = this.#last;
    if (last instanceof Keep && last.offset + last.length === offset) {
      this.#last = new Keep(last.offset, last.length + length);
    } else if (length) this.#append(new Keep(offset, length));
  }

  /** Write new bytes. Throws: CleanError too-many-parts. @param {Uint8Array} literal */
  write(literal) {
    const last = this.#last;
    if (last instanceof Bytes) this.#last = new Bytes(concat([last.literal, literal]));
    else if (literal.length) this.#append(new Bytes(literal));
  }

  /** Write zeros. Throws: CleanError too-many-parts. @param {number} length */
  zero(length) {
    const last = this.#last;
    if (last instanceof Zero) this.#last = new Zero(last.length + length);
    else if (length) this.#append(new Zero(length));
  }

  /**
   * Write a part that stands for the one at `offset`; gives true when it differs from it.
   * @param {Uint8Array} literal @param {number} offset
   * @returns {boolean}
   */
  rewrite(literal, offset) {
    const differs = !equal(this.source.window(offset, literal.length), literal);
    if (differs) this.write(literal);
    else this.keep(offset, literal.length);
    return differs;
  }

  /** Append what another draft of the same source writes; its findings stay with it. @param {Draft} other */
  extend(other) {
    for (const op of other.#ops) {
      if (op instanceof Keep) this.keep(op.offset, op.length);
      else if (op instanceof Bytes) this.write(op.literal);
      else this.zero(op.length);
    }
  }

  /** Bytes written so far. */
  get outputBytes() {
    return total(this.#ops);
  }

  /**
   * Note a finding; of each code the first hundred, since a hostile file has millions.
   * @param {string} code @param {string} part @param {number} offset @param {number} size
   * @param {Record<string, string>} [values]
   */
  find(code, part, offset, size, values = {}) {
    if (this.#count(code)) this.findings.push(makeFinding(code, { part, offset }, size, values));
  }

  /** Note findings that a reader made, of each code the first hundred. @param {...Finding} findings */
  add(...findings) {
    this.addAll(findings);
  }

  /**
   * The same for findings of which there can be more than a call has room for.
   * @param {Finding[]} findings
   */
  addAll(findings) {
    for (const finding of findings) if (this.#count(finding.code)) this.findings.push(finding);
  }

  /** True while there is room for another finding of this code. @param {string} code */
  #count(code) {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    return count <= MAX_FINDINGS_PER_CODE;
  }

  /** Note what stays in the file on purpose; `code` is a key of `words.KEPT`. @param {string} code */
  noteKept(code) {
    this.kept.add(code);
  }

  /** The finished plan. @param {string} format @returns {Plan} */
  finish(format) {
    const findings = arrange([...this.findings, ...findAddresses(this.findings)]);
    return new Plan(format, findings, [...this.kept], this.#ops, this.source.size);
  }

  /** @param {Op} op */
  #append(op) {
    if (this.#ops.length >= MAX_OPS) throw new CleanError("too-many-parts");
    this.#ops.push(op);
  }
}
