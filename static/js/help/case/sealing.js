/**
 * Sealing text with a passphrase, and opening it again. The format `unshared-case-1` stands in `docs/case.md`:
 * a first line, a line of JSON (the header), AES-256-GCM over the padded text, SHA-256 over all before it.
 *
 * It does not know what the text is, and does not keep the passphrase. It cannot protect from who has the opened
 * page, or watches what is typed.
 * Source: Web Cryptography API (W3C); OWASP Password Storage Cheat Sheet (600,000 rounds); RFC 8018, RFC 5869,
 * NIST SP 800-38D, checked 2026-11-23.
 */

import { base64, canonical, decoded, encoded, equal, fromBase64, joined, sha256 } from "./canonical.js";
import { refuse } from "./errors.js";
import { CHARACTERS_MAX, normalised } from "./passphrase.js";

export const FIRST_LINE = "unshared-case-1\n";
const VERSIONS = /^unshared-case-\d+\n/;
export const ROUNDS = 600_000;
// More would make a page wait for minutes: a file that asks for it was not made by us.
const ROUNDS_MAX = 5_000_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const CHECK_BYTES = 16;
const TAG_BYTES = 16;
const SUM_BYTES = 32;
const HEADER_BYTES_MAX = 512;
const LENGTH_BYTES = 4;
const PADDED_BYTES_MIN = 16 * 1024;
export const TEXT_BYTES_MAX = 4 * 1024 * 1024 - LENGTH_BYTES;
export const SEALED_BYTES_MAX = TEXT_BYTES_MAX + LENGTH_BYTES + TAG_BYTES + HEADER_BYTES_MAX + SUM_BYTES + 16;
const KEY_PURPOSE = "unshared-case-1 key";
const CHECK_PURPOSE = "unshared-case-1 check";
const NAMES = { cipher: "AES-256-GCM", kdf: "PBKDF2-HMAC-SHA-256" };

/**
 * A key in memory. Nobody can read it out of the browser's hands, a script on the page neither.
 * @typedef {{aes: CryptoKey, check: Uint8Array, salt: Uint8Array<ArrayBuffer>, rounds: number}} Key
 */
/**
 * @typedef {{salt: Uint8Array<ArrayBuffer>, rounds: number, iv: Uint8Array<ArrayBuffer>, check: Uint8Array,
 *   associated: Uint8Array<ArrayBuffer>, locked: Uint8Array<ArrayBuffer>}} Parts
 */

/** Whether this browser can seal here: over plain HTTP none can. @returns {boolean} */
export const isAvailable = () => Boolean(globalThis.isSecureContext && globalThis.crypto?.subtle);

/** @param {number} length @returns {Uint8Array<ArrayBuffer>} */
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/**
 * A key made from a passphrase: takes about a second on a phone.
 * @param {string} passphrase as typed
 * @param {Uint8Array<ArrayBuffer>} [salt]
 * @param {number} [rounds]
 * @returns {Promise<Key>}
 */
export async function makeKey(passphrase, salt = random(SALT_BYTES), rounds = ROUNDS) {
  const text = normalised(passphrase);
  if (!text) refuse("no-passphrase");
  if ([...text].length > CHARACTERS_MAX) refuse("too-long");
  const { subtle } = crypto;
  const typed = await subtle.importKey("raw", encoded(text), "PBKDF2", false, ["deriveBits"]);
  const bits = await subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, typed, 256);
  const root = await subtle.importKey("raw", bits, "HKDF", false, ["deriveBits", "deriveKey"]);
  new Uint8Array(bits).fill(0);
  const how = (/** @type {string} */ purpose) => (
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoded(purpose) }
  );
  const aes = await subtle.deriveKey(how(KEY_PURPOSE), root, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const check = new Uint8Array(await subtle.deriveBits(how(CHECK_PURPOSE), root, CHECK_BYTES * 8));
  return { aes, check, salt, rounds };
}

/**
 * The key that opens a sealed file, if the passphrase is the one. Throws: CaseError `wrong-passphrase`, and all
 * that `partsOf` throws.
 * @param {Uint8Array<ArrayBuffer>} sealed
 * @param {string} passphrase
 * @returns {Promise<Key>}
 */
export async function keyFor(sealed, passphrase) {
  const { salt, rounds, check } = await partsOf(sealed);
  const key = await makeKey(passphrase, salt, rounds);
  return equal(key.check, check) ? key : refuse("wrong-passphrase");
}

