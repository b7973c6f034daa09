/** Coasts, lakes and borders around a position, as paths of SVG. */

import { linesOfOutline } from "./outline.js";
import { curve, cut, pieces } from "./paths.js";

const TURN = 360;
const SLICE_MILLISECONDS = 10;

/** @typedef {import("./view.js").Point} Point */
/** @typedef {import("./view.js").Box} Box */
/** @typedef {import("./view.js").View} View */
/** @typedef {import("./outline.js").Line} Line */
/** @typedef {{land: Line[], lakes: Line[], borders: Line[]}} Outline */

/** @type {Outline | undefined} */
let outline;

/**
 * Reads the outline little by little, so that the first map is drawn at once and the page answers meanwhile.
 * @returns {Promise<void>}
 */
export async function readShapes() {
  /** @type {Outline} */
  const read = { land: [], lakes: [], borders: [] };
  let since = performance.now();
  for (const [name, line] of linesOfOutline()) {
    read[name].push(line);
    if (performance.now() - since < SLICE_MILLISECONDS) continue;
    await new Promise((done) => setTimeout(done));
    since = performance.now();
  }
  outline = read;
}

/**
 * The outline; all of it is read now when it was not read before.
 * @returns {Outline}
 */
function wholeOutline() {
  if (!outline) {
    outline = { land: [], lakes: [], borders: [] };
    for (const [name, line] of linesOfOutline()) outline[name].push(line);
  }
  return outline;
}

/**
 * What is in a view.
 * @param {View} view
 * @returns {{land: string, coasts: string, lakes: string, shores: string, borders: string}} paths of SVG
 */
export function shapesIn(view) {
  const whole = wholeOutline();
  const [land, lakes, borders] = [whole.land, whole.lakes, whole.borders].map((lines) => near(lines, view.box));
  return {
    land: land.map((ring) => area(ring, view)).join(""),
    coasts: land.map((ring) => edge(ring, view)).join(""),
    lakes: lakes.map((ring) => area(ring, view)).join(""),
    shores: lakes.map((ring) => edge(ring, view)).join(""),
    borders: borders.map((line) => pieces(line, view.box).map((piece) => curve(piece, view)).join("")).join(""),
  };
}

/**
 * The lines that come into a box, as often as they do when one goes round the Earth.
 * @param {Line[]} lines
 * @param {Box} box
 * @returns {Point[][]}
 */
function near(lines, box) {
  return lines.flatMap((one) => {
    const { west, east, south, north } = one.box;
    if (south > box.north || north < box.south) return [];
    const turns = [-TURN, 0, TURN].filter((turn) => west + turn <= box.east && east + turn >= box.west);
    return turns.map((turn) => one.points(turn, box));
  });
}

/**
 * The point that ends a ring: its first, a whole turn away when it goes around a pole.
 * @param {Point[]} points
 * @returns {Point}
 */
function closing(points) {
  const [[first, north], [last]] = [points[0], points[points.length - 1]];
  return [first + TURN * Math.round((last - first) / TURN), north];
}

/**
 * A ring to be filled, cut at the box: what is far outside cannot be placed.
 * @param {Point[]} points
 * @param {View} view
 */
function area(points, view) {
  const end = closing(points);
  const pole = Math.sign(points[0][1]) * 90;
  /** @type {Point[]} */
  const around = end[0] === points[0][0] ? [] : [end, [end[0], pole], [points[0][0], pole]];
  const { west, east, south, north } = view.box;
  let ring = [...points, ...around];
  for (const [axis, limit, sign] of [[0, west, 1], [0, east, -1], [1, south, 1], [1, north, -1]]) {
    ring = cut(ring, axis, limit, sign);
  }
  return ring.length ? curve([...ring, ring[0], ring[1]], view, true) : "";
}

/**
 * The line around a ring, where it comes into the box.
 * @param {Point[]} points
 * @param {View} view
 */
function edge(points, view) {
  const turn = closing(points)[0] - points[0][0];
  const again = points.slice(0, 2).map(([east, north]) => /** @type {Point} */ ([east + turn, north]));
  const ring = [...points, ...again];
  return pieces(ring, view.box).map((piece) => curve(piece, view, piece.length === ring.length)).join("");
}
