/**
 * Locks and opens archives in a worker of its own: it answers one question after the other, and sends nothing
 * anywhere.
 *
 * A question is `{id, task, …}`. The answer is `{id, answer}`, or `{id, error}` with a code and values;
 * `{id, progress: [done, of]}` may come before it. `safety/web/joining.py` makes one file of this and of all that
 * it imports, `lock_engine.js`.
 */

import { asLockError } from "./lock/archive/errors.js";
import { lockFiles } from "./lock/archive/make.js";
import { fits, lookInside, takeOut } from "./lock/archive/open.js";

/** @typedef {import("./lock/archive/make.js").Tell} Tell */
/** @typedef {import("./lock/archive/open.js").Listed} Listed */

// A page can show so many steps.
const STEPS = 100;

/**
 * By name; each is given what came with the question.
 * @type {Record<string, (question: any, tell: Tell) => unknown>}
 */
const TASKS = { ready: () => true, lock, look, fits: doesFit, take };

/** @param {{files: Blob[], passphrase: string, maxBytes: number}} question @param {Tell} tell */
function lock({ files, passphrase, maxBytes }, tell) {
  return lockFiles(files, passphrase, maxBytes, tell);
}

/** @param {{archive: Blob, maxBytes: number}} question */
function look({ archive, maxBytes }) {
  return lookInside(archive, maxBytes);
}

/** @param {{archive: Blob, passphrase: string}} question */
function doesFit({ archive, passphrase }) {
  return fits(archive, passphrase);
}

/** @param {{archive: Blob, listed: Listed, passphrase: string, maxBytes: number}} question @param {Tell} tell */
function take({ archive, listed, passphrase, maxBytes }, tell) {
  return takeOut(archive, listed, passphrase, maxBytes, tell);
}

/**
 * Tells a page how far the work of a question is, once a step.
 * @param {number} id
 * @returns {Tell}
 */
function teller(id) {
  let last = -1;
  return (done, of) => {
    const step = of ? Math.floor((done / of) * STEPS) : STEPS;
    if (step > last) postMessage({ id, progress: [done, of] });
    last = Math.max(last, step);
  };
}

addEventListener("message", async ({ data: { id, task, ...question } }) => {
  try {
    postMessage({ id, answer: await TASKS[task](question, teller(id)) });
  } catch (error) {
    const { code, values } = asLockError(error);
    postMessage({ id, error: { code, values } });
  }
});
