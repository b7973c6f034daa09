/**
 * An opened case: what the page works with. It keeps the case and its key in memory, saves each change sealed, and
 * brings the versions of two tabs together without losing an entry.
 *
 * The key lives as long as this does; `lock` drops key and case. A change that cannot be saved stays in memory,
 * and `isSaved` is false until a later `save` has worked.
 */

import { equal } from "./canonical.js";
import { join } from "./diary.js";
import { CaseError, refuse } from "./errors.js";
import { merge } from "./merge.js";
import { beginSitting, newMark } from "./moments.js";
import { read, written } from "./record.js";
import { keyFor, makeKey, open, seal } from "./sealing.js";

/** @typedef {import("./record.js").Case} Case */
/** @typedef {import("./sealing.js").Key} Key */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {"merge" | "replace"} How */
/**
 * What another tab has done: `changed` something · `removed` everything · put an `other-case` in its place · taken a
 * `new-passphrase`, see `rekey`.
 * @typedef {"changed" | "removed" | "other-case" | "new-passphrase"} News
 */

export class Session {
  /** @type {Key | null} */
  #key;
  /** @type {Case | null} */
  #record;
  #revision;
  #store;
  #isSaved = true;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * Made by `start` and `unlock`.
   * @param {Store} store @param {Key} key @param {Case} record @param {string} revision
   */
  constructor(store, key, record, revision) {
    this.#store = store;
    this.#key = key;
    this.#record = record;
    this.#revision = revision;
    beginSitting();
  }

  /**
   * Begins a new case, and saves it. Throws: CaseError `conflict` when there is one already, and as `save`.
   * @param {Store} store
   * @param {string} passphrase
   * @param {Case} record
   * @returns {Promise<Session>}
   */
  static async start(store, passphrase, record) {
    const session = new Session(store, await makeKey(passphrase), record, "");
    const revision = newMark().id;
    await store.write(await seal(session.#held.key, written(record)), "", revision);
    session.#revision = revision;
    return session;
  }

  /**
   * Opens the case that is kept. Throws: CaseError `not-there`, `wrong-passphrase`, `damaged`, `newer`,
   * `no-storage`.
   * @param {Store} store
   * @param {string} passphrase
   * @returns {Promise<Session>}
   */
  static async unlock(store, passphrase) {
    const { sealed, revision } = (await store.read()) ?? refuse("not-there");
    const key = await keyFor(sealed, passphrase);
    return new Session(store, key, read(await open(key, sealed)), revision);
  }

  /** The case as it is now. Throws: CaseError `locked`. @returns {Case} */
  get record() {
    return this.#held.record;
  }

  /** Whether all of it is on the disk. */
  get isSaved() {
    return this.#isSaved;
  }

  get isLocked() {
    return this.#key === null;
  }

  get #held() {
    if (!this.#key || !this.#record) throw new CaseError("locked");
    return { key: this.#key, record: this.#record };
  }

  /**
   * Changes the case and saves it. Throws: whatever `change` throws, then nothing has changed; and as `save`, then
   * it is changed in memory.
   * @param {(record: Case) => Case | Promise<Case>} change such as `(record) => add(record, "link", {…}, newMark())`
   * @returns {Promise<Case>}
   */
  update(change) {
    return this.#inTurn(async () => {
      const changed = await change(this.#held.record);
      this.#keep(changed);
      return this.#save();
    });
  }

  /**
   * Saves what is in memory. Throws: CaseError `disk-full`, `no-storage`, `removed` when another tab has wiped
   * everything, `other-case` when it has put another in its place, `new-passphrase` when it has changed that (see
   * `rekey`), `case-full`, `locked`.
   * @returns {Promise<Case>}
   */
  save() {
    return this.#inTurn(() => this.#save());
  }

  /**
   * Takes in what another tab has written; call it when the store says `written`. Throws as `save`.
   * @returns {Promise<News | null>} what is new, null for nothing
   */
  refresh() {
    return this.#inTurn(async () => {
      const kept = await this.#store.read();
      if (this.isLocked || kept?.revision === this.#revision) return null;
      if (!kept) return "removed";
      try {
        await this.#takeIn(kept);
      } catch (error) {
        const { code } = /** @type {CaseError} */ (error);
        if (code === "new-passphrase" || code === "other-case") return code;
        throw error;
      }
      return "changed";
    });
  }

  /**
   * After another tab has changed the passphrase: takes the new key, and brings both versions together. Throws:
   * CaseError `wrong-passphrase`, `removed`, and as `save`.
   * @param {string} passphrase the new one
   * @returns {Promise<Case>}
   */
  rekey(passphrase) {
    return this.#inTurn(async () => {
      const kept = (await this.#store.read()) ?? refuse("removed");
      const key = await keyFor(kept.sealed, passphrase);
      if (this.isLocked) refuse("locked");
      this.#key = key;
      await this.#takeIn(kept);
      return this.#save();
    });
  }

