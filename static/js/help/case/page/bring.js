/** A sealed file from before, or from another device: opened, told about, and taken in only then. */

import { emptyFields, followShow, listenForChoice } from "../../../parts/secrets.js";
import { part, show, write } from "../../../parts/stamp.js";
import { codeOf } from "../errors.js";
import { SEALED_BYTES_MAX, partsOf } from "../sealing.js";
import { opened } from "../session.js";
import { sayMoment } from "./times.js";

/** @typedef {import("../record.js").Case} Case */
/** @typedef {Uint8Array<ArrayBuffer>} Sealed */

export class Bring {
  /** @type {Sealed | null} */
  #sealed = null;
  /** @type {Case | null} */
  #record = null;
  #passphrase = "";

  /**
   * @param {HTMLElement} root
   * @param {import("../../../parts/words.js").Words} words
   * @param {(record: Case, passphrase: string, how: "merge" | "replace", sealed: Sealed) => Promise<void>} take
   * @param {() => Case | null} [mine] the notebook that is open
   */
  constructor(root, words, take, mine = () => null) {
    this.root = root;
    this.words = words;
    this.take = take;
    this.mine = mine;
    const field = /** @type {HTMLInputElement} */ (root.querySelector("input[type=file]"));
    listenForChoice(field, ([file]) => file && this.#choose(file));
    followShow(root, part(root, "show"));
    part(root, "look").addEventListener("click", () => this.#look());
    part(root, "merge").addEventListener("click", () => this.#take("merge"));
    part(root, "replace").addEventListener("click", () => this.#take("replace"));
    part(root, "stop").addEventListener("click", () => {
      this.forget();
      field.focus();
    });
  }

  /** Forgets the file and its passphrase. */
  forget() {
    this.#sealed = this.#record = null;
    this.#passphrase = "";
    emptyFields(this.root);
    show(this.root, { asks: false, found: false, wrong: false });
  }

  /** @param {File} file */
  async #choose(file) {
    this.forget();
    try {
      const bytes = new Uint8Array(await file.slice(0, SEALED_BYTES_MAX + 1).arrayBuffer());
      await partsOf(bytes);
      this.#sealed = bytes;
    } catch (error) {
      this.#say(error);
      return;
    }
    show(this.root, { asks: true });
    /** @type {HTMLElement} */ (this.root.querySelector("[data-secret]")).focus();
  }

  async #look() {
    if (!this.#sealed) return;
    const { root, words } = this;
    const field = /** @type {HTMLInputElement} */ (root.querySelector("[data-secret]"));
    show(root, { wrong: false });
    try {
      this.#record = await opened(this.#sealed, field.value);
      this.#passphrase = field.value;
    } catch (error) {
      this.#say(error);
      return;
    }
    const { made, age, entries, diary, id } = this.#record;
    const mine = this.mine();
    const values = { n: words.number(entries.length), diary: words.number(diary.length), made: sayMoment(made) };
    write(part(root, "contents"), words.say("say", "contents", values));
    write(part(root, "effect"), words.say("bring", !mine ? "start" : mine.id === id ? "same" : "other"));
    write(part(root, "age"), words.say("bring", mine?.age === "adult" && age !== "adult" ? "under-18" : "age-stays"));
    show(root, { asks: false, found: true, merge: mine?.id === id, age: mine?.age === "adult" && age !== "adult" });
    part(root, "found").focus();
  }

  /** @param {"merge" | "replace"} how */
  async #take(how) {
    if (!this.#sealed || !this.#record) return;
    try {
      await this.take(this.#record, this.#passphrase, how, this.#sealed);
    } catch (error) {
      this.#say(error);
      return;
    }
    this.forget();
  }

  /** @param {unknown} error */
  #say(error) {
    write(part(this.root, "wrong"), this.words.say("error", codeOf(error)));
    show(this.root, { wrong: true });
    part(this.root, "wrong").focus();
  }
}
