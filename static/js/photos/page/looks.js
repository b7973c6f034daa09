/** The questions of the guided look, which stand in the page to be read, and their parts in the dialog. */

import { part, stamp } from "../../parts/stamp.js";

/**
 * Whether the question is about the name of the file, not about the picture.
 * @param {HTMLElement} question
 * @returns {boolean}
 */
export const isAboutName = (question) => question.dataset.at === "name";
/** The id of a question. @param {HTMLElement} question @returns {string} */
export const idOf = (question) => question.dataset.look ?? "";

/**
 * The questions in their order.
 * @param {boolean} withAdults whether those for adults only are among them
 * @returns {HTMLElement[]}
 */
export function questionsFor(withAdults) {
  const adults = /** @type {HTMLTemplateElement} */ (document.getElementById("looks-for-adults")).content;
  const roots = withAdults ? [document, adults] : [document];
  const found = roots.flatMap((root) => [.../** @type {Iterable<HTMLElement>} */ (root.querySelectorAll("[data-look]"))]);
  return found.sort((one, other) => Number(one.dataset.order) - Number(other.dataset.order));
}

/**
 * Copies of some parts of a question.
 * @param {HTMLElement} question
 * @param {string[]} names
 * @returns {HTMLElement[]}
 */
export function partsOf(question, names) {
  return names.map((name) => part(question, name).cloneNode(true));
}

/**
 * What a question asks, why, and where to look.
 * @param {HTMLElement} step
 * @param {HTMLElement} question
 */
export function fillQuestion(step, question) {
  for (const name of ["question", "why"]) part(step, name).textContent = part(question, name).textContent;
  part(step, "example").replaceChildren(...partsOf(question, ["where", "scene"]));
  part(step, "found").replaceChildren();
}

/**
 * What a drawing shows at its spot, and what helps.
 * @param {HTMLElement} step
 * @param {HTMLElement} question
 */
export function fillFound(step, question) {
  const [scene, ...others] = partsOf(question, ["scene", "where", "help"]);
  part(step, "found").replaceChildren(.../** @type {Element} */ (scene.querySelector("figcaption")).childNodes, ...others);
}

/**
 * The list of what was seen, with what helps.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} seen
 */
export function fillSeen(list, seen) {
  const rows = seen.map((question) => {
    const row = stamp("guided-saw");
    part(row, "name").textContent = part(question, "name").textContent;
    part(row, "help").replaceChildren(...partsOf(question, ["help"]));
    return row;
  });
  list.replaceChildren(...rows);
}

/** Puts the focus on the heading that is shown, so that it is read out. @param {HTMLElement} page */
export function focusHeadingOf(page) {
  const headings = [.../** @type {Iterable<HTMLElement>} */ (page.querySelectorAll("h2"))];
  page.scrollTop = 0;
  headings.find((heading) => !heading.closest("[hidden]"))?.focus();
}
