/**
 * The results for what somebody typed, best first, and what may be felt by who types that.
 *
 * Its twin is `safety/pages/search/find.py`. Every number is whole, so both find the same in the same order.
 */

import { allowedSlips, countBits, distance, length, letters, stem, tokens } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Entry} Entry */
/** @typedef {Map<number, number>} Numbers */
/** @typedef {{token: string, factors: Numbers}} Slot */
/** @typedef {{start: number, end: number, meaning: number, factor: number}} Match */
/** @typedef {{mood: string, entries: Entry[]}} Found */

// How much a word of the index counts for a word that was typed.
const EXACT = 8, MEANT = 6, BEGUN = 5, ONE_SLIP = 4, TWO_SLIPS = 3;
// The first page of a meaning, and how much less each next one counts.
const FIRST_PAGE = 240, NEXT_PAGE = 24;
// A meaning of several words is surer than one of a single word.
const LONGER_PHRASE = 80;
const HELP_MORE = 5, HELP_WHOLE = 4;
const SHORTEST_BEGUN = 2, SHORTEST_MEANT = 4;
const MOST_BEGUN = 40, MOST_SLIPPED = 5;
// What is far behind the best result is not shown.
const LEAST_PART = 6;
const MOST_RESULTS = 20, MOST_OF_ONE_ADDRESS = 3;
const ENDINGS = ["e", "i", "in", "ie"];
const MOODS = ["plain", "careful", "distress", "urgent"];
const CAREFUL = 1, DISTRESS = 2, URGENT = 3;

/**
 * What a text finds.
 * @param {Index} index
 * @param {string} typed
 * @returns {Found}
 */
export function find(index, typed) {
  const words = tokens(typed);
  const slots = words.map((word, at) => slot(index, word, at === words.length - 1));
  const all = matches(index, slots);
  const shown = all.filter((one) => !all.some((other) => holds(other, one)));
  const mood = strongestMood(index, all, shown);
  const scores = [...scored(index, slots, shown)]
    .map(([number, score]) => [number, mood >= DISTRESS ? helpful(index, number, score) : score]);
  scores.sort(([number, score], [other, its]) => its - score || number - other);
  const least = scores.length ? Math.floor(scores[0][1] / LEAST_PART) : 0;
  const hidesAdult = all.some(({ meaning }) => index.meanings[meaning].isUnder18);
  const near = scores.filter(([, score]) => score >= least).map(([number]) => index.entries[number]);
  const chosen = varied(near.filter((entry) => !(hidesAdult && entry.isForAdults)));
  return { mood: MOODS[mood], entries: mood >= CAREFUL ? safeFirst(chosen) : chosen };
}

/**
 * One word that was typed, and the words of the index that may be meant, with how much each counts.
 * @param {Index} index
 * @param {string} token
 * @param {boolean} isLast
 * @returns {Slot}
 */
function slot(index, token, isLast) {
  const root = index.isStemmed ? stem(token) : token;
  const known = index.numbers.get(root);
  /** @type {Numbers} */
  const factors = new Map();
  if (isLast && length(token) >= SHORTEST_BEGUN) begun(index, token).forEach((number) => factors.set(number, BEGUN));
  if (known !== undefined) factors.set(known, EXACT);
  return { token, factors: factors.size ? factors : slipped(index, token, root) };
}

/**
 * The words that begin like this one, and what it may become a longer form of: 'sharin' of 'shar'.
 * @param {Index} index
 * @param {string} token
 */
function begun(index, token) {
  const found = [];
  for (let number = 0; number < index.words.length && found.length < MOST_BEGUN; number++) {
    if (index.words[number].startsWith(token)) found.push(number);
  }
  for (const ending of ENDINGS) {
    const number = token.endsWith(ending) ? index.numbers.get(token.slice(0, -ending.length)) : undefined;
    if (number !== undefined) found.push(number);
  }
  return found;
}

/**
 * The words that are nearest to one that the index does not have.
 * @param {Index} index
 * @param {string} token
 * @param {string} root
 * @returns {Numbers}
 */
function slipped(index, token, root) {
  const most = allowedSlips(token), bits = letters(root), long = length(root);
  /** @type {[number, number][]} */
  const near = [];
  index.words.forEach((word, number) => {
    // Every slip changes two letters at most: most words are told apart without more work.
    if (countBits(bits ^ index.letters[number]) > 2 * most || Math.abs(length(word) - long) > most) return;
    const slips = distance(root, word, most);
    if (slips <= most) near.push([slips, number]);
  });
  near.sort(([slips, number], [its, other]) => slips - its || number - other);
  const best = near.filter(([slips]) => slips === near[0][0]).slice(0, MOST_SLIPPED);
  return new Map(best.map(([slips, number]) => [number, slips <= 1 ? ONE_SLIP : TWO_SLIPS]));
}

/**
 * Every phrase that stands in what was typed: from which word to which, for which meaning, and how sure that is.
 * @param {Index} index
 * @param {Slot[]} slots
 */
function matches(index, slots) {
  /** @type {Match[]} */
  const found = [];
  for (const { meaning, words } of index.phrases) {
    for (let start = 0; start <= slots.length - words.length; start++) {
      // Most phrases end at their first word: a slow phone has a thousand of them to look at.
      if (!sure(slots[start], words[0])) continue;
      const factor = Math.min(...words.map((word, at) => sure(slots[start + at], word)));
      if (factor) found.push({ start, end: start + words.length, meaning, factor });
    }
  }
  return found;
}

