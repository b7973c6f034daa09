/**
 * Opens zip archives: ours, and those of other programs, locked with AES or not at all, stored or deflated. Old
 * ones under ZipCrypto too, which it names as weak. An archive may be hostile: what it says of its sizes is not
 * believed.
 *
 * It opens no other format, no archive in several parts, and none inside another one.
 */

import { BlobReader, ZipReader } from "../../../../vendor/zip/zip.js";
import { LockError, asLockError } from "./errors.js";
import { Names, START_BYTES, kindByName, kindOf } from "./kinds.js";
import { ENTRIES_MAX } from "./limits.js";
import { Keeper } from "./streams.js";

// How a zip begins: with a file, or, when it is empty, with its end.
const STARTS = ["PK\x03\x04", "PK\x05\x06"];
const START_LENGTH = 4;
const CODEC = { useWebWorkers: false };

/** One file in an archive, as the library gives it. @typedef {any} Entry */
/**
 * What is told of one file: its number in the archive, a name that says no more than its kind, its size as the
 * archive has it, and whether it is too large to be taken out here.
 * @typedef {{number: number, name: string, bytes: number, isTooLarge: boolean}} Listed
 */
/** @typedef {{files: Listed[], isLocked: boolean, isWeak: boolean}} Contents */
/** @typedef {{content: Blob, name: string, isShown: boolean}} Taken */

/**
 * What is in an archive, as far as it can be told without a passphrase.
 *
 * Throws: LockError `empty-file`, `not-a-zip`, `damaged`, `nothing-inside`, `too-many-inside`, `in-parts`,
 * `unsafe-name`, `unknown-lock`, `changed`.
 * @param {Blob} archive
 * @param {number} maxBytes of one file
 * @returns {Promise<Contents>}
 */
export async function lookInside(archive, maxBytes) {
  const entries = await listEntries(archive);
  if (!entries.length) throw new LockError("nothing-inside");
  const names = new Names();
  const files = entries.map(({ filename, uncompressedSize }, number) => ({
    number,
    name: names.next(kindByName(filename)),
    bytes: uncompressedSize,
    isTooLarge: uncompressedSize > maxBytes,
  }));
  const locked = entries.filter(({ encrypted }) => encrypted);
  return { files, isLocked: locked.length > 0, isWeak: locked.some(({ zipCrypto }) => zipCrypto) };
}

/**
 * Whether a passphrase opens the archive. That it fits by chance is one in 65,536; taking a file out tells for
 * certain.
 * @param {Blob} archive
 * @param {string} passphrase
 * @returns {Promise<boolean>}
 */
export async function fits(archive, passphrase) {
  const locked = (await listEntries(archive)).find(({ encrypted }) => encrypted);
  if (!locked) return true;
  try {
    await locked.getData(new WritableStream(), { ...CODEC, password: passphrase, checkPasswordOnly: true });
    return true;
  } catch (error) {
    const known = asLockError(error);
    if (known.code === "wrong-passphrase") return false;
    throw known;
  }
}

/**
 * One file out of the archive, whole: its checksum or its seal was right.
 *
 * Throws: LockError `wrong-passphrase`, `damaged`, `too-much-inside`, `unknown-lock`, `unknown-packing`,
 * `changed`.
 * @param {Blob} archive
 * @param {Listed} listed
 * @param {string} passphrase
 * @param {number} maxBytes
 * @param {(done: number, of: number) => void} [tell]
 * @returns {Promise<Taken>}
 */
export async function takeOut(archive, listed, passphrase, maxBytes, tell = () => {}) {
  const entry = (await listEntries(archive))[listed.number];
  if (entry.uncompressedSize > maxBytes) throw new LockError("too-much-inside");
  // One that grows larger than it says is stopped there.
  const keeper = new Keeper(entry.uncompressedSize);
  await streamEntry(entry, passphrase, keeper.writable, (done) => tell(done, entry.compressedSize));
  if (keeper.bytes !== entry.uncompressedSize) throw new LockError("damaged");
  const content = keeper.blob("");
  const kind = kindOf(new Uint8Array(await content.slice(0, START_BYTES).arrayBuffer()));
  return { content: content.slice(0, content.size, kind.type), ...named(listed.name, kind) };
}

/**
 * The name to save under: as listed, save that the ending is what the content is.
 * @param {string} name
 * @param {import("./kinds.js").Kind} kind
 */
function named(name, { ending, isShown }) {
  const isKnown = ending !== "bin" && ending !== "zip";
  return { name: isKnown ? `${name.slice(0, name.lastIndexOf("."))}.${ending}` : name, isShown: Boolean(isShown) };
}

/**
 * The files in an archive, folders left out.
 * @param {Blob} archive
 * @returns {Promise<Entry[]>}
 */
export async function listEntries(archive) {
  await checkStart(archive);
  /** @type {Entry[]} */
  const entries = [];
  try {
    for await (const entry of new ZipReader(new BlobReader(archive), CODEC).getEntriesGenerator()) {
      if (!entry.directory) entries.push(entry);
      if (entries.length > ENTRIES_MAX) throw new LockError("too-many-inside");
    }
  } catch (error) {
    throw asLockError(error);
  }
  return entries;
}

/** @param {Blob} archive */
async function checkStart(archive) {
  if (!archive.size) throw new LockError("empty-file");
  const start = String.fromCharCode(...new Uint8Array(await archive.slice(0, START_LENGTH).arrayBuffer()));
  if (!STARTS.includes(start)) throw new LockError("not-a-zip");
}

/**
 * Writes the content of an entry to a stream.
 * @param {Entry} entry
 * @param {string} passphrase
 * @param {WritableStream} writable
 * @param {(done: number) => void} [tell]
 */
export async function streamEntry(entry, passphrase, writable, tell = () => {}) {
  const password = entry.encrypted ? { password: passphrase } : {};
  try {
    await entry.getData(writable, { ...CODEC, ...password, checkCrc32: true, onprogress: tell });
  } catch (error) {
    throw asLockError(error);
  }
}
