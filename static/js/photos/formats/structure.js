/**
 * Whether a JPEG table is exactly as long as it says, since anything can hide behind one that is longer.
 * libjpeg refuses the same segments, so no picture that could be seen is refused here.
 *
 * Source: ITU-T T.81 sections B.2.2 to B.2.5 and B.3 (lengths of frame, scan, table and other segments).
 */

import { toNumber } from "../bytes.js";

const DHT = 0xc4;
const JPG = 0xc8;
const DAC = 0xcc;
const SOS = 0xda;
const DQT = 0xdb;
const DNL = 0xdc;
const DRI = 0xdd;
const DHP = 0xde;
const EXP = 0xdf;
const TABLES = [DHT, DAC, DQT, DNL, DRI, DHP, EXP];
// JPEG-LS is another way of coding behind the same first bytes.
export const JPEG_LS = [0xf7, 0xf8];

/**
 * True when the content has the length its own numbers ask for.
 * @param {number} marker @param {Uint8Array} content
 * @returns {boolean}
 */
export function isWhole(marker, content) {
  if (isFrame(marker) || marker === DHP) return isFrameWhole(content);
  if (marker === SOS) return content.length >= 6 && content.length === 4 + 2 * content[0];
  if (marker === DHT) return isHuffmanWhole(content);
  if (marker === DQT) return isQuantisationWhole(content);
  if (marker === DAC) return content.length % 2 === 0;
  if (marker === DRI || marker === DNL) return content.length === 2;
  return marker !== EXP || content.length === 1;
}

/** True for SOFn, the frame headers with width and height. @param {number} marker @returns {boolean} */
export function isFrame(marker) {
  return marker >= 0xc0 && marker <= 0xcf && marker !== DHT && marker !== JPG && marker !== DAC;
}

/** True for what decoders need: frames, scans and tables. @param {number} marker @returns {boolean} */
export function isPicturePart(marker) {
  return marker === SOS || TABLES.includes(marker) || isFrame(marker);
}

/** Width and height in pixels from a frame header. @param {Uint8Array} content @returns {number[]} */
export function frameSize(content) {
  return [toNumber(content.subarray(3, 5)), toNumber(content.subarray(1, 3))];
}

/** @param {Uint8Array} content */
function isFrameWhole(content) {
  return content.length >= 6 && content.length === 6 + 3 * content[5];
}

/** @param {Uint8Array} content */
function isHuffmanWhole(content) {
  let at = 0;
  while (at < content.length) {
    const counts = content.subarray(at + 1, at + 17);
    if (counts.length < 16) return false;
    at += 17 + counts.reduce((sum, count) => sum + count, 0);
  }
  return at === content.length;
}

/** @param {Uint8Array} content */
function isQuantisationWhole(content) {
  let at = 0;
  while (at < content.length) at += content[at] >> 4 ? 129 : 65;
  return at === content.length;
}
