/** The page that asks whether a password was stolen: only when told to, and only where it is switched on. */

import { part, show } from "../parts/stamp.js";
import { timesStolen } from "./range.js";

const tool = /** @type {HTMLElement} */ (document.getElementById("tool"));
const field = /** @type {HTMLInputElement} */ (part(tool, "field"));
const ENDINGS = ["found", "once", "missing", "silent"];

/** Shows one ending, or none. @param {string} ending */
function tell(ending) {
  show(tool, Object.fromEntries(ENDINGS.map((name) => [name, name === ending])));
}

/** @param {number} count */
function tellCount(count) {
  part(tool, "count").textContent = new Intl.NumberFormat(document.documentElement.lang).format(count);
  tell(count > 1 ? "found" : count ? "once" : "missing");
}

async function ask() {
  const password = field.value;
  if (!password) return field.focus();
  tell("");
  show(tool, { asking: true });
  part(tool, "ask").disabled = true;
  try {
    const count = await timesStolen(password, tool.dataset.service ?? "");
    // Who typed on meanwhile gets no answer to something else.
    if (field.value === password) tellCount(count);
  } catch {
    tell("silent");
  }
  show(tool, { asking: false });
  part(tool, "ask").disabled = false;
}

function clear() {
  field.value = "";
  tell("");
}

function begin() {
  const canHash = Boolean(globalThis.crypto?.subtle);
  show(tool, { "no-hash": !canHash, work: canHash });
  tool.hidden = false;
  part(tool, "ask").addEventListener("click", ask);
  field.addEventListener("input", () => tell(""));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") ask();
  });
  part(tool, "show").addEventListener("click", () => {
    const isHidden = field.classList.toggle("hidden-letters");
    part(tool, "show").setAttribute("aria-pressed", String(!isHidden));
  });
  addEventListener("pagehide", clear);
}

begin();
