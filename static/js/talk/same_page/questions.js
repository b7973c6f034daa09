/** The questions of the page, stamped from its templates: asked, chosen from, opened. */

import { part, stamp, write } from "../../parts/stamp.js";

const SHOW = "show";

/**
 * The choice on a question: its place, null when the question is skipped, undefined when nothing is chosen yet.
 * @param {ParentNode} screen
 * @returns {number | null | undefined}
 */
export function chosen(screen) {
  const field = /** @type {HTMLInputElement | null} */ (screen.querySelector("input:checked"));
  if (!field) return undefined;
  return field.value === "" ? null : Number(field.value);
}

export class Questions {
  /** @type {HTMLElement[]} */
  #questions;
  #words;

  /** @param {import("../../parts/words.js").Words} words */
  constructor(words) {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("questions"));
    this.#questions = /** @type {HTMLElement[]} */ ([...template.content.children]);
    this.#words = words;
  }

  get count() {
    return this.#questions.length;
  }

  /**
   * A question, with the answer that was given before.
   * @param {number} at
   * @param {number} who
   * @param {number | null} given
   * @returns {HTMLElement}
   */
  ask(at, who, given) {
    const screen = document.importNode(this.#questions[at], true);
    part(screen, "who").textContent = this.#words.text("who", String(who));
    for (const field of /** @type {Iterable<HTMLInputElement>} */ (screen.querySelectorAll("input"))) {
      field.checked = given !== null && field.value === String(given);
    }
    return screen;
  }

  /**
   * All questions with the answers of one person, each to show or to keep. A skipped one looks like the others.
   * @param {number} who
   * @param {import("./turn.js").Turn} turn
   * @returns {HTMLElement}
   */
  choose(who, turn) {
    const screen = stamp("choose");
    part(screen, "who").textContent = this.#words.text("who", String(who));
    part(screen, "rows").append(...this.#questions.map((_, at) => this.#row(at, turn)));
    return screen;
  }

  /** @param {number} at @param {import("./turn.js").Turn} turn */
  #row(at, turn) {
    const row = stamp("choose-row");
    const given = turn.given(at);
    part(row, "asks").textContent = this.#asks(at);
    const answer = given === null ? this.#words.text("say", "none") : this.#answer(at, given);
    write(part(row, "answer"), this.#words.say("say", "answer", { answer }));
    for (const field of /** @type {Iterable<HTMLInputElement>} */ (row.querySelectorAll("input"))) {
      field.name = `row-${at}`;
      field.checked = (field.value === SHOW) === turn.mayShow(at);
      field.addEventListener("change", () => turn.show(at, field.value === SHOW));
    }
    return row;
  }

  /**
   * The answers that open, side by side, and what to talk about: the same list whatever opens.
   * @param {number[]} open
   * @param {(number | null)[]} first
   * @param {(number | null)[]} second
   * @returns {HTMLElement}
   */
  opened(open, first, second) {
    const screen = stamp("opened");
    const rows = open.map((at) => {
      const row = stamp("opened-row");
      part(row, "asks").textContent = this.#asks(at);
      part(row, "first").textContent = this.#answer(at, first[at]);
      part(row, "second").textContent = this.#answer(at, second[at]);
      return row;
    });
    part(screen, "rows").append(...rows);
    const talk = this.#questions.map((question) => {
      const line = document.createElement("li");
      line.textContent = question.dataset.talk ?? "";
      return line;
    });
    part(screen, "talk").append(...talk);
    return screen;
  }

  /** @param {number} at */
  #asks(at) {
    return part(this.#questions[at], "asks").textContent;
  }

  /** @param {number} at @param {number | null} choice */
  #answer(at, choice) {
    return this.#questions[at].querySelectorAll("label")[choice ?? -1]?.textContent?.trim() ?? "";
  }
}
