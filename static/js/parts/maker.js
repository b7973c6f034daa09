/** Makes passphrases: words of the long list for dice, each picked by chance alone. It keeps nothing. */

import { WORDS } from "../../vendor/eff/words.js";

/** @type {readonly string[]} */
const LIST = WORDS.split("\n");
export const FEWEST_WORDS = 4;
export const MOST_WORDS = 10;
export const USUAL_WORDS = 6;
const NUMBERS = 2 ** 32;
// Numbers from here on would make the first words of the list more likely than the others.
const LIMIT = NUMBERS - (NUMBERS % LIST.length);

/**
 * What fills an array with numbers by chance, as `crypto.getRandomValues` does.
 * @typedef {(numbers: Uint32Array<ArrayBuffer>) => Uint32Array} Random
 */

/**
 * A passphrase of so many words, 4 to 10.
 * @param {number} [words]
 * @param {Random} [random]
 * @returns {{words: string[], text: string}} the words, and all of them with spaces between
 */
export function makePassphrase(words = USUAL_WORDS, random = (numbers) => crypto.getRandomValues(numbers)) {
  if (!Number.isInteger(words) || words < FEWEST_WORDS || words > MOST_WORDS) {
    throw new RangeError(`a passphrase has ${FEWEST_WORDS} to ${MOST_WORDS} words`);
  }
  const chosen = Array.from({ length: words }, () => LIST[numberBelow(LIMIT, random) % LIST.length]);
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

/** @param {number} limit @param {Random} random */
function numberBelow(limit, random) {
  const numbers = new Uint32Array(1);
  do random(numbers); while (numbers[0] >= limit);
  return numbers[0];
}
