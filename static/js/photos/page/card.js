/** One file in full: the picture, what it gives away, how the clean copy is had, and the proof. */

import { fillFold, part, show, stamp, write, written } from "../../parts/stamp.js";
import { fillFinds } from "./finds.js";
import { showBlob, smallCopy } from "./pictures.js";
import { needsMemory, offerSharing, saveLink } from "./save.js";

/** @typedef {import("./chosen.js").Chosen} Chosen */
/** @typedef {import("./engine.js").Cleaned} Cleaned */
/** @typedef {import("./finds.js").Desk} Desk */
/** What can be done with a picture beside saving it. @typedef {"cover" | "look"} Action */

/**
 * The card of a file that is done.
 * @param {Chosen} chosen
 * @param {Desk} desk
 * @param {(action: Action, opener: HTMLElement) => void} act
 * @returns {HTMLElement}
 */
export function makeCard(chosen, desk, act) {
  const cleaned = /** @type {Cleaned} */ (chosen.cleaned);
  const card = stamp(cleaned.refusal ? "refused" : "cleaned");
  part(card, "name").textContent = chosen.shownName;
  part(card, "size").textContent = desk.words.size(chosen.file.size);
  if (cleaned.refusal) write(part(card, "reason"), desk.words.refusal(cleaned.refusal));
  else fillCard(card, chosen, desk, act);
  return card;
}

/**
 * @param {HTMLElement} card
 * @param {Chosen} chosen
 * @param {Desk} desk
 * @param {(action: Action, opener: HTMLElement) => void} act
 */
function fillCard(card, chosen, desk, act) {
  const cleaned = /** @type {Cleaned} */ (chosen.cleaned);
  show(card, { nothing: cleaned.kind === "already-clean", "is-covered": chosen.isCovered });
  fillFinds(card, chosen, desk);
  fillFold(card, "kept", cleaned.kept.map((code) => desk.words.say("kept", code)));
  fillProof(card, chosen, desk);
  fillNames(card, chosen, desk);
  offerTags(card, chosen, desk);
  showFile(card, chosen, desk, act);
}

/**
 * Adds the ways to take the clean copy along.
 * @param {HTMLElement} card
 * @param {Chosen} chosen
 * @param {Desk} desk
 */
export function offerCopy(card, chosen, desk) {
  if (!chosen.isWorthSaving) return;
  const { kind, format } = /** @type {Cleaned} */ (chosen.cleaned);
  const template = chosen.isCovered ? "save-covered" : kind === "cleaned" ? "save" : "save-renamed";
  part(card, "actions").prepend(saveLink(template, chosen, desk.addresses, card));
  offerSharing(card, chosen, desk.words.format(format ?? "").type);
  show(card, { large: needsMemory(chosen.content?.size ?? 0) });
}

/**
 * What was seen when the clean copy was inspected again. A covered picture is like no other, and is not said to be.
 * @param {HTMLElement} card
 * @param {Chosen} chosen
 * @param {Desk} desk
 */
function fillProof(card, { cleaned, isCovered }, { words }) {
  const { proof, isVideo } = /** @type {Cleaned} */ (cleaned);
  const compared = proof?.isCompared && !isCovered;
  show(card, { proof: proof?.left === 0, compared, "same-video": isVideo, "same-picture": !isVideo });
  part(card, "same-bytes").textContent = words.size(proof?.sameBytes ?? 0);
}

/**
 * What the name of the file tells, and the name that the copy gets.
 * @param {HTMLElement} card
 * @param {Chosen} chosen
 * @param {Desk} desk
 */
function fillNames(card, chosen, { words }) {
  const told = chosen.isCovered ? [] : /** @type {Cleaned} */ (chosen.cleaned).told;
  show(card, { called: chosen.isWorthSaving });
  const sentences = told.map(([kind, value]) => written("span", words.say("told", kind, { value })));
  part(card, "told").replaceChildren(...sentences.flatMap((sentence) => [sentence, " "]));
  part(card, "new-name").textContent = chosen.newName;
}

/**
 * The table of all tags, which is only read for those who open it.
 * @param {HTMLElement} card
 * @param {Chosen} chosen
 * @param {Desk} desk
 */
function offerTags(card, chosen, { engine }) {
  const readOnce = async () => {
    const tags = await engine.tags(chosen.file);
    part(card, "tag-list").replaceChildren(...tags.map(tagRow));
    show(card, { "tags-wait": false, "no-tags": !tags.length });
  };
  part(card, "tags").addEventListener("toggle", readOnce, { once: true });
}

/** @param {{group: string, name: string, value: string}} tag */
function tagRow({ group, name, value }) {
  const row = stamp("tag");
  row.children[0].textContent = `${group} ${name}`;
  row.children[1].children[0].textContent = value;
  return row;
}

/**
 * The picture or video itself, or what stands for it where the browser cannot show it.
 * @param {HTMLElement} card
 * @param {Chosen} chosen
 * @param {Desk} desk
 * @param {(action: Action, opener: HTMLElement) => void} act
 */
async function showFile(card, chosen, desk, act) {
  const { isVideo, format, findings } = /** @type {Cleaned} */ (chosen.cleaned);
  const { type, name } = desk.words.format(format ?? "");
  const apology = desk.words.say("shown", isVideo ? "video" : "photo", { format: name });
  const place = part(card, "picture");
  const element = /** @type {HTMLImageElement | HTMLVideoElement} */ (stamp(isVideo ? "film" : "picture"));
  place.append(element);
  if (await showBlob(element, chosen.file.slice(0, chosen.file.size, type), desk.addresses)) {
    if (!isVideo) offerActions(card, act);
    return;
  }
  const instead = stamp("small-instead");
  const small = smallCopy(findings, chosen.file);
  const image = /** @type {HTMLImageElement} */ (instead.querySelector("img"));
  if (small && (await showBlob(image, small, desk.addresses))) place.replaceChildren(instead);
  else place.replaceChildren(cannotShow(apology));
}

/** @param {import("../../parts/words.js").Sentence} apology */
function cannotShow(apology) {
  const box = stamp("cannot-show");
  write(/** @type {Element} */ (box.querySelector("p")), apology);
  return box;
}

/**
 * @param {HTMLElement} card
 * @param {(action: Action, opener: HTMLElement) => void} act
 */
function offerActions(card, act) {
  show(card, { shows: true });
  for (const action of /** @type {Action[]} */ (["cover", "look"])) {
    const button = /** @type {HTMLElement} */ (card.querySelector(`[data-action=${action}]`));
    button.addEventListener("click", () => act(action, button));
  }
}
