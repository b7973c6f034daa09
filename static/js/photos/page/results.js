/** What the visitor chose, from the choosing to the forgetting: worked on in order, one file or a list of them. */

import { Addresses } from "../../parts/addresses.js";
import { Chosen } from "./chosen.js";
import { openDialog } from "./dialogs.js";
import { Many } from "./many.js";
import { One } from "./one.js";
import { PhotoWords } from "./words.js";

/** @typedef {import("./finds.js").Desk} Desk */

export class Results {
  /** @type {Chosen[]} */
  #list = [];
  /** @type {One | Many | null} */
  #view = null;
  #isWorking = false;
  // Counts how often everything was forgotten: an answer that was asked for before is not shown.
  #round = 0;

  /**
   * @param {HTMLElement} root the part of the page for results
   * @param {import("./engine.js").Engine} engine
   * @param {() => void} reveal puts the results in place of the start of the page
   */
  constructor(root, engine, reveal) {
    this.root = root;
    const words = /** @type {HTMLTemplateElement} */ (document.getElementById("words"));
    /** @type {Desk} */
    this.desk = { words: new PhotoWords(words, document.documentElement.lang), engine, addresses: new Addresses() };
    this.reveal = reveal;
  }

  /**
   * Adds files, which are looked at at once.
   * @param {File[]} files
   */
  add(files) {
    const more = files.map((file, at) => new Chosen(this.#list.length + at + 1, file));
    this.#list.push(...more);
    if (this.#view instanceof Many) this.#view.add(more);
    else this.#open(this.#list.length === 1 ? One : Many);
    this.#work();
  }

  /** Forgets all files, and shows none. */
  forget() {
    this.#round++;
    this.#isWorking = false;
    this.#list = [];
    this.#view?.close();
    this.#view = null;
    this.desk.addresses.forgetAll();
  }

  /**
   * @param {import("./card.js").Action} action
   * @param {Chosen} chosen
   * @param {HTMLElement} opener
   */
  act(action, chosen, opener) {
    const { file, shownName: name, cleaned } = chosen;
    const format = cleaned?.format ?? "";
    const picture = file.slice(0, file.size, this.desk.words.format(format).type);
    openDialog(action, { file, picture, name, format }, opener, (covered) => {
      chosen.cover(covered);
      chosen.element?.removeAttribute("data-outcome");
      this.#work();
    });
  }

  /** @param {typeof One | typeof Many} View */
  #open(View) {
    this.#view?.close();
    this.#view = new View(this);
    this.#view.add(this.#list);
  }

  /** Works on what is not done, one file after the other. */
  async #work() {
    if (this.#isWorking) return;
    this.#isWorking = true;
    const round = this.#round;
    for (let next = this.#next(); next; next = this.#next()) {
      const cleaned = await this.desk.engine.clean(next.file, next.shownName);
      if (round !== this.#round) return;
      next.cleaned = cleaned;
      this.#view?.done(next);
    }
    this.#isWorking = false;
    this.#view?.finish();
  }

  #next() {
    return this.#list.find(({ cleaned }) => !cleaned);
  }
}
