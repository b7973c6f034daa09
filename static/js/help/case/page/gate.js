/** Before the notebook is open: a new one is begun, the one that is here is opened, or a sealed file is brought in. */

import { emptyFields, followShow } from "../../../parts/secrets.js";
import { part, show, write } from "../../../parts/stamp.js";
import { codeOf, refuse } from "../errors.js";
import { newMark } from "../moments.js";
import { newCase } from "../record.js";
import { Session } from "../session.js";
import { Bring } from "./bring.js";
import { NewPassphrase } from "./passphrase.js";
import { saveSealed } from "./saving.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../../../parts/words.js").Words} Words */

/** The first visit: what it is, the age, the passphrase. */
export class Start {
  /**
   * @param {HTMLElement} root
   * @param {Store} store
   * @param {Words} words
   * @param {(session: Session) => void} begun
   */
  constructor(root, store, words, begun) {
    this.root = root;
    this.store = store;
    this.words = words;
    this.begun = begun;
    this.passphrase = new NewPassphrase(part(root, "new"));
    this.bring = new Bring(part(root, "bringing"), words, (record, passphrase) => this.#start(passphrase, record));
    root.addEventListener("change", () => this.#showAge());
    part(root, "begin").addEventListener("click", () => this.#begin());
  }

  forget() {
    this.passphrase.forget();
    this.bring.forget();
    emptyFields(this.root);
    const unsure = /** @type {HTMLInputElement} */ (this.root.querySelector("[value=not-sure]"));
    unsure.checked = true;
    show(this.root, { missing: false });
    this.#showAge();
  }

  get #age() {
    return /** @type {HTMLInputElement} */ (this.root.querySelector("[name=case-age]:checked")).value;
  }

  #showAge() {
    show(this.root, { "age-note": this.#age !== "adult" });
  }

  async #begin() {
    const { root, words } = this;
    const fault = this.passphrase.fault ?? (part(root, "knows").checked ? null : "not-known");
    show(root, { missing: fault });
    if (fault) {
      write(part(root, "missing"), words.say("error", fault));
      part(root, "missing").focus();
      return;
    }
    await this.#start(this.passphrase.value, newCase(this.#age, newMark()));
  }

  /** @param {string} passphrase @param {import("../record.js").Case} record */
  async #start(passphrase, record) {
    const { root, words } = this;
    const button = part(root, "begin");
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    show(root, { working: true });
    try {
      const session = await Session.start(this.store, passphrase, record);
      await this.store.persist();
      this.begun(session);
    } catch (error) {
      write(part(root, "missing"), words.say("error", codeOf(error)));
      show(root, { missing: true });
      part(root, "missing").focus();
    } finally {
      button.removeAttribute("aria-disabled");
      show(root, { working: false });
    }
  }
}

/** A notebook is here: its passphrase opens it. */
export class Locked {
  /** A session with something that is not saved. @type {Session | null} */
  #waiting = null;
  #reason = "";

  /**
   * @param {HTMLElement} root
   * @param {Store} store
   * @param {Words} words
   * @param {(session: Session) => void} unlocked
   */
  constructor(root, store, words, unlocked) {
    this.root = root;
    this.store = store;
    this.words = words;
    this.unlocked = unlocked;
    followShow(root, part(root, "show"));
    part(root, "open").addEventListener("click", () => this.#open());
    this.#field.addEventListener("keydown", ({ key }) => key === "Enter" && this.#open());
    part(root, "save-sealed").addEventListener("click", () => this.saveSealed());
  }

  /**
   * Why it is locked. `waiting` is a session with something that is not saved: it goes on with the right passphrase,
   * the new one when another tab has changed it.
   * @param {string} reason '' for none
   * @param {Session | null} [waiting]
   */
  tell(reason, waiting = null) {
    this.#waiting = waiting;
    this.#reason = reason;
    show(this.root, { "why-locked": reason });
    if (reason) write(part(this.root, "why-locked"), this.words.say("locked", reason));
  }

  forget() {
    this.#waiting?.forget();
    this.#waiting = null;
    emptyFields(this.root);
    show(this.root, { problem: false, "why-locked": false });
  }

  /** @returns {HTMLInputElement} */
  get #field() {
    return /** @type {HTMLInputElement} */ (this.root.querySelector("#case-key"));
  }

  /** What went wrong. @param {string} code */
  say(code) {
    write(part(this.root, "problem"), this.words.say("error", code));
    show(this.root, { problem: true });
    part(this.root, "problem").focus();
  }

  async #open() {
    const { root } = this;
    const button = part(root, "open");
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    show(root, { problem: false, working: true });
    try {
      const session = await this.#session(this.#field.value);
      this.#waiting = null;
      this.unlocked(session);
    } catch (error) {
      this.say(codeOf(error));
    } finally {
      button.removeAttribute("aria-disabled");
      show(root, { working: false });
    }
  }

  /** @param {string} passphrase @returns {Promise<Session>} */
  async #session(passphrase) {
    const waiting = this.#waiting;
    if (!waiting) return Session.unlock(this.store, passphrase);
    if (this.#reason === "new-passphrase") await waiting.rekey(passphrase);
    else if (!(await waiting.fits(passphrase))) refuse("wrong-passphrase");
    return waiting;
  }

  /** Hands the sealed copy of what is kept to the visitor. */
  async saveSealed() {
    const kept = await this.store.read().catch(() => null);
    if (kept) saveSealed(kept.sealed);
  }
}
