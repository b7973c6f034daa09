/**
 * The place nearest to a position, from the small table of places by GeoNames that ships with the project. It
 * computes in whole numbers, on a map that is flat around each place, and knows no borders.
 */

import { DECIMALS, LATITUDE_LIMIT, LONGITUDE_LIMIT, parseNumber } from "./metadata/position.js";

export const NEAR_KM = 20;
export const FAR_KM = 200;
const DEGREE = 10 ** DECIMALS;
const HUNDREDTH = DEGREE / 100;
const DEGREE_METRES = 111_195;
const FAR = Math.floor((FAR_KM * 1_000 * DEGREE) / DEGREE_METRES);
// The cosine of each whole degree, in ten-thousandths.
const COSINES = [
  10000, 9998, 9994, 9986, 9976, 9962, 9945, 9925, 9903, 9877, 9848, 9816, 9781, 9744, 9703, 9659, 9613,
  9563, 9511, 9455, 9397, 9336, 9272, 9205, 9135, 9063, 8988, 8910, 8829, 8746, 8660, 8572, 8480, 8387,
  8290, 8192, 8090, 7986, 7880, 7771, 7660, 7547, 7431, 7314, 7193, 7071, 6947, 6820, 6691, 6561, 6428,
  6293, 6157, 6018, 5878, 5736, 5592, 5446, 5299, 5150, 5000, 4848, 4695, 4540, 4384, 4226, 4067, 3907,
  3746, 3584, 3420, 3256, 3090, 2924, 2756, 2588, 2419, 2250, 2079, 1908, 1736, 1564, 1392, 1219, 1045,
  872, 698, 523, 349, 175, 0,
];

/**
 * @import { Finding } from "./findings.js"
 * @import { Gazetteer, Town } from "./gazetteer.js"
 */

/**
 * The nearest place and the way to it in metres, null when there is none within 200 km.
 * @param {Gazetteer} gazetteer
 * @param {number} latitude in hundred-thousandths of a degree
 * @param {number} longitude likewise
 * @returns {{town: Town, metres: number} | null}
 */
export function nearest(gazetteer, latitude, longitude) {
  const { towns } = gazetteer;
  const middle = firstFrom(towns, Math.floor(latitude / HUNDREDTH));
  const narrowest = cosine(Math.abs(latitude) + FAR);
  let best = null;
  let bestSquare = FAR * FAR + 1;
  // Outwards from the latitude; of two places that are as near as each other the first one counts.
  for (const step of [-1, 1]) {
    for (let number = step < 0 ? middle - 1 : middle; number >= 0 && number < towns.length; number += step) {
      const town = towns[number];
      const up = Math.abs(town.latitude * HUNDREDTH - latitude);
      const across = shorter(town.longitude * HUNDREDTH - longitude);
      if (up * up > bestSquare) break;
      // Most are too far east or west, which is soon seen.
      if (Math.floor((across * narrowest) / 10_000) > root(bestSquare)) continue;
      // At the latitude half way.
      const half = Math.floor((town.latitude * HUNDREDTH + latitude) / 2);
      const narrowed = Math.floor((across * cosine(half)) / 10_000);
      const square = up * up + narrowed * narrowed;
      if (square < bestSquare || (square === bestSquare && step < 0)) [best, bestSquare] = [town, square];
    }
  }
  return best && { town: best, metres: Math.floor((root(bestSquare) * DEGREE_METRES) / DEGREE) };
}

/**
 * The first place that is not south of a latitude, in hundredths.
 * @param {Town[]} towns @param {number} latitude
 */
function firstFrom(towns, latitude) {
  let [low, high] = [0, towns.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (towns[middle].latitude < latitude) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The shorter way round the Earth. @param {number} across */
function shorter(across) {
  const turn = 2 * LONGITUDE_LIMIT * DEGREE;
  const way = Math.abs(across) % turn;
  return Math.min(way, turn - way);
}

/** Exact below 2^53. @param {number} square */
function root(square) {
  return Math.floor(Math.sqrt(square));
}

/** In ten-thousandths, on a straight line between whole degrees. @param {number} latitude */
function cosine(latitude) {
  const bounded = Math.min(Math.abs(latitude), LATITUDE_LIMIT * DEGREE);
  const degree = Math.floor(bounded / DEGREE);
  const slope = COSINES[degree] - COSINES[Math.min(degree + 1, 90)];
  return COSINES[degree] - Math.floor((slope * (bounded % DEGREE)) / DEGREE);
}

/**
 * The same findings; those with a position get `near`, a place, and `km` when it is not close by.
 * @param {Finding[]} findings @param {Gazetteer} gazetteer
 * @returns {Finding[]}
 */
export function namePlaces(findings, gazetteer) {
  return findings.map((finding) => (finding.code === "location" ? named(finding, gazetteer) : finding));
}

/** @param {Finding} finding @param {Gazetteer} gazetteer @returns {Finding} */
function named(finding, gazetteer) {
  const values = new Map(finding.values);
  const latitude = hundredThousandths(values.get("lat") ?? "");
  const longitude = hundredThousandths(values.get("lon") ?? "");
  if (latitude === null || longitude === null || Math.abs(latitude) > LATITUDE_LIMIT * DEGREE) return finding;
  const found = nearest(gazetteer, latitude, longitude);
  if (!found) return finding;
  /** @type {[string, string][]} */
  const near = [["near", gazetteer.label(found.town)]];
  const tens = Math.floor((found.metres + 5_000) / 10_000);
  if (found.metres >= NEAR_KM * 1_000) near.push(["km", String(tens * 10)]);
  return { ...finding, values: [...finding.values, ...near] };
}

/** Null for what is no number. @param {string} text */
function hundredThousandths(text) {
  const number = parseNumber(text);
  if (!number) return null;
  const scaled = number.top * BigInt(DEGREE);
  // Rounded down, also below 0.
  const rest = ((scaled % number.bottom) + number.bottom) % number.bottom;
  return Number((scaled - rest) / number.bottom);
}
