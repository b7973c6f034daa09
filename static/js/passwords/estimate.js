/**
 * How many guesses a text takes, by zxcvbn with the word lists and keyboards of the server.
 *
 * It is for a worker: reading the lists takes a moment.
 */

import { GRAPHS, LISTS } from "../../vendor/zxcvbn/lists.js";
import { ZxcvbnFactory } from "../../vendor/zxcvbn/zxcvbn.js";
import { MEASURED_CHARACTERS } from "./measured.js";

// The swaps that the server knows, and no more.
const SWAPS = {
  a: ["4", "@"],
  b: ["8"],
  c: ["(", "{", "[", "<"],
  e: ["3"],
  g: ["6", "9"],
  i: ["1", "!", "|"],
  l: ["1", "|", "7"],
  o: ["0"],
  s: ["$", "5"],
  t: ["+", "7"],
  x: ["%"],
  z: ["2"],
};

/**
 * One piece of a password as zxcvbn read it; it stands at `i` to `j`, both included.
 * @typedef {{pattern: string, token: string, i: number, j: number, dictionaryName?: string, l33t?: boolean,
 *   reversed?: boolean, baseToken?: string}} Match
 */
/** @typedef {{score: number, guesses: number, sequence: Match[]}} Estimate */

const dictionary = Object.fromEntries(Object.entries(LISTS).map(([name, words]) => [name, words.split(",")]));
const measurer = new ZxcvbnFactory({
  dictionary, graphs: GRAPHS, l33tTable: SWAPS, maxLength: MEASURED_CHARACTERS,
});

/**
 * The estimate for a text that is not empty and not longer than MEASURED_CHARACTERS.
 * @param {string} text
 * @returns {Estimate}
 */
export function estimate(text) {
  return measurer.check(text);
}
