/** The open notebook: what comes next, the forms, what was written; each change is saved sealed. */

import { part, show, stamp, write } from "../../../parts/stamp.js";
import { append } from "../diary.js";
import { dayAfter } from "../deadlines.js";
import { dayOf, newMark } from "../moments.js";
import { add, change, entryOf, remove, withDraft } from "../record.js";
import { comingOf, comingRow } from "./coming.js";
import { Form } from "./form.js";
import { sayMoment } from "./times.js";
import { nameOf, writtenParts } from "./written.js";

/** @typedef {import("../record.js").Case} Case */
/** @typedef {import("../record.js").Entry} Entry */
/** @typedef {import("../fields.js").Kind} Kind */
/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../../../parts/words.js").Words} Words */
/** @typedef {import("./laws.js").Laws} Laws */

const DAYS_LATER = 7;
const LOOK_MS = 60_000;

export class Notebook {
  /** @type {Session | null} */
  #session = null;
  #timer = 0;

  /**
   * @param {HTMLElement} root
   * @param {Words} words
   * @param {Laws} laws
   * @param {(work: () => Promise<unknown>) => Promise<void>} saving does it, and tells how it ended
   * @param {(isComplete: boolean) => void} typed is called while somebody types
   */
  constructor(root, words, laws, saving, typed) {
    this.root = root;
    this.words = words;
    this.laws = laws;
    this.saving = saving;
    this.form = new Form(part(root, "writing"), words, laws, {
      add: (kind, fields) => this.#add(kind, fields),
      change: (id, fields) => this.#update((record) => change(record, id, fields, newMark())),
      remove: (id) => this.#update((record) => remove(record, id)),
      append: (text, corrects) => this.#update((record) => (
        append(withDraft(record, "", newMark()), text, newMark(), corrects)
      )),
      draft: (text) => this.#update((record) => withDraft(record, text, newMark())),
      typed,
      closed: () => this.#closed(),
    });
    for (const button of this.#kinds) {
      button.addEventListener("click", () => this.#write(/** @type {Kind} */ (button.dataset.kind)));
    }
  }

  /** @param {Session} session */
  open(session) {
    this.#session = session;
    this.#timer = setInterval(() => this.#showComing(), LOOK_MS);
    this.render();
    if (session.record.draft.text) this.#write("diary");
  }

  /** Saves what is typed, and forgets everything. */
  async close() {
    clearInterval(this.#timer);
    if (this.#session) await this.form.finish();
    this.forget();
  }

  /** Forgets everything at once. */
  forget() {
    clearInterval(this.#timer);
    this.form.forget();
    this.#session = null;
    for (const name of ["coming", "written"]) part(this.root, name).replaceChildren();
    this.#mark();
  }

  /** Shows the case as it is now; the form that is open stays. */
  render() {
    const isAdult = this.#record.age === "adult";
    for (const one of this.root.querySelectorAll(".kinds [data-adults]")) one.toggleAttribute("hidden", !isAdult);
    show(this.root, { minor: !isAdult });
    this.#showComing();
    this.#showWritten();
    this.#mark();
  }

  get #record() {
    return /** @type {Session} */ (this.#session).record;
  }

  /** @returns {Iterable<HTMLElement>} */
  get #kinds() {
    return this.root.querySelectorAll("[data-kind]");
  }

  #mark() {
    for (const button of this.#kinds) {
      button.setAttribute("aria-expanded", String(button.dataset.kind === this.form.kind));
    }
  }

  #closed() {
    const kind = this.root.querySelector("[data-kind][aria-expanded=true]");
    this.render();
    /** @type {HTMLElement | null} */ (kind)?.focus();
  }

  /** @param {Kind} kind @param {Record<string, any>} fields */
  async #add(kind, fields) {
    const mark = newMark();
    await this.#update((record) => add(record, kind, fields, mark));
    return mark.id;
  }

  /**
   * Throws only when nothing was changed; what could not be saved is told elsewhere, and stays in memory.
   * @param {(record: Case) => Case | Promise<Case>} how
   */
  async #update(how) {
    const session = this.#session;
    if (!session) return;
    /** @type {unknown} */
    let refusal = null;
    await this.saving(() => session.update(async (record) => {
      try {
        return await how(record);
      } catch (error) {
        refusal = error;
        throw error;
      }
    }).catch((error) => {
      if (refusal === null) throw error;
    }));
    if (refusal !== null) throw refusal;
    if (this.#session) this.render();
  }

  #showComing() {
    if (!this.#session) return;
    const now = new Date();
    const all = comingOf(this.#record, this.laws, now);
    const rows = all.map((coming) => {
      const row = comingRow(coming, this.words);
      this.#listenToComing(row, coming.entry, now);
      return row;
    });
    part(this.root, "coming").replaceChildren(...rows);
    part(this.root, "nothing-comes").hidden = rows.length > 0;
  }

  /** @param {HTMLElement} row @param {Entry} entry @param {Date} now */
  #listenToComing(row, entry, now) {
    const ways = {
      done: () => this.#update((record) => change(record, entry.id, { isDone: true }, newMark())),
      week: () => {
        const day = dayAfter(dayOf(now), { days: DAYS_LATER });
        return this.#update((record) => change(record, entry.id, { day }, newMark()));
      },
      change: () => this.#edit(entry.id),
    };
    for (const [name, act] of Object.entries(ways)) {
      part(row, name)?.addEventListener("click", async () => {
        await act();
        if (name !== "change") part(this.root, "next-title").focus();
      });
    }
  }

  #showWritten() {
    const { root, words } = this;
    const lawName = (/** @type {string} */ law) => this.laws.byId(law)?.name ?? "";
    const parts = writtenParts(this.#record, { words, lawName, moment: sayMoment });
    part(root, "written").replaceChildren(...parts);
    part(root, "nothing-written").hidden = parts.length > 0;
    for (const row of /** @type {Iterable<HTMLElement>} */ (part(root, "written").querySelectorAll("[data-id]"))) {
      const id = row.dataset.id ?? "";
      part(row, "change").addEventListener("click", () => this.#edit(id));
      part(row, "remove").addEventListener("click", () => this.#askRemoval(row, id));
    }
    for (const row of /** @type {Iterable<HTMLElement>} */ (part(root, "written").querySelectorAll("[data-hash]"))) {
      part(row, "correct").addEventListener("click", () => this.#write("diary", { corrects: row.dataset.hash }));
    }
  }

  /** @param {Kind | "diary"} kind @param {{entry?: Entry, corrects?: string}} [about] */
  async #write(kind, about) {
    await this.form.finish();
    if (!this.#session) return;
    this.form.open(kind, this.#record, about);
    this.#mark();
  }

  /** @param {string} id */
  #edit(id) {
    const entry = entryOf(this.#record, id);
    return this.#write(entry.kind, { entry });
  }

  /** Asks once more, in the row itself. @param {HTMLElement} row @param {string} id */
  #askRemoval(row, id) {
    const question = stamp("removal");
    write(part(question, "text"), this.words.say("say", "remove", { name: nameOf(entryOf(this.#record, id)) }));
    part(row, "ways").hidden = true;
    row.append(question);
    part(question, "yes").addEventListener("click", async () => {
      await this.#update((record) => remove(record, id));
      part(this.root, "written-title").focus();
    });
    part(question, "no").addEventListener("click", () => {
      question.remove();
      part(row, "ways").hidden = false;
      part(row, "remove").focus();
    });
    part(question, "no").focus();
  }
}
