/** The cards of one reader alone: repeated until the sheet is full, since a sheet is cut as a whole. */

import { part, write } from "../parts/stamp.js";
import { Words } from "../parts/words.js";

const ON_A_SHEET = 8;

/**
 * The cards for whole sheets.
 * @template T
 * @param {T[]} cards
 * @param {boolean} isFilled whether they are repeated up to the end of a sheet
 * @returns {T[][]} sheet by sheet
 */
export function sheets(cards, isFilled) {
  const count = isFilled ? Math.ceil(cards.length / ON_A_SHEET) * ON_A_SHEET : cards.length;
  const all = Array.from({ length: count }, (_, at) => cards[at % cards.length]);
  return Array.from({ length: Math.ceil(count / ON_A_SHEET) }, (_, at) =>
    all.slice(at * ON_A_SHEET, (at + 1) * ON_A_SHEET));
}

function begin() {
  const tool = /** @type {HTMLElement} */ (document.getElementById("choose-cards"));
  const words = new Words(/** @type {any} */ (document.getElementById("words")), document.documentElement.lang);
  const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".cut-card")]);
  const follow = () => {
    const who = /** @type {HTMLInputElement} */ (tool.querySelector("input:checked")).value;
    const wanted = who ? cards.filter((card) => card.dataset.who === who) : cards;
    const made = sheets(wanted, Boolean(who));
    part(document, "sheets").replaceChildren(...made.map(sheet));
    write(part(tool, "status"), words.count("sheets", "sheets", made.length));
  };
  tool.addEventListener("change", follow);
  document.getElementById("print")?.addEventListener("click", () => print());
  follow();
  tool.hidden = false;
}

/** One sheet. A card that stands there a second time is a copy. @param {HTMLElement[]} cards */
function sheet(cards) {
  const list = document.createElement("ul");
  list.className = "sheet card-sheet";
  list.append(...cards.map((card, at) => (cards.indexOf(card) === at ? card : card.cloneNode(true))));
  return list;
}

begin();
