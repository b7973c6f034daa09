/**
 * The picture or video that a finding is about, taken out of the file so that a page can show it.
 *
 * Its kind is read from its first bytes; nothing is decoded. It is as hostile as the rest of the file:
 * whoever shows it gives it to the browser as an image and as nothing else.
 */

import { concat, latin1 } from "./bytes.js";
import { CleanError } from "./errors.js";

/**
 * @import { Finding } from "./findings.js"
 * @import { Source } from "./source.js"
 */

/** @type {Record<string, RegExp>} */
const MARKS = {
  "image/jpeg": /^\xff\xd8\xff/,
  "image/png": /^\x89PNG\r\n\x1a\n/,
  "image/webp": /^RIFF[^]{4}WEBP/,
  "video/mp4": /^[^]{4}ftyp/,
};

/**
 * What the finding carries; null when it carries nothing, too much, or not what it says it is.
 * @param {Finding} finding @param {Source} source @param {number} maxBytes
 * @returns {Uint8Array | null}
 */
export function embeddedBytes({ embedded }, source, maxBytes) {
  if (!embedded || embedded.ranges.reduce((sum, [, length]) => sum + length, 0) > maxBytes) return null;
  let content;
  try {
    content = concat(embedded.ranges.map(([offset, length]) => source.read(offset, length)));
  } catch (error) {
    if (error instanceof CleanError) return null;
    throw error;
  }
  return MARKS[embedded.mediaType]?.test(latin1(content.subarray(0, 12))) ? content : null;
}
