/** Whether a passphrase will do for this kind of lock, and what is wrong with it otherwise. */

// The shortest six words of the list, with spaces, have 23; a person's own choice needs as many as this at least.
const CHARACTERS_MIN = 20;
const DIFFERENT_MIN = 8;
// Other letters become other bytes in other apps: the format does not say which.
const PLAIN = /^[ -~]*$/;

/**
 * The code of what is wrong, or null.
 * @param {string} passphrase
 * @param {string} again the same, typed once more
 * @param {string} made one of the maker's, which is never too short
 * @returns {string | null}
 */
export function faultOf(passphrase, again, made = "") {
  const [text, second] = [passphrase.trim(), again.trim()];
  if (!text) return "no-passphrase";
  if (!PLAIN.test(text)) return "letters";
  if (text !== made && text.length < CHARACTERS_MIN) return "too-short";
  if (text !== made && new Set(text).size < DIFFERENT_MIN) return "repeats";
  return text === second ? null : "differ";
}
