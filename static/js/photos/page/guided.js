/**
 * The guided look: one question after the other about what a picture shows and no program can judge, with the
 * picture under a magnifier. The answers are held here until it is closed, and nowhere else.
 */

import { Addresses } from "../../parts/addresses.js";
import { fillFound, fillQuestion, fillSeen, focusHeadingOf, idOf, isAboutName, questionsFor } from "./looks.js";
import { Magnifier } from "./magnifier.js";
import { showBlob } from "./pictures.js";
import { part, show, stamp, write } from "../../parts/stamp.js";
import { areAllAdults, followWho } from "../../parts/who.js";
import { Words } from "../../parts/words.js";

/**
 * @typedef {object} Wish
 * @property {HTMLElement} opener gets the focus back
 * @property {File} [file]
 * @property {Blob} [picture] the file as a Blob that the browser can show; without one our drawings are shown
 * @property {string} [name] of the file
 * @property {(seen: string[]) => void} [onCover] covers something; is given the ids of what was seen
 */

const WIDE = "(min-width: 56rem)";

class Guided {
  /** By the id of a question: nothing, seen or skipped. @type {Map<string, string>} */
  #answers = new Map();
  /** @type {HTMLElement[]} */
  #questions = [];
  #at = 0;
  /** @type {Wish | null} */
  #wish = null;
  /** @type {HTMLElement | null} */
  #image = null;
  #addresses = new Addresses();

  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    const words = /** @type {HTMLTemplateElement} */ (document.getElementById("guided-words"));
    this.dialog = dialog;
    this.step = /** @type {HTMLElement} */ (part(dialog, "step"));
    this.words = new Words(words, document.documentElement.lang);
    this.forgetWho = followWho(dialog);
    this.magnifier = new Magnifier(part(dialog, "stage"), part(dialog, "lens"), (times) => this.#tellZoom(times));
    this.#listen();
  }

  /** Whether it is about a picture of the visitor's own; else it is about our drawings. */
  get isOwn() {
    return Boolean(this.#wish?.picture);
  }

  /** @param {Wish} wish */
  open(wish) {
    this.#wish = wish;
    const { isOwn } = this;
    show(this.dialog, { own: isOwn, practice: !isOwn, answers: isOwn, walk: !isOwn, hint: isOwn });
    part(this.dialog, "hint").open = matchMedia(WIDE).matches;
    part(this.dialog, "name").querySelector("bdi").textContent = wish.name ?? "";
    this.dialog.showModal();
    this.#showPage("start");
  }

  #listen() {
    const { dialog, magnifier } = this;
    const close = () => dialog.close();
    const goBack = () => this.#go(this.#at - 1);
    /** @type {Record<string, (event: Event) => void>} */
    const actions = {
      close, done: close, leave: leaveAtOnce, begin: () => this.#begin(), cover: () => this.#cover(),
      back: goBack, "walk-back": goBack, "end-back": goBack,
      reveal: () => this.#reveal(), next: () => this.#go(this.#at + 1),
      smaller: () => magnifier.change(-1), larger: () => magnifier.change(1),
    };
    for (const [name, act] of Object.entries(actions)) part(dialog, name).addEventListener("click", act);
    for (const button of this.#answerButtons()) {
      button.addEventListener("click", () => this.#answer(button.dataset.answer ?? ""));
    }
    dialog.addEventListener("close", () => this.#forget());
    // Who comes back with the browser's own button finds no picture.
    addEventListener("pagehide", close);
  }

  /** @returns {Iterable<HTMLElement>} */
  #answerButtons() {
    return this.dialog.querySelectorAll("[data-answer]");
  }

  /** @param {"start" | "step" | "end"} name */
  #showPage(name) {
    show(this.dialog, { start: name === "start", step: name === "step", end: name === "end", count: name === "step" });
    focusHeadingOf(part(this.dialog, name));
  }

