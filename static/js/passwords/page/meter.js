/**
 * Measures the newest of what is typed, in a worker that is started when it is first needed. What takes longer
 * than a second is given up, with the worker, and the next measure starts a new one.
 */

import { Thread } from "../../parts/thread.js";
import { trusted } from "../../parts/trusted.js";

const SECONDS_MAX = 1;

/** @typedef {import("../strength.js").Strength} Strength */
/**
 * What the meter tells: that it is loading, that it measured, took too long, or cannot be had at all.
 * @typedef {{state: "loading" | "measured" | "long" | "broken", strength?: Strength}} Told
 */

export class Meter {
  #thread;
  #tell;
  #newest = "";
  #isBusy = false;
  #isReady = false;

  /**
   * @param {string} address of the file of the worker
   * @param {(told: Told) => void} tell is called for the newest text only, and never for an empty one
   */
  constructor(address, tell) {
    this.#thread = new Thread(trusted([address])[0]);
    this.#tell = tell;
  }

  /** Starts the worker, so that the first letter need not wait for it. */
  load() {
    this.#thread.ask("ready").then(() => (this.#isReady = true), () => {});
  }

  /**
   * Measures this, and forgets what was given before.
   * @param {string} password
   */
  async measure(password) {
    this.#newest = password;
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let measured = ""; this.#newest && this.#newest !== measured;) {
      measured = this.#newest;
      const told = await this.#ask(measured);
      if (measured === this.#newest) this.#tell(told);
    }
    this.#isBusy = false;
  }

  /**
   * @param {string} password
   * @returns {Promise<Told>}
   */
  async #ask(password) {
    if (!this.#isReady) this.#tell({ state: "loading" });
    try {
      // Loading is not counted.
      await this.#thread.ask("ready");
      this.#isReady = true;
    } catch {
      return { state: "broken" };
    }
    try {
      const strength = await this.#thread.ask("measure", { password }, { maxSeconds: SECONDS_MAX });
      return { state: "measured", strength };
    } catch {
      return { state: "long" };
    }
  }
}
