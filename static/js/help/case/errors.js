/**
 * How the case file says that something cannot be done: by a code, never by a sentence.
 * All codes and what they mean stand in `docs/case.md`; the page has a sentence for each.
 */

export class CaseError extends Error {
  /**
   * @param {string} code
   * @param {Record<string, string>} [values] what a sentence about it needs, such as the name of a field
   */
  constructor(code, values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/**
 * Ends here with a code.
 * @param {string} code
 * @param {Record<string, string>} [values]
 * @returns {never}
 */
export function refuse(code, values) {
  throw new CaseError(code, values);
}

/**
 * The code of what was thrown; `failed` for what is no CaseError.
 * @param {unknown} error
 * @returns {string}
 */
export const codeOf = (error) => /** @type {Partial<CaseError>} */ (error).code ?? "failed";
