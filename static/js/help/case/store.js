/**
 * Where the sealed case is kept: one record in this browser's IndexedDB. It never sees what is inside.
 *
 * A new version is written only over the one that the writer knew (compare and swap, in one transaction), so two
 * tabs never write over each other; on a full disk the old record stays. The names in the browser's storage are
 * neutral. What `removeAll` cannot do: wipe the blocks on the disk, which keep sealed bytes until the system uses
 * them again. Source: Indexed Database API 3.0, Storage Standard (WHATWG), checked 2026-11-23.
 */

import { CaseError } from "./errors.js";

const NAME = "notes";
const TABLE = "sealed";
const SLOT = "1";
const VERSION = 1;
const DISK_FULL = new Set(["QuotaExceededError", "NS_ERROR_FILE_NO_DEVICE_SPACE"]);

/** `revision` is drawn anew for each writing: after a wipe and a new beginning no old one fits.
 * @typedef {{sealed: Uint8Array<ArrayBuffer>, revision: string}} Kept */
/** @typedef {"written" | "removed"} News */
/** What the store needs of the browser; tests hand in their own.
 * @typedef {{indexedDB: IDBFactory, BroadcastChannel: typeof BroadcastChannel, storage?: StorageManager}} Platform */

export class Store {
  #platform;
  #channel;

  /** @param {Platform} [platform] */
  constructor(platform) {
    this.#platform = platform ?? { indexedDB, BroadcastChannel, storage: navigator.storage };
    this.#channel = new this.#platform.BroadcastChannel(NAME);
  }

  /**
   * What is kept, or null. Throws: CaseError `no-storage` where the browser gives none (some private windows).
   * @returns {Promise<Kept | null>}
   */
  read() {
    return this.#with("readonly", (table, answer) => {
      const request = table.get(SLOT);
      request.onsuccess = () => answer(request.result ?? null);
    });
  }

  /**
   * Writes over the version that the writer knew, and tells the other tabs. Throws: CaseError `conflict` when
   * another is kept by now, `disk-full`, `no-storage`; then nothing has changed.
   * @param {Uint8Array<ArrayBuffer>} sealed
   * @param {string} known revision of the version that this one follows, '' for the first
   * @param {string} revision of this one
   * @returns {Promise<void>}
   */
  async write(sealed, known, revision) {
    const isWritten = await this.#with("readwrite", (table, answer) => {
      const request = table.get(SLOT);
      request.onsuccess = () => {
        const fits = (request.result?.revision ?? "") === known;
        if (fits) table.put({ sealed, revision }, SLOT);
        answer(fits);
      };
    });
    if (!isWritten) throw new CaseError("conflict");
    this.#tell("written");
  }

  /** Removes everything: first what is kept, then the database itself. @returns {Promise<void>} */
  async removeAll() {
    await this.#with("readwrite", (table, answer) => {
      table.clear();
      answer(null);
    });
    this.#tell("removed");
    await new Promise((done) => {
      const request = this.#platform.indexedDB.deleteDatabase(NAME);
      // Another tab that reads just now delays it; what was kept is gone already.
      for (const event of ["success", "error", "blocked"]) request.addEventListener(event, done);
    });
  }

  /**
   * Asks the browser not to clear this by itself. @returns {Promise<boolean>} whether it will not
   */
  async persist() {
    const { storage } = this.#platform;
    try {
      return (await storage?.persisted?.()) || (await storage?.persist?.()) || false;
    } catch {
      return false;
    }
  }

  /**
   * Calls when another tab has written or removed.
   * @param {(news: News) => void} hear
   */
  listen(hear) {
    this.#channel.onmessage = ({ data }) => {
      if (data === "written" || data === "removed") hear(data);
    };
  }

  /** Hears no more, and cannot tell the others. */
  close() {
    this.#channel.close();
  }

  /** @param {News} news */
  #tell(news) {
    try {
      this.#channel.postMessage(news);
    } catch {
      // It was closed meanwhile: what was written is written.
    }
  }

  /**
   * One transaction, from its beginning to the moment when the disk has it.
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(table: IDBObjectStore, answer: (value: T) => void) => void} work
   * @returns {Promise<T>}
   */
  async #with(mode, work) {
    const database = await this.#open();
    try {
      return await new Promise((done, fail) => {
        const transaction = database.transaction(TABLE, mode, { durability: "strict" });
        /** @type {any} */
        let value;
        transaction.oncomplete = () => done(value);
        transaction.onabort = () => fail(transaction.error);
        work(transaction.objectStore(TABLE), (given) => (value = given));
      });
    } catch (error) {
      throw wrapped(error);
    } finally {
      database.close();
    }
  }

  /** @returns {Promise<IDBDatabase>} */
  async #open() {
    try {
      return await new Promise((done, fail) => {
        const request = this.#platform.indexedDB.open(NAME, VERSION);
        request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    } catch (error) {
      throw wrapped(error);
    }
  }
}

/** @param {any} error @returns {CaseError} */
function wrapped(error) {
  if (error instanceof CaseError) return error;
  return new CaseError(DISK_FULL.has(error?.name) ? "disk-full" : "no-storage");
}
