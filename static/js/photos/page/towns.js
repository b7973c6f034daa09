/** The towns that tell best where one is on a map, and where on it their names stand. */

import { PLACES } from "../../../vendor/geonames/places.js";
import { readTable } from "../gazetteer.js";

// In units of the map, for the largest type of `map.css`.
const LETTER = 8.8;
const LINE = 21;
const DOT = 3;
const GAP = 6;
const TOWNS_MAX = 5;
// Two towns nearer to each other than this tell no more than one.
const APART = 24;
// A town this near to the middle is where the spot is, and its name keeps clear of the spot.
const SAME = 8;
const SPOT = 18;

/** @typedef {import("../gazetteer.js").Town} Town */
/** @typedef {import("./view.js").View} View */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Room */
/** @typedef {{town: Town, point: [number, number], far: number}} Seen where one is, and how far from the middle */
/** @typedef {{name: string, point: [number, number], text: [number, number], anchor: string}} Label */

/** @type {Town[] | undefined} */
let all;

/** Reads the table of places, when it was not read before. */
export function readTowns() {
  all ??= readTable(PLACES).towns;
  return all;
}

/**
 * The names for a map: first the town where the spot is, then the larger before the smaller and the near before
 * the far. One that would cover another or a room that is taken is left out.
 * @param {View} view
 * @param {Room[]} taken
 * @returns {Label[]}
 */
export function labelsIn(view, taken) {
  const rooms = [...taken];
  /** @type {Label[]} */
  const labels = [];
  for (const seen of seenIn(view)) {
    if (labels.some(({ point }) => apart(point, seen.point) < APART)) continue;
    /** @param {Room} room */
    const isFree = (room) => view.holds(room) && !rooms.some((other) => meet(room, other));
    const found = placesFor(seen).find(({ room }) => isFree(room));
    if (!found) continue;
    rooms.push(found.room, around(seen.point, DOT, DOT));
    labels.push({ name: seen.town.name, point: seen.point, text: found.text, anchor: found.anchor });
    if (labels.length === TOWNS_MAX) break;
  }
  return labels;
}

/**
 * @param {View} view
 * @returns {Seen[]} the most telling first
 */
function seenIn(view) {
  /** @type {Seen[]} */
  const seen = [];
  for (const town of readTowns()) {
    // They are sorted by latitude.
    if (town.latitude / 100 < view.box.south) continue;
    if (town.latitude / 100 > view.box.north) break;
    const point = view.see([town.longitude / 100, town.latitude / 100]);
    if (point && view.holds(around(point, DOT, DOT))) seen.push({ town, point, far: apart(point, view.middle) });
  }
  const least = Math.min(SAME, ...seen.map(({ far }) => far));
  /** @param {Seen} one */
  const rank = (one) => (one.far === least ? Infinity : one.town.size);
  return seen.sort((one, other) => rank(other) - rank(one) || one.far - other.far);
}

/**
 * Where the name of a town could stand: to its right, left, above, below.
 * @param {Seen} seen
 */
function placesFor({ town, point: [x, y], far }) {
  const gap = far < SAME ? SPOT : GAP;
  const half = (town.name.length * LETTER) / 2;
  const up = (far < SAME ? SPOT : DOT) + LINE / 2;
  return [
    { anchor: "start", text: [x + gap, y], middle: [x + gap + half, y] },
    { anchor: "end", text: [x - gap, y], middle: [x - gap - half, y] },
    { anchor: "middle", text: [x, y - up], middle: [x, y - up] },
    { anchor: "middle", text: [x, y + up], middle: [x, y + up] },
  ].map(({ anchor, text, middle }) => ({
    anchor,
    text: /** @type {[number, number]} */ (text),
    room: around(middle, half, LINE / 2),
  }));
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function apart(one, other) {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

/**
 * @param {number[]} middle
 * @param {number} across
 * @param {number} up
 * @returns {Room}
 */
export function around([x, y], across, up) {
  return { left: x - across, top: y - up, right: x + across, bottom: y + up };
}

/**
 * @param {Room} one
 * @param {Room} other
 */
function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
