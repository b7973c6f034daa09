/** Times as people say them: one number with two digits that count, and its unit. The twin of `told` in
 * `safety/passwords/race.py`.
 */

const MINUTE = 60, HOUR = 3_600, DAY = 86_400, YEAR = 365.25 * DAY;
const BILLION_YEARS = 1e9 * YEAR;
const DIGITS_TOLD = 2;
/** @type {[limit: number, size: number, unit: string][]} */
const UNITS = [[MINUTE, 1, "second"], [HOUR, MINUTE, "minute"], [DAY, HOUR, "hour"], [YEAR, DAY, "day"]];

/**
 * A time in the language of the page.
 * @param {number} seconds
 * @param {string} language
 * @param {{instant: string, ages: string}} without a number: less than a second, and more than a billion years
 * @returns {string}
 */
export function sayTime(seconds, language, { instant, ages }) {
  if (seconds < 1) return instant;
  if (seconds >= BILLION_YEARS) return ages;
  // "60 seconds" would be a minute.
  const fits = UNITS.find(([limit, size]) => rounded(seconds / size) * size < limit);
  const [, size, unit] = fits ?? [0, YEAR, "year"];
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(rounded(seconds / size));
}

/**
 * A number with all but its first two digits made zero.
 * @param {number} number
 * @returns {number}
 */
export function rounded(number) {
  if (number < 10 ** DIGITS_TOLD) return Math.round(number);
  const step = 10 ** (Math.floor(Math.log10(number)) + 1 - DIGITS_TOLD);
  return Math.round(number / step) * step;
}
