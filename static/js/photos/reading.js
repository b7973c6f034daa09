/** How much of a file's private parts is read to report on them; beyond that they are removed unread. */

import { MAX_REPORTED_PARTS, REPORT_MAX_BYTES } from "./limits.js";

/** What is left to read, shared by all parts of one file. */
export class ReadingBudget {
  #bytesLeft = REPORT_MAX_BYTES;
  #partsLeft = MAX_REPORTED_PARTS;

  /**
   * True when a part of `size` bytes may be read; it is counted then.
   * @param {number} size
   * @returns {boolean}
   */
  take(size) {
    this.#partsLeft--;
    if (this.#partsLeft < 0 || size > this.#bytesLeft) return false;
    this.#bytesLeft -= size;
    return true;
  }
}
