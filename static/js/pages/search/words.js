/**
 * What was typed as plain words, the stems of English words, and how far apart two words are.
 *
 * Its twin is `safety/pages/search/words.py`; `tests/vectors/search.json` holds both to the same answers.
 */

export const MAX_CHARACTERS = 100, MAX_TOKENS = 12;
// Letters that no decomposition takes apart.
const FOLDED = new Map(Object.entries({
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i",
}));
const APOSTROPHES = /['\u2018\u2019\u02bc\u02b9\uff07]/g;
const MARKS = /\p{M}/gu;
const WORDS = /[\p{L}\p{N}]+/gu;
const VOWEL = /[aeiouy]/;
const DOUBLED = /([bdfgmnprt])\1$/;
const SHORTEST_STEM = 3, SHORTEST_INFLECTED = 4;
// A slip of the finger in a word of so many letters, and two in a longer one.
const LONG_ENOUGH = 3, LONG = 8;

/**
 * The words of the first characters of a text, in small plain letters.
 * @param {string} text
 * @returns {string[]}
 */
export function tokens(text) {
  const first = [...text].slice(0, MAX_CHARACTERS).join("");
  const folded = first.normalize("NFKC").toLowerCase().replace(APOSTROPHES, "");
  const plain = [...folded.normalize("NFKD")].map((letter) => FOLDED.get(letter) ?? letter).join("");
  return (plain.replace(MARKS, "").match(WORDS) ?? []).slice(0, MAX_TOKENS);
}

/**
 * An English word without its ending.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  if (length(word) < SHORTEST_INFLECTED) return word;
  const root = withoutEnding(singular(word));
  return length(root) > SHORTEST_STEM && root.endsWith("e") ? root.slice(0, -1) : root;
}

/** @param {string} word */
function singular(word) {
  if (word.endsWith("ies") && length(word) > SHORTEST_INFLECTED) return `${word.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2);
  return /s$/.test(word) && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** @param {string} word */
function withoutEnding(word) {
  if (word.endsWith("ied") && length(word) > SHORTEST_INFLECTED) return `${word.slice(0, -3)}y`;
  for (const ending of ["ing", "ed"]) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (length(rest) >= SHORTEST_STEM && VOWEL.test(rest)) return rest.replace(DOUBLED, "$1");
  }
  return word;
}

/**
 * How many letters a word has; some are made of two halves.
 * @param {string} word
 * @returns {number}
 */
export function length(word) {
  return [...word].length;
}

/**
 * How many slips of the finger a word of this length may hold.
 * @param {string} word
 * @returns {number}
 */
export function allowedSlips(word) {
  const letters = length(word);
  return letters >= LONG ? 2 : letters >= LONG_ENOUGH ? 1 : 0;
}

/**
 * How many slips lie between two words; `most + 1` when there are more than `most`.
 * @param {string} word
 * @param {string} otherWord
 * @param {number} most
 * @returns {number}
 */
export function distance(word, otherWord, most) {
  const one = [...word], other = [...otherWord];
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  /** @type {number[]} */
  let above = [];
  let row = [...Array(other.length + 1).keys()];
  for (let at = 1; at <= one.length; at++) {
    [above, before, row] = [before, row, [at]];
    for (let place = 1; place <= other.length; place++) {
      const change = before[place - 1] + Number(one[at - 1] !== other[place - 1]);
      let cost = Math.min(before[place] + 1, row[place - 1] + 1, change);
      const isSwapped = at > 1 && place > 1 && one[at - 1] === other[place - 2] && one[at - 2] === other[place - 1];
      if (isSwapped) cost = Math.min(cost, above[place - 2] + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return Math.min(row[row.length - 1], most + 1);
}

/**
 * Which letters a word has, as bits: words whose letters differ by far need not be compared.
 * @param {string} word
 * @returns {number}
 */
export function letters(word) {
  let bits = 0;
  for (const letter of word) bits |= 1 << ((letter.codePointAt(0) ?? 0) & 31);
  return bits;
}

/**
 * How many bits are set.
 * @param {number} bits
 * @returns {number}
 */
export function countBits(bits) {
  let count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
}