/**
 * A text sealed, with a new random start each time. Throws: CaseError `case-full`.
 * @param {Key} key
 * @param {string} text
 * @param {Uint8Array<ArrayBuffer>} [iv] never the same twice with one key; given by tests alone
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function seal(key, text, iv = random(IV_BYTES)) {
  const { aes, check, salt, rounds } = key;
  const header = { ...NAMES, check: base64(check), iv: base64(iv), rounds, salt: base64(salt) };
  const associated = encoded(`${FIRST_LINE}${canonical(header)}\n`);
  const how = { name: "AES-GCM", iv, additionalData: associated };
  const locked = new Uint8Array(await crypto.subtle.encrypt(how, aes, padded(encoded(text))));
  const all = joined(associated, locked);
  return joined(all, await sha256(all));
}

/**
 * The text of a sealed file. Throws: CaseError `wrong-passphrase` when the key is another, `damaged`, and all that
 * `partsOf` throws.
 * @param {Key} key
 * @param {Uint8Array<ArrayBuffer>} sealed
 * @returns {Promise<string>}
 */
export async function open(key, sealed) {
  const { salt, rounds, iv, check, associated, locked } = await partsOf(sealed);
  if (!equal(salt, key.salt) || rounds !== key.rounds || !equal(check, key.check)) refuse("wrong-passphrase");
  const how = { name: "AES-GCM", iv, additionalData: associated };
  let opened;
  try {
    opened = await crypto.subtle.decrypt(how, key.aes, locked);
  } catch {
    return refuse("damaged");
  }
  return decoded(unpadded(new Uint8Array(opened)));
}

/**
 * What a sealed file is made of, its sum and its header checked. Throws: CaseError `not-sealed` for another kind
 * of file, `newer` for a later version of the format, `damaged`, `too-large`.
 * @param {Uint8Array<ArrayBuffer>} sealed
 * @returns {Promise<Parts>}
 */
export async function partsOf(sealed) {
  if (sealed.length > SEALED_BYTES_MAX) refuse("too-large");
  const start = String.fromCharCode(...sealed.subarray(0, FIRST_LINE.length + 4));
  if (!start.startsWith(FIRST_LINE)) refuse(kindOfOther(start));
  const end = sealed.indexOf(0x0a, FIRST_LINE.length) + 1;
  if (!end || end > FIRST_LINE.length + HEADER_BYTES_MAX) refuse("damaged");
  const [body, sum] = [sealed.slice(0, -SUM_BYTES), sealed.slice(-SUM_BYTES)];
  if (!equal(sum, await sha256(body))) refuse("damaged");
  const locked = body.slice(end);
  if (!isPaddedLength(locked.length - TAG_BYTES)) refuse("damaged");
  return { ...headerOf(sealed.slice(FIRST_LINE.length, end - 1)), associated: sealed.slice(0, end), locked };
}

/** @param {string} start @returns {string} the code for a file that does not begin as ours */
function kindOfOther(start) {
  if (VERSIONS.test(start)) return "newer";
  return start && FIRST_LINE.startsWith(start) ? "damaged" : "not-sealed";
}

/** @param {Uint8Array} line */
function headerOf(line) {
  const text = decoded(line);
  /** @type {any} */
  let header;
  try {
    header = JSON.parse(text);
  } catch {
    refuse("damaged");
  }
  const { check, cipher, iv, kdf, rounds, salt } = header ?? {};
  const isOurs = cipher === NAMES.cipher && kdf === NAMES.kdf && Number.isInteger(rounds);
  if (!isOurs || rounds < ROUNDS || rounds > ROUNDS_MAX) refuse("damaged");
  // Written in our one way: nothing else is in it, and nothing twice.
  if (canonical({ check, cipher, iv, kdf, rounds, salt }) !== text) refuse("damaged");
  const [saltBytes, ivBytes] = [fromBase64(salt, SALT_BYTES), fromBase64(iv, IV_BYTES)];
  return { salt: saltBytes, iv: ivBytes, check: fromBase64(check, CHECK_BYTES), rounds };
}

/** @param {number} length @returns {boolean} */
function isPaddedLength(length) {
  const isPower = (length & (length - 1)) === 0;
  return isPower && length >= PADDED_BYTES_MIN && length <= TEXT_BYTES_MAX + LENGTH_BYTES;
}

/**
 * Its length, itself, and zeros up to a power of two: the size of the file tells little.
 * @param {Uint8Array} text
 */
function padded(text) {
  if (text.length > TEXT_BYTES_MAX) refuse("case-full");
  let length = PADDED_BYTES_MIN;
  while (length < text.length + LENGTH_BYTES) length *= 2;
  const bytes = new Uint8Array(length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, LENGTH_BYTES);
  return bytes;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function unpadded(bytes) {
  const length = new DataView(bytes.buffer).getUint32(0);
  if (length > bytes.length - LENGTH_BYTES) refuse("damaged");
  return bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
}
