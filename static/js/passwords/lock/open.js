/** Opening: an archive is chosen, its passphrase typed, and its files are shown and saved one by one. */

import { Addresses } from "../../parts/addresses.js";
import { emptyFields, followShow, listenForChoice } from "../../parts/secrets.js";
import { part, show, stamp, write } from "../../parts/stamp.js";
import { limitValues } from "./limits.js";

/** @typedef {import("./engine.js").Contents} Contents */
/** @typedef {import("./engine.js").Listed} Listed */
/** @typedef {import("../../parts/thread.js").WorkerError} WorkerError */

export class Open {
  /** @type {File | null} */
  #archive = null;
  /** @type {Contents | null} */
  #contents = null;
  #passphrase = "";
  #addresses = new Addresses();

  /**
   * @param {HTMLElement} root
   * @param {import("./engine.js").LockEngine} engine
   * @param {import("../../parts/words.js").Words} words
   */
  constructor(root, engine, words) {
    this.root = root;
    this.engine = engine;
    this.words = words;
    const file = /** @type {HTMLInputElement} */ (root.querySelector("input[type=file]"));
    listenForChoice(file, (files) => this.take(files));
    followShow(root, part(root, "show"));
    part(root, "try").addEventListener("click", () => this.#try());
    this.#key.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter") this.#try();
    });
    part(root, "close").addEventListener("click", () => {
      this.forget();
      file.focus();
    });
  }

  /**
   * Looks into an archive; of several files the first.
   * @param {File[]} files
   */
  async take([archive]) {
    if (!archive) return;
    this.forget();
    this.#archive = archive;
    try {
      const contents = await this.engine.look(archive);
      if (archive !== this.#archive) return;
      this.#contents = contents;
      if (contents.isLocked) this.#ask(contents);
      else this.#list();
    } catch (error) {
      if (archive === this.#archive) this.#tell(/** @type {WorkerError} */ (error));
    }
  }

  /** Forgets the archive, its passphrase and everything out of it. */
  forget() {
    this.#archive = this.#contents = null;
    this.#passphrase = "";
    this.#addresses.forgetAll();
    part(this.root, "list").replaceChildren();
    emptyFields(this.root);
    show(this.root, { asks: false, inside: false, problem: false, weak: false, unlocked: false });
  }

  /** @returns {HTMLInputElement} */
  get #key() {
    return /** @type {HTMLInputElement} */ (this.root.querySelector("[data-secret]"));
  }

  /** @param {Contents} contents */
  #ask({ files, isWeak }) {
    write(part(this.root, "about"), this.words.say("say", "asks", { n: this.words.number(files.length) }));
    show(this.root, { asks: true, weak: isWeak });
    this.#key.focus();
  }

  async #try() {
    const archive = this.#archive;
    if (!archive) return;
    show(this.root, { problem: false });
    try {
      const passphrase = await this.#fitting(archive, this.#key.value);
      if (archive !== this.#archive) return;
      this.#passphrase = passphrase;
      emptyFields(this.root);
      this.#list();
    } catch (error) {
      if (archive === this.#archive) this.#tell(/** @type {WorkerError} */ (error));
    }
  }

  /**
   * The passphrase as typed, or without spaces around it, which some keyboards add.
   * @param {File} archive
   * @param {string} typed
   */
  async #fitting(archive, typed) {
    for (const passphrase of new Set([typed, typed.trim()])) {
      if (passphrase && (await this.engine.fits(archive, passphrase))) return passphrase;
    }
    throw Object.assign(new Error(), { code: "wrong-passphrase" });
  }

  #list() {
    const { root, words } = this;
    const { files, isLocked } = /** @type {Contents} */ (this.#contents);
    write(part(root, "inside-title"), words.say("say", "inside", { n: words.number(files.length) }));
    part(root, "list").replaceChildren(...files.map((listed) => this.#row(listed)));
    show(root, { asks: false, inside: true, unlocked: !isLocked, problem: false });
    part(root, "inside-title").focus();
  }

  /** @param {Listed} listed */
  #row(listed) {
    const row = stamp("listed-file");
    part(row, "name").textContent = listed.name;
    part(row, "size").textContent = this.words.size(listed.bytes);
    for (const name of ["which", "which-too"]) part(row, name).textContent = listed.name;
    part(row, "look").hidden = !listed.name.startsWith("photo-") || listed.isTooLarge;
    part(row, "take").addEventListener("click", () => this.#with(row, listed, (taken) => this.#save(taken)));
    part(row, "look").addEventListener("click", () => this.#with(row, listed, (taken) => this.#show(row, taken)));
    return row;
  }

  /**
   * Takes a file out and does something with it.
   * @param {HTMLElement} row
   * @param {Listed} listed
   * @param {(taken: import("./engine.js").Taken) => void} act
   */
  async #with(row, listed, act) {
    const archive = /** @type {File} */ (this.#archive);
    show(row, { problem: false, progress: true });
    try {
      /** @type {import("../../parts/thread.js").Progress} */
      const tell = (done, of) => (part(row, "progress").value = done / of);
      const taken = await this.engine.take(archive, listed, this.#passphrase, tell);
      if (archive === this.#archive) act(taken);
    } catch (error) {
      write(part(row, "problem"), this.#said(/** @type {WorkerError} */ (error)));
      show(row, { problem: true });
    }
    show(row, { progress: false });
  }

  /** @param {import("./engine.js").Taken} taken */
  #save({ content, name }) {
    this.#addresses.save(content, name);
    write(part(this.root, "status"), this.words.say("say", "saved", { name }));
  }

  /** @param {HTMLElement} row @param {import("./engine.js").Taken} taken */
  #show(row, { content }) {
    const image = /** @type {HTMLImageElement} */ (stamp("opened-picture"));
    image.src = this.#addresses.of(content);
    image.addEventListener("error", () => {
      write(part(row, "problem"), this.words.say("error", "cannot-show"));
      show(row, { problem: true, picture: false });
    });
    part(row, "picture").replaceChildren(image);
    show(row, { picture: true, look: false });
  }

  /** @param {WorkerError} error */
  #tell(error) {
    const problem = part(this.root, "problem");
    write(problem, this.#said(error));
    problem.hidden = false;
    problem.focus();
  }

  /** @param {WorkerError} error */
  #said({ code }) {
    return this.words.say("error", code, limitValues(this.words, this.engine.maxBytes));
  }
}
