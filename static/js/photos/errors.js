/** The one error of the engine. Source: design document metadata.md, section 13. */

/** What cannot be done with certainty: a code of `words.ERRORS`, or of `zip.js`, and values for its words. */
export class CleanError extends Error {
  /** @param {string} code @param {Record<string, string>} values */
  constructor(code, values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/**
 * The error for a file whose structure contradicts itself; `detail` is a key of `words.DETAILS`.
 * @param {string} detail
 * @returns {CleanError}
 */
export const damaged = (detail) => new CleanError("damaged", { detail });

/** True for that error. @param {unknown} error @returns {boolean} */
export const isDamage = (error) => error instanceof CleanError && error.code === "damaged";
