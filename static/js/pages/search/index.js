/** The index as the server packs it (`safety/pages/search/script.py`), unpacked for the search. */

import { letters } from "./words.js";

/** @typedef {{address: string, age: string}} Link */
/** @typedef {{room: string, isForAdults: boolean, title: string, line: string, links: Link[]}} Entry */
/** @typedef {{mood: number, words: number[], pages: number[], isUnder18: boolean}} Meaning */
/** @typedef {{meaning: number, words: number[]}} Phrase */
/** @typedef {[entry: number, weight: number]} Posting */

/**
 * Everything that a search needs. A posting is a result and the weight of a word in it.
 * @typedef {{entries: Entry[], words: string[], letters: number[], numbers: Map<string, number>,
 *   postings: Posting[][], skipped: Set<string>, meanings: Meaning[], phrases: Phrase[], isStemmed: boolean}} Index
 */

/**
 * What the server sends.
 * @typedef {{entries: [string, boolean, string, string, [string, string][]][], words: string, postings: string,
 *   skipped: string, meanings: [number, number[], number[], number][], phrases: number[][], isStemmed: boolean}} Packed
 */

const POSTING = /(\d+)([a-z])/g;
const FIRST_WEIGHT = "a".charCodeAt(0) - 1;

/**
 * The index, ready to be searched.
 * @param {Packed} packed
 * @returns {Index}
 */
export function unpack(packed) {
  const words = packed.words.split(" ");
  return {
    entries: packed.entries.map(([room, isForAdults, title, line, links]) => ({
      room, isForAdults, title, line, links: links.map(([address, age]) => ({ address, age })),
    })),
    words,
    letters: words.map(letters),
    numbers: new Map(words.map((word, number) => [word, number])),
    postings: packed.postings.split(" ").map(postings),
    skipped: new Set(packed.skipped.split(" ")),
    meanings: packed.meanings.map(([mood, means, pages, under18]) => ({
      mood, words: means, pages, isUnder18: Boolean(under18),
    })),
    phrases: packed.phrases.map(([meaning, ...typed]) => ({ meaning, words: typed })),
    isStemmed: packed.isStemmed,
  };
}

/**
 * Steps from one result to the next, each with a letter for the weight: '3f1a' is 3 with 6, then 4 with 1.
 * @param {string} text
 * @returns {Posting[]}
 */
function postings(text) {
  let entry = 0;
  return Array.from(text.matchAll(POSTING), ([, step, weight]) => {
    entry += Number(step);
    return [entry, weight.charCodeAt(0) - FIRST_WEIGHT];
  });
}
