/** Pictures and videos as the browser shows them: the file itself, and what is hidden inside it. */

import { part, show, stamp } from "../../parts/stamp.js";

/** @typedef {import("../../parts/addresses.js").Addresses} Addresses */
/** @typedef {import("../findings.js").Finding} Finding */

// Shapes that differ less than this look the same; small copies are rounded to whole pixels.
const SAME_SHAPE = 0.04;

/**
 * Shows a Blob in an `<img>` or `<video>`.
 * @param {HTMLImageElement | HTMLVideoElement} element
 * @param {Blob} blob
 * @param {Addresses} addresses
 * @returns {Promise<boolean>} whether the browser can show it
 */
export function showBlob(element, blob, addresses) {
  return new Promise((done) => {
    element.addEventListener(element instanceof HTMLImageElement ? "load" : "loadedmetadata", () => done(true));
    element.addEventListener("error", () => done(false));
    element.src = addresses.of(blob);
  });
}

/**
 * The picture or video that a finding is about, as a Blob of the parts of the file that hold it.
 * @param {Finding} finding
 * @param {File} file
 * @returns {Blob | null}
 */
export function insideBlob({ embedded }, file) {
  if (!embedded) return null;
  const pieces = embedded.ranges.map(([offset, length]) => file.slice(offset, offset + length));
  return new Blob(pieces, { type: embedded.mediaType });
}

/**
 * The first small picture inside a file that a browser can show.
 * @param {Finding[]} findings
 * @param {File} file
 * @returns {Blob | null}
 */
export function smallCopy(findings, file) {
  const found = findings.find(({ embedded }) => embedded?.mediaType === "image/jpeg");
  return found ? insideBlob(found, file) : null;
}

/**
 * Puts the hidden picture or video of a finding into `place`; nothing where the browser cannot show it.
 * @param {HTMLElement} place
 * @param {Finding} finding
 * @param {File} file
 * @param {Addresses} addresses
 */
export async function showInside(place, finding, file, addresses) {
  const blob = insideBlob(finding, file);
  if (!blob) return;
  if (finding.code === "thumbnail") await showPair(place, file, blob, addresses);
  else await showAlone(place, blob, addresses);
}

/**
 * The small copy beside the picture, so that one sees what only one of them shows.
 * @param {HTMLElement} place
 * @param {File} file
 * @param {Blob} blob
 * @param {Addresses} addresses
 */
async function showPair(place, file, blob, addresses) {
  const pair = stamp("pair");
  const large = part(pair, "large");
  const small = part(pair, "small");
  place.append(pair);
  const [isLargeShown, isSmallShown] = await Promise.all([
    showBlob(large, file, addresses),
    showBlob(small, blob, addresses),
  ]);
  if (!isSmallShown) pair.remove();
  else if (!isLargeShown) large.closest("figure").remove();
  else show(pair, { "other-shape": differ(shape(large), shape(small)) });
}

/**
 * @param {HTMLElement} place
 * @param {Blob} blob
 * @param {Addresses} addresses
 */
async function showAlone(place, blob, addresses) {
  const figure = stamp(blob.type.startsWith("video/") ? "inside-film" : "inside-picture");
  const element = /** @type {HTMLImageElement | HTMLVideoElement} */ (figure.querySelector("img, video"));
  place.append(figure);
  if (!(await showBlob(element, blob, addresses))) figure.remove();
}

/** How long the picture is for its width, whichever way it is turned. @param {HTMLImageElement} image */
function shape({ naturalWidth, naturalHeight }) {
  return Math.max(naturalWidth, naturalHeight) / Math.min(naturalWidth, naturalHeight);
}

/**
 * @param {number} one
 * @param {number} other
 */
function differ(one, other) {
  return Math.abs(one / other - 1) > SAME_SHAPE;
}
