/** One file of many: a line that says how it ended, and a fold with all the rest, which is made when it is opened. */

import { part, show, stamp, write } from "../../parts/stamp.js";
import { makeCard } from "./card.js";
import { countTopics, worstTitles } from "./finds.js";
import { offerSharing, saveLink } from "./save.js";

/** @typedef {import("./chosen.js").Chosen} Chosen */
/** @typedef {import("./results.js").Results} Results */

const WORST = 3;

/**
 * The line of a file that waits.
 * @param {Chosen} chosen
 * @returns {HTMLElement}
 */
export function makeRow(chosen) {
  const row = stamp("row");
  part(row, "number").textContent = String(chosen.number);
  part(row, "name").textContent = chosen.shownName;
  return row;
}

/**
 * Says in its line how a file ended.
 * @param {Chosen} chosen
 * @param {Results} results
 */
export function fillRow(chosen, results) {
  const { words, addresses } = results.desk;
  const { element, cleaned } = chosen;
  if (!element || !cleaned) return;
  write(part(element, "says"), saying(chosen, words));
  part(element, "worst").textContent = worstTitles(cleaned.findings, WORST).join(" · ");
  part(element, "save").replaceChildren();
  if (!cleaned.refusal) {
    if (chosen.isWorthSaving) part(element, "save").append(saveLink("save-short", chosen, addresses, element));
    for (const which of element.querySelectorAll("[data-part=which]")) which.textContent = chosen.newName;
    refold(chosen, results);
  }
  element.dataset.outcome = cleaned.kind;
}

/**
 * The fold, closed and empty; its content is made when it is opened for the first time.
 * @param {Chosen} chosen
 * @param {Results} results
 */
function refold(chosen, results) {
  const element = /** @type {HTMLElement} */ (chosen.element);
  const fold = /** @type {HTMLDetailsElement} */ (part(element, "inside"));
  const body = part(fold, "body");
  body.replaceChildren();
  fold.open = false;
  show(element, { inside: true });
  fold.ontoggle = () => {
    if (!fold.open || body.firstChild) return;
    const card = makeCard(chosen, results.desk, (action, opener) => results.act(action, chosen, opener));
    if (chosen.isWorthSaving) offerSharing(card, chosen, results.desk.words.format(chosen.cleaned?.format ?? "").type);
    body.append(card);
  };
}

/**
 * @param {Chosen} chosen
 * @param {import("./words.js").PhotoWords} words
 */
function saying({ cleaned, isCovered }, words) {
  if (!cleaned) return [""];
  if (cleaned.refusal) return words.refusal(cleaned.refusal);
  if (isCovered) return words.say("row", "covered");
  if (cleaned.kind === "already-clean") return words.say("row", "clean");
  const count = countTopics(cleaned.findings);
  return count ? words.count("row", "gives", count) : words.say("row", "little");
}
