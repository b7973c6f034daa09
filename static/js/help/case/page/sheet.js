/** One clean document for one reader, laid out to be printed: what is where, who, what was said, what was reported. */

import { part, stamp, write } from "../../../parts/stamp.js";
import { fact, factsOf, nameOf } from "./written.js";
import { sayMomentWithZone } from "./times.js";

/** @typedef {import("../document.js").Document} Document */
/** @typedef {import("../record.js").Case} Case */
/** @typedef {import("../record.js").Entry} Entry */
/** @typedef {import("../../../parts/words.js").Words} Words */
/** @typedef {import("./laws.js").Laws} Laws */
/** @typedef {import("./written.js").Telling} Telling */

/**
 * Fills the sheet.
 * @param {HTMLElement} root
 * @param {Document} paper
 * @param {boolean} isWhole the chain of the diary, so that it proves the order
 * @param {Case} record
 * @param {Words} words
 * @param {Laws} laws
 */
export function showSheet(root, paper, isWhole, record, words, laws) {
  const lawName = (/** @type {string} */ law) => laws.byId(law)?.name ?? "";
  const telling = { words, lawName, moment: sayMomentWithZone };
  const about = [
    fact(words.text("sheet", "for"), words.text("sheet", paper.reader)),
    fact(words.text("sheet", "age"), words.text("sheet", paper.isUnder18 ? "under-18" : "adult")),
    fact(words.text("sheet", "begun"), sayMomentWithZone(paper.made)),
    fact(words.text("sheet", "printed"), sayMomentWithZone(new Date().toISOString())),
  ];
  part(root, "about").replaceChildren(...about.flat());
  const entries = (/** @type {Entry[]} */ some) => some.map((entry) => item(factsOf(record, entry, telling)));
  const parts = [
    section(words, "events", paper.events.filter(({ at }) => at).map((event) => eventItem(event, words))),
    section(words, "links", entries(paper.links)),
    section(words, "accounts", entries(paper.accounts)),
    section(words, "said", entries(paper.said)),
    section(words, "reports", paper.reports.map((report) => reportItem(report, record, telling))),
    section(words, "files", entries(paper.files)),
    section(words, "diary", paper.diary.filter(({ what }) => what === "note").map(diaryItem)),
  ];
  part(root, "sections").replaceChildren(...parts.flat());
  const chain = isWhole ? "chain" : "chain-broken";
  write(part(root, "chain"), paper.fingerprint ? words.say("sheet", chain, { hash: paper.fingerprint }) : []);
}

/** @param {Words} words @param {string} key @param {HTMLElement[]} items @returns {HTMLElement[]} */
function section(words, key, items) {
  if (!items.length) return [];
  const one = stamp("sheet-part");
  part(one, "title").textContent = words.text("sheet", key);
  part(one, "items").append(...items);
  return [one];
}

/** @param {HTMLElement[]} facts */
function item(facts) {
  const one = stamp("sheet-item");
  part(one, "facts").append(...facts);
  return one;
}

/** @param {import("../document.js").Event} event @param {Words} words */
function eventItem({ at, what, entry }, words) {
  return item(fact(sayMomentWithZone(at), words.say("event", what, { name: nameOf(entry) }).join("")));
}

/** @param {import("../document.js").Report} report @param {Case} record @param {Telling} telling */
function reportItem({ entry, deadline }, record, telling) {
  const facts = factsOf(record, entry, telling);
  if (deadline.due) facts.push(...fact(telling.words.text("sheet", "due"), sayMomentWithZone(deadline.due.at)));
  return item(facts);
}

/** @param {import("../diary_shape.js").DiaryEntry} entry */
const diaryItem = ({ at, text }) => item(fact(sayMomentWithZone(at), text));
