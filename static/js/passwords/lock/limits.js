/** What a browser can hold, as the page says it. */

import { FILES_MAX } from "./archive/limits.js";

const MEGABYTE = 1_000_000;
// Measured in Chromium, which puts large Blobs on the disk; other browsers may hold all of it in memory.
const CHROMIUM_MAX_BYTES = 500 * MEGABYTE;
const OTHERS_MAX_BYTES = 200 * MEGABYTE;

/**
 * How many bytes this browser can lock at once, or take out as one file.
 * @returns {number}
 */
export function maxBytes() {
  return "webkitRequestFileSystem" in window ? CHROMIUM_MAX_BYTES : OTHERS_MAX_BYTES;
}

/**
 * The limits as values of a sentence.
 * @param {import("../../parts/words.js").Words} words
 * @param {number} bytes
 */
export function limitValues(words, bytes) {
  const megabytes = words.number(bytes / MEGABYTE);
  return { size: words.say("size", "MB", { n: megabytes }).join(""), n: words.number(FILES_MAX) };
}
