/** Saves files that the page has made. */

import { Addresses } from "../../../parts/addresses.js";

const addresses = new Addresses();

/**
 * Hands a file to the visitor.
 * @param {Blob} file
 * @param {string} name one that tells nothing
 */
export function saveFile(file, name) {
  addresses.save(file, name);
}

/**
 * Hands out the sealed case. Its name tells nothing, and no program opens it by itself.
 * @param {Blob | Uint8Array<ArrayBuffer>} sealed
 */
export function saveSealed(sealed) {
  saveFile(new Blob([sealed], { type: "application/octet-stream" }), "notes.dat");
}
