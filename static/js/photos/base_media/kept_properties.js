/**
 * What becomes of each property: it stays for a kept item, or an empty box of its size takes its position.
 * Source: ISO/IEC 23008-12 sections 6.5 and 9.3.
 */

import { concat, latin1, ljust } from "../bytes.js";
import { CleanError } from "../errors.js";
import { MAX_CONFIGURATION_BYTES } from "../limits.js";
import { freeHead } from "./boxes.js";
import { Fields, unsigned } from "./fields.js";
import {
  ALPHA_TYPES, CONFIGURATION_KINDS, Cleaned, PROFILE_KINDS, auxiliaryType, cleanProperty,
} from "./property_content.js";

/**
 * @import { Options } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Box } from "./boxes.js"
 * @import { PropertyTable } from "./item_properties.js"
 */

// A reader may do without these even when a writer says that it may not.
const DISPENSABLE = ["udes", "altt", "crtt", "mdft", "uuid", "free", "skip", "colr", "auxC"];
const AUXILIARY_TYPE_MAX_BYTES = 256;
// Rows and columns that a crop mark may hide: two blocks of 64 pixels less one, which encoders pad with.
const CROP_MAX = 126;
const CROP_BYTES = 16;

/** The properties of a file with those of the kept items marked. */
export class KeptProperties {
  #table;
  #source;
  #options;
  #configurationBytesLeft = MAX_CONFIGURATION_BYTES;
  /** @type {Map<number, Cleaned>} */
  #byPosition = new Map();
  /** @type {Map<number, string[]>} */
  #auxiliaryTypes = new Map();

  /** @param {PropertyTable} table @param {Source} source @param {Options} options */
  constructor(table, source, options) {
    this.#table = table;
    this.#source = source;
    this.#options = options;
  }

  /**
   * What a property holds, or the first `limit` bytes of it.
   * @param {Box} box @param {number} [limit]
   * @returns {Uint8Array}
   */
  content(box, limit = Infinity) {
    return this.#source.read(box.content, Math.min(limit, box.contentBytes));
  }

  /**
   * What an auxiliary item is for; empty for a picture of its own.
   * @param {number} number
   * @returns {string[]}
   */
  auxiliaryTypes(number) {
    let known = this.#auxiliaryTypes.get(number);
    if (!known) {
      const boxes = this.#table.of(number).filter(([box]) => box.kind === "auxC");
      known = boxes.map(([box]) => auxiliaryType(this.content(box, AUXILIARY_TYPE_MAX_BYTES)));
      this.#auxiliaryTypes.set(number, known);
    }
    return known;
  }

  /**
   * True for a picture that says which parts of another are see-through, and nothing else.
   * @param {number} number
   * @returns {boolean}
   */
  isAlpha(number) {
    const types = this.auxiliaryTypes(number);
    return types.length > 0 && types.every((type) => ALPHA_TYPES.has(type));
  }

  /**
   * Width and height of a picture item in pixels; zeros when it does not say.
   * @param {number} number
   * @returns {number[]}
   */
  dimensions(number) {
    for (const [box] of this.#table.of(number)) {
      if (box.kind === "ispe") {
        const content = this.content(box, 12);
        return [unsigned(content.subarray(4, 8)), unsigned(content.subarray(8, 12))];
      }
    }
    return [0, 0];
  }

  /** Decide about the properties of the kept items. @param {Set<number>} kept */
  choose(kept) {
    for (const number of kept) {
      for (const [box, association] of this.#table.of(number)) {
        const cleaned = this.#cleaned(association.position, box);
        if (cleaned.content === null && association.isEssential && !DISPENSABLE.includes(box.kind)) {
          throw new CleanError("unsupported-variant");
        }
        if (box.kind === "clap") this.#checkCrop(number, box);
      }
    }
  }

  /** @param {number} position @param {Box} box */
  #cleaned(position, box) {
    let known = this.#byPosition.get(position);
    if (!known) {
      if (CONFIGURATION_KINDS.has(box.kind)) this.#configurationBytesLeft -= box.contentBytes;
      if (this.#configurationBytesLeft < 0) throw new CleanError("too-many-parts");
      known = this.#clean(box);
      this.#byPosition.set(position, known);
    }
    return known;
  }

  /** @param {Box} box */
  #clean(box) {
    if (isProfile(box, this.#source) && !this.#options.keepsColourProfile) return new Cleaned(null);
    return cleanProperty(box.kind, this.content(box));
  }

  /** @param {number} number @param {Box} box */
  #checkCrop(number, box) {
    const fields = new Fields(this.content(box, CROP_BYTES));
    let shown = 0;
    for (let index = 0; index < 2; index += 1) {
      shown += Math.floor(fields.number(4) / Math.max(fields.number(4), 1));
    }
    // Rows and columns together, since the picture may be turned before it is cropped.
    const [width, height] = this.dimensions(number);
    if (width + height - shown > CROP_MAX) throw new CleanError("unsupported-variant");
  }

  /** Positions of the properties that stay. */
  get keptPositions() {
    const kept = new Set();
    for (const [position, cleaned] of this.#byPosition) if (cleaned.content !== null) kept.add(position);
    return kept;
  }

  /** What is kept on purpose. @returns {Generator<string>} */
  *notes() {
    for (const position of [...this.keptPositions].sort((one, other) => one - other)) {
      const box = this.#table.properties[position - 1];
      if (box.kind === "irot" || box.kind === "imir") yield "orientation";
      else if (box.kind === "auxC") yield "transparency";
      else if (isProfile(box, this.#source)) yield "colours";
    }
  }

  /**
   * What was decided about the property at this position; undefined when no kept item has it.
   * @param {number} position
   * @returns {Cleaned | undefined}
   */
  chosen(position) {
    return this.#byPosition.get(position);
  }

  /**
   * The box with all properties and the associations of kept items.
   * @param {Set<number>} kept
   * @returns {Uint8Array}
   */
  write(kept) {
    return this.#table.write(kept, this.keptPositions, (position) => this.#writeProperty(position));
  }

  /** @param {number} position */
  #writeProperty(position) {
    const box = this.#table.properties[position - 1];
    const content = this.#byPosition.get(position)?.content ?? null;
    if (content === null) return ljust(freeHead(box.size), box.size);
    return concat([this.#source.read(box.start, box.headBytes), content]);
  }
}

/**
 * True for a property that holds a colour profile.
 * @param {Box} box @param {Source} source
 * @returns {boolean}
 */
export function isProfile(box, source) {
  return box.kind === "colr" && PROFILE_KINDS.includes(latin1(source.window(box.content, 4)));
}