  /**
   * Whether this is the passphrase of now. @param {string} passphrase @returns {Promise<boolean>}
   */
  async fits(passphrase) {
    const { key } = this.#held;
    const { check } = await makeKey(passphrase, key.salt, key.rounds);
    return equal(check, key.check);
  }

  /**
   * Seals the case anew with another passphrase. Exports made before keep the old one. Throws as `save`; then the
   * old one counts.
   * @param {string} passphrase
   * @returns {Promise<Case>}
   */
  changePassphrase(passphrase) {
    return this.#inTurn(async () => {
      // What other tabs wrote is opened by the old key, which is gone afterwards.
      await this.#save();
      const before = this.#held.key;
      const key = await makeKey(passphrase);
      const { record } = this.#held;
      this.#key = key;
      try {
        return await this.#write(record);
      } catch (error) {
        if (this.#key) this.#key = before;
        throw error;
      }
    });
  }

  /**
   * The case sealed, as a file to carry to another device. The same passphrase opens it.
   * @returns {Promise<Blob>}
   */
  async exported() {
    const { key, record } = this.#held;
    return new Blob([await seal(key, written(record))], { type: "application/octet-stream" });
  }

  /**
   * Takes in a sealed file: `merge` keeps all of both, `replace` keeps only the file. Throws: CaseError
   * `other-case` (only for `merge`), all that `opened` throws, and as `save`; `conflict` when another tab wrote
   * just before a `replace`, which then has not happened.
   * @param {Uint8Array<ArrayBuffer>} sealed
   * @param {string} passphrase of the file; the one of this case stays
   * @param {How} how
   * @returns {Promise<Case>}
   */
  take(sealed, passphrase, how) {
    return this.#inTurn(async () => {
      const theirs = await opened(sealed, passphrase);
      if (how === "replace") {
        await this.#write(theirs);
        this.#keep(theirs, true);
        return theirs;
      }
      this.#keep(await join(merge(this.#held.record, theirs), newMark()));
      return this.#save();
    });
  }

  /**
   * Drops case and key from memory, after what is being saved. What could not be saved is lost.
   * @returns {Promise<void>}
   */
  async lock() {
    await this.#last;
    this.forget();
  }

  /** Drops case and key at once: what was not yet being saved is lost. For a page that is being left. */
  forget() {
    this.#key = this.#record = null;
  }

  /** Removes everything from this browser, and forgets. @returns {Promise<void>} */
  wipe() {
    return this.#inTurn(async () => {
      await this.#store.removeAll();
      this.forget();
    });
  }

  /**
   * One thing after the other: nothing is saved while something else is being saved.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #inTurn(work) {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  /**
   * Puts a case in the place of the one in memory. It was forgotten meanwhile: it stays forgotten.
   * @param {Case} record
   * @param {boolean} [isSaved]
   */
  #keep(record, isSaved = false) {
    if (this.isLocked) refuse("locked");
    this.#record = record;
    this.#isSaved = isSaved;
  }

  async #save() {
    for (;;) {
      try {
        return await this.#write(this.#held.record);
      } catch (error) {
        if (!(error instanceof CaseError) || error.code !== "conflict") throw error;
      }
      // Each round means that another tab has got something done, so this ends.
      await this.#takeIn((await this.#store.read()) ?? refuse("removed"));
    }
  }

  /** @param {Case} record @returns {Promise<Case>} */
  async #write(record) {
    const revision = newMark().id;
    await this.#store.write(await seal(this.#held.key, written(record)), this.#revision, revision);
    this.#revision = revision;
    this.#isSaved = true;
    return record;
  }

  /** @param {import("./store.js").Kept} kept */
  async #takeIn({ sealed, revision }) {
    let text;
    try {
      text = await open(this.#held.key, sealed);
    } catch (error) {
      const isOther = error instanceof CaseError && error.code === "wrong-passphrase";
      throw isOther ? new CaseError("new-passphrase") : error;
    }
    const theirs = read(text);
    const both = await join(merge(this.#held.record, theirs), newMark());
    this.#keep(both, written(both) === written(theirs));
    this.#revision = revision;
  }
}

/**
 * The case in a sealed file, which nothing is changed by: to say what is in it before it is taken in. Throws:
 * CaseError `not-sealed`, `newer`, `too-large`, `damaged`, `wrong-passphrase`.
 * @param {Uint8Array<ArrayBuffer>} sealed
 * @param {string} passphrase
 * @returns {Promise<Case>}
 */
export async function opened(sealed, passphrase) {
  const key = await keyFor(sealed, passphrase);
  return read(await open(key, sealed));
}
