/**
 * Addresses of Blobs in this page's memory (`blob:…`), under which the browser shows, plays and saves them.
 * Each keeps its Blob alive until it is given back, so all of them are kept in one place.
 */

// The browser needs an address until it has begun to save, and does not say when.
const KEPT_MS = 60_000;

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
   * Lets a link save a Blob, under the name in its `data-saved-as`. A link that leads nowhere has no `download` in HTML.
   * @param {HTMLElement} link
   * @param {Blob} blob
   */
  give(link, blob) {
    const to = /** @type {HTMLAnchorElement} */ (link);
    to.href = this.of(blob);
    to.download = to.dataset.savedAs ?? "";
  }

  /**
   * Hands the visitor a Blob that was made just now.
   * @param {Blob} blob
   * @param {string} name one that tells nothing
   */
  save(blob, name) {
    const href = this.of(blob);
    Object.assign(document.createElement("a"), { href, download: name }).click();
    setTimeout(() => this.forget(href), KEPT_MS);
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

/** Lets a link lead nowhere. @param {Element} link */
export function takeBack(link) {
  link.removeAttribute("href");
  link.removeAttribute("download");
}
