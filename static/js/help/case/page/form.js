/**
 * The form of one entry. What is typed is saved after each pause, so there is nothing to lose. A diary entry can never
 * be changed: until its button is pressed it is a draft.
 */

import { part, stamp, write } from "../../../parts/stamp.js";
import { dayAfter } from "../deadlines.js";
import { codeOf, refuse } from "../errors.js";
import { dayOf, momentOf, momentTyped, typedMoment } from "../moments.js";
import { ReportFields } from "./report.js";
import { Screenshot } from "./screenshot.js";
import { NAMED_BY } from "./written.js";

/** @typedef {import("../record.js").Case} Case */
/** @typedef {import("../record.js").Entry} Entry */
/** @typedef {import("../fields.js").Kind} Kind */
/** @typedef {import("../../../parts/words.js").Words} Words */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
/**
 * What a form does to the notebook. `add` gives the id of the new entry.
 * @typedef {{
 *   add: (kind: Kind, fields: Record<string, any>) => Promise<string>,
 *   change: (id: string, fields: Record<string, any>) => Promise<void>,
 *   remove: (id: string) => Promise<void>,
 *   append: (text: string, corrects: string) => Promise<void>,
 *   draft: (text: string) => Promise<void>,
 *   typed: (isComplete: boolean) => void,
 *   closed: () => void,
 * }} Changes
 */

/**
 * `isUnfinished` what is missing is filled in; `isEnd` the button was pressed.
 * @typedef {{isUnfinished?: boolean, isEnd?: boolean}} How
 */

const PAUSE_MS = 600;
const DAYS_UNTIL_LOOK = 7;
// These say nothing until the field before them does.
const EMPTY = new Set(["", "waiting"]);

export class Form {
  /** @type {HTMLElement | null} */
  #form = null;
  /** @type {Kind | "diary"} */
  #kind = "link";
  #id = "";
  #corrects = "";
  /** As it was before, for Cancel. @type {Record<string, any> | null} */
  #before = null;
  /** What the form showed at first, as text. */
  #untouched = "";
  #timer = 0;
  /** @type {ReportFields | null} */
  #report = null;
  /** @type {Screenshot | null} */
  #file = null;
  #saving = Promise.resolve();

  /**
   * @param {HTMLElement} root
   * @param {Words} words
   * @param {import("./laws.js").Laws} laws
   * @param {Changes} changes
   */
  constructor(root, words, laws, changes) {
    this.root = root;
    this.words = words;
    this.laws = laws;
    this.changes = changes;
  }

  get kind() {
    return this.#form ? this.#kind : "";
  }

