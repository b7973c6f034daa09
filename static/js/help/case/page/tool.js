/** The notebook: its states are put together here. Nothing leaves the device. */

import { proof } from "../../../parts/proof.js";
import { arrive, part, show, write } from "../../../parts/stamp.js";
import { Words } from "../../../parts/words.js";
import { codeOf } from "../errors.js";
import { isAvailable } from "../sealing.js";
import { Store } from "../store.js";
import { refuseFiles } from "./files.js";
import { Locked, Start } from "./gate.js";
import { Give } from "./give.js";
import { afterIdling } from "./idle.js";
import { Keep } from "./keep.js";
import { Laws } from "./laws.js";
import { Notebook } from "./notebook.js";
import { beginPaper } from "./paper.js";
import { followWipe } from "./wipe.js";

/** @typedef {import("../session.js").Session} Session */
/** @typedef {"start" | "locked" | "notebook" | "document" | "gone"} State */

/** @type {State[]} */
const STATES = ["start", "locked", "notebook", "document", "gone"];
const WHILE_TYPING = new Set(["open", "typing", "incomplete", "saving", "saved"]);
const UNSAVED = new Set(["typing", "incomplete", "saving", "not-saved"]);
// The rest of the page is read before the notebook is open, not beside it.
const AROUND = ["lead", "about"];

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

class Tool {
  /** @type {Session | null} */
  #session = null;
  /** @type {() => void} */
  #stopIdling = () => {};
  #hasNew = false;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.store = new Store();
    this.words = new Words(/** @type {any} */ (element("words")), document.documentElement.lang);
    const laws = new Laws(/** @type {any} */ (element("laws")));
    const { words, store } = this;
    const [start, locked, notebook, sheet] = ["start", "locked", "notebook", "document"].map((name) => part(root, name));
    const opened = (/** @type {Session} */ session) => this.#open(session);
    this.start = new Start(start, store, words, opened);
    this.locked = new Locked(locked, store, words, opened);
    const typed = (/** @type {boolean} */ isComplete) => this.#tell(isComplete ? "typing" : "incomplete");
    this.notebook = new Notebook(notebook, words, laws, (work) => this.#saving(work), typed);
    const turn = (/** @type {boolean} */ isShown) => this.#turn(isShown);
    this.give = new Give(part(notebook, "give"), sheet, words, laws, turn);
    this.keep = new Keep(part(notebook, "keep"), store, words, {
      changed: (message) => this.#changed(message),
      taken: () => this.#taken(),
    });
    this.#listen(notebook);
  }

  async begin() {
    arrive(this.root);
    await this.#showGate("left");
    this.locked.tell("");
  }

