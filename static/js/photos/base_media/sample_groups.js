/**
 * Groups of samples and parts of samples that a player may need to start or seek; other groups go.
 *
 * Source: ISO/IEC 14496-12 sections 8.9 (sbgp, sgpd), 8.7.7 (subs) and 10 (kinds of groups); ISO/IEC 14496-15
 * section 8.4.8 (tscl).
 */

import { latin1 } from "../bytes.js";
import { number } from "./box_sizes.js";

/**
 * @import { Source } from "../source.js"
 * @import { Box } from "./boxes.js"
 */

// Kinds of groups, and the bytes of each of their descriptions.
/** @type {Record<string, number>} */
const DESCRIPTION_BYTES = { roll: 2, prol: 2, "rap ": 1, sync: 1, tele: 1, tscl: 20 };
const SUBSAMPLES_MAX = 65536;

/** The kind of group that an `sbgp` or `sgpd` is about. @param {Uint8Array} head @returns {string} */
export function groupKind(head) {
  return latin1(head.subarray(4, 8));
}

/**
 * Bytes of content that an `sgpd` uses; null for one that goes.
 * @param {Uint8Array} head
 * @returns {number | null}
 */
export function descriptionBytes(head) {
  const length = DESCRIPTION_BYTES[groupKind(head)];
  if (head[0] !== 1 || !length || number(head, 8) !== length) return null;
  return 16 + length * number(head, 12);
}

/** Bytes of content that an `sbgp` uses. @param {Uint8Array} head @returns {number} */
export function membershipBytes(head) {
  const start = head[0] > 0 ? 12 : 8;
  return start + 4 + 8 * number(head, start);
}

/**
 * Bytes of content that a `subs` uses; null for one that is too long or broken.
 * @param {Source} source @param {Box} box
 * @returns {number | null}
 */
export function subsamplesBytes(source, box) {
  const head = source.window(box.content, Math.min(8, box.contentBytes));
  const partBytes = head[0] > 0 ? 10 : 8;
  const count = number(head, 4);
  let at = 8;
  for (let done = 0; done < count; done++) {
    at += 6 + number(source.window(box.content + at + 4, 2), 0, 2) * partBytes;
    if (done >= SUBSAMPLES_MAX || at > box.contentBytes) return null;
  }
  return at <= box.contentBytes ? at : null;
}