  /**
   * Opens the form of a new entry, or of one to change.
   * @param {Kind | "diary"} kind
   * @param {Case} record
   * @param {{entry?: Entry, corrects?: string}} [about]
   */
  open(kind, record, { entry, corrects = "" } = {}) {
    this.forget();
    const form = (this.#form = stamp(`form-${kind}`));
    this.#kind = kind;
    this.#id = entry?.id ?? "";
    this.#corrects = corrects;
    this.#before = entry ? { ...entry.fields } : null;
    const isAdult = record.age === "adult";
    for (const one of form.querySelectorAll("[data-minors]")) one.toggleAttribute("hidden", isAdult);
    if (kind === "report") this.#report = new ReportFields(form, record, this.laws, entry?.fields);
    if (kind === "file") this.#file = new Screenshot(form, record, this.words, entry?.fields);
    const day = dayAfter(dayOf(new Date()), { days: DAYS_UNTIL_LOOK });
    this.#fill(entry?.fields ?? { day, text: record.draft.text });
    this.#listen(form);
    this.#showNeeded();
    this.root.replaceChildren(form);
    this.#untouched = JSON.stringify(this.#values);
    /** @type {HTMLElement} */ (form.querySelector("h4")).focus();
  }

  /** Saves what is typed now, without waiting for a pause. */
  pause() {
    clearTimeout(this.#timer);
    if (this.#form) this.#flush().catch(() => {});
  }

  /** Saves what is typed, also when it is not finished, and closes. */
  async finish() {
    if (!this.#form) return;
    await this.#flush({ isUnfinished: true }).catch(() => {});
    this.forget();
  }

  /** Closes, and forgets what was typed. */
  forget() {
    clearTimeout(this.#timer);
    this.#form?.remove();
    this.#form = this.#report = this.#file = null;
    this.#id = this.#corrects = "";
    this.#before = null;
  }

  /** @param {HTMLElement} form */
  #listen(form) {
    form.addEventListener("input", () => {
      this.#showNeeded();
      this.changes.typed(this.#isComplete);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#flush().catch(() => {}), PAUSE_MS);
    });
    form.addEventListener("keydown", (event) => {
      const isLine = event.target instanceof HTMLInputElement && ["text", "date"].includes(event.target.type);
      if (event.key === "Enter" && isLine) this.#save();
    });
    for (const button of /** @type {Iterable<HTMLElement>} */ (form.querySelectorAll("[data-now]"))) {
      button.addEventListener("click", () => {
        const field = this.#field(button.dataset.now ?? "");
        field.value = typedMoment(momentOf(new Date()));
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.focus();
      });
    }
    part(form, "save").addEventListener("click", () => this.#save());
    part(form, "cancel").addEventListener("click", () => this.#cancel());
  }

  async #save() {
    const form = this.#form;
    if (!form) return;
    clearTimeout(this.#timer);
    part(form, "missing").hidden = true;
    try {
      if (!this.#isComplete) refuse("wrong-field", { field: this.#named, code: "missing" });
      await this.#flush({ isEnd: true });
    } catch (error) {
      this.#say(form, /** @type {any} */ (error));
      return;
    }
    this.forget();
    this.changes.closed();
  }

  async #cancel() {
    clearTimeout(this.#timer);
    await this.#saving.catch(() => {});
    const [id, before, kind] = [this.#id, this.#before, this.#kind];
    this.forget();
    if (kind === "diary") await this.changes.draft("").catch(() => {});
    else if (before) await this.changes.change(id, before).catch(() => {});
    else if (id) await this.changes.remove(id).catch(() => {});
    this.changes.closed();
  }

  /**
   * Saves what is typed, one saving after the other.
   * @param {How} [how]
   */
  #flush(how = {}) {
    const done = this.#saving.then(() => this.#write(how));
    this.#saving = done.catch(() => {});
    return done;
  }

  /** @param {How} how */
  async #write({ isUnfinished, isEnd }) {
    if (!this.#form) return;
    const values = this.#values;
    const now = JSON.stringify(values);
    if (this.#kind === "diary") {
      if (isEnd) await this.changes.append(values.text, this.#corrects);
      else if (now !== this.#untouched) await this.changes.draft(values.text);
    } else if (now !== this.#untouched && (isUnfinished || this.#isComplete)) {
      if (!this.#isComplete) values[this.#named] = this.words.text("say", "unfinished");
      if (this.#id) await this.changes.change(this.#id, values);
      else this.#id = await this.changes.add(this.#kind, values);
    }
    this.#untouched = now;
  }

  /** @param {HTMLElement} form @param {Partial<import("../errors.js").CaseError>} error */
  #say(form, error) {
    const { words } = this;
    const { values = {} } = error;
    const code = codeOf(error);
    const box = part(form, "missing");
    const isField = code === "wrong-field";
    const field = words.text("field", `${this.#kind}-${values.field}`);
    write(box, isField ? words.say("fault", values.code, { field }) : words.say("error", code));
    box.hidden = false;
    if (isField) this.#field(values.field)?.focus();
    else box.focus();
  }

  /** The field without which there is no entry. */
  get #named() {
    if (this.#kind === "diary") return "text";
    return this.#kind === "file" ? "sha256" : NAMED_BY[this.#kind];
  }

  get #isComplete() {
    return Boolean(String(this.#values[this.#named] ?? "").trim());
  }

  /** @param {string} name @returns {any} */
  #field(name) {
    return this.#form?.querySelector(`[data-field="${name}"]`);
  }

  /** @returns {Field[]} */
  get #fields() {
    const fields = /** @type {Iterable<Field>} */ (this.#form?.querySelectorAll("[data-field]") ?? []);
    return [...fields];
  }

  /** @returns {Record<string, any>} */
  get #values() {
    const typed = this.#fields.map((field) => [field.dataset.field ?? "", read(field)]);
    return { ...Object.fromEntries(typed), ...this.#report?.values, ...this.#file?.values };
  }

  /** @param {Record<string, any>} values */
  #fill(values) {
    for (const field of this.#fields) {
      const value = values[field.dataset.field ?? ""];
      if (value !== undefined) field.value = field.type === "datetime-local" ? typedMoment(value) : value;
    }
  }

  #showNeeded() {
    for (const one of /** @type {Iterable<HTMLElement>} */ (this.#form?.querySelectorAll("[data-needs]") ?? [])) {
      one.hidden = EMPTY.has(this.#field(one.dataset.needs ?? "")?.value ?? "");
    }
  }
}

/** @param {Field} field @returns {string} */
const read = (field) => (field.type === "datetime-local" ? momentTyped(field.value) : field.value);
