/** Makes passphrases on the page. One is in the page as long as it is shown, and nowhere else. */

import { countPassphrases, makePassphrase } from "../../parts/maker.js";
import { arrive, part, show, write } from "../../parts/stamp.js";
import { Words } from "../../parts/words.js";
import { sayTime } from "../spans.js";

const PRINTING = "prints-passphrase";

/**
 * Shows the maker, and lets it work.
 * @param {HTMLElement} root as in `templates/passwords/maker.html`
 */
export function startMaker(root) {
  const maker = new Maker(root);
  arrive(part(root, "tool"));
  maker.forget();
  part(root, "make").addEventListener("click", () => maker.make());
  part(root, "count").addEventListener("change", () => maker.remake());
  part(root, "between").addEventListener("change", () => maker.write());
  part(root, "copy").addEventListener("click", () => maker.copy());
  part(root, "print").addEventListener("click", printWords);
  // Browsers have a clipboard on protected connections only.
  show(root, { copy: navigator.clipboard, "about-copying": navigator.clipboard });
  addEventListener("afterprint", () => document.documentElement.classList.remove(PRINTING));
  addEventListener("pagehide", () => maker.forget());
}

function printWords() {
  document.documentElement.classList.add(PRINTING);
  print();
}

class Maker {
  #root;
  #texts;
  #language = document.documentElement.lang;
  /** @type {string[]} */
  #words = [];

  /** @param {HTMLElement} root */
  constructor(root) {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("maker-texts"));
    this.#root = root;
    this.#texts = new Words(template, this.#language);
  }

  make() {
    this.#words = makePassphrase(Number(part(this.#root, "count").value)).words;
    this.write();
    this.#tellStrength();
    show(this.#root, { made: true, first: false, another: true });
  }

  /** Makes another one when there is one: of another length it has to be another. */
  remake() {
    if (this.#words.length) this.make();
  }

  /** Writes the words with what stands between them, so that selecting them gives what copying gives. */
  write() {
    const between = part(this.#root, "between").value;
    const pieces = this.#words.flatMap((word, at) => (at ? [between, written(word)] : [written(word)]));
    part(this.#root, "words").replaceChildren(...pieces);
    part(this.#root, "copied").textContent = "";
  }

  async copy() {
    const text = part(this.#root, "words").textContent;
    const said = await navigator.clipboard.writeText(text).then(() => "copied", () => "not-copied");
    part(this.#root, "copied").textContent = this.#texts.text("say", said);
  }

  /** Drops the words, from the page too: a browser may keep it for the way back. */
  forget() {
    this.#words = [];
    this.write();
    show(this.#root, { made: false, first: true, another: false });
  }

  #tellStrength() {
    const all = countPassphrases(this.#words.length);
    const format = new Intl.NumberFormat(this.#language);
    const bits = format.format(Math.floor(Math.log2(Number(all))));
    const numbers = { all: format.format(all), bits, n: format.format(this.#words.length) };
    write(part(this.#root, "chance"), this.#texts.say("say", "chance", numbers));
    for (const element of this.#root.querySelectorAll("[data-rate]")) {
      // On average it is found halfway.
      const seconds = Number(all) / 2 / Number(element.getAttribute("data-rate"));
      element.textContent = this.#sayTime(seconds);
    }
  }

  /** @param {number} seconds */
  #sayTime(seconds) {
    const [instant, ages] = ["instant", "ages"].map((key) => this.#texts.text("say", key));
    return sayTime(seconds, this.#language, { instant, ages });
  }
}

/** @param {string} word */
function written(word) {
  const element = document.createElement("span");
  element.textContent = word;
  return element;
}
