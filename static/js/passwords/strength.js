/**
 * How hard a password is to guess, in codes: the twin of `safety/passwords/strength.py`, word for word the same
 * codes. What it gives holds no piece of the password, only where its parts begin and end.
 */

import { estimate } from "./estimate.js";
import { MEASURED_CHARACTERS } from "./measured.js";

/** @import { Match } from "./estimate.js" */

// As in the twin, where the sources are.
const ENOUGH_CHARACTERS = 15;
const FEWEST_CHARACTERS = 8;
const ONLINE_GUESSES_PER_HOUR = 100;
const STOLEN_GUESSES_PER_SECOND = 10_000;
const STRONG = 4;
// A piece that is shorter is chance.
const PIECE_CHARACTERS = 3;

// In the order of telling.
const WEAKNESSES = [
  "empty", "too-short", "common-password", "near-common", "word", "name", "date", "year", "keyboard-walk", "sequence",
  "repeat", "leet", "reversed",
];
const ADVICE = [
  "longer", "random-words", "avoid-common", "avoid-names", "avoid-dates", "avoid-walks", "avoid-swaps", "keep",
  "unique", "manager", "second-step",
];
/** Told at every score: it is counted for a stranger, but who is close knows names and birthdays. */
const PERSONAL = ["name", "date", "year"];
/** Holds for every password, whatever was found. */
const GENERAL = ["unique", "manager", "second-step"];
/** @type {Record<string, string[]>} */
const CAUSES = {
  longer: ["empty", "too-short"],
  "avoid-common": ["common-password", "near-common", "word"],
  "avoid-names": ["name"],
  "avoid-dates": ["date", "year"],
  "avoid-walks": ["keyboard-walk", "sequence", "repeat"],
  "avoid-swaps": ["leet", "reversed"],
};
// A year between other characters, where all of them count as chance because that makes fewer pieces.
const YEAR_INSIDE = /(?:^|[^0-9])((?:19|20)[0-9]{2})(?![0-9])/g;
const NAMES = ["female_names", "male_names", "surnames"];
const MINUTE = 60, HOUR = 3_600, DAY = 86_400, MONTH = 31 * DAY, YEAR = 12 * MONTH;
/** @type {[number, string][]} */
const BANDS = [
  [MINUTE, "seconds"], [HOUR, "minutes"], [DAY, "hours"], [MONTH, "days"], [YEAR, "months"], [100 * YEAR, "years"],
];

/**
 * A piece of the password from `start` up to `end`, in units of a string.
 * @typedef {{start: number, end: number, weaknesses: string[]}} Part
 */
/**
 * The measure of one password; `score` goes from 0 (guessed at once) to 4 (hard to guess), `online` and `stolen`
 * are bands of time, and `isCapped` says that only its start was measured.
 * @typedef {{score: number, online: string, stolen: string, weaknesses: string[], advice: string[],
 *   parts: Part[], isCapped: boolean}} Strength
 */

/**
 * The strength of any text.
 * @param {string} password
 * @returns {Strength}
 */
export function measure(password) {
  if (!password) return measureNothing();
  const measured = cut(password);
  const { score: estimated, guesses, sequence } = estimate(measured);
  const matches = sequence.flatMap(yearsOf);
  const told = estimated === STRONG ? PERSONAL : WEAKNESSES;
  const characters = [...password].length;
  const score = limitByLength(estimated, characters);
  const patterns = inOrder(told, new Set(matches.flatMap((match) => weaknessesOf(match, measured))));
  if (characters < ENOUGH_CHARACTERS) patterns.push("too-short");
  const weaknesses = inOrder(WEAKNESSES, new Set(patterns));
  return {
    score,
    online: band((guesses * HOUR) / ONLINE_GUESSES_PER_HOUR),
    stolen: band(guesses / STOLEN_GUESSES_PER_SECOND),
    weaknesses,
    advice: advise(score, weaknesses),
    parts: partsOf(matches, measured, told),
    isCapped: measured.length < password.length,
  };
}

/** @returns {Strength} */
function measureNothing() {
  const weaknesses = ["empty"];
  const advice = advise(0, weaknesses);
  return { score: 0, online: "seconds", stolen: "seconds", weaknesses, advice, parts: [], isCapped: false };
}

