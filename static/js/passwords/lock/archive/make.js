/**
 * A locked archive: a zip whose files are stored under AES-256, with names that say nothing.
 *
 * Nothing of the visitor is in it: no name of a file, no date, no user, no system. How many files there are, of
 * what kind, and how large each is, can be read without the passphrase. The format derives its key with 1,000 rounds
 * of PBKDF2-SHA-1, which is weak: only a long passphrase holds.
 * Source: WinZip, AES encryption information (AE-2), version 1.04; PKWARE APPNOTE 6.3.10; both checked 2026-11-23.
 */

import { BlobReader, ZipWriter, configure, createBlobTempStream } from "../../../../vendor/zip/zip.js";
import { LockError } from "./errors.js";
import { Names, START_BYTES, kindOf } from "./kinds.js";
import { FILES_MAX } from "./limits.js";
import { listEntries, streamEntry } from "./open.js";
import { Comparer, Keeper } from "./streams.js";

const AES_256 = 3;
// Stored: macOS refuses a deflated entry under AES, and photos hardly shrink.
const STORED = 0;
// The first moment that the format knows.
const NO_DATE = new Date(1980, 0, 1);
const ENTRY = {
  level: STORED,
  encryptionStrength: /** @type {3} */ (AES_256),
  lastModDate: NO_DATE,
  extendedTimestamp: false,
  msDosCompatible: true,
  // Sizes stand before each file, where apps that read from the start look for them.
  dataDescriptor: false,
  createTempStream: createBlobTempStream(),
};
// What the format adds to each file, and more than that.
const ENTRY_BYTES = 1_000;

configure({ useWebWorkers: false });

/** @typedef {(done: number, of: number) => void} Tell */
/** @typedef {{archive: Blob, names: string[]}} Locked */

/**
 * Files locked into one archive, which was opened again and compared with each of them.
 *
 * Throws: LockError `nothing-chosen`, `too-many`, `too-large`, `changed` while it was read, `not-the-same`.
 * @param {Blob[]} files in the order in which they shall lie
 * @param {string} passphrase
 * @param {number} maxBytes of all of them together
 * @param {Tell} [tell] is told how far it is
 * @returns {Promise<Locked>}
 */
export async function lockFiles(files, passphrase, maxBytes, tell = () => {}) {
  check(files, maxBytes);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const limit = maxBytes + files.length * ENTRY_BYTES;
  const names = await namesFor(files);
  const archive = await write(files, names, passphrase, limit, (done) => tell(done, 2 * bytes));
  await compare(archive, files, names, passphrase, (done) => tell(bytes + done, 2 * bytes));
  return { archive, names };
}

/**
 * @param {Blob[]} files
 * @param {number} maxBytes
 */
function check(files, maxBytes) {
  if (!files.length) throw new LockError("nothing-chosen");
  if (files.length > FILES_MAX) throw new LockError("too-many");
  if (files.reduce((sum, { size }) => sum + size, 0) > maxBytes) throw new LockError("too-large");
}

/** @param {Blob[]} files */
async function namesFor(files) {
  const names = new Names();
  const given = [];
  for (const file of files) {
    const start = new Uint8Array(await file.slice(0, START_BYTES).arrayBuffer());
    given.push(names.next(kindOf(start, file.type)));
  }
  return given;
}

/**
 * @param {Blob[]} files
 * @param {string[]} names
 * @param {string} password
 * @param {number} limit
 * @param {(done: number) => void} tell
 */
async function write(files, names, password, limit, tell) {
  const keeper = new Keeper(limit);
  const writer = new ZipWriter(keeper.writable, { keepOrder: true });
  let before = 0;
  for (const [at, file] of files.entries()) {
    const onprogress = (/** @type {number} */ done) => tell(before + done);
    // An empty file has nothing to lock, and 7-Zip finds fault with one that says it is.
    const lock = file.size ? { password } : {};
    await writer.add(names[at], new BlobReader(file), { ...ENTRY, ...lock, onprogress });
    before += file.size;
  }
  await writer.close();
  return keeper.blob("application/zip");
}

/**
 * Opens the archive as anybody would, and compares every byte.
 * @param {Blob} archive
 * @param {Blob[]} files
 * @param {string[]} names
 * @param {string} passphrase
 * @param {(done: number) => void} tell
 */
async function compare(archive, files, names, passphrase, tell) {
  const entries = await listEntries(archive);
  const isAsGiven = entries.length === files.length && entries.every(({ filename }, at) => filename === names[at]);
  const isLocked = entries.every(({ encrypted, zipCrypto }, at) => !files[at].size || (encrypted && !zipCrypto));
  if (!isAsGiven || !isLocked) throw new LockError("not-the-same");
  let before = 0;
  for (const [at, file] of files.entries()) {
    const comparer = new Comparer(file, (done) => tell(before + done));
    await streamEntry(entries[at], passphrase, comparer.writable);
    comparer.end();
    before += file.size;
  }
}
