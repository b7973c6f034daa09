/** Ends for streams of bytes: one that keeps them, and one that compares them. Both stop at a size. */

import { LockError } from "./errors.js";

// So much is kept at once in memory; then the browser holds it, and may put it on the disk.
const PIECE_BYTES = 4 * 1024 * 1024;

/** Keeps what is written to `writable`. */
export class Keeper {
  /** @type {Blob[]} */
  #pieces = [];
  /** @type {Uint8Array[]} */
  #chunks = [];
  #waiting = 0;
  bytes = 0;

  /** @param {number} maxBytes of which one more is LockError `too-much-inside` */
  constructor(maxBytes) {
    this.writable = new WritableStream({
      write: (chunk) => {
        this.bytes += chunk.length;
        if (this.bytes > maxBytes) throw new LockError("too-much-inside");
        this.#add(chunk);
      },
    });
  }

  /**
   * All that was written.
   * @param {string} type its media type
   * @returns {Blob}
   */
  blob(type) {
    this.#pack();
    return new Blob(this.#pieces, { type });
  }

  /** @param {Uint8Array} chunk */
  #add(chunk) {
    this.#chunks.push(chunk);
    this.#waiting += chunk.length;
    if (this.#waiting >= PIECE_BYTES) this.#pack();
  }

  #pack() {
    if (this.#chunks.length) this.#pieces.push(new Blob(/** @type {BlobPart[]} */ (this.#chunks)));
    this.#chunks = [];
    this.#waiting = 0;
  }
}

/** Compares what is written to `writable` with a file, byte by byte. */
export class Comparer {
  #original;
  bytes = 0;

  /**
   * @param {Blob} original
   * @param {(bytes: number) => void} tell is told how many bytes are the same so far
   */
  constructor(original, tell = () => {}) {
    this.#original = original;
    this.writable = new WritableStream({
      write: async (chunk) => {
        await this.#compare(chunk);
        tell(this.bytes);
      },
    });
  }

  /** Throws: LockError `not-the-same`, when there is less than in the file. */
  end() {
    if (this.bytes !== this.#original.size) throw new LockError("not-the-same");
  }

  /** @param {Uint8Array} chunk */
  async #compare(chunk) {
    const end = this.bytes + chunk.length;
    const wanted = new Uint8Array(await this.#original.slice(this.bytes, end).arrayBuffer());
    if (wanted.length !== chunk.length || chunk.some((byte, at) => byte !== wanted[at])) {
      throw new LockError("not-the-same");
    }
    this.bytes = end;
  }
}
