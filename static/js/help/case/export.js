/**
 * The case for other programs: a table (`.csv`) and a calendar (`.ics`). The sealed file is `Session.exported`.
 *
 * Both can be read by anybody who has them. The calendar says when and nothing else: no address, no name, no
 * topic. Source: RFC 4180, RFC 5545; OWASP CSV Injection, checked 2026-11-23.
 */

import { deadlineOf } from "./deadlines.js";
import { KINDS } from "./fields.js";

/** @typedef {import("./record.js").Case} Case */
/** @typedef {import("./deadlines.js").Law} Law */
/** Words for a code, such as the head of a column. @typedef {(code: string) => string} Say */

const LINE_END = "\r\n";
const BYTE_ORDER_MARK = "\ufeff";
// What a spreadsheet takes for a formula, also in full width.
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20|%]/;
const LINE_OCTETS = 75;
const HOUR_OF_DAY = 10;
const OWN_COLUMNS = ["kind", "made", "changed"];

/**
 * All entries and the diary as a table, for spreadsheets: each kind with its fields in columns of their own names.
 * @param {Case} record
 * @param {Say} say words for the codes of kinds and columns
 * @returns {Blob}
 */
export function table(record, say) {
  const columns = [...new Set(Object.values(KINDS).flatMap((fields) => Object.keys(fields)))];
  const diary = ["text", "corrects", "previous", "hash"];
  const links = new Map(record.entries.map(({ id, fields }) => [id, fields.address]));
  const rows = record.entries.map(({ kind, made, changed, fields }) => [
    say(kind), made, changed, ...columns.map((name) => cellOf(fields[name], links)), ...diary.map(() => ""),
  ]);
  const notes = record.diary.map(({ at, text, corrects, previous, hash, what }) => [
    say(what), at, at, ...columns.map(() => ""), text, corrects, previous.join(" "), hash,
  ]);
  const head = [...OWN_COLUMNS, ...columns, ...diary].map(say);
  const lines = [head, ...rows, ...notes].map((cells) => cells.map(quoted).join(",") + LINE_END);
  return new Blob([BYTE_ORDER_MARK, ...lines], { type: "text/csv;charset=utf-8" });
}

/** @param {unknown} value @param {Map<string, string>} links */
function cellOf(value, links) {
  if (Array.isArray(value)) return value.map((id) => links.get(id) ?? "").filter(Boolean).join("\n");
  return value === undefined ? "" : String(value);
}

/** In quotes, and never a formula. @param {string} cell */
const quoted = (cell) => `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;

/**
 * The days to look again, and the moments when answers are due, as a calendar with an alarm each.
 * @param {Case} record
 * @param {Law[]} laws
 * @param {string} title of every event: a word that tells nothing
 * @param {Date} now nothing before it is told
 * @returns {Blob | null} null when there is nothing to come
 */
export function calendar(record, laws, title, now) {
  const events = [...reminderMoments(record), ...deadlineMoments(record, laws, now)].filter(({ at }) => at > now);
  if (!events.length) return null;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Notes//Notes//EN",
    ...events.sort((a, b) => Number(a.at) - Number(b.at)).flatMap((event) => eventLines(event, title, now)),
    "END:VCALENDAR",
  ];
  return new Blob(lines.map((line) => folded(line) + LINE_END), { type: "text/calendar;charset=utf-8" });
}

/** @param {Case} record @returns {{id: string, at: Date}[]} in the middle of the morning on this device */
function reminderMoments({ entries }) {
  const open = entries.filter(({ kind, fields }) => kind === "reminder" && !fields.isDone);
  return open.map(({ id, fields }) => {
    const [year, month, day] = fields.day.split("-").map(Number);
    return { id, at: new Date(year, month - 1, day, HOUR_OF_DAY) };
  });
}

/** @param {Case} record @param {Law[]} laws @param {Date} now */
function deadlineMoments({ entries }, laws, now) {
  const reports = entries.filter(({ kind }) => kind === "report");
  return reports.flatMap((report) => {
    const { state, due } = deadlineOf(report, laws.find(({ id }) => id === report.fields.law), now);
    return due && (state === "running" || state === "due") ? [{ id: report.id, at: new Date(due.at) }] : [];
  });
}

/** @param {{id: string, at: Date}} event @param {string} title @param {Date} now */
function eventLines({ id, at }, title, now) {
  const text = title.replace(/[\\;,]/g, "\\$&").replace(/\s+/g, " ");
  return [
    "BEGIN:VEVENT", `UID:${id}`, `DTSTAMP:${stamp(now)}`, `DTSTART:${stamp(at)}`, "DURATION:PT15M",
    `SUMMARY:${text}`, "CLASS:PRIVATE", "TRANSP:TRANSPARENT",
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${text}`, "TRIGGER:PT0M", "END:VALARM", "END:VEVENT",
  ];
}

/** @param {Date} date */
const stamp = (date) => `${date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** A line in pieces of at most 75 octets, no letter cut. @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  let [text, octets] = ["", 0];
  for (const letter of line) {
    const more = encoder.encode(letter).length;
    if (octets + more > LINE_OCTETS) {
      text += `${LINE_END} `;
      octets = 1;
    }
    text += letter;
    octets += more;
  }
  return text;
}
