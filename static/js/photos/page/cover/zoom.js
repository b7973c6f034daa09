/** The picture shown larger in its frame, for small faces. It scrolls there: by wheel, keys, or two fingers. */

import { part, show } from "../../../parts/stamp.js";

const FACTORS = [1, 2, 4];

export class Zoom {
  #at = 0;

  /**
   * @param {HTMLElement} root
   * @param {() => HTMLElement | null} selected what comes to the middle
   */
  constructor(root, selected) {
    this.root = root;
    this.selected = selected;
    this.#show();
  }

  /** Goes to the next factor, and from the last one back to the first. */
  next() {
    const view = part(this.root, "view");
    const across = middleOf(view.scrollLeft, view.clientWidth, view.scrollWidth);
    const down = middleOf(view.scrollTop, view.clientHeight, view.scrollHeight);
    this.#at = (this.#at + 1) % FACTORS.length;
    this.#show();
    view.scrollLeft = across * view.scrollWidth - view.clientWidth / 2;
    view.scrollTop = down * view.scrollHeight - view.clientHeight / 2;
    this.selected()?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #show() {
    const factor = String(FACTORS[this.#at]);
    const view = part(this.root, "view");
    view.style.setProperty("--zoom", factor);
    part(this.root, "zoom-factor").textContent = factor;
    // Only then there is something to scroll, and a way to it by the Tab key.
    view.tabIndex = this.#at ? 0 : -1;
    show(this.root, { how: !this.#at, "how-zoomed": this.#at });
  }
}

/** @param {number} scrolled @param {number} shown @param {number} whole */
const middleOf = (scrolled, shown, whole) => (scrolled + shown / 2) / whole;
