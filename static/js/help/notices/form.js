/** The fields of a notice on the page: read, shown as far as they are wanted, and what is wrong beside them. */

import { part, show, write } from "../../parts/stamp.js";
import { holds, prepared, TICKED } from "./answers.js";
import { compose } from "./compose.js";
import { isWhole, judge } from "./judge.js";

/** @typedef {import("./answers.js").Answers} Answers */
/** @typedef {import("./judge.js").Verdict} Verdict */
/** @typedef {import("../../parts/words.js").Sentence} Said */

const ADULT = "adult";

export class Form {
  /** What is done with the text; `homes` are the lines of links that are only home pages. */
  /** @type {(subject: string, text: string, homes: number[]) => void} */
  onMade = () => {};
  #tool;
  #words;
  /** @type {import("./answers.js").Form} */
  #form;

  /**
   * @param {HTMLElement} tool with the form's record in `data-form`
   * @param {import("../../parts/words.js").Words} words
   */
  constructor(tool, words) {
    this.#tool = tool;
    this.#words = words;
    this.#form = JSON.parse(tool.dataset.form ?? "");
    tool.addEventListener("input", ({ target }) => {
      this.#clear(/** @type {Element} */ (target).closest("[data-field]"));
      this.#follow();
    });
    part(tool, "make").addEventListener("click", () => this.#make());
  }

  /** Empties every field. */
  forget() {
    /** @type {Iterable<HTMLInputElement>} */
    const fields = this.#tool.querySelectorAll("input, textarea");
    for (const field of fields) {
      if (field.type === "radio" || field.type === "checkbox") field.checked = false;
      else field.value = "";
    }
    this.#clearAll();
    this.#follow();
  }

  /** Puts the focus on the first field. */
  focus() {
    /** @type {HTMLElement} */ (this.#tool.querySelector("input")).focus();
  }

  /** @param {string} id @returns {HTMLElement} */
  #field(id) {
    return /** @type {HTMLElement} */ (this.#tool.querySelector(`[data-field="${id}"]`));
  }

  /** What is in the fields, as it stands there. @returns {Answers} */
  #given() {
    return Object.fromEntries(this.#form.fields.map(({ id, kind }) => {
      const field = this.#field(id);
      /** @type {HTMLInputElement | null} */
      const checked = field.querySelector("input:checked");
      if (kind === "choice") return [id, checked?.value ?? ""];
      if (kind === "tick") return [id, checked ? TICKED : ""];
      return [id, /** @type {HTMLInputElement} */ (field.querySelector("input, textarea")).value];
    }));
  }

  /** Shows what the answers so far ask for. */
  #follow() {
    const given = this.#given();
    const answers = prepared(this.#form, given);
    for (const { id, when } of this.#form.fields) this.#field(id).hidden = !holds(when, answers);
    for (const { id, fields } of this.#form.elements) {
      const isEmpty = fields.length > 0 && fields.every((name) => this.#field(name).hidden);
      /** @type {HTMLElement} */ (this.#tool.querySelector(`[data-element="${id}"]`)).hidden = isEmpty;
    }
    const { stop } = judge(this.#form, answers);
    // A question that nobody has answered yet stops nobody, and lets nobody on.
    const isAnswered = stop >= 0 && this.#form.stops[stop].every((one) => given[named(one)]);
    const stops = /** @type {NodeListOf<HTMLElement>} */ (this.#tool.querySelectorAll("[data-stop]"));
    stops.forEach((one, at) => (one.hidden = at !== stop || !isAnswered));
    show(this.#tool, { form: stop < 0 });
    const minors = part(this.#tool, "minors");
    if (minors) minors.hidden = answers.age === ADULT;
  }

  #make() {
    this.#clearAll();
    const answers = prepared(this.#form, this.#given());
    const verdict = judge(this.#form, answers);
    if (isWhole(verdict)) this.onMade(this.#form.subject, compose(this.#form, answers, today()), verdict.homes);
    else this.#refuse(verdict);
  }

  /** Names what is missing and who wants it, each with a way to its field. @param {Verdict} verdict */
  #refuse({ missing, faults }) {
    const lines = missing.map(({ element, field }) => this.#link(field, this.#missing(element, field)));
    for (const { field, code, line } of faults) {
      const { most } = /** @type {any} */ (this.#form.fields.find(({ id }) => id === field));
      lines.push(this.#link(field, this.#words.say("wrong", code, { line: String(line), most: String(most) })));
    }
    part(this.#tool, "faults").replaceChildren(...lines);
    show(this.#tool, { summary: true });
    part(this.#tool, "summary").focus();
  }

  /** @param {string} element @param {string} field @returns {Said} */
  #missing(element, field) {
    const section = /** @type {HTMLElement} */ (this.#tool.querySelector(`[data-element="${element}"]`));
    const isTick = this.#field(field).dataset.kind === "tick";
    return this.#words.say("say", isTick ? "missing" : "missing-field", {
      element: section.querySelector("h2")?.textContent ?? "",
      wanted: section.querySelector(".chip")?.textContent ?? "",
      field: this.#field(field).querySelector("legend, label")?.textContent ?? "",
    });
  }

  /** A line of the summary, and the same beside the field. @param {string} id @param {Said} said */
  #link(id, said) {
    const field = this.#field(id);
    const wrong = part(field, "wrong");
    const line = document.createElement("span");
    write(line, said);
    wrong.append(...(wrong.hidden ? [] : [" "]), line);
    wrong.hidden = false;
    const inner = /** @type {HTMLElement} */ (field.querySelector("input, textarea"));
    if (/** @type {HTMLInputElement} */ (inner).type !== "radio") inner.setAttribute("aria-invalid", "true");
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${id}`;
    write(link, said);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      inner.focus();
    });
    item.append(link);
    return item;
  }

  #clearAll() {
    show(this.#tool, { summary: false });
    for (const field of this.#tool.querySelectorAll("[data-field]")) this.#clear(field);
  }

  /** Takes back what is said of a field. @param {Element | null} field */
  #clear(field) {
    if (!field) return;
    part(field, "wrong").replaceChildren();
    part(field, "wrong").hidden = true;
    field.querySelector("[aria-invalid]")?.removeAttribute("aria-invalid");
  }
}

/** The field of a condition. @param {string} condition */
const named = (condition) => condition.replace(/^!/, "").split("=")[0];

/** The day in the visitor's own calendar. */
function today() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((number) => String(number).padStart(2, "0")).join("-");
}
