/** The text that was made: shown, copied, printed, saved, opened as a draft, and how long the law then gives. */

import { Addresses, takeBack } from "../../parts/addresses.js";
import { copied } from "../../parts/copied.js";
import { part, show, write } from "../../parts/stamp.js";
import { draft, DRAFT_MAX } from "./compose.js";

const HOUR_MS = 3_600_000;

export class Letter {
  #made;
  #words;
  #language;
  #text = "";
  #addresses = new Addresses();

  /**
   * @param {HTMLElement} tool
   * @param {import("../../parts/words.js").Words} words
   * @param {string} language
   */
  constructor(tool, words, language) {
    this.#made = part(tool, "made");
    this.#words = words;
    this.#language = language;
    part(this.#made, "copy").addEventListener("click", () => this.#copy());
    part(this.#made, "print").addEventListener("click", () => print());
  }

  /**
   * Shows a text.
   * @param {string} subject
   * @param {string} text
   * @param {number[]} homes the lines of links that are only home pages
   */
  fill(subject, text, homes) {
    const made = this.#made;
    this.forget();
    this.#text = text;
    part(made, "text").textContent = text;
    write(part(made, "count"), this.#words.say("say", "count", { n: this.#words.number([...text].length) }));
    this.#addresses.give(part(made, "save"), new Blob([text], { type: "text/plain;charset=utf-8" }));
    const address = draft(subject, text);
    part(made, "mail").href = address;
    show(made, { long: address.length > DRAFT_MAX, homes: homes.length });
    write(part(made, "homes"), this.#words.say("say", "homes", { line: homes.join(", ") }));
    for (const line of made.querySelectorAll("[data-part=deadline]")) this.#tellDeadline(line);
    part(made, "made-title").focus();
  }

  /** Takes the text back from everywhere. */
  forget() {
    const made = this.#made;
    this.#text = "";
    this.#addresses.forgetAll();
    part(made, "text").textContent = "";
    part(made, "status").textContent = "";
    part(made, "count").textContent = "";
    takeBack(part(made, "save"));
    takeBack(part(made, "mail"));
  }

  async #copy() {
    const key = await copied(this.#text, part(this.#made, "text"));
    write(part(this.#made, "status"), this.#words.say("say", key));
  }

  /** @param {HTMLElement} line */
  #tellDeadline(line) {
    const [hours, days, months] = [line.dataset.hours, line.dataset.days, line.dataset.months].map(Number);
    const when = hours ? new Date(Date.now() + hours * HOUR_MS) : later(days, months);
    /** @type {Intl.DateTimeFormatOptions} */
    const style = hours ? { dateStyle: "full", timeStyle: "short" } : { dateStyle: "full" };
    const values = { n: String(hours), when: new Intl.DateTimeFormat(this.#language, style).format(when) };
    write(line, this.#words.say("say", hours ? "deadline-hours" : "deadline-days", values));
  }
}

/**
 * The same day so much later; the last day of the month where that month is shorter.
 * @param {number} days
 * @param {number} months
 */
function later(days, months) {
  const now = new Date();
  const last = new Date(now.getFullYear(), now.getMonth() + months + 1, 0).getDate();
  return new Date(now.getFullYear(), now.getMonth() + months, Math.min(now.getDate(), last) + days);
}
