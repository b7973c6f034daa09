/** How large the new picture becomes. */

/** @typedef {import("./boxes.js").Size} Size */

/**
 * How many pixels are tried, in turn: what the memory of a phone holds, what Safari on an iPhone can draw, and
 * less. Source: WebKit's warning "Canvas area exceeds the maximum limit (width * height > 16777216)", checked
 * 2026-11-23.
 */
export const MOST_PIXELS = [50_000_000, 16_777_216, 8_000_000, 4_000_000];

/**
 * The size with at most this longest side, in whole pixels; never larger.
 * @param {Size} size
 * @param {number} longest
 * @returns {Size}
 */
export function fitted(size, longest) {
  return reduced(size, longest / Math.max(size.width, size.height));
}

/**
 * The size with at most this many pixels; never larger.
 * @param {Size} size
 * @param {number} pixels
 * @returns {Size}
 */
export function limited(size, pixels) {
  return reduced(size, Math.sqrt(pixels / (size.width * size.height)));
}

/**
 * @param {Size} size
 * @param {number} factor
 */
function reduced({ width, height }, factor) {
  if (factor >= 1) return { width, height };
  return { width: Math.max(1, Math.floor(width * factor)), height: Math.max(1, Math.floor(height * factor)) };
}
