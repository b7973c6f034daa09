/** A passphrase of the case file: how it is read, and what is wrong with one. */

const CHARACTERS_MIN = 12;
const DIFFERENT_MIN = 6;
export const CHARACTERS_MAX = 200;
const SPACES = /[\t\n\r ]+/g;

/**
 * A passphrase as the key is made from it: the same letters however a keyboard writes them, one space between
 * words.
 * @param {string} typed
 * @returns {string}
 */
export const normalised = (typed) => typed.normalize("NFKC").replace(SPACES, " ").replace(/^ | $/g, "");

/**
 * The code of what is wrong with a new passphrase, or null: `no-passphrase`, `too-short`, `too-long`, `repeats`,
 * `differ`. One of the maker's words (`/passwords`) is never too short.
 * @param {string} passphrase
 * @param {string} again the same, typed once more
 * @returns {string | null}
 */
export function faultOf(passphrase, again) {
  const text = normalised(passphrase);
  const letters = [...text];
  if (!letters.length) return "no-passphrase";
  if (letters.length < CHARACTERS_MIN) return "too-short";
  if (letters.length > CHARACTERS_MAX) return "too-long";
  if (new Set(letters).size < DIFFERENT_MIN) return "repeats";
  return text === normalised(again) ? null : "differ";
}
