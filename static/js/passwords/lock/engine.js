/** The engine that locks and opens, as the page sees it. It works in a worker on this device: nothing is sent. */

import { Thread } from "../../parts/thread.js";
import { trusted } from "../../parts/trusted.js";
import { maxBytes } from "./limits.js";

/** @typedef {import("./archive/make.js").Locked} Locked */
/** @typedef {import("./archive/open.js").Contents} Contents */
/** @typedef {import("./archive/open.js").Listed} Listed */
/** @typedef {import("./archive/open.js").Taken} Taken */
/** @typedef {import("../../parts/thread.js").Progress} Progress */

export class LockEngine {
  #thread;
  maxBytes = maxBytes();

  /** @param {string} address of the file of its worker */
  constructor(address) {
    this.#thread = new Thread(trusted([address])[0]);
    /** Done when it is loaded. @type {Promise<unknown>} */
    this.ready = this.#thread.ask("ready");
  }

  /**
   * Files locked into an archive, opened again and compared. Throws: WorkerError.
   * @param {File[]} files
   * @param {string} passphrase
   * @param {Progress} onProgress
   * @returns {Promise<Locked>}
   */
  lock(files, passphrase, onProgress) {
    return this.#thread.ask("lock", { files, passphrase, maxBytes: this.maxBytes }, { onProgress });
  }

  /**
   * What is in an archive. Throws: WorkerError.
   * @param {File} archive
   * @returns {Promise<Contents>}
   */
  look(archive) {
    return this.#thread.ask("look", { archive, maxBytes: this.maxBytes });
  }

  /**
   * Whether a passphrase opens the archive. Throws: WorkerError.
   * @param {File} archive
   * @param {string} passphrase
   * @returns {Promise<boolean>}
   */
  fits(archive, passphrase) {
    return this.#thread.ask("fits", { archive, passphrase });
  }

  /**
   * One file out of the archive. Throws: WorkerError.
   * @param {File} archive
   * @param {Listed} listed
   * @param {string} passphrase
   * @param {Progress} onProgress
   * @returns {Promise<Taken>}
   */
  take(archive, listed, passphrase, onProgress) {
    return this.#thread.ask("take", { archive, listed, passphrase, maxBytes: this.maxBytes }, { onProgress });
  }

  /** Ends whatever it is doing; what was asked fails with `stopped`. */
  stop() {
    this.#thread.stop();
  }
}
