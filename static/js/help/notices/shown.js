/** Which side of the tool is shown: the form, or the text that was made. */

import { part, show } from "../../parts/stamp.js";

export class Shown {
  /** @type {() => void} */
  onChange = () => {};
  /** @type {() => void} */
  onClear = () => {};
  #tool;

  /** @param {HTMLElement} tool */
  constructor(tool) {
    this.#tool = tool;
    part(tool, "change").addEventListener("click", () => {
      this.form();
      this.onChange();
    });
    for (const button of tool.querySelectorAll("[data-part=clear]")) {
      button.addEventListener("click", () => this.onClear());
    }
  }

  /** The form, with what stands before it. */
  form() {
    this.#set(false);
  }

  /** The text alone; that is also what is printed. */
  letter() {
    this.#set(true);
  }

  /** @param {boolean} isMade */
  #set(isMade) {
    show(this.#tool, { asking: !isMade, made: isMade });
    show(document, { top: !isMade });
    document.querySelector("main")?.classList.toggle("has-letter", isMade);
  }
}
