/** What was written, as rows: by kind, each with its fields; and the diary in its order. */

import { part, stamp } from "../../../parts/stamp.js";
import { KINDS } from "../fields.js";
import { entriesOf } from "../record.js";
import { sayDay, sayMoment } from "./times.js";

/** @typedef {import("../record.js").Case} Case */
/** @typedef {import("../record.js").Entry} Entry */
/** @typedef {import("../fields.js").Kind} Kind */
/** @typedef {import("../../../parts/words.js").Words} Words */
/** How it is told: the words, the name of a law by its id, and moments.
 * @typedef {{words: Words, lawName: (law: string) => string, moment: (moment: string) => string}} Telling */

const MOMENTS = new Set(["seen", "looked", "heard", "sent", "starts", "answered", "taken"]);
/** What names an entry of each kind. @type {Record<Kind, string>} */
export const NAMED_BY = {
  link: "address", account: "name", said: "words", report: "to", reminder: "day", file: "kept",
};
const SHORT = 60;

/**
 * A few words that tell an entry from the others.
 * @param {Entry} entry
 * @returns {string}
 */
export function nameOf({ kind, fields }) {
  const name = kind === "reminder" ? sayDay(fields.day) : fields[NAMED_BY[kind]] || fields.sha256 || "";
  return name.length > SHORT ? `${name.slice(0, SHORT)}…` : name;
}

/**
 * What a field says, in the words of the page; '' for nothing.
 * @param {Case} record
 * @param {Entry} entry
 * @param {string} field
 * @param {Telling} telling
 * @returns {string}
 */
function sayField(record, { kind, fields }, field, { words, lawName, moment }) {
  const value = fields[field];
  if (MOMENTS.has(field)) return moment(value);
  if (field === "day") return sayDay(value);
  if (field === "law") return lawName(value);
  if (field === "state") return words.text("state", `${kind}-${value}`);
  if (field === "bytes") return words.size(value);
  if (field === "isDone") return value ? words.text("state", "reminder-done") : "";
  if (field === "links") {
    return record.entries.filter(({ id }) => value.includes(id)).map(({ fields: link }) => link.address).join("\n");
  }
  return value;
}

/**
 * All of it: a heading for each kind with something in it, and the rows.
 * @param {Case} record
 * @param {Telling} telling
 * @returns {HTMLElement[]}
 */
export function writtenParts(record, telling) {
  const { words } = telling;
  const kinds = /** @type {Kind[]} */ (Object.keys(KINDS));
  const parts = kinds.flatMap((kind) => {
    const entries = entriesOf(record, kind);
    if (!entries.length) return [];
    const rows = entries.map((entry) => entryRow(record, entry, telling));
    return [group(words.text("kind", kind), rows)];
  });
  const diary = record.diary.filter(({ what }) => what === "note");
  if (diary.length) parts.push(group(words.text("kind", "diary"), diary.map((entry) => diaryRow(record, entry, words))));
  return parts;
}

/** @param {string} title @param {HTMLElement[]} rows */
function group(title, rows) {
  const part_ = stamp("written-kind");
  part(part_, "title").textContent = title;
  part(part_, "rows").append(...rows);
  return part_;
}

/** @param {Case} record @param {Entry} entry @param {Telling} telling */
function entryRow(record, entry, telling) {
  const row = stamp("written-entry");
  const named = NAMED_BY[entry.kind];
  part(row, "name").textContent = sayField(record, entry, named, telling) || nameOf(entry);
  part(row, "facts").append(...factsOf(record, entry, telling, named));
  for (const name of ["which", "which-too"]) part(row, name).textContent = nameOf(entry);
  row.dataset.id = entry.id;
  return row;
}

/**
 * The fields of an entry with something in them, as terms with their values.
 * @param {Case} record @param {Entry} entry @param {Telling} telling
 * @param {string} [without]
 * @returns {HTMLElement[]}
 */
export function factsOf(record, entry, telling, without = "") {
  return Object.keys(KINDS[entry.kind]).flatMap((field) => {
    const text = field === without ? "" : sayField(record, entry, field, telling);
    return text ? fact(telling.words.text("field", `${entry.kind}-${field}`), text) : [];
  });
}

/** @param {string} term @param {string} text @returns {HTMLElement[]} */
export function fact(term, text) {
  const [dt, dd, bdi] = ["dt", "dd", "bdi"].map((tag) => document.createElement(tag));
  dt.textContent = term;
  bdi.textContent = text;
  dd.append(bdi);
  return [dt, dd];
}

/** @param {Case} record @param {import("../record.js").DiaryEntry} entry @param {Words} words */
function diaryRow(record, { at, text, corrects, hash }, words) {
  const row = stamp("written-diary");
  part(row, "when").textContent = sayMoment(at);
  part(row, "text").textContent = text;
  const before = record.diary.find((one) => one.hash === corrects);
  part(row, "corrects").hidden = !before;
  if (before) part(row, "corrects").textContent = words.say("say", "corrects", { when: sayMoment(before.at) }).join("");
  part(row, "which").textContent = sayMoment(at);
  row.dataset.hash = hash;
  return row;
}
