/** The view of a single file. */

import { part } from "../../parts/stamp.js";
import { makeCard, offerCopy } from "./card.js";
import { countTopics } from "./finds.js";
import { focusHeading, setHeading } from "./heading.js";

/** @typedef {import("./chosen.js").Chosen} Chosen */
/** @typedef {import("../../parts/words.js").Sentence} Sentence */

export class One {
  /** @param {import("./results.js").Results} results */
  constructor(results) {
    this.results = results;
    this.place = part(results.root, "files");
  }

  /** @param {Chosen[]} list of one */
  add([chosen]) {
    chosen.element = document.createElement("div");
    chosen.element.dataset.file = "";
    this.place.replaceChildren(chosen.element);
  }

  /** @param {Chosen} chosen */
  done(chosen) {
    const { desk } = this.results;
    desk.addresses.forgetAll();
    const card = makeCard(chosen, desk, (action, opener) => this.results.act(action, chosen, opener));
    if (chosen.content) offerCopy(card, chosen, desk);
    chosen.element?.replaceChildren(card);
    setHeading(titleOf(chosen, desk.words));
    this.results.reveal();
    focusHeading();
    if (chosen.element) chosen.element.dataset.outcome = chosen.cleaned?.kind;
  }

  finish() {}

  close() {
    this.place.replaceChildren();
  }
}

/**
 * @param {Chosen} chosen
 * @param {import("./words.js").PhotoWords} words
 * @returns {Sentence}
 */
function titleOf({ cleaned, isCovered }, words) {
  if (!cleaned || cleaned.refusal) return words.say("title", "not-cleaned");
  if (isCovered) return words.say("title", "covered");
  const what = cleaned.isVideo ? "video" : "photo";
  if (cleaned.kind === "already-clean") return words.say("title", `${what}-clean`);
  const count = countTopics(cleaned.findings);
  return count ? words.count("title", what, count) : words.say("title", `${what}-little`);
}