  #begin() {
    this.#questions = questionsFor(this.isOwn && areAllAdults(this.dialog));
    this.#go(0);
  }

  /** Goes to a question; to the start before the first one, and to the end after the last. @param {number} at */
  #go(at) {
    this.#at = at;
    if (at < 0) this.#showPage("start");
    else if (at < this.#questions.length) this.#ask(this.#questions[at]);
    else this.#end();
  }

  /** @param {HTMLElement} question */
  #ask(question) {
    const [n, all] = [this.#at + 1, this.#questions.length].map(String);
    write(part(this.dialog, "count"), this.words.say("guided", "count", { n, all }));
    fillQuestion(this.step, question);
    for (const button of this.#answerButtons()) {
      button.setAttribute("aria-pressed", String(this.#answers.get(idOf(question)) === button.dataset.answer));
    }
    this.#showPage("step");
    const isName = this.isOwn && isAboutName(question);
    show(this.step, { magnified: !isName, name: isName, "cannot-show": false });
    if (!this.isOwn) this.#showDrawing(question);
    else if (!isName) this.#showPicture();
  }

  /** @param {HTMLElement} question */
  #showDrawing(question) {
    const drawing = /** @type {SVGElement} */ (part(question, "scene").querySelector("svg"));
    part(this.step, "stage").classList.remove("is-shown");
    this.magnifier.show(/** @type {SVGElement} */ (drawing.cloneNode(true)));
    this.magnifier.reset();
  }

  async #showPicture() {
    const { picture } = /** @type {Wish} */ (this.#wish);
    if (!picture || this.#image) return;
    const image = /** @type {HTMLImageElement} */ (stamp("guided-picture"));
    this.#image = image;
    const isShown = await showBlob(image, picture, this.#addresses);
    if (image !== this.#image) return;
    show(this.step, { magnified: isShown, "cannot-show": !isShown });
    if (isShown) this.magnifier.show(image);
    else this.#image = null;
  }

  /** @param {string} answer */
  #answer(answer) {
    this.#answers.set(idOf(this.#questions[this.#at]), answer);
    this.#go(this.#at + 1);
  }

  /** Marks the spot in the drawing, and tells about it. */
  #reveal() {
    part(this.step, "stage").classList.add("is-shown");
    this.magnifier.reset();
    fillFound(this.step, this.#questions[this.#at]);
  }

  #seen() {
    return this.#questions.filter((question) => this.#answers.get(idOf(question)) === "seen");
  }

  #end() {
    const { isOwn } = this;
    const seen = this.#seen();
    const end = part(this.dialog, "end");
    show(end, {
      saw: isOwn && seen.length,
      "saw-nothing": isOwn && !seen.length,
      walked: !isOwn,
      skipped: this.#questions.some((question) => this.#answers.get(idOf(question)) === "skipped"),
      cover: this.#wish?.onCover && seen.some((question) => !isAboutName(question)),
    });
    fillSeen(part(end, "list"), seen);
    this.#showPage("end");
  }

  #cover() {
    const { onCover } = /** @type {Wish} */ (this.#wish);
    const seen = this.#seen().map(idOf);
    this.dialog.close();
    onCover?.(seen);
  }

  #forget() {
    this.#wish?.opener.focus();
    this.#wish = this.#image = null;
    this.#answers.clear();
    this.#addresses.forgetAll();
    this.magnifier.clear();
    this.magnifier.reset();
    fillSeen(part(this.dialog, "list"), []);
    part(this.dialog, "name").querySelector("bdi").textContent = "";
    this.forgetWho();
  }

  /** @param {number} times */
  #tellZoom(times) {
    const said = times === 1 ? this.words.say("guided", "off") : this.words.say("guided", "zoom", { n: String(times) });
    const output = part(this.dialog, "zoom");
    if (output.textContent !== said.join("")) write(output, said);
  }
}

/** The link of the page is faster than ours, and this dialog is in front of it. @param {Event} event */
function leaveAtOnce(event) {
  event.preventDefault();
  /** @type {HTMLElement} */ (document.querySelector("a.leave")).click();
}

const guided = new Guided(/** @type {HTMLDialogElement} */ (document.getElementById("guided")));

/**
 * Opens the guided look.
 * @param {Wish} wish
 */
export function openGuided(wish) {
  guided.open(wish);
}

/** Offers to walk through our drawings, on the page where they are to be read. */
function offerWalk() {
  const place = part(/** @type {HTMLElement} */ (document.querySelector(".looks")), "practice");
  const button = /** @type {HTMLElement} */ (place.querySelector("button"));
  button.addEventListener("click", () => openGuided({ opener: button }));
  place.hidden = false;
}

offerWalk();
