/** Carry a plan out: the clean file as bytes, or as pieces of a Blob, which reads nothing that it copies. */

import { concat, zeros } from "./bytes.js";
import { CleanError } from "./errors.js";
import { MEBIBYTE } from "./limits.js";
import { Keep, Zero } from "./plan.js";
import { checkRange } from "./source.js";

/**
 * @import { Op, Plan } from "./plan.js"
 * @import { BlobSource, Source } from "./source.js"
 */

const ZEROS_BYTES = MEBIBYTE;
// A range this short is joined with what stands around it: a video in pieces has a hundred thousand of them.
const SHORT_BYTES = 16 * 1024;
const JOINED_BYTES = 4 * MEBIBYTE;

/**
 * The clean file. Throws: CleanError too-large, when it would have more than `maxBytes`.
 * @param {Plan} plan @param {Source} source @param {number} maxBytes
 * @returns {Uint8Array}
 */
export function spliceToBytes(plan, source, maxBytes) {
  if (plan.outputBytes > maxBytes) throw new CleanError("too-large", { bytes: String(maxBytes) });
  return concat(plan.ops.map((op) => content(op, source)));
}

/**
 * The pieces for `new Blob(pieces)`, parts of the file's own Blob where they are long. Throws: CleanError.
 * @param {Plan} plan @param {BlobSource} source
 * @returns {BlobPart[]}
 */
export function spliceToPieces(plan, source) {
  /** @type {BlobPart[]} */
  const pieces = [];
  /** @type {Uint8Array[]} */
  let waiting = [];
  let bytes = 0;
  const flush = () => {
    if (waiting.length) pieces.push(concat(waiting));
    waiting = [];
    bytes = 0;
  };
  for (const op of plan.ops) {
    if (op instanceof Keep && op.length > SHORT_BYTES) {
      flush();
      checkRange(source.size, op.offset, op.length);
      pieces.push(source.blob.slice(op.offset, op.offset + op.length));
    } else if (op instanceof Zero && op.length > SHORT_BYTES) {
      flush();
      const many = new Blob([zeros(Math.min(op.length, ZEROS_BYTES))]);
      for (let left = op.length; left > 0; left -= ZEROS_BYTES) {
        pieces.push(left < many.size ? many.slice(0, left) : many);
      }
    } else {
      waiting.push(content(op, source));
      bytes += op.length;
      if (bytes >= JOINED_BYTES) flush();
    }
  }
  flush();
  return pieces;
}

/** @param {Op} op @param {Source} source */
function content(op, source) {
  if (op instanceof Keep) return source.read(op.offset, op.length);
  return op instanceof Zero ? zeros(op.length) : op.literal;
}
