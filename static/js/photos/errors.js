/** The one error of the engine. Source: design document metadata.md, section 13. */

/** A file that cannot be cleaned with certainty: a code of `words.ERRORS` and values for its words. */
export class CleanError extends Error {
  /** @param {string} code @param {Record<string, string>} values */
  constructor(code, values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** The error for a file whose structure contradicts itself; `detail` is a key of `words.DETAILS`. */
export const damaged = (detail) => new CleanError("damaged", { detail });
