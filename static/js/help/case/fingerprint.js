/**
 * The fingerprint of a screenshot that an adult keeps elsewhere: its SHA-256, made on this device. It proves later
 * that the file is the same. The file is read once and neither kept nor sent; under 18 no file is read at all.
 */

import { hex, sha256 } from "./canonical.js";
import { refuse } from "./errors.js";

// The browser needs all of it in memory at once.
const FILE_BYTES_MAX = 100_000_000;

/**
 * The first two fields of an entry of the kind `file`. Throws: CaseError `under-18`, `file-too-large`,
 * `file-unreadable`.
 * @param {import("./record.js").Case} record whose age counts
 * @param {Blob} file
 * @returns {Promise<{sha256: string, bytes: number}>}
 */
export async function fingerprint({ age }, file) {
  if (age !== "adult") refuse("under-18");
  if (file.size > FILE_BYTES_MAX) refuse("file-too-large");
  let content;
  try {
    content = await file.arrayBuffer();
  } catch {
    return refuse("file-unreadable");
  }
  return { sha256: hex(await sha256(new Uint8Array(content))), bytes: content.byteLength };
}
