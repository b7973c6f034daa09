/** Saves files that the page has made. The browser needs an address until it has begun, and does not say when. */

import { Addresses } from "../../../parts/addresses.js";

const KEPT_MS = 60_000;
const addresses = new Addresses();

/**
 * Hands a file to the visitor.
 * @param {Blob} file
 * @param {string} name one that tells nothing
 */
export function saveFile(file, name) {
  const address = addresses.of(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => addresses.forget(address), KEPT_MS);
}

/**
 * Hands out the sealed case. Its name tells nothing, and no program opens it by itself.
 * @param {Blob | Uint8Array<ArrayBuffer>} sealed
 */
export function saveSealed(sealed) {
  saveFile(new Blob([sealed], { type: "application/octet-stream" }), "notes.dat");
}
