/**
 * The photo engine as the page sees it. It works in two workers on this device: no file is sent anywhere.
 */

import { Thread } from "../../parts/thread.js";
import { trusted } from "../../parts/trusted.js";

// A photo of a few hundred bytes can keep a reader of tags busy for minutes.
const TAGS_SECONDS = 2;

/**
 * How one file ended: the outcome of `outcome.js`, what its name tells, and whether it is a video. `content` is
 * the clean file, or the file itself when it was clean already.
 * @typedef {import("../outcome.js").Outcome<Blob> & {told: [string, string][], isVideo: boolean}} Cleaned
 */

export class Engine {
  /** @type {Thread} */
  #photos;
  /** @type {Thread} */
  #tags;

  /** @param {{engine: string, tags: string}} addresses of the files of the two workers */
  constructor({ engine, tags }) {
    [this.#photos, this.#tags] = trusted([engine, tags]).map((address) => new Thread(address));
    // The tags are loaded too, so that they are there when the network is off; without them the rest still works.
    const loadTags = () => this.#tags.ask("ready").catch(() => {});
    /**
     * Done when everything is loaded. Throws: WorkerError, when the engine could not be.
     * @type {Promise<void>}
     */
    this.ready = this.#photos.ask("ready").then(loadTags);
  }

  /**
   * Gives the table of places, for "near …" in what is found from now on.
   * @param {string} text that `static/vendor/geonames/places.js` holds
   */
  usePlaces(text) {
    this.#photos.remind("places", { text });
  }

  /**
   * Inspects and cleans one file, after those that were given before. It always ends, and never throws.
   * @param {Blob} file
   * @param {string} name
   * @param {{keepsColourProfile?: boolean, keepsSubtitles?: boolean}} [options]
   * @returns {Promise<Cleaned>}
   */
  clean(file, name, options = {}) {
    return this.#photos.ask("clean", { file, name, options }).catch(failed);
  }

  /**
   * All files in one zip archive. Throws: WorkerError with code `zip-too-large` or `zip-too-many`, when they have
   * to be saved one by one, `changed-while-reading`, or another.
   * @param {{name: string, content: Blob}[]} entries with names that differ, all of them our own
   * @param {import("../../parts/thread.js").Progress} [onProgress] is told how many bytes were read, and of how many
   * @returns {Promise<Blob>}
   */
  zip(entries, onProgress) {
    return this.#photos.ask("zip", { entries }, { onProgress });
  }

  /**
   * All tags of a file, for who wants to see them; none when it has none, or when reading them takes too long.
   * @param {Blob} file
   * @returns {Promise<{group: string, name: string, value: string}[]>}
   */
  async tags(file) {
    try {
      // Loading is not counted.
      await this.#tags.ask("ready");
      return await this.#tags.ask("tags", { file }, { maxSeconds: TAGS_SECONDS });
    } catch {
      return [];
    }
  }
}

/** @returns {Cleaned} */
function failed() {
  const refusal = { code: "internal-check-failed", values: {} };
  const nothing = { format: null, extension: "", findings: [], kept: [], told: [], isVideo: false, content: null };
  return { kind: "failed", ...nothing, refusal, proof: null };
}
