/** How far the work on several files is, and all clean copies in one zip. */

import { Addresses } from "../../parts/addresses.js";
import { part, show, write } from "../../parts/stamp.js";
import { textOf } from "../../parts/words.js";
import { needsMemory } from "./save.js";

/** @typedef {import("./chosen.js").Chosen} Chosen */

const NAME = "photos.zip";
// Which part of the page says why there is no zip.
const FAULTS = new Map([
  ["changed-while-reading", "changed"],
  ["zip-too-large", "too-much"],
  ["zip-too-many", "too-much"],
]);

export class Summary {
  /** What is said about the progress. */
  text = "";

  /** @param {import("./results.js").Results} results */
  constructor({ root, desk }) {
    this.root = part(root, "summary");
    this.desk = desk;
    this.bar = this.root.querySelector("progress");
    this.button = this.root.querySelector("[data-action=save-all]");
  }

  /**
   * Shows how many files of a list are done.
   * @param {Chosen[]} list
   */
  tell(list) {
    const { words } = this.desk;
    const [done, files] = [list.filter(({ cleaned }) => cleaned).length, list.length];
    const size = words.size(list.reduce((sum, { file }) => sum + file.size, 0));
    write(part(this.root, "total"), words.say("progress", "total", { files: String(files), size }));
    show(this.root, { all: false });
    this.#show(done / files, words.say("progress", "done", { done: String(done), files: String(files) }));
  }

  /**
   * Offers the clean copies of a list that is done.
   * @param {Chosen[]} list
   */
  finish(list) {
    const { words } = this.desk;
    const clean = list.filter(({ content }) => content);
    const bytes = clean.reduce((sum, { content }) => sum + (content?.size ?? 0), 0);
    const leftOut = list.length - clean.length;
    const faults = { changed: false, "too-much": false, "no-zip": false };
    show(this.root, { busy: false, all: clean.length > 1, large: needsMemory(bytes), "left-out": leftOut, ...faults });
    write(part(this.root, "left-out"), words.count("progress", "left-out", leftOut));
    this.button.onclick = () => this.#saveAll(clean);
  }

  /** @param {Chosen[]} clean */
  async #saveAll(clean) {
    const { engine, words } = this.desk;
    this.button.disabled = true;
    try {
      const entries = clean.map(({ newName, content }) => ({ name: newName, content: /** @type {Blob} */ (content) }));
      const zip = await engine.zip(entries, (done, of) => {
        this.#show(done / of, words.say("progress", "zip", { share: words.share(done / of) }));
      });
      // Of its own: starting again must not take the zip away while it is saved.
      new Addresses().save(zip, NAME);
    } catch (error) {
      show(this.root, { [FAULTS.get(/** @type {{code: string}} */ (error).code) ?? "no-zip"]: true });
    }
    this.button.disabled = false;
    show(this.root, { busy: false });
  }

  /**
   * @param {number} share
   * @param {import("../../parts/words.js").Sentence} sentence
   */
  #show(share, sentence) {
    this.text = textOf(sentence);
    this.bar.value = share;
    this.bar.previousElementSibling.textContent = this.text;
    show(this.root, { busy: true });
  }
}
