/**
 * What a phone sends for a question before and after: coins first, so that nobody can tell what its owner thinks.
 *
 * The twin of `safety/teach/counting/randomised.py`, where the design and its sources are. It sends nothing itself,
 * and what somebody thinks is in no field of a form: it lives in the memory of one press. `crypto.getRandomValues`
 * works over plain HTTP too, unlike `crypto.subtle`.
 */

import { below } from "../parts/chance.js";

/** @import { Random } from "../parts/chance.js" */

const HEADS = 0;

/**
 * What is sent for somebody who thinks `thought`: heads, just that; tails, what the second coin says.
 * @param {"yes" | "no"} thought
 * @param {Random} [random]
 * @returns {"yes" | "no"}
 */
export function flipped(thought, random) {
  if (below(2, random) === HEADS) return thought;
  return below(2, random) === HEADS ? "yes" : "no";
}

/**
 * Lets the phone flip the coins in every form with `data-coins` below `root` that it has not woken yet.
 *
 * Each form has a button with the value "yes" and one with "no", and speaks of a real coin until it is woken: so what
 * the page says is true at any time. The coins are flipped once a form: a second press sends the same again.
 * @param {ParentNode} root
 * @param {Random} [random]
 */
export function wake(root, random) {
  for (const form of root.querySelectorAll("form[data-coins]:not([data-awake])")) {
    if (form instanceof HTMLFormElement) wakeForm(form, random);
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Random} [random]
 */
function wakeForm(form, random) {
  /** @type {HTMLButtonElement | null} */
  let sent = null;
  let isOurs = false;
  form.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    const thought = pressed?.value;
    if (isOurs || !pressed || (thought !== "yes" && thought !== "no")) return;
    event.preventDefault();
    event.stopPropagation();
    sent ??= form.querySelector(`button[value=${flipped(thought, random)}]`);
    isOurs = true;
    sent?.click();
    isOurs = false;
    // Whoever looks over a shoulder sees no button that stays marked.
    pressed.blur();
  }, true);
  for (const part of form.querySelectorAll("[data-real-coin]")) part.setAttribute("hidden", "");
  for (const part of form.querySelectorAll("[data-phone-coin]")) part.removeAttribute("hidden");
  form.dataset.awake = "";
}