/**
 * What is measured of it; a character that is made of two units is not torn apart.
 * @param {string} password
 */
function cut(password) {
  return password.slice(0, MEASURED_CHARACTERS).replace(/[\uD800-\uDBFF]$/, (half) =>
    password.length > MEASURED_CHARACTERS ? "" : half);
}

/**
 * @param {number} score
 * @param {number} characters
 */
function limitByLength(score, characters) {
  if (characters < FEWEST_CHARACTERS) return Math.min(score, 1);
  if (characters < ENOUGH_CHARACTERS) return Math.min(score, STRONG - 1);
  return score;
}

/** @param {number} seconds */
function band(seconds) {
  return BANDS.find(([limit]) => seconds < limit)?.[1] ?? "centuries";
}

/**
 * The pieces of a piece: a year inside one that counts as chance is a piece of its own.
 * @param {Match} match
 * @returns {Match[]}
 */
function yearsOf(match) {
  if (match.pattern !== "bruteforce") return [match];
  /** @type {Match[]} */
  const pieces = [];
  let start = match.i;
  const cutAt = (/** @type {string} */ pattern, /** @type {number} */ end) => {
    const token = match.token.slice(start - match.i, end - match.i);
    if (token) pieces.push({ pattern, token, i: start, j: end - 1 });
    start = end;
  };
  for (const found of match.token.matchAll(YEAR_INSIDE)) {
    const end = match.i + found.index + found[0].length;
    cutAt("bruteforce", end - found[1].length);
    cutAt("regex", end);
  }
  cutAt("bruteforce", match.j + 1);
  return pieces;
}

/**
 * The parts of it in their order, each with what is told of it; neighbours without that are one.
 * @param {Match[]} matches
 * @param {string} whole
 * @param {string[]} told
 */
function partsOf(matches, whole, told) {
  /** @type {Part[]} */
  const parts = [];
  for (const match of matches) {
    const weaknesses = inOrder(told, new Set(weaknessesOf(match, whole)));
    const last = parts[parts.length - 1];
    if (last && !weaknesses.length && !last.weaknesses.length) last.end = match.j + 1;
    else parts.push({ start: match.i, end: match.j + 1, weaknesses });
  }
  return parts;
}

/**
 * @param {Match} match
 * @param {string} whole
 * @returns {string[]}
 */
function weaknessesOf(match, whole) {
  const { pattern, token } = match;
  if ([...token].length < PIECE_CHARACTERS) return [];
  switch (pattern) {
    case "dictionary":
      return dictionaryWeaknesses(match, whole);
    case "spatial":
      return ["keyboard-walk"];
    case "sequence":
      return ["sequence"];
    case "repeat":
      return ["repeat", ...estimate(match.baseToken ?? "").sequence.flatMap((one) => weaknessesOf(one, whole))];
    case "regex":
      return ["year"];
    case "date":
      return [isYear(token) ? "year" : "date"];
    default:
      return [];
  }
}

/**
 * @param {Match} match
 * @param {string} whole
 */
function dictionaryWeaknesses({ dictionaryName = "", token, l33t, reversed }, whole) {
  const isCommon = token === whole && !l33t && !reversed;
  const found = [NAMES.includes(dictionaryName) ? "name" : "word"];
  if (dictionaryName === "passwords") found[0] = isCommon ? "common-password" : "near-common";
  if (l33t) found.push("leet");
  if (reversed) found.push("reversed");
  return found;
}

/** @param {string} token of a date */
function isYear(token) {
  return /^(19|20)..$/.test(token);
}

/**
 * @param {number} score
 * @param {string[]} weaknesses
 */
function advise(score, weaknesses) {
  const chosen = new Set(GENERAL);
  for (const [advice, those] of Object.entries(CAUSES)) {
    if (those.some((weakness) => weaknesses.includes(weakness))) chosen.add(advice);
  }
  chosen.add(score === STRONG && !weaknesses.length ? "keep" : "random-words");
  return inOrder(ADVICE, chosen);
}

/**
 * @param {string[]} codes all of them, in the order of telling
 * @param {Set<string>} chosen
 */
function inOrder(codes, chosen) {
  return codes.filter((code) => chosen.has(code));
}
