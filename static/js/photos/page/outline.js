/** The outline of the world as lines of degrees; `safety/web/vendored/outline.py` says how it is written. */

import { BORDERS, DIGITS, LAKES, LAND, PARTS } from "../../../vendor/world/outline.js";

const BASE = DIGITS.length / 2;
const VALUES = new Uint8Array(128);
for (const [value, digit] of [...DIGITS].entries()) VALUES[digit.charCodeAt(0)] = value;
// Points that stand and fall together.
const STRETCH = 64;

/** @typedef {import("./view.js").Point} Point */
/** @typedef {import("./view.js").Box} Box */

/** One line, which can go on beyond 180 degrees. There are many: it makes its points only when they are needed. */
export class Line {
  /** @param {number[]} parts in turn how far east and how far north, in parts of a degree */
  constructor(parts) {
    this.parts = parts;
    this.box = boxOf(parts, 0, parts.length);
    /** @type {Box[]} */
    this.stretches = [];
    for (let at = 0; at < parts.length; at += 2 * STRETCH) {
      this.stretches.push(boxOf(parts, at, Math.min(at + 2 * STRETCH, parts.length)));
    }
  }

  /**
   * Its points in degrees, so many further east. Of a stretch that is wholly on one side of a box only the ends:
   * no more can be seen of it in the box.
   * @param {number} turn
   * @param {Box} box
   */
  points(turn, { west, east, south, north }) {
    /** @type {Point[]} */
    const points = [];
    this.stretches.forEach((own, number) => {
      const isBeside = own.east + turn < west || own.west + turn > east || own.north < south || own.south > north;
      const from = number * 2 * STRETCH;
      const to = Math.min(from + 2 * STRETCH, this.parts.length) - 2;
      for (let at = from; at <= to; at += isBeside ? Math.max(to - from, 2) : 2) {
        points.push([this.parts[at] / PARTS + turn, this.parts[at + 1] / PARTS]);
      }
    });
    return points;
  }
}

/**
 * @param {number[]} parts
 * @param {number} from
 * @param {number} to
 * @returns {Box}
 */
function boxOf(parts, from, to) {
  let [west, east, south, north] = [parts[from], parts[from], parts[from + 1], parts[from + 1]];
  for (let at = from + 2; at < to; at += 2) {
    if (parts[at] < west) west = parts[at];
    else if (parts[at] > east) east = parts[at];
    if (parts[at + 1] < south) south = parts[at + 1];
    else if (parts[at + 1] > north) north = parts[at + 1];
  }
  return { west: west / PARTS, east: east / PARTS, south: south / PARTS, north: north / PARTS };
}

/**
 * All lines, one after the other, each with what it is of: rings of land and of lakes, whose last point leads to
 * the first, and lines of borders between countries.
 * @returns {Generator<["land" | "lakes" | "borders", Line]>}
 */
export function* linesOfOutline() {
  for (const line of linesOf(LAND)) yield ["land", line];
  for (const line of linesOf(LAKES)) yield ["lakes", line];
  for (const line of linesOf(BORDERS)) yield ["borders", line];
}

/**
 * @param {string} text
 * @returns {Generator<Line>}
 */
function* linesOf(text) {
  let start = [0, 0];
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf(" ", from);
    const to = end < 0 ? text.length : end;
    const parts = partsOf(text, from, to, start);
    yield new Line(parts);
    start = parts;
    from = to + 1;
  }
}

/**
 * The points of one line, in parts of a degree.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {number[]} start the first point counts from the first of the line before
 */
function partsOf(text, from, to, start) {
  /** @type {number[]} */
  const parts = [];
  let value = 0;
  let weight = 1;
  for (let at = from; at < to; at += 1) {
    const digit = VALUES[text.charCodeAt(at)];
    value += (digit % BASE) * weight;
    weight *= BASE;
    if (digit >= BASE) continue;
    const count = parts.length;
    const step = value % 2 ? (1 - value) / 2 : value / 2;
    parts.push((count < 2 ? start[count] : parts[count - 2]) + step);
    value = 0;
    weight = 1;
  }
  return parts;
}
