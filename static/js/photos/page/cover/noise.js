/**
 * Whether the browser gives back the pixels that were drawn. Some change them, so that nobody can be recognised by
 * how their browser draws: a little (Brave, private windows of Firefox and Safari), or wholly (Tor, or Firefox
 * when told to resist). The change comes after the drawing, so it can show nothing of what is under a box.
 */

import { decode, empty, encode, forget, newCanvas } from "./pixels.js";

/** @typedef {"exact" | "slight" | "wrong"} Trust */

const SIDE = 64;
// Changes of one pixel that nobody sees.
const SLIGHT = 16;
// A generator of numbers that only have to differ from pixel to pixel.
const FACTOR = 1664525, ADDEND = 1013904223, MODULUS = 2 ** 32;

/** Draws a known pattern, reads it in every way that is used here, and compares. @returns {Promise<Trust>} */
export async function trustOfCanvas() {
  const wanted = pattern();
  try {
    const { canvas, brush } = newCanvas({ width: SIDE, height: SIDE }, { willReadFrequently: true });
    brush.putImageData(new ImageData(wanted, SIDE), 0, 0);
    const decoded = await decode(await encode(canvas, "image/png"));
    const read = [brush, drawn(decoded)].map((one) => one.getImageData(0, 0, SIDE, SIDE).data);
    forget(decoded);
    empty(canvas);
    return trustOf(Math.max(...read.map((pixels) => largestChange(pixels, wanted))));
  } catch {
    return "wrong";
  }
}

/** @param {import("./pixels.js").Decoded} decoded */
function drawn({ pixels }) {
  const { brush } = newCanvas({ width: SIDE, height: SIDE }, { willReadFrequently: true });
  brush.drawImage(pixels, 0, 0);
  return brush;
}

/** Every pixel another colour, but for a black field as a box makes it. */
function pattern() {
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 4);
  let number = 1;
  for (let at = 0; at < pixels.length; at++) {
    number = (number * FACTOR + ADDEND) % MODULUS;
    const isBlack = at < pixels.length / 4;
    pixels[at] = at % 4 === 3 ? 255 : isBlack ? 0 : number >>> 24;
  }
  return pixels;
}

/** @param {Uint8ClampedArray} one @param {Uint8ClampedArray} other */
function largestChange(one, other) {
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - other[at])), 0);
}

/** @param {number} change @returns {Trust} */
function trustOf(change) {
  if (change === 0) return "exact";
  return change <= SLIGHT ? "slight" : "wrong";
}
