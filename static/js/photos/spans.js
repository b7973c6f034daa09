/** Spans of bytes, as pairs of start and end: put together, compared and taken from each other. */

const byPlace = (some, other) => some[0] - other[0] || some[1] - other[1];

/** The same bytes as sorted spans that neither touch nor overlap; empty ones are left out. */
export function merge(spans) {
  const merged = [];
  for (const [start, end] of [...spans].sort(byPlace)) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(end, last[1]);
    else if (end > start) merged.push([start, end]);
  }
  return merged;
}

/** True when a byte belongs to both. */
export function overlap(some, others) {
  const marked = [...merge(some), ...merge(others)].sort(byPlace);
  return marked.some((after, index) => index > 0 && after[0] < marked[index - 1][1]);
}

/** What is left of the spans without the bytes of the others. */
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
