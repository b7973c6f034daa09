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

/** Places sorted by latitude, as rows that are read only when they are looked at, and names of countries. */
export class Gazetteer {
  /** @param {string[]} rows @param {string[]} countries */
  constructor(rows = [], countries = []) {
    this.rows = rows;
    this.countries = new Map(countries.map((row) => row.split("\t")));
  }

  /** Name and country, as in "Paris, France". */
  label(town) {
    const country = this.countries.get(town.country);
    return country ? `${town.name}, ${country}` : town.name;
  }
}

/** The place of one row, in hundredths of a degree. */
export function readTown(row) {
  const [latitude, longitude, country, name] = row.split("\t");
  return { latitude: Number(latitude), longitude: Number(longitude), country, name };
}

/** The table from the text of its file. @param {string} text */
export function readTable(text) {
  const rows = text.replace(/\n+$/, "").split("\n");
  // Notes and countries, of two columns, come before the places, of four.
  const found = rows.findIndex((row) => row.split("\t").length === 4);
  const first = found < 0 ? rows.length : found;
  return new Gazetteer(rows.slice(first), rows.slice(0, first).filter((row) => !row.startsWith("#")));
}

/**
 * The nearest place and the way to it in metres, null when there is none within 200 km.
 * @param {Gazetteer} gazetteer @param {number} latitude in hundred-thousandths of a degree, as the longitude
 */
export function nearest(gazetteer, latitude, longitude) {
  const { rows } = gazetteer;
  const middle = firstFrom(rows, Math.floor(latitude / HUNDREDTH));
  const narrowest = cosine(Math.abs(latitude) + FAR);
  let best = null;
  let bestSquare = FAR * FAR + 1;
  // Outwards from the latitude; of two places that are as near as each other the first one counts.
  for (const step of [-1, 1]) {
    for (let number = step < 0 ? middle - 1 : middle; number >= 0 && number < rows.length; number += step) {
      const town = readTown(rows[number]);
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

/** The first row that is not south of a latitude. */
function firstFrom(rows, latitude) {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (readTown(rows[middle]).latitude < latitude) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The shorter way round the Earth. */
function shorter(across) {
  const turn = 2 * LONGITUDE_LIMIT * DEGREE;
  const way = Math.abs(across) % turn;
  return Math.min(way, turn - way);
}

// Exact below 2^53.
function root(square) {
  return Math.floor(Math.sqrt(square));
}

/** In ten-thousandths, on a straight line between whole degrees. */
function cosine(latitude) {
  const bounded = Math.min(Math.abs(latitude), LATITUDE_LIMIT * DEGREE);
  const degree = Math.floor(bounded / DEGREE);
  const slope = COSINES[degree] - COSINES[Math.min(degree + 1, 90)];
  return COSINES[degree] - Math.floor((slope * (bounded % DEGREE)) / DEGREE);
}

/** The same findings; those with a position get `near`, a place, and `km` when it is not close by. */
export function namePlaces(findings, gazetteer) {
  return findings.map((finding) => (finding.code === "location" ? named(finding, gazetteer) : finding));
}

function named(finding, gazetteer) {
  const values = new Map(finding.values);
  const latitude = hundredThousandths(values.get("lat") ?? "");
  const longitude = hundredThousandths(values.get("lon") ?? "");
  if (latitude === null || longitude === null || Math.abs(latitude) > LATITUDE_LIMIT * DEGREE) return finding;
  const found = nearest(gazetteer, latitude, longitude);
  if (!found) return finding;
  const near = [["near", gazetteer.label(found.town)]];
  const tens = Math.floor((found.metres + 5_000) / 10_000);
  if (found.metres >= NEAR_KM * 1_000) near.push(["km", String(tens * 10)]);
  return { ...finding, values: [...finding.values, ...near] };
}

function hundredThousandths(text) {
  const number = parseNumber(text);
  if (!number) return null;
  const scaled = number.top * BigInt(DEGREE);
  // Rounded down, also below 0.
  const rest = ((scaled % number.bottom) + number.bottom) % number.bottom;
  return Number((scaled - rest) / number.bottom);
}
