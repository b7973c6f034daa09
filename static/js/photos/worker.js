/**
 * The photo engine in a worker of its own: it answers one question after the other, and sends nothing anywhere.
 *
 * A question is `{id, task, …}`. The answer is `{id, answer}`, or `{id, error}` with a code and values;
 * `{id, progress: [done, of]}` may come before it. `safety/web/joining.py` makes one file of this and of all that
 * it imports, `engine.js`.
 */

import { CleanError } from "./errors.js";
import { Gazetteer, readTable } from "./gazetteer.js";
import { toldByName } from "./names.js";
import { namePlaces } from "./nearest.js";
import { cleanBlob } from "./outcome.js";
import { VIDEOS } from "./recognise.js";
import { zipOf } from "./zip.js";

/**
 * @import { Options } from "./plan.js"
 * @import { Entry } from "./zip.js"
 */

/** Told how far the work is. @typedef {(done: number, of: number) => void} Tell */

let places = new Gazetteer();

/**
 * By name; each is given what came with the question.
 * @type {Record<string, (question: any, tell: Tell) => unknown>}
 */
const TASKS = { ready: () => true, places: usePlaces, clean, zip };

/** @param {{text: string}} question */
function usePlaces({ text }) {
  places = readTable(text);
}

/** @param {{file: Blob, name: string, options: Partial<Options>}} question */
function clean({ file, name, options }) {
  const outcome = cleanBlob(file, options);
  const findings = namePlaces(outcome.findings, places);
  return { ...outcome, findings, told: toldByName(name), isVideo: VIDEOS.has(outcome.format ?? "") };
}

/** @param {{entries: Entry[]}} question @param {Tell} tell */
function zip({ entries }, tell) {
  return zipOf(entries, tell);
}

addEventListener("message", ({ data: { id, task, ...question } }) => {
  /** @type {Tell} */
  const tell = (done, of) => postMessage({ id, progress: [done, of] });
  try {
    postMessage({ id, answer: TASKS[task](question, tell) });
  } catch (error) {
    // A fault of our own costs one answer, and the next question is heard.
    const { code, values } = error instanceof CleanError ? error : new CleanError("internal-check-failed");
    postMessage({ id, error: { code, values } });
  }
});
