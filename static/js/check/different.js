// The text about a menu that has moved: a button that copies it. Without this script it is marked by hand.

import { copied } from "../parts/copied.js";

for (const ready of document.querySelectorAll(".ready")) {
  const text = /** @type {HTMLElement} */ (ready.querySelector("[data-ready]"));
  const actions = /** @type {HTMLElement} */ (ready.querySelector(".actions"));
  const done = /** @type {HTMLElement} */ (ready.querySelector("[data-done]"));
  actions.hidden = false;
  ready.querySelector("[data-copy]")?.addEventListener("click", async () => {
    const words = document.getElementById(await copied(text.textContent ?? "", text));
    done.textContent = /** @type {HTMLTemplateElement} */ (words).content.textContent;
  });
}
