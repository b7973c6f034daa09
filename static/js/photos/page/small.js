/**
 * The small pictures in a list of files. A photo of a phone takes a tenth of a second to decode, so it is done away
 * from the page's own thread, one after the other, and only for what is on the screen.
 */

import { part } from "../../parts/stamp.js";
import { smallCopy } from "./pictures.js";

/** @typedef {import("./chosen.js").Chosen} Chosen */

// Twice as wide as it is shown, for screens with fine dots.
const WIDTH = 144;

/** Where a picture is to be shown, as long as it is on the screen. @type {WeakSet<Element>} */
const wanted = new WeakSet();
/** Which file is shown there. @type {WeakMap<Element, File>} */
const drawn = new WeakMap();
/** @type {Promise<void>} */
let last = Promise.resolve();

/**
 * Tells that the line of a file came onto the screen, or left it.
 * @param {Chosen} chosen
 * @param {boolean} isOnScreen
 * @param {import("./finds.js").Desk} desk
 */
export function showSmall(chosen, isOnScreen, { words }) {
  const { element, cleaned, file } = chosen;
  if (!element || !cleaned || cleaned.refusal) return;
  const place = part(element, "small-picture");
  place.classList.toggle("is-film", cleaned.isVideo);
  if (!isOnScreen) wanted.delete(place);
  if (!isOnScreen || cleaned.isVideo || drawn.get(place) === file) return;
  wanted.add(place);
  const { type } = words.format(cleaned.format ?? "");
  last = last.then(() => draw(place, file, [file.slice(0, file.size, type), smallCopy(cleaned.findings, file)]));
}

/**
 * Shows the first of some Blobs that the browser can decode.
 * @param {HTMLElement} place
 * @param {File} file
 * @param {(Blob | null)[]} blobs
 */
async function draw(place, file, blobs) {
  // Who scrolls on does not wait for what has passed.
  if (!wanted.delete(place)) return;
  for (const blob of blobs) {
    const bitmap = blob && (await createImageBitmap(blob, { resizeWidth: WIDTH, resizeQuality: "low" }).catch(() => null));
    if (!bitmap) continue;
    const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height });
    canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
    place.querySelector("canvas")?.remove();
    place.append(canvas);
    drawn.set(place, file);
    return;
  }
}
