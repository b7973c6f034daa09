/** The picture with its boxes and its crop, and every way to change them: pointer, keys, buttons. */

import { EMPTY, frameOf, History, withFrame } from "./drawing.js";
import { moved, nearMiddle, pulled, whole } from "./boxes.js";
import { Frames } from "./frames.js";
import { Gestures, whichOf } from "./gestures.js";
import { afterButton, Keys } from "./steps.js";
import { Zoom } from "./zoom.js";
import { part } from "../../../parts/stamp.js";
import { textOf } from "../../../parts/words.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./boxes.js").Size} Size */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Which} Which */

// A new crop leaves out this part of the longest side on each side, so that it is seen and can be pulled.
const NEW_CROP = 1 / 20;

export class Editor {
  #history = new History();
  #keys = new Keys();
  /** @type {Which | null} */
  #selected = null;

  /**
   * @param {HTMLElement} root
   * @param {Size} bounds
   * @param {import("../../../parts/words.js").Words} words
   * @param {() => void} onChange
   * @param {AbortSignal} signal ends it
   */
  constructor(root, bounds, words, onChange, signal) {
    this.root = root;
    this.onChange = onChange;
    this.bounds = bounds;
    this.words = words;
    /** @type {HTMLElement} */
    const stage = part(root, "stage");
    this.frames = new Frames(stage, part(root, "veil"), bounds, words);
    this.zoom = new Zoom(root, () => this.frames.elementOf(this.#selected));
    const desk = { now: () => this.drawing, preview: this.#show.bind(this), commit: this.#commit.bind(this) };
    new Gestures(part(root, "table"), stage, bounds, desk, signal);
    stage.addEventListener("focusin", (event) => this.#focused(event.target), { signal });
    stage.addEventListener("keydown", (event) => this.#key(event), { signal });
    stage.addEventListener("keyup", (event) => this.#say(event.key), { signal });
    root.addEventListener("keydown", (event) => this.#shortcut(event), { signal });
    root.addEventListener("click", (event) => this.#button(event.target), { signal });
    signal.addEventListener("abort", () => this.frames.clear());
    this.#show(EMPTY, null);
  }

  /** What is drawn now. */
  get drawing() {
    return this.#history.now;
  }

  /** Whether anything was drawn and not taken back. */
  get isTouched() {
    return this.drawing.boxes.length > 0 || this.drawing.crop !== null;
  }

  /** @param {Drawing} drawing @param {Which | null} selected */
  #show(drawing, selected) {
    this.#selected = frameOf(drawing, selected) ? selected : null;
    this.frames.show(drawing, this.#selected);
    part(this.root, "crop").setAttribute("aria-pressed", String(drawing.crop !== null));
    part(this.root, "undo").setAttribute("aria-disabled", String(this.#history.isNew));
    part(this.root, "delete").setAttribute("aria-disabled", String(this.#selected === null));
    this.onChange();
  }

  /** One step further, with the focus on what it is about. @param {Drawing} drawing @param {Which} which */
  #commit(drawing, which) {
    this.#history.add(drawing);
    this.#show(drawing, which);
    this.frames.elementOf(which)?.focus({ preventScroll: true });
  }

  /** @param {EventTarget | null} target */
  #focused(target) {
    const frame = /** @type {HTMLElement} */ (target).closest("[data-frame]");
    if (frame) this.#show(this.drawing, whichOf(/** @type {HTMLElement} */ (frame)));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const box = frameOf(this.drawing, this.#selected);
    if (!box || this.#selected === null) return;
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      return this.#delete();
    }
    const next = this.#keys.after(event, box, this.bounds);
    if (!next) return;
    event.preventDefault();
    // What a key does as long as it is held is taken back as one step.
    this.#change(next, event.repeat);
    this.frames.elementOf(this.#selected)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** @param {Box} box @param {boolean} [isSameStep] */
  #change(box, isSameStep = false) {
    const which = /** @type {Which} */ (this.#selected);
    const next = withFrame(this.drawing, which, box);
    if (isSameStep) this.#history.replace(next);
    else this.#history.add(next);
    this.#show(next, which);
  }

  /** Says where the frame is now. @param {string} key that was let go */
  #say(key) {
    if (this.#selected === null || !key.startsWith("Arrow")) return;
    this.#tell(this.frames.describe(this.drawing, this.#selected));
  }

  /** @param {string} text */
  #tell(text) {
    part(this.root, "said").textContent = text;
  }

  /** @param {KeyboardEvent} event */
  #shortcut(event) {
    if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    this.#undo();
  }

  /** @param {EventTarget | null} target */
  #button(target) {
    const button = /** @type {HTMLElement} */ (target).closest("button");
    if (!button) return;
    const { part: name = "", step } = button.dataset;
    /** @type {Record<string, () => void>} */
    const actions = { add: this.#add, delete: this.#delete, undo: this.#undo, crop: this.#crop, zoom: this.#zoom };
    if (step) this.#step(step);
    else actions[name]?.call(this);
  }

  #add() {
    const { boxes } = this.drawing;
    this.#commit(withFrame(this.drawing, boxes.length, nearMiddle(this.bounds, boxes.length)), boxes.length);
    this.frames.elementOf(this.#selected)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #delete() {
    const which = this.#selected;
    if (which === null) return this.#sayKey("choose");
    const hadFocus = this.frames.elementOf(which)?.contains(document.activeElement);
    const next = withFrame(this.drawing, which, null);
    this.#history.add(next);
    const following = which === "crop" || !next.boxes.length ? null : Math.min(which, next.boxes.length - 1);
    this.#show(next, following);
    this.#sayKey("deleted");
    if (hadFocus) (this.frames.elementOf(following) ?? part(this.root, "add")).focus();
  }

  #undo() {
    if (this.#history.isNew) return this.#sayKey("nothing-to-undo");
    const hadFocus = this.frames.stage.contains(document.activeElement);
    this.#history.undo();
    this.#show(this.drawing, this.#selected);
    this.#sayKey("undone");
    if (hadFocus) (this.frames.elementOf(this.#selected) ?? part(this.root, "add")).focus();
  }

  #crop() {
    const { crop } = this.drawing;
    if (crop) {
      this.#selected = "crop";
      return this.#delete();
    }
    const by = NEW_CROP * Math.max(this.bounds.width, this.bounds.height);
    const start = pulled(whole(this.bounds), { x: 1, y: 1 }, -2 * by, -2 * by, this.bounds);
    this.#commit(withFrame(this.drawing, "crop", moved(start, by, by, this.bounds)), "crop");
  }

  #zoom() {
    this.zoom.next();
  }

  /** @param {string} step */
  #step(step) {
    const box = frameOf(this.drawing, this.#selected);
    if (!box) return this.#sayKey("choose");
    this.#change(afterButton(step, box, this.bounds));
    this.#say("Arrow");
  }

  /** @param {string} key */
  #sayKey(key) {
    this.#tell(textOf(this.words.say("cover", key)));
  }
}
