/**
 * The proof that the picture is the same: what a plan keeps, compared byte for byte with the copy that was made.
 * It also notices a file that changes while it is read.
 */

import { equal } from "./bytes.js";
import { CleanError } from "./errors.js";
import { MEBIBYTE } from "./limits.js";
import { Keep } from "./plan.js";

// More than that would be read twice from a slow disk, for a proof that nobody waits for.
export const COMPARED_MAX_BYTES = 64 * MEBIBYTE;
const WINDOW_BYTES = MEBIBYTE;

/**
 * @import { Plan } from "./plan.js"
 * @import { Source } from "./source.js"
 */

/**
 * How many bytes the copy has from the file, and whether they were compared; of larger files they are not.
 * Throws: CleanError changed-while-reading, when one of them differs.
 * @param {Plan} plan
 * @param {Source} source
 * @param {Source} copy
 * @returns {{sameBytes: number, isCompared: boolean}}
 */
export function compareKept(plan, source, copy, maxBytes = COMPARED_MAX_BYTES) {
  const sameBytes = plan.ops.reduce((sum, op) => (op instanceof Keep ? sum + op.length : sum), 0);
  const isCompared = sameBytes <= maxBytes;
  let at = 0;
  for (const op of isCompared ? plan.ops : []) {
    if (op instanceof Keep) compareRange(op, source, copy, at);
    at += op.length;
  }
  return { sameBytes, isCompared };
}

/** @param {Keep} range @param {Source} source @param {Source} copy @param {number} at where it is in the copy */
function compareRange({ offset, length }, source, copy, at) {
  for (let done = 0; done < length; done += WINDOW_BYTES) {
    const size = Math.min(WINDOW_BYTES, length - done);
    // The copy is made of ranges of the file: only one that changed can differ.
    const isSame = equal(source.read(offset + done, size), copy.read(at + done, size));
    if (!isSame) throw new CleanError("changed-while-reading");
  }
}