/**
 * How sure it is that a word of a phrase was typed; the first letters of it can be too few to tell.
 * @param {Slot} typed
 * @param {number} word
 */
function sure(typed, word) {
  const factor = typed.factors.get(word) ?? 0;
  return factor === BEGUN && length(typed.token) < SHORTEST_MEANT ? 0 : factor;
}

/**
 * Whether a phrase is longer than the other and has all of it in it.
 * @param {Match} one
 * @param {Match} other
 */
function holds(one, other) {
  const isAround = one.start <= other.start && other.end <= one.end;
  return isAround && one.end - one.start > other.end - other.start;
}

/**
 * The strongest of all moods; danger is never hidden by a longer phrase around it.
 * @param {Index} index
 * @param {Match[]} all
 * @param {Match[]} shown
 */
function strongestMood(index, all, shown) {
  const moods = all.map((one) => (shown.includes(one) || moodOf(index, one) === URGENT ? moodOf(index, one) : 0));
  return Math.max(0, ...moods);
}

/** @param {Index} index @param {Match} match */
function moodOf(index, match) {
  return index.meanings[match.meaning].mood;
}

/**
 * How well each result fits: what its words count, and more when more of the words that were typed are there.
 * @param {Index} index
 * @param {Slot[]} slots
 * @param {Match[]} shown
 * @returns {Numbers}
 */
function scored(index, slots, shown) {
  const telling = slots.map((_, at) => at).filter((at) => !index.skipped.has(slots[at].token));
  /** @type {Numbers} */
  const scores = new Map();
  /** @type {Map<number, Set<number>>} */
  const covered = new Map();
  /** @param {Numbers} found @param {number[]} places */
  const add = (found, places) => found.forEach((score, number) => {
    scores.set(number, (scores.get(number) ?? 0) + score);
    covered.set(number, new Set([...(covered.get(number) ?? []), ...places]));
  });
  telling.forEach((at) => add(ofWords(index, slots[at].factors), [at]));
  const isInside = (/** @type {Match} */ match) => telling.filter((at) => match.start <= at && at < match.end);
  surest(shown).forEach((match) => {
    add(ofMeaning(index, match), isInside(match));
    // The way to help counts whole, whatever else was typed around it.
    const { mood, pages } = index.meanings[match.meaning];
    if (mood >= DISTRESS) pages.forEach((number) => covered.set(number, new Set(telling)));
  });
  const part = (/** @type {number} */ number) => 1 + (covered.get(number)?.size ?? 0);
  return new Map([...scores].map(([number, score]) =>
    [number, Math.floor((score * part(number)) / (1 + telling.length))]));
}

/**
 * Each meaning once, as its longest and surest phrase says it.
 * @param {Match[]} shown
 */
function surest(shown) {
  /** @type {Map<number, Match>} */
  const best = new Map();
  for (const match of shown) {
    const other = best.get(match.meaning);
    const longer = other ? match.end - match.start - (other.end - other.start) : 1;
    if (!other || longer > 0 || (longer === 0 && match.factor > other.factor)) best.set(match.meaning, match);
  }
  return [...best.values()];
}

/**
 * What the best of some words counts in each result that has one of them.
 * @param {Index} index
 * @param {Numbers} factors
 * @returns {Numbers}
 */
function ofWords(index, factors) {
  /** @type {Numbers} */
  const scores = new Map();
  factors.forEach((factor, word) => {
    for (const [number, weight] of index.postings[word]) {
      scores.set(number, Math.max(scores.get(number) ?? 0, factor * weight));
    }
  });
  return scores;
}

/**
 * What a phrase counts: for the pages of its meaning by their order, and where our words for it stand.
 * @param {Index} index
 * @param {Match} match
 * @returns {Numbers}
 */
function ofMeaning(index, match) {
  const meaning = index.meanings[match.meaning];
  const scores = ofWords(index, new Map(meaning.words.map((word) => [word, MEANT])));
  const longer = (match.end - match.start - 1) * LONGER_PHRASE;
  meaning.pages.forEach((number, place) => {
    scores.set(number, (scores.get(number) ?? 0) + FIRST_PAGE - place * NEXT_PAGE + longer);
  });
  return new Map([...scores].map(([number, score]) => [number, Math.floor((score * match.factor) / EXACT)]));
}

/** @param {Index} index @param {number} number @param {number} score */
function helpful(index, number, score) {
  return index.entries[number].room === "help" ? Math.floor((score * HELP_MORE) / HELP_WHOLE) : score;
}

/**
 * The first of them, with few that lead to one page.
 * @param {Entry[]} entries
 */
function varied(entries) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const chosen = entries.filter(({ links: [{ address }] }) => {
    seen.set(address, (seen.get(address) ?? 0) + 1);
    return (seen.get(address) ?? 0) <= MOST_OF_ONE_ADDRESS;
  });
  return chosen.slice(0, MOST_RESULTS);
}

/**
 * The same with the first that is for every age in front.
 * @param {Entry[]} entries
 */
function safeFirst(entries) {
  const safe = entries.find((entry) => !entry.isForAdults);
  return safe ? [safe, ...entries.filter((entry) => entry !== safe)] : entries;
}
