/**
 * Until when an answer is due by a law, and what comes next. Hours are hours, whatever the clocks do in between;
 * days and months are those of the calendar on this device, and end with their last day.
 *
 * It knows no law itself and gives no legal advice: the page hands in what `content/en/help/laws.toml` says.
 * Source: for months and days Regulation (EEC, Euratom) 1182/71, article 3, checked 2026-11-23.
 */

import { dayOf, isMoment, momentOf } from "./moments.js";

const HOUR_MS = 3_600_000;

/** @typedef {import("./record.js").Entry} Entry */
/** What the table of laws says. @typedef {{id: string, hours: number, days: number, months?: number,
 *   starts: "request" | "regulator" | "complaint" | ""}} Law */
/** `day` is the last day, '' where the law counts hours: then the time of day counts too.
 * @typedef {{at: string, day: string}} Due */
/**
 * `state`: `none` no time is fixed by this law · `not-started` what starts it has not happened, or nobody said
 * when · `running` · `due` it ends today · `passed` · `closed` an answer came. `next` is the id of what to do:
 * `start`, `wait`, `look` at the link today, `complain` to the one who enforces the law, or '' for nothing.
 * @typedef {{state: "none" | "not-started" | "running" | "due" | "passed" | "closed", due: Due | null,
 *   next: "start" | "wait" | "look" | "complain" | ""}} Deadline
 */

/**
 * When an answer is due that was asked for at this moment; null when the law fixes no time.
 * @param {Law} law
 * @param {string} start a moment
 * @returns {Due | null}
 */
export function dueAt({ hours, days, months = 0 }, start) {
  if (!isMoment(start)) return null;
  const from = new Date(start);
  if (hours) return { at: momentOf(new Date(from.getTime() + hours * HOUR_MS)), day: "" };
  if (!days && !months) return null;
  const month = from.getMonth() + months;
  // The month may lack that day: then its last one counts. Day 0 is the last of the month before.
  const lastOfMonth = new Date(from.getFullYear(), month + 1, 0).getDate();
  const date = Math.min(from.getDate(), lastOfMonth);
  const last = new Date(from.getFullYear(), month, date + days);
  const after = new Date(last.getFullYear(), last.getMonth(), last.getDate() + 1);
  return { at: momentOf(after), day: dayOf(last) };
}

/**
 * How a report stands by its law.
 * @param {Entry} report an entry of this kind
 * @param {Law | undefined} law the one that it names, if it names one
 * @param {Date} now
 * @returns {Deadline}
 */
export function deadlineOf({ fields }, law, now) {
  if (!law || (!law.hours && !law.days && !law.months)) return { state: "none", due: null, next: "" };
  const start = fields.starts || (law.starts === "request" ? fields.sent : "");
  const due = dueAt(law, start);
  if (fields.state === "answered" || fields.state === "done") return { state: "closed", due, next: "" };
  if (fields.state === "refused") return { state: "closed", due, next: "complain" };
  if (!due) return { state: "not-started", due, next: "start" };
  const end = new Date(due.at);
  if (now >= end) return { state: "passed", due, next: "complain" };
  const endsToday = due.day ? due.day === dayOf(now) : dayOf(end) === dayOf(now);
  return endsToday ? { state: "due", due, next: "look" } : { state: "running", due, next: "wait" };
}

/**
 * How a reminder stands. @param {Entry} reminder @param {Date} now @returns {"to-come" | "today" | "passed" |
 * "done"}
 */
export function reminderState({ fields: { day, isDone } }, now) {
  if (isDone) return "done";
  const today = dayOf(now);
  if (day === today) return "today";
  return day < today ? "passed" : "to-come";
}

/**
 * A day so many days or months after another, for 'look again' reminders; at the end of a month the last day.
 * @param {string} day
 * @param {{days?: number, months?: number}} step
 * @returns {string}
 */
export function dayAfter(day, { days = 0, months = 0 }) {
  const [year, month, date] = day.split("-").map(Number);
  const lastOfMonth = new Date(year, month + months, 0).getDate();
  return dayOf(new Date(year, month - 1 + months, Math.min(date, lastOfMonth) + days));
}
