/**
 * Which changes a version knows of: for each sitting that changed it, the number of its last change. So of two
 * versions one can tell, without a clock, whether one came out of the other.
 *
 * Source: D. S. Parker and others, Detection of Mutual Inconsistency in Distributed Systems, 1983 (version
 * vectors).
 */

import { isMarkId } from "./moments.js";

const SITTINGS_MAX = 200;

/** @typedef {Record<string, number>} Versions */
/** @typedef {import("./moments.js").Mark} Mark */

/**
 * Those of a version after one more change.
 * @param {Versions} versions
 * @param {Mark} mark
 * @returns {Versions}
 */
export const withMark = (versions, { by, count }) => limited({ ...versions, [by]: count });

/**
 * Whether the second knows of all changes of the first; equals know each other.
 * @param {Versions} some
 * @param {Versions} others
 * @returns {boolean}
 */
export const isKnownTo = (some, others) => Object.entries(some).every(([by, count]) => count <= (others[by] ?? 0));

/**
 * All changes that one of them knows of.
 * @param {Versions[]} all
 * @returns {Versions}
 */
export function together(...all) {
  /** @type {Versions} */
  const both = {};
  for (const [by, count] of all.flatMap((one) => Object.entries(one))) both[by] = Math.max(count, both[by] ?? 0);
  return limited(both);
}

/** @param {any} value @returns {value is Versions} */
export function areVersions(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const pairs = Object.entries(value);
  const isCount = (/** @type {any} */ count) => Number.isSafeInteger(count) && count > 0;
  if (!pairs.length || pairs.length > SITTINGS_MAX) return false;
  return pairs.every(([by, count]) => isMarkId(by) && isCount(count));
}

/** One that too many sittings changed forgets some: merging then keeps it twice rather than losing it.
 * @param {Versions} versions */
const limited = (versions) => Object.fromEntries(Object.entries(versions).sort().slice(-SITTINGS_MAX));
