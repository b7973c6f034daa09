/** What the open notebook says of itself: the sealed copy, the age, the passphrase, and whether the browser keeps it. */

import { part, show, write } from "../../../parts/stamp.js";
import { codeOf, refuse } from "../errors.js";
import { asUnder18 } from "../record.js";
import { Bring } from "./bring.js";
import { NewPassphrase } from "./passphrase.js";
import { saveSealed } from "./saving.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {import("../../../parts/words.js").Words} Words */

export class Keep {
  /** @type {Session | null} */
  #session = null;

  /**
   * @param {HTMLElement} root
   * @param {import("../store.js").Store} store
   * @param {Words} words
   * @param {{changed: (message: string) => void, taken: () => void}} news the case was changed · a copy was taken
   */
  constructor(root, store, words, news) {
    this.root = root;
    this.store = store;
    this.words = words;
    this.news = news;
    this.passphrase = new NewPassphrase(part(root, "new"));
    const take = (/** @type {any} */ _, /** @type {string} */ passphrase, /** @type {any} */ how, /** @type {any} */ sealed) => (
      this.#take(sealed, passphrase, how)
    );
    this.bring = new Bring(part(root, "bringing"), words, take, () => this.#session?.record ?? null);
    part(root, "save-sealed").addEventListener("click", () => this.saveSealed());
    part(root, "persist").addEventListener("click", () => this.#persist());
    part(root, "to-under-18").addEventListener("click", () => show(root, { "sure-under-18": true, "to-under-18": false }));
    part(root, "sure-under-18-yes").addEventListener("click", () => this.#becomeUnder18());
    part(root, "change").addEventListener("click", () => this.#change());
  }

  /** @param {Session} session */
  async open(session) {
    this.#session = session;
    this.render();
    // Only looked up here: asking for it makes some browsers ask the visitor.
    const persists = (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
    show(this.root, { persists, "may-vanish": !persists });
  }

  forget() {
    this.#session = null;
    this.passphrase.forget();
    this.bring.forget();
    show(this.root, { missing: false, "sure-under-18": false, "not-persisting": false });
  }

  render() {
    if (!this.#session) return;
    const isAdult = this.#session.record.age === "adult";
    write(part(this.root, "age-now"), this.words.say("age", isAdult ? "adult" : "under-18"));
    show(this.root, { "to-under-18": isAdult, "sure-under-18": false });
  }

  /** Hands the sealed copy to the visitor. */
  async saveSealed() {
    if (!this.#session) return;
    saveSealed(await this.#session.exported());
    this.news.taken();
  }

  async #persist() {
    const persists = await this.store.persist();
    show(this.root, { persists, "may-vanish": !persists, "not-persisting": !persists });
  }

  async #becomeUnder18() {
    await this.#session?.update(asUnder18).catch(() => {});
    this.news.changed("now-under-18");
  }

  /** @param {Uint8Array<ArrayBuffer>} sealed @param {string} passphrase @param {"merge" | "replace"} how */
  async #take(sealed, passphrase, how) {
    await this.#session?.take(sealed, passphrase, how);
    this.news.changed("brought");
  }

  async #change() {
    const { root, words } = this;
    const fault = this.passphrase.fault;
    try {
      if (fault) refuse(fault);
      await this.#session?.changePassphrase(this.passphrase.value);
    } catch (error) {
      write(part(root, "missing"), words.say("error", codeOf(error)));
      show(root, { missing: true });
      part(root, "missing").focus();
      return;
    }
    this.passphrase.forget();
    show(root, { missing: false });
    part(root, "change-passphrase").open = false;
    this.news.changed("new-passphrase");
  }
}
