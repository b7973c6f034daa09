/** What is given to somebody else: the document, the table, the calendar, and the line that proves the order. */

import { part, show, write } from "../../../parts/stamp.js";
import { lastHash, verify } from "../diary.js";
import { documentOf, readersOf } from "../document.js";
import { calendar, table } from "../export.js";
import { saveFile } from "./saving.js";
import { showSheet } from "./sheet.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../../../parts/words.js").Words} Words */

export class Give {
  /** @type {Session | null} */
  #session = null;

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} sheet where the document is shown
   * @param {Words} words
   * @param {import("./laws.js").Laws} laws
   * @param {(isShown: boolean) => void} turn to the document and back
   */
  constructor(root, sheet, words, laws, turn) {
    this.root = root;
    this.sheet = sheet;
    this.words = words;
    this.laws = laws;
    this.turn = turn;
    part(root, "to-document").addEventListener("click", () => this.#show());
    part(root, "save-csv").addEventListener("click", () => this.#saveTable());
    part(root, "save-ics").addEventListener("click", () => this.#saveDates());
    part(root, "copy-hash").addEventListener("click", () => this.#copy());
    part(sheet, "back").addEventListener("click", () => this.turn(false));
    part(sheet, "print").addEventListener("click", () => print());
  }

  /** @param {Session} session */
  open(session) {
    this.#session = session;
    this.render();
  }

  forget() {
    this.#session = null;
    part(this.root, "hash-text").textContent = "";
    for (const name of ["about", "sections", "chain"]) part(this.sheet, name).replaceChildren();
  }

  /** Shows what fits the case as it is now. */
  render() {
    const { root } = this;
    const record = this.#record;
    const isAdult = record.age === "adult";
    for (const one of root.querySelectorAll("[data-adults]")) one.toggleAttribute("hidden", !isAdult);
    for (const one of root.querySelectorAll("[data-minors]")) one.toggleAttribute("hidden", isAdult);
    const readers = readersOf(record);
    for (const one of /** @type {Iterable<HTMLInputElement>} */ (root.querySelectorAll("[name=case-for]"))) {
      /** @type {HTMLElement} */ (one.closest("label")).hidden = !readers.includes(/** @type {any} */ (one.value));
    }
    const hash = lastHash(record.diary);
    part(root, "hash-text").textContent = hash;
    show(root, { hash, "no-hash": !hash });
    show(root, { "no-dates": false });
  }

  get #record() {
    return /** @type {Session} */ (this.#session).record;
  }

  async #show() {
    const chosen = /** @type {HTMLInputElement} */ (this.root.querySelector("[name=case-for]:checked")).value;
    const record = this.#record;
    const { isWhole } = await verify(record.diary);
    // It was locked meanwhile.
    if (!this.#session) return;
    const paper = documentOf(record, /** @type {any} */ (chosen), this.laws.all, new Date());
    showSheet(this.sheet, paper, isWhole, record, this.words, this.laws);
    this.turn(true);
  }

  #saveTable() {
    const say = (/** @type {string} */ code) => this.words.text("column", code) || code;
    saveFile(table(this.#record, say), "notes.csv");
  }

  #saveDates() {
    const dates = calendar(this.#record, this.laws.all, this.words.text("say", "reminder-title"), new Date());
    show(this.root, { "no-dates": !dates });
    if (dates) saveFile(dates, "reminders.ics");
  }

  async #copy() {
    const isCopied = await navigator.clipboard.writeText(part(this.root, "hash-text").textContent).then(
      () => true,
      () => false,
    );
    write(part(this.root, "copied"), this.words.say("say", isCopied ? "copied" : "not-copied"));
  }
}
