/** 'My say': a young child sorts drawn kinds of photos into yes, ask me and no. Nothing is kept. */

import { part, show, stamp, write } from "../parts/stamp.js";
import { Words } from "../parts/words.js";

/** What counts for a kind that nobody has sorted. */
const UNSORTED = "ask";

class MySay {
  #tool;
  #words;
  #kinds;
  /** @type {(string | null)[]} */
  #answers = [];
  #at = 0;

  /** @param {HTMLElement} tool as in `templates/talk/tools/my_say.html` */
  constructor(tool) {
    this.#tool = tool;
    this.#words = new Words(/** @type {any} */ (document.getElementById("words")), document.documentElement.lang);
    this.#kinds = /** @type {HTMLElement[]} */ ([...part(document, "paper").children]);
    for (const button of tool.querySelectorAll(".say-buttons button")) {
      button.addEventListener("click", () => this.#answer(button.getAttribute("value") ?? UNSORTED));
    }
    part(tool, "back").addEventListener("click", () => this.#ask(this.#at - 1));
    part(tool, "again").addEventListener("click", () => {
      this.forget();
      this.#focus("kind");
    });
    part(tool, "print").addEventListener("click", () => print());
  }

  /** Shows the first kind, with nothing sorted. */
  forget() {
    this.#answers = this.#kinds.map(() => null);
    this.#mark();
    this.#turn(0);
  }

  /** @param {string} value */
  #answer(value) {
    this.#answers[this.#at] = value;
    this.#mark();
    const next = this.#answers.indexOf(null);
    if (next < 0) this.#sorted();
    else this.#ask(next);
  }

  /** @param {number} at */
  #ask(at) {
    this.#turn(at);
    this.#focus("kind");
  }

  /** @param {number} at */
  #turn(at) {
    this.#at = at;
    show(this.#tool, { asking: true, sorted: false, back: at > 0 });
    part(this.#tool, "kind").replaceChildren(...this.#drawn(at));
    const place = { at: this.#words.number(at + 1), all: this.#words.number(this.#kinds.length) };
    write(part(this.#tool, "place"), this.#words.say("say", "place", place));
    for (const button of this.#tool.querySelectorAll(".say-buttons button")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("value") === this.#answers[at]));
    }
  }

  /** The drawing of a kind and its name. @param {number} at @returns {Node[]} */
  #drawn(at) {
    const [drawing, name] = this.#kinds[at].children;
    return [drawing.cloneNode(true), name.cloneNode(true)];
  }

  /** Puts the answers on the paper. */
  #mark() {
    const isBegun = this.#answers.some(Boolean);
    this.#kinds.forEach((kind, at) => {
      const answer = this.#answers[at] ?? UNSORTED;
      for (const mark of kind.querySelectorAll("[data-mark]")) {
        mark.classList.toggle("is-chosen", isBegun && mark.getAttribute("data-mark") === answer);
      }
    });
    part(document, "paper").classList.toggle("is-marked", isBegun);
  }

  #sorted() {
    for (const column of this.#tool.querySelectorAll("[data-column]")) {
      const value = column.getAttribute("data-column");
      const here = this.#kinds.map((_, at) => at).filter((at) => this.#answers[at] === value);
      column.replaceChildren(...here.map((at) => this.#entry(at)));
    }
    show(this.#tool, { asking: false, sorted: true });
    this.#focus("sorted-title");
  }

  /** A drawing in its column; a tap asks once more. @param {number} at */
  #entry(at) {
    const entry = stamp("sorted-kind");
    const button = /** @type {HTMLButtonElement} */ (entry.firstElementChild);
    button.append(...this.#drawn(at));
    button.addEventListener("click", () => this.#ask(at));
    return entry;
  }

  /** @param {string} name */
  #focus(name) {
    part(this.#tool, name).focus();
  }
}

const tool = /** @type {HTMLElement} */ (document.getElementById("my-say"));
const say = new MySay(tool);
say.forget();
for (const one of document.querySelectorAll("[data-without-script]")) one.toggleAttribute("hidden", true);
part(document, "sheet").classList.add("on-paper");
tool.hidden = false;
addEventListener("pagehide", () => say.forget());
