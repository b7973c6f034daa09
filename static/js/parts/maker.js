/** Makes passphrases: words of the long list for dice, each picked by chance alone. It keeps nothing. */

import { WORDS } from "../../vendor/eff/words.js";
import { below } from "./chance.js";

/** @type {readonly string[]} */
const LIST = WORDS.split("\n");
const FEWEST_WORDS = 4;
export const MOST_WORDS = 10;
const USUAL_WORDS = 6;

/**
 * A passphrase of so many words, 4 to 10.
 * @param {number} [words]
 * @param {import("./chance.js").Random} [random]
 * @returns {{words: string[], text: string}} the words, and all of them with spaces between
 */
export function makePassphrase(words = USUAL_WORDS, random) {
  if (!Number.isInteger(words) || words < FEWEST_WORDS || words > MOST_WORDS) {
    throw new RangeError(`a passphrase has ${FEWEST_WORDS} to ${MOST_WORDS} words`);
  }
  const chosen = Array.from({ length: words }, () => LIST[below(LIST.length, random)]);
  return { words: chosen, text: chosen.join(" ") };
}

/**
 * How many passphrases of so many words there are; all of them are as likely.
 * @param {number} words
 * @returns {bigint}
 */
export function countPassphrases(words) {
  return BigInt(LIST.length) ** BigInt(words);
}
