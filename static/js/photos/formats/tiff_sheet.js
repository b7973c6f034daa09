/**
 * What of a TIFF stays, is written anew and goes, over all its pages, and whether that makes sense.
 * Source: design document metadata.md, sections 1 (reachability) and 8.
 */

import { damaged } from "../errors.js";
import { InPlace, isZero } from "../inplace.js";
import { merge, overlap, subtract } from "../spans.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 */

/**
 * Collects parts of the file by what becomes of them, as spans of start and end. Nothing that stays may lie
 * over what is written anew, or over what is private: then sizes in the file are not true.
 */
export class TiffSheet {
  #sheet;
  /** @type {[number, number][]} */
  #kept = [];
  /** @type {Map<number, Uint8Array>} */
  #written = new Map();
  /** @type {[number, number][]} */
  #removed = [];
  /** @type {[number, number][]} */
  #reported = [];

  /** @param {Source} source */
  constructor(source) {
    this.source = source;
    this.#sheet = new InPlace(source);
  }

  /**
   * Keeps a part. Throws CleanError damaged, outside the file; too-many-parts.
   * @param {number} start @param {number} end
   */
  keep(start, end) {
    this.#sheet.keep(start, end - start);
    const last = this.#kept.at(-1);
    if (last?.[1] === start) last[1] = end;
    else this.#kept.push([start, end]);
  }

  /**
   * Writes a part anew. Throws CleanError damaged, outside the file or twice at one place.
   * @param {number} start @param {Uint8Array} literal
   */
  write(start, literal) {
    this.#sheet.write(start, literal);
    this.#written.set(start, literal);
  }

  /** Removes private parts that have a finding. @param {[number, number][]} spans */
  remove(spans) {
    for (const span of spans) this.#removed.push(span);
  }

  /** Parts that have a finding, or need none, where they are not kept. @param {[number, number][]} spans */
  passOver(spans) {
    for (const span of spans) this.#reported.push(span);
  }

  /**
   * Writes the plan, and notes what belongs to nothing. Throws CleanError damaged, for contradictions.
   * @param {Draft} draft
   */
  finish(draft) {
    /** @type {[number, number][]} */
    const written = [...this.#written].map(([start, literal]) => [start, start + literal.length]);
    if (overlap(written.concat(this.#removed), this.#kept)) throw damaged("order");
    const end = written.concat(this.#kept).reduce((most, [, stop]) => Math.max(most, stop), 0);
    /** @type {[number, number][]} */
    const zeroed = this.#sheet.finish(draft, end).map(([start, length]) => [start, start + length]);
    const told = merge(this.#removed.concat(this.#reported));
    this.#note("hidden-bytes", "between parts", subtract(zeroed, told), draft);
    this.#note("leftover-data", "after the picture", subtract([[end, this.source.size]], told), draft);
  }

  /**
   * One finding for all of them, but for those that are zero.
   * @param {string} code @param {string} part @param {Iterable<[number, number]>} spans @param {Draft} draft
   */
  #note(code, part, spans, draft) {
    const filled = [...spans].filter(([start, end]) => !isZero(this.source, start, end));
    const size = filled.reduce((sum, [start, end]) => sum + end - start, 0);
    if (filled.length) draft.find(code, part, filled[0][0], size);
  }
}
