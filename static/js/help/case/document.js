/**
 * What one clean document holds, for one reader; the page lays it out and prints it. Each reader gets only what is
 * needed for their work. Under 18 there is no takedown service among the readers, and no file is spoken of.
 *
 * It has codes and what the visitor wrote, no sentences: those stand in the templates.
 */

import { deadlineOf } from "./deadlines.js";
import { headsOf } from "./diary.js";
import { entriesOf } from "./record.js";

/** @typedef {import("./record.js").Case} Case */
/** @typedef {import("./record.js").Entry} Entry */
/** @typedef {import("./record.js").Kind} Kind */
/** @typedef {import("./deadlines.js").Law} Law */
/** `hotline` is an official one for pictures of people under 18.
 * @typedef {"police" | "lawyer" | "hotline" | "service"} Reader */
/**
 * What happened, in order. `at` is '' when nobody said when. `what`: `seen` a link, `heard` words, `sent` a report,
 * `answered` one, `looked` at a link. @typedef {{at: string, what: string, entry: Entry}} Event */
/** @typedef {{entry: Entry, links: Entry[], deadline: import("./deadlines.js").Deadline}} Report */
/**
 * `fingerprint` is the last hash of the diary, '' for none.
 * @typedef {{reader: Reader, isUnder18: boolean, made: string, links: Entry[], accounts: Entry[], said: Entry[],
 *   reports: Report[], files: Entry[], events: Event[], diary: import("./diary_shape.js").DiaryEntry[],
 *   fingerprint: string}} Document
 */

/** @type {Record<Reader, (Kind | "diary")[]>} */
const NEEDS = {
  police: ["link", "account", "said", "report", "file", "diary"],
  lawyer: ["link", "account", "said", "report", "file", "diary"],
  hotline: ["link", "account", "report"],
  service: ["link", "account", "report"],
};

/**
 * Who the document can be for.
 * @param {Case} record
 * @returns {Reader[]}
 */
export const readersOf = ({ age }) => (
  age === "adult" ? ["police", "lawyer", "service"] : ["police", "hotline", "lawyer"]
);

/**
 * The document for one reader; police for whoever is none of this case's.
 * @param {Case} record
 * @param {Reader} reader
 * @param {Law[]} laws
 * @param {Date} now
 * @returns {Document}
 */
export function documentOf(record, reader, laws, now) {
  const allowed = readersOf(record).includes(reader) ? reader : "police";
  const needs = new Set(NEEDS[allowed]);
  const of = (/** @type {Kind} */ kind) => (needs.has(kind) ? entriesOf(record, kind) : []);
  const reports = of("report").map((entry) => reportOf(record, entry, laws, now));
  const diary = needs.has("diary") ? record.diary : [];
  const heads = headsOf(diary);
  return {
    reader: allowed, isUnder18: record.age !== "adult", made: record.made,
    links: of("link"), accounts: of("account"), said: of("said"), reports, files: of("file"),
    events: eventsOf([...of("link"), ...of("said"), ...of("report")]), diary, fingerprint: heads.join(" "),
  };
}

/** @param {Case} record @param {Entry} entry @param {Law[]} laws @param {Date} now @returns {Report} */
function reportOf(record, entry, laws, now) {
  const links = record.entries.filter(({ id, kind }) => kind === "link" && entry.fields.links.includes(id));
  return { entry, links, deadline: deadlineOf(entry, laws.find(({ id }) => id === entry.fields.law), now) };
}

/**
 * What happened, the earliest first; what has no time comes last, in the order in which it was written down.
 * @param {Entry[]} entries
 * @returns {Event[]}
 */
export function eventsOf(entries) {
  const events = entries.flatMap((entry) => {
    const { kind, fields } = entry;
    if (kind === "link") {
      return [{ at: fields.seen, what: "seen", entry }, ...later(fields.looked, "looked", entry)];
    }
    if (kind === "said") return [{ at: fields.heard, what: "heard", entry }];
    if (kind !== "report") return [];
    return [{ at: fields.sent, what: "sent", entry }, ...later(fields.answered, "answered", entry)];
  });
  return events.sort((a, b) => Number(!a.at) - Number(!b.at) || (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** @param {string} at @param {string} what @param {Entry} entry @returns {Event[]} */
const later = (at, what, entry) => (at ? [{ at, what, entry }] : []);
