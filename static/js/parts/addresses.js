/**
 * Addresses of Blobs in this page's memory (`blob:…`), under which the browser shows, plays and saves them.
 * Each keeps its Blob alive until it is given back, so all of them are kept in one place.
 */

export class Addresses {
  /** @type {Set<string>} */
  #given = new Set();

  /**
   * The address of a Blob.
   * @param {Blob} blob
   */
  of(blob) {
    const address = URL.createObjectURL(blob);
    this.#given.add(address);
    return address;
  }

  /**
   * Forgets one of them.
   * @param {string} address
   */
  forget(address) {
    if (this.#given.delete(address)) URL.revokeObjectURL(address);
  }

  /** Forgets all of them. */
  forgetAll() {
    this.#given.forEach((address) => URL.revokeObjectURL(address));
    this.#given.clear();
  }
}
