/** The family agreement: filled in on the device, and shown on its sheet of paper meanwhile. Nothing is kept. */

import { Addresses } from "../parts/addresses.js";
import { part } from "../parts/stamp.js";
import { Words } from "../parts/words.js";

// From so many characters up the sheet is set in smaller letters, so that it stays one page.
const LONG = 700;

class Agreement {
  #tool;
  #sheet;
  #words;
  #addresses = new Addresses();
  /** The sheet as a form to fill in with a pen: what is printed while nothing is ticked. */
  #blank;
  #places;

  /** @param {HTMLElement} tool as in `templates/talk/tools/agreement.html` */
  constructor(tool) {
    this.#tool = tool;
    this.#sheet = part(document, "sheet");
    this.#words = new Words(/** @type {any} */ (document.getElementById("words")), document.documentElement.lang);
    this.#blank = [...part(this.#sheet, "clauses").children];
    this.#places = [...part(this.#sheet, "sign").children];
    for (const item of this.#items) this.#listen(item);
    tool.addEventListener("input", () => this.#follow());
    part(tool, "print").addEventListener("click", () => print());
    part(tool, "clear").addEventListener("click", () => {
      this.forget();
      part(tool, "status").textContent = this.#words.text("say", "cleared");
    });
  }

  /** Empties the form and its sheet. */
  forget() {
    for (const field of this.#fields) field.value = "";
    for (const field of /** @type {Iterable<HTMLInputElement>} */ (this.#tool.querySelectorAll("input"))) {
      field.checked = field.type === "radio" && field.value === "says";
    }
    for (const item of this.#items) this.#fold(item, false);
    this.#follow();
  }

  /** @returns {HTMLElement[]} */
  get #items() {
    return [...this.#tool.querySelectorAll("[data-clause]")].map((item) => /** @type {HTMLElement} */ (item));
  }

  /** @returns {(HTMLTextAreaElement | HTMLInputElement)[]} */
  get #fields() {
    return /** @type {any} */ ([...this.#tool.querySelectorAll("textarea, input[type=text]")]);
  }

  /** @param {HTMLElement} item */
  #listen(item) {
    part(item, "change").addEventListener("click", () => {
      const isOpen = part(item, "changing").hidden;
      const field = /** @type {HTMLTextAreaElement} */ (item.querySelector("textarea"));
      if (isOpen && !field.value) field.value = this.#ours(item);
      this.#fold(item, isOpen);
      if (isOpen) field.focus();
    });
    item.querySelector("textarea")?.addEventListener("input", () => (part(item, "tick").checked = true));
  }

  /** @param {HTMLElement} item @param {boolean} isOpen */
  #fold(item, isOpen) {
    part(item, "changing").hidden = !isOpen;
    part(item, "change").setAttribute("aria-expanded", String(isOpen));
  }

  /** Our words for a clause, for the readers that were chosen. @param {HTMLElement} item */
  #ours(item) {
    const isYoung = this.#tool.querySelector("input[value=young]:checked");
    return (isYoung ? item.dataset.young : item.dataset.says) ?? "";
  }

  /** The words of a clause as they are printed. @param {HTMLElement} item */
  #said(item) {
    return item.querySelector("textarea")?.value.trim() || this.#ours(item);
  }

  /** Shows on the sheet and in the file what is in the form. */
  #follow() {
    for (const item of this.#items) part(item, "text").textContent = this.#said(item);
    const ticked = this.#items.filter((item) => part(item, "tick").checked).map((item) => this.#said(item));
    const lines = [...ticked, ...this.#written("own")];
    const names = this.#written("names");
    part(this.#tool, "status").textContent = lines.length ? "" : this.#words.text("say", "empty");
    this.#draw(lines, names);
    this.#fill(lines, names);
  }

  /** What is typed into the fields of a part. @param {string} name */
  #written(name) {
    const fields = [...part(this.#tool, name).querySelectorAll("textarea, input")];
    return fields.map((field) => field.value.trim()).filter(Boolean);
  }

  /** @param {string[]} lines @param {string[]} names */
  #draw(lines, names) {
    const list = part(this.#sheet, "clauses");
    list.classList.toggle("boxes", !lines.length);
    this.#sheet.classList.toggle("is-long", lines.join("").length > LONG);
    list.replaceChildren(...(lines.length ? lines.map((line) => typed("li", line)) : this.#blank));
    const signed = [...names, this.#words.text("say", "day")].map((place) => typed("span", place));
    part(this.#sheet, "sign").replaceChildren(...(names.length ? signed : this.#places));
  }

  /** @param {string[]} lines @param {string[]} names */
  #fill(lines, names) {
    this.#addresses.forgetAll();
    const title = this.#sheet.querySelector("h2")?.textContent ?? "";
    const text = [title, "", ...lines.map((line) => `- ${line}`), "", ...names, ""].join("\n");
    this.#addresses.give(part(this.#tool, "save"), new Blob([text], { type: "text/plain;charset=utf-8" }));
  }
}

/** A new element with what somebody may have typed. @param {string} tag @param {string} text */
function typed(tag, text) {
  const element = document.createElement(tag);
  const inner = document.createElement("bdi");
  inner.textContent = text;
  element.append(inner);
  return element;
}

const tool = /** @type {HTMLElement} */ (document.getElementById("agreement"));
const agreement = new Agreement(tool);
agreement.forget();
for (const one of document.querySelectorAll("[data-without-script]")) one.toggleAttribute("hidden", true);
part(document, "sheet").classList.add("on-paper");
tool.hidden = false;
addEventListener("pagehide", () => agreement.forget());
