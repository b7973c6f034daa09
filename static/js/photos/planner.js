/**
 * The front door: from a source to a plan, or to the one error of the engine and no other.
 * Source: design document metadata.md, sections 1, 2 and 13.
 */

import { planIsobmff } from "./base_media/isobmff.js";
import { Stumble } from "./bytes.js";
import { CleanError, damaged } from "./errors.js";
import { planBmp } from "./formats/bmp.js";
import { planGif } from "./formats/gif.js";
import { planJpeg } from "./formats/jpeg.js";
import { planJpegXl } from "./formats/jpeg_xl.js";
import { planPng } from "./formats/png.js";
import { planTiff } from "./formats/tiff.js";
import { planWebp } from "./formats/webp.js";
import { Draft } from "./plan.js";
import { Format, VIDEOS, recognise } from "./recognise.js";

/**
 * @import { Options, Plan } from "./plan.js"
 * @import { Source } from "./source.js"
 */

/** Fills the draft; throws: CleanError. @typedef {(source: Source, draft: Draft) => void} Planner */

/** @param {string} format @returns {[string, Planner]} */
const asIsobmff = (format) => [format, planIsobmff];

/**
 * A new format is a module with a `plan…` function and one line here.
 * @type {Map<string, Planner>}
 */
export const PLANNERS = new Map([
  [Format.JPEG, planJpeg],
  [Format.PNG, planPng],
  [Format.WEBP, planWebp],
  [Format.TIFF, planTiff],
  [Format.GIF, planGif],
  [Format.BMP, planBmp],
  [Format.JPEG_XL, planJpegXl],
  ...[Format.HEIC, Format.AVIF, Format.HEIF, ...VIDEOS].map(asIsobmff),
]);

/**
 * How to clean this file, and what it gives away. Throws: CleanError.
 * @param {Source} source @param {Partial<Options>} [options] @param {Map<string, Planner>} [planners]
 * @returns {Plan}
 */
export function makePlan(source, options = {}, planners = PLANNERS) {
  try {
    const format = recognise(source);
    const planner = planners.get(format);
    if (!planner) throw new CleanError("unsupported-format", { format });
    const draft = new Draft(source, options);
    planner(source, draft);
    return draft.finish(format);
  } catch (error) {
    throw isStumble(error) ? damaged("size") : error;
  }
}

// What a parser can stumble over in a hostile file; the last is Firefox's name for a stack that is full.
// TypeErrors and the like are not among them: they would be our own faults, and a fuzzer has to see them.
/** @param {unknown} error */
function isStumble(error) {
  if (error instanceof RangeError || error instanceof Stumble) return true;
  return error instanceof Error && error.name === "InternalError";
}
