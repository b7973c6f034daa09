/**
 * Measures passwords in a worker of its own, which is ended when one takes too long. It sends nothing anywhere.
 *
 * A question is `{id, task}`, with the task "ready", or "measure" and a `password`. The answer is `{id, answer}`.
 * `safety/web/joining.py` makes one file of this and of all that it imports, `engine.js`.
 */

import { measure } from "./strength.js";

addEventListener("message", ({ data: { id, task, password } }) => {
  try {
    postMessage({ id, answer: task === "measure" ? measure(password) : true });
  } catch {
    // A fault of our own costs one answer, and the next question is heard.
    postMessage({ id, error: { code: "not-measured", values: {} } });
  }
});
