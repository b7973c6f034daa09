/** Text out of bytes whose encoding nobody promised: UTF-8, UTF-16 or Latin-1. It never throws. */

import { latin1 } from "../bytes.js";
import { strip } from "../findings.js";

/** @import { ByteOrder } from "../bytes.js" */

export const VALUE_MAX_BYTES = 4096;

const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text in `raw`, without the zeros that end or pad it. @param {Uint8Array} raw @returns {string} */
export function readText(raw) {
  raw = raw.subarray(0, VALUE_MAX_BYTES);
  const order = wideOrder(raw);
  if (order) return readWide(raw, order);
  return strip((utf8(raw) ?? cutUtf8(raw) ?? latin1(raw)).replaceAll("\0", " "));
}

/** The text in UTF-8; null when it is not. @param {Uint8Array} raw @returns {string | null} */
export function utf8(raw) {
  try {
    return UTF_8.decode(raw);
  } catch {
    return null;
  }
}

/**
 * Our own cut can go through a letter of several bytes; anything else wrong means another encoding.
 * @param {Uint8Array} raw
 */
function cutUtf8(raw) {
  if (raw.length !== VALUE_MAX_BYTES) return null;
  return utf8(raw.subarray(0, -1)) ?? utf8(raw.subarray(0, -2)) ?? utf8(raw.subarray(0, -3));
}

/** The text before the first zero byte. @param {Uint8Array} raw @returns {string} */
export function readTerminated(raw) {
  const end = raw.indexOf(0);
  return readText(end < 0 ? raw : raw.subarray(0, end));
}

/**
 * A text that is said to be UTF-16: in the order it looks like, else in `order`.
 * @param {Uint8Array} raw @param {ByteOrder} order
 * @returns {string}
 */
export const decodeWide = (raw, order) => readWide(raw.subarray(0, VALUE_MAX_BYTES), wideOrder(raw) || order);

/** @param {Uint8Array} raw @param {ByteOrder} order */
const readWide = (raw, order) => strip(utf16(raw, order).replaceAll("\0", " "), "\ufeff ");

/**
 * Python's decode("utf-16-le", "replace").
 * @param {Uint8Array} raw @param {ByteOrder} order
 * @returns {string}
 */
export const utf16 = (raw, order) =>
  new TextDecoder(order === "little" ? "utf-16le" : "utf-16be", { ignoreBOM: true }).decode(raw);

/** The byte order when the bytes look like UTF-16; empty otherwise. @param {Uint8Array} raw */
function wideOrder(raw) {
  if (raw[0] === 0xff && raw[1] === 0xfe) return "little";
  if (raw[0] === 0xfe && raw[1] === 0xff) return "big";
  const pairs = Math.floor(raw.length / 2);
  const zeros = [0, 0];
  raw.forEach((byte, at) => {
    if (!byte) zeros[at % 2]++;
  });
  // Western text in UTF-16 has a zero in nearly every second byte.
  if (pairs >= 2 && zeros[1] * 4 >= pairs * 3 && zeros[0] * 4 < pairs) return "little";
  if (pairs >= 2 && zeros[0] * 4 >= pairs * 3 && zeros[1] * 4 < pairs) return "big";
  return "";
}
