/** What an entry of the diary looks like; `diary.js` says what its hashes prove. */

import { cleaned, hidesPicture } from "./fields.js";
import { isMoment } from "./moments.js";

const HASH = /^[0-9a-f]{64}$/;
// What can be written; two versions that are merged may come to more, and are read.
export const DIARY_MAX = 1000;
export const MERGED_DIARY_MAX = 4000;
export const DIARY_TEXT_MAX = 5000;
// Two versions that come together; more at once cannot happen, but a few are read.
const PREVIOUS_MAX = 8;
const NAMES = "at,corrects,hash,previous,text,what";

/**
 * `what` is `note`, or `joined` where two versions of the diary came together. `previous` holds the hashes of the
 * entries before it: none for the first, one as a rule, more for `joined`.
 * @typedef {{what: "note" | "joined", at: string, text: string, corrects: string, previous: string[],
 *   hash: string}} DiaryEntry
 */

/** Whether it is a diary by its shape; the hashes are judged by `verify`. @param {any} diary @returns {boolean} */
export function checkDiary(diary) {
  if (!Array.isArray(diary) || diary.length > MERGED_DIARY_MAX || !diary.every(isEntry)) return false;
  return new Set(diary.map(({ hash }) => hash)).size === diary.length;
}

/** @param {any} one */
function isEntry(one) {
  if (typeof one !== "object" || one === null || Object.keys(one).sort().join() !== NAMES) return false;
  const { what, at, text, corrects, previous, hash } = one;
  const isKnown = what === "note" || (what === "joined" && text === "" && corrects === "");
  return isKnown && isMoment(at) && isText(text) && isHash(hash) && (corrects === "" || isHash(corrects)) &&
    Array.isArray(previous) && previous.length <= PREVIOUS_MAX && previous.every(isHash);
}

/** @param {any} value */
const isHash = (value) => typeof value === "string" && HASH.test(value);

/** @param {any} text */
function isText(text) {
  if (typeof text !== "string" || text.length > DIARY_TEXT_MAX) return false;
  return text === cleaned(text) && !hidesPicture(text);
}
