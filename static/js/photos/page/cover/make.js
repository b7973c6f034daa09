/** From a drawing to the finished file, in the largest size that this browser can make. */

import { decode, empty, encode, forget, isSeeThrough, paint } from "./pixels.js";
import { isAsPainted } from "./check.js";
import { MOST_PIXELS } from "./sizes.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */
/**
 * The new picture; `isReduced` when it had to become smaller than asked.
 * @typedef {{file: File, width: number, height: number, isReduced: boolean}} Made
 */

// Drawn, not photographed: sharp edges, few colours, or parts to see through.
const DRAWN = ["png", "gif"];

/**
 * Makes the picture, or gives null when no size came out as it was drawn.
 * @param {Blob} picture
 * @param {string} format of the original
 * @param {Drawing} drawing
 * @param {number} longest side that was asked for
 * @returns {Promise<Made | null>}
 */
export async function makePicture(picture, format, drawing, longest) {
  const original = await decode(picture);
  try {
    const type = DRAWN.includes(format) || isSeeThrough(original) ? "image/png" : "image/jpeg";
    const { width, height } = drawing.crop ?? original.size;
    // A limit above the size of the picture changes nothing, so one of them is tried.
    for (const mostPixels of MOST_PIXELS.filter((most, at) => at === 0 || most < width * height)) {
      const made = await attempt(original, drawing, { longest, mostPixels }, type);
      if (made) return made;
    }
    return null;
  } finally {
    forget(original);
  }
}

/**
 * @param {import("./pixels.js").Decoded} original
 * @param {Drawing} drawing
 * @param {{longest: number, mostPixels: number}} limits
 * @param {"image/png" | "image/jpeg"} type
 * @returns {Promise<Made | null>}
 */
async function attempt(original, drawing, limits, type) {
  try {
    const painted = paint(original, drawing, limits);
    const { canvas, isReduced } = painted;
    const { width, height } = canvas;
    const blob = await encode(canvas, type);
    const isRight = await isAsPainted(blob, painted, original);
    empty(canvas);
    // Its name says nothing, and is replaced by another when it is saved.
    const file = new File([blob], type === "image/png" ? "picture.png" : "picture.jpg", { type });
    return isRight ? { file, width, height, isReduced } : null;
  } catch {
    return null;
  }
}
