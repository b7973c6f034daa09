/** The page that locks files and opens them again: its parts are put together here. Nothing leaves the device. */

import { proof } from "../parts/proof.js";
import { arrive, part, show } from "../parts/stamp.js";
import { areAllAdults, followWho } from "../parts/who.js";
import { Words } from "../parts/words.js";
import { Lock } from "./lock/lock.js";
import { LockEngine } from "./lock/engine.js";
import { Open } from "./lock/open.js";

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** The tool, shown only after what stands before it was read. */
class Page {
  #hasRead = false;
  #tool = element("tool");
  #gate = element("gate");

  begin() {
    for (const one of document.querySelectorAll("[data-with-script]")) arrive(/** @type {HTMLElement} */ (one));
    for (const one of document.querySelectorAll("[data-without-script]")) one.toggleAttribute("hidden", true);
    const forgetWho = followWho(this.#gate);
    const engine = new LockEngine(this.#tool.dataset.engine ?? "");
    const words = new Words(/** @type {any} */ (element("words")), document.documentElement.lang);
    const [lock, open] = ["lock", "open"].map((name) => part(this.#tool, name));
    const ways = { lock: new Lock(lock, engine, words), open: new Open(open, engine, words) };
    this.#listen(ways);
    addEventListener("pagehide", () => {
      Object.values(ways).forEach((way) => way.forget());
      engine.stop();
      forgetWho();
      this.#hasRead = false;
      this.#decide();
    });
    this.#load(engine);
  }

  /** @param {{lock: Lock, open: Open}} ways */
  #listen(ways) {
    this.#gate.addEventListener("change", () => this.#decide());
    element("read").addEventListener("click", () => {
      this.#hasRead = true;
      this.#decide();
      element("lock-title").focus();
    });
    for (const button of /** @type {Iterable<HTMLElement>} */ (this.#tool.querySelectorAll("[data-tab]"))) {
      button.addEventListener("click", () => {
        const isLock = button.dataset.tab === "lock";
        show(this.#tool, { lock: isLock, open: !isLock });
        for (const one of this.#tool.querySelectorAll("[data-tab]")) one.removeAttribute("aria-current");
        button.setAttribute("aria-current", "true");
      });
    }
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      if (this.#tool.hidden || !event.dataTransfer) return;
      (part(this.#tool, "lock").hidden ? ways.open : ways.lock).take([...event.dataTransfer.files]);
    });
  }

  #decide() {
    const isOpen = this.#hasRead || areAllAdults(this.#gate);
    this.#tool.hidden = !isOpen || !element("broken").hidden;
    element("read").hidden = this.#hasRead;
  }

  /** @param {LockEngine} engine */
  async #load(engine) {
    proof(element("proof"), { loaded: engine.ready });
    try {
      await engine.ready;
      part(this.#tool, "here").hidden = false;
    } catch {
      element("broken").hidden = false;
      this.#decide();
    }
  }
}

// On plain http the browser has none of this, and a page could be changed on its way here.
if (globalThis.crypto?.subtle) new Page().begin();
else {
  element("no-https").hidden = false;
  for (const one of document.querySelectorAll("[data-comes]")) one.toggleAttribute("data-comes", false);
}
