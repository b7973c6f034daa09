/** A new passphrase: made by chance or typed, twice, and judged before it is used. */

import { makePassphrase } from "../../../parts/maker.js";
import { emptyFields, followShow } from "../../../parts/secrets.js";
import { part, show } from "../../../parts/stamp.js";
import { faultOf } from "../passphrase.js";

export class NewPassphrase {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    followShow(root, part(root, "show"));
    part(root, "make").addEventListener("click", () => {
      const { text } = makePassphrase();
      part(root, "words").textContent = text;
      const [first, second] = this.#fields;
      [first.value, second.value] = [text, ""];
      show(root, { made: true });
    });
  }

  /** @returns {string | null} the code of what is wrong with it */
  get fault() {
    const [first, second] = this.#fields;
    return faultOf(first.value, second.value);
  }

  get value() {
    return this.#fields[0].value;
  }

  /** Forgets what was made and typed. */
  forget() {
    emptyFields(this.root);
    part(this.root, "words").textContent = "";
    show(this.root, { made: false });
  }

  get #fields() {
    const fields = /** @type {Iterable<HTMLInputElement>} */ (this.root.querySelectorAll("[data-secret]"));
    return [...fields];
  }
}
