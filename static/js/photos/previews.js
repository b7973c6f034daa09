/**
 * Small pictures inside a block of private bytes: EXIF thumbnails, camera previews, pictures in a history.
 * Only whole JPEGs are found, from SOI over a frame and a scan to EOI, since only they can be shown.
 * Source: ITU-T T.81 annex B.
 */

import { ascii, indexOf } from "./bytes.js";
import { CleanError } from "./errors.js";
import { NOWHERE } from "./extents.js";
import { makeFinding, showingAll } from "./findings.js";
import { EOI, GAP, SOI, SOS, walk } from "./formats/markers.js";
import { isFrame } from "./formats/structure.js";
import { BytesSource } from "./source.js";

/**
 * @import { Extents } from "./extents.js"
 * @import { Finding, Place } from "./findings.js"
 */

export const JPEG_MARK = ascii("\xff\xd8\xff");
const CANDIDATES_MAX = 16;
const SEGMENTS_MAX = 1_000;

/**
 * Start and end of the first whole JPEGs in a block; a picture inside another one is not counted.
 * @param {Uint8Array} block
 * @returns {Generator<[number, number]>}
 */
export function* findPictures(block) {
  let at = indexOf(block, JPEG_MARK);
  for (let left = CANDIDATES_MAX; left && at >= 0; left--) {
    const end = pictureEnd(block, at);
    if (end !== null) yield [at, end];
    at = indexOf(block, JPEG_MARK, end ?? at + 1);
  }
}

/**
 * Where the JPEG at `start` ends, null when it is not a whole one.
 * @param {Uint8Array} block @param {number} start
 * @returns {number | null}
 */
export function pictureEnd(block, start) {
  let hasFrame = false, hasScan = false;
  try {
    for (const { marker, end } of walk(new BytesSource(block), start, SEGMENTS_MAX)) {
      if (marker === GAP || marker === SOI) return null;
      if (marker === EOI) return hasScan ? end : null;
      hasFrame = hasFrame || isFrame(marker);
      hasScan = hasScan || (hasFrame && marker === SOS);
    }
  } catch (error) {
    if (!(error instanceof CleanError)) throw error;
  }
  return null;
}

/**
 * A finding for each picture in a block, but for those that start where one is told already.
 * @param {Uint8Array} block @param {string} part @param {number} offset @param {Extents} [extents]
 * @param {number[]} [told]
 * @returns {Finding[]}
 */
export function reportPictures(block, part, offset, extents = NOWHERE, told = []) {
  return [...findPictures(block)]
    .filter(([start]) => !told.includes(start))
    .map(([start, end]) => thumbnail({ part, offset }, end - start, extents.part(start, end - start)));
}

/**
 * A finding for a small JPEG, which a page can show where it is in the file as it is.
 * @param {Place} place @param {number} size @param {Extents} extents
 * @returns {Finding}
 */
export function thumbnail(place, size, extents) {
  const found = makeFinding("thumbnail", { part: place.part, offset: extents.offsetOr(place.offset) }, size);
  return extents.ranges.length ? showingAll(found, "image/jpeg", extents.ranges) : found;
}
