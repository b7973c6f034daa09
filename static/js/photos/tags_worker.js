/** The table of all tags, in a worker of its own, which `parts/thread.js` ends when it takes too long. */

import { MEBIBYTE } from "./limits.js";
import { tagRows } from "./tags.js";

// ExifReader may take a hundred times the memory of what it reads. The tags of a larger file stand at its start,
// as a rule.
const WHOLE_MAX_BYTES = 8 * MEBIBYTE;
const FIRST_BYTES = MEBIBYTE;

/** @param {Blob} file */
async function tagsOf(file) {
  try {
    const part = file.size > WHOLE_MAX_BYTES ? file.slice(0, FIRST_BYTES) : file;
    return await tagRows(new Uint8Array(await part.arrayBuffer()));
  } catch {
    return [];
  }
}

addEventListener("message", async ({ data: { id, task, file } }) => {
  postMessage({ id, answer: task === "tags" ? await tagsOf(file) : true });
});
