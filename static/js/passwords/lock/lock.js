/** Locking: files are chosen, a passphrase is made or typed, and the archive is offered when it was tried. */

import { Addresses, takeBack } from "../../parts/addresses.js";
import { makePassphrase } from "../../parts/maker.js";
import { emptyFields, followShow, listenForChoice } from "../../parts/secrets.js";
import { part, show, stamp, write } from "../../parts/stamp.js";
import { FILES_MAX } from "./archive/limits.js";
import { Names, START_BYTES, kindOf } from "./archive/kinds.js";
import { limitValues } from "./limits.js";
import { faultOf } from "./passphrase.js";

const NAME = "archive.zip";

export class Lock {
  /** @type {File[]} */
  #files = [];
  #made = "";
  #run = 0;
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
    write(part(root, "limit"), words.say("say", "limit", this.#limits));
    this.#listen();
  }

  #listen() {
    const { root } = this;
    const field = /** @type {HTMLInputElement} */ (root.querySelector("input[type=file]"));
    listenForChoice(field, (files) => this.take(files));
    followShow(root, part(root, "show"));
    part(root, "make").addEventListener("click", () => this.#make());
    part(root, "go").addEventListener("click", () => this.#go());
    part(root, "stop").addEventListener("click", () => this.engine.stop());
    part(root, "save").addEventListener("click", () => show(root, { saved: true }));
    part(root, "again").addEventListener("click", () => {
      this.forget();
      /** @type {HTMLElement} */ (root.querySelector("h2")).focus();
    });
  }

  /**
   * Adds files to those chosen before.
   * @param {File[]} files
   */
  async take(files) {
    const { root } = this;
    if (!files.length || part(root, "making").hidden) return;
    const all = [...this.#files, ...files];
    const refusal = this.#refusal(all);
    show(root, { refused: refusal });
    if (refusal) {
      write(part(root, "refused"), refusal);
      return;
    }
    this.#files = all;
    await this.#list();
  }

  /** Forgets the files, the passphrase and the archive. */
  forget() {
    const { root } = this;
    this.#run++;
    this.#files = [];
    this.#made = "";
    this.#addresses.forgetAll();
    takeBack(part(root, "save"));
    part(root, "share").onclick = null;
    part(root, "words").textContent = "";
    part(root, "files").replaceChildren();
    emptyFields(root);
    show(root, { making: true, busy: false, done: false, made: false, chosen: false, refused: false });
    show(root, { missing: false, saved: false, share: false, unknown: false });
  }

  get #limits() {
    return limitValues(this.words, this.engine.maxBytes);
  }

  /** @param {File[]} files */
  #refusal(files) {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (files.length > FILES_MAX) return this.words.say("error", "too-many", this.#limits);
    return bytes > this.engine.maxBytes ? this.words.say("error", "too-large", this.#limits) : null;
  }

  /** Shows the files with the names that they get. */
  async #list() {
    const { root, words } = this;
    const files = this.#files;
    const kinds = await Promise.all(files.map(kindOfFile));
    if (files !== this.#files) return;
    const names = new Names();
    const rows = files.map((file, at) => this.#row(file, names.next(kinds[at])));
    part(root, "files").replaceChildren(...rows);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const values = { n: words.number(files.length), size: words.size(bytes) };
    write(part(root, "total"), words.say("say", "files", values));
    show(root, { chosen: files.length, missing: false, unknown: kinds.some(({ ending }) => ending === "bin") });
  }

  /** @param {File} file @param {string} name */
  #row(file, name) {
    const row = stamp("chosen-file");
    part(row, "from").textContent = file.name;
    part(row, "to").textContent = name;
    part(row, "size").textContent = this.words.size(file.size);
    part(row, "which").textContent = name;
    part(row, "remove").addEventListener("click", async () => {
      this.#files = this.#files.filter((one) => one !== file);
      await this.#list();
      /** @type {HTMLElement} */ (this.root.querySelector("input[type=file]")).focus();
    });
    return row;
  }

  #make() {
    const { root } = this;
    const { text } = makePassphrase();
    this.#made = text;
    part(root, "words").textContent = text;
    const [first, second] = this.#fields();
    [first.value, second.value] = [text, ""];
    show(root, { made: true, missing: false });
  }

  /** @returns {HTMLInputElement[]} */
  #fields() {
    const fields = /** @type {Iterable<HTMLInputElement>} */ (this.root.querySelectorAll("[data-secret]"));
    return [...fields];
  }

  /** What has to be done before, or null. */
  #fault() {
    if (!this.#files.length) return "nothing-chosen";
    const [first, second] = this.#fields();
    const fault = faultOf(first.value, second.value, this.#made);
    return fault ?? (part(this.root, "written").checked ? null : "not-written");
  }

  async #go() {
    const { root, words } = this;
    const fault = this.#fault();
    show(root, { missing: fault, refused: false });
    if (fault) {
      write(part(root, "missing"), words.say("missing", fault));
      part(root, "missing").focus();
      return;
    }
    const run = ++this.#run;
    show(root, { making: false, busy: true });
    part(root, "stop").focus();
    const bar = /** @type {HTMLProgressElement} */ (root.querySelector("progress"));
    bar.value = 0;
    try {
      const passphrase = this.#fields()[0].value.trim();
      const locked = await this.engine.lock(this.#files, passphrase, (done, of) => (bar.value = done / of));
      if (run === this.#run) this.#offer(locked);
    } catch (error) {
      if (run === this.#run) this.#fail(/** @type {import("../../parts/thread.js").WorkerError} */ (error));
    }
  }

  /** @param {import("./engine.js").Locked} locked */
  #offer({ archive, names }) {
    const { root, words } = this;
    const values = { n: words.number(names.length), size: words.size(archive.size) };
    write(part(root, "result"), words.say("say", "locked", values));
    this.#addresses.give(part(root, "save"), archive);
    this.#offerSharing(archive);
    this.#files = [];
    this.#made = "";
    part(root, "words").textContent = "";
    part(root, "files").replaceChildren();
    emptyFields(root);
    show(root, { busy: false, done: true });
    part(root, "done-title").focus();
  }

  /** @param {Blob} archive */
  #offerSharing(archive) {
    const files = [new File([archive], NAME, { type: archive.type })];
    if (!navigator.canShare?.({ files })) return;
    const button = part(this.root, "share");
    button.hidden = false;
    // The visitor may close the window of the system: that is no fault.
    button.onclick = () => navigator.share({ files }).catch(() => {});
  }

  /** @param {import("../../parts/thread.js").WorkerError} error */
  #fail({ code }) {
    const { root, words } = this;
    write(part(root, "missing"), words.say("error", code, this.#limits));
    show(root, { making: true, busy: false, missing: true });
    part(root, "missing").focus();
  }
}

/** @param {File} file */
async function kindOfFile(file) {
  try {
    return kindOf(new Uint8Array(await file.slice(0, START_BYTES).arrayBuffer()), file.type);
  } catch {
    // It can no longer be read, which is said when it is locked.
    return kindOf(new Uint8Array());
  }
}
