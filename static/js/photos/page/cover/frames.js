/** The boxes and the crop as elements over the picture: each can be focused, and says its name and place. */

import { frameOf } from "./drawing.js";
import { placeOf } from "./boxes.js";
import { stamp } from "../../../parts/stamp.js";
import { textOf } from "../../../parts/words.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./boxes.js").Size} Size */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Which} Which */

/** @param {number} value */
const percent = (value) => `${Math.round(value * 1000) / 10}%`;

export class Frames {
  /** @type {HTMLElement[]} */
  #boxes = [];
  /** @type {HTMLElement | null} */
  #crop = null;

  /**
   * @param {HTMLElement} stage
   * @param {HTMLElement} veil over what is cut off
   * @param {Size} bounds
   * @param {import("../../../parts/words.js").Words} words
   */
  constructor(stage, veil, bounds, words) {
    this.stage = stage;
    this.veil = veil;
    this.bounds = bounds;
    this.words = words;
  }

  /**
   * Shows a drawing. An element stays the same as long as its number is there, so the focus stays too.
   * @param {Drawing} drawing
   * @param {Which | null} selected
   */
  show(drawing, selected) {
    while (this.#boxes.length > drawing.boxes.length) this.#boxes.pop()?.remove();
    drawing.boxes.slice(this.#boxes.length).forEach(() => this.#boxes.push(this.#added(this.#boxes.length)));
    if (!drawing.crop) this.#crop?.remove();
    this.#crop = drawing.crop && (this.#crop ?? this.#added("crop"));
    for (const [which, element] of this.#all()) {
      this.#place(element, /** @type {Box} */ (frameOf(drawing, which)));
      element.setAttribute("aria-label", this.describe(drawing, which));
      element.classList.toggle("selected", which === selected);
    }
    this.#showVeil(drawing.crop);
  }

  /** @param {Which | null} which */
  elementOf(which) {
    return which === "crop" ? this.#crop : which === null ? null : this.#boxes[which] ?? null;
  }

  /** Removes all elements. */
  clear() {
    this.show({ boxes: [], crop: null }, null);
  }

  /**
   * The name and place of a frame, as it is spoken.
   * @param {Drawing} drawing
   * @param {Which} which
   */
  describe(drawing, which) {
    const box = /** @type {Box} */ (frameOf(drawing, which));
    const parts = [box.width / this.bounds.width, box.height / this.bounds.height];
    const [width, height] = parts.map((part) => String(Math.round(part * 100)));
    const place = textOf(this.words.say("place", placeOf(box, this.bounds)));
    const values = { n: String(Number(which) + 1), of: String(drawing.boxes.length), place, width, height };
    return textOf(this.words.say("cover", which === "crop" ? "crop" : "box", values));
  }

  /** @returns {[Which, HTMLElement][]} */
  #all() {
    /** @type {[Which, HTMLElement][]} */
    const boxes = this.#boxes.map((element, at) => [at, element]);
    return this.#crop ? [...boxes, ["crop", this.#crop]] : boxes;
  }

  /** @param {Which} which */
  #added(which) {
    const element = stamp(which === "crop" ? "cover-crop" : "cover-box");
    element.dataset.frame = String(which);
    // The crop comes last, so that Tab goes through the boxes first.
    this.stage.insertBefore(element, which === "crop" ? null : this.#crop);
    return element;
  }

  /** @param {HTMLElement} element @param {Box} box */
  #place(element, { left, top, width, height }) {
    const { style } = element, { bounds } = this;
    style.left = percent(left / bounds.width);
    style.top = percent(top / bounds.height);
    style.width = percent(width / bounds.width);
    style.height = percent(height / bounds.height);
  }

  /** @param {Box | null} crop */
  #showVeil(crop) {
    this.veil.hidden = !crop;
    if (!crop) return;
    const { width, height } = this.bounds;
    const xs = [crop.left, crop.left + crop.width].map((x) => percent(x / width));
    const ys = [crop.top, crop.top + crop.height].map((y) => percent(y / height));
    const hole = [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]].map(([x, y]) => `${xs[x]} ${ys[y]}`);
    this.veil.style.clipPath = `polygon(evenodd, 0 0, 0 100%, 100% 100%, 100% 0, 0 0, ${hole.join(", ")})`;
  }
}
