/** Why something could not be locked or opened: a code, for which the page has words. */

export class LockError extends Error {
  /**
   * @param {string} code
   * @param {Record<string, string>} [values]
   */
  constructor(code, values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

// What the library says, and what that means to a visitor.
const CODES = new Map([
  ["Invalid password", "wrong-passphrase"],
  ["File contains encrypted entry", "wrong-passphrase"],
  ["Invalid authentication code", "damaged"],
  ["Invalid CRC32", "damaged"],
  ["Invalid signature", "damaged"],
  ["Invalid compressed data", "damaged"],
  ["Invalid uncompressed size", "damaged"],
  ["Entry data out of bounds", "damaged"],
  ["Local file header not found", "damaged"],
  ["Central directory header not found", "damaged"],
  ["File format is not recognized", "damaged"],
  ["End of central directory not found", "damaged"],
  ["End of Zip64 central directory locator not found", "damaged"],
  ["Ambiguous archive", "damaged"],
  ["Unsafe filename", "unsafe-name"],
  ["Split zip file", "in-parts"],
  ["Encryption method not supported", "unknown-lock"],
  ["Encrypted central directory is not supported", "unknown-lock"],
  ["Compression method not supported", "unknown-packing"],
]);

/**
 * What was thrown, as one of ours. A file that the browser can no longer read was changed or taken away.
 * @param {unknown} error
 * @returns {LockError}
 */
export function asLockError(error) {
  if (error instanceof LockError) return error;
  const { name, message } = /** @type {Error} */ (error);
  if (name === "NotReadableError" || name === "NotFoundError") return new LockError("changed");
  return new LockError(CODES.get(message.replace(/:.*/, "")) ?? "failed");
}
