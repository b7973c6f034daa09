/** Moments as people read them, from seconds and from the ways in which formats write them. */

import { strip } from "../findings.js";

const DAY_SECONDS = 24 * 60 * 60;
const ERA_DAYS = 146_097; // four hundred years
const EPOCH_DAYS = 719_468; // from 1 March of the year 0 to 1 January 1970
/** @param {number} one @param {number} other */
const quotient = (one, other) => Math.floor(one / other);
/** @param {number} number */
const padded = (number, digits = 2) => String(number).padStart(digits, "0");

/**
 * Seconds since 1970 as "2024-01-31 10:20:30 UTC". Source: the proleptic Gregorian calendar of ISO 8601.
 * @param {number} seconds
 * @returns {string}
 */
export function momentText(seconds) {
  const days = quotient(seconds, DAY_SECONDS);
  const rest = seconds - days * DAY_SECONDS;
  // Years that begin in March put the leap day last.
  const era = quotient(days + EPOCH_DAYS, ERA_DAYS);
  const dayOfEra = days + EPOCH_DAYS - era * ERA_DAYS;
  const leaps = quotient(dayOfEra, 1_460) - quotient(dayOfEra, 36_524) + quotient(dayOfEra, 146_096);
  const yearOfEra = quotient(dayOfEra - leaps, 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + quotient(yearOfEra, 4) - quotient(yearOfEra, 100));
  const shiftedMonth = quotient(5 * dayOfYear + 2, 153);
  const day = dayOfYear - quotient(153 * shiftedMonth + 2, 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = 400 * era + yearOfEra + (month <= 2 ? 1 : 0);
  const clock = `${padded(quotient(rest, 3_600))}:${padded(quotient(rest, 60) % 60)}:${padded(rest % 60)}`;
  return `${padded(year, 4)}-${padded(month)}-${padded(day)} ${clock} UTC`;
}

/**
 * EXIF's "2024:01:31 10:20:30" and ISO's with a T as "2024-01-31 10:20:30"; empty when blank or zeros.
 * @param {string} text
 * @returns {string}
 */
export function readableTime(text) {
  if (/^[ :0]*$/.test(text)) return "";
  const letters = [...text];
  if (letters[4] === ":" && letters[7] === ":") letters[4] = letters[7] = "-";
  if (letters[4] === "-" && letters[7] === "-" && letters[10] === "T") letters[10] = " ";
  return letters.join("");
}

/**
 * IPTC's "20240131" and "102030+0200" as "2024-01-31 10:20:30+0200"; empty parts are left out.
 * @param {string} date @param {string} clock
 * @returns {string}
 */
export function compactTime(date, clock) {
  const day = date.replace(/^([0-9]{4})([0-9]{2})([0-9]{2})$/, "$1-$2-$3");
  return strip(`${day} ${clock.replace(/^([0-9]{2})([0-9]{2})(?=[0-9]{2})/, "$1:$2:")}`);
}
