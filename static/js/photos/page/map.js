/** A small map of where a photo was taken, drawn here from the outline of the world that comes with the page. */

import { WORLD } from "../../../vendor/world/outline.js";
import { readShapes, shapesIn } from "./shapes.js";
import { around, labelsIn, readTowns } from "./towns.js";
import { View } from "./view.js";

const SVG = "http://www.w3.org/2000/svg";
// In units, and how many degrees from south to north, 500 km.
const SIZE = { width: 360, height: 180, degrees: 4.5 };
// The whole world, a unit a degree, in a corner.
const WORLD_SIZE = { width: 360, height: 180 };
const INSET = { x: 8, y: 130, width: 84, height: 42 };
const DOT = 2;
const SPOT = 6;
const HALO = 14;
// In degrees.
const INSET_SPOT = 12;

/**
 * Makes ready what maps are drawn from, little by little. A map can be had before, more slowly.
 * @returns {Promise<void>}
 */
export async function prepareMaps() {
  await readShapes();
  readTowns();
}

/**
 * The map of a position on Earth.
 * @param {{latitude: number, longitude: number}} position in degrees
 * @param {string} label what the map is called by those who hear it
 * @returns {SVGElement}
 */
export function placeMap(position, label) {
  const view = new View(position, SIZE);
  const { land, coasts, lakes, shores, borders } = shapesIn(view);
  const viewBox = `0 0 ${SIZE.width} ${SIZE.height}`;
  const map = make("svg", { class: "map", viewBox, role: "img", "aria-label": label });
  map.append(
    make("rect", { class: "map-sea", width: SIZE.width, height: SIZE.height }),
    make("path", { class: "map-land", d: land, "fill-rule": "evenodd" }),
    make("path", { class: "map-sea", d: lakes }),
    make("path", { class: "map-border", d: borders }),
    make("path", { class: "map-coast", d: coasts + shores }),
    ...names(view),
    make("circle", { class: "map-halo", cx: view.middle[0], cy: view.middle[1], r: HALO }),
    spot(view.middle, SPOT),
    inset(position),
  );
  return map;
}

/**
 * The dots and names of some towns.
 * @param {View} view
 * @returns {SVGElement[]}
 */
function names(view) {
  const { x, y, width, height } = INSET;
  const corner = { left: 0, top: y - SPOT, right: x + width + SPOT, bottom: y + 2 * height };
  const labels = labelsIn(view, [corner, around(view.middle, SPOT, SPOT)]);
  return labels.flatMap(({ name, point: [east, south], text: [left, middle], anchor }) => {
    const dot = make("circle", { class: "map-town", cx: east, cy: south, r: DOT });
    const text = make("text", { class: "map-name", x: left, y: middle, dy: ".35em", "text-anchor": anchor });
    text.textContent = name;
    return [dot, text];
  });
}

/**
 * @param {number[]} middle
 * @param {number} r
 */
function spot([cx, cy], r) {
  return make("circle", { class: "map-spot", cx, cy, r });
}

/**
 * The whole world with the spot, so that one knows where on Earth the map is.
 * @param {{latitude: number, longitude: number}} position
 */
function inset({ latitude, longitude }) {
  const box = { ...INSET, viewBox: `0 0 ${WORLD_SIZE.width} ${WORLD_SIZE.height}` };
  const world = make("svg", { class: "map-world", ...box });
  world.append(
    make("rect", { class: "map-land", ...WORLD_SIZE }),
    make("path", { class: "map-continents", d: WORLD }),
    spot([longitude + 180, 90 - latitude].map((unit, axis) => within(unit, axis ? 180 : 360)), INSET_SPOT),
  );
  const frame = make("rect", { class: "map-frame", ...INSET, rx: 3 });
  const group = make("g", {});
  group.append(world, frame);
  return group;
}

/**
 * The middle of a spot, moved so far from the edge that all of it is seen.
 * @param {number} unit
 * @param {number} length
 */
function within(unit, length) {
  return Math.min(Math.max(unit, INSET_SPOT), length - INSET_SPOT);
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @returns {SVGElement}
 */
function make(name, attributes) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