  /** @param {HTMLElement} notebook */
  #listen(notebook) {
    part(notebook, "lock").addEventListener("click", () => this.#lock(""));
    part(notebook, "again").addEventListener("click", () => this.#saving(() => this.#session?.save() ?? Promise.resolve()));
    part(notebook, "trouble-copy").addEventListener("click", () => this.keep.saveSealed());
    part(notebook, "leave-copy").addEventListener("click", () => this.keep.saveSealed());
    for (const button of /** @type {Iterable<HTMLElement>} */ (notebook.querySelectorAll("[data-tab]"))) {
      button.addEventListener("click", () => this.#showTab(button.dataset.tab ?? ""));
    }
    for (const wipe of /** @type {Iterable<HTMLElement>} */ (this.root.querySelectorAll("[data-part=wipe]"))) {
      followWipe(wipe, () => this.#wipe(), () => this.#saveFirst());
    }
    part(this.root, "to-paper").addEventListener("click", () => {
      element("case-paper").hidden = false;
      element("paper-title").focus();
    });
    this.store.listen((news) => this.#hear(news));
    // What is typed is saved after each pause; whoever leaves in between gets the last words saved too, if time allows.
    document.addEventListener("visibilitychange", () => document.hidden && this.notebook.form.pause());
    addEventListener("pagehide", () => {
      if (this.#session) this.#lock("left");
      this.start.forget();
      this.locked.forget();
    });
    refuseFiles(() => {
      if (this.#session) this.#say(this.#session.record.age === "adult" ? "no-files" : "no-pictures");
    });
  }

  /** The sealed copy before everything is deleted, of a notebook that is open or not. */
  #saveFirst() {
    return this.#session ? this.keep.saveSealed() : this.locked.saveSealed();
  }

  /** @param {Session} session */
  #open(session) {
    this.#session = session;
    this.start.forget();
    this.locked.forget();
    this.#hasNew = false;
    this.#show("notebook");
    this.#showTab("notes");
    this.#quiet();
    this.#tell("open");
    this.notebook.open(session);
    this.give.open(session);
    this.keep.open(session);
    this.#stopIdling = afterIdling(() => this.#lock("idle"));
    if (!this.notebook.form.kind) element("notebook-title").focus();
  }

  /**
   * Saves what is typed, and drops the key.
   * @param {string} reason '' when somebody asked for it
   */
  async #lock(reason) {
    const session = this.#session;
    if (!session) return;
    this.#session = null;
    this.#stopIdling();
    const closing = this.notebook.close();
    this.#hide();
    await closing;
    await session.save().catch(() => {});
    // What cannot be saved stays in memory, out of sight, until the passphrase comes.
    const waiting = session.isSaved ? null : session;
    if (!waiting) await session.lock();
    await this.#showGate(waiting ? "not-saved" : reason, waiting);
  }

  /** Nothing of the case is left on the page. */
  #hide() {
    for (const state of STATES) part(this.root, state).hidden = true;
    document.body.classList.remove("prints-sheet");
    this.give.forget();
    this.keep.forget();
  }

  /** The way in, as things stand. @param {string} reason @param {Session | null} [waiting] */
  async #showGate(reason, waiting = null) {
    let kept;
    try {
      kept = await this.store.read();
    } catch {
      show(this.root, { "no-storage": true });
    }
    if (this.#session) return;
    this.#show(kept ? "locked" : "start");
    if (kept) this.locked.tell(reason, waiting);
    if (kept && reason !== "left") element("locked-title").focus();
  }

  /** @param {State} state */
  #show(state) {
    for (const one of STATES) {
      arrive(part(this.root, one));
      part(this.root, one).hidden = one !== state;
    }
    for (const name of AROUND) element(`case-${name}`).hidden = state === "notebook" || state === "document";
    element("case-paper").hidden = true;
    document.body.classList.toggle("prints-sheet", state === "document");
  }

  /** @param {string} name */
  #showTab(name) {
    const notebook = part(this.root, "notebook");
    show(notebook, { notes: name === "notes", give: name === "give", keep: name === "keep" });
    for (const button of /** @type {Iterable<HTMLElement>} */ (notebook.querySelectorAll("[data-tab]"))) {
      if (button.dataset.tab === name) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  /** @param {boolean} isShown */
  #turn(isShown) {
    this.#show(isShown ? "document" : "notebook");
    element(isShown ? "document-title" : "notebook-title").focus();
    if (!isShown) part(this.root, "to-document").focus();
  }

  /** @param {() => Promise<unknown>} work */
  async #saving(work) {
    this.#tell("saving");
    try {
      await work();
    } catch (error) {
      this.#failed(codeOf(error));
      return;
    }
    if (!this.#session) return;
    this.#quiet();
    this.#hasNew = true;
    this.#tell("saved");
    this.give.render();
    show(part(this.root, "notebook"), { leaving: this.#hasNew });
  }

  /** @param {string} code */
  #failed(code) {
    if (code === "removed") this.#gone("other-tab");
    else if (code === "new-passphrase") this.#askAgain();
    else if (code !== "wrong-field") this.#say(code);
  }

  /** @param {import("../store.js").News} news */
  async #hear(news) {
    const session = this.#session;
    if (!session) {
      if (part(this.root, "start").hidden === false || news === "removed") await this.#showGate("");
      return;
    }
    try {
      const what = await session.refresh();
      if (what === "removed") this.#gone("other-tab");
      if (what === "new-passphrase") this.#askAgain();
      if (what === "changed") this.#changed("other-tab");
    } catch (error) {
      this.#failed(codeOf(error));
    }
  }

  /** Another tab has changed the passphrase: what is not saved here waits for the new one. */
  async #askAgain() {
    const session = this.#session;
    this.#session = null;
    this.#stopIdling();
    this.notebook.forget();
    this.#hide();
    this.#show("locked");
    this.locked.tell("new-passphrase", session);
    element("locked-title").focus();
  }

  /** @param {string} message */
  #changed(message) {
    if (!this.#session) return;
    this.notebook.render();
    this.give.render();
    this.keep.render();
    this.#tell(message);
  }

  #taken() {
    this.#hasNew = false;
    show(part(this.root, "notebook"), { leaving: false });
    this.#tell("copy-taken");
  }

  async #wipe() {
    const session = this.#session;
    this.#session = null;
    this.#stopIdling();
    this.notebook.forget();
    try {
      if (session) await session.wipe();
      else await this.store.removeAll();
    } catch (error) {
      if (session) {
        this.#open(session);
        this.#say(codeOf(error));
      } else this.locked.say(codeOf(error));
      return;
    }
    this.#gone("wiped");
  }

  /** @param {string} how */
  #gone(how) {
    this.#session?.forget();
    this.#session = null;
    this.#stopIdling();
    this.notebook.forget();
    this.#hide();
    this.locked.forget();
    write(part(this.root, "how-gone"), this.words.say("gone", how));
    this.#show("gone");
    element("gone-title").focus();
  }

  /** What went wrong, where it is seen and heard. @param {string} code */
  #say(code) {
    const notebook = part(this.root, "notebook");
    write(part(notebook, "trouble-text"), this.words.say("error", code));
    show(notebook, { trouble: true, "trouble-ways": this.#session && !this.#session.isSaved });
    this.#tell(this.#session && !this.#session.isSaved ? "not-saved" : "open");
  }

  #quiet() {
    show(part(this.root, "notebook"), { trouble: false });
  }

  /** @param {string} key */
  #tell(key) {
    write(part(this.root, "saved"), this.words.say("saved", key));
    show(this.root, { tick: !UNSAVED.has(key) });
    // Who cannot see the line hears what they did not do themselves, and not each pause in what they type.
    if (!WHILE_TYPING.has(key)) write(part(this.root, "status"), this.words.say("saved", key));
  }
}

/** @param {HTMLElement} root */
export async function begin(root) {
  beginPaper();
  if (!isAvailable()) {
    element("no-https").hidden = false;
    root.toggleAttribute("data-comes", false);
    return;
  }
  const tool = new Tool(root);
  proof(element("proof"));
  await tool.begin();
}
