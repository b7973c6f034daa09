/**
 * One way to write a value as JSON, so that the same value has the same bytes everywhere: keys sorted, no spaces,
 * whole numbers only. And what is made of such bytes: SHA-256, hexadecimal, Base64.
 *
 * Source: RFC 8785 (JSON Canonicalization Scheme), of which this is the part without fractions, checked
 * 2026-11-23.
 */

import { refuse } from "./errors.js";

const PIECE = 8192;

/** @typedef {string | number | boolean | null | Json[] | {[key: string]: Json}} Json */

/**
 * The value as text. Throws: CaseError `damaged`, for a fraction and for what JSON does not know.
 * @param {unknown} value
 * @returns {string}
 */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = /** @type {Record<string, unknown>} */ (value);
    const pairs = Object.keys(fields).sort().map((key) => `${JSON.stringify(key)}:${canonical(fields[key])}`);
    return `{${pairs.join(",")}}`;
  }
  const isPlain = value === null || typeof value === "string" || typeof value === "boolean";
  if (!isPlain && !Number.isSafeInteger(value)) refuse("damaged");
  return JSON.stringify(value);
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} its UTF-8 */
export const encoded = (text) => new Uint8Array(new TextEncoder().encode(text));

/**
 * The text of UTF-8 bytes. Throws: CaseError `damaged`.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse("damaged");
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<Uint8Array<ArrayBuffer>>} their SHA-256 */
export const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** @param {Uint8Array} bytes @returns {string} */
export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {Uint8Array} bytes @returns {string} */
export function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}

/**
 * The bytes of Base64 text. Throws: CaseError `damaged`, also when the same bytes are written in another way.
 * @param {unknown} text
 * @param {number} length in bytes
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function fromBase64(text, length) {
  if (typeof text !== "string" || !/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4) refuse("damaged");
  const bytes = Uint8Array.from(atob(/** @type {string} */ (text)), (letter) => letter.charCodeAt(0));
  return bytes.length === length && base64(bytes) === text ? bytes : refuse("damaged");
}

/** @param {Uint8Array[]} parts @returns {Uint8Array<ArrayBuffer>} */
export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** @param {Uint8Array} some @param {Uint8Array} others @returns {boolean} */
export function equal(some, others) {
  return some.length === others.length && some.every((byte, at) => byte === others[at]);
}
