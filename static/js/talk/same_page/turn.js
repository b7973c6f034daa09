/** The answers of one person, in memory alone, and which of them may be shown. */

export class Turn {
  /** @type {(number | null)[]} */
  #answers;
  #mayShow;

  /** @param {number} count of the questions */
  constructor(count) {
    this.#answers = Array(count).fill(null);
    this.#mayShow = Array(count).fill(false);
  }

  /**
   * Holds the answer to a question.
   * @param {number} at
   * @param {number | null} choice null for a question that is skipped
   */
  answer(at, choice) {
    this.#answers[at] = choice;
  }

  /** @param {number} at @returns {number | null} */
  given(at) {
    return this.#answers[at];
  }

  /** @param {number} at @param {boolean} may */
  show(at, may) {
    this.#mayShow[at] = may;
  }

  /** @param {number} at @returns {boolean} */
  mayShow(at) {
    return this.#mayShow[at];
  }

  /**
   * What may be shown: an answer by its place, null for one that was skipped or is held back.
   * @returns {(number | null)[]}
   */
  open() {
    return this.#answers.map((choice, at) => (this.#mayShow[at] ? choice : null));
  }
}
