/**
 * A colour profile rebuilt without changing its length, for formats in which nothing may move.
 *
 * What comes out goes in again unchanged. It does not shorten: the space won becomes zeros at the end.
 * Source: ICC.1:2022 section 7.3 (table).
 */

import { ascii, concat, toBytes, zeros } from "../bytes.js";
import { HEADER_BYTES, findTags, neutralHeader, number, rebuildProfile } from "./icc.js";

/**
 * The rebuilt profile in as many bytes as the old one, or null when it cannot be understood.
 * @param {Uint8Array} profile
 * @returns {Uint8Array | null}
 */
export function profileInPlace(profile) {
  const rebuilt = rebuildProfile(profile);
  if (!rebuilt) return null;
  if (rebuilt.length <= profile.length) {
    return concat([toBytes(profile.length, 4), rebuilt.subarray(4), zeros(profile.length - rebuilt.length)]);
  }
  return emptied(profile);
}

/**
 * The profile with its colour tags where they are and zeros for all others, names included.
 *
 * Null when a colour tag lies over the table, which gets shorter here.
 * @param {Uint8Array} profile
 */
function emptied(profile) {
  const places = [...(findTags(profile.subarray(0, number(profile, 0, 4))) ?? [])];
  const head = concat([
    neutralHeader(profile, profile.length),
    toBytes(places.length, 4),
    ...places.flatMap(([name, [start, end]]) => [ascii(name), toBytes(start, 4), toBytes(end - start, 4)]),
  ]);
  if (places.some(([, [start]]) => start < head.length)) return null;
  const content = zeros(profile.length);
  content.set(head);
  for (const [, [start, end]] of places) content.set(profile.subarray(start, end), start);
  return content;
}
