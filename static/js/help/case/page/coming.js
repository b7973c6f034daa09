/** What comes next: answers that are due, with the next step when a time is over, and days to look again. */

import { part, stamp, written } from "../../../parts/stamp.js";
import { deadlineOf, reminderState } from "../deadlines.js";
import { entriesOf } from "../record.js";
import { sayDay, sayMoment } from "./times.js";

/** @typedef {import("../record.js").Case} Case */
/** @typedef {import("../record.js").Entry} Entry */
/** @typedef {import("../../../parts/words.js").Words} Words */
/** `at` sorts: what is over comes first, what has no time last.
 * @typedef {{entry: Entry, at: string, state: string, day: string, law?: import("./laws.js").Law, next: string}} Coming */

const NO_TIME = "9";

/**
 * Everything that waits, the most urgent first.
 * @param {Case} record
 * @param {import("./laws.js").Laws} laws
 * @param {Date} now
 * @returns {Coming[]}
 */
export function comingOf(record, laws, now) {
  const reports = entriesOf(record, "report").flatMap((entry) => comingReport(entry, laws, now));
  const reminders = entriesOf(record, "reminder").filter(({ fields }) => !fields.isDone);
  const looks = reminders.map((entry) => {
    const { day } = entry.fields;
    return { entry, at: `${day}T00`, state: reminderState(entry, now), day, next: "" };
  });
  return [...reports, ...looks].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** @param {Entry} entry @param {import("./laws.js").Laws} laws @param {Date} now @returns {Coming[]} */
function comingReport(entry, laws, now) {
  const law = laws.byId(entry.fields.law);
  const { state, due, next } = deadlineOf(entry, law, now);
  if (state === "closed" && next !== "complain") return [];
  if (state === "none" && entry.fields.state !== "waiting") return [];
  return [{ entry, at: due?.at ?? NO_TIME, state, day: due?.day ?? "", law, next }];
}

/**
 * One of them as the page shows it.
 * @param {Coming} coming
 * @param {Words} words
 * @returns {HTMLElement} its buttons are named `done`, `week` and `change`
 */
export function comingRow({ entry, at, state, day, law, next }, words) {
  const isReport = entry.kind === "report";
  const row = stamp(isReport ? "coming-report" : "coming-reminder");
  row.classList.add(`is-${state}`);
  const when = day ? sayDay(day) : at === NO_TIME ? "" : sayMoment(at);
  const key = `${entry.kind}-${state}`;
  const what = { when, to: entry.fields.to ?? "", sent: sayMoment(entry.fields.sent ?? "") };
  part(row, "when").append(written("span", words.say("coming", key, what)));
  part(row, "what").textContent = isReport ? entry.fields.number : entry.fields.what;
  part(row, "what").hidden = !part(row, "what").textContent;
  for (const name of ["which", "which-too"]) {
    const label = part(row, name);
    if (label) label.textContent = isReport ? entry.fields.to : when;
  }
  if (isReport) {
    part(row, "law").textContent = law?.name ?? "";
    part(row, "law").hidden = !law;
    const steps = next === "complain" && law ? law.then.cloneNode(true) : nextStep(next, words);
    part(row, "next").replaceChildren(...(steps ? [steps] : []));
  }
  return row;
}

/** @param {string} next @param {Words} words */
function nextStep(next, words) {
  return words.text("next", next) ? written("p", words.say("next", next)) : null;
}
