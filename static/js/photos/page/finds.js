/** The list of what a file gives away: topics with their sentences, and what there is to see beside them. */

import { fillFold, part, show, stamp, write, written } from "../../parts/stamp.js";
import { textOf } from "../../parts/words.js";
import { showInside } from "./pictures.js";
import { sortFindings } from "./topics.js";

/** @typedef {import("../findings.js").Finding} Finding */
/** @typedef {import("./topics.js").Topic} Topic */
/** @typedef {import("./chosen.js").Chosen} Chosen */
/**
 * What the parts of the page share.
 * @typedef {{words: import("./words.js").PhotoWords, engine: import("./engine.js").Engine,
 *   addresses: import("../../parts/addresses.js").Addresses}} Desk
 */

// More than these are folded, so that the worst is not lost among them.
const SHOWN_MAX = 5;
// Some files hide a picture in every corner.
const INSIDE_MAX = 3;

const template = /** @type {HTMLTemplateElement} */ (document.getElementById("topics"));
const rows = /** @type {HTMLElement[]} */ ([...template.content.querySelectorAll("[data-codes]")]);
const known = rows.map((row) => row.dataset.codes ?? "");

/**
 * How many things a file gives away.
 * @param {Finding[]} findings
 * @returns {number}
 */
export function countTopics(findings) {
  return sortFindings(findings, known).topics.length;
}

/**
 * The titles of the worst of them.
 * @param {Finding[]} findings
 * @param {number} most
 * @returns {string[]}
 */
export function worstTitles(findings, most) {
  const { topics } = sortFindings(findings, known);
  return topics.slice(0, most).map(({ codes }) => rowOf(codes).querySelector("b")?.textContent ?? "");
}

/**
 * Fills the lists of a card.
 * @param {HTMLElement} card
 * @param {Chosen} chosen
 * @param {Desk} desk
 */
export function fillFinds(card, chosen, desk) {
  const { topics, technical } = sortFindings(chosen.cleaned?.findings ?? [], known);
  const items = topics.map((topic) => topicItem(topic, chosen, desk));
  part(card, "finds").replaceChildren(...items.slice(0, SHOWN_MAX));
  const more = items.slice(SHOWN_MAX);
  part(card, "more-finds").replaceChildren(...more);
  show(card, { more: more.length });
  write(part(card, "how-many"), desk.words.count("progress", "more", more.length));
  fillFold(card, "technical", sentencesOf(technical, desk));
}

/** @param {string} codes */
function rowOf(codes) {
  return /** @type {HTMLElement} */ (rows.find((row) => row.dataset.codes === codes));
}

/**
 * @param {Topic} topic
 * @param {Chosen} chosen
 * @param {Desk} desk
 */
function topicItem({ codes, findings }, chosen, desk) {
  const item = /** @type {HTMLElement} */ (document.importNode(rowOf(codes), true));
  const body = part(item, "body");
  body.append(...sentencesOf(findings, desk).map((sentence) => written("p", sentence)));
  showPlace(body, findings, desk);
  findings.filter(({ embedded }) => embedded).slice(0, INSIDE_MAX).forEach((finding) => {
    showInside(body, finding, chosen.file, desk.addresses);
  });
  return item;
}

/**
 * Each sentence once.
 * @param {Finding[]} findings
 * @param {Desk} desk
 */
function sentencesOf(findings, { words }) {
  const sentences = findings.map((finding) => words.finding(finding));
  return [...new Map(sentences.map((sentence) => [textOf(sentence), sentence])).values()];
}

/**
 * The first position, on a map of the world that comes with the page.
 * @param {HTMLElement} body
 * @param {Finding[]} findings
 * @param {Desk} desk
 */
async function showPlace(body, findings, { words }) {
  const finding = findings.find(({ values }) => ["lat", "lon"].every((name) => values.some(([one]) => one === name)));
  if (!finding) return;
  const { lat, lon } = Object.fromEntries(finding.values);
  const { placeMap } = await import("./map.js");
  body.append(placeMap({ latitude: Number(lat), longitude: Number(lon) }, textOf(words.finding(finding))));
}
