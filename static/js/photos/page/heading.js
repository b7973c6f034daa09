/** The one heading of the page, which says what its parts are about, and the line that is read out. */

import { write } from "../../parts/stamp.js";

const heading = /** @type {HTMLElement} */ (document.querySelector("h1"));
const first = heading.textContent ?? "";
const status = /** @type {HTMLElement} */ (document.querySelector("#tool [role=status]"));

/**
 * Sets the heading.
 * @param {import("../../parts/words.js").Sentence} sentence
 */
export function setHeading(sentence) {
  write(heading, sentence);
}

/** Moves the focus to the heading: the page is about something else now. */
export function focusHeading() {
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

/** Puts back the heading that the page began with. */
export function resetHeading() {
  heading.textContent = first;
}

/** Says something to those who hear the page. @param {string} text */
export function announce(text) {
  status.textContent = text;
}
