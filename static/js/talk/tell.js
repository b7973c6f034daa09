/** 'Tell someone': two lines from three choices, made on the device. Nothing is kept. */

import { copied } from "../parts/copied.js";
import { part, show } from "../parts/stamp.js";
import { Words } from "../parts/words.js";

const GROUPS = ["who", "much", "needs"];
const tool = /** @type {HTMLElement} */ (document.getElementById("tell"));
const made = /** @type {HTMLElement} */ (document.getElementById("made"));
const words = new Words(/** @type {any} */ (document.getElementById("words")), document.documentElement.lang);

/** The two lines: how to begin and what it is about; what is needed. None before all is chosen. */
function lines() {
  const [who, much, needs] = GROUPS.map((name) => {
    const field = /** @type {HTMLInputElement | null} */ (tool.querySelector(`input[name=${name}]:checked`));
    return field?.value ?? "";
  });
  return who && much && needs ? [`${who} ${much}`, needs] : [];
}

function follow() {
  const now = lines();
  const shown = now.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  });
  part(made, "lines").replaceChildren(...shown);
  part(made, "status").textContent = "";
  show(made, { waiting: !now.length, ready: now.length });
  document.querySelector("main")?.classList.toggle("has-lines", now.length > 0);
}

function forget() {
  tool.querySelectorAll("input").forEach((field) => (field.checked = false));
  follow();
}

tool.addEventListener("change", follow);
part(made, "print").addEventListener("click", () => print());
part(made, "clear").addEventListener("click", () => {
  forget();
  /** @type {HTMLElement} */ (tool.querySelector("input")).focus();
});
part(made, "copy").addEventListener("click", async () => {
  const key = await copied(lines().join("\n"), part(made, "lines"));
  part(made, "status").textContent = words.text("say", key);
});
forget();
for (const one of document.querySelectorAll("[data-without-script]")) one.toggleAttribute("hidden", true);
made.hidden = false;
addEventListener("pagehide", forget);
