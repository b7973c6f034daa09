/**
 * Moments and days as the case file keeps them: a moment is UTC to the second (`2026-11-23T09:30:00Z`), a day is a
 * day of the calendar (`2026-11-23`). And marks, which every change gets.
 */

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MARK = /^[0-9a-f]{16}$/;
const MARK_BYTES = 8;

/**
 * What a change gets: a number that nothing else has, the moment by the clock of this device, and the how-manieth
 * change it is of this sitting. @typedef {{id: string, at: string, by: string, count: number}} Mark */

let sitting = randomId();
let count = 0;

/** @returns {Mark} */
export function newMark() {
  return { id: randomId(), at: momentOf(new Date()), by: sitting, count: ++count };
}

/** Changes from now on are those of another sitting: it may not know of all that were made before. */
export function beginSitting() {
  sitting = randomId();
}

/** @returns {string} */
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(MARK_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Date} date @returns {string} */
export const momentOf = (date) => `${date.toISOString().slice(0, 19)}Z`;

/**
 * The moment that a field `datetime-local` holds (`2026-11-23T09:30`), by the clock of this device; '' for none.
 * @param {string} typed
 * @returns {string}
 */
export function momentTyped(typed) {
  const date = new Date(typed);
  return typed && !Number.isNaN(date.getTime()) ? momentOf(date) : "";
}

/**
 * A moment as a field `datetime-local` takes it; '' stays ''.
 * @param {string} moment
 * @returns {string}
 */
export function typedMoment(moment) {
  if (!isMoment(moment)) return "";
  const date = new Date(moment);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${dayOf(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The day of the calendar on this device. @param {Date} date @returns {string} */
export function dayOf(date) {
  const year = String(date.getFullYear()).padStart(4, "0");
  return [year, date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** @param {unknown} value @returns {value is string} */
export function isMoment(value) {
  return typeof value === "string" && MOMENT.test(value) && isReal(value, value);
}

/** @param {unknown} value @returns {value is string} */
export function isDay(value) {
  return typeof value === "string" && DAY.test(value) && isReal(`${value}T00:00:00Z`, `${value}T00:00:00Z`);
}

/** @param {unknown} value @returns {value is string} */
export const isMarkId = (value) => typeof value === "string" && MARK.test(value);

/** Whether there is such a moment: there is no 30 February. @param {string} text @param {string} same */
function isReal(text, same) {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && momentOf(date) === same && date.getUTCFullYear() >= 1900;
}
