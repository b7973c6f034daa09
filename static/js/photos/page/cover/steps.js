/** Moving and resizing a frame in steps: by keys, or by buttons for those who cannot drag. */

import { moved, pulled } from "./boxes.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./boxes.js").Size} Size */

// A step is this part of the longest side; held down, it grows after a while.
const STEP = 1 / 200, BUTTON_STEP = 1 / 40;
const HELD_REPEATS = 6, HELD_FACTOR = 4;
/** @type {Record<string, [number, number]>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Keys {
  #repeats = 0;

  /**
   * The frame after a key: an arrow moves it, with Shift it becomes larger or smaller. Null for any other key.
   * @param {KeyboardEvent} event
   * @param {Box} box
   * @param {Size} bounds
   */
  after(event, box, bounds) {
    const direction = DIRECTIONS[event.key];
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return null;
    this.#repeats = event.repeat ? this.#repeats + 1 : 0;
    const factor = this.#repeats >= HELD_REPEATS ? HELD_FACTOR : 1;
    return stepped(box, direction, event.shiftKey, STEP * factor, bounds);
  }
}

/**
 * The frame after a button: "move 1 0", or "pull 1 0" for a step wider.
 * @param {string} step
 * @param {Box} box
 * @param {Size} bounds
 * @returns {Box}
 */
export function afterButton(step, box, bounds) {
  const [kind, x, y] = step.split(" ");
  return stepped(box, [Number(x), Number(y)], kind === "pull", BUTTON_STEP, bounds);
}

/**
 * @param {Box} box
 * @param {number[]} direction
 * @param {boolean} isPull its right or lower side moves alone
 * @param {number} part of the longest side
 * @param {Size} bounds
 */
function stepped(box, [x, y], isPull, part, bounds) {
  const step = Math.max(1, part * Math.max(bounds.width, bounds.height));
  if (!isPull) return moved(box, x * step, y * step, bounds);
  return pulled(box, { x: Math.abs(x), y: Math.abs(y) }, x * step, y * step, bounds);
}
