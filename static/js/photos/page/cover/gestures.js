/** Drawing, moving and pulling with mouse, finger or pen. Two fingers move the enlarged picture instead. */

import { around, between, moved, pulled } from "./boxes.js";
import { frameOf, withFrame } from "./drawing.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./boxes.js").Point} Point */
/** @typedef {import("./boxes.js").Size} Size */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Which} Which */
/**
 * What a gesture is about: the frame, what of it is pulled (null: it moves; undefined: it is drawn now).
 * @typedef {{before: Drawing, which: Which, pull: Point | null | undefined, from: Point, moves: boolean}} Gesture
 */
/**
 * What the gestures work on.
 * @typedef {object} Desk
 * @property {() => Drawing} now
 * @property {(drawing: Drawing, which: Which | null) => void} preview
 * @property {(drawing: Drawing, which: Which) => void} commit
 */

// A finger that moves less than this has tapped.
const TAP_PIXELS = 6;

export class Gestures {
  /** @type {Gesture | null} */
  #gesture = null;
  /** @type {Map<number, PointerEvent>} */
  #pointers = new Map();

  /**
   * @param {HTMLElement} table around the stage, so that a box can begin beside the picture
   * @param {HTMLElement} stage
   * @param {Size} bounds
   * @param {Desk} desk
   * @param {AbortSignal} signal ends it
   */
  constructor(table, stage, bounds, desk, signal) {
    this.table = table;
    this.stage = stage;
    this.bounds = bounds;
    this.desk = desk;
    table.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    table.addEventListener("pointermove", (event) => this.#move(event), { signal });
    table.addEventListener("pointerup", (event) => this.#up(event), { signal });
    table.addEventListener("pointercancel", (event) => this.#cancel(event), { signal });
    // Else Chrome takes a quick stroke for the start of a scroll, and swallows the tap after it.
    table.addEventListener("touchmove", (event) => event.preventDefault(), { signal, passive: false });
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) return;
    this.#pointers.set(event.pointerId, event);
    this.table.setPointerCapture(event.pointerId);
    if (this.#pointers.size > 1) return this.#giveUp();
    const target = /** @type {HTMLElement} */ (event.target);
    const frame = /** @type {HTMLElement | null} */ (target.closest("[data-frame]"));
    const before = this.desk.now();
    const which = frame ? whichOf(frame) : before.boxes.length;
    const pull = frame ? pullOf(target) : undefined;
    this.#gesture = { before, which, pull, from: this.#pointOf(event), moves: false };
    if (frame) this.desk.preview(before, which);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const last = this.#pointers.get(event.pointerId);
    if (!last) return;
    this.#pointers.set(event.pointerId, event);
    if (this.#pointers.size > 1) return this.#scroll(event, last);
    if (!this.#gesture) return;
    this.#gesture.moves ||= this.#isFar(event);
    if (this.#gesture.moves) this.desk.preview(this.#result(event), this.#gesture.which);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    this.#pointers.delete(event.pointerId);
    const gesture = this.#gesture;
    if (!gesture) return;
    const isDrawn = gesture.pull === undefined;
    if (gesture.moves) this.desk.commit(this.#result(event), gesture.which);
    else if (isDrawn && this.#isInside(gesture.from)) this.desk.commit(this.#tapped(gesture), gesture.which);
    this.#gesture = null;
  }

  /** @param {PointerEvent} event */
  #cancel(event) {
    this.#pointers.delete(event.pointerId);
    this.#giveUp();
  }

  #giveUp() {
    if (this.#gesture) this.desk.preview(this.#gesture.before, null);
    this.#gesture = null;
  }

  /** @param {PointerEvent} event @param {PointerEvent} last */
  #scroll(event, last) {
    const view = /** @type {HTMLElement} */ (this.table.parentElement);
    const part = 1 / this.#pointers.size;
    view.scrollBy((last.clientX - event.clientX) * part, (last.clientY - event.clientY) * part);
  }

  /** What the gesture has made so far. @param {PointerEvent} event @returns {Drawing} */
  #result(event) {
    const { before, which, pull, from } = /** @type {Gesture} */ (this.#gesture);
    const to = this.#pointOf(event);
    const box = /** @type {Box} */ (frameOf(before, which));
    const x = to.x - from.x, y = to.y - from.y;
    if (pull === undefined) return withFrame(before, which, between(from, to, this.bounds));
    return withFrame(before, which, pull ? pulled(box, pull, x, y, this.bounds) : moved(box, x, y, this.bounds));
  }

  /** @param {Gesture} gesture */
  #tapped({ before, which, from }) {
    return withFrame(before, which, around(from, this.bounds));
  }

  /** @param {PointerEvent} event @returns {Point} in the pixels of the picture */
  #pointOf({ clientX, clientY }) {
    const { left, top, width } = this.stage.getBoundingClientRect();
    const scale = this.bounds.width / width;
    return { x: (clientX - left) * scale, y: (clientY - top) * scale };
  }

  /** @param {PointerEvent} event */
  #isFar(event) {
    const { from } = /** @type {Gesture} */ (this.#gesture);
    const { x, y } = this.#pointOf(event);
    const scale = this.stage.getBoundingClientRect().width / this.bounds.width;
    return Math.hypot(x - from.x, y - from.y) * scale >= TAP_PIXELS;
  }

  /** @param {Point} point */
  #isInside({ x, y }) {
    return x >= 0 && y >= 0 && x <= this.bounds.width && y <= this.bounds.height;
  }
}

/** @param {HTMLElement} frame @returns {Which} */
export function whichOf({ dataset }) {
  return dataset.frame === "crop" ? "crop" : Number(dataset.frame);
}

/** @param {HTMLElement} target @returns {Point | null} */
function pullOf({ dataset }) {
  return dataset.pull ? { x: Number(dataset.pull.split(" ")[0]), y: Number(dataset.pull.split(" ")[1]) } : null;
}
