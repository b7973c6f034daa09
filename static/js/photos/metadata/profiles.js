/**
 * Whether a colour profile is one that everybody has, or the measurement of one display.
 *
 * Compared in whole numbers: colorants and curves within a tolerance, since makers round differently.
 * Profiles made of tables (printers) always count as custom: they cannot be told apart without decoding.
 * Source: colorants as in ICC's own profiles of these spaces, adapted to D50.
 */

import { latin1, zeros } from "../bytes.js";
import { number, readTags } from "./icc.js";

const UNIT = 65536;
const COLORANT_TOLERANCE = Math.floor(UNIT / 250);
const MIDDLE_TOLERANCE = Math.floor(UNIT / 100);

// Ten-thousandths of X, Y, Z for red, green and blue.
const COLORANTS = [
  [[4361, 2225, 139], [3851, 7169, 971], [1431, 606, 7141]], // sRGB and Rec. 709
  [[5151, 2412, -11], [2920, 6922, 419], [1571, 666, 7841]], // Display P3
  [[6097, 3111, 195], [2053, 6257, 609], [1492, 632, 7446]], // Adobe RGB
  [[7977, 2880, 0], [1352, 7119, 0], [313, 1, 8249]], // ProPhoto
  [[6735, 2790, -19], [1657, 6753, 299], [1250, 456, 7968]], // Rec. 2020
];
// Gamma 1.0, 1.8, 2.2 and the pieced curves of sRGB (2.4) and video (1/0.45), in 65,536ths.
const GAMMAS = [65536, 117965, 144179, 144180, 145636, 157286];
const GAMMA_TOLERANCE = Math.floor(UNIT / 100);
// What these curves give for half, in 65,535ths: gamma 1.0, 1.8, 2.2, sRGB, video.
const MIDDLES = [32768, 18820, 14263, 14027, 17010];

/**
 * True when colorants and curves are those of a published colour space.
 * @param {Uint8Array} profile
 * @returns {boolean}
 */
export function isPublicProfile(profile) {
  const tags = readTags(profile);
  if (!tags) return false;
  if ([...tags.keys()].some((signature) => /^(A2B|B2A|D2B|B2D)/.test(signature))) return false;
  const curves = ["rTRC", "gTRC", "bTRC", "kTRC"].flatMap((name) => tags.get(name) ?? []);
  return curves.length > 0 && curves.every(isPublicCurve) && (tags.has("kTRC") || isPublicMatrix(tags));
}

/** @param {Map<string, Uint8Array>} tags */
function isPublicMatrix(tags) {
  const contents = ["rXYZ", "gXYZ", "bXYZ"].map((name) => tags.get(name) ?? zeros(0));
  const found = contents.map((content) => signedNumbers(content.subarray(8, 20)));
  return COLORANTS.some((known) => known.every((colour, index) => isNear(found[index], colour)));
}

/** @param {number[]} found @param {number[]} known */
function isNear(found, known) {
  const wanted = known.map((one) => Math.floor((one * UNIT) / 10000));
  /** @param {number} one @param {number} index */
  const isClose = (one, index) => Math.abs(one - wanted[index]) <= COLORANT_TOLERANCE;
  return found.length === 3 && found.every(isClose);
}

/** @param {Uint8Array} raw */
function signedNumbers(raw) {
  const found = [];
  for (let at = 0; at < raw.length - 3; at += 4) found.push(signed(raw, at, at + 4));
  return found;
}

/** @param {Uint8Array} raw @param {number} start @param {number} end */
function signed(raw, start, end) {
  const unsigned = number(raw, start, end);
  const range = 256 ** raw.subarray(start, end).length;
  return unsigned * 2 >= range && range > 1 ? unsigned - range : unsigned;
}

/** @param {number} gamma */
function isPublicGamma(gamma) {
  return GAMMAS.some((known) => Math.abs(gamma - known) <= GAMMA_TOLERANCE);
}

/** @param {Uint8Array} curve */
function isPublicCurve(curve) {
  const kind = latin1(curve.subarray(0, 4));
  if (kind === "para") return isPublicGamma(signed(curve, 12, 16));
  const count = kind === "curv" ? number(curve, 8, 12) : -1;
  if (count === 0) return true;
  if (count === 1) return isPublicGamma(number(curve, 12, 14) * 256);
  const at = 12 + Math.floor(count / 2) * 2;
  const middle = number(curve, at, at + 2);
  return count > 1 && MIDDLES.some((known) => Math.abs(middle - known) <= MIDDLE_TOLERANCE);
}
