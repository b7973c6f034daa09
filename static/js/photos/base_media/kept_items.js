/**
 * Which items the picture is made of, and how much of the data of a derived item says so.
 * Source: ISO/IEC 23008-12 sections 6.4 (references) and 6.6 (derived items: identity, grid, overlay).
 */

import { CleanError, damaged } from "../errors.js";
import { Fields } from "./fields.js";

/** @import { Item, Reference } from "./items.js" */

export const CODED = new Set(["hvc1", "av01", "avc1"]);
export const DERIVED = new Set(["grid", "iovl", "iden"]);
export const KEPT_REFERENCES = new Set(["dimg", "auxl", "prem", "base", "exbl"]);
const LARGE_FIELDS_FLAG = 1;

/**
 * The inputs of each derived item; a coded picture has none, whatever a reference says.
 * @param {Reference[]} references @param {Map<number, Item>} items
 * @returns {Map<number, number[]>}
 */
export function inputsOf(references, items) {
  const inputs = new Map();
  for (const { kind, source, targets } of references) {
    const item = items.get(source);
    if (kind !== "dimg" || !item || !DERIVED.has(item.kind)) continue;
    // With two lists, one reader would show the first and another the second.
    if (!inputs.has(source)) inputs.set(source, targets);
    else if (inputs.get(source) !== targets) throw damaged("order");
  }
  return inputs;
}

/**
 * The picture, what it is derived from, and alpha pictures, in the order they were reached.
 * @param {number} primary @param {Map<number, Item>} items @param {Map<number, number[]>} inputs
 * @param {Reference[]} references @param {(number: number) => boolean} isAlpha
 * @returns {Set<number>}
 */
export function keptItems(primary, items, inputs, references, isAlpha) {
  /** @type {Map<number, number[]>} */
  const alphas = new Map();
  for (const reference of references) {
    for (const [color, alpha] of alphaPairs(reference)) {
      if (!isAlpha(alpha)) continue;
      if (alphas.has(color)) alphas.get(color)?.push(alpha);
      else alphas.set(color, [alpha]);
    }
  }
  /** @type {Set<number>} */
  const kept = new Set();
  const waiting = [primary];
  while (waiting.length) {
    const number = /** @type {number} */ (waiting.pop());
    if (kept.has(number)) continue;
    if (!items.has(number)) throw damaged("no-picture");
    kept.add(number);
    for (const one of inputs.get(number) ?? []) waiting.push(one);
    for (const one of alphas.get(number) ?? []) waiting.push(one);
  }
  return kept;
}

/**
 * Pairs of a picture and what may be its alpha: `auxl` points to the picture, `prem` to the alpha.
 * @param {Reference} reference
 * @returns {[number, number][]}
 */
function alphaPairs({ kind, source, targets }) {
  if (kind === "auxl") return targets.map((target) => [target, source]);
  return kind === "prem" ? targets.map((target) => [source, target]) : [];
}

/**
 * How long the data of a derived item is, by its first bytes.
 * @param {string} kind @param {Uint8Array} content @param {number} inputCount
 * @returns {number}
 */
export function derivedBytes(kind, content, inputCount) {
  if (kind === "iden") {
    check(inputCount === 1);
    return 0;
  }
  const fields = new Fields(content);
  if (fields.number(1) !== 0) throw new CleanError("unsupported-variant");
  const fieldBytes = fields.number(1) & LARGE_FIELDS_FLAG ? 4 : 2;
  if (kind === "grid") {
    // A tile too many would be a picture that nobody sees.
    check((fields.number(1) + 1) * (fields.number(1) + 1) === inputCount);
    return fields.at + 2 * fieldBytes;
  }
  // An overlay: four numbers for the colour below, width and height, and a place for each layer.
  return fields.at + 8 + 2 * fieldBytes + inputCount * 2 * fieldBytes;
}

/** @param {boolean} isRight */
function check(isRight) {
  if (!isRight) throw damaged("size");
}
