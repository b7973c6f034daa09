/**
 * Positions on the Earth as text with five decimals, about one metre, computed in whole numbers. A fraction
 * is `{top, bottom}`, two BigInts, the second above 0.
 */

import { strip } from "../findings.js";

/** @typedef {{top: bigint, bottom: bigint}} Fraction */

export const DECIMALS = 5;
export const LATITUDE_LIMIT = 90;
export const LONGITUDE_LIMIT = 180;
const SCALE = 10n ** BigInt(DECIMALS);
const DIGITS_MAX = 24;

/** A fraction from whole numbers. @param {number} top @param {number} [bottom] @returns {Fraction} */
export function fraction(top, bottom = 1) {
  return { top: BigInt(top), bottom: BigInt(bottom) };
}

/** The sum of two fractions. @param {Fraction} one @param {Fraction} other @returns {Fraction} */
export function plus(one, other) {
  return { top: one.top * other.bottom + other.top * one.bottom, bottom: one.bottom * other.bottom };
}

/**
 * True when a fraction is not further from 0 than `limit`.
 * @param {Fraction} value @param {number} limit
 * @returns {boolean}
 */
export function isWithin(value, limit) {
  return magnitude(value.top) <= BigInt(limit) * value.bottom;
}

/** @param {bigint} number */
function magnitude(number) {
  return number < 0n ? -number : number;
}

/**
 * Degrees, minutes and seconds as one signed number; empty when outside `limit` degrees.
 * @param {Fraction[]} parts @param {boolean} negative @param {number} limit
 * @returns {string}
 */
export function degreesText(parts, negative, limit) {
  let total = fraction(0);
  let share = 1n;
  for (const { top, bottom } of parts.slice(0, 3)) {
    total = plus(total, { top, bottom: bottom * share });
    share *= 60n;
  }
  if (!parts.length || !isWithin(total, limit)) return "";
  return decimalText(negative ? { top: -total.top, bottom: total.bottom } : total);
}

/** The number with five decimals, rounded half away from zero. @param {Fraction} number @returns {string} */
export function decimalText({ top, bottom }) {
  const scaled = (2n * magnitude(top) * SCALE + bottom) / (2n * bottom);
  const sign = top < 0n && scaled ? "-" : "";
  return `${sign}${scaled / SCALE}.${String(scaled % SCALE).padStart(DECIMALS, "0")}`;
}

/**
 * A plain decimal such as "-12.5" as an exact fraction, or null.
 * @param {string} text
 * @returns {Fraction | null}
 */
export function parseNumber(text) {
  const plain = strip(text);
  const [, whole, rest = ""] = /^[+-]*([^.]*)(?:\.(.*))?$/s.exec(plain) ?? [];
  const digits = whole + rest;
  if (!/^[0-9]+$/.test(digits) || digits.length > DIGITS_MAX) return null;
  const top = BigInt(digits);
  return { top: plain.startsWith("-") ? -top : top, bottom: 10n ** BigInt(rest.length) };
}
