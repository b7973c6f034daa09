/**
 * The last look at the new picture: it is decoded again, and has to show what was drawn. A browser that could not
 * draw says nothing of it; some give an empty picture.
 */

import { decode, empty, forget, newCanvas } from "./pixels.js";
import { scaled } from "./boxes.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./boxes.js").Size} Size */
/** @typedef {import("./pixels.js").Decoded} Decoded */
/** @typedef {import("./pixels.js").Painted} Painted */

// Browsers that change single pixels change them by less than this.
const BLACK = 16;
const TILE = 256;
// A cell is so large that the coding of single pixels does not count.
const CELL_PIXELS = 16, MOST_CELLS = 32;
// How much the parts of two pictures may differ: each, and on average.
const CELL_CHANGE = 72, MEAN_CHANGE = 16;
const BUSY_MS = 16;

/** Lets the page do what waits. @returns {Promise<void>} */
const pause = () => new Promise((done) => setTimeout(done));

/**
 * Whether the boxes are black to their last pixel, and the file made of the canvas shows the same as the canvas,
 * and beside the boxes the same as the original. The boxes are looked at before the coding: in a JPEG the colours
 * beside a box spread into its edge.
 * @param {Blob} file
 * @param {Painted} painted
 * @param {Decoded} original
 * @returns {Promise<boolean>}
 */
export async function isAsPainted(file, { canvas, boxes, crop }, original) {
  const made = await decode(file);
  try {
    const { width, height } = canvas;
    if (made.size.width !== width || made.size.height !== height) return false;
    const all = { left: 0, top: 0, width, height };
    const grid = gridOf(all);
    const before = await small(original.pixels, crop, grid);
    const drawn = await small(canvas, all, grid);
    const after = await small(made.pixels, all, grid);
    const isSame = areAlike(after, drawn, () => true) && areAlike(after, before, besideAll(boxes, all, grid));
    return isSame && (await areBlack(canvas, boxes));
  } finally {
    forget(made);
  }
}

/**
 * @param {HTMLCanvasElement} painted
 * @param {Box[]} boxes
 */
async function areBlack(painted, boxes) {
  const { canvas, brush } = newCanvas({ width: TILE, height: TILE }, { willReadFrequently: true });
  let begun = performance.now();
  for (const { left, top, width, height } of boxes.flatMap(tilesOf)) {
    brush.drawImage(painted, left, top, width, height, 0, 0, width, height);
    if (!isBlack(brush.getImageData(0, 0, width, height).data)) return false;
    if (performance.now() - begun < BUSY_MS) continue;
    await pause();
    begun = performance.now();
  }
  empty(canvas);
  return true;
}

/** @param {Uint8ClampedArray} pixels */
function isBlack(pixels) {
  return pixels.every((value, at) => (at % 4 === 3 ? value === 255 : value <= BLACK));
}

/** A box in pieces. @param {Box} box @returns {Box[]} */
function tilesOf({ left, top, width, height }) {
  const tiles = [];
  for (let down = 0; down < height; down += TILE) {
    for (let across = 0; across < width; across += TILE) {
      const size = { width: Math.min(TILE, width - across), height: Math.min(TILE, height - down) };
      tiles.push({ left: left + across, top: top + down, ...size });
    }
  }
  return tiles;
}

/** How many cells a picture is compared by. @param {Size} size @returns {Size} */
function gridOf({ width, height }) {
  /** @param {number} side */
  const cells = (side) => Math.max(1, Math.min(MOST_CELLS, Math.floor(side / CELL_PIXELS)));
  return { width: cells(width), height: cells(height) };
}

/**
 * A part of a picture as a few cells on white paper.
 * @param {CanvasImageSource} pixels
 * @param {Box} part
 * @param {Size} grid
 */
async function small(pixels, { left, top, width, height }, grid) {
  await pause();
  const { canvas, brush } = newCanvas(grid, { willReadFrequently: true });
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, grid.width, grid.height);
  brush.drawImage(pixels, left, top, width, height, 0, 0, grid.width, grid.height);
  const { data } = brush.getImageData(0, 0, grid.width, grid.height);
  empty(canvas);
  return data;
}

/**
 * Which cells no box touches.
 * @param {Box[]} boxes
 * @param {Size} size
 * @param {Size} grid
 * @returns {(cell: number) => boolean}
 */
function besideAll(boxes, size, grid) {
  const covered = boxes.map((box) => scaled(box, size, grid, 1));
  return (cell) => {
    const x = cell % grid.width, y = Math.floor(cell / grid.width);
    /** @param {Box} box */
    const holds = ({ left, top, width, height }) => x >= left && x < left + width && y >= top && y < top + height;
    return !covered.some(holds);
  };
}

/**
 * @param {Uint8ClampedArray} one
 * @param {Uint8ClampedArray} other
 * @param {(cell: number) => boolean} isCompared
 */
function areAlike(one, other, isCompared) {
  const cells = [...Array(one.length / 4).keys()].filter(isCompared);
  const changeAt = (/** @type {number} */ at) => Math.abs(one[at] - other[at]);
  const changes = cells.map((cell) => Math.max(...[0, 1, 2].map((colour) => changeAt(4 * cell + colour))));
  const sum = changes.reduce((total, change) => total + change, 0);
  return changes.every((change) => change <= CELL_CHANGE) && sum <= MEAN_CHANGE * changes.length;
}
