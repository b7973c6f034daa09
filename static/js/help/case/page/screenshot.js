/** What only the form about a screenshot has: an adult chooses the file, which is read here and stays where it is. */

import { listenForChoice } from "../../../parts/secrets.js";
import { part, write } from "../../../parts/stamp.js";
import { codeOf } from "../errors.js";
import { fingerprint } from "../fingerprint.js";

export class Screenshot {
  #known;

  /**
   * @param {HTMLElement} form
   * @param {import("../record.js").Case} record
   * @param {import("../../../parts/words.js").Words} words
   * @param {Record<string, any>} [fields] of an entry to change
   */
  constructor(form, record, words, fields) {
    this.form = form;
    this.record = record;
    this.words = words;
    this.#known = { sha256: fields?.sha256 ?? "", bytes: fields?.bytes ?? 0 };
    const field = /** @type {HTMLInputElement} */ (part(form, "choose"));
    listenForChoice(field, ([file]) => file && this.#take(file));
    if (this.#known.sha256) this.#say("say", "chosen");
  }

  get values() {
    return this.#known;
  }

  /** @param {File} file */
  async #take(file) {
    try {
      this.#known = await fingerprint(this.record, file);
    } catch (error) {
      this.#say("error", codeOf(error));
      return;
    }
    this.#say("say", "chosen");
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {string} table @param {string} key */
  #say(table, key) {
    const { sha256, bytes } = this.#known;
    write(part(this.form, "chosen"), this.words.say(table, key, { size: this.words.size(bytes), hash: sha256 }));
  }
}
