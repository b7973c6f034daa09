/** What the visitor has drawn on a picture, and the way back. Drawings are never changed, only replaced. */

/** @typedef {import("./boxes.js").Box} Box */
/** The boxes, and the part that stays (null: all of it). @typedef {{boxes: Box[], crop: Box | null}} Drawing */
/** One frame of a drawing: the number of a box, or the crop. @typedef {number | "crop"} Which */

/** @type {Drawing} */
export const EMPTY = { boxes: [], crop: null };

/**
 * The frame, when there is one.
 * @param {Drawing} drawing
 * @param {Which | null} which
 * @returns {Box | null}
 */
export function frameOf({ boxes, crop }, which) {
  if (which === "crop") return crop;
  return which === null ? null : boxes[which] ?? null;
}

/**
 * The drawing with one frame more or another one in its place; without it when `box` is null.
 * @param {Drawing} drawing
 * @param {Which} which
 * @param {Box | null} box
 * @returns {Drawing}
 */
export function withFrame({ boxes, crop }, which, box) {
  if (which === "crop") return { boxes, crop: box };
  return { boxes: [...boxes.slice(0, which), ...(box ? [box] : []), ...boxes.slice(which + 1)], crop };
}

export class History {
  /** @type {Drawing[]} */
  #past = [];
  now = EMPTY;

  /** Whether there is nothing to take back. */
  get isNew() {
    return this.#past.length === 0;
  }

  /**
   * Goes on to a drawing.
   * @param {Drawing} next
   */
  add(next) {
    this.#past.push(this.now);
    this.now = next;
  }

  /**
   * Changes what was done last, as one step together with it.
   * @param {Drawing} next
   */
  replace(next) {
    this.now = next;
  }

  /** Takes back the last step. */
  undo() {
    this.now = this.#past.pop() ?? this.now;
  }
}
