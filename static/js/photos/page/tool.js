/** The tool of the photo page: its parts are put together here. Nothing that is chosen leaves the device. */

import { listenForFiles } from "../../parts/choose.js";
import { proof } from "../../parts/proof.js";
import { arrive, part, show } from "../../parts/stamp.js";
import { Engine } from "./engine.js";
import { focusHeading, resetHeading } from "./heading.js";
import { loadAll } from "./loading.js";
import { Results } from "./results.js";

const tool = /** @type {HTMLElement} */ (document.getElementById("tool"));
const { engine: address = "", tags = "" } = tool.dataset;
const engine = new Engine({ engine: address, tags });
const results = new Results(part(tool, "results"), engine, () => showStart(false));

/** Shows the start of the page, or the results in its place. @param {boolean} isStart */
function showStart(isStart) {
  show(tool, { start: isStart, results: !isStart, looking: false });
  hideAll("[data-before]", !isStart);
  document.querySelector("main")?.classList.toggle("narrow", isStart);
}

/**
 * @param {string} selector
 * @param {boolean} isHidden
 */
function hideAll(selector, isHidden) {
  for (const one of document.querySelectorAll(selector)) one.toggleAttribute("hidden", isHidden);
}

/** @param {File[]} files */
function take(files) {
  if (!files.length) return;
  show(tool, { looking: true });
  results.add(files);
}

function startAgain() {
  results.forget();
  resetHeading();
  showStart(true);
}

/** Offers the example once its code is there. */
async function offerExample() {
  const { examplePhoto } = await import("./example.js");
  const button = part(tool, "example");
  button.addEventListener("click", () => take([examplePhoto()]));
  arrive(button);
}

/** Shows the tool in place of the way that works without script. */
export function begin() {
  hideAll("[data-without-script]", true);
  arrive(tool);
  listenForFiles(tool, take);
  part(tool, "again").addEventListener("click", () => {
    startAgain();
    focusHeading();
  });
  // Who comes back with the browser's own button finds no pictures.
  addEventListener("pagehide", startAgain);
  engine.ready.then(() => arrive(part(tool, "here")), () => show(tool, { broken: true }));
  const loaded = loadAll(engine);
  loaded.then(offerExample, () => {});
  proof(/** @type {HTMLElement} */ (document.getElementById("proof")), { loaded });
}
