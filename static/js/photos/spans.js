/** Spans of bytes, as pairs of start and end: put together, compared and taken from each other. */

/** @param {[number, number]} some @param {[number, number]} other */
const byPlace = (some, other) => some[0] - other[0] || some[1] - other[1];

/**
 * The same bytes as sorted spans that neither touch nor overlap; empty ones are left out.
 * @param {[number, number][]} spans
 * @returns {[number, number][]}
 */
export function merge(spans) {
  /** @type {[number, number][]} */
  const merged = [];
  for (const [start, end] of [...spans].sort(byPlace)) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(end, last[1]);
    else if (end > start) merged.push([start, end]);
  }
  return merged;
}

/**
 * True when a byte belongs to both.
 * @param {[number, number][]} some @param {[number, number][]} others
 * @returns {boolean}
 */
export function overlap(some, others) {
  const marked = [...merge(some), ...merge(others)].sort(byPlace);
  return marked.some((after, index) => index > 0 && after[0] < marked[index - 1][1]);
}

/**
 * What is left of the spans without the bytes of the others.
 * @param {[number, number][]} spans @param {[number, number][]} others
 * @returns {Generator<[number, number]>}
 */
export function* subtract(spans, others) {
  const taken = merge(others).values();
  let current = taken.next().value;
  for (let [start, end] of merge(spans)) {
    while (current && current[0] < end) {
      if (current[0] > start) yield [start, current[0]];
      start = Math.max(start, current[1]);
      if (current[1] >= end) break;
      current = taken.next().value;
    }
    if (start < end) yield [start, end];
  }
}
