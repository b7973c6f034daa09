/** The page 'Same page?' for one age: two people take turns on one device. Nothing is sent or kept. */

import { Game } from "./same_page/game.js";

const tool = /** @type {HTMLElement} */ (document.getElementById("same-page"));
const game = new Game(tool);
for (const one of document.querySelectorAll("[data-without-script]")) one.toggleAttribute("hidden", true);
document.querySelector("[data-part=paper]")?.classList.add("on-paper");
tool.hidden = false;
game.start();
// Before the browser can put the page aside with what is on it.
addEventListener("pagehide", () => game.forget());
