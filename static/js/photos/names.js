/** Names of files: neutral ones for clean copies, and what a name that somebody keeps tells. */

import { EXTENSIONS, VIDEOS } from "./recognise.js";

// Safari before 16.4 knows no lookbehind, and would not even load a file that has one.
const DATE =
  /(?:^|\P{Nd})((?:19|20)\p{Nd}\p{Nd})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\p{Nd}|3[01])(?!\p{Nd})/u;
// The visitor's words for the maker of a name, by how such names begin.
/** @type {[string, RegExp][]} */
const MAKERS = [
  ["app", /^(whatsapp|signal|telegram|snapchat|fb_img|instagram|viber|wechat|line_)/iu],
  ["app", /-WA[0-9]{4}/],
  ["screenshot", /^(screenshot|screen shot|bildschirmfoto|captura|capture)/iu],
  ["camera", /^(pxl|img|dsc|dscn|dscf|dji|gopr|gx|p|mvimg|vid)[_-]?\p{Nd}{3,}/iu],
];

/**
 * "photo-1.jpg" or "video-1.mp4": says nothing, and has the ending of what the file is.
 * @param {number} number
 * @param {string} format
 * @returns {string}
 */
export function neutralName(number, format) {
  return `${VIDEOS.has(format) ? "video" : "photo"}-${number}.${EXTENSIONS[format]}`;
}

/**
 * What a file's name tells: pairs of a key of `words.NAMES` and a date or an empty text.
 * @param {string} name
 * @returns {[string, string][]}
 */
export function toldByName(name) {
  /** @type {[string, string][]} */
  const told = [];
  const date = DATE.exec(name);
  if (date) told.push(["date", date.slice(1).join("-")]);
  const maker = MAKERS.find(([, pattern]) => pattern.test(name));
  if (maker) told.push([maker[0], ""]);
  return told;
}
